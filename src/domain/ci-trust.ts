/**
 * What a workflow file puts within reach of the code that it runs. A job of CI executes what the agents wrote, so a file
 * that holds a secret or a token that may write is started only after a person approved that head. Pure; what is not
 * understood counts as held.
 */
import { z } from "zod";

const Job = z.looseObject({
  uses: z.unknown().optional(),
  environment: z.unknown().optional(),
  secrets: z.unknown().optional(),
  permissions: z.unknown().optional(),
  "runs-on": z.unknown().optional(),
});
const Workflow = z.looseObject({
  on: z.unknown(),
  permissions: z.unknown().optional(),
  jobs: z.record(z.string(), Job),
});

/** Reasons, in words that follow "because"; empty: it may be started at any head. `document` is the parsed file. */
export function heldBy(document: unknown): string[] {
  const read = Workflow.safeParse(document);
  if (!read.success) return ["it cannot be understood"];
  const { permissions, jobs } = read.data;
  const reasons = Object.entries(jobs).flatMap(([id, job]) => [
    ...(job.uses === undefined ? [] : [`its job ${id} calls another workflow, which is not looked at`]),
    ...(job.environment === undefined ? [] : [`its job ${id} uses an environment`]),
    ...permissionReasons(id, job.permissions ?? permissions),
    ...(isSelfHosted(job) ? [`its job ${id} runs on a machine of yours`] : []),
  ]);
  return [...(readsSecrets(document) ? ["it reads secrets"] : []), ...reasons];
}

/** Whether a job may have a secret that it could write into its log in another form than the one that GitHub masks. */
export function showsSecrets(document: unknown): boolean {
  const read = Workflow.safeParse(document);
  if (!read.success) return true;
  const { permissions, jobs } = read.data;
  return (
    readsSecrets(document) ||
    Object.values(jobs).some(
      (job) =>
        job.environment !== undefined ||
        job.secrets !== undefined ||
        mayIdentify(job.permissions ?? permissions) ||
        isSelfHosted(job),
    )
  );
}

/** Why GitHub would refuse to start it by `workflow_dispatch`; undefined when it would not. */
export function unfitFor(document: unknown): string | undefined {
  const read = Workflow.safeParse(document);
  if (!read.success) return "it cannot be understood";
  const { on } = read.data;
  const events = typeof on === "string" ? [on] : Array.isArray(on) ? on : Object.keys(Object(on));
  if (!events.includes("workflow_dispatch")) return "it has no trigger `workflow_dispatch`";
  const Trigger = z.object({
    workflow_dispatch: z
      .object({
        inputs: z
          .record(
            z.string(),
            z.object({ required: z.boolean().optional(), default: z.unknown().optional() }).nullable(),
          )
          .nullish(),
      })
      .nullish(),
  });
  const trigger = Trigger.safeParse(typeof on === "object" && !Array.isArray(on) ? on : {});
  if (!trigger.success) return "its trigger `workflow_dispatch` cannot be understood";
  const asked = Object.entries(trigger.data.workflow_dispatch?.inputs ?? {}).filter(
    ([, input]) => input?.required === true && input.default === undefined,
  );
  return asked.length === 0
    ? undefined
    : `it asks for the input ${asked.map(([name]) => `\`${name}\``).join(", ")}`;
}

/** docs: workflow-syntax#permissions; a job without any has the repository's default, which a workflow's token cannot read. */
function permissionReasons(id: string, permissions: unknown): string[] {
  if (permissions === undefined)
    return [`its job ${id} names no \`permissions\`, and the default of a repository may be to write`];
  if (permissions === "read-all" || permissions === null) return [];
  if (typeof permissions !== "object") return [`the token of its job ${id} may write`];
  const writes = Object.entries(permissions).filter(([, level]) => level !== "read" && level !== "none");
  return writes.length === 0
    ? []
    : [`the token of its job ${id} may write ${writes.map(([scope]) => scope).join(", ")}`];
}

/** Its token may ask for one of a cloud. */
function mayIdentify(permissions: unknown): boolean {
  if (typeof permissions === "string") return permissions !== "read-all";
  const Scopes = z.record(z.string(), z.unknown());
  return Scopes.safeParse(permissions).data?.["id-token"] === "write";
}

function isSelfHosted({ "runs-on": machine }: z.infer<typeof Job>): boolean {
  return JSON.stringify(machine ?? "")
    .toLowerCase()
    .includes("self-hosted");
}

const EXPRESSION = /\$\{\{([\s\S]*?)\}\}/g;
/** GITHUB_TOKEN is judged by the permissions of its job. */
const OWN_TOKEN = /\bsecrets\s*\.\s*github_token\b/gi;

/** Anywhere in an expression: of `if`, which needs no braces, or within them. Names of contexts have no case. */
function readsSecrets(value: unknown, key = ""): boolean {
  if (typeof value === "string") {
    const expressions =
      key === "if" ? [value] : [...value.matchAll(EXPRESSION)].map(([, inner = ""]) => inner);
    return expressions.some((expression) => /\bsecrets\b/i.test(expression.replaceAll(OWN_TOKEN, "")));
  }
  if (Array.isArray(value)) return value.some((item) => readsSecrets(item, key));
  if (typeof value !== "object" || value === null) return false;
  return Object.entries(value).some(([name, item]) => readsSecrets(name) || readsSecrets(item, name));
}

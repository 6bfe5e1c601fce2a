/** The texts that a model will read: collected by the gate from live state, handed over as an artifact, never trusted. */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { z } from "zod";
import type { Work } from "../domain/decide/work.ts";
import { NightshiftError } from "../domain/errors.ts";
import { Hooks } from "../domain/hooks.ts";
import { McpServers } from "../domain/mcp.ts";
import { PolicyRule } from "../domain/policy.ts";
import type { FeatureFacts, RequirementFacts } from "../domain/requirement-facts.ts";
import { canWrite, type RepositorySnapshot } from "../domain/snapshot.ts";
import { FailureBlock, readBlock, visiblePart } from "../domain/state-block.ts";
import type { FailedJob } from "../github/observe-failed-jobs.ts";

export const ContextThread = z.object({
  id: z.string(),
  path: z.string(),
  line: z.number().optional(),
  severity: z.string().optional(),
  comments: z.array(z.object({ author: z.string(), body: z.string() })),
});
export type ContextThread = z.infer<typeof ContextThread>;

export const Context = z.object({
  v: z.literal(1),
  order: z.string(),
  /** Absent in the review of a pull request that Nightshift did not open. */
  requirement: z.object({ number: z.number(), title: z.string(), body: z.string() }).optional(),
  features: z.array(z.object({ key: z.string(), title: z.string(), progress: z.string() })),
  feature: z
    .object({
      title: z.string(),
      description: z.string(),
      criteria: z.array(z.string()),
      files: z.array(z.string()),
    })
    .optional(),
  pull: z.object({ number: z.number(), title: z.string(), body: z.string() }).optional(),
  threads: z.array(ContextThread),
  /** Reviews by people that ask for changes at this head. */
  asked: z.array(z.object({ author: z.string(), body: z.string() })),
  testsRed: z.boolean(),
  /** Jobs of the repository's own CI that failed at this head. */
  ci: z
    .array(
      z.object({
        workflow: z.string(),
        name: z.string(),
        steps: z.array(z.string()),
        log: z.string(),
      }),
    )
    .default([]),
  /** How an earlier merge of this feature failed on the base. */
  failure: z.string().optional(),
  setup: z.array(z.string()).optional(),
  verify: z.array(z.string()).optional(),
  verifyMinutes: z.number(),
  protectedPaths: z.array(z.string()),
  policy: z.array(PolicyRule).default([]),
  hooks: Hooks.prefault({}),
  mcp: McpServers.default([]),
  setupHosts: z.array(z.string()).optional(),
  /** Sealed in a repository that everybody may read. */
  transcript: z.enum(["plain", "sealed", "off"]),
});
export type Context = z.infer<typeof Context>;

/** Only texts of people who may write, of ours, and the authorised requirement go to the model. */
export function contextOf(
  snapshot: RepositorySnapshot,
  work: Work,
  order: string,
  failed: readonly FailedJob[] = [],
): Context {
  const { requirement, feature, pull } = work;
  const heard = (author: { login: string; bot: boolean }) =>
    author.login === snapshot.identity || canWrite(snapshot, author);
  const { config } = snapshot;
  return {
    v: 1,
    order,
    ...requirementTexts(requirement),
    ...(feature
      ? {
          feature: {
            title: feature.planned.title,
            description: feature.planned.description,
            criteria: feature.planned.criteria,
            files: feature.planned.files,
          },
        }
      : {}),
    ...(pull
      ? { pull: { number: pull.pull.number, title: pull.pull.title, body: visiblePart(pull.pull.body) } }
      : {}),
    threads: (pull?.pull.threads ?? [])
      .filter(
        (thread) => !thread.resolved && thread.comments[0] !== undefined && heard(thread.comments[0].author),
      )
      .map((thread) => ({
        id: thread.id,
        path: thread.path,
        ...(thread.line === undefined ? {} : { line: thread.line }),
        ...(thread.block ? { severity: thread.block.severity } : {}),
        comments: thread.comments
          .filter((comment) => heard(comment.author))
          .map((comment) => ({
            author: comment.author.login === snapshot.identity ? "nightshift" : comment.author.login,
            body: visiblePart(comment.body),
          })),
      })),
    asked: (pull?.pull.reviews ?? [])
      .filter(
        (review) =>
          review.state === "changes_requested" &&
          review.head === pull?.pull.head &&
          canWrite(snapshot, review.author),
      )
      .map((review) => ({ author: review.author.login, body: review.body })),
    ...(work.mode === "implement" ? failureOf(snapshot, feature) : {}),
    testsRed: pull?.verification.state === "failed",
    ci: [...failed],
    ...(config.setup ? { setup: config.setup } : {}),
    ...(config.verify ? { verify: config.verify } : {}),
    verifyMinutes: config.verify_timeout_minutes,
    protectedPaths: config.protected_paths,
    policy: config.policy,
    hooks: config.hooks,
    mcp: config.mcp,
    ...(config.setup_hosts ? { setupHosts: config.setup_hosts } : {}),
    transcript: config.transcript === "off" ? "off" : snapshot.private ? "plain" : "sealed",
  };
}

function requirementTexts(facts: RequirementFacts | undefined): Pick<Context, "requirement" | "features"> {
  if (facts === undefined) return { features: [] };
  const { number, title, body } = facts.requirement;
  return {
    requirement: { number, title, body },
    features: facts.features.map(({ planned, progress }) => ({
      key: planned.key,
      title: planned.title,
      progress,
    })),
  };
}

/** The newest word of ours on the feature's issue about how it broke the base. */
function failureOf(snapshot: RepositorySnapshot, feature: FeatureFacts | undefined): { failure?: string } {
  const told = (feature?.issue?.comments ?? []).filter(
    ({ author, body }) => author.login === snapshot.identity && readBlock(FailureBlock, body) !== undefined,
  );
  const newest = told.at(-1);
  return newest ? { failure: visiblePart(newest.body) } : {};
}

export async function writeContext(file: string, context: Context): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify(context));
}

/** Throws OUTCOME_INVALID when the artifact is missing, broken or of another work order. */
export async function readContext(file: string, order: string): Promise<Context> {
  const context = await readJson(file, Context);
  if (context.order !== order)
    throw new NightshiftError("OUTCOME_INVALID", `${file} belongs to another work order.`);
  return context;
}

/** A JSON file that another job left, checked. Throws OUTCOME_INVALID. */
export async function readJson<Shape>(
  file: string,
  schema: z.ZodType<Shape>,
  limit = 4_000_000,
): Promise<Shape> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    throw new NightshiftError(
      "OUTCOME_INVALID",
      `${file} is missing: the job before this one left nothing.`,
      { cause: error },
    );
  }
  if (text.length > limit)
    throw new NightshiftError(
      "OUTCOME_INVALID",
      `${file} has ${text.length} characters, more than ${limit}.`,
    );
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (error) {
    throw new NightshiftError("OUTCOME_INVALID", `${file} is not JSON.`, { cause: error });
  }
  const result = schema.safeParse(raw);
  if (!result.success)
    throw new NightshiftError("OUTCOME_INVALID", `${file} does not fit: ${z.prettifyError(result.error)}`);
  return result.data;
}

/** `repository_dispatch` and `workflow_dispatch`: what starts runs whoever asks. */

import { parse } from "yaml";
import type { JsonObject } from "../../contract.ts";
import { ApiError, invalid, notFound, unprocessable } from "../errors.ts";
import { GITHUB_FACTS } from "../facts.ts";
import { listTree, readFileAt } from "../git/commits.ts";
import { nodeId } from "../node-id.ts";
import { branchHead, now, type Site } from "../site.ts";
import type { Repository, Workflow } from "../store/records.ts";
import type { Acting } from "../viewer.ts";
import { ACTIONS_APP } from "../viewer.ts";
import { emit } from "./events.ts";

const MAX_EVENT_TYPE = GITHUB_FACTS.dispatchEventType.value;
const MAX_KEYS = GITHUB_FACTS.dispatchKeys.value;
const MAX_PAYLOAD = GITHUB_FACTS.dispatchPayload.value;
const MAX_INPUTS = GITHUB_FACTS.workflowInputs.value;

export function dispatchRepository(
  site: Site,
  viewer: Acting,
  repository: Repository,
  eventType: string,
  clientPayload: JsonObject,
): void {
  if (eventType.trim() === "" || eventType.length > MAX_EVENT_TYPE) {
    throw invalid("RepositoryDispatch", "event_type", "invalid", "event_type must be 1 to 100 characters");
  }
  if (Object.keys(clientPayload).length > MAX_KEYS) {
    throw unprocessable(
      "Invalid request.\n\nNo more than 10 properties are allowed; 11 were supplied.".replace(
        "11",
        String(Object.keys(clientPayload).length),
      ),
    );
  }
  if (JSON.stringify(clientPayload).length > MAX_PAYLOAD) throw unprocessable("client_payload is too large.");
  emit(site, viewer, repository, "repository_dispatch", {
    action: eventType,
    payload: {
      action: eventType,
      branch: repository.defaultBranch,
      client_payload: clientPayload,
      // Whoever asks: GitHub Actions is the App that hears of it.
      installation: { id: ACTIONS_APP.id, node_id: nodeId("Installation", ACTIONS_APP.id) },
    },
  });
}

export interface WorkflowFile extends Workflow {
  name: string;
}

/** Workflow files of the default branch, each with an id that lasts. */
export async function listWorkflows(site: Site, repository: Repository): Promise<WorkflowFile[]> {
  const head = branchHead(site, repository, repository.defaultBranch);
  if (!head) return [];
  const git = site.git(repository);
  const folder = await git.read(`${head}:.github/workflows`);
  if (folder?.type !== "tree") return [];
  const entries = (await listTree(git, folder.sha, false)).filter(
    (entry) => entry.type === "blob" && /\.ya?ml$/.test(entry.path),
  );
  return Promise.all(
    entries.map(async (entry) => {
      const path = `.github/workflows/${entry.path}`;
      return {
        ...workflowRow(site, repository, path),
        name: nameIn((await readFileAt(git, head, path))?.toString() ?? "", path),
      };
    }),
  );
}

/** The lasting id of a workflow file. */
export function workflowRow(site: Site, repository: Repository, path: string): Workflow {
  const found = site.store.find("workflows", (row) => row.repository === repository.id && row.path === path);
  if (found) return found;
  const id = site.store.nextId();
  return site.store.put("workflows", id, {
    id,
    repository: repository.id,
    path,
    state: "active",
    createdAt: now(site),
  });
}

function nameIn(text: string, path: string): string {
  try {
    const document: unknown = parse(text);
    if (
      typeof document === "object" &&
      document !== null &&
      "name" in document &&
      typeof document.name === "string"
    )
      return document.name;
  } catch {
    return path;
  }
  return path;
}

/** By id or by file name. */
export async function getWorkflow(site: Site, repository: Repository, wanted: string): Promise<WorkflowFile> {
  const found = (await listWorkflows(site, repository)).find(
    (one) => String(one.id) === wanted || one.path.endsWith(`/${wanted}`) || one.path === wanted,
  );
  if (!found) throw notFound();
  return found;
}

/** How long to wait for the runner to record the run that was asked for. */
const RUN_WAIT_MS = 5000;
const RUN_POLL_MS = 10;

/** Emits the event; the answer waits for the run only when the caller wants its id. */
export async function dispatchWorkflow(
  site: Site,
  viewer: Acting,
  repository: Repository,
  wanted: { workflow: string; ref: string; inputs: JsonObject; details: boolean },
): Promise<number | undefined> {
  const workflow = await getWorkflow(site, repository, wanted.workflow);
  const git = site.git(repository);
  const ref = [`refs/heads/${wanted.ref}`, `refs/tags/${wanted.ref}`, wanted.ref].find((one) =>
    git.refs.has(one),
  );
  const sha = ref && git.refs.get(ref);
  if (!ref || !sha) throw unprocessable(`No ref found for: ${wanted.ref}`);
  if (Object.keys(wanted.inputs).length > MAX_INPUTS)
    throw unprocessable("you may only define up to 25 `inputs`");
  const trigger = dispatchTrigger((await readFileAt(git, sha, workflow.path))?.toString());
  if (!trigger) throw unprocessable("Workflow does not have 'workflow_dispatch' trigger");
  if (workflow.state !== "active")
    throw new ApiError(422, "Cannot trigger a 'workflow_dispatch' on a disabled workflow");
  const inputs = checkedInputs(trigger, wanted.inputs);
  const event = emit(site, viewer, repository, "workflow_dispatch", {
    payload: { inputs, ref, workflow: workflow.path },
    ref,
    sha,
    workflowPath: workflow.path,
    inputs,
  });
  return wanted.details ? runStartedBy(site, event.id) : undefined;
}

/** The `inputs:` of the trigger; undefined when the file has no such trigger. */
function dispatchTrigger(text: string | undefined): { [name: string]: unknown } | undefined {
  const document: unknown = text === undefined ? undefined : parse(text);
  const on = field(document, "on") ?? field(document, "true");
  if (on === "workflow_dispatch" || (Array.isArray(on) && on.includes("workflow_dispatch"))) return {};
  if (typeof on !== "object" || on === null || !("workflow_dispatch" in on)) return undefined;
  const inputs = field(on.workflow_dispatch, "inputs");
  return typeof inputs === "object" && inputs !== null ? { ...inputs } : {};
}

function field(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
}

function checkedInputs(declared: { [name: string]: unknown }, given: JsonObject): JsonObject {
  const unexpected = Object.keys(given).filter((name) => !(name in declared));
  if (unexpected.length > 0) throw unprocessable(`Unexpected inputs provided: ${JSON.stringify(unexpected)}`);
  const inputs: JsonObject = {};
  for (const [name, input] of Object.entries(declared)) {
    const value = given[name] ?? field(input, "default");
    if (value === undefined || value === null || value === "") {
      if (field(input, "required") === true && given[name] === undefined)
        throw unprocessable(`Required input '${name}' not provided`);
    }
    const options = field(input, "options");
    const text = value === undefined || value === null ? "" : String(value);
    if (field(input, "type") === "choice" && Array.isArray(options) && !options.map(String).includes(text)) {
      throw unprocessable(`Provided value '${text}' for input '${name}' not in the list of allowed values`);
    }
    inputs[name] = text;
  }
  return inputs;
}

async function runStartedBy(site: Site, eventId: string): Promise<number> {
  const end = Date.now() + RUN_WAIT_MS;
  while (Date.now() < end) {
    const run = site.store.find("runs", (row) => row.trigger.id === eventId);
    if (run) return run.id;
    await new Promise((resolve) => setTimeout(resolve, RUN_POLL_MS));
  }
  throw new ApiError(
    500,
    "The workflow was dispatched, but no runner recorded its run. Is the local runner attached?",
  );
}

/** Decides whether an event starts a workflow: event name, activity types, branches, tags, paths, workflow names. */
import type { EventsConfig } from "@actions/workflow-parser/model/workflow-template";
import type { Json, JsonObject, TriggerEvent } from "../../contract.ts";
import { selectedBy } from "./glob.ts";

/** Activity types that count when a workflow names none (docs: events-that-trigger-workflows); all others: every type. */
const DEFAULT_TYPES: { readonly [event: string]: readonly string[] | undefined } = {
  pull_request: ["opened", "synchronize", "reopened"],
  pull_request_target: ["opened", "synchronize", "reopened"],
  merge_group: ["checks_requested"],
};

/** The event by its name here, the run's name by the workflow: `workflow_dispatch` only starts the file that it names. */
export function startsWorkflow(events: EventsConfig, path: string, event: TriggerEvent): boolean {
  const filter = events[event.name];
  if (filter === undefined) return false;
  if (event.name === "workflow_dispatch") return event.workflowPath === path;
  if (event.name === "schedule") return startsSchedule(filter, event);
  if (event.name === "push" && asksToSkip(event.payload)) return false;
  return (
    matchesTypes(filter, event) &&
    matchesWorkflows(filter, event) &&
    matchesRefs(filter, event) &&
    matchesPaths(filter, event)
  );
}

function startsSchedule(filter: unknown, event: TriggerEvent): boolean {
  return (
    Array.isArray(filter) &&
    filter.some((entry: unknown) => property(entry, "cron") === event.payload.schedule)
  );
}

function matchesTypes(filter: unknown, event: TriggerEvent): boolean {
  const types = list(filter, "types") ?? DEFAULT_TYPES[event.name];
  return types === undefined || event.action === undefined || types.includes(event.action);
}

function matchesWorkflows(filter: unknown, event: TriggerEvent): boolean {
  const names = list(filter, "workflows");
  if (event.name !== "workflow_run" || !names) return true;
  const run = objectOf(event.payload.workflow_run);
  return (
    selectedBy(names, textOf(run.name)) || selectedBy(names, textOf(objectOf(event.payload.workflow).name))
  );
}

/** A workflow that filters only tags ignores branches, and the reverse. */
function matchesRefs(filter: unknown, event: TriggerEvent): boolean {
  const branches = list(filter, "branches");
  const ignoredBranches = list(filter, "branches-ignore");
  const tags = list(filter, "tags");
  const ignoredTags = list(filter, "tags-ignore");
  if (event.name === "push" && event.ref.startsWith("refs/tags/")) {
    const tag = event.ref.slice("refs/tags/".length);
    if (!tags && !ignoredTags) return !branches && !ignoredBranches;
    return (!tags || selectedBy(tags, tag)) && !(ignoredTags && selectedBy(ignoredTags, tag));
  }
  if (!branches && !ignoredBranches) return event.name !== "push" || (!tags && !ignoredTags);
  const branch = filteredBranch(event);
  return (
    (!branches || selectedBy(branches, branch)) && !(ignoredBranches && selectedBy(ignoredBranches, branch))
  );
}

/** The branch that `branches:` speaks of: the base of a pull request, the head of a workflow_run, else the ref. */
function filteredBranch(event: TriggerEvent): string {
  if (event.name.startsWith("pull_request")) return event.baseRef ?? "";
  if (event.name === "workflow_run") return textOf(objectOf(event.payload.workflow_run).head_branch);
  return event.ref.replace(/^refs\/heads\//, "");
}

function matchesPaths(filter: unknown, event: TriggerEvent): boolean {
  if (!event.changedPaths || event.ref.startsWith("refs/tags/")) return true;
  const paths = list(filter, "paths");
  const ignored = list(filter, "paths-ignore");
  if (paths && !event.changedPaths.some((path) => selectedBy(paths, path))) return false;
  return !ignored || event.changedPaths.some((path) => !selectedBy(ignored, path));
}

/** `[skip ci]` and its spellings in the head commit's message (docs: skipping-workflow-runs). */
function asksToSkip(payload: JsonObject): boolean {
  const message = textOf(objectOf(payload.head_commit).message);
  return /\[(skip ci|ci skip|no ci|skip actions|actions skip)\]/.test(message);
}

function list(filter: unknown, key: string): string[] | undefined {
  const value = property(filter, key);
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === "string") : undefined;
}

function property(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null
    ? Object.entries(value).find(([name]) => name === key)?.[1]
    : undefined;
}

export function objectOf(value: Json | undefined): JsonObject {
  return value && typeof value === "object" && !Array.isArray(value) ? value : {};
}

export function textOf(value: Json | undefined): string {
  return typeof value === "string" ? value : "";
}

/** The real templates: which events start them, how their runs are called, which group they wait in, what their jobs may do. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { renderTemplates, WORKFLOW_TEMPLATES } from "../../src/cli/templates.ts";
import type { JsonObject, Permissions, TriggerEvent } from "../../src/local/contract.ts";
import { evaluateCondition } from "../../src/local/runner/language/expression.ts";
import { parseWorkflowFile, type WorkflowFile } from "../../src/local/runner/language/workflow-file.ts";
import { readGroup } from "../../src/local/runner/run/group-request.ts";
import { startsWorkflow } from "../../src/local/runner/trigger/match.ts";
import { displayTitle } from "../../src/local/runner/trigger/titles.ts";

/** The repository: tests and scripts run there. */
const ROOT = process.cwd();
export const TOOLKIT = "nightshift/toolkit";
const SHA = "1".repeat(40);

export interface Start {
  path: string;
  name: string;
  title: string;
  group: string | undefined;
  /** The condition of its only job does not hold. */
  skipped: boolean;
}

export interface Workflows {
  /** What an event starts; `runId` is the id that a run of it would have. */
  startedBy(event: TriggerEvent, runId: number, vars: JsonObject): Start[];
  /** Permissions of a job of a reusable workflow: `code`/`gate`, … */
  permissions(workflow: string, job: string): Permissions;
  /** Path → content: what a maintainer copies. */
  files: ReadonlyMap<string, string>;
}

let loaded: Promise<Workflows> | undefined;

export function loadWorkflows(): Promise<Workflows> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<Workflows> {
  const files = await renderTemplates({ toolkit: TOOLKIT, sha: SHA, sweep: "1h", ciWorkflows: [] }, ROOT);
  const templates = await Promise.all(
    WORKFLOW_TEMPLATES.map(async (path) => parsed(path, files.get(path) ?? "")),
  );
  const called = new Map<string, WorkflowFile>();
  for (const name of ["code", "review", "merge"]) {
    const path = `.github/workflows/${name}.yml`;
    called.set(name, await parsed(path, await readFile(join(ROOT, path), "utf8")));
  }
  const ring = templates.find(({ path }) => path.endsWith("doorbell.yml"));
  if (ring) called.set("doorbell", ring);
  return {
    files,
    startedBy: (event, runId, vars) =>
      templates
        .filter(({ events, path }) => event.starts === "runs" && startsWorkflow(events, path, event))
        .map((file) => startOf(file, event, runId, vars)),
    permissions(workflow, job) {
      const asked = called.get(workflow)?.jobs.find(({ id }) => id === job)?.permissions;
      if (asked === undefined || typeof asked === "string")
        throw new Error(`${workflow}/${job} names no permissions`);
      return asked;
    },
  };
}

async function parsed(path: string, content: string): Promise<WorkflowFile> {
  const { workflow, errors } = await parseWorkflowFile(path, content);
  if (workflow === undefined) throw new Error(`${path}: ${JSON.stringify(errors)}`);
  return workflow;
}

function startOf(file: WorkflowFile, event: TriggerEvent, runId: number, vars: JsonObject): Start {
  const inputs = event.inputs ?? {};
  const github = {
    event: event.name === "workflow_dispatch" ? { ...event.payload, inputs } : event.payload,
    event_name: event.name,
    repository: event.repository,
    ref: event.ref,
    run_id: String(runId),
  };
  const scope = { contexts: { github, inputs, vars }, functions: { success: () => true } };
  const [job] = file.jobs;
  return {
    path: file.path,
    name: file.name,
    title: displayTitle(file, event, scope),
    group: readGroup(job?.concurrency, event.repository, scope)?.group,
    skipped: !evaluateCondition(job?.if ?? "success()", scope),
  };
}

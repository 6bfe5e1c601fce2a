/** The half of the forge that the runner uses: runs, jobs, tokens, artifacts, events. */

import type { Actor, ForgeForRunner, JobRecord, RunRecord, TriggerEvent } from "../contract.ts";
import { GITHUB_FACTS } from "./facts.ts";
import { appendLog, artifactsOf, readArtifact, readLog, saveArtifact } from "./operations/artifacts.ts";
import { workflowRow } from "./operations/dispatch.ts";
import { emit } from "./operations/events.ts";
import { runJson, workflowJson } from "./rest/serialize/actions.ts";
import { apiOf } from "./rest/serialize/basics.ts";
import { repositoryJson } from "./rest/serialize/repository.ts";
import { findRepository, fullName, now, repositoryNamed, type Site, userOf } from "./site.ts";
import type { User } from "./store/records.ts";
import { ACTIONS_BOT, type Acting, hashToken, newToken } from "./viewer.ts";

/** `workflow_run` chains end here (docs: events-that-trigger-workflows#workflow_run). */
const MAX_CHAIN = GITHUB_FACTS.workflowRunChain.value;

export interface Listeners {
  event: Set<(event: TriggerEvent) => void>;
  request: Set<Parameters<ForgeForRunner["onRunRequest"]>[0]>;
}

export function createRunnerPort(site: Site, listeners: Listeners, redeliver: () => void): ForgeForRunner {
  const { store } = site;
  const runOf = (id: number): RunRecord => {
    const run = store.get("runs", id);
    if (!run) throw new Error(`No workflow run ${id}`);
    return run;
  };
  return {
    serverUrl: site.url,
    apiUrl: apiOf(site),
    graphqlUrl: `${site.url}/api/graphql`,
    onEvent: (listener) => {
      listeners.event.add(listener);
      redeliver();
      return () => void listeners.event.delete(listener);
    },
    onRunRequest: (listener) => {
      listeners.request.add(listener);
      return () => void listeners.request.delete(listener);
    },
    repositories: () => [...store.all("repositories")].map(fullName),
    gitDir: (name) => {
      const repository = findRepository(site, name);
      return repository && site.git(repository).directory;
    },
    defaultBranch: (name) => repositoryNamed(site, name).defaultBranch,
    repositoryPayload: (name) => repositoryJson(site, repositoryNamed(site, name)),
    variables: (name) =>
      Object.fromEntries(
        Object.entries(repositoryNamed(site, name).variables).map(([key, one]) => [key, one.value]),
      ),
    secrets: (name, store) => {
      const { secrets, dependabotSecrets = {} } = repositoryNamed(site, name);
      return { ...(store === "dependabot" ? dependabotSecrets : secrets) };
    },
    workflowPermissions: (name) => {
      const repository = repositoryNamed(site, name);
      return { default: repository.workflowDefault, canCreatePulls: repository.canCreatePulls };
    },
    createRun: (wanted) =>
      store.transact(() => {
        const repository = repositoryNamed(site, wanted.repository);
        workflowRow(site, repository, wanted.path);
        const former = store.filter(
          "runs",
          (run) => run.repository === fullName(repository) && run.path === wanted.path,
        );
        const time = now(site);
        const id = wanted.id ?? store.nextId();
        return store.put("runs", id, {
          ...wanted,
          id,
          repository: fullName(repository),
          runNumber: Math.max(0, ...former.map((run) => run.runNumber)) + 1,
          runAttempt: 1,
          createdAt: time,
          runStartedAt: time,
          updatedAt: time,
        });
      }),
    updateRun: (id, change) => store.put("runs", id, { ...runOf(id), ...change, updatedAt: now(site) }),
    run: (id) => store.get("runs", id),
    runs: (name) =>
      store
        .filter("runs", (run) => name === undefined || run.repository.toLowerCase() === name.toLowerCase())
        .reverse(),
    createJob: (wanted) =>
      store.transact(() => {
        const id = store.nextId();
        return store.put("jobs", id, {
          ...wanted,
          id,
          conclusion: null,
          startedAt: null,
          completedAt: null,
          steps: [],
          annotations: [],
          summary: "",
        });
      }),
    updateJob: (id, change) => {
      const job = store.get("jobs", id);
      if (!job) throw new Error(`No job ${id}`);
      const next: JobRecord = store.put("jobs", id, { ...job, ...change });
      if (change.status === "completed") site.reconsider(repositoryNamed(site, job.repository));
      return next;
    },
    jobs: (runId) => store.filter("jobs", (job) => job.runId === runId),
    appendLog: (jobId, text) => appendLog(site, jobId, text),
    log: (jobId) => readLog(site, jobId),
    createJobToken: ({ repository, runId, jobId, permissions, fromFork }) => {
      const granted = fromFork ? readOnly(permissions) : permissions;
      const job = { repository: repositoryNamed(site, repository).id, runId, jobId, permissions: granted };
      return newToken(site, `ghs_${site.ids.secret()}`, ACTIONS_BOT.login, { job });
    },
    expireToken: (token) => {
      const row = store.get("tokens", hashToken(token));
      if (row) store.put("tokens", hashToken(token), { ...row, expired: true });
    },
    saveArtifact: (wanted) => saveArtifact(site, wanted),
    artifacts: (runId) => artifactsOf(site, runId),
    readArtifact: (id, directory) => readArtifact(site, id, directory),
    emitWorkflowRun: (runId, action) => {
      const run = runOf(runId);
      const repository = repositoryNamed(site, run.repository);
      const row = workflowRow(site, repository, run.path);
      const described = runJson(site, repository, run);
      site.later(async () => {
        emit(site, actingAs(site, run.triggeringActor), repository, "workflow_run", {
          action,
          starts:
            chainLength(site, run) >= MAX_CHAIN || run.conclusion === "action_required" ? "nothing" : "runs",
          payload: {
            action,
            workflow_run: await described,
            workflow: workflowJson(site, repository, { ...row, name: run.name }),
          },
        });
      });
    },
    emitSchedule: (name, cron) => {
      const repository = repositoryNamed(site, name);
      const owner = userOf(site, repository.owner);
      emit(site, actingAs(site, owner), repository, "schedule", {
        payload: { schedule: cron },
        starts: "runs",
      });
    },
  };
}

function readOnly(permissions: { readonly [scope: string]: "read" | "write" | "none" }): {
  [scope: string]: "read" | "none";
} {
  return Object.fromEntries(
    Object.entries(permissions).map(([scope, level]) => [scope, level === "none" ? "none" : "read"]),
  );
}

function actingAs(site: Site, actor: Actor): Acting {
  const user: User = userOf(site, actor.login);
  return { kind: "person", user };
}

/** How many `workflow_run` events led to this run. */
function chainLength(site: Site, run: RunRecord): number {
  if (run.event !== "workflow_run") return 0;
  const source = run.trigger.payload.workflow_run;
  const id = typeof source === "object" && source !== null && !Array.isArray(source) ? source.id : undefined;
  const before = typeof id === "number" ? site.store.get("runs", id) : undefined;
  return 1 + (before ? chainLength(site, before) : 0);
}

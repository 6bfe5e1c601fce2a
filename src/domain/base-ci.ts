/**
 * Workflows of the repository that are started on the base after a merge of ours, which starts none by itself
 * (docs: triggering-a-workflow-from-a-workflow): the record on the commit that landed, and how it stands. Pure.
 */
import { readRecord } from "./merge-record.ts";
import type { CiRun, LandedSnapshot, PullSnapshot, RepositorySnapshot, StatusSnapshot } from "./snapshot.ts";

/** The status on a commit of the base that says what became of `file` there. */
export function baseContext(file: string): string {
  return `nightshift/base/${file}`;
}

export type BaseRecord =
  /** `seen` is the attempt that failed, after which it runs again. */
  | { kind: "started"; run: number; seen: number | undefined }
  | { kind: "passed"; run: number }
  | { kind: "failed"; run: number; greenBefore: boolean }
  | { kind: "refused"; why: string };

const FORMS = {
  started: /^run (\d{1,19}) is started(?: again after attempt (\d{1,6}))?$/,
  passed: /^run (\d{1,19}) passed$/,
  failed: /^run (\d{1,19}) failed(, and was green before)?$/,
  refused: /^not started: (.+)$/s,
} as const;

export function renderBaseRecord(record: BaseRecord): string {
  switch (record.kind) {
    case "started":
      return `run ${record.run} is started${record.seen === undefined ? "" : ` again after attempt ${record.seen}`}`;
    case "passed":
      return `run ${record.run} passed`;
    case "failed":
      return `run ${record.run} failed${record.greenBefore ? ", and was green before" : ""}`;
    case "refused":
      return `not started: ${record.why}`;
  }
}

/** Undefined for words that are not ours. */
export function parseBaseRecord(text: string): BaseRecord | undefined {
  const started = FORMS.started.exec(text);
  if (started) {
    const [, run, seen] = started;
    return { kind: "started", run: Number(run), seen: seen === undefined ? undefined : Number(seen) };
  }
  const passed = FORMS.passed.exec(text);
  if (passed) return { kind: "passed", run: Number(passed[1]) };
  const failed = FORMS.failed.exec(text);
  if (failed) return { kind: "failed", run: Number(failed[1]), greenBefore: failed[2] !== undefined };
  const why = FORMS.refused.exec(text)?.[1];
  return why === undefined ? undefined : { kind: "refused", why };
}

type BaseStand =
  | { state: "unstarted" | "running" | "passed" }
  /** Its run ended, and nothing was made of that yet. */
  | { state: "ended"; run: CiRun }
  | { state: "failed"; greenBefore: boolean }
  | { state: "unfit"; why: string };

/** How a workflow of `after_merge.dispatch` stands on a commit that landed. */
export type BaseWorkflow = { file: string } & BaseStand;

/**
 * Only on the configured base, and started only while nothing follows the merge there: what follows is another merge of ours,
 * which starts them itself, or a push of people, which GitHub starts workflows for. No record is no run, and not green.
 */
export function baseWorkflowsOf(
  {
    config,
    base,
    identity,
    repository,
  }: Pick<RepositorySnapshot, "config" | "base" | "identity" | "repository">,
  pull: Pick<PullSnapshot, "base">,
  landed: LandedSnapshot,
): BaseWorkflow[] {
  if (pull.base.branch !== base.branch) return [];
  return config.after_merge.dispatch.flatMap((file): BaseWorkflow[] => {
    const record = baseRecordOn(landed.statuses, file, { identity, repository });
    if (record !== undefined) return [{ file, ...standOf(record, landed.runs) }];
    return landed.sha === base.head ? [{ file, state: "unstarted" }] : [];
  });
}

function standOf(record: BaseRecord, runs: LandedSnapshot["runs"]): BaseStand {
  switch (record.kind) {
    case "passed":
      return { state: "passed" };
    case "failed":
      return { state: "failed", greenBefore: record.greenBefore };
    case "refused":
      return { state: "unfit", why: record.why };
    case "started": {
      const run = runs.find(({ id }) => id === record.run);
      const hasEnded = run !== undefined && run.state !== "pending" && run.attempt > (record.seen ?? 0);
      return hasEnded ? { state: "ended", run } : { state: "running" };
    }
  }
}

/** What a run of ours noted about `file`. */
export function baseRecordOn(
  statuses: readonly StatusSnapshot[],
  file: string,
  { identity, repository }: Pick<RepositorySnapshot, "identity" | "repository">,
): BaseRecord | undefined {
  const status = statuses.find(
    ({ context, creator, targetUrl }) =>
      context === baseContext(file) &&
      creator === identity &&
      targetUrl.includes(`/${repository}/actions/runs/`),
  );
  return status && parseBaseRecord(status.description);
}

/** Merges of ours whose noted runs may have ended: id of each run. */
export function runsToFollow(
  snapshot: Pick<RepositorySnapshot, "config" | "identity" | "repository">,
  { state, landed }: Pick<PullSnapshot, "state" | "landed">,
): number[] {
  if (state !== "merged" || landed === undefined || readRecord(landed.message).record === undefined)
    return [];
  return snapshot.config.after_merge.dispatch.flatMap((file) => {
    const record = baseRecordOn(landed.statuses, file, snapshot);
    return record?.kind === "started" ? [record.run] : [];
  });
}

/** The repository's own workflows as evidence for a merge: the record of what we started at a head, and how it stands. Pure. */
import type { CheckedCheck, CheckState } from "./checks.ts";
import type { Config } from "./config.ts";
import type { CiRun, CiWorkflow, PullSnapshot, RepositorySnapshot } from "./snapshot.ts";
import { runBehind } from "./status-run.ts";

/** First part of the statuses that record what we started. */
const PREFIX = "nightshift/ci/";

/** The status on a head that says which run of `file` we started there. */
export function ciContext(file: string): string {
  return `${PREFIX}${file}`;
}

/** `attempt` is the one whose jobs are mirrored; before that the run is only known to be started. */
export function ciDescription(run: number, attempt?: number): string {
  return attempt === undefined ? `run ${run} is started` : `run ${run}, attempt ${attempt}`;
}

/** Why GitHub did not start it. */
export function ciRefusal(said: string): string {
  return `not started: ${said}`;
}

const STARTED = /^run (\d{1,19}) is started$/;
const MIRRORED = /^run (\d{1,19}), attempt (\d{1,6})$/;
const REFUSED = /^not started: (.+)$/s;

export type CiRecord =
  | { kind: "run"; run: number; mirrored: { attempt: number; passed: boolean } | undefined }
  | { kind: "refused"; said: string; at: string };

/** What the manager noted at this head; a status of anybody else is no record. */
export function ciRecordOf(
  { identity, runs }: Pick<RepositorySnapshot, "identity" | "runs">,
  { statuses }: Pick<PullSnapshot, "statuses">,
  file: string,
): CiRecord | undefined {
  const status = statuses.find(
    (candidate) => candidate.context === ciContext(file) && candidate.creator === identity,
  );
  if (status === undefined || runBehind({ runs }, status)?.agent !== "merge") return undefined;
  const mirrored = MIRRORED.exec(status.description);
  if (mirrored)
    return {
      kind: "run",
      run: Number(mirrored[1]),
      mirrored: { attempt: Number(mirrored[2]), passed: status.state === "success" },
    };
  const started = STARTED.exec(status.description);
  if (started) return { kind: "run", run: Number(started[1]), mirrored: undefined };
  const said = REFUSED.exec(status.description)?.[1];
  return said === undefined ? undefined : { kind: "refused", said, at: status.createdAt };
}

/** The checks that `ci.mode` asks for besides those that are named: nothing is green by being absent. */
export function ciChecks({ ci: settings }: Config, ci: readonly CiWorkflow[]): CheckedCheck[] {
  const states = new Map<string, CheckState>(
    ci.map(({ file, run }) => [file, stateOf(run, settings.skippable.includes(file))]),
  );
  if (settings.mode === "dispatch")
    for (const file of settings.dispatch) if (!states.has(file)) states.set(file, "missing");
  if (settings.mode === "wait" && states.size === 0) states.set("a workflow on this pull request", "missing");
  return [...states].map(([name, state]) => ({ name, app: undefined, state }));
}

function stateOf(run: CiRun | undefined, skippable: boolean): CheckState {
  if (run === undefined || run.state === "held") return "missing";
  if (run.state === "skipped") return skippable ? "passed" : "failed";
  return run.state;
}

/** It can be started at this head and was not. */
export function isUnstarted({ run, unfit }: CiWorkflow): boolean {
  return run === undefined && unfit === undefined;
}

/** Its run ended, and the head does not show so. */
export function isUnmirrored({ run }: Pick<CiWorkflow, "run">): boolean {
  return run !== undefined && !["pending", "held"].includes(run.state) && run.mirrored !== run.attempt;
}

/** Workflows of which jobs failed at this head: what the code agent is asked to mend. */
export function failedCi(ci: readonly CiWorkflow[]): CiWorkflow[] {
  return ci.filter(({ run }) => run?.failedAt !== undefined);
}

/** Names that a job of CI may not take: they mean something else on a head. */
export function isOurContext(name: string): boolean {
  return name.toLowerCase().startsWith("nightshift/");
}

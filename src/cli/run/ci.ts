/** `--run-ci`: approves the repository's own runs that wait for a person, and tells how they end. They are no evidence for a merge. */
import { WORKFLOW_TEMPLATES } from "../templates.ts";
import type { Terminal } from "../terminal.ts";
import type { LocalRun } from "./local-run.ts";

const LOOK_EVERY_MS = 500;

/** Looks again and again until the returned function is called. */
export function followCi({ forge, github }: LocalRun, repository: string, terminal: Terminal): () => void {
  const ours = new Set<string>(WORKFLOW_TEMPLATES);
  const seen = new Set<string>();
  const once = (key: string) => !seen.has(key) && seen.add(key) !== undefined;
  const look = () => {
    for (const run of forge.runs(repository).filter(({ path }) => !ours.has(path))) {
      if (run.conclusion === "action_required") {
        if (once(`approve ${run.id}`)) approveRun(run.id);
      } else if (run.status === "completed" && once(`end ${run.id} ${run.runAttempt}`))
        terminal.line(`  CI "${run.name}" at ${run.headSha.slice(0, 7)}: ${run.conclusion}`);
    }
  };
  const approveRun = (run_id: number) => {
    github
      .rest("POST /repos/{owner}/{repo}/actions/runs/{run_id}/approve", { run_id })
      .catch((error: unknown) => {
        terminal.line(`  CI run ${run_id} could not be approved: ${String(error)}`);
      });
  };
  const timer = setInterval(look, LOOK_EVERY_MS);
  return () => {
    clearInterval(timer);
    look();
  };
}

/** The live last line: which jobs are at work, and what the agent in them did last. */
import { turnIn } from "../agent/event-line.ts";
import type { RunnerProgress } from "../local/runner/options.ts";
import type { Terminal } from "./terminal.ts";

interface JobAtWork {
  name: string;
  doing: string;
}

/** Follows the runner's progress; give it to the runner as `onProgress`. */
export function liveView(terminal: Pick<Terminal, "status">): (event: RunnerProgress) => void {
  const titles = new Map<number, string>();
  const jobs = new Map<number, JobAtWork>();
  const draw = () =>
    terminal.status(
      [...jobs.values()].map(({ name, doing }) => `${name}${doing && `: ${doing}`}`).join(" | "),
    );
  return (event) => {
    switch (event.kind) {
      case "run_started":
        titles.set(event.runId, event.title);
        return;
      case "run_completed":
        titles.delete(event.runId);
        return;
      case "job_started":
        jobs.set(event.jobId, {
          name: `${shortTitle(titles.get(event.runId))} · ${event.name.split(" / ").at(-1)}`,
          doing: "",
        });
        return draw();
      case "job_completed":
        jobs.delete(event.jobId);
        return draw();
      case "log": {
        const job = jobs.get(event.jobId);
        const doing = turnIn(event.text) ?? commandIn(event.text);
        if (job === undefined || doing === undefined) return;
        job.doing = doing.slice(0, 80);
        return draw();
      }
    }
  };
}

/** A command that a job announces before it runs it. */
function commandIn(line: string): string | undefined {
  return /(\$ .*)$/.exec(line)?.[1];
}

/** `code · pull 6` without the forty digits. */
function shortTitle(title: string | undefined): string {
  return (title ?? "").replace(/ · [0-9a-f]{40}$/, "");
}

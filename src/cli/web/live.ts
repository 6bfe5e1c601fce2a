/** What happens, told to open pages as server-sent events: `change` when a page is out of date, `log` with new lines of a run's jobs. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Forge } from "../../local/forge/start.ts";
import type { RunnerProgress } from "../../local/runner/options.ts";
import { PAGE_HEADERS } from "./guard.ts";

/** Longest time between something that happens and its event. */
const GATHER_MS = 250;
/** Proxies and browsers give up on a connection that is silent for long. */
const BEAT_MS = 15_000;

export interface Live {
  /** Given to the runner. */
  progress(event: RunnerProgress): void;
  /** Answers a request for events. Without a repository those of all. */
  serve(
    request: IncomingMessage,
    response: ServerResponse,
    about: { repository: string | undefined; run: number | undefined },
  ): void;
  /** Listens no more and ends what is open; before the runner stops, so that no event goes to pages alone. */
  close(): void;
}

interface Listener {
  repository: string | undefined;
  run: number | undefined;
  changed: boolean;
  /** Jobs with new lines, and how much of their logs is told. */
  talking: Set<number>;
  told: Map<number, number>;
  timer: NodeJS.Timeout | undefined;
  response: ServerResponse;
}

export function openLive(forge: Pick<Forge, "onEvent" | "run" | "jobs" | "log">): Live {
  const listeners = new Set<Listener>();
  const wake = (listener: Listener) => {
    listener.timer ??= setTimeout(() => tell(listener, forge), GATHER_MS);
  };
  const changed = (repository: string | undefined) => {
    for (const listener of listeners) {
      if (listener.repository !== undefined && listener.repository !== repository) continue;
      listener.changed = true;
      wake(listener);
    }
  };
  const leave = forge.onEvent(({ repository }) => changed(repository));
  return {
    progress(event) {
      if (event.kind !== "log") return changed(forge.run(event.runId)?.repository);
      for (const listener of listeners) {
        if (listener.run !== event.runId) continue;
        listener.talking.add(event.jobId);
        wake(listener);
      }
    },
    serve(request, response, { repository, run }) {
      response.writeHead(200, { ...PAGE_HEADERS, "content-type": "text/event-stream; charset=utf-8" });
      response.write(": hello\n\n");
      const told = new Map(
        run === undefined ? [] : forge.jobs(run).map(({ id }) => [id, forge.log(id).length]),
      );
      const listener: Listener = {
        repository,
        run,
        changed: false,
        talking: new Set(),
        told,
        timer: undefined,
        response,
      };
      listeners.add(listener);
      const beat = setInterval(() => response.write(": still here\n\n"), BEAT_MS);
      request.once("close", () => {
        clearInterval(beat);
        clearTimeout(listener.timer);
        listeners.delete(listener);
      });
    },
    close() {
      leave();
      for (const { response } of listeners) response.end();
    },
  };
}

function tell(listener: Listener, forge: Pick<Forge, "log">): void {
  listener.timer = undefined;
  const send = (event: string, data: unknown) =>
    listener.response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  for (const job of listener.talking) {
    const log = forge.log(job);
    const from = listener.told.get(job) ?? 0;
    if (log.length > from) send("log", { job, from, text: log.slice(from) });
    listener.told.set(job, log.length);
  }
  listener.talking.clear();
  if (listener.changed) send("change", {});
  listener.changed = false;
}

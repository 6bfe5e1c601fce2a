/** Fires the `schedule` entries of the default branches' workflows on the injected clock. */
import type { EventsConfig } from "@actions/workflow-parser/model/workflow-template";
import type { Clock, ForgeForRunner } from "../contract.ts";
import type { WorkflowSource } from "./run/source.ts";
import { nextFire } from "./trigger/cron.ts";

export interface Scheduler {
  /** Reads the entries again and sets the next alarm: at start and whenever a default branch moved. */
  refresh(): Promise<void>;
  /** Emits every entry that came due since the last time, each once. */
  dispatchDue(): Promise<void>;
  stop(): void;
}

/** A wake-up at least once a day keeps the timer within what timers can hold. */
const LONGEST_SLEEP_MS = 24 * 60 * 60_000;

export function createScheduler(
  forge: ForgeForRunner,
  source: WorkflowSource,
  clock: Clock,
  onError: (error: unknown) => void,
): Scheduler {
  let checked = clock.now();
  let cancelAlarm = () => {};
  let stopped = false;

  async function dueBefore(now: Date): Promise<{ repository: string; cron: string }[]> {
    const all = await scheduleEntries(forge, source);
    return all.filter(({ cron, timezone }) => {
      const next = nextFire(cron, checked, timezone);
      return next !== undefined && next <= now;
    });
  }

  async function setAlarm(): Promise<void> {
    const entries = await scheduleEntries(forge, source);
    const now = clock.now();
    const times = entries.flatMap(({ cron, timezone }) => nextFire(cron, checked, timezone)?.getTime() ?? []);
    cancelAlarm();
    if (stopped || times.length === 0) return;
    const sleep = Math.max(0, Math.min(LONGEST_SLEEP_MS, Math.min(...times) - now.getTime()));
    cancelAlarm = clock.after(sleep, () => void scheduler.dispatchDue().catch(onError));
  }

  const scheduler: Scheduler = {
    refresh: setAlarm,
    async dispatchDue() {
      const now = clock.now();
      const due = await dueBefore(now);
      checked = now;
      for (const { repository, cron } of due) if (!stopped) forge.emitSchedule(repository, cron);
      await setAlarm();
    },
    stop() {
      stopped = true;
      cancelAlarm();
    },
  };
  return scheduler;
}

async function scheduleEntries(
  forge: ForgeForRunner,
  source: WorkflowSource,
): Promise<{ repository: string; cron: string; timezone: string | undefined }[]> {
  const lists = await Promise.all(
    forge.repositories().map(async (repository) => {
      const ref = `refs/heads/${forge.defaultBranch(repository)}`;
      const sha = await source.commit(repository, ref);
      const workflows = sha ? await source.workflows(repository, sha, ref) : [];
      return workflows
        .flatMap(({ parsed }) => cronEntries(parsed.events))
        .map((entry) => ({ repository, ...entry }));
    }),
  );
  // One event per repository and cron text, however many workflows share it: the forge emits it once for all of them.
  return [
    ...new Map(
      lists.flat().map((entry) => [`${entry.repository}\n${entry.cron}\n${entry.timezone ?? ""}`, entry]),
    ).values(),
  ];
}

function cronEntries(events: EventsConfig): { cron: string; timezone: string | undefined }[] {
  return (events.schedule ?? []).map(({ cron, timezone }) => ({ cron, timezone }));
}

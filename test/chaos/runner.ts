/** Runs of the templates: an event starts them, their group admits them, their jobs are the real phases. */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { TriggerEvent } from "../../src/local/contract.ts";
import { playWorkflow } from "./phases.ts";
import type { Part } from "./stage.ts";
import type { Start, Workflows } from "./workflows.ts";
import type { World } from "./world.ts";
import { REPOSITORY } from "./world.ts";

interface Group {
  /** The newest one that waits; one that it replaces is cancelled. */
  waiting: { enter: () => void; cancel: () => void } | undefined;
}

export function openRunner(world: World, workflows: Workflows, dataDir: string): { close: () => void } {
  const { forge, stage } = world;
  const groups = new Map<string, Group>();
  let next = 1_000_000;

  const begin = (start: Start, event: TriggerEvent, id: number): void => {
    forge.createRun({
      id,
      repository: REPOSITORY,
      path: start.path,
      name: start.name,
      displayTitle: start.title,
      event: event.name,
      headBranch: event.ref.replace("refs/heads/", ""),
      headSha: event.sha,
      actor: event.actor,
      triggeringActor: event.actor,
      trigger: event,
      status: start.skipped ? "completed" : "queued",
      conclusion: start.skipped ? "skipped" : null,
    });
    if (start.skipped) return;
    const enter = () => stage.enter(`${start.title} (run ${id})`, (part) => play(start, event, id, part));
    const group = start.group === undefined ? undefined : groups.get(start.group);
    if (group === undefined) {
      if (start.group !== undefined) groups.set(start.group, { waiting: undefined });
      enter();
      return;
    }
    group.waiting?.cancel();
    forge.updateRun(id, { status: "pending" });
    group.waiting = {
      enter,
      cancel: () => void forge.updateRun(id, { status: "completed", conclusion: "cancelled" }),
    };
  };

  const play = async (start: Start, event: TriggerEvent, id: number, part: Part): Promise<void> => {
    forge.updateRun(id, { status: "in_progress" });
    const temp = join(dataDir, "jobs", String(id));
    const eventPath = join(temp, "event.json");
    await mkdir(temp, { recursive: true });
    const payload = event.inputs ? { ...event.payload, inputs: event.inputs } : event.payload;
    await writeFile(eventPath, JSON.stringify(payload));
    const run = { id, event, temp, eventPath, part };
    const conclusion = await playWorkflow(world, workflows, start.name, run);
    await part.step(async () => {
      forge.updateRun(id, { status: "completed", conclusion });
      if (start.group !== undefined) leave(start.group);
    });
  };

  const leave = (name: string): void => {
    const waiting = groups.get(name)?.waiting;
    if (waiting === undefined) {
      groups.delete(name);
      return;
    }
    groups.set(name, { waiting: undefined });
    waiting.enter();
  };

  const stop = forge.onEvent((event) => {
    for (const start of workflows.startedBy(event, next, {})) {
      begin(start, event, next);
      next += 1;
    }
  });
  return { close: stop };
}

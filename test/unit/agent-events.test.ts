import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBacklog } from "../../src/agent/backlog.ts";
import { renderEvent } from "../../src/agent/event-line.ts";
import { openEventQueue } from "../../src/agent/event-queue.ts";
import type { AgentEvent } from "../../src/agent/events.ts";
import type { Sandbox } from "../../src/agent/sandbox/sandbox.ts";
import { startRun } from "../../src/agent/start-run.ts";
import { openSubmissionQueue } from "../../src/agent/submissions.ts";
import { calls, DONE, offSandbox, playing, runOf, wordsIn } from "./agent-support.ts";
import { exists, makeRepository, removeRepository } from "./sandbox-support.ts";

const warning = (number: number): AgentEvent => ({ kind: "warning", message: String(number) });
const numbers = (count: number) => Array.from({ length: count }, (_, index) => String(index));

async function readAll(events: AsyncIterable<AgentEvent>): Promise<string[]> {
  const seen: string[] = [];
  for await (const event of events) if (event.kind === "warning") seen.push(event.message);
  return seen;
}

describe("the event queue", () => {
  let directory: string;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), "nightshift-backlog-"));
  });
  afterAll(() => rm(directory, { recursive: true, force: true }));

  test("loses nothing and keeps the order for a consumer that comes late, beyond what memory may hold", async () => {
    const queue = openEventQueue(8);
    const consumer = queue.subscribe();
    for (let number = 0; number < 3_000; number += 1) queue.push(warning(number));
    queue.close();
    expect(await readAll(consumer)).toEqual(numbers(3_000));
  });

  test("keeps the order for a consumer that is slower than the run for a while", async () => {
    const queue = openEventQueue(3);
    const consumer = queue.subscribe();
    const seen: string[] = [];
    for (let number = 0; number < 200; number += 1) {
      queue.push(warning(number));
      if (number % 7 !== 0) continue;
      const { value } = await consumer.next();
      if (value?.kind === "warning") seen.push(value.message);
    }
    queue.close();
    expect([...seen, ...(await readAll(consumer))]).toEqual(numbers(200));
  });

  test("what waits on disk is private and gone when it was read, or when the reader goes away", async () => {
    const backlog = openBacklog<AgentEvent>(2, directory);
    for (let number = 0; number < 5; number += 1) backlog.push(warning(number));
    expect(await readdir(directory)).toHaveLength(1);
    backlog.end();
    expect(await readAll(backlog)).toEqual(numbers(5));
    expect(await readdir(directory)).toEqual([]);

    const left = openBacklog<AgentEvent>(2, directory);
    for (let number = 0; number < 5; number += 1) left.push(warning(number));
    for await (const _ of left) break;
    expect(await readdir(directory)).toEqual([]);
  });

  test("a disk that refuses costs memory, not events", async () => {
    const backlog = openBacklog<AgentEvent>(2, join(directory, "absent"));
    for (let number = 0; number < 50; number += 1) backlog.push(warning(number));
    backlog.end();
    expect(await readAll(backlog)).toEqual(numbers(50));
  });

  test("gives every consumer all events from its subscription on", async () => {
    const queue = openEventQueue();
    const first = queue.subscribe();
    queue.push(warning(0));
    const second = queue.subscribe();
    queue.push(warning(1));
    queue.close();
    expect([await readAll(first), await readAll(second), await readAll(queue.subscribe())]).toEqual([
      ["0", "1"],
      ["1"],
      [],
    ]);
  });
});

test("events of a sub-agent are told under its name", () => {
  const event: AgentEvent = { kind: "tool", name: "search", isError: false, ms: 3.4 };
  expect(renderEvent({ kind: "sub", run: "run-2", agent: "explore", event })).toBe(
    "  [explore] search (3 ms)",
  );
});

describe("approvals", () => {
  const yes = { approved: true, why: "fine" };
  test("answer the call that waits, and a call that asks later", async () => {
    const queue = openSubmissionQueue();
    const { signal } = new AbortController();
    const early = queue.approval("a", signal);
    queue.submit({ kind: "approve", callId: "b", decision: { approved: false, why: "no" } });
    queue.submit({ kind: "approve", callId: "a", decision: yes });
    expect(await early).toEqual(yes);
    expect(await queue.approval("b", signal)).toEqual({ approved: false, why: "no" });
  });

  test("end with the run", async () => {
    const stop = new AbortController();
    const asked = openSubmissionQueue().approval("a", stop.signal);
    stop.abort();
    await expect(asked).rejects.toThrow("ended before");
  });
});

describe("a run as a handle", () => {
  let root: string;
  let sandbox: Sandbox;
  beforeAll(async () => {
    root = await makeRepository({ "README.md": "# Demo\n" });
    sandbox = await offSandbox(root);
  });
  afterAll(async () => {
    await sandbox.close();
    await removeRepository(root);
  });

  async function collect(events: AsyncIterable<AgentEvent>): Promise<AgentEvent[]> {
    const all: AgentEvent[] = [];
    for await (const event of events) all.push(event);
    return all;
  }

  test("tells its whole life, first to last", async () => {
    const run = startRun(runOf(playing(calls(["bash", { command: "true" }]), DONE), sandbox));
    const events = await collect(run.events());
    expect((await run.result).status).toBe("done");
    expect(events.map(({ kind }) => kind)).toEqual(["started", "turn", "tool", "turn", "ended"]);
    expect(events.at(-1)).toEqual({
      kind: "ended",
      status: "done",
      cause: "complete",
      message: "The agent finished its task.",
      turns: 2,
      usd: expect.any(Number),
    });
  });

  test("a consumer that never reads does not hold it up", async () => {
    const run = startRun(runOf(playing(calls(["bash", { command: "true" }]), DONE), sandbox));
    run.events();
    expect((await run.result).status).toBe("done");
  });

  test("words that are submitted stand behind the results of the turn, redacted", async () => {
    const model = playing(calls(["bash", { command: "true" }]), DONE);
    const run = startRun(runOf(model, sandbox, { secrets: ["s3cr3t-value-0123456789"] }));
    run.submit({ kind: "steer", text: "Mind the edge cases, s3cr3t-value-0123456789." });
    await run.result;
    expect(wordsIn(model.requests[0])).toContain("Mind the edge cases");
    expect(JSON.stringify(model.requests)).not.toContain("s3cr3t-value");
  });

  test("a call that a rule wants decided waits for an approval, when someone attends", async () => {
    const rules = [{ tool: "bash", decision: "escalate" as const, why: "commands need a person" }];
    const model = playing(calls(["bash", { command: "echo hi" }]), DONE);
    const run = startRun(runOf(model, sandbox, { rules }), true);
    for await (const event of run.events()) {
      if (event.kind === "asked")
        run.submit({ kind: "approve", callId: event.callId, decision: { approved: true, why: "fine" } });
    }
    expect((await run.result).escalations).toMatchObject([{ tool: "bash", answer: "approved" }]);
    const alone = playing(calls(["bash", { command: "echo hi" }]), DONE);
    expect((await startRun(runOf(alone, sandbox, { rules })).result).escalations).toMatchObject([
      { answer: "denied" },
    ]);
  });

  test("an interruption kills the command that runs; the work stays", async () => {
    const model = playing(
      calls(["bash", { command: "echo saved > work.txt; sleep 60; echo late > late.txt" }]),
    );
    const run = startRun(runOf(model, sandbox));
    while (!(await exists(join(root, "work.txt")))) await new Promise((resolve) => setTimeout(resolve, 10));
    run.submit({ kind: "interrupt", why: "enough" });
    expect(await run.result).toMatchObject({ status: "cancelled", cause: "abort", edited: true });
    expect(model.requests).toHaveLength(1);
    expect(await exists(join(root, "late.txt"))).toBe(false);
  });

  test("a stop leaves one turn to complete", async () => {
    const model = playing(DONE);
    const run = startRun(runOf(model, sandbox));
    run.submit({ kind: "stop", why: "another agent took over" });
    expect(await run.result).toMatchObject({ status: "done", turns: 1 });
    expect(wordsIn(model.requests[0])).toContain("asked to stop");
  });

  test("and cancels a run that does not", async () => {
    const run = startRun(runOf(playing(calls(["bash", { command: "true" }])), sandbox));
    run.submit({ kind: "stop", why: "another agent took over" });
    expect(await run.result).toMatchObject({
      status: "cancelled",
      message: "The run was stopped: another agent took over",
      turns: 1,
    });
  });
});

/** Conversations that begin anew: a summary in place of what grew too large, another model in place of one that is down. */
import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { AgentEvent } from "../../src/agent/events.ts";
import { rebuildMessages } from "../../src/agent/record/read.ts";
import { runAgent } from "../../src/agent/run.ts";
import type { Sandbox } from "../../src/agent/sandbox/sandbox.ts";
import { openSubmissionQueue } from "../../src/agent/submissions.ts";
import {
  ModelError,
  type ModelMessage,
  type ModelRequest,
  NO_USAGE,
  type Part,
} from "../../src/models/port.ts";
import { call, calls, DONE, offSandbox, type Play, playing, runOf, wordsIn } from "./agent-support.ts";
import { makeRepository, removeRepository } from "./sandbox-support.ts";

let root: string;
let scratch: string;
let sandbox: Sandbox;
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), "nightshift-epochs-"));
  root = await makeRepository({ "src/add.ts": "export const add = 1;\n", "README.md": "# Demo\n" });
  sandbox = await offSandbox(root);
});
afterAll(async () => {
  await sandbox.close();
  await removeRepository(root);
  await removeRepository(scratch);
});
beforeEach(async () => {
  await sandbox.exec({ argv: ["git", "checkout", "-q", "--", "."], timeoutMs: 5_000, maxOutputBytes: 100 });
});

const THINKING: Part = { kind: "opaque", provider: "anthropic", model: "m", data: { type: "thinking" } };
const SUMMARY =
  "Goal: make it work. Done: src/add.ts is half changed. Next: run the tests and finish the second half.";
/** A prompt past the soft limit of 140,000 tokens. */
const FULL = { ...NO_USAGE, input: 139_900, output: 200 };
const PLAN = [{ id: "1", text: "write the parser", state: "doing" }];

const textIn = (messages: readonly ModelMessage[]) => JSON.stringify(messages);
const isAsked = (request: ModelRequest) => wordsIn(request).includes("about to be replaced by your summary");

describe("a conversation that has grown too large", () => {
  /** Edits, plans, fails a command, and is then over the limit. */
  const grows = (...rest: readonly Play[]) =>
    playing(
      { parts: [THINKING, call("read_file", { path: "src/add.ts" })] },
      calls(
        ["edit_file", { path: "src/add.ts", edits: [{ old: "= 1", new: "= 2" }] }],
        ["update_plan", { items: PLAN }],
      ),
      { ...calls(["bash", { command: "echo 'FAIL the parser'; exit 3" }]), usage: FULL },
      ...rest,
    );

  test("is summarised by the model in the same conversation, and goes on from task, plan, summary, changes and failure", async () => {
    const transcript = join(scratch, "compacted.jsonl");
    const events: AgentEvent[] = [];
    const model = grows({ parts: [{ kind: "text", text: SUMMARY }] }, DONE);
    const result = await runAgent(
      runOf(model, sandbox, { transcript, onEvent: (event) => events.push(event) }),
    );
    expect([result.status, result.turns]).toEqual(["done", 5]);

    const [, , before, asked, after] = model.requests;
    expect(asked && isAsked(asked)).toBe(true);
    expect(asked?.maxOutputTokens).toBe(4_000);
    expect(asked?.messages.slice(0, before?.messages.length)).toEqual(before?.messages);
    expect([asked?.system, asked?.tools]).toEqual([before?.system, before?.tools]);

    expect(after?.messages).toHaveLength(1);
    const [opening, resumed] = after?.messages[0]?.parts ?? [];
    expect(opening).toEqual(before?.messages[0]?.parts[0]);
    const text = resumed?.kind === "text" ? resumed.text : "";
    for (const kept of ["write the parser", SUMMARY, "src/add.ts | 2 +-", "FAIL the parser"])
      expect(text).toContain(kept);
    expect(textIn(after?.messages ?? [])).not.toContain("thinking");

    expect(events.find(({ kind }) => kind === "compaction")).toMatchObject({ count: 1 });
    const rebuilt = rebuildMessages(await readFile(transcript, "utf8"));
    expect(rebuilt.slice(0, 1)).toEqual(after?.messages);
  });

  test("asks twice at most, then makes the summary from the record", async () => {
    const model = grows(calls(["read_file", { path: "README.md" }]), { parts: [] }, DONE);
    const result = await runAgent(runOf(model, sandbox));
    expect(result.status).toBe("done");
    const last = textIn(model.requests.at(-1)?.messages ?? []);
    for (const fact of ["Files written: src/add.ts", "exit 3: echo 'FAIL the parser'"])
      expect(last).toContain(fact);
    expect(model.requests).toHaveLength(6);
  });

  test("is summarised from the record when the prompt no longer fits the window at all", async () => {
    const model = grows(DONE);
    model.requests.length = 0;
    const over = playing(
      calls(["read_file", { path: "README.md" }]),
      new ModelError("context_overflow", "prompt is too long"),
      DONE,
    );
    const huge = { ...over, id: "anthropic:claude-haiku-5-5" };
    const result = await runAgent(runOf(huge, sandbox));
    expect(result.status).toBe("done");
    expect(textIn(over.requests.at(-1)?.messages ?? [])).toContain("replaced by the following");
  });

  test("may be summarised three times; then the run ends and leaves a summary", async () => {
    const model = playing((request) =>
      isAsked(request)
        ? { parts: [{ kind: "text", text: `${SUMMARY} (${model.requests.length})` }] }
        : { ...calls(["bash", { command: `echo ${model.requests.length}` }]), usage: FULL },
    );
    const result = await runAgent(runOf(model, sandbox));
    expect([result.status, result.cause]).toEqual(["failed", "context_exhausted"]);
    expect(model.requests.filter(isAsked)).toHaveLength(4);
    expect(result.checkpoint).toContain(SUMMARY);
  });

  test("is summarised on request, and words that came meanwhile are said after it", async () => {
    const submissions = openSubmissionQueue();
    const model = playing(
      () => {
        submissions.submit({ kind: "steer", text: "Use tabs." });
        submissions.submit({ kind: "compact" });
        return calls(["read_file", { path: "README.md" }]);
      },
      { parts: [{ kind: "text", text: SUMMARY }] },
      DONE,
    );
    const result = await runAgent(runOf(model, sandbox, { submissions }));
    expect([result.status, model.requests.length]).toEqual(["done", 3]);
    expect(model.requests[1] && isAsked(model.requests[1])).toBe(true);
    expect(model.requests[2]?.messages).toHaveLength(1);
    expect(wordsIn(model.requests[2])).toMatch(/Use tabs\.$/);
  });

  test("secrets do not come back through the summary", async () => {
    const secret = "s3cr3t-value-0123456789";
    const model = grows({ parts: [{ kind: "text", text: `${SUMMARY} The key is ${secret}.` }] }, DONE);
    await runAgent(runOf(model, sandbox, { secrets: [secret] }));
    const last = textIn(model.requests.at(-1)?.messages ?? []);
    expect(last).toContain(SUMMARY);
    expect(last).not.toContain(secret);
  });
});

test("an unfinished run leaves where its work stands, without another request", async () => {
  const model = playing(
    calls(["write_file", { path: "notes.md", content: "x" }]),
    calls(["bash", { command: "false" }]),
  );
  const limits = { turns: 2, wallMs: 60_000, usd: 5, tokens: null, outputTokens: 8_000 };
  const result = await runAgent(runOf(model, sandbox, { limits }));
  expect([result.cause, model.requests.length]).toEqual(["max_turns", 3]);
  expect(result.checkpoint).toContain("Files written: notes.md");
  expect(result.checkpoint).toContain("exit 1: false");
});

describe("a model that cannot be had", () => {
  const down = new ModelError("overloaded", "overloaded");
  const second = (...plays: readonly Play[]) => ({ ...playing(...plays), id: "anthropic:claude-opus-5-5" });

  test("is replaced after three failures in a row, and the conversation goes on without its thinking", async () => {
    const transcript = join(scratch, "failover.jsonl");
    const events: AgentEvent[] = [];
    const first = playing({ parts: [THINKING, call("read_file", { path: "README.md" })] }, down);
    const next = second(DONE);
    const result = await runAgent(
      runOf(first, sandbox, {
        fallbacks: [next],
        transcript,
        onEvent: (event) => events.push(event),
      }),
    );
    expect(result.status).toBe("done");
    expect([first.requests.length, next.requests.length]).toEqual([4, 1]);
    const sent = next.requests[0]?.messages ?? [];
    expect(textIn(sent)).not.toContain("thinking");
    expect(sent.map(({ role }) => role)).toEqual(["user", "assistant", "user"]);
    expect(events.find(({ kind }) => kind === "failover")).toMatchObject({
      from: "anthropic:claude-sonnet-5-5",
      to: "anthropic:claude-opus-5-5",
    });
    const text = await readFile(transcript, "utf8");
    expect(rebuildMessages(text).slice(0, sent.length)).toEqual(sent);
    // One turn of each: 1,000 tokens in and 100 out, at 2/10 and at 4/20 dollars for a million.
    expect(result.usd).toBeCloseTo(0.003 + 0.006, 10);
  });

  test("is replaced instead of waiting for hours", async () => {
    const limited = new ModelError("rate_limit", "slow down", { retryAfterMs: 3_600_000 });
    const next = second(DONE);
    const result = await runAgent(runOf(playing(limited), sandbox, { fallbacks: [next] }));
    expect([result.status, next.requests.length]).toEqual(["done", 1]);
  });

  test("the last of the list keeps the whole patience of the retry policy", async () => {
    const [first, next] = [playing(down), second(down)];
    const result = await runAgent(runOf(first, sandbox, { fallbacks: [next] }));
    expect([result.cause, first.requests.length, next.requests.length]).toEqual(["provider", 3, 6]);
  });

  test.each(["auth", "billing", "invalid", "not_found"] as const)(
    "%s is no outage: nobody takes over",
    async (kind) => {
      const next = second(DONE);
      const result = await runAgent(
        runOf(playing(new ModelError(kind, kind)), sandbox, { fallbacks: [next] }),
      );
      expect([result.cause, next.requests.length]).toEqual(["provider", 0]);
    },
  );

  test("what does not fit the next model is summarised first", async () => {
    const small = {
      ...playing({ parts: [{ kind: "text", text: SUMMARY }] }, DONE),
      id: "anthropic:claude-haiku-5-5",
    };
    const first = playing({ ...calls(["bash", { command: "seq 1 9000" }]) }, down);
    const brief = "x ".repeat(160_000);
    const result = await runAgent(runOf(first, sandbox, { fallbacks: [small], brief }));
    expect(result.status).toBe("done");
    expect(small.requests[0] && isAsked(small.requests[0])).toBe(true);
  });
});

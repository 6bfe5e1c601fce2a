import { mkdtemp, readFile, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { AgentEvent } from "../../src/agent/events.ts";
import { rebuildMessages } from "../../src/agent/record/read.ts";
import { runAgent } from "../../src/agent/run.ts";
import type { Sandbox } from "../../src/agent/sandbox/sandbox.ts";
import { ModelError, NO_USAGE } from "../../src/models/port.ts";
import { call, calls, DONE, offSandbox, playing, resultsIn, runOf, wordsIn } from "./agent-support.ts";
import { makeRepository, removeRepository } from "./sandbox-support.ts";

let root: string;
let scratch: string;
let sandbox: Sandbox;
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), "nightshift-transcripts-"));
  root = await makeRepository({
    "src/add.ts": "export const add = (a, b) => a - b;\n",
    "README.md": "# Demo\n",
  });
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

const COMPLETE = { status: "done", summary: "all done", output: { answer: 42 } };
const READ = ["read_file", { path: "src/add.ts" }] as const;
const FIX = ["edit_file", { path: "src/add.ts", edits: [{ old: "a - b", new: "a + b" }] }] as const;
const run = (command: string) => ["bash", { command }] as const;

test("reads, edits, runs and completes, and reports what it did", async () => {
  const model = playing(
    calls([...READ]),
    calls([...FIX]),
    calls([...run("grep -q 'a + b' src/add.ts")]),
    DONE,
  );
  const result = await runAgent(runOf(model, sandbox));
  expect(result).toEqual({
    status: "done",
    cause: "complete",
    completion: { status: "done", summary: "all done", output: { answer: 42 }, blockers: [] },
    message: "The agent finished its task.",
    usage: { ...NO_USAGE, input: 4_000, output: 400 },
    usd: expect.closeTo(0.012, 10),
    turns: 4,
    toolCalls: 4,
    edited: true,
    commandsRun: [{ command: "grep -q 'a + b' src/add.ts", exitCode: 0, afterLastEdit: true }],
    escalations: [],
  });
  expect(await readFile(join(root, "src/add.ts"), "utf8")).toContain("a + b");
});

test("the first user message is the header as one line of JSON, an empty line, the brief", async () => {
  const model = playing(DONE);
  await runAgent(runOf(model, sandbox));
  expect(model.requests[0]?.messages).toEqual([
    {
      role: "user",
      parts: [
        {
          kind: "text",
          text: '{"agent":"coder","mode":"implement","feature":"search","round":1}\n\nMake it work.',
        },
      ],
    },
  ]);
});

test("every request begins with the messages of the one before, byte for byte", async () => {
  const model = playing(calls([...READ]), { parts: [{ kind: "text", text: "hm" }] }, calls([...FIX]), DONE);
  await runAgent(runOf(model, sandbox));
  for (const [index, { messages }] of model.requests.entries()) {
    const next = model.requests[index + 1]?.messages ?? messages;
    expect(JSON.stringify(next.slice(0, messages.length))).toBe(JSON.stringify(messages));
  }
  expect(model.requests.length).toBe(4);
});

test("a command before the last edit is not proof of it", async () => {
  const model = playing(calls([...run("true")]), calls([...READ]), calls([...FIX]), DONE);
  const result = await runAgent(runOf(model, sandbox));
  expect(result.commandsRun).toEqual([{ command: "true", exitCode: 0, afterLastEdit: false }]);
});

test("a command that changed the tree says so, and where it ran", async () => {
  const model = playing(calls(["bash", { command: "touch ../made.txt", cwd: "src" }]), DONE);
  const result = await runAgent(runOf(model, sandbox));
  expect(result.commandsRun).toEqual([
    { command: "touch ../made.txt", exitCode: 0, cwd: "src", afterLastEdit: true, changed: true },
  ]);
});

test("a gate's objection goes back to the model as an error, and the run goes on", async () => {
  const model = playing(DONE, calls([...run("true")]), DONE);
  const result = await runAgent(
    runOf(model, sandbox, {
      gates: [async ({ commandsRun }) => (commandsRun.length === 0 ? "run the tests first" : undefined)],
    }),
  );
  expect(resultsIn(model.requests[1])).toEqual([{ content: "run the tests first", isError: true }]);
  expect(result.status).toBe("done");
});

test("an output that is not what the mode asks for is told three times, then the run fails", async () => {
  const wrong = calls(["complete_task", { ...COMPLETE, output: { answer: "many" } }]);
  const model = playing(wrong);
  const result = await runAgent(runOf(model, sandbox));
  expect(resultsIn(model.requests[1])[0]?.content).toContain("answer");
  expect({ status: result.status, cause: result.cause, requests: model.requests.length }).toEqual({
    status: "failed",
    cause: "no_completion",
    requests: 3,
  });
});

test("blocked needs no output and passes no gate", async () => {
  const blocked = {
    status: "blocked",
    summary: "no",
    blockers: [{ kind: "missing", detail: "There is no schema." }],
  };
  const result = await runAgent(
    runOf(playing(calls(["complete_task", blocked])), sandbox, { gates: [async () => "never"] }),
  );
  expect([result.status, result.cause, result.message]).toEqual([
    "blocked",
    "complete",
    "The agent is blocked: missing: There is no schema.",
  ]);
});

test("complete_task beside a read counts, the read is skipped", async () => {
  const result = await runAgent(runOf(playing(calls([...READ], ["complete_task", COMPLETE])), sandbox));
  expect(result.status).toBe("done");
});

test("complete_task beside an edit is refused, nothing runs, and both calls are answered", async () => {
  const model = playing(
    calls(["write_file", { path: "new.txt", content: "x" }], ["complete_task", COMPLETE]),
    DONE,
  );
  await runAgent(runOf(model, sandbox));
  expect(
    resultsIn(model.requests[1]).map(({ content, isError }) => [content.split(":")[0], isError]),
  ).toEqual([
    ["Skipped", true],
    ["Not done", true],
  ]);
  await expect(stat(join(root, "new.txt"))).rejects.toThrow();
});

test("a turn cut at the length limit runs none of its calls", async () => {
  const cut = {
    ...calls(["write_file", { path: "half.txt", content: "half" }]),
    stop: "max_tokens" as const,
  };
  const model = playing(cut, DONE);
  await runAgent(runOf(model, sandbox));
  await expect(stat(join(root, "half.txt"))).rejects.toThrow();
  expect(wordsIn(model.requests[1])).toContain("cut at the length limit");
  expect(JSON.stringify(model.requests[1]?.messages)).not.toContain("half.txt");
});

test("three cut turns in a row end the run", async () => {
  const result = await runAgent(runOf(playing({ stop: "max_tokens" }), sandbox));
  expect([result.status, result.cause, result.turns]).toEqual(["failed", "no_completion", 3]);
});

test("text alone is nudged twice, then the run ends", async () => {
  const model = playing({ parts: [{ kind: "text", text: "I think" }] });
  const result = await runAgent(runOf(model, sandbox));
  expect([result.cause, model.requests.length, wordsIn(model.requests[2])]).toEqual([
    "no_completion",
    3,
    "Nothing happens without a tool call. Go on, or end with complete_task.",
  ]);
});

test("one result for each call id: unknown tool, wrong input, failing tool, doubled id", async () => {
  const doubled = call("read_file", { path: "README.md" });
  const model = playing(
    {
      parts: [
        call("fly", {}),
        call("read_file", { path: 3 }),
        call("read_file", { path: "../../etc/passwd" }),
        doubled,
        doubled,
      ],
    },
    DONE,
  );
  await runAgent(runOf(model, sandbox));
  expect(resultsIn(model.requests[1]).map(({ isError }) => isError)).toEqual([true, true, true, false]);
});

test("three turns of invalid calls in a row stop the run", async () => {
  const result = await runAgent(runOf(playing(calls(["fly", {}])), sandbox));
  expect([result.cause, result.turns]).toEqual(["tool_errors", 3]);
});

test("eight tool errors in a row stop the run", async () => {
  let file = 0;
  const model = playing(() => calls(["read_file", { path: `none-${file++}.ts` }]));
  const result = await runAgent(runOf(model, sandbox));
  expect([result.cause, result.turns]).toEqual(["tool_errors", 8]);
});

test("reads of one turn run side by side, and a command waits for them", async () => {
  const model = playing(
    calls([...READ], ["search", { pattern: "Demo" }], ["list_files", {}], [...run("ls")]),
    DONE,
  );
  const order: string[] = [];
  await runAgent(
    runOf(model, sandbox, { onEvent: (event) => event.kind === "tool" && order.push(event.name) }),
  );
  expect(order.at(-1)).toBe("bash");
  expect(resultsIn(model.requests[1]).map(({ content }) => content.split("\n")[0])).toEqual([
    "1\texport const add = (a, b) => a - b;",
    "README.md:1:# Demo",
    "README.md",
    expect.stringMatching(/^exit 0/),
  ]);
});

describe("limits", () => {
  test("the last turns bring one notice, then one grace turn in which only complete_task runs", async () => {
    const model = playing(() => calls(["write_file", { path: `f${Math.random()}.txt`, content: "x" }]));
    const result = await runAgent(
      runOf(model, sandbox, {
        limits: { turns: 5, wallMs: 60_000, usd: 5, tokens: null, outputTokens: 8_000 },
      }),
    );
    const notices = model.requests.filter((request) =>
      wordsIn(request).includes("Most of your budget"),
    ).length;
    expect({ status: result.status, cause: result.cause, notices, turns: result.turns }).toEqual({
      status: "failed",
      cause: "max_turns",
      notices: 1,
      turns: 6,
    });
    expect(wordsIn(model.requests[5])).toContain("Call complete_task now");
  });

  test("completing in the grace turn is success", async () => {
    const model = playing(calls([...READ]), DONE);
    const result = await runAgent(
      runOf(model, sandbox, {
        limits: { turns: 1, wallMs: 60_000, usd: 5, tokens: null, outputTokens: 8_000 },
      }),
    );
    expect(result.status).toBe("done");
  });

  test("money is never overspent: the run ends before a call that could", async () => {
    const model = playing((request) => ({
      ...calls(["read_file", { path: "README.md", limit: model.requests.length + 1 }]),
      usage: { ...NO_USAGE, input: 20_000, output: request.maxOutputTokens },
    }));
    const result = await runAgent(
      runOf(model, sandbox, {
        limits: { turns: 99, wallMs: 60_000, usd: 1, tokens: null, outputTokens: 16_000 },
      }),
    );
    expect(result.cause).toBe("budget_usd");
    expect(result.usd).toBeLessThanOrEqual(1);
    expect(result.usd).toBeGreaterThan(0.8);
  });

  test("a call that took all that was left is the last one: there is no grace turn on credit", async () => {
    const model = playing({
      ...calls([...READ]),
      usage: { ...NO_USAGE, input: 450_000, output: 20_000 },
    });
    const result = await runAgent(
      runOf(model, sandbox, {
        limits: { turns: 99, wallMs: 60_000, usd: 1, tokens: null, outputTokens: 8_000 },
      }),
    );
    expect([result.cause, model.requests.length]).toEqual(["budget_usd", 1]);
  });

  test("failed calls that used up the money are not retried", async () => {
    const failed = new ModelError("stall", "stall", { usage: { ...NO_USAGE, input: 300_000 } });
    const model = playing(failed);
    const result = await runAgent(
      runOf(model, sandbox, {
        limits: { turns: 99, wallMs: 60_000, usd: 1, tokens: null, outputTokens: 8_000 },
      }),
    );
    expect([result.cause, model.requests.length]).toEqual(["budget_usd", 2]);
    expect(result.usd).toBeCloseTo(1.2, 10);
  });

  test("a claim that is refused again and again goes round in circles", async () => {
    const model = playing(() =>
      calls(["complete_task", { status: "done", summary: `try ${Math.random()}`, output: { answer: 1 } }]),
    );
    const result = await runAgent(runOf(model, sandbox, { gates: [async () => "run the tests first"] }));
    expect([result.cause, result.turns]).toEqual(["loop", 5]);
  });

  test("an unknown price gives a token budget, a warning and no dollars", async () => {
    const events: AgentEvent[] = [];
    const model = {
      ...playing({ ...calls([...READ]), usage: { ...NO_USAGE, input: 400_000 } }),
      id: "anthropic:new",
    };
    const result = await runAgent(
      runOf(model, sandbox, {
        onEvent: (event) => events.push(event),
        limits: { turns: 99, wallMs: 60_000, usd: 1, tokens: null, outputTokens: 8_000 },
      }),
    );
    expect([result.cause, result.usd]).toEqual(["budget_tokens", null]);
    expect(events.some((event) => event.kind === "warning" && event.message.includes("anthropic:new"))).toBe(
      true,
    );
  });

  test("time that runs out during a call cuts the call and leaves a grace turn", async () => {
    const hang = (request: { signal: AbortSignal }) =>
      new Promise<never>((_, reject) => {
        request.signal.addEventListener("abort", () => reject(new ModelError("aborted", "aborted")));
      });
    const result = await runAgent(
      runOf(playing(hang, DONE), sandbox, {
        limits: { turns: 9, wallMs: 100, usd: 5, tokens: null, outputTokens: 8_000 },
      }),
    );
    expect([result.status, result.turns]).toEqual(["done", 1]);
  });
});

describe("the provider", () => {
  test("a retryable failure is retried and its tokens are booked", async () => {
    const failure = new ModelError("overloaded", "overloaded", { usage: { ...NO_USAGE, input: 7 } });
    const result = await runAgent(runOf(playing(failure, failure, DONE), sandbox));
    expect([result.status, result.usage.input]).toEqual(["done", 1_014]);
  });

  test.each(["auth", "billing", "invalid", "not_found"] as const)(
    "%s fails after one request",
    async (kind) => {
      const model = playing(new ModelError(kind, "no"));
      const result = await runAgent(runOf(model, sandbox));
      expect([result.status, result.cause, model.requests.length]).toEqual(["failed", "provider", 1]);
    },
  );

  test("a long retry-after defers the run instead of sleeping", async () => {
    const limit = new ModelError("rate_limit", "slow down.", { retryAfterMs: 3_600_000 });
    const clock = () => new Date("2026-11-22T10:00:00Z");
    const result = await runAgent(runOf(playing(limit), sandbox, { clock }));
    expect([result.status, result.cause, result.resumeAfter]).toEqual([
      "deferred",
      "provider",
      "2026-11-22T11:00:00.000Z",
    ]);
  });

  test("a refusal ends the run without another request", async () => {
    const model = playing({ stop: "refusal" });
    const result = await runAgent(runOf(model, sandbox));
    expect([result.cause, model.requests.length]).toEqual(["refusal", 1]);
  });

  test("a prefix mismatch drops thinking once and goes on", async () => {
    const thinking = {
      kind: "opaque" as const,
      provider: "anthropic",
      model: "m",
      data: { type: "thinking" },
    };
    const model = playing(
      { parts: [thinking, call("read_file", { path: "README.md" })] },
      new ModelError("prefix_mismatch", "thinking"),
      DONE,
    );
    const result = await runAgent(runOf(model, sandbox));
    expect(result.status).toBe("done");
    const kinds = model.requests.map(({ messages }) =>
      messages.some(({ parts }) => parts.some(({ kind }) => kind === "opaque")),
    );
    expect(kinds).toEqual([false, true, false]);
  });
});

test("a gate that throws does not let the run pass", async () => {
  const model = playing(DONE);
  const gates = [async () => Promise.reject(new Error("no git here"))];
  const limits = { turns: 2, wallMs: 60_000, usd: 5, tokens: null, outputTokens: 8_000 };
  const result = await runAgent(runOf(model, sandbox, { gates, limits }));
  expect(result.cause).toBe("max_turns");
  expect(resultsIn(model.requests[1])).toEqual([
    { content: "A check could not run: no git here", isError: true },
  ]);
});

test("a sandbox that dies under the run ends it with its cost told", async () => {
  const dying = await offSandbox(root);
  const model = playing(async () => {
    await dying.files.close();
    return calls([...run("true")]);
  }, DONE);
  const result = await runAgent(runOf(model, dying));
  await dying.close();
  expect([result.status, result.cause, result.usage.input]).toEqual(["failed", "tool_errors", 1_000]);
  expect(result.message).toContain("file server");
});

test("a cancelled run ends as cancelled and its command dies", async () => {
  const stop = new AbortController();
  const model = playing(calls([...run("sleep 60")]));
  setTimeout(() => stop.abort(), 300);
  const started = Date.now();
  const result = await runAgent(runOf(model, sandbox, { signal: stop.signal }));
  expect([result.status, result.cause]).toEqual(["cancelled", "abort"]);
  expect(Date.now() - started).toBeLessThan(10_000);
});

test("a protected path is denied by policy and recorded as an event", async () => {
  const denied: string[] = [];
  const model = playing(calls(["write_file", { path: "migrations/1.sql", content: "drop" }]), DONE);
  await runAgent(
    runOf(model, sandbox, {
      protectedPaths: ["migrations/**"],
      onEvent: (event) => event.kind === "denied" && denied.push(event.tool),
    }),
  );
  expect(resultsIn(model.requests[1])[0]?.content).toContain("Denied: migrations/** is protected");
  expect(denied).toEqual(["write_file"]);
});

test("a secret never reaches the model, the transcript or an event", async () => {
  const secret = "s3cr3t-value-0123456789";
  const transcript = join(scratch, "1.jsonl");
  const events: AgentEvent[] = [];
  const model = playing(
    calls([...run(`echo ${secret.slice(0, 12)}"${secret.slice(12)}"; echo -n ${secret} | base64`)]),
    { parts: [{ kind: "text", text: `I found ${secret}` }] },
    DONE,
  );
  await runAgent(
    runOf(model, sandbox, {
      secrets: [secret],
      brief: `Use ${secret}.`,
      transcript,
      onEvent: (event) => events.push(event),
    }),
  );
  const sent = model.requests.flatMap(({ messages }) => messages.filter(({ role }) => role === "user"));
  const everything = JSON.stringify([sent, events]) + (await readFile(transcript, "utf8"));
  for (const form of [secret, Buffer.from(secret).toString("base64"), secret.slice(3)])
    expect(everything).not.toContain(form);
});

test("the transcript is private and rebuilds the messages byte for byte", async () => {
  const transcript = join(scratch, "2.jsonl");
  const model = playing(
    calls([...READ], [...run("printf '\\033[31mé\\n'")]),
    { parts: [{ kind: "text", text: "hm" }] },
    DONE,
  );
  await runAgent(runOf(model, sandbox, { transcript }));
  const text = await readFile(transcript, "utf8");
  await writeFile(transcript, `${text}{"torn`);
  const rebuilt = rebuildMessages(await readFile(transcript, "utf8"));
  const last = model.requests.at(-1)?.messages ?? [];
  expect(JSON.stringify(rebuilt.slice(0, last.length))).toBe(JSON.stringify(last));
  expect((await stat(transcript)).mode & 0o777).toBe(0o600);
});

test("the same call with the same result is warned about, then stopped", async () => {
  const model = playing(calls(["read_file", { path: "README.md" }]));
  const result = await runAgent(runOf(model, sandbox));
  expect([result.cause, result.turns]).toEqual(["loop", 5]);
  expect(wordsIn(model.requests[3])).toContain("same call with the same result");
});

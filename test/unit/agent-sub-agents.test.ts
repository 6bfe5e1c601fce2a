import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { AgentEvent } from "../../src/agent/events.ts";
import { openRegistry } from "../../src/agent/registry.ts";
import { runAgent } from "../../src/agent/run.ts";
import type { Sandbox } from "../../src/agent/sandbox/sandbox.ts";
import { type ModelPort, type ModelRequest, type ModelTurn, NO_USAGE } from "../../src/models/port.ts";
import {
  calls,
  DEFINITION,
  DONE,
  offSandbox,
  type Play,
  playing,
  resultsIn,
  runOf,
  wordsIn,
} from "./agent-support.ts";
import { exists, makeRepository, removeRepository } from "./sandbox-support.ts";

let root: string;
let sandbox: Sandbox;
let scratch: string;
beforeAll(async () => {
  root = await makeRepository({ "README.md": "# Demo\n", "db/1.sql": "select 1;\n" });
  sandbox = await offSandbox(root);
  scratch = await mkdtemp(join(tmpdir(), "nightshift-subs-"));
});
afterAll(async () => {
  await sandbox.close();
  await removeRepository(root);
  await rm(scratch, { recursive: true, force: true });
});

const agent = (name: string, front: string) => ({
  file: `.github/nightshift/agents/${name}.md`,
  text: `---\nname: ${name}\ndescription: Does ${name}.\n${front}\n---\nYou are ${name}.\n`,
});
const { registry } = openRegistry(
  [],
  [
    agent("scout", "tools: [read_file, search, git, list_files, task]\nbudget_usd: 0.5"),
    agent("fixer", "tools: [bash, write_file]"),
    agent(
      "judge",
      "tools: [search]\noutput: {type: object, properties: {score: {type: integer}}, required: [score]}",
    ),
    agent("thinker", "tools: [search]\nmodel: anthropic:claude-opus-5-5"),
    agent("outsider", "tools: [mcp__tracker__find]"),
  ],
);
const PARENT = { ...DEFINITION, tools: [...DEFINITION.tools, "task"] };

const answer = (text: string) =>
  calls(["complete_task", { status: "done", summary: text, output: { answer: text } }]);
const task = (name: string, prompt = "Look.") => ["task", { agent: name, prompt }] as [string, unknown];

/** One model for parent and children: each is told apart by its system prompt. */
function playingBy(scripts: Readonly<Record<string, readonly Play[]>>): ModelPort & {
  requests: ModelRequest[];
  of: (who: string) => ModelRequest[];
} {
  const models = new Map(Object.entries(scripts).map(([who, plays]) => [who, playing(...plays)]));
  const requests: ModelRequest[] = [];
  const whoIs = (system: string) => /You (?:are )?(\w+)/.exec(system)?.[1] ?? "";
  return {
    id: "anthropic:claude-sonnet-5-5",
    requests,
    of: (who) => models.get(who)?.requests ?? [],
    async generate(request): Promise<ModelTurn> {
      requests.push(request);
      const model = models.get(whoIs(request.system));
      if (!model) throw new Error(`nobody plays ${request.system}`);
      return model.generate(request);
    },
  };
}

test("only the answer comes back; cost, events and transcript lines carry the child's id", async () => {
  const model = playingBy({
    write: [calls(task("scout")), DONE],
    scout: [calls(["search", { pattern: "Demo" }]), answer("It is in README.md")],
  });
  const events: AgentEvent[] = [];
  const transcript = join(scratch, "one.jsonl");
  let id = 0;
  const result = await runAgent(
    runOf(model, sandbox, {
      definition: PARENT,
      agents: { registry },
      transcript,
      ids: () => `run-${++id}`,
      onEvent: (event) => events.push(event),
    }),
  );
  expect(result).toMatchObject({
    status: "done",
    turns: 2,
    usage: { input: 4_000, output: 400 },
    usd: expect.closeTo(0.012, 10),
  });
  expect(resultsIn(model.of("write")[1])).toEqual([
    { content: 'It is in README.md\n{"answer":"It is in README.md"}', isError: false },
  ]);
  expect(wordsIn(model.of("scout")[0])).toContain(
    '{"agent":"scout","mode":"task","feature":"search","round":1}',
  );
  const child = events.filter((event) => event.kind === "sub");
  expect(new Set(child.map(({ run }) => run))).toEqual(new Set(["run-2"]));
  expect(child.map(({ event }) => event.kind)).toEqual(["started", "turn", "tool", "turn", "ended"]);
  const lines = (await readFile(transcript, "utf8"))
    .split("\n")
    .filter((line) => line.includes('"type":"sub"'));
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { child: "run-2", agent: "scout", file: "one-1.jsonl" },
    { child: "run-2", status: "done", turns: 2 },
  ]);
  expect(await readFile(join(scratch, "one-1.jsonl"), "utf8")).toContain('"run":"run-2"');
});

test("what a sub-agent has read is not read for its caller, and the other way round", async () => {
  const edit = ["edit_file", { path: "README.md", edits: [{ old: "Demo", new: "Demo" }] }] as const;
  const write = (content: string) => calls(["write_file", { path: "README.md", content }]);
  const model = playingBy({
    write: [
      calls(task("scout")),
      calls([...edit]),
      calls(["read_file", { path: "README.md" }]),
      calls(task("fixer")),
      DONE,
    ],
    scout: [calls(["read_file", { path: "README.md" }]), answer("read")],
    fixer: [write("blind"), answer("tried")],
  });
  const fresh = await offSandbox(root);
  let id = 0;
  const ids = () => `run-${++id}`;
  await runAgent(runOf(model, fresh, { definition: PARENT, agents: { registry }, ids }));
  await fresh.close();
  expect(resultsIn(model.of("write")[2])[0]?.content).toContain("README.md was not read yet");
  expect(resultsIn(model.of("fixer")[1])[0]?.content).toContain("README.md was not read yet");
});

test("the brief lists the agents, the tool's text does not", async () => {
  const model = playing(DONE);
  await runAgent(runOf(model, sandbox, { definition: PARENT, agents: { registry } }));
  const other = playing(DONE);
  await runAgent(runOf(other, sandbox, { definition: PARENT }));
  expect(wordsIn(model.requests[0])).toContain("- scout: Does scout.");
  expect(JSON.stringify(model.requests[0]?.tools)).toBe(JSON.stringify(other.requests[0]?.tools));
  expect(JSON.stringify(model.requests[0]?.tools)).not.toContain("scout");
});

test("a child has none of the tools that its parent lacks, and starts no other", async () => {
  const model = playingBy({
    write: [calls(task("scout"), task("fixer")), DONE],
    scout: [answer("x")],
    fixer: [answer("x")],
  });
  const tools = ["read_file", "bash", "search", "task"];
  await runAgent(runOf(model, sandbox, { definition: { ...PARENT, tools }, agents: { registry } }));
  expect(model.of("scout")[0]?.tools.map(({ name }) => name)).toEqual([
    "complete_task",
    "read_file",
    "search",
  ]);
  expect(model.of("fixer")[0]?.tools.map(({ name }) => name)).toEqual(["bash", "complete_task"]);
});

test("rules for the parent bind the child as well, whatever the rules allow the child", async () => {
  const model = playingBy({
    write: [calls(task("fixer")), DONE],
    fixer: [
      calls(["write_file", { path: "db/2.sql", content: "" }], ["bash", { command: "echo hi" }]),
      answer("x"),
    ],
  });
  await runAgent(
    runOf(model, sandbox, {
      definition: PARENT,
      agents: { registry },
      protectedPaths: ["db/**"],
      rules: [
        { agent: "fixer", tool: "bash", decision: "allow", why: "the fixer may" },
        { agent: "coder", tool: "bash", decision: "deny", why: "no commands today" },
      ],
    }),
  );
  expect(resultsIn(model.of("fixer")[1])).toEqual([
    { content: "Denied: db/** is protected. Do not try it another way.", isError: true },
    { content: "Denied: no commands today. Do not try it another way.", isError: true },
  ]);
  expect(await exists(join(root, "db/2.sql"))).toBe(false);
});

test("the parent's approver answers for the child, and its escalations are told", async () => {
  const model = playingBy({
    write: [calls(task("fixer")), DONE],
    fixer: [calls(["bash", { command: "true" }]), answer("x")],
  });
  const asked: string[] = [];
  const result = await runAgent(
    runOf(model, sandbox, {
      definition: PARENT,
      agents: { registry },
      rules: [{ tool: "bash", decision: "escalate", why: "commands need a person" }],
      approve: async (request) => {
        asked.push(request.agent);
        return { approved: true, why: "fine" };
      },
    }),
  );
  expect(asked).toEqual(["fixer"]);
  expect(result.escalations).toMatchObject([{ agent: "fixer", tool: "bash", answer: "approved" }]);
});

test("an output that the definition describes is demanded", async () => {
  const judged = calls(["complete_task", { status: "done", summary: "ok", output: { score: 3 } }]);
  const model = playingBy({ write: [calls(task("judge")), DONE], judge: [answer("fine"), judged] });
  await runAgent(runOf(model, sandbox, { definition: PARENT, agents: { registry } }));
  expect(resultsIn(model.of("judge")[1])[0]).toMatchObject({ isError: true });
  expect(resultsIn(model.of("write")[1])[0]).toEqual({ content: 'ok\n{"score":3}', isError: false });
});

test("a child that does not finish is an error result, and long answers are cut", async () => {
  const long = calls([
    "complete_task",
    { status: "done", summary: "s".repeat(4_000), output: { answer: "a".repeat(6_000) } },
  ]);
  const model = playingBy({
    write: [calls(task("judge")), calls(task("scout")), DONE],
    judge: [{ parts: [{ kind: "text", text: "hm" }] }],
    scout: [long],
  });
  await runAgent(runOf(model, sandbox, { definition: PARENT, agents: { registry } }));
  expect(resultsIn(model.of("write")[1])[0]).toMatchObject({
    isError: true,
    content: expect.stringContaining("judge did not finish"),
  });
  expect(resultsIn(model.of("write")[2])[0]?.content.length).toBeLessThan(8_100);
});

test("its money is a share of what is left, and what others were promised is not left", async () => {
  const budgets: number[] = [];
  const spend: Play = async (request) => {
    budgets.push(request.maxOutputTokens);
    return answer("x");
  };
  const model = playingBy({ write: [calls(task("scout"), task("scout")), DONE], scout: [spend] });
  const limits = { turns: 30, wallMs: 600_000, usd: 0.2, tokens: null, outputTokens: 16_000 };
  await runAgent(runOf(model, sandbox, { definition: PARENT, agents: { registry }, limits }));
  const [first = 0, second = 0] = budgets.sort((a, b) => b - a);
  expect(first).toBeLessThan(0.4 * 20_000);
  expect(second).toBeLessThan(first);
});

test("a child that spends too much is ended, and its parent pays what it cost", async () => {
  const expensive = { ...calls(["search", { pattern: "x" }]), usage: { ...NO_USAGE, input: 300_000 } };
  const model = playingBy({ write: [calls(task("scout")), DONE], scout: [expensive] });
  const result = await runAgent(runOf(model, sandbox, { definition: PARENT, agents: { registry } }));
  expect(resultsIn(model.of("write")[1])[0]?.content).toContain("used up its money");
  expect(result.usd ?? 0).toBeGreaterThan(0.59);
});

test("at most three run at once, and only readers side by side", async () => {
  let now = 0;
  let most = 0;
  let arrived = 0;
  const waiting: (() => void)[] = [];
  /** The first three wait for one another, and a moment longer for a fourth that should not come. */
  const together: Play = async () => {
    now += 1;
    arrived += 1;
    most = Math.max(most, now);
    await new Promise<void>((resolve) => {
      waiting.push(resolve);
      if (arrived >= 3) setTimeout(() => waiting.splice(0).map((go) => go()), 50);
    });
    now -= 1;
    return answer("x");
  };
  const busy: Play = async () => {
    now += 1;
    most = Math.max(most, now);
    await new Promise((resolve) => setTimeout(resolve, 20));
    now -= 1;
    return answer("x");
  };
  const readers = playingBy({
    write: [calls(...[1, 2, 3, 4].map(() => task("scout"))), DONE],
    scout: [together],
  });
  await runAgent(runOf(readers, sandbox, { definition: PARENT, agents: { registry } }));
  expect(most).toBe(3);
  most = 0;
  const writers = playingBy({ write: [calls(task("fixer"), task("fixer")), DONE], fixer: [busy] });
  await runAgent(runOf(writers, sandbox, { definition: PARENT, agents: { registry } }));
  expect(most).toBe(1);
});

test("a run has twelve of them", async () => {
  const four = () => calls(...["a", "b", "c", "d"].map((prompt) => task("scout", prompt)));
  const model = playingBy({
    write: [
      four(),
      calls(task("scout", "e"), task("scout", "f"), task("scout", "g"), task("scout", "h")),
      four(),
      calls(task("scout", "z")),
      DONE,
    ],
    scout: [answer("x")],
  });
  await runAgent(runOf(model, sandbox, { definition: PARENT, agents: { registry } }));
  expect(model.of("scout")).toHaveLength(12);
  expect(resultsIn(model.of("write")[4])[0]).toMatchObject({
    isError: true,
    content: expect.stringContaining("12 agents"),
  });
});

test.each([
  ["nobody", /There is no agent nobody; there are fixer, judge, outsider, scout, thinker/],
  ["outsider", /needs tools that you do not have/],
])("calling %s is an error result", async (name, why) => {
  const model = playingBy({ write: [calls(task(name)), DONE] });
  await runAgent(runOf(model, sandbox, { definition: PARENT, agents: { registry } }));
  expect(resultsIn(model.of("write")[1])[0]).toMatchObject({
    isError: true,
    content: expect.stringMatching(why),
  });
});

test("its own model is used when it can be had, else the parent's with a warning", async () => {
  const opus = { ...playing(answer("x")), id: "anthropic:claude-opus-5-5" };
  const model = playingBy({ write: [calls(task("thinker")), DONE], thinker: [answer("x")] });
  await runAgent(
    runOf(model, sandbox, { definition: PARENT, agents: { registry, connect: async () => opus } }),
  );
  expect([opus.requests.length, model.of("thinker").length]).toEqual([1, 0]);
  const events: AgentEvent[] = [];
  const connect = () => Promise.reject(new Error("no key"));
  const alone = playingBy({ write: [calls(task("thinker")), DONE], thinker: [answer("x")] });
  await runAgent(
    runOf(alone, sandbox, {
      definition: PARENT,
      agents: { registry, connect },
      onEvent: (event) => events.push(event),
    }),
  );
  expect(alone.of("thinker")).toHaveLength(1);
  expect(events.find(({ kind }) => kind === "warning")).toMatchObject({
    message: expect.stringContaining("no key"),
  });
});

test("ends with its parent: the command of a child is killed", async () => {
  const stop = new AbortController();
  const model = playingBy({
    write: [calls(task("fixer"))],
    fixer: [calls(["bash", { command: "touch started; sleep 60" }])],
  });
  const done = runAgent(
    runOf(model, sandbox, { definition: PARENT, agents: { registry }, signal: stop.signal }),
  );
  while (!(await exists(join(root, "started")))) await new Promise((resolve) => setTimeout(resolve, 10));
  stop.abort();
  expect(await done).toMatchObject({ status: "cancelled" });
});

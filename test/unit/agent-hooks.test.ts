import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { AgentEvent } from "../../src/agent/events.ts";
import { NO_HOOKS, openHooks } from "../../src/agent/hooks.ts";
import { openRegistry } from "../../src/agent/registry.ts";
import { runAgent } from "../../src/agent/run.ts";
import { openSandbox } from "../../src/agent/sandbox/open.ts";
import type { Sandbox } from "../../src/agent/sandbox/sandbox.ts";
import { Hooks } from "../../src/domain/hooks.ts";
import { createRedactor } from "../../src/ops/redact.ts";
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
import {
  exists,
  fileServerCommand,
  makeRepository,
  NO_BUBBLEWRAP,
  removeRepository,
  SILENT,
} from "./sandbox-support.ts";

let root: string;
let sandbox: Sandbox;
beforeAll(async () => {
  root = await makeRepository({ "README.md": "# Demo\n", "db/1.sql": "select 1;\n" });
  sandbox = await offSandbox(root);
});
afterAll(async () => {
  await sandbox.close();
  await removeRepository(root);
});

const hooks = (config: unknown) => Hooks.parse(config);
const says = (json: unknown) => `cat > /dev/null; echo '${JSON.stringify(json)}'`;
const bash = (command: string) => ["bash", { command }] as [string, unknown];

test("hear one JSON object with the facts of their point, redacted", async () => {
  const file = join(root, "heard.jsonl");
  const hear = [{ run: `cat >> ${file}; echo >> ${file}` }];
  const config = hooks({
    RunStart: hear,
    PreModel: hear,
    PreToolUse: hear,
    PostToolUse: hear,
    Stop: hear,
    RunEnd: hear,
  });
  const secret = "s3cr3t-value-0123456789";
  const model = playing(calls(bash(`echo ${secret}`)), DONE);
  await runAgent(runOf(model, sandbox, { hooks: config, secrets: [secret] }));
  const text = await readFile(file, "utf8");
  await rm(file);
  const heard = text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(heard.map(({ hook }) => hook)).toEqual([
    "RunStart",
    "PreModel",
    "PreToolUse",
    "PostToolUse",
    "PreModel",
    "Stop",
    "RunEnd",
  ]);
  expect(heard[0]).toMatchObject({ agent: "coder", mode: "implement", feature: "search", round: 1 });
  expect(heard[3]).toMatchObject({ tool: "bash", isError: false, result: expect.stringContaining("exit 0") });
  expect(heard[5]).toMatchObject({ completion: { status: "done", summary: "all done" } });
  expect(heard[6]).toMatchObject({ status: "done", cause: "complete", turns: 2 });
  expect(text).not.toContain(secret);
});

describe("before a tool", () => {
  const runWith = async (
    hook: Partial<Hooks["PreToolUse"][number]> & { run: string },
    ...plays: readonly Play[]
  ) => {
    const model = playing(...plays, DONE);
    const events: AgentEvent[] = [];
    await runAgent(
      runOf(model, sandbox, { hooks: hooks({ PreToolUse: [hook] }), onEvent: (event) => events.push(event) }),
    );
    return { result: resultsIn(model.requests[1])[0], events };
  };
  const mark = () => calls(bash("touch ran"));
  const ran = async () => {
    const found = await exists(join(root, "ran"));
    await rm(join(root, "ran"), { force: true });
    return found;
  };

  test("exit 2 blocks and says why", async () => {
    const { result, events } = await runWith({ run: "echo not today >&2; exit 2" }, mark());
    expect(result).toEqual({ content: "A hook blocked this call: not today", isError: true });
    expect(events).toContainEqual({
      kind: "hook",
      hook: "PreToolUse",
      outcome: "blocked",
      message: "not today",
    });
    expect(await ran()).toBe(false);
  });

  test("a decision to block does so with exit 0", async () => {
    const { result } = await runWith({ run: says({ decision: "block", reason: "no" }) }, mark());
    expect(result?.content).toBe("A hook blocked this call: no");
    expect(await ran()).toBe(false);
  });

  test.each([
    ["another exit", { run: "echo oops; exit 3" }, "ended with 3: oops"],
    ["too long", { run: "sleep 30", timeout_seconds: 1 }, "took longer than 1 s"],
    ["broken JSON", { run: "echo '{\"decision\":'" }, "printed JSON that says nothing known"],
    ["an unknown decision", { run: says({ decision: "allow" }) }, "printed JSON that says nothing known"],
  ])("%s is a warning, and blocks when the hook is required", async (_what, hook, why) => {
    const free = await runWith(hook, mark());
    expect(free.result?.isError).toBe(false);
    expect(free.events).toContainEqual({
      kind: "hook",
      hook: "PreToolUse",
      outcome: "warned",
      message: expect.stringContaining(why),
    });
    expect(await ran()).toBe(true);
    const required = await runWith({ ...hook, required: true }, mark());
    expect(required.result).toMatchObject({
      isError: true,
      content: expect.stringContaining("A required hook failed"),
    });
    expect(await ran()).toBe(false);
  });

  test("only calls of the tools that it names", async () => {
    const { result } = await runWith({ run: "exit 2", match: "edit_file|write_*" }, mark());
    expect(result?.isError).toBe(false);
    expect(await ran()).toBe(true);
    const { result: other } = await runWith({ run: "exit 2", match: "edit_file|ba*" }, mark());
    expect(other?.isError).toBe(true);
  });

  test("an input that it changes is what runs", async () => {
    const { result } = await runWith(
      { run: says({ updatedInput: { command: "echo changed" }, context: "Mind the gap." }) },
      mark(),
    );
    expect(result?.content).toMatch(/exit 0.*\nchanged\nMind the gap\./);
    expect(await ran()).toBe(false);
  });

  test("an input that it makes invalid does not run", async () => {
    const { result } = await runWith({ run: says({ updatedInput: { comand: "echo" } }) }, mark());
    expect(result).toMatchObject({
      isError: true,
      content: expect.stringContaining("changed the input to an invalid one"),
    });
    expect(await ran()).toBe(false);
  });
});

test("no answer of a hook lets a call through that the policy denies", async () => {
  const path = fc.constantFrom(
    "db/2.sql",
    "./db/2.sql",
    ".github/workflows/x.yml",
    "src/../db/2.sql",
    "notes.txt",
  );
  const answer = fc.record(
    {
      decision: fc.constantFrom("ok", "block"),
      reason: fc.constantFrom("because", ""),
      updatedInput: fc.record({ path, content: fc.constant("x") }),
    },
    { requiredKeys: [] },
  );
  await fc.assert(
    fc.asyncProperty(path, answer, async (asked, said) => {
      const model = playing(calls(["write_file", { path: asked, content: "x" }]), DONE);
      await runAgent(
        runOf(model, sandbox, {
          hooks: hooks({ PreToolUse: [{ run: says(said) }] }),
          protectedPaths: ["db/**"],
        }),
      );
      const [result] = resultsIn(model.requests[1]);
      const wrote = await exists(join(root, "notes.txt"));
      await rm(join(root, "notes.txt"), { force: true });
      expect(await exists(join(root, "db/2.sql"))).toBe(false);
      expect(await exists(join(root, ".github"))).toBe(false);
      const final = said.updatedInput?.path ?? asked;
      expect(wrote).toBe(final === "notes.txt" && said.decision !== "block");
      expect(result?.isError).toBe(!wrote);
    }),
    { numRuns: 25 },
  );
});

test("a reading call cannot become a writing one", async () => {
  const { registry } = openRegistry(
    [],
    ["scout", "fixer"].map((name) => ({
      file: `.github/nightshift/agents/${name}.md`,
      text: `---\nname: ${name}\ndescription: x\ntools: ${name === "scout" ? "search" : "bash"}\n---\nx\n`,
    })),
  );
  const model = playing(calls(["task", { agent: "scout", prompt: "x" }]), DONE);
  await runAgent(
    runOf(model, sandbox, {
      definition: { ...DEFINITION, tools: [...DEFINITION.tools, "task"] },
      agents: { registry },
      hooks: hooks({ PreToolUse: [{ run: says({ updatedInput: { agent: "fixer", prompt: "x" } }) }] }),
    }),
  );
  expect(resultsIn(model.requests[1])[0]?.content).toContain("turned this read call into one that can write");
});

test("after a tool, a hook makes the result an error and adds words", async () => {
  const model = playing(calls(bash("echo fine")), DONE);
  await runAgent(
    runOf(model, sandbox, {
      hooks: hooks({
        PostToolUse: [
          { run: says({ decision: "block", reason: "style is off", context: "Run the formatter." }) },
        ],
      }),
    }),
  );
  const [result] = resultsIn(model.requests[1]);
  expect(result?.isError).toBe(true);
  expect(result?.content).toMatch(/fine\nA hook objects: style is off\nRun the formatter\.$/);
});

test.each(["RunStart", "PreModel"] as const)(
  "%s ends the run when it blocks, before the model is asked",
  async (point) => {
    const model = playing(DONE);
    const result = await runAgent(
      runOf(model, sandbox, { hooks: hooks({ [point]: [{ run: "echo frozen; exit 2" }] }) }),
    );
    expect(result).toMatchObject({
      status: "failed",
      cause: "hook",
      message: `A hook stopped the agent. ${point}: frozen`,
    });
    expect(model.requests).toHaveLength(0);
  },
);

test("words of RunStart and PreModel reach the model", async () => {
  const model = playing(DONE);
  await runAgent(
    runOf(model, sandbox, {
      hooks: hooks({ RunStart: [{ run: says({ context: "It is release week." }) }] }),
    }),
  );
  expect(wordsIn(model.requests[0])).toContain("It is release week.");
});

test("Stop sends the agent back three times, then it is passed over", async () => {
  const model = playing(DONE);
  const events: AgentEvent[] = [];
  const result = await runAgent(
    runOf(model, sandbox, {
      hooks: hooks({ Stop: [{ run: "echo add a test; exit 2" }] }),
      onEvent: (event) => events.push(event),
    }),
  );
  expect(result).toMatchObject({ status: "done", turns: 4 });
  expect(resultsIn(model.requests[1])[0]).toEqual({ content: "add a test", isError: true });
  expect(events.some((event) => event.kind === "warning" && event.message.includes("passed over"))).toBe(
    true,
  );
});

test("a summary is not made when PreCompact blocks", async () => {
  const model = playing(calls(bash("true")), DONE);
  const { openSubmissionQueue } = await import("../../src/agent/submissions.ts");
  const submissions = openSubmissionQueue();
  submissions.submit({ kind: "compact" });
  const result = await runAgent(
    runOf(model, sandbox, { submissions, hooks: hooks({ PreCompact: [{ run: "exit 2" }] }) }),
  );
  expect(result).toMatchObject({ cause: "hook", turns: 0 });
});

test("nothing is started when none is configured", async () => {
  const ports = {
    sandbox: { ...sandbox, exec: () => Promise.reject(new Error("started")) },
    about: {},
    signal: new AbortController().signal,
    redact: createRedactor([]),
    emit: () => undefined,
    record: () => undefined,
  };
  expect(openHooks(hooks({}), ports)).toBe(NO_HOOKS);
  expect(openHooks(undefined, ports)).toBe(NO_HOOKS);
});

test.skipIf(NO_BUBBLEWRAP)("a command of the model cannot change the programs of hooks", async () => {
  const place = await makeRepository({ ".github/nightshift/hooks/check.sh": "exit 2\n" });
  const closed = await openSandbox({
    mode: "required",
    workspace: place,
    fileServerCommand: await fileServerCommand(),
    log: SILENT,
  });
  const model = playing(
    calls(bash("echo exit 0 > .github/nightshift/hooks/check.sh; rm -r .github/nightshift; true")),
    DONE,
  );
  await runAgent(
    runOf(model, closed, {
      hooks: hooks({ PostToolUse: [{ run: "sh .github/nightshift/hooks/check.sh" }] }),
    }),
  );
  await closed.close();
  expect(await readFile(join(place, ".github/nightshift/hooks/check.sh"), "utf8")).toBe("exit 2\n");
  expect(resultsIn(model.requests[1])[0]?.isError).toBe(true);
  await removeRepository(place);
});

test("match belongs to tools", () => {
  const checked = Hooks.safeParse({ Stop: [{ run: "x", match: "bash" }] });
  expect(checked.error?.issues[0]).toMatchObject({ path: ["Stop", 0, "match"] });
});

import { execFile } from "node:child_process";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openTranscript } from "../../src/agent/transcript.ts";
import { renderHtml } from "../../src/cli/record/html.ts";
import { renderMarkdown } from "../../src/cli/record/markdown.ts";
import { openTranscriptFile } from "../../src/cli/record/open-transcript.ts";
import { runReplay } from "../../src/cli/record/replay.ts";
import { runRollback } from "../../src/cli/record/rollback.ts";
import { storyOf } from "../../src/cli/record/story.ts";
import type { Terminal } from "../../src/cli/terminal.ts";
import { startScriptedModel } from "../../src/local/scripted-model/server.ts";
import { NO_USAGE } from "../../src/models/port.ts";
import { openRecordWorld, type RecordWorld, SEAL_KEY } from "./record-support.ts";
import { makeRepository, removeRepository } from "./sandbox-support.ts";

const run = promisify(execFile);
const ENV = { ANTHROPIC_API_KEY: SEAL_KEY };
const HOSTILE =
  '</pre><script>alert(1)</script><img src=x onerror="alert(2)">\u202E```\n# head\n[x](javascript:1)';

let world: RecordWorld;
let said: string[];
const terminal: Terminal = {
  line: (text) => void said.push(text),
  answer: (text) => void said.push(text),
  status: () => undefined,
  interactive: false,
  ask: async () => undefined,
};
let number = 0;
beforeAll(async () => {
  world = await openRecordWorld();
});
afterAll(() => world.close());
beforeEach(() => {
  said = [];
});

/** A recorded run of the code agent with one call, as `nightshift` writes it. */
async function recorded(calls: readonly { name: string; input: unknown }[], words = ""): Promise<string> {
  number += 1;
  const file = world.folder(`recorded-${number}.jsonl`);
  const record = openTranscript({
    file,
    run: "run-1",
    agent: "code",
    clock: () => new Date("2026-11-22T10:00:00Z"),
    redact: (text) => text,
  });
  record.append("run", {
    header: { agent: "code", mode: "implement", feature: "one", round: 0 },
    model: "anthropic:claude-sonnet-5-5",
    limits: {},
    sandbox: "off",
    system: "old",
    tools: "old",
    tree: null,
  });
  const opening = '{"agent":"code","mode":"implement","feature":"one","round":0}\n\nDo it.';
  record.append("msg_user", { parts: [{ kind: "text", text: opening }] });
  for (const [at, { name, input }] of calls.entries()) {
    record.setTurn(at + 1);
    const id = `call-${at}`;
    record.append("model_turn", {
      id: `turn-${at}`,
      model: "m",
      stop: "tool_use",
      usage: { ...NO_USAGE, input: 10, output: 5 },
      usd: 0.01,
      requestId: null,
      ms: 400,
      parts: [
        { kind: "text", text: words },
        { kind: "call", id, name, input },
      ],
    });
    record.append("tool_call", { id, name, input });
    record.append("tool_result", { id, isError: false, ms: 12 });
    record.append("msg_user", { parts: [{ kind: "result", id, content: words, isError: false }] });
  }
  return file;
}

/** A recorded run with a hook, a sub-agent and a summary. */
async function recordedAround(): Promise<string> {
  const file = world.folder("around.jsonl");
  await writeFile(file, await readFile(await recorded([]), "utf8"));
  const lines = [
    { type: "hook", point: "PreToolUse", command: "sh no.sh", outcome: "blocked", message: "not <b>today" },
    { type: "sub", child: "run-2", agent: "scout", file: "transcript-1.jsonl" },
    { type: "sub", child: "run-2", agent: "scout", status: "done" },
    { type: "compact", count: 1 },
  ];
  const common = { v: 1, ts: "2026-11-22T10:00:01.000Z", run: "run-1", agent: "code", epoch: 0, turn: 0 };
  const text = lines.map((line, at) => `${JSON.stringify({ ...common, seq: 3 + at, ...line })}\n`).join("");
  await writeFile(file, text, { flag: "a" });
  return file;
}

const storyIn = async (file: string) => storyOf((await openTranscriptFile(file, {})).lines);

describe("nightshift transcript", () => {
  test("tells of hooks, sub-agents and summaries, on both pages", async () => {
    const story = await storyIn(await recordedAround());
    const told = story.entries.flatMap((entry) =>
      entry.kind === "note" ? [`${entry.what}: ${entry.text}`] : [],
    );
    expect(told).toEqual([
      "hook: PreToolUse blocked: sh no.sh (not <b>today)",
      "sub-agent: scout begins; its own transcript is transcript-1.jsonl",
      "sub-agent: scout ended: done",
      "compaction: summary 1",
    ]);
    const pages = [renderMarkdown(story), renderHtml(story)];
    for (const page of pages) {
      expect(page).toContain("transcript-1.jsonl");
      expect(page).toContain("sh no.sh");
      expect(page).not.toContain("<b>today");
    }
  });

  test("shows hostile words as words, in a page that can load and run nothing", async () => {
    const story = await storyIn(
      await recorded([{ name: HOSTILE, input: { path: HOSTILE, content: HOSTILE } }], HOSTILE),
    );
    const page = renderHtml(story);
    expect(page).not.toMatch(/<script|<img|onerror="|\u202E/);
    expect(page).toContain("&#60;script&#62;alert(1)");
    expect(page).toContain("[U+202E]");
    expect(page).toContain("default-src 'none'; style-src 'sha256-");
    expect(page).not.toMatch(/(src|href)="(?!#)/);
    expect(page).not.toMatch(/ style=/);
    const markdown = renderMarkdown(story);
    const fence = /^(`{4,})\n<\/pre><script>/m.exec(markdown)?.[1] ?? "";
    expect(fence.length).toBe(4);
    const outside = markdown.replace(/^(`{3,})[a-z]*\n[\s\S]*?\n\1$/gm, "");
    expect(outside).not.toMatch(/<script>|^# head|\]\(javascript/m);
  });

  test("shows turns, diffs, costs and time", async () => {
    const edit = { path: "a.txt", edits: [{ old: "one", new: "two" }] };
    const story = await storyIn(await recorded([{ name: "edit_file", input: edit }], "I edit."));
    expect([story.turns, story.usd]).toEqual([1, 0.01]);
    const page = renderHtml(story);
    expect(page).toContain("<del>- one</del>\n<ins>+ two</ins>");
    expect(page).toContain("Turn 1: model 400 ms, tools 12 ms, 0.0100 USD");
    expect(page).toContain('href="#turn-1-0"');
    expect(page).toContain('id="turn-1-0"');
    expect(renderMarkdown(story)).toContain("-one\n+two");
  });

  test("opens a sealed one with the key, and says which key is missing", async () => {
    const outcome = world.folder("sealed");
    await mkdir(outcome);
    await world.run(outcome);
    await expect(openTranscriptFile(outcome, { ANTHROPIC_API_KEY: "another-key" })).rejects.toThrow(
      "is sealed; set ANTHROPIC_API_KEY",
    );
    const { lines } = await openTranscriptFile(outcome, ENV);
    expect(storyOf(lines).turns).toBe(7);
  });

  test("refuses what is no transcript", async () => {
    const file = world.folder("other.txt");
    await writeFile(file, "hello\n");
    await expect(openTranscriptFile(file, {})).rejects.toThrow("no transcript of Nightshift");
    await expect(openTranscriptFile(world.folder("none"), {})).rejects.toThrow("There is no transcript");
  });
});

describe("nightshift replay", () => {
  const options = { model: undefined, baseUrl: undefined, until: undefined };

  test("says where today's tools and policy decide otherwise, and that prompt and tools changed", async () => {
    const repo = await makeRepository({
      ".github/nightshift.yml": "policy:\n  - { decision: deny, command: rm, why: nothing is removed }\n",
    });
    const file = await recorded([
      { name: "write_file", input: { path: ".github/workflows/x.yml", content: "x" } },
      { name: "bash", input: { command: "rm -r x", description: "remove" } },
      { name: "forgotten_tool", input: {} },
      { name: "read_file", input: { path: "README.md" } },
    ]);
    expect(await runReplay({ ...options, file, repo }, terminal, {})).toBe(1);
    expect(said).toEqual([
      "The system prompt is not the recorded one.",
      "The tools are not the recorded ones.",
      expect.stringMatching(/^turn 1: write_file was allowed, and would be denied now \(\.github\/workflows/),
      "turn 2: bash was allowed, and would be denied now (nothing is removed)",
      "turn 3: forgotten_tool was allowed, and would be invalid now (there is no tool forgotten_tool)",
      "4 turns, 3 of them with another decision.",
    ]);
    await removeRepository(repo);
  });

  test("says plainly which calls it does not judge: sub-agents and tools of servers", async () => {
    const repo = await makeRepository({
      ".github/nightshift.yml": "mcp:\n  - { name: tracker, command: node, tools: [find] }\n",
    });
    const file = await recorded([
      { name: "task", input: { agent: "explore", prompt: "Look." } },
      { name: "mcp__tracker__find", input: {} },
    ]);
    await runReplay({ ...options, file, repo }, terminal, {});
    expect(said).toEqual([
      "The system prompt is not the recorded one.",
      "The list of tools is not compared: those of tracker are known to the servers alone.",
      "turn 1: task is judged, what the sub-agent did is not; it has a transcript of its own",
      "turn 2: mcp__tracker__find is not judged: its server is not started here",
      "2 turns, and every decision is the same.",
    ]);
    await removeRepository(repo);
  });

  test("asks a model at each turn with what was said before it, and compares the calls", async () => {
    const read = { name: "read_file", input: { path: "README.md" } };
    const file = await recorded([read, read, read]);
    const other = { name: "bash", input: { command: "ls", description: "look" } };
    const model = await startScriptedModel({
      scenario: {
        name: "other",
        entries: [
          { when: { agent: "code" }, turns: [{ calls: [read] }, { calls: [other] }, { calls: [read] }] },
        ],
      },
    });
    const asked = {
      ...options,
      file,
      repo: world.folder(""),
      baseUrl: model.url,
      model: "anthropic:claude-sonnet-5-5",
    };
    expect(await runReplay({ ...asked, until: 2 }, terminal, ENV)).toBe(1);
    expect(said.filter((line) => line.startsWith("turn"))).toEqual([
      'turn 2: recorded read_file {"path":"README.md"}; now bash {"command":"ls","description":"look"}',
    ]);
    expect(model.requests().map(({ turn }) => turn)).toEqual([0, 1]);
    await model.close();
  });

  test("refuses the transcript of an agent that is not built in", async () => {
    const outcome = world.folder("foreign");
    await mkdir(outcome);
    await world.run(outcome);
    await expect(runReplay({ ...options, file: outcome, repo: "/" }, terminal, ENV)).rejects.toThrow(
      'of the agent "coder"',
    );
  });
});

describe("nightshift rollback", () => {
  test("cuts the record at a checkpoint, keeps what was paid, and the next run goes on from there", async () => {
    const outcome = world.folder("back");
    await mkdir(outcome);
    const whole = await world.run(outcome);
    expect(await runRollback({ directory: outcome, to: 1, workTree: undefined }, terminal, ENV)).toBe(0);
    expect(said[0]).toContain("is back at checkpoint 1, after turn 2; 5 turns are cut off and stay paid");
    expect(await readdir(join(outcome, "checkpoints"))).toEqual(["1.patch"]);
    const again = world.folder("back-on");
    await mkdir(again);
    const ran = await world.run(again, outcome);
    expect([ran.requests, ran.result.status, ran.files]).toEqual([5, "done", whole.files]);
    expect(ran.result.usage.output).toBe(whole.result.usage.output + 5 * 100);
  });

  test("puts the files of that moment into a clone that fits, and touches no other", async () => {
    const outcome = world.folder("files");
    await mkdir(outcome);
    await world.run(outcome);
    const before = await readFile(join(outcome, "transcript.jsonl"), "utf8");
    const other = await makeRepository({ "README.md": "# other\n" });
    const into = (workTree: string) => runRollback({ directory: outcome, to: 2, workTree }, terminal, ENV);
    await expect(into(other)).rejects.toThrow("not at the commit that the run started from");
    expect(await readFile(join(outcome, "transcript.jsonl"), "utf8")).toBe(before);
    const clone = await makeRepository({ "README.md": "# app\n" });
    await writeFile(join(clone, "mine.txt"), "mine");
    await expect(into(clone)).rejects.toThrow("has changes");
    await run("git", ["-C", clone, "clean", "-fdq"]);
    expect(await into(clone)).toBe(0);
    expect(await readFile(join(clone, "log.txt"), "utf8")).toBe("two\n");
    await removeRepository(other);
    await removeRepository(clone);
  });

  test("names the checkpoints that there are", async () => {
    const outcome = world.folder("named");
    await mkdir(outcome);
    await world.run(outcome);
    await expect(
      runRollback({ directory: outcome, to: 9, workTree: undefined }, terminal, ENV),
    ).rejects.toThrow("it has 1 (after turn 2), 2 (after turn 3), 3 (after turn 5)");
  });
});

import { afterAll, beforeAll, expect, test } from "vitest";
import { runAgent } from "../../src/agent/run.ts";
import type { Sandbox } from "../../src/agent/sandbox/sandbox.ts";
import { calls, DONE, offSandbox, playing, resultsIn, runOf } from "./agent-support.ts";
import { makeRepository, removeRepository } from "./sandbox-support.ts";

let root: string;
let sandbox: Sandbox;
beforeAll(async () => {
  root = await makeRepository({
    "README.md": "# Demo\nline 42\n",
    ".gitignore": "ignored/\n",
    "src/a/b/c.ts": "export const c = 1;\n",
    "src/a/d.ts": "export const d = 2;\n",
    "ignored/x.js": "never\n",
  });
  sandbox = await offSandbox(root);
});
afterAll(async () => {
  await sandbox.close();
  await removeRepository(root);
});

/** The result of one call in a run of its own. */
async function resultOf(
  name: string,
  input: unknown,
): Promise<{ content: string; isError: boolean } | undefined> {
  const model = playing(calls([name, input]), DONE);
  await runAgent(runOf(model, sandbox));
  return resultsIn(model.requests[1])[0];
}

test.each([
  ["list_files", {}, ".gitignore\nREADME.md\nsrc/a/ (2)"],
  ["list_files", { path: "src", depth: 5 }, "src/a/b/c.ts\nsrc/a/d.ts"],
  ["list_files", { glob: "*.ts" }, "src/a/b/c.ts\nsrc/a/d.ts"],
  ["list_files", { path: "none" }, "(no files)"],
  [
    "search",
    { pattern: "const \\w = \\d" },
    "src/a/b/c.ts:1:export const c = 1;\nsrc/a/d.ts:1:export const d = 2;",
  ],
  ["search", { pattern: "EXPORT", path: "src/a/d.ts", ignoreCase: true }, "src/a/d.ts:1:export const d = 2;"],
  ["search", { pattern: "line", glob: "*.md", context: 1 }, "README.md-1-# Demo\nREADME.md:2:line 42"],
  [
    "search",
    { pattern: "export", maxResults: 1 },
    "src/a/b/c.ts:1:export const c = 1;\n[1 more lines; narrow the search]",
  ],
  ["search", { pattern: "never" }, "(no matches)"],
  ["read_file", { path: "README.md", limit: 1 }, "1\t# Demo\n[1 more lines; next offset 2]"],
  ["git", { op: "log", args: ["--oneline", "--format=%s"] }, "start"],
  ["git", { op: "diff" }, "(nothing)"],
  [
    "update_plan",
    {
      items: [
        { id: "1", text: "x", state: "done" },
        { id: "2", text: "y", state: "todo" },
      ],
    },
    "1 of 2 done",
  ],
])("%s %j", async (name, input, content) => {
  expect(await resultOf(name, input)).toEqual({ content, isError: false });
});

test.each([
  ["git", { op: "diff", args: ["--output=/tmp/x"] }, "option --output=/tmp/x is not allowed"],
  [
    "git",
    { op: "diff", args: ["--no-index", "/etc/passwd", "README.md"] },
    "option --no-index is not allowed",
  ],
  ["git", { op: "log", args: ["--ext-diff"] }, "is not allowed"],
  ["git", { op: "push" }, "Invalid input"],
  ["search", { pattern: "(" }, "fatal"],
  ["list_files", { path: "../" }, "outside repository"],
  ["bash", { command: "ls", cwd: "../.." }, "outside the repository"],
  ["read_file", { path: "README.md", offset: 99 }, "has only 2 lines"],
  ["read_file", { path: "README.md", start: 1 }, "Invalid input"],
  ["edit_file", { path: "src/a/d.ts", edits: [{ old: "d", new: "x" }] }, "not read yet"],
])("%s %j is an error that says why", async (name, input, why) => {
  const result = await resultOf(name, input);
  expect(result?.isError).toBe(true);
  expect(result?.content).toContain(why);
});

test("a failing command is a result, not an error, with its code and output without colours", async () => {
  const result = await resultOf("bash", { command: "printf '\\033[31mred\\033[0m'; exit 3", cwd: "src" });
  expect(result?.isError).toBe(false);
  expect(result?.content).toMatch(/^exit 3, \d+\.\d s\nred$/);
});

test("a command over its time is killed and says so", async () => {
  const result = await resultOf("bash", { command: "echo early; sleep 30", timeoutSec: 1 });
  expect(result?.content).toMatch(/^killed after 1\.\d s \(time limit\)\nearly$/);
});

test("long output shows its head and tail, and the rest can be read", async () => {
  const model = playing(
    calls(["bash", { command: "seq 1 30000" }]),
    (request) => {
      const log = /read_file (out\/\S+\.log)/.exec(resultsIn(request)[0]?.content ?? "")?.[1];
      return calls(["read_file", { path: log, offset: 15_000, limit: 1 }]);
    },
    DONE,
  );
  await runAgent(runOf(model, sandbox));
  expect(resultsIn(model.requests[1])[0]?.content.length).toBeLessThan(24_500);
  expect(resultsIn(model.requests[2])[0]?.content).toMatch(/^15000\t15000\n/);
});

test("the results of one turn together stay within 60,000 characters", async () => {
  const big = ["bash", { command: "yes abcdefgh | head -c 24000" }] as const;
  const model = playing(calls([...big], [...big], [...big], ["bash", { command: "echo small" }]), DONE);
  await runAgent(runOf(model, sandbox));
  const results = resultsIn(model.requests[1]).map(({ content }) => content);
  expect(results.join("").length).toBeLessThan(60_500);
  expect(results[3]).toMatch(/small$/);
});

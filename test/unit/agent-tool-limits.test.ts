/** Each tool at its limits: what it takes, where it cuts and with which words, and what it refuses. One row for each promise. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runAgent } from "../../src/agent/run.ts";
import type { Sandbox } from "../../src/agent/sandbox/sandbox.ts";
import { calls, DONE, offSandbox, playing, resultsIn, runOf } from "./agent-support.ts";
import { makeRepository, removeRepository } from "./sandbox-support.ts";

const lines = (count: number, text = "x") =>
  Array.from({ length: count }, (_, at) => `${text}${at + 1}\n`).join("");
const many = Object.fromEntries(Array.from({ length: 501 }, (_, at) => [`many/${at}.txt`, "one\n"]));

let root: string;
let sandbox: Sandbox;
beforeAll(async () => {
  root = await makeRepository({
    ...many,
    "long.txt": lines(2_500),
    "wide.txt": `${"w".repeat(2_500)}\n`,
    "heavy.txt": lines(60, "h".repeat(1_500)),
    "empty.txt": "",
    "found.txt": lines(250, `needle ${"n".repeat(600)}`),
    "edit.txt": "one\ntwo  \n  three\none\n",
    "deep/a/b/c.txt": "c\n",
  });
  await writeFile(join(root, "binary.bin"), Buffer.from([1, 0, 2]));
  await writeFile(join(root, "latin.txt"), Buffer.from([0x67, 0xfc, 0x0a]));
  await writeFile(join(root, "loose.txt"), "of nobody\n");
  sandbox = await offSandbox(root);
});
afterAll(async () => {
  await sandbox.close();
  await removeRepository(root);
});

type Call = [name: string, input: Readonly<Record<string, unknown>>];
const read = (path: string): Call => ["read_file", { path }];
const edit = (...edits: [old: string, now: string, all?: boolean][]): Call => [
  "edit_file",
  { path: "edit.txt", edits: edits.map(([old, now, all]) => ({ old, new: now, ...(all ? { all } : {}) })) },
];
const bash = (command: string, more = {}): Call => ["bash", { command, ...more }];
const items = (count: number) =>
  Array.from({ length: count }, (_, id) => ({ id: `${id}`, text: "t", state: "todo" }));
const INVALID = /^Invalid input/;

/** The result of the last call; those before it are made first, a turn for each. */
const RESULTS: [promise: string, calls: Call[], result: RegExp][] = [
  ["read_file shows 2,000 lines", [read("long.txt")], /\n2000\tx2000\n\[500 more lines; next offset 2001\]$/],
  [
    "read_file goes on from an offset",
    [["read_file", { path: "long.txt", offset: 2_499 }]],
    /^2499\tx2499\n2500\tx2500$/,
  ],
  [
    "read_file shows about 50 KB",
    [read("heavy.txt")],
    /^1\th+1\n[\s\S]{40000,50000}\n\[\d+ more lines; next offset 3\d\]$/,
  ],
  ["read_file shows 2,000 characters of a line", [read("wide.txt")], /^1\tw{2000}\[… 500 more\]$/],
  ["read_file tells of an empty file", [read("empty.txt")], /^\(empty file\)$/],
  ["list_files shows 500 entries", [["list_files", { path: "many" }]], /\n\[1 more; narrow path or glob\]$/],
  ["list_files folds what is deeper than 2", [["list_files", { path: "deep" }]], /^deep\/a\/b\/ \(1\)$/],
  [
    "search shows 100 lines without a wish",
    [["search", { pattern: "needle" }]],
    /\n\[150 more lines; narrow the search\]$/,
  ],
  [
    "search shows 200 lines at most",
    [["search", { pattern: "needle", maxResults: 200 }]],
    /\n\[50 more lines; narrow the search\]$/,
  ],
  [
    "search shows 500 characters of a line",
    [["search", { pattern: "needle", maxResults: 1 }]],
    /^found\.txt:1:needle n{481}…\n/,
  ],
  [
    "edit_file finds text with other trailing spaces, and says so",
    [read("edit.txt"), edit(["two\n", "zwei\n"])],
    /^edited edit\.txt: lines 2\nedit 1: matched apart from line ends and trailing spaces$/,
  ],
  [
    "edit_file finds text at another indentation, and says so",
    [read("edit.txt"), edit(["    three", "    drei"])],
    /^edited edit\.txt: lines 3\nedit 1: matched at another indentation, which was kept$/,
  ],
  [
    "edit_file changes every match with all",
    [read("edit.txt"), edit(["one", "uno", true])],
    /^edited edit\.txt: lines 1, 4$/,
  ],
  [
    "write_file makes directories",
    [["write_file", { path: "new/deep/x.txt", content: "x" }]],
    /^created new\/deep\/x\.txt$/,
  ],
  [
    "delete_file removes what this run wrote",
    [
      ["write_file", { path: "own.txt", content: "x" }],
      ["delete_file", { path: "own.txt" }],
    ],
    /^deleted own\.txt$/,
  ],
  [
    "move_file moves a tracked file",
    [["move_file", { from: "deep/a/b/c.txt", to: "deep/c.txt" }]],
    /^moved deep\/a\/b\/c\.txt to deep\/c\.txt$/,
  ],
  [
    "bash has no input, no pager and no colours",
    [bash('cat; echo "$CI $PAGER $NO_COLOR"')],
    /^exit 0, \d+\.\d s\n1 cat 1$/,
  ],
  [
    "bash shows 30 % from the start and 70 % from the end, and keeps the rest",
    [bash("seq 100000 109999")],
    /^exit 0, [^\n]+\n100000\n[\s\S]{7100,7250}\n\[… \d+ bytes left out …\]\n[\s\S]{16700,16900}109999\n\[whole output: read_file out\/\S+\.log\]$/,
  ],
  [
    "bash says by which signal a command died",
    [bash("kill -TERM $$")],
    /^killed by SIGTERM, \d+\.\d s$|^exit 143/,
  ],
  [
    "git shows what changed",
    [
      ["write_file", { path: "seen.txt", content: "x" }],
      ["git", { op: "status", args: ["--short"] }],
    ],
    /\?\? seen\.txt/,
  ],
  ["update_plan takes 30 items", [["update_plan", { items: items(30) }]], /^0 of 30 done$/],
];

test.each(RESULTS)("%s", async (_promise, sequence, result) => {
  const last = await resultOf(sequence);
  expect(last.isError).toBe(false);
  expect(last.content).toMatch(result);
});

const REFUSALS: [promise: string, calls: Call[], why: RegExp][] = [
  ["read_file takes no more than 2,000 lines", [["read_file", { path: "long.txt", limit: 2_001 }]], INVALID],
  ["read_file counts from 1", [["read_file", { path: "long.txt", offset: 0 }]], INVALID],
  ["read_file refuses a binary file", [read("binary.bin")], /binary\.bin is a binary file/],
  ["read_file refuses what is not UTF-8", [read("latin.txt")], /latin\.txt is not UTF-8 text/],
  ["read_file refuses a directory", [read("many")], /directory/],
  ["list_files goes 20 deep at most", [["list_files", { depth: 21 }]], INVALID],
  ["search shows 3 lines around at most", [["search", { pattern: "x", context: 4 }]], INVALID],
  ["search takes no more than 200 results", [["search", { pattern: "x", maxResults: 201 }]], INVALID],
  ["edit_file needs an edit", [read("edit.txt"), edit()], INVALID],
  [
    "edit_file takes 20 edits",
    [read("edit.txt"), edit(...Array.from({ length: 21 }, (): [string, string] => ["a", "b"]))],
    INVALID,
  ],
  [
    "edit_file wants one match",
    [read("edit.txt"), edit(["o", "0"])],
    /matches 3 times \(lines 1, 2, 4\); give more context or set all; nothing was changed/,
  ],
  [
    "edit_file names the closest lines",
    [read("edit.txt"), edit(["one\nthree\nfour", "x"])],
    /old was not found; closest lines: .*; nothing was changed/,
  ],
  [
    "edit_file makes all edits or none",
    [read("edit.txt"), edit(["three", "drei"], ["nowhere", "x"])],
    /edit 2: .*; nothing was changed/,
  ],
  [
    "edit_file wants a fresh read",
    [read("edit.txt"), bash("echo more >> edit.txt"), edit(["three", "drei"])],
    /edit\.txt changed since it was read; read it again/,
  ],
  [
    "write_file wants to have read what it overwrites",
    [["write_file", { path: "long.txt", content: "x" }]],
    /long\.txt was not read yet; read it first/,
  ],
  [
    "write_file takes 200 KB",
    [["write_file", { path: "big.txt", content: "ü".repeat(100_001) }]],
    /larger than 200000 bytes/,
  ],
  [
    "write_file takes 200,000 characters",
    [["write_file", { path: "big.txt", content: "x".repeat(200_001) }]],
    INVALID,
  ],
  [
    "write_file never touches a workflow",
    [["write_file", { path: ".github/workflows/x.yml", content: "x" }]],
    /is protected/,
  ],
  [
    "write_file never leaves the repository",
    [["write_file", { path: "../x", content: "x" }]],
    /outside the repository/,
  ],
  [
    "delete_file gives up only what git knows",
    [["delete_file", { path: "loose.txt" }]],
    /neither tracked by git nor written in this run/,
  ],
  [
    "move_file gives up only what git knows",
    [["move_file", { from: "loose.txt", to: "x.txt" }]],
    /neither tracked by git nor written in this run/,
  ],
  [
    "move_file overwrites nothing",
    [["move_file", { from: "empty.txt", to: "wide.txt" }]],
    /wide\.txt exists already/,
  ],
  ["bash runs 900 s at most", [bash("true", { timeoutSec: 901 })], INVALID],
  ["bash takes a command of 20,000 characters", [bash("x".repeat(20_001))], INVALID],
  ["git writes nothing", [["git", { op: "commit" }]], INVALID],
  [
    "git takes 30 arguments",
    [["git", { op: "log", args: Array.from({ length: 31 }, () => "--all") }]],
    INVALID,
  ],
  ["update_plan needs an item", [["update_plan", { items: [] }]], INVALID],
  ["update_plan takes no more than 30", [["update_plan", { items: items(31) }]], INVALID],
  ["no tool takes what it does not know", [["git", { op: "status", verbose: true }]], INVALID],
  ["an unknown tool is named", [["web_search", { query: "x" }]], /web_search/],
  [
    "complete_task takes a summary of 4,000 characters",
    [["complete_task", { status: "done", summary: "s".repeat(4_001), output: { answer: 1 } }]],
    /summary/,
  ],
  [
    "complete_task wants the output that was asked for",
    [["complete_task", { status: "done", summary: "s", output: { answer: "1" } }]],
    /output is not what the brief asks for/,
  ],
];

test.each(REFUSALS)("%s", async (_promise, sequence, why) => {
  const last = await resultOf(sequence);
  expect(last.isError).toBe(true);
  expect(last.content).toMatch(why);
});

test("complete_task is the only call of its turn: the others are passed over", async () => {
  const model = playing(
    calls(["complete_task", { status: "done", summary: "s", output: { answer: 1 } }], bash("echo x")),
    DONE,
  );
  await runAgent(runOf(model, sandbox));
  expect(
    resultsIn(model.requests[1])
      .map(({ content }) => content)
      .join(),
  ).toMatch(/only call/i);
});

let row = 0;

/** Each row has read nothing before, and finds the file that is edited as it was. */
async function resultOf(sequence: readonly Call[]): Promise<{ content: string; isError: boolean }> {
  await writeFile(join(root, "edit.txt"), "one\ntwo  \n  three\none\n");
  const model = playing(...sequence.map((one) => calls(one)), DONE);
  row += 1;
  await runAgent(runOf(model, { ...sandbox, files: sandbox.files.as(`row ${row}`) }));
  const [result] = resultsIn(model.requests[sequence.length]);
  if (result === undefined) throw new Error("no result");
  return result;
}

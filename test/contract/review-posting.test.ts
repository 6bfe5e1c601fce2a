/** Every comment that a review places is taken by the forge, and every changed line is in the ledger: for random changes of real files. */
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { commentsOf } from "../../src/agents/review/comments.ts";
import { anchorOf } from "../../src/domain/anchor.ts";
import { PORTION_COUNT, PORTION_LIMIT, planReview } from "../../src/domain/coverage.ts";
import { type DiffFile, parseDiff } from "../../src/domain/diff.ts";
import { HeldFinding } from "../../src/domain/finding.ts";
import { connectGitHub, type GitHub } from "../../src/github/client.ts";
import { type LineComment, postReview } from "../../src/github/post-review.ts";
import { openWorkshop, type Workshop } from "../unit/git-support.ts";
import { type Bench, openBench, REPO } from "./forge-fixture.ts";

let bench: Bench;
let workshop: Workshop;
let github: GitHub;
let count = 0;

beforeAll(async () => {
  bench = await openBench();
  workshop = await openWorkshop();
  github = connectGitHub({ token: bench.tokens.writer, repository: REPO, apiUrl: bench.forge.apiUrl });
});
afterAll(async () => {
  await bench.close();
  await workshop.close();
});

type Files = Record<string, string | Buffer>;

interface Opened {
  pull: { number: number; nodeId: string };
  head: string;
  diff: DiffFile[];
  from: string;
}

async function openPull(before: Files, after: Files): Promise<Opened> {
  count += 1;
  const from = await workshop.commit(before);
  const head = await workshop.commit(after, [from]);
  const names = [`base-${count}`, `head-${count}`];
  const refs = [`${from}:refs/heads/${names[0]}`, `${head}:refs/heads/${names[1]}`];
  const url = bench.forge.serverUrl.replace("://", `://x-access-token:${bench.tokens.owner}@`);
  await bench.git(["push", "--quiet", `${url}/${REPO}.git`, ...refs], workshop.git.dir);
  const { body, status } = await bench.api("POST {R}/pulls", { title: "x", head: names[1], base: names[0] });
  expect(body.errors ?? status).toBe(201);
  return {
    pull: { number: body.number, nodeId: body.node_id },
    head,
    from,
    diff: parseDiff(await workshop.git.diff(from, head)),
  };
}

const word = fc.constantFrom(
  "alpha",
  "beta",
  "",
  "  indented",
  "\ttab",
  "crlf\r",
  "ünï 日本 😀",
  "-- sql",
  "++",
  "`code`",
  "@@ -1 +1 @@",
);
const text = fc
  .tuple(fc.array(word, { minLength: 1, maxLength: 30 }), fc.boolean())
  .map(([lines, ended]) => lines.join("\n") + (ended ? "\n" : ""));
const LONG = Array.from({ length: 40 }, (_, at) => `stays ${at}`);
/** A file of many lines, edited in places that are far apart, so that it has several hunks. */
const edited = fc
  .array(fc.tuple(fc.nat(39), fc.option(word, { nil: undefined })), { minLength: 1, maxLength: 4 })
  .map((edits) => {
    const lines = [...LONG];
    for (const [at, put] of edits) lines.splice(at, 1, ...(put === undefined ? [] : [put, "new line"]));
    return `${lines.join("\n")}\n`;
  });
const change = fc.record({
  added: text,
  removed: text,
  rewritten: fc.tuple(text, text),
  edited,
  renamed: edited,
  bytes: fc.uint8Array({ minLength: 1 }),
});

/** Lines by file, side and number: what git says was added and deleted, without our parser. */
async function changedLines({ from, head }: Opened): Promise<string[]> {
  const diff = await workshop.git.text(["diff", "--find-renames", "-U0", "--no-color", from, head]);
  const found: string[] = [];
  let [old, now] = [0, 0];
  for (const line of diff.split("\n")) {
    const [, a, b] = /^@@ -(\d+)(?:,\d+)? \+(\d+)(?:,\d+)? @@/.exec(line) ?? [];
    if (a !== undefined && b !== undefined) [old, now] = [Number(a), Number(b)];
    else if (old + now === 0 || line.startsWith("diff --git")) [old, now] = [0, 0];
    else if (line.startsWith("-")) found.push(`-${old++} ${line.slice(1)}`);
    else if (line.startsWith("+")) found.push(`+${now++} ${line.slice(1)}`);
  }
  return found.sort();
}

function finding(path: string, side: "RIGHT" | "LEFT", quote: string, more: object = {}): HeldFinding {
  const said = { severity: "major", category: "correctness", title: "Wrong", why: "It is wrong." };
  const held = { support: 1, lenses: ["everything"], check: "confirmed" };
  return HeldFinding.parse({ path, side, quote, ...said, ...held, ...more });
}

describe("a review of a random change", () => {
  test("has every changed line in its ledger, and is taken by the forge with every comment that it places", async () => {
    let placed = 0;
    await fc.assert(
      fc.asyncProperty(change, async (given) => {
        const [old, now] = given.rewritten;
        const opened = await openPull(
          {
            "gone.txt": given.removed,
            "rewritten.txt": old,
            "edited.txt": `${LONG.join("\n")}\n`,
            "old name.txt": `${LONG.join("\n")}\n`,
            "x.bin": Buffer.from([0, 1, 2]),
          },
          {
            "added.txt": given.added,
            "rewritten.txt": now,
            "edited.txt": given.edited,
            "ne ü.txt": given.renamed,
            "x.bin": Buffer.from([0, ...given.bytes]),
          },
        );
        const { portions, ledger } = planReview(opened.diff, {
          portionLimit: PORTION_LIMIT,
          portionCount: PORTION_COUNT,
        });
        expect(ledger.every(({ state }) => state === "read")).toBe(true);
        const lines = portions.flatMap(({ files }) =>
          files.flatMap(({ hunks }) => hunks.flatMap((hunk) => hunk.lines)),
        );
        const read = lines.flatMap(({ kind, old: a, new: b, text: said }) =>
          kind === "context" ? [] : [kind === "added" ? `+${b} ${said}` : `-${a} ${said}`],
        );
        expect(read.sort()).toEqual(await changedLines(opened));

        const comments = opened.diff.flatMap((file) =>
          file.hunks.flatMap((hunk) =>
            hunk.lines.flatMap((line, at) => {
              const next = hunk.lines[at + 1];
              const side = line.new === undefined ? ("LEFT" as const) : ("RIGHT" as const);
              const quotes = [
                line.text,
                ...(next && (next.new === undefined) === (line.new === undefined)
                  ? [`${line.text}\n${next.text}`]
                  : []),
              ];
              return quotes.filter((quote) => quote !== "").map((quote) => finding(file.path, side, quote));
            }),
          ),
        );
        const lineComments = comments.flatMap((one): LineComment[] => {
          const anchor = anchorOf(one, opened.diff);
          return anchor.kind === "line" ? commentsOf([one], opened.diff, 1).lines : [];
        });
        placed += lineComments.length;
        const body = () => "Reviewed.";
        const review = { ...opened, event: "COMMENT" as const, body, files: [], answers: [], over: [] };
        for (let at = 0; at < lineComments.length; at += 50)
          expect(await postReview(github, { ...review, lines: lineComments.slice(at, at + 50) })).toBe(0);
      }),
      { numRuns: 12 },
    );
    expect(placed).toBeGreaterThan(60);
  }, 180_000);
});

describe("one comment that GitHub refuses", () => {
  test("is found by halving, stands on its file, and takes no other one with it", async () => {
    const opened = await openPull({ "a.txt": "one\n" }, { "a.txt": "two\nthree\nfour\n", "b.txt": "x\n" });
    const line = (path: string, number: number): LineComment => ({
      path,
      side: "RIGHT",
      line: number,
      body: `${path} ${number}`,
    });
    const refused = await postReview(github, {
      ...opened,
      event: "COMMENT",
      body: (times) => `${times} refused`,
      lines: [line("a.txt", 1), line("a.txt", 99), line("a.txt", 3), line("b.txt", 1), line("b.txt", 2)],
      files: [],
      answers: [],
      over: [],
    });
    expect(refused).toBe(2);
    const { body: reviews } = await bench.api(`GET {R}/pulls/${opened.pull.number}/reviews`);
    expect(reviews.map((review: { body: string; state: string }) => [review.body, review.state])).toEqual([
      ["2 refused", "COMMENTED"],
    ]);
    // Comments on files have no line, which GitHub's own description does not allow for.
    const route = "GET /repos/{owner}/{repo}/pulls/{pull_number}/comments";
    const { data } = await github.rest(route, { pull_number: opened.pull.number });
    const comments = z.array(z.object({ body: z.string(), subject_type: z.string() })).parse(data);
    const told = comments.map((one) => `${one.body} ${one.subject_type}`);
    expect(told.sort()).toEqual([
      "a.txt 1 line",
      "a.txt 3 line",
      "a.txt 99 file",
      "b.txt 1 line",
      "b.txt 2 file",
    ]);
  });
});

describe("what a comment looks like", () => {
  const file = async () =>
    (await openPull({ "a.ts": "" }, { "a.ts": "  const a = 1;\n  const b = `x`;\n" })).diff;
  const suggested = async (suggestion: string, quote = "  const a = 1;") =>
    commentsOf([finding("a.ts", "RIGHT", quote, { suggestion })], await file(), 1).lines[0]?.body ?? "";

  test("backticks inside a suggestion do not end its fence", async () => {
    expect(await suggested("  const a = ```1```;")).toContain(
      "\n````suggestion\n  const a = ```1```;\n````\n",
    );
  });

  test.each([
    ["leaves something out", "  // ...\n  const a = 2;", undefined],
    ["changes nothing", "  const a = 1;", undefined],
    ["has another depth", "const a = 2;", undefined],
    ["quotes other white space than stands there", "  const a = 2;", "const a =  1;"],
  ])("a suggestion that %s is not shown", async (_what, suggestion, quote) => {
    const body = await suggested(suggestion, quote);
    expect(body).toContain("**Wrong**");
    expect(body).not.toContain("suggestion");
  });

  test("no comment has more than 1,000 characters, and no review more than ten on lines, five in later rounds", async () => {
    const { diff } = await openPull(
      { "a.txt": "" },
      { "a.txt": Array.from({ length: 20 }, (_, at) => `line number ${at}\n`).join("") },
    );
    const many = Array.from({ length: 20 }, (_, at) =>
      finding("a.txt", "RIGHT", `line number ${at}`, { why: "y".repeat(1_200), severity: "blocker" }),
    );
    for (const [round, most] of [
      [1, 10],
      [2, 5],
    ] as const) {
      const { lines, rest } = commentsOf(many, diff, round);
      expect([lines.length, rest.length]).toEqual([most, 20 - most]);
      for (const { body } of lines) expect(body.split("\n\n<!--")[0]?.length).toBeLessThanOrEqual(1_000);
    }
  });
});

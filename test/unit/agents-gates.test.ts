/** What a claim of "done" must pass, in the real agent phase. */
import { describe, expect, test } from "vitest";
import type { Turn } from "../../src/local/scripted-model/scenario.ts";
import { runPhase } from "./agents-phase-support.ts";

const FILES = { "README.md": "# app\n", "check.sh": "! grep -q wrong one.txt\n" };
const VERIFY = ["sh check.sh", "test -e one.txt"];

const write = (content: string, path = "one.txt"): Turn => ({
  calls: [{ name: "write_file", input: { path, content } }],
});
const shell = (command: string): Turn => ({ calls: [{ name: "bash", input: { command } }] });
const DONE: Turn = {
  calls: [
    {
      name: "complete_task",
      input: {
        status: "done",
        summary: "Wrote one.txt.",
        output: {
          pull: { title: "Add one", body: "Adds one.txt." },
          criteria: [{ criterion: "one.txt is there", evidence: "check.sh" }],
        },
      },
    },
  ],
};
const BLOCKED: Turn = {
  calls: [{ name: "complete_task", input: { status: "blocked", summary: "I give up." } }],
};
const GREEN = shell("sh check.sh && test -e one.txt");

const implement = (...turns: Turn[]) => runPhase({ files: FILES, verify: VERIFY, turns });

describe("a claim of done", () => {
  test("passes with a change and every verify command green after it", async () => {
    const { outcome, patch } = await implement(write("right\n"), GREEN, DONE);
    expect([outcome.status, outcome.patch]).toEqual(["done", true]);
    expect(patch).toContain("+right");
  });

  test("is sent back while one of the verify commands was not run, whatever else exited 0", async () => {
    const { outcome, answers } = await implement(
      write("right\n"),
      shell("true"),
      DONE,
      shell("sh check.sh"),
      DONE,
      GREEN,
      DONE,
    );
    const refusals = answers.filter((text) => text.startsWith("Not shown to pass"));
    expect(refusals.map((text) => text.split(". ")[0])).toEqual([
      "Not shown to pass since your last edit: `sh check.sh`, `test -e one.txt`",
      "Not shown to pass since your last edit: `test -e one.txt`",
    ]);
    expect(outcome.status).toBe("done");
  });

  test("is sent back when the tests ran before the last edit, or were red", async () => {
    const { outcome, answers } = await implement(
      write("right\n"),
      GREEN,
      { calls: [{ name: "edit_file", input: { path: "one.txt", edits: [{ old: "right", new: "wrong" }] } }] },
      DONE,
      GREEN,
      DONE,
      BLOCKED,
    );
    expect(answers.filter((text) => text.startsWith("Not shown to pass"))).toHaveLength(2);
    expect(outcome.status).toBe("blocked");
  });

  test("is sent back without a change, also when only ignored files were written", async () => {
    const { answers } = await runPhase({
      files: { ...FILES, ".gitignore": "one.txt\n" },
      verify: [],
      turns: [DONE, write("right\n"), DONE, BLOCKED],
    });
    expect(answers.filter((text) => text.startsWith("Nothing in the work tree"))).toHaveLength(2);
  });

  test("is sent back with a secret or a conflict marker in the change", async () => {
    const { outcome, answers } = await implement(
      write(`token = "ghp_${"a1B2c3D4".repeat(5).slice(0, 36)}"\n`),
      GREEN,
      DONE,
      write("<<<<<<< ours\na\n=======\nb\n>>>>>>> theirs\n"),
      GREEN,
      DONE,
      BLOCKED,
    );
    const refusals = answers.filter((text) => text.startsWith("The change contains"));
    expect(refusals.map((text) => text.split(/[.(]/)[0]?.trim())).toEqual([
      "The change contains what looks like a secret",
      "The change contains conflict markers",
    ]);
    expect(outcome.status).toBe("blocked");
  });

  test("is sent back while a conflict is left that nobody touched", async () => {
    const { outcome, answers } = await runPhase({
      files: { "one.txt": "start\n", "two.txt": "start\n" },
      branch: { "one.txt": "branch\n", "two.txt": "branch\n" },
      later: { "one.txt": "later\n", "two.txt": "later\n" },
      verify: [],
      turns: [
        {
          calls: [
            { name: "read_file", input: { path: "one.txt" } },
            { name: "read_file", input: { path: "two.txt" } },
          ],
        },
        write("both\n"),
        {
          calls: [
            {
              name: "complete_task",
              input: { status: "done", summary: "Resolved.", output: { notes: "Kept both." } },
            },
          ],
        },
        write("both\n", "two.txt"),
        {
          calls: [
            {
              name: "complete_task",
              input: { status: "done", summary: "Resolved.", output: { notes: "Kept both." } },
            },
          ],
        },
      ],
    });
    expect(answers.filter((text) => text.startsWith("Conflict markers"))).toEqual([
      "Conflict markers are left in `two.txt`. Resolve them all.",
    ]);
    expect(outcome.status).toBe("done");
  });
});

test("a cap on the turns hands over what was paid for: the patch, the cost, and where the work stands", async () => {
  const { outcome, patch } = await runPhase({
    files: FILES,
    verify: VERIFY,
    turns: [write("half of it\n"), shell("sh check.sh; false"), shell("true")],
    limits: { turns: 2 },
  });
  expect([outcome.status, outcome.cause, outcome.patch, outcome.cost.turns]).toEqual([
    "failed",
    "max_turns",
    true,
    3,
  ]);
  expect(patch).toContain("+half of it");
  expect(outcome.summary).toContain("Files written: one.txt");
});

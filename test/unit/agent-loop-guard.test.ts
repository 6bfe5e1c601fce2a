import { describe, expect, test } from "vitest";
import { failureSignature, type ObservedCall, openLoopGuard } from "../../src/agent/loop-guard.ts";

const READ: ObservedCall = {
  tool: "read_file",
  input: { path: "a" },
  result: "text",
  failedCommand: false,
  digest: "0",
};

/** The verdicts of turns with one call each, as `turn:rule:kind`. */
function verdicts(calls: readonly Partial<ObservedCall>[], texts: readonly string[] = []): string[] {
  const guard = openLoopGuard("0");
  return calls.flatMap((changes, index) => {
    const verdict = guard.observe([{ ...READ, ...changes }], texts[index] ?? "");
    return verdict ? [`${index + 1}:${verdict.rule}:${verdict.kind}`] : [];
  });
}

const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));
const different = (index: number) => ({
  input: { path: `f${index}` },
  result: `content ${String.fromCharCode(97 + index)}`,
});

test("the same call with the same result: warned at 3, stopped at 5", () => {
  expect(verdicts(times(5, () => ({})))).toEqual(["3:repeat:warn", "5:repeat:stop"]);
});

test("the same call is no loop when its result or the work tree changes", () => {
  expect(verdicts(times(8, (i) => ({ result: `result ${"abcdefgh"[i]}` })))).toEqual([]);
  expect(
    verdicts(times(8, (i) => ({ tool: "bash", digest: `tree ${i}`, result: `ok ${"abcdefgh"[i]}` }))),
  ).toEqual([]);
});

test("the same test command with edits between is no repetition", () => {
  const rounds = times(4, (i) => [
    { tool: "edit_file", input: i, result: `edited ${"abcd"[i]}`, digest: `d${i}` },
    { tool: "bash", input: "npm test", result: "fine", digest: `d${i}` },
  ]).flat();
  expect(verdicts(rounds)).toEqual([]);
});

test("a cycle of different calls: warned at 3 rounds, stopped at 4", () => {
  const cycle = times(12, (i) => different(i % 3));
  // Each of the three calls also repeats: the rule that speaks first at turn 9 is the repetition.
  expect(verdicts(cycle).at(-1)).toMatch(/^(?:9|10|11|12):(?:cycle|warnings):stop$/);
});

test("a cycle whose work tree changes and whose results repeat is still a cycle", () => {
  const cycle = times(8, (i) => ({ ...different(i % 2), digest: `d${i}` }));
  expect(verdicts(cycle)).toEqual(["6:cycle:warn", "8:cycle:stop"]);
});

test("edits that return to an earlier state: warned at 3 returns, stopped at 4", () => {
  const states = ["a", "b", "a", "b", "a", "b", "a", "b", "a"];
  const found = verdicts(
    states.map((digest, i) => ({ tool: "edit_file", input: i, result: `edit ${"abcdefghi"[i]}`, digest })),
  );
  expect(found).toEqual(["7:oscillation:warn", "8:oscillation:warn", "9:oscillation:stop"]);
});

test("returning to the start is no oscillation", () => {
  const states = ["a", "0", "b", "0", "c", "0", "d", "0", "e", "0"];
  expect(
    verdicts(
      states.map((digest, i) => ({ tool: "edit_file", input: i, result: `edit ${"abcdefghij"[i]}`, digest })),
    ),
  ).toEqual([]);
});

describe("the same failure", () => {
  const fail = (i: number) => ({
    tool: "bash",
    input: { run: i },
    failedCommand: true,
    result: `exit 1, ${i}.2 s\n/tmp/x${i}/a.test.ts:${i}:3 expected ${i} got 0x${i}abcdef12`,
  });

  test("after edits: warned at 5 rounds, stopped at 8", () => {
    const found = verdicts(times(8, (i) => ({ ...fail(i), digest: `d${i}` })));
    expect(found).toEqual(["5:same-failure:warn", "8:same-failure:stop"]);
  });

  test("without edits it is one round", () => {
    expect(verdicts(times(8, (i) => fail(i))).filter((line) => line.includes("same-failure"))).toEqual([]);
  });

  test("another failure is another round", () => {
    expect(
      verdicts(times(8, (i) => ({ ...fail(i), digest: `d${i}`, result: `error ${"abcdefgh"[i]}` }))),
    ).toEqual([]);
  });
});

test("turns that bring nothing new: warned at 15, stopped at 25", () => {
  const known = times(6, (i) => ({ input: i, result: `known ${"abcdef"[i]}` }));
  const order = [0, 1, 2, 3, 4, 5, 3, 1, 4, 0, 2, 5, 1, 0, 3, 5, 4, 2, 0, 5, 1, 3, 2, 4, 5, 0, 4, 1, 2, 3, 0];
  const guard = openLoopGuard("0");
  const found = order.flatMap((which, turn) => {
    const verdict = guard.observe([{ ...READ, ...known[which], input: turn }], "");
    return verdict ? [`${turn + 1}:${verdict.rule}:${verdict.kind}`] : [];
  });
  expect(found).toEqual(["21:no-progress:warn", "31:no-progress:stop"]);
});

test("three messages that say the same are warned about", () => {
  const text =
    "I will now look at the configuration file again and then decide what to do about the failing test";
  expect(
    verdicts(
      times(3, different),
      times(3, () => text),
    ),
  ).toEqual(["3:same-text:warn"]);
});

test("three warnings of any kind stop the run", () => {
  const text =
    "I will now look at the configuration file again and then decide what to do about the failing test";
  const calls = [
    ...times(3, () => ({})),
    ...times(3, () => ({ input: "b", result: "other" })),
    ...times(3, different),
  ];
  const texts = [...times(6, (i) => `short ${i}`), text, text, text];
  expect(verdicts(calls, texts)).toEqual(["3:repeat:warn", "6:repeat:warn", "9:warnings:stop"]);
});

test("a failure's signature forgets numbers, hashes, paths and times", () => {
  const a = "FAIL /home/x/a.test.ts:12:5 (1.2 s) at commit 1a2b3c4d5e expected 3";
  const b = "FAIL /tmp/y/b.test.ts:99:1 (0.7 s) at commit deadbeef99 expected 8";
  expect(failureSignature(a)).toBe(failureSignature(b));
  expect(failureSignature(a)).not.toBe(failureSignature(`${a} in parser`));
});

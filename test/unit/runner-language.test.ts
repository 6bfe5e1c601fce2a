import { describe, expect, test } from "vitest";
import { parseCommand } from "../../src/local/runner/job/commands.ts";
import { entryArguments } from "../../src/local/runner/job/entry-call.ts";
import { parsePairs } from "../../src/local/runner/job/file-commands.ts";
import { createMasks } from "../../src/local/runner/job/masks.ts";
import { shellCommand } from "../../src/local/runner/job/shell.ts";
import { evaluateExpression } from "../../src/local/runner/language/expression.ts";
import { expandMatrix } from "../../src/local/runner/run/matrix.ts";
import { exceeding, expandPermissions } from "../../src/local/runner/run/permissions.ts";
import { nextFire } from "../../src/local/runner/trigger/cron.ts";
import { selectedBy } from "../../src/local/runner/trigger/glob.ts";

test.each([
  ["'it''s ''so'''", "it's 'so'"],
  ["github.event.missing.deeper", null],
  ["toJSON(github.list)", '[\n  1,\n  "b"\n]'],
  ["github.list[0] == 1 && contains(github.list, 'B')", true],
  ["case(github.n > 2, 'big', 'small')", "big"],
  ['fromJSON(\'{"a":[1,{"b":null}]}\').a[1]', { b: null }],
  ["always() && !cancelled()", true],
])("%s is %j", (source, expected) => {
  expect(evaluateExpression(source, { contexts: { github: { list: [1, "b"], n: 3, event: {} } } })).toEqual(
    expected,
  );
});

test.each([
  [["main"], "main", true],
  [["releases/**"], "releases/a/b", true],
  [["releases/*"], "releases/a/b", false],
  [["**.js"], "src/x.js", true],
  [["**/docs/**"], "docs/a", true],
  [["*.md", "!README.md"], "README.md", false],
  [["!x", "**"], "x", true],
  [["v[12].[0-9]+"], "v2.10", true],
  [["a.c"], "abc", false],
])("filter %j on %s", (patterns, value, expected) => {
  expect(selectedBy(patterns, value)).toBe(expected);
});

describe("cron", () => {
  test.each([
    ["7 * * * *", "2026-01-05T10:06:59Z", "UTC", "2026-01-05T10:07:00.000Z"],
    ["7 * * * *", "2026-01-05T10:07:00Z", "UTC", "2026-01-05T11:07:00.000Z"],
    ["*/15 2-3 1,15 JAN-MAR *", "2026-01-01T03:45:00Z", "UTC", "2026-01-15T02:00:00.000Z"],
    ["0 0 13 * FRI", "2026-02-10T00:00:00Z", "UTC", "2026-02-13T00:00:00.000Z"],
    ["0 0 13 * FRI", "2026-02-13T00:00:00Z", "UTC", "2026-02-20T00:00:00.000Z"],
    ["30 8 * * 1", "2026-07-01T00:00:00Z", "Europe/Berlin", "2026-07-06T06:30:00.000Z"],
    ["30 2 29 3 *", "2026-03-01T00:00:00Z", "Europe/Berlin", "2026-03-29T01:30:00.000Z"],
    ["0 0 31 2 *", "2026-01-01T00:00:00Z", "UTC", undefined],
    ["61 * * * *", "2026-01-01T00:00:00Z", "UTC", undefined],
  ])("%s after %s in %s", (cron, after, zone, expected) => {
    expect(nextFire(cron, new Date(after), zone)?.toISOString()).toBe(expected);
  });
});

test("file commands take both forms and say which delimiter is missing", () => {
  expect(parsePairs("a=1=2\nb<<E\nx\n\ny\nE\nc=\n")).toEqual({ values: { a: "1=2", b: "x\n\ny", c: "" } });
  expect(parsePairs("b<<E\nx\n").problem).toBe("Invalid value. Matching delimiter not found 'E'");
  expect(parsePairs("nonsense").problem).toBe("Invalid format 'nonsense'");
});

test("commands have unescaped properties and messages", () => {
  expect(parseCommand("::error file=a%2Cb.ts,line=3::x%0Ay%25::z")).toEqual({
    name: "error",
    properties: { file: "a,b.ts", line: "3" },
    message: "x\ny%::z",
  });
  expect(parseCommand("std::string::npos")).toBeUndefined();
});

test("masks hide values, their lines, their base64, and the longest first", () => {
  const masks = createMasks();
  for (const value of ["abc", "abcdef", "line one\nline two", ""]) masks.add(value);
  expect(masks.apply(`abcdef abc line two ${Buffer.from("abcdef").toString("base64")} x`)).toBe(
    "*** *** *** *** x",
  );
});

test("a matrix of include alone, and one whose include adds a row", () => {
  expect(expandMatrix({ include: [{ a: 1 }, { a: 2 }] })).toEqual([{ a: 1 }, { a: 2 }]);
  expect(expandMatrix({ a: [1, 2], include: [{ a: 3, b: 1 }, { c: 9 }] })).toEqual([
    { a: 1, c: 9 },
    { a: 2, c: 9 },
    { a: 3, b: 1 },
  ]);
  expect(() => expandMatrix({ a: [] })).toThrow("Matrix vector does not contain any values");
});

test("permissions: unnamed scopes are none, and an excess is named", () => {
  expect(exceeding({ contents: "write", issues: "read" }, expandPermissions({ contents: "read" }))).toBe(
    "'contents: write, issues: read', but is only allowed 'contents: read, issues: none'",
  );
  expect(exceeding({ contents: "none" }, { metadata: "read" })).toBeUndefined();
});

test("only the exact entry script is an entry call", () => {
  const script = 'exec node "$GITHUB_ACTION_PATH/../../dist/index.js" code gate';
  expect(entryArguments(`${script}\n`, {})).toEqual(["code", "gate"]);
  expect(entryArguments(`${script} && curl x`, {})).toBeUndefined();
  expect(entryArguments(`${script}; true`, {})).toBeUndefined();
  expect(entryArguments(`echo hi\n${script}`, {})).toBeUndefined();
});

test("a shell template keeps quoted words and must name the script", () => {
  expect(shellCommand(`pwsh -command ". '{0}'"`, "/t/s.ps1")).toEqual({
    file: "pwsh",
    args: ["-command", ". '/t/s.ps1'"],
  });
  expect(() => shellCommand("fish", "/t/s")).toThrow("containing '{0}'");
});

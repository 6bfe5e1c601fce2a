import { describe, expect, test } from "vitest";
import { editText, type TextEdit } from "../../src/agent/sandbox/edit-text.ts";

const edit = (old: string, next: string, all = false): TextEdit => ({ old, new: next, all });

const SHEET: { given: string; text: string; edits: TextEdit[]; becomes: string; notes: number }[] = [
  { given: "an exact match", text: "a b c", edits: [edit("b", "x")], becomes: "a x c", notes: 0 },
  {
    given: "several edits, each on the result of the last",
    text: "a",
    edits: [edit("a", "b"), edit("b", "c")],
    becomes: "c",
    notes: 0,
  },
  { given: "all", text: "a-a-a", edits: [edit("a", "b", true)], becomes: "b-b-b", notes: 0 },
  {
    given: "replacement patterns as plain text",
    text: "x",
    edits: [edit("x", "$& $1")],
    becomes: "$& $1",
    notes: 0,
  },
  {
    given: "CRLF in the file, LF asked",
    text: "one\r\ntwo\r\nthree\r\n",
    edits: [edit("one\ntwo", "1\n2")],
    becomes: "1\r\n2\r\nthree\r\n",
    notes: 1,
  },
  {
    given: "trailing spaces in the file",
    text: "one  \ntwo\t\nthree  \n",
    edits: [edit("one\ntwo\n", "1\n2\n")],
    becomes: "1\n2\nthree  \n",
    notes: 1,
  },
  {
    given: "less indentation asked",
    text: "if (x) {\n    a();\n      b();\n}\n",
    edits: [edit("a();\n  b();", "c();\n  d();")],
    becomes: "if (x) {\n    c();\n      d();\n}\n",
    notes: 1,
  },
  {
    given: "more indentation asked",
    text: "  a();\n    b();\n",
    edits: [edit("    a();\n      b();", "    c();\n      d();")],
    becomes: "  c();\n    d();\n",
    notes: 1,
  },
  {
    given: "other indentation over several lines",
    text: "\tif (x) {\n\t\ty();\n\t}\n",
    edits: [edit("if (x) {\n\ty();\n}", "if (z) {\n\ty();\n}")],
    becomes: "\tif (z) {\n\t\ty();\n\t}\n",
    notes: 1,
  },
  {
    given: "no line end at the end of the file",
    text: "a\nb",
    edits: [edit("b ", "c")],
    becomes: "a\nc",
    notes: 1,
  },
  { given: "lines taken away", text: "a \nb \nc\n", edits: [edit("a\nb\n", "")], becomes: "c\n", notes: 1 },
];

test.each(SHEET)("edits: $given", ({ text, edits, becomes, notes }) => {
  const outcome = editText(text, edits);
  expect(outcome).toEqual({
    kind: "edited",
    text: becomes,
    notes: expect.any(Array),
    changes: expect.any(Array),
  });
  expect(outcome.kind === "edited" && outcome.notes.length).toBe(notes);
});

describe("refuses", () => {
  test.each([
    ["two matches", "a\na\n", edit("a", "b"), "matches 2 times (lines 1, 2)"],
    ["two loose matches", "a \nb\na \nb\n", edit("a\nb", "c"), "matches 2 times (lines 1, 3)"],
    [
      "no match, with the closest lines",
      "one\ntwo\nthree\n",
      edit("two\nfour", "x"),
      "closest lines: 1-2, 2-3",
    ],
    ["no match at all", "one\n", edit("nine", "x"), "read the file again"],
    ["an empty old", "one", edit("", "x"), "old is empty"],
    ["no change", "one", edit("one", "one"), "the same"],
    [
      "a near miss: letters are never guessed",
      "const total = 1;\n",
      edit("const totals = 1;", "x"),
      "not found",
    ],
    ["first and last line alone", "start\nmiddle\nend\n", edit("start\nother\nend", "x"), "not found"],
    ["uneven indentation", "  a\n b\n", edit("a\nb", "c\nd"), "not found"],
  ])("%s", (_name, text, one, why) => {
    expect(editText(text, [one])).toEqual({ kind: "missed", reason: expect.stringContaining(why) });
  });

  test("all edits when one fails", () => {
    expect(editText("a b", [edit("a", "x"), edit("zzz", "y")])).toEqual({
      kind: "missed",
      reason: expect.stringMatching(/^edit 2: /),
    });
  });
});

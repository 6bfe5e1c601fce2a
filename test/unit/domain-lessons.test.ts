import fc from "fast-check";
import { expect, test } from "vitest";
import { addLessons, parseLessons } from "../../src/domain/lessons.ts";

const day = (number: number) => new Date(Date.UTC(2026, 0, 1 + number)).toISOString().slice(0, 10);

test("a lesson stands there once, however it is written, and the newest stand first", () => {
  const file = addLessons("", [
    { day: day(1), text: "Mind: SQL is built from input (#3)" },
    { day: day(2), text: "Do not report: long lines (#4)" },
    { day: day(2), text: "mind  sql is built from INPUT! (#9)" },
  ]);
  expect(parseLessons(file ?? "")).toEqual([
    { day: day(2), text: "Do not report: long lines (#4)" },
    { day: day(1), text: "Mind: SQL is built from input (#3)" },
  ]);
  expect(
    addLessons(file ?? "", [{ day: day(9), text: "Mind: sql is built from input (#12)" }]),
  ).toBeUndefined();
});

test("a person's own lines of another form are no lessons, and do not come back", () => {
  expect(parseLessons("# Lessons\n\nhello\n- no date\n- 2026-01-01 yes\n")).toEqual([
    { day: "2026-01-01", text: "yes" },
  ]);
});

test("at most 60 lines and 8,000 bytes are kept, the newest of them", () => {
  const text = fc.string({ minLength: 1, maxLength: 300, unit: "binary" });
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 100 }), (texts) => {
      let file = "";
      for (const [number, words] of texts.entries())
        file =
          addLessons(file, [{ day: day(number), text: `${number} ${words.replace(/\s/g, " ").trim()}` }]) ??
          file;
      const kept = parseLessons(file);
      expect(kept.length).toBeLessThanOrEqual(60);
      expect(Buffer.byteLength(file)).toBeLessThanOrEqual(8_000);
      expect(kept[0]?.text.startsWith(`${texts.length - 1} `)).toBe(true);
      expect(kept.map((one) => one.day)).toEqual(
        kept
          .map((one) => one.day)
          .toSorted()
          .toReversed(),
      );
    }),
    { numRuns: 50 },
  );
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  AskBlock,
  BODY_LIMIT,
  FindingBlock,
  PullBlock,
  type RequirementBlock,
  ReviewBlock,
  readBlock,
  renderBlock,
  visiblePart,
  withBlock,
} from "../../src/domain/state-block.ts";

/** Text with everything that could end a comment, a string or a block early. */
const nasty = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        "-",
        "--",
        "-->",
        "--!>",
        "<!--",
        "<!-- nightshift:state ",
        "\\u002d",
        "\\",
        '"',
        ">",
        "\n",
        "\u2028",
        "a",
      ),
      {
        maxLength: 12,
      },
    )
    .map((parts) => parts.join("")),
);
const cost = fc.record({
  run: fc.integer({ min: 1 }),
  agent: fc.constantFrom("code" as const, "review" as const),
  mode: fc.string({ maxLength: 20 }),
  usd: fc.option(fc.double({ min: 0, noNaN: true, noDefaultInfinity: true })),
  turns: fc.nat(),
  tokens: fc.nat(),
});
const pullBlock: fc.Arbitrary<PullBlock> = fc.record({
  v: fc.constant(1 as const),
  kind: fc.constant("pull" as const),
  requirement: fc.integer({ min: 1 }),
  feature: fc.integer({ min: 1 }),
  key: fc.string({ maxLength: 40 }),
  sandbox: nasty,
  criteria: fc.array(nasty, { maxLength: 12 }),
  costs: fc.array(cost, { maxLength: 4 }),
});
const ASK: AskBlock = { v: 1, kind: "ask", rung: "ready", subject: "a".repeat(40) };

describe("a state block", () => {
  test("cannot end its comment early, and reads back", () => {
    fc.assert(
      fc.property(pullBlock, nasty, (block, visible) => {
        const body = withBlock(visible, block);
        const hidden = renderBlock(block);
        expect(hidden.slice(4, -3)).not.toMatch(/--|>/);
        expect(body.endsWith(hidden)).toBe(true);
        expect(readBlock(PullBlock, body)).toEqual(withoutNegativeZero(block));
      }),
      { numRuns: 300 },
    );
  });

  test("keeps a cost that is written with an exponent", () => {
    const tiny = { run: 1, agent: "code", mode: "plan", usd: 1.5e-7, turns: 1, tokens: 1 } as const;
    const block: ReviewBlock = {
      v: 1,
      kind: "review",
      head: "a".repeat(40),
      round: 1,
      verdict: "approved",
      cost: tiny,
    };
    expect(readBlock(ReviewBlock, withBlock("", block))).toEqual(block);
  });

  test("the visible part is what people wrote", () => {
    expect(visiblePart(withBlock("Hello\n\nworld", ASK))).toBe("Hello\n\nworld");
    expect(visiblePart("no block")).toBe("no block");
  });

  test("the last block counts, so that quoted text cannot stand in for it", () => {
    const forged = renderBlock({ ...ASK, rung: "forged" });
    expect(readBlock(AskBlock, withBlock(`> ${forged}`, ASK))).toEqual(ASK);
  });

  test.each([
    ["no block", "plain text"],
    ["another comment", "<!-- something else -->"],
    ["a block that is cut", renderBlock(ASK).slice(0, -5)],
    ["a block that is no JSON", "<!-- nightshift:state {v:1} -->"],
    ["another version", renderBlock(ASK).replace('"v":1', '"v":2')],
    ["an extra key", renderBlock(ASK).replace('"v":1', '"v":1,"w":1')],
    ["another kind", renderBlock({ v: 1, kind: "finding", fingerprint: "f", severity: "nit" })],
    ["a value that is too long", renderBlock({ ...ASK, subject: "x".repeat(81) })],
  ])("%s reads as nothing", (_what, text) => {
    expect(readBlock(AskBlock, text)).toBeUndefined();
    expect(readBlock(FindingBlock, text)?.kind).not.toBe("ask");
  });
});

describe("GitHub's limit for a body", () => {
  test("cuts the visible text first, and says so", () => {
    const body = withBlock("x".repeat(BODY_LIMIT), ASK);
    expect(body.length).toBeLessThanOrEqual(BODY_LIMIT);
    expect(body).toContain("(cut: too long for one comment)");
    expect(readBlock(AskBlock, body)).toEqual(ASK);
  });

  test("never halves a character", () => {
    for (const shift of ["", "x"]) {
      const body = withBlock(`${shift}${"😀".repeat(BODY_LIMIT / 2)}`, ASK);
      expect(body).not.toMatch(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/);
    }
  });

  test("refuses a block that is larger by itself", () => {
    const told = "x".repeat(2_000);
    const costs = Array.from({ length: 400 }, (_, run) => ({
      run: run + 1,
      agent: "code" as const,
      mode: "m".repeat(20),
      usd: 0.123456789,
      turns: 1_000_000,
      tokens: 1_000_000_000,
    }));
    const features = Array.from({ length: 20 }, (_, at) => ({
      key: `f${at}`,
      title: "t".repeat(120),
      description: "d".repeat(2_000),
      criteria: ["c".repeat(400)],
      after: [],
      files: [],
    }));
    const block: RequirementBlock = {
      v: 1,
      kind: "requirement",
      textHash: "0".repeat(64),
      features,
      costs,
      told,
    };
    expect(() => withBlock("hello", block)).toThrow(
      /The requirement state has \d+ characters; GitHub keeps 65536/,
    );
  });
});

/** JSON has one zero. */
function withoutNegativeZero(block: PullBlock): PullBlock {
  return { ...block, costs: block.costs.map((each) => ({ ...each, usd: each.usd === 0 ? 0 : each.usd })) };
}

/** What a review says about itself: on a pull request of ours, and on one that Nightshift did not open. */
import { expect, test } from "vitest";
import { type ReviewText, reviewText } from "../../src/agents/review/review-text.ts";
import { HEAD } from "./domain-support.ts";

const said = (change: Partial<ReviewText>) =>
  reviewText({
    ...{ head: HEAD, round: 1, verdict: "approved", why: "Fine.", summary: "", rest: [], deferred: [] },
    result: { criteria: [], dropped: [] },
    coverage: undefined,
    refused: 0,
    ...change,
  }).split("\n")[0];

test("a pull request of ours is approved or sent back; somebody else's is neither", () => {
  const foreign = { asData: false };
  const titles = (["approved", "changes", "comment"] as const).map((verdict) => [
    said({ verdict }),
    said({ verdict, foreign }),
  ]);
  expect(titles).toEqual([
    ["**Approved** at aaaaaaa, round 1. Fine.", "**Nothing serious found** at aaaaaaa, round 1. Fine."],
    ["**Changes needed** at aaaaaaa, round 1. Fine.", "**Something to look at** at aaaaaaa, round 1. Fine."],
    [
      "**A person has to look** at aaaaaaa, round 1. Fine.",
      "**A person has to look** at aaaaaaa, round 1. Fine.",
    ],
  ]);
});

test("what could not be checked is said plainly", () => {
  const text = (asData: boolean) =>
    reviewText({
      ...{ head: HEAD, round: 1, verdict: "approved", why: "Fine.", summary: "", rest: [], deferred: [] },
      ...{ result: { criteria: [], dropped: [] }, coverage: undefined, refused: 0, foreign: { asData } },
    });
  expect(text(false)).toContain("no acceptance criteria");
  expect(text(false)).not.toContain("as data");
  expect(text(true)).toContain("This head was read as data: nothing of it was laid out or run");
});

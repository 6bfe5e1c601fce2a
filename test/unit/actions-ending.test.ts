import { expect, test } from "vitest";
import { endingOf } from "../../src/actions/ending.ts";
import { NightshiftError } from "../../src/domain/errors.ts";

const limited = new NightshiftError("GITHUB_RATE_LIMITED", "GitHub asks to wait 40 min.");

test.each(["gate", "tick", "ring"])(
  "a rate limit puts %s off: the next sweep looks again, and no attempt is spent",
  (phase) => {
    expect(endingOf(limited, phase)).toEqual({
      kind: "deferred",
      text: "GitHub asks to wait 40 min. [GITHUB_RATE_LIMITED]",
    });
  },
);

test.each(["fetch", "agent", "verify", "apply", "all"])(
  "a rate limit in %s is a failure, so that a later run goes on from it",
  (phase) => {
    expect(endingOf(limited, phase).kind).toBe("failed");
  },
);

test("nothing else is put off", () => {
  expect(endingOf(new NightshiftError("GITHUB_UNREACHABLE", "No answer."), "tick")).toEqual({
    kind: "failed",
    text: "No answer. [GITHUB_UNREACHABLE]",
  });
  const bug = new TypeError("x is undefined");
  expect(endingOf(bug, "tick")).toEqual({ kind: "failed", text: bug.stack });
  expect(endingOf("thrown", "gate")).toEqual({ kind: "failed", text: "thrown" });
});

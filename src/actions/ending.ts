/** How a phase ends that threw: a failure, or put off until the next sweep. */
import { messageOf, NightshiftError } from "../domain/errors.ts";

export interface Ending {
  kind: "failed" | "deferred";
  text: string;
}

/** They look and ring; what they had to do is found again by whoever looks next, so to wait for GitHub costs no attempt. */
const LOOKING: readonly string[] = ["gate", "tick", "ring"];

/** A foreseen failure is one line with its code; anything else keeps its stack. */
export function endingOf(thrown: unknown, phase: string): Ending {
  if (!(thrown instanceof NightshiftError)) {
    const text = thrown instanceof Error && thrown.stack ? thrown.stack : messageOf(thrown);
    return { kind: "failed", text };
  }
  const deferred = thrown.code === "GITHUB_RATE_LIMITED" && LOOKING.includes(phase);
  return { kind: deferred ? "deferred" : "failed", text: `${thrown.message} [${thrown.code}]` };
}

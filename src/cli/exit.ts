/** Exit codes of the command line. */
import type { NightshiftError } from "../domain/errors.ts";

export const EXIT = { done: 0, failed: 1, wrongUse: 2, needsHuman: 3 } as const;

/** Wrong use and settings are the caller's to mend; everything else failed. */
export function exitCodeOf(error: NightshiftError): number {
  const { remedy } = error;
  if (remedy === "wrong-use" || remedy === "fix-config") return EXIT.wrongUse;
  return remedy === "escalate" ? EXIT.needsHuman : EXIT.failed;
}

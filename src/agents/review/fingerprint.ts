/** The finding again, wherever its lines have moved. */
import { sha256 } from "../../agent/digest.ts";
import type { Finding } from "../../domain/finding.ts";
import { identityOf } from "../../domain/merge-findings.ts";

export function fingerprintOf(finding: Pick<Finding, "path" | "category" | "quote">): string {
  return sha256(identityOf(finding)).slice(0, 40);
}

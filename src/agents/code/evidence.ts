/** The status by which everybody sees what the verify commands said about a commit. */
import type { Evidence } from "../../domain/outcome.ts";
import { VERIFY_STATUS, verifyDescription } from "../../domain/pull-facts.ts";
import { setStatus } from "../../github/perform.ts";
import type { Desk } from "../apply.ts";

export async function postEvidence(
  { performer, job }: Pick<Desk, "performer" | "job">,
  head: string,
  evidence: Evidence,
): Promise<void> {
  const description = verifyDescription(evidence);
  job.log(`verification ${description}${evidence.problem ? `: ${evidence.problem}` : ""}`);
  await setStatus(performer, {
    head,
    context: VERIFY_STATUS,
    state: evidence.passed ? "success" : "failure",
    description,
  });
}

/** `dismiss_stale_reviews_on_push`: approvals end when a push changes what the pull request changes. */
import { createHash } from "node:crypto";
import { appliedRules, rulesOfType } from "../rules/applied.ts";
import { latestVerdicts } from "../rules/required-reviews.ts";
import { getIssue, getPull, now, type Site } from "../site.ts";
import type { Pull, Repository } from "../store/records.ts";
import type { Acting } from "../viewer.ts";
import { emitReview } from "./events.ts";
import { record, touchIssue } from "./issues.ts";
import { pullBase } from "./pull-range.ts";

/** Call it after the head moved; `before` is the pull request as it was. A push that leaves the diff as it is dismisses nothing. */
export async function dismissStaleApprovals(
  site: Site,
  viewer: Acting,
  repository: Repository,
  before: Pull,
): Promise<void> {
  const rules = rulesOfType(appliedRules(site, repository, before.baseRef), "pull_request");
  if (!rules.some((rule) => rule.parameters.dismiss_stale_reviews_on_push)) return;
  const approvals = latestVerdicts(site, before).filter((review) => review.state === "APPROVED");
  if (approvals.length === 0) return;
  const after = getPull(site, repository, before.number);
  if ((await diffOf(site, repository, before)) === (await diffOf(site, repository, after))) return;
  for (const review of approvals) {
    const next = site.store.transact(() => {
      record(site, viewer, touchIssue(site, getIssue(site, repository, before.number)), "review_dismissed");
      return site.store.put("reviews", review.id, { ...review, state: "DISMISSED", updatedAt: now(site) });
    });
    site.later(() => emitReview(site, viewer, repository, next, "dismissed"));
  }
}

async function diffOf(site: Site, repository: Repository, pull: Pull): Promise<string> {
  const base = await pullBase(site, repository, pull);
  const args = ["diff", "--no-ext-diff", "--full-index", "--binary", base, pull.headSha];
  return createHash("sha256")
    .update((await site.git(repository).run(args)).stdout)
    .digest("hex");
}

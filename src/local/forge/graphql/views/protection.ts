/** Branch rules as GraphQL shows them: the classic rule to administrators, what binds an update to everyone. */
import { nodeId } from "../../node-id.ts";
import { appliedRules, rulesOfType } from "../../rules/applied.ts";
import { checksOf, findProtection, mayPush } from "../../rules/protection.ts";
import type { Repository } from "../../store/records.ts";
import { ACCESS, may } from "../../viewer.ts";
import type { Context, View } from "../context.ts";

/** Null without classic protection, and for those who do not administer the repository. */
export function protectionView(
  { site, viewer }: Context,
  repository: Repository,
  branch: string,
): View | null {
  const found = findProtection(site, repository, branch);
  if (!found || !may(viewer, repository, ACCESS.readAdministration)) return null;
  const { settings } = found;
  const reviews = settings.required_pull_request_reviews;
  const checks = settings.required_status_checks;
  return {
    __typename: "BranchProtectionRule",
    id: nodeId("BranchProtectionRule", `${repository.id}:${branch}`),
    pattern: branch,
    requiresApprovingReviews: reviews !== null,
    requiredApprovingReviewCount: reviews?.required_approving_review_count ?? null,
    requiresCodeOwnerReviews: reviews?.require_code_owner_reviews ?? false,
    dismissesStaleReviews: reviews?.dismiss_stale_reviews ?? false,
    requireLastPushApproval: reviews?.require_last_push_approval ?? false,
    requiresConversationResolution: settings.required_conversation_resolution,
    requiresStatusChecks: checks !== null,
    requiresStrictStatusChecks: checks?.strict ?? false,
    requiredStatusCheckContexts: checks ? checksOf(checks).map((check) => check.context) : [],
    requiresCommitSignatures: settings.required_signatures,
    requiresLinearHistory: settings.required_linear_history,
    requiresDeployments: false,
    requiredDeploymentEnvironments: [],
    restrictsPushes: settings.restrictions !== null,
    isAdminEnforced: settings.enforce_admins ?? false,
    allowsForcePushes: settings.allow_force_pushes ?? false,
    allowsDeletions: settings.allow_deletions,
    lockBranch: false,
    blocksCreations: false,
  };
}

/** Null for a branch without rules. */
export function refUpdateRuleView(
  { site, viewer }: Context,
  repository: Repository,
  branch: string,
): View | null {
  const applied = appliedRules(site, repository, branch);
  if (applied.length === 0) return null;
  const reviews = rulesOfType(applied, "pull_request").map((rule) => rule.parameters);
  const counts = reviews.map((one) => one.required_approving_review_count);
  const contexts = rulesOfType(applied, "required_status_checks").flatMap((rule) =>
    rule.parameters.required_status_checks.map((check) => check.context),
  );
  const has = (
    type: "non_fast_forward" | "deletion" | "required_linear_history" | "required_signatures",
  ): boolean => rulesOfType(applied, type).length > 0;
  return {
    __typename: "RefUpdateRule",
    pattern: branch,
    allowsForcePushes: !has("non_fast_forward"),
    allowsDeletions: !has("deletion"),
    blocksCreations: false,
    requiredApprovingReviewCount: counts.length === 0 ? null : Math.max(...counts),
    requiresCodeOwnerReviews: reviews.some((one) => one.require_code_owner_review),
    requiresConversationResolution: reviews.some((one) => one.required_review_thread_resolution),
    requiredStatusCheckContexts: [...new Set(contexts)],
    requiresLinearHistory: has("required_linear_history"),
    requiresSignatures: has("required_signatures"),
    viewerCanPush: mayPush(site, findProtection(site, repository, branch), viewer),
    viewerAllowedToDismissReviews: may(viewer, repository, ACCESS.writePulls),
  };
}

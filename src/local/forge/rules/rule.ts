/** The branch rules that the forge enforces, in the shape of GitHub's rulesets (docs: rest/repos/rules). */
import { z } from "zod";

const MERGE_METHODS = ["merge", "squash", "rebase"] as const;
const QUEUE_METHODS = ["MERGE", "SQUASH", "REBASE"] as const;

const bare = <Type extends string>(type: Type) => z.object({ type: z.literal(type) });

const pullRequest = z.object({
  type: z.literal("pull_request"),
  parameters: z.object({
    allowed_merge_methods: z.array(z.enum(MERGE_METHODS)).min(1).optional(),
    dismiss_stale_reviews_on_push: z.boolean(),
    require_code_owner_review: z.boolean(),
    require_last_push_approval: z.boolean(),
    required_approving_review_count: z.int().min(0).max(10),
    required_review_thread_resolution: z.boolean(),
  }),
});

const requiredChecks = z.object({
  type: z.literal("required_status_checks"),
  parameters: z.object({
    do_not_enforce_on_create: z.boolean().optional(),
    required_status_checks: z.array(
      z.object({ context: z.string().min(1), integration_id: z.int().optional() }),
    ),
    strict_required_status_checks_policy: z.boolean(),
  }),
});

const requiredDeployments = z.object({
  type: z.literal("required_deployments"),
  parameters: z.object({ required_deployment_environments: z.array(z.string()) }),
});

const mergeQueue = z.object({
  type: z.literal("merge_queue"),
  parameters: z.object({
    check_response_timeout_minutes: z.int().min(1).max(360),
    grouping_strategy: z.enum(["ALLGREEN", "HEADGREEN"]),
    max_entries_to_build: z.int().min(0).max(100),
    max_entries_to_merge: z.int().min(0).max(100),
    merge_method: z.enum(QUEUE_METHODS),
    min_entries_to_merge: z.int().min(0).max(100),
    min_entries_to_merge_wait_minutes: z.int().min(0).max(360),
  }),
});

/** A rule of another type is refused as GitHub refuses one that a plan does not have. */
export const rule = z.discriminatedUnion("type", [
  bare("creation"),
  bare("update"),
  bare("deletion"),
  bare("non_fast_forward"),
  bare("required_linear_history"),
  bare("required_signatures"),
  pullRequest,
  requiredChecks,
  requiredDeployments,
  mergeQueue,
]);

export type Rule = z.infer<typeof rule>;
export type RuleType = Rule["type"];
export type PullRequestRule = z.infer<typeof pullRequest>;
export type RequiredChecksRule = z.infer<typeof requiredChecks>;
export type RequiredDeploymentsRule = z.infer<typeof requiredDeployments>;
export type MergeQueueRule = z.infer<typeof mergeQueue>;

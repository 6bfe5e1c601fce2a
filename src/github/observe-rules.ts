/** Reads the rules of the branches that our open pull requests go to. */
import { z } from "zod";
import { type BranchRules, bothRules, NO_RULES } from "../domain/rules.ts";
import { type GitHub, GitHubRefusal } from "./client.ts";

/** One active rule, as `GET rules/branches/{branch}` answers it; only the parameters that decide about a merge. */
const Rule = z.object({
  type: z.string(),
  parameters: z
    .object({
      required_approving_review_count: z.number().optional(),
      require_code_owner_review: z.boolean().optional(),
      require_last_push_approval: z.boolean().optional(),
      required_review_thread_resolution: z.boolean().optional(),
      allowed_merge_methods: z.array(z.string()).optional(),
      required_status_checks: z
        .array(z.object({ context: z.string(), integration_id: z.number().nullish() }))
        .optional(),
      strict_required_status_checks_policy: z.boolean().optional(),
      required_deployment_environments: z.array(z.string()).optional(),
    })
    .optional(),
});
export type RuleNode = z.infer<typeof Rule>;

/** Rules that never keep a squash merge of a pull request from landing. */
const HARMLESS: ReadonlySet<string> = new Set([
  "creation",
  "deletion",
  "non_fast_forward",
  "copilot_code_review",
  "branch_name_pattern",
  "tag_name_pattern",
]);

/** The rulesets of each branch, joined with what is known of its classic protection. */
export async function readRules(
  github: GitHub,
  classic: ReadonlyMap<string, BranchRules>,
): Promise<Map<string, BranchRules>> {
  const branches = [...classic];
  const read = await Promise.all(
    branches.map(
      async ([branch, rules]): Promise<[string, BranchRules]> => [
        branch,
        bothRules(rules, await readRuleset(github, branch)),
      ],
    ),
  );
  return new Map(read);
}

/** Private repositories of free plans have no rulesets, which GitHub says with a refusal. */
async function readRuleset(github: GitHub, branch: string): Promise<BranchRules> {
  try {
    const { data } = await github.rest("GET /repos/{owner}/{repo}/rules/branches/{branch}", {
      branch,
      per_page: 100,
    });
    return z.array(Rule).parse(data).map(rulesOf).reduce(bothRules, NO_RULES);
  } catch (error) {
    if (error instanceof GitHubRefusal && (error.status === 403 || error.status === 404)) return NO_RULES;
    throw error;
  }
}

export function rulesOf({ type, parameters = {} }: RuleNode): BranchRules {
  switch (type) {
    case "pull_request":
      return {
        ...NO_RULES,
        reviews: parameters.required_approving_review_count ?? 0,
        codeOwners: parameters.require_code_owner_review ?? false,
        lastPushApproval: parameters.require_last_push_approval ?? false,
        threads: parameters.required_review_thread_resolution ?? false,
        methods: parameters.allowed_merge_methods,
      };
    case "required_status_checks":
      return {
        ...NO_RULES,
        checks: (parameters.required_status_checks ?? []).map(({ context, integration_id }) => ({
          name: context,
          app: integration_id ?? undefined,
        })),
        strict: parameters.strict_required_status_checks_policy ?? false,
      };
    case "required_signatures":
      return { ...NO_RULES, signatures: true };
    case "required_linear_history":
      return { ...NO_RULES, linearHistory: true };
    case "required_deployments":
      return { ...NO_RULES, deployments: parameters.required_deployment_environments ?? [] };
    case "merge_queue":
      return { ...NO_RULES, queue: true };
    case "update":
      return { ...NO_RULES, locked: true };
    default:
      return HARMLESS.has(type) ? NO_RULES : { ...NO_RULES, others: [type] };
  }
}

/** Classic branch protection in REST's shapes. */
import type { JsonObject } from "../../../contract.ts";
import { checksOf } from "../../rules/protection.ts";
import type { Site } from "../../site.ts";
import type { Protection, Repository } from "../../store/records.ts";
import { loginJson, repoApi } from "./basics.ts";

/** The required checks as `branch` and `branch-protection` show them. */
export function requiredChecksJson(
  site: Site,
  repository: Repository,
  branch: string,
  checks: NonNullable<Protection["settings"]["required_status_checks"]>,
): JsonObject {
  const url = `${protectionUrl(site, repository, branch)}/required_status_checks`;
  const wanted = checksOf(checks);
  return {
    url,
    strict: checks.strict,
    contexts: wanted.map((check) => check.context),
    contexts_url: `${url}/contexts`,
    checks: wanted.map((check) => ({ context: check.context, app_id: check.integration_id ?? null })),
  };
}

const protectionUrl = (site: Site, repository: Repository, branch: string): string =>
  `${repoApi(site, repository)}/branches/${encodeURIComponent(branch)}/protection`;

/** `branch-protection`, which is also how `protected-branch` reads. */
export function protectionJson(
  site: Site,
  repository: Repository,
  { branch, settings }: Protection,
): JsonObject {
  const url = protectionUrl(site, repository, branch);
  const reviews = settings.required_pull_request_reviews;
  const { restrictions, required_status_checks: checks } = settings;
  return {
    url,
    ...(checks ? { required_status_checks: requiredChecksJson(site, repository, branch, checks) } : {}),
    ...(reviews
      ? {
          required_pull_request_reviews: {
            url: `${url}/required_pull_request_reviews`,
            dismiss_stale_reviews: reviews.dismiss_stale_reviews,
            require_code_owner_reviews: reviews.require_code_owner_reviews,
            required_approving_review_count: reviews.required_approving_review_count,
            require_last_push_approval: reviews.require_last_push_approval,
          },
        }
      : {}),
    ...(restrictions
      ? {
          restrictions: {
            url: `${url}/restrictions`,
            users_url: `${url}/restrictions/users`,
            teams_url: `${url}/restrictions/teams`,
            apps_url: `${url}/restrictions/apps`,
            users: restrictions.users.map((login) => loginJson(site, login)),
            teams: [],
            apps: [],
          },
        }
      : {}),
    required_signatures: { url: `${url}/required_signatures`, enabled: settings.required_signatures },
    enforce_admins: { url: `${url}/enforce_admins`, enabled: settings.enforce_admins ?? false },
    required_linear_history: { enabled: settings.required_linear_history },
    allow_force_pushes: { enabled: settings.allow_force_pushes ?? false },
    allow_deletions: { enabled: settings.allow_deletions },
    block_creations: { enabled: false },
    required_conversation_resolution: { enabled: settings.required_conversation_resolution },
    lock_branch: { enabled: false },
    allow_fork_syncing: { enabled: false },
  };
}

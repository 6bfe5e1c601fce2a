/** Classic branch protection: what `PUT branches/{branch}/protection` takes, and the rules that it amounts to. */
import { z } from "zod";
import type { Json } from "../../contract.ts";
import { unprocessable } from "../errors.ts";
import type { Site } from "../site.ts";
import type { Protection, Repository } from "../store/records.ts";
import { type Acting, appOf, hasRole } from "../viewer.ts";
import type { Rule } from "./rule.ts";

const actors = z.object({
  users: z.array(z.string()).default([]),
  teams: z.array(z.string()).default([]),
  apps: z.array(z.string()).default([]),
});

const settings = z.object({
  required_status_checks: z
    .object({
      strict: z.boolean(),
      contexts: z.array(z.string()).default([]),
      checks: z.array(z.object({ context: z.string(), app_id: z.int().optional() })).default([]),
    })
    .nullable(),
  enforce_admins: z.boolean().nullable(),
  required_pull_request_reviews: z
    .object({
      dismiss_stale_reviews: z.boolean().default(false),
      require_code_owner_reviews: z.boolean().default(false),
      required_approving_review_count: z.int().min(0).max(6).default(1),
      require_last_push_approval: z.boolean().default(false),
    })
    .nullable(),
  restrictions: actors.nullable(),
  required_linear_history: z.boolean().default(false),
  allow_force_pushes: z.boolean().nullable().default(false),
  allow_deletions: z.boolean().default(false),
  required_conversation_resolution: z.boolean().default(false),
  required_signatures: z.boolean().default(false),
});

export type ProtectionSettings = z.infer<typeof settings>;
export type ProtectionWish = z.input<typeof settings>;

export const protectionKey = (repository: Repository, branch: string): string => `${repository.id} ${branch}`;

export function putProtection(
  site: Site,
  repository: Repository,
  branch: string,
  body: Json | ProtectionWish,
): Protection {
  const wanted = settings.safeParse(body);
  if (!wanted.success)
    throw unprocessable(
      `Invalid request.\n\n${wanted.error.issues.map((issue) => `"${issue.path.join(".")}": ${issue.message}`).join("\n")}`,
    );
  const row: Protection = { repository: repository.id, branch, settings: wanted.data };
  return site.store.put("protections", protectionKey(repository, branch), row);
}

export const findProtection = (site: Site, repository: Repository, branch: string): Protection | undefined =>
  site.store.get("protections", protectionKey(repository, branch));

/** The protection in the words of rulesets, so that one enforcement serves both. */
export function rulesOfProtection({ settings: wanted }: Protection): Rule[] {
  const rules: Rule[] = [];
  const reviews = wanted.required_pull_request_reviews;
  if (reviews || wanted.required_conversation_resolution) {
    rules.push({
      type: "pull_request",
      parameters: {
        dismiss_stale_reviews_on_push: reviews?.dismiss_stale_reviews ?? false,
        require_code_owner_review: reviews?.require_code_owner_reviews ?? false,
        require_last_push_approval: reviews?.require_last_push_approval ?? false,
        required_approving_review_count: reviews?.required_approving_review_count ?? 0,
        required_review_thread_resolution: wanted.required_conversation_resolution,
      },
    });
  }
  const checks = wanted.required_status_checks;
  if (checks) {
    rules.push({
      type: "required_status_checks",
      parameters: {
        strict_required_status_checks_policy: checks.strict,
        required_status_checks: checksOf(checks),
      },
    });
  }
  if (wanted.required_linear_history) rules.push({ type: "required_linear_history" });
  if (wanted.required_signatures) rules.push({ type: "required_signatures" });
  if (!wanted.allow_force_pushes) rules.push({ type: "non_fast_forward" });
  if (!wanted.allow_deletions) rules.push({ type: "deletion" });
  return rules;
}

/** Contexts by name, and checks with the app that must have reported them; -1 is any app. */
export function checksOf(checks: NonNullable<ProtectionSettings["required_status_checks"]>): {
  context: string;
  integration_id?: number;
}[] {
  const named = checks.contexts.filter(
    (context) => !checks.checks.some((check) => check.context === context),
  );
  return [
    ...named.map((context) => ({ context })),
    ...checks.checks.map(({ context, app_id }) =>
      app_id === undefined || app_id === -1 ? { context } : { context, integration_id: app_id },
    ),
  ];
}

/** Admins go past a protection that does not enforce itself on them; nobody else does. */
export function isExempt({ settings: wanted }: Protection, repository: Repository, viewer: Acting): boolean {
  return (
    !wanted.enforce_admins && viewer.kind === "person" && hasRole(repository, viewer.user.login, "admin")
  );
}

/** Whether `restrictions` let the viewer push to the branch or merge into it. */
export function mayPush(site: Site, protection: Protection | undefined, viewer: Acting): boolean {
  const allowed = protection?.settings.restrictions;
  if (!allowed) return true;
  if (viewer.kind === "person")
    return allowed.users.some((login) => login.toLowerCase() === viewer.user.login.toLowerCase());
  const slug = site.store.get("apps", appOf(viewer) ?? 0)?.slug;
  return slug !== undefined && allowed.apps.includes(slug);
}

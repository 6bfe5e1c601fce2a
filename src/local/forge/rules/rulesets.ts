/** Rulesets: what a request may say, which branches they match, and who goes past them. */

import { z } from "zod";
import type { Json } from "../../contract.ts";
import { unprocessable } from "../errors.ts";
import { GITHUB_FACTS } from "../facts.ts";
import { now, type Site } from "../site.ts";
import type { Repository, Ruleset } from "../store/records.ts";
import { ACTIONS_APP, type Acting, appOf, hasRole } from "../viewer.ts";
import { rule } from "./rule.ts";

const bypassActor = z.object({
  actor_id: z.int().nullable().optional(),
  actor_type: z.enum(["Integration", "OrganizationAdmin", "RepositoryRole", "Team", "DeployKey", "User"]),
  bypass_mode: z.enum(["always", "pull_request", "exempt"]).default("always"),
});

const rulesetBody = z.object({
  name: z.string().min(1),
  target: z.enum(["branch", "tag"]).default("branch"),
  enforcement: z.enum(["disabled", "active", "evaluate"]),
  bypass_actors: z.array(bypassActor).default([]),
  conditions: z
    .object({ ref_name: z.object({ include: z.array(z.string()), exclude: z.array(z.string()) }) })
    .optional(),
  rules: z.array(rule).default([]),
});

export type RulesetWish = z.input<typeof rulesetBody>;
export type BypassActor = z.infer<typeof bypassActor>;

/** Role ids of `RepositoryRole` bypass actors. */
const ROLES: { readonly [id: number]: "maintain" | "write" | "admin" } = {
  2: "maintain",
  4: "write",
  5: "admin",
};

/** Creates a ruleset, or changes the one with this id; 422 for what GitHub would not take. */
export function putRuleset(
  site: Site,
  repository: Repository,
  body: Json | RulesetWish,
  before?: Ruleset,
): Ruleset {
  const wanted = rulesetBody.safeParse(before && isRecord(body) ? { ...wishOf(before), ...body } : body);
  if (!wanted.success)
    throw unprocessable(
      "Validation Failed",
      wanted.error.issues.map((issue) => sentence(issue, body)),
    );
  const { name, target, enforcement, bypass_actors, conditions, rules } = wanted.data;
  if (
    bypass_actors.some((actor) => actor.actor_type === "Integration" && !isInstalled(site, repository, actor))
  )
    throw unprocessable("Validation Failed", [GITHUB_FACTS.actionsNoBypass.value]);
  const id = before?.id ?? site.store.nextId();
  return site.store.put("rulesets", id, {
    id,
    repository: repository.id,
    name,
    target,
    enforcement,
    bypass: bypass_actors,
    include: conditions?.ref_name.include ?? [],
    exclude: conditions?.ref_name.exclude ?? [],
    rules,
    createdAt: before?.createdAt ?? now(site),
    updatedAt: now(site),
  });
}

const isRecord = (value: unknown): value is { [name: string]: unknown } =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function wishOf(ruleset: Ruleset): RulesetWish {
  return {
    name: ruleset.name,
    target: ruleset.target,
    enforcement: ruleset.enforcement,
    bypass_actors: [...ruleset.bypass],
    conditions: { ref_name: { include: [...ruleset.include], exclude: [...ruleset.exclude] } },
    rules: [...ruleset.rules],
  };
}

/** `Invalid rule 'x': ` for the rules, as GitHub says it; the field's name for the rest. */
function sentence(issue: z.core.$ZodIssue, body: unknown): string {
  const [field, index] = issue.path;
  const listed = isRecord(body) && Array.isArray(body.rules) ? body.rules : [];
  const wrong: unknown = field === "rules" && typeof index === "number" ? listed[index] : undefined;
  if (isRecord(wrong)) return `Invalid rule '${String(wrong.type)}': ${issue.path.slice(2).join(".")}`;
  return `Invalid property /${issue.path.join("/")}: ${issue.message}`;
}

/** GitHub Actions itself is never taken as a bypass actor of a repository's ruleset (platform fact 0.10). */
function isInstalled(site: Site, repository: Repository, actor: BypassActor): boolean {
  if (actor.actor_id === ACTIONS_APP.id) return false;
  return (
    site.store.find(
      "installations",
      (row) => row.app === actor.actor_id && row.owner === repository.owner,
    ) !== undefined
  );
}

/** Active rulesets of the branch. */
export function rulesetsOf(site: Site, repository: Repository, branch: string): Ruleset[] {
  return site.store.filter(
    "rulesets",
    (row) =>
      row.repository === repository.id &&
      row.target === "branch" &&
      row.enforcement === "active" &&
      matchesBranch(row, repository.defaultBranch, branch),
  );
}

export function matchesBranch(
  ruleset: Pick<Ruleset, "include" | "exclude">,
  defaultBranch: string,
  branch: string,
): boolean {
  const hit = (pattern: string): boolean => {
    if (pattern === "~ALL") return true;
    if (pattern === "~DEFAULT_BRANCH") return branch === defaultBranch;
    return fnmatch(pattern).test(`refs/heads/${branch}`);
  };
  return ruleset.include.some(hit) && !ruleset.exclude.some(hit);
}

/** Ruby's fnmatch with FNM_PATHNAME, which GitHub names as the syntax: `*` stays in a segment, a segment of `**` spans any number. */
function fnmatch(pattern: string): RegExp {
  const source = pattern.replace(/\*\*\/|\*+|\?|[.+^${}()|\\]/g, (part) => {
    if (part === "**/") return "(?:[^/]+/)*";
    if (part.startsWith("*")) return "[^/]*";
    return part === "?" ? "[^/]" : `\\${part}`;
  });
  return new RegExp(`^${source}$`);
}

/** Whether the viewer goes past the ruleset: `pull_request` bypasses only for merges of pull requests. */
export function bypasses(
  repository: Repository,
  ruleset: Ruleset,
  viewer: Acting,
  through: "push" | "merge",
): boolean {
  return ruleset.bypass.some((actor) => {
    if (actor.bypass_mode === "pull_request" && through !== "merge") return false;
    if (actor.actor_type === "Integration") return actor.actor_id === appOf(viewer);
    if (viewer.kind !== "person") return false;
    if (actor.actor_type === "User") return actor.actor_id === viewer.user.id;
    const role = actor.actor_type === "RepositoryRole" ? ROLES[actor.actor_id ?? 0] : undefined;
    return role !== undefined && hasRole(repository, viewer.user.login, role);
  });
}

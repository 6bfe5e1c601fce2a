/** Which rules hold for a branch, from rulesets and classic protection together. */
import { GITHUB_FACTS } from "../facts.ts";
import type { Site } from "../site.ts";
import type { Repository } from "../store/records.ts";
import type { Acting } from "../viewer.ts";
import { findProtection, isExempt, rulesOfProtection } from "./protection.ts";
import type { Rule, RuleType } from "./rule.ts";
import { bypasses, rulesetsOf } from "./rulesets.ts";

export interface AppliedRule {
  rule: Rule;
  source: "ruleset" | "protection";
}

/** A rule that is not met, in GitHub's words. */
export interface Violation {
  rule: RuleType;
  source: AppliedRule["source"];
  message: string;
}

/** Without a viewer all rules of the branch; with one those that bind this viewer. */
export function appliedRules(
  site: Site,
  repository: Repository,
  branch: string,
  by?: { viewer: Acting; through: "push" | "merge" },
): AppliedRule[] {
  const fromRulesets = rulesetsOf(site, repository, branch)
    .filter((ruleset) => !by || !bypasses(repository, ruleset, by.viewer, by.through))
    .flatMap((ruleset) => ruleset.rules.map((rule) => ({ rule, source: "ruleset" as const })));
  const protection = findProtection(site, repository, branch);
  if (!protection || (by && isExempt(protection, repository, by.viewer))) return fromRulesets;
  return [
    ...fromRulesets,
    ...rulesOfProtection(protection).map((rule) => ({ rule, source: "protection" as const })),
  ];
}

type RuleOf<Type extends RuleType> = Extract<Rule, { type: Type }>;

/** The rules of one type; where several rulesets say something, all of them hold. */
export function rulesOfType<Type extends RuleType>(
  applied: readonly AppliedRule[],
  type: Type,
): RuleOf<Type>[] {
  return applied.map(({ rule }) => rule).filter((rule): rule is RuleOf<Type> => rule.type === type);
}

/** GitHub's text for violated rules: rulesets have a heading, classic protection says the first sentence. */
export function violationText(violations: readonly Violation[]): string {
  const ruled = violations.filter((one) => one.source === "ruleset");
  if (ruled.length === 0) return violations[0]?.message ?? "";
  return `${GITHUB_FACTS.ruleViolations.value}\n\n${ruled.map((one) => one.message).join("\n\n")}\n\n`;
}

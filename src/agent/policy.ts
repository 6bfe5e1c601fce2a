/** Which calls of an agent are allowed. Nobody is there to be asked, so "ask" is a denial that is recorded. */
import { globTest } from "./sandbox/glob.ts";
import type { Effect } from "./tool.ts";

export interface PolicyRule {
  /** Absent = any. */
  tool?: string;
  effect?: Effect;
  /** Matches when any path of the call does. */
  path?: string;
  decision: "allow" | "deny" | "ask";
  why: string;
}

export interface PolicyCall {
  tool: string;
  effect: Effect;
  paths: readonly string[];
}

export interface PolicyDecision {
  allowed: boolean;
  /** A person should hear of it. */
  escalated: boolean;
  why: string;
}

/** Rules that protect paths from writes; the file server enforces them again on real paths. */
export function protectPaths(globs: readonly string[]): PolicyRule[] {
  return globs.map((path) => ({ effect: "write", path, decision: "deny", why: `${path} is protected` }));
}

/** The first rule that matches decides; without one the call is allowed, because the tool list already is a choice. */
export function decidePolicy(call: PolicyCall, rules: readonly PolicyRule[]): PolicyDecision {
  const rule = rules.find((candidate) => matches(candidate, call));
  if (!rule) return { allowed: true, escalated: false, why: "no rule against it" };
  return { allowed: rule.decision === "allow", escalated: rule.decision === "ask", why: rule.why };
}

function matches(rule: PolicyRule, call: PolicyCall): boolean {
  const { tool, effect, path } = rule;
  if (tool !== undefined && tool !== call.tool) return false;
  if (effect !== undefined && effect !== call.effect) return false;
  return path === undefined || call.paths.some((name) => globTest(path)(name.replace(/^\.\//, "")));
}

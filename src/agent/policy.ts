/** Which calls of an agent are allowed: ordered rules, the first that matches decides, and protected paths before all of them. */

import { globTest } from "../domain/glob.ts";
import type { Profile } from "../domain/policy.ts";
import { ALWAYS_PROTECTED } from "../domain/risk.ts";
import { beginsWith, readShell } from "./shell-reading.ts";
import type { Effect } from "./tool.ts";

/** A rule of the configuration, or one of ours, which may also be about an effect. Absent = any. */
export interface PolicyRule {
  agent?: string | undefined;
  tool?: string | undefined;
  effect?: Effect | undefined;
  path?: string | undefined;
  /** Words that a command begins with. */
  command?: string | undefined;
  decision: "allow" | "deny" | "escalate";
  /** With `escalate`: where a call that the sandbox stopped is tried once more. Without it a person is asked. */
  profile?: Profile | undefined;
  why: string;
}

export interface PolicyCall {
  agent: string;
  /** The agent that this one works for. */
  onBehalfOf?: string | undefined;
  tool: string;
  effect: Effect;
  paths: readonly string[];
  /** Shell text. */
  command?: string | undefined;
}

export type PolicyDecision =
  | { kind: "allow"; why: string; escalation?: { profile: Profile; why: string } }
  | { kind: "deny"; why: string }
  | { kind: "ask"; why: string };

/** What a rule is matched against: one path or one command of a call, or the call itself when it names neither. */
interface Aspect {
  path?: string;
  command?: readonly string[];
}

const NO_RULE = "no rule against it";

/** The rules of a run: protected paths first, so that nothing after them can open one. */
export function policyOf(protectedPaths: readonly string[], rules: readonly PolicyRule[] = []): PolicyRule[] {
  const globs = [...new Set([...ALWAYS_PROTECTED, "**/.git", ...protectedPaths])];
  return [
    ...globs.map(
      (path): PolicyRule => ({ effect: "write", path, decision: "deny", why: `${path} is protected` }),
    ),
    ...rules,
  ];
}

/**
 * Judges every path and every command of a call by itself; the strictest answer counts. Without a matching rule a call is
 * allowed, because the tool list already is a choice. A wider profile is given only when the rules give it to every
 * command (moving with `cd` aside), and network never to a text that is more than it shows.
 */
export function decidePolicy(call: PolicyCall, rules: readonly PolicyRule[]): PolicyDecision {
  const own = decideFor(call, rules);
  if (call.onBehalfOf === undefined) return own;
  return stricter(own, decideFor({ ...call, agent: call.onBehalfOf }, rules));
}

/** A sub-agent can do less than its parent, never more. */
function stricter(own: PolicyDecision, parent: PolicyDecision): PolicyDecision {
  if (own.kind === "deny" || parent.kind === "deny") return own.kind === "deny" ? own : parent;
  if (own.kind === "ask" || parent.kind === "ask") return own.kind === "ask" ? own : parent;
  return own.escalation?.profile === parent.escalation?.profile ? own : { kind: "allow", why: own.why };
}

function decideFor(call: PolicyCall, rules: readonly PolicyRule[]): PolicyDecision {
  const reading = call.command === undefined ? undefined : readShell(call.command);
  const aspects: Aspect[] = [
    ...call.paths.map((path) => ({ path })),
    ...(reading?.commands ?? []).map((command) => ({ command })),
  ];
  const found = (aspects.length === 0 ? [{}] : aspects).map((aspect) => ({
    aspect,
    rule: rules.find((rule) => matches(rule, call, aspect)),
  }));
  const denial = found.find(({ rule }) => rule?.decision === "deny")?.rule;
  if (denial) return { kind: "deny", why: denial.why };
  const question = found.find(
    ({ rule }) => rule?.decision === "escalate" && rule.profile === undefined,
  )?.rule;
  if (question) return { kind: "ask", why: question.why };
  const moving = found.filter(({ aspect }) => aspect.command?.[0] !== "cd");
  const [first] = moving.flatMap(({ rule }) => rule ?? []);
  const profile = moving.every(({ rule }) => rule?.profile === first?.profile) ? first?.profile : undefined;
  const why = first?.why ?? NO_RULE;
  if (profile === undefined || (profile === "setup_hosts" && reading?.complex)) return { kind: "allow", why };
  return { kind: "allow", why, escalation: { profile, why } };
}

function matches(rule: PolicyRule, call: PolicyCall, aspect: Aspect): boolean {
  if (rule.agent !== undefined && rule.agent !== call.agent) return false;
  if (rule.tool !== undefined && rule.tool !== call.tool) return false;
  if (rule.effect !== undefined && rule.effect !== call.effect) return false;
  if (rule.path !== undefined && (aspect.path === undefined || !globTest(rule.path)(plain(aspect.path))))
    return false;
  return (
    rule.command === undefined || (aspect.command !== undefined && beginsWith(aspect.command, rule.command))
  );
}

/** `./a/../b` is `b`: a path is judged as it will be opened. The file server judges again by what is on disk. */
function plain(path: string): string {
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    if (part === "..") parts.pop();
    else parts.push(part);
  }
  return parts.join("/");
}

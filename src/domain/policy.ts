/** Rules of a repository for what its agents may call: an ordered list, the first that matches decides. */
import { z } from "zod";

/** Wider places to run a command once more: with the hosts of the set-up in reach, or with more time. Both are the sandbox. */
export const PROFILES = ["setup_hosts", "long_command"] as const;
export type Profile = (typeof PROFILES)[number];

export const PolicyRule = z
  .strictObject({
    decision: z
      .enum(["allow", "deny", "escalate"])
      .describe(
        "escalate asks a person (nobody there = deny and tell), or with `profile` widens the sandbox",
      ),
    agent: z.string().min(1).max(60).optional().describe("Name of an agent; default: any"),
    tool: z.string().min(1).max(100).optional().describe("Name of a tool; default: any"),
    path: z.string().min(1).max(300).optional().describe("Glob of paths that the call names"),
    command: z.string().min(1).max(300).optional().describe("Words that a shell command begins with"),
    profile: z
      .enum(PROFILES)
      .optional()
      .describe(
        "With escalate: a command that the sandbox stopped runs once more with the set-up hosts in reach, or with up to 30 minutes",
      ),
    why: z.string().min(1).max(300).describe("Shown to the agent and to people"),
  })
  .refine((rule) => rule.profile === undefined || rule.decision === "escalate", {
    error: "profile belongs to decision: escalate",
    path: ["profile"],
  })
  .refine((rule) => rule.path === undefined || rule.command === undefined, {
    error: "a rule is about a path or about a command, not both",
    path: ["command"],
  });
export type PolicyRule = z.infer<typeof PolicyRule>;

/** A call that needed a person, or a wider sandbox, and what came of it. */
export const Escalation = z.strictObject({
  agent: z.string().max(60),
  tool: z.string().max(100),
  /** The command or the paths, shortened. */
  what: z.string().max(300),
  why: z.string().max(600),
  answer: z.enum(["denied", "approved", "widened"]),
});
export type Escalation = z.infer<typeof Escalation>;

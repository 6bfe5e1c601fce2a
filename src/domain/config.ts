/** The settings of a repository: `.github/nightshift.yml` on the default branch, and nowhere else. */
import { z } from "zod";
import { Hooks } from "./hooks.ts";
import { Hours } from "./hours.ts";
import { McpServers } from "./mcp.ts";
import { ModelList, ModelName } from "./model-list.ts";
import { DEFAULT_LABEL_PREFIX } from "./names.ts";
import { NOTICE_EVENTS } from "./notices.ts";
import { PolicyRule } from "./policy.ts";
import { UsDollars } from "./words.ts";

/** A setting that a later version carries out is refused until then, so that nobody believes it is on. */
const notYet = <Value extends string>(available: Value, later: readonly string[], what: string) =>
  z
    .string()
    .refine((value) => value === available || !later.includes(value), {
      error: (issue) => `${what} "${String(issue.input)}" is not available yet; use "${available}"`,
    })
    .refine((value) => value === available || later.includes(value), {
      error: (issue) => `unknown ${what} "${String(issue.input)}"; use "${available}"`,
    })
    .transform((): Value => available);

/** One model, or several: the preferred one first. */
const Models = z.union([ModelName.transform((name) => [name]), ModelList], {
  error: "expected provider:model, such as anthropic:claude-sonnet-5-5, or a list of up to four of them",
});

const agentLimits = (defaults: { turns: number; minutes: number; usd: number }) => ({
  model: Models.optional().describe("provider:model of this agent, or a list of them; default: `model`"),
  max_turns: z.int().min(1).max(1_000).default(defaults.turns).describe("Model requests per run"),
  timeout_minutes: z
    .number()
    .min(1)
    .max(340)
    .default(defaults.minutes)
    .describe("Wall time per run, in minutes"),
  max_usd: UsDollars.default(defaults.usd).describe("Money per run, in US dollars"),
});

/** A name, not an address; a leading `*.` stands for all names below. */
const HOST = /^(\*\.)?([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}$/i;

const CheckName = z.string().min(1).max(200);

const WorkflowFile = z
  .string()
  .regex(/^[\w.-]{1,100}\.ya?ml$/, "expected the name of a workflow file such as ci.yml");

const Ci = z
  .strictObject({
    mode: z
      .enum(["verify", "dispatch", "wait"], {
        error: ({ input }) =>
          input === "native"
            ? 'ci mode "native" is not available yet; use "verify", "dispatch" or "wait"'
            : `unknown ci mode "${String(input)}"; use "verify", "dispatch" or "wait"`,
      })
      .default("verify")
      .describe(
        "verify: our verification alone; dispatch: the workflows of `ci.dispatch` are started on the branch; wait: those that GitHub starts on the pull request count, when a person lets them run",
      ),
    dispatch: z
      .array(WorkflowFile)
      .max(10)
      .default([])
      .describe("With `mode: dispatch`: workflow files that are started on every head and have to be green"),
    trust: z
      .boolean()
      .default(false)
      .describe(
        "With `mode: dispatch`: start also what holds secrets, an environment or a token that may write before a person approved the head",
      ),
    checks: z
      .array(
        z.union([
          CheckName.transform((name): { name: string; app?: number | undefined } => ({ name })),
          z.strictObject({ name: CheckName, app: z.int().positive().optional() }),
        ]),
      )
      .max(50)
      .default([])
      .describe(
        "Checks that must be green besides those of the branch's rules: a name, or name and app, the id of the GitHub App that gives it",
      ),
    skippable: z
      .array(CheckName)
      .max(50)
      .default([])
      .describe("Required checks that count as green when they are skipped or neutral"),
  })
  .refine(({ mode, dispatch }) => mode !== "dispatch" || dispatch.length > 0, {
    path: ["dispatch"],
    error: "`mode: dispatch` needs the workflow files that are started",
  });

export const Config = z.strictObject({
  version: z.literal(1).default(1).describe("Version of this file's format"),
  model: Models.prefault("anthropic:claude-sonnet-5-5").describe(
    "provider:model that all agents use unless they name their own; of a list, the later ones take over when the first cannot be had",
  ),
  code: z
    .strictObject(agentLimits({ turns: 120, minutes: 45, usd: 5 }))
    .prefault({})
    .describe("Limits of the code agent"),
  review: z
    .strictObject({
      ...agentLimits({ turns: 40, minutes: 15, usd: 1.5 }),
      scope: z
        .enum(["agents", "labelled", "all"], {
          error: ({ input }) => `unknown review scope "${String(input)}"; use "agents", "labelled" or "all"`,
        })
        .default("agents")
        .describe(
          "agents: Nightshift's own pull requests; all: also every pull request of people with write permission from this repository; labelled: of those the ones with the review label",
        ),
      native: z
        .enum(["never", "agents"])
        .default("never")
        .describe(
          "agents: also a native APPROVE or REQUEST CHANGES on pull requests that Nightshift opened, where the reviewing identity is another one; the verdict is a status in any case",
        ),
    })
    .prefault({})
    .describe("Limits of the review agent, and how it speaks"),
  base: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .describe("Branch that features are merged into; default: the default branch"),
  setup: z
    .array(z.string().min(1))
    .max(20)
    .optional()
    .describe(
      "Commands that prepare a fresh tree; they reach `setup_hosts`, nothing else; default: detected",
    ),
  setup_hosts: z
    .array(z.string().regex(HOST, "expected a host name such as npm.example.com, or *.example.com"))
    .max(100)
    .optional()
    .describe(
      "The only hosts that set-up commands may reach, by HTTPS; default: those of the package managers found",
    ),
  verify: z
    .array(z.string().min(1))
    .max(20)
    .optional()
    .describe("Commands that must all exit 0 before a merge; default: detected"),
  verify_timeout_minutes: z
    .number()
    .min(1)
    .max(340)
    .default(20)
    .describe("Wall time of set-up and verification together, in minutes"),
  ci: Ci.prefault({}).describe(
    "Which evidence a merge needs, besides our verification and the checks that the branch's rules require",
  ),
  landing: z
    .enum(["direct", "requirement_branch"])
    .default("direct")
    .describe(
      "direct: each feature is squashed into the base; requirement_branch: features land on one branch, and a person merges one final pull request into the base",
    ),
  mode: z
    .enum(["observe", "propose", "merge"])
    .default("merge")
    .describe("observe writes only a summary, propose never merges, merge does everything"),
  features: notYet("sub_issues", ["task_list"], "features")
    .default("sub_issues")
    .describe("How features are kept on GitHub"),
  approval: z
    .strictObject({
      plan: z.boolean().default(false).describe("A person approves every plan before work starts"),
      first_pull: z.boolean().default(true).describe("A person approves the repository's first pull request"),
      every_pull: z.boolean().default(false).describe("A person approves every pull request"),
      risks: z
        .array(z.enum(["dependencies", "database", "ci", "large"]))
        .default(["dependencies", "database", "ci", "large"])
        .describe("Risk labels that need a person's approval of that head"),
      large_lines: z.int().positive().default(1_500).describe("Changed lines that make a pull request large"),
    })
    .prefault({})
    .describe("What people approve"),
  protected_paths: z
    .array(z.string().min(1))
    .max(100)
    .default([])
    .describe(
      "Paths that the agents may never change, besides .github/workflows, .github/actions and .github/nightshift*",
    ),
  hooks: Hooks.prefault({}).describe(
    "Commands that run in the sandbox at fixed points of a run; see [extending](extending.md#hooks)",
  ),
  mcp: McpServers.default([]).describe(
    "MCP servers whose tools the agents get; see [extending](extending.md#tools-of-mcp-servers)",
  ),
  policy: z
    .array(PolicyRule)
    .max(200)
    .default([])
    .describe(
      "Ordered rules for the agents' tool calls, the first that matches decides; protected paths come before",
    ),
  rounds: z.int().min(1).max(20).default(5).describe("Reviews of one pull request before a person is asked"),
  attempts: z
    .int()
    .min(1)
    .max(10)
    .default(3)
    .describe("Runs in a row that may end without a result before a person is asked"),
  parallel: z
    .int()
    .min(1)
    .max(8)
    .default(1)
    .describe("Features of a requirement in work at the same time, as far as they name different files"),
  max_open_pulls: z
    .int()
    .min(1)
    .max(50)
    .default(10)
    .describe("Pull requests of features that are open at most; until one is merged no other feature starts"),
  merge_method: z
    .enum(["squash"], { error: 'only "squash" is available' })
    .default("squash")
    .describe("How pull requests are merged"),
  certificate: notYet("record", ["attest"], "certificate")
    .default("record")
    .describe("What is kept of a merge: a record that git can check again"),
  after_merge: z
    .strictObject({
      verify: z
        .enum(["moved", "always", "never"])
        .default("moved")
        .describe(
          "When the base is verified again after a merge: when something else landed than what was verified, always, or never",
        ),
      dispatch: z
        .array(WorkflowFile)
        .max(10)
        .default([])
        .describe(
          "Workflow files that are started on the base after each merge, because a merge by a workflow's token starts none; their runs are watched",
        ),
    })
    .prefault({})
    .describe("What happens to the base after a merge"),
  auto_revert: z
    .boolean()
    .default(false)
    .describe("Merge the revert of a merge that broke the base, once it is verified; else a person does"),
  budget: z
    .strictObject({
      feature_usd: UsDollars.default(20).describe("Money per feature across runs, in US dollars"),
      requirement_usd: UsDollars.default(100).describe("Money per requirement across runs, in US dollars"),
      day_usd: UsDollars.default(200).describe("Money per day (UTC) across all requirements, in US dollars"),
    })
    .prefault({})
    .describe("Money across runs"),
  label_prefix: z
    .string()
    .regex(/^[\w.-]{1,30}$/, "expected 1 to 30 letters, digits, dots, dashes or underscores")
    .default(DEFAULT_LABEL_PREFIX)
    .describe("First part of every label"),
  branch_prefix: z
    .string()
    .regex(/^[\w.-]{1,30}\/$/, "expected a word and a slash, such as nightshift/")
    .default("nightshift/")
    .describe("First part of every branch that the agents own"),
  notifications: z
    .strictObject({
      events: z
        .array(z.enum(NOTICE_EVENTS))
        .default([...NOTICE_EVENTS])
        .describe(
          "What is told: needs-human, a state that needs a person; complete, the end of a requirement",
        ),
      quiet: Hours.optional().describe(
        "Part of the day in which nothing is sent, such as 22:00-07:00 Europe/Berlin; it is sent after it",
      ),
    })
    .prefault({})
    .describe("Messages to Slack, Discord or any webhook whose address is a secret"),
  hours: Hours.optional().describe(
    "Part of the day in which plans and features are started, such as 22:00-07:00 Europe/Berlin; what is begun is finished",
  ),
  transcript: z
    .enum(["on", "off"])
    .default("on")
    .describe("Whether the redacted transcript of a run is uploaded"),
  lessons: z
    .enum(["off", "propose"])
    .default("off")
    .describe(
      "propose: what reviews taught becomes a pull request to .github/nightshift/lessons.md when a requirement is complete",
    ),
});
export type Config = z.infer<typeof Config>;

/** All defaults: what holds without a file. */
export function defaultConfig(): Config {
  return Config.parse({});
}

/** `provider:model` of an agent, the preferred one first. */
export function modelsOf(config: Config, agentName: "code" | "review"): readonly string[] {
  return config[agentName].model ?? config.model;
}

/** The task of the code agent in words: what varies between runs, in one text after the header. */
import type { z } from "zod";
import { renderOutputSchema } from "../../agent/schema.ts";
import { Plan } from "../../domain/feature.ts";
import { ConflictOutput, FeedbackOutput, ImplementOutput } from "../../domain/finding.ts";
import type { WorkOrder } from "../../domain/work-order.ts";
import type { Commands } from "../commands.ts";
import type { Context, ContextThread } from "../context.ts";
import type { Fence } from "../fence.ts";

export type CodeMode = "plan" | "implement" | "feedback" | "conflict";

export const OUTPUTS = {
  plan: Plan,
  implement: ImplementOutput,
  feedback: FeedbackOutput,
  conflict: ConflictOutput,
} as const satisfies Record<CodeMode, z.ZodType>;

export interface BriefInput {
  order: WorkOrder;
  context: Context;
  commands: Commands;
  /** Instruction files of the base branch: AGENTS.md, CLAUDE.md, CONTRIBUTING.md, the pull request template. */
  conventions: readonly { path: string; text: string }[];
  /** Paths with conflict markers. */
  conflicts: readonly string[];
  fence: Fence;
}

export function codeBrief(mode: CodeMode, input: BriefInput): string {
  const { context, commands, fence, conventions } = input;
  const parts = [
    TASK[mode](input),
    requirementText(context, fence),
    mode === "plan" ? "" : featureText(context, fence),
    context.failure === undefined
      ? ""
      : `It was built and merged before, broke the base, and was taken back. Build it so that this does not happen:\n${fence("what failed", context.failure)}`,
    mode === "feedback" ? failuresText(context, fence) : "",
    mode === "feedback" ? threadsText(context, fence) : "",
    commands.verify.length > 0
      ? `Verify commands (all must exit 0 after your last edit): ${commands.verify.map((command) => `\`${command}\``).join(", ")}`
      : "No verify command is known. Add tests together with the file that says how to run them (for example package.json scripts), so that the change can be verified.",
    ...conventions.map(({ path, text }) => fence(`${path} of the base branch`, text)),
    `output of complete_task:\n${renderOutputSchema(OUTPUTS[mode])}`,
  ];
  return parts.filter((part) => part !== "").join("\n\n");
}

function requirementText({ requirement }: Context, fence: Fence): string {
  if (requirement === undefined) return "";
  const { number, title, body } = requirement;
  return fence(`requirement #${number}`, `${title}\n\n${body}`);
}

const TASK: Readonly<Record<CodeMode, (input: BriefInput) => string>> = {
  plan: () =>
    "Plan this requirement. Few features (one is fine), each mergeable alone, ordered by `after`. When the code already does everything that is asked, use status nothing_to_do.",
  implement: ({ order }) => `Build the feature "${order.feature?.title ?? ""}".`,
  feedback: ({ context }) =>
    context.testsRed
      ? "The verify commands fail at this head: run them, find the cause, fix it. Answer the open threads as well, if there are any."
      : context.ci.length > 0
        ? "The repository's own CI fails at this head: find the cause, fix it. Answer the open threads as well, if there are any."
        : "Answer every open thread.",
  conflict: ({ conflicts, order }) =>
    `The branch was merged with the newest ${order.base.branch}; resolve the conflicts in: ${conflicts.map((path) => `\`${path}\``).join(", ")}.`,
};

function featureText(context: Context, fence: Fence): string {
  if (!context.feature) return "";
  const { title, description, criteria, files } = context.feature;
  const other = context.features
    .map((feature) => `- ${feature.key}: ${feature.title} (${feature.progress})`)
    .join("\n");
  return [
    fence(
      "feature",
      [
        title,
        "",
        description,
        "",
        "Acceptance criteria:",
        ...criteria.map((criterion) => `- ${criterion}`),
        ...(files.length > 0 ? ["", `Files likely touched: ${files.join(", ")}`] : []),
      ].join("\n"),
    ),
    fence("all features of this requirement", other),
  ].join("\n\n");
}

/** What is known of failed jobs of CI. */
function failuresText({ ci }: Context, fence: Fence): string {
  return ci
    .map(({ workflow, name, steps, log }) => {
      const where = steps.length > 0 ? `, at ${steps.join(", ")}` : "";
      return fence(
        `failed job ${name} of ${workflow}${where}`,
        log === "" ? "Its log cannot be shown." : log,
      );
    })
    .join("\n\n");
}

function threadsText(context: Context, fence: Fence): string {
  const threads = context.threads.map((thread) => threadText(thread, fence));
  const asked = context.asked.map(({ author, body }) => fence(`review by ${author}`, body));
  return [...(threads.length > 0 ? ["Open threads:", ...threads] : []), ...asked].join("\n\n");
}

/** `thread <id> · <path>:<line>` and what was said, for both agents. */
export function threadText(thread: ContextThread, fence: Fence): string {
  const said = thread.comments.map(({ author, body }) => `${author}: ${body}`).join("\n\n");
  return `thread ${thread.id} · ${thread.path}${thread.line === undefined ? "" : `:${thread.line}`}${thread.severity ? ` · ${thread.severity}` : ""}\n${fence("thread", said)}`;
}

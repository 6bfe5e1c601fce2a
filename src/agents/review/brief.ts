/** The tasks of a review in words: a pass over a portion, and the second reader's. */
import { renderOutputSchema } from "../../agent/schema.ts";
import { type Portion, renderPortion } from "../../domain/coverage.ts";
import type { Lens } from "../../domain/effort.ts";
import { type Finding, RefuteOutput, ReviewOutput } from "../../domain/finding.ts";
import type { WorkOrder } from "../../domain/work-order.ts";
import { threadText } from "../code/brief.ts";
import type { Context } from "../context.ts";
import type { Fence } from "../fence.ts";

export interface ReviewBrief {
  order: WorkOrder;
  context: Context;
  /** Undefined: nothing of the change is new. */
  portion: Portion | undefined;
  /** This portion's place, when the change is read in several. */
  part: { at: number; of: number };
  lens: Lens;
  /** The first pass answers threads and criteria. */
  lead: boolean;
  verify: readonly string[];
  /** What the lock files change. */
  dependencies: readonly string[];
  /** What earlier reviews taught, from the base branch; empty when there is nothing. */
  lessons: string;
  fence: Fence;
}

/** What a pass looks for. The other passes look for the rest. */
const LENSES: Readonly<Record<Lens, string>> = {
  everything: "",
  correctness:
    "This pass is about correctness alone: wrong results, edge cases, errors that are swallowed or misreported, conditions that are the wrong way round, state that is left half-changed.",
  security:
    "This pass is about security alone: input that reaches a path, a query, a command, HTML or a header unchecked; missing authentication or authorisation; secrets in code, logs or errors; weak randomness or comparison; new permissions, workflow or build changes that run what others control. Name the source and the sink.",
  contracts:
    "This pass is about contracts, concurrency and data alone: callers and formats that this change breaks, migrations and stored data, races, locks, retries, ordering, resources that are not released, what happens when half of it was done.",
  tests:
    "This pass is about tests and requirements alone: behaviour that is asked for and missing, tests that cannot fail or test something else than they say, changed behaviour that no test would notice.",
};

export function reviewBrief(input: ReviewBrief): string {
  const { order, context, portion, part, lens, lead, verify, dependencies, lessons, fence } = input;
  const { feature } = context;
  const criteria = lead ? (feature?.criteria ?? []) : [];
  const parts = [
    `Review round ${order.round} of ${subjectOf(order, context)}${part.of > 1 ? ` The change is read in ${part.of} parts; this is part ${part.at}.` : ""}`,
    feature ? fence("feature", [feature.title, "", feature.description].join("\n")) : "",
    criteria.length > 0
      ? `Check each acceptance criterion by itself, in code and tests:\n${fence("criteria", criteria.map((criterion, at) => `${at + 1}. ${criterion}`).join("\n"))}`
      : "",
    context.pull ? fence("what the author says", authorText(order, context.pull)) : "",
    lead && context.threads.length > 0
      ? ["Open threads:", ...context.threads.map((thread) => threadText(thread, fence))].join("\n\n")
      : "",
    !lead && context.threads.length > 0 ? knownText(context, fence) : "",
    verify.length > 0
      ? `Its tests: ${verify.map((command) => `\`${command}\``).join(", ")}${order.foreign ? "" : "; they are run by another job"}.`
      : "",
    lessons === "" ? "" : fence("lessons of earlier reviews", lessons),
    part.at === 1 && dependencies.length > 0
      ? fence(
          "packages that the lock files change (computed; the lock files themselves are not shown)",
          dependencies.join("\n"),
        )
      : "",
    portion
      ? fence(
          order.round > 1 ? "change, without what earlier rounds have read" : "change",
          renderPortion(portion),
        )
      : "Nothing in the change is new since the last review: answer the threads and criteria, report no findings.",
    LENSES[lens],
    lead ? "" : "Answer no threads and no criteria in this pass: leave both lists empty.",
    `output of complete_task:\n${renderOutputSchema(ReviewOutput)}`,
  ];
  return parts.filter((text) => text !== "").join("\n\n");
}

/** What is reviewed, and what the reader has of it. Where no requirement stands behind it, its title is the author's word like the rest. */
function subjectOf({ pull, foreign }: WorkOrder, context: Context): string {
  const number = `pull request #${pull?.number ?? 0}`;
  const name = foreign
    ? `${number}. No requirement stands behind it, so there are no acceptance criteria.`
    : `${number} "${context.pull?.title ?? ""}".`;
  return `${name} ${foreign?.asData ? "You have no tools: judge by what is shown here." : "The work tree is at its head."}`;
}

function authorText({ foreign }: WorkOrder, { title, body }: NonNullable<Context["pull"]>): string {
  return foreign === undefined ? body : `${title}\n\n${body}`;
}

/** So that nobody reports again what stands in a thread. */
function knownText({ threads }: Context, fence: Fence): string {
  const known = threads.map(({ path, comments }) => `${path}: ${comments[0]?.body.split("\n")[0] ?? ""}`);
  return `Known already, do not report again:\n${fence("known", known.join("\n"))}`;
}

export interface RefuteBrief {
  order: WorkOrder;
  context: Context;
  findings: readonly { id: string; finding: Finding; code: string }[];
  fence: Fence;
}

export function refuteBrief({ order, context, findings, fence }: RefuteBrief): string {
  return [
    `Findings about ${subjectOf(order, context)}${order.foreign?.asData ? "" : " The branch `base` is what it would be merged into."} Judge each of them.`,
    ...findings.map(
      ({ id, finding, code }) =>
        `finding ${id} · ${finding.path} · ${finding.severity}\n${fence(
          "finding",
          [finding.title, finding.why, finding.scenario, "Quoted code:", finding.quote]
            .filter((text) => text !== "")
            .join("\n"),
        )}${code === "" ? "" : `\n${fence("the change around it", code)}`}`,
    ),
    `output of complete_task:\n${renderOutputSchema(RefuteOutput)}`,
  ].join("\n\n");
}

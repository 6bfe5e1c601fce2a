/** The task of the review agent in words. */
import { renderOutputSchema } from "../../agent/schema.ts";
import { type Portion, renderPortion } from "../../domain/coverage.ts";
import { ReviewOutput } from "../../domain/finding.ts";
import type { WorkOrder } from "../../domain/work-order.ts";
import { threadText } from "../code/brief.ts";
import type { Context } from "../context.ts";
import type { Fence } from "../fence.ts";

export interface ReviewBrief {
  order: WorkOrder;
  context: Context;
  portion: Portion;
  /** This portion's place, when the change is read in several. */
  part: { at: number; of: number };
  verify: readonly string[];
  /** What earlier reviews taught, from the base branch; empty when there is nothing. */
  lessons: string;
  fence: Fence;
}

export function reviewBrief({ order, context, portion, part, verify, lessons, fence }: ReviewBrief): string {
  const first = part.at === 1;
  const { feature } = context;
  const parts = [
    `Review round ${order.round} of pull request #${order.pull?.number ?? 0} "${context.pull?.title ?? ""}". The work tree is at its head.${part.of > 1 ? ` The change is read in ${part.of} parts; this is part ${part.at}.` : ""}`,
    feature
      ? fence(
          "feature",
          [
            feature.title,
            "",
            feature.description,
            "",
            "Acceptance criteria:",
            ...feature.criteria.map((criterion) => `- ${criterion}`),
          ].join("\n"),
        )
      : "",
    context.pull ? fence("what the author says", context.pull.body) : "",
    first && context.threads.length > 0
      ? ["Open threads:", ...context.threads.map((thread) => threadText(thread, fence))].join("\n\n")
      : "",
    verify.length > 0
      ? `Its tests: ${verify.map((command) => `\`${command}\``).join(", ")}; they are run by another job.`
      : "",
    lessons === "" ? "" : fence("lessons of earlier reviews", lessons),
    fence("change", renderPortion(portion)),
    first ? "" : "Answer no threads and no criteria in this part: leave both lists empty.",
    `output of complete_task:\n${renderOutputSchema(ReviewOutput)}`,
  ];
  return parts.filter((text) => text !== "").join("\n\n");
}

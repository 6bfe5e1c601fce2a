/** The code agent could not finish: the work is saved, a label is set, and the reason is said once. */

import { escalate } from "../../domain/decide/say.ts";
import { FEATURE_STATES, labelChange, REQUIREMENT_STATES } from "../../domain/labels.ts";
import type { Outcome } from "../../domain/outcome.ts";
import { quiet } from "../../domain/quiet.ts";
import { withBlock } from "../../domain/state-block.ts";
import { perform } from "../../github/perform.ts";
import type { Desk } from "../apply.ts";
import { costText, rememberCost } from "../book.ts";
import { escalationLines } from "../escalations.ts";

/** `saved` is the commit on the feature's branch that carries the unfinished work. */
export async function giveUp(
  desk: Desk,
  outcome: Outcome,
  why: string,
  saved: string | undefined,
): Promise<void> {
  const { order, pull, performer, requirement, snapshot } = desk;
  const blockers = outcome.blockers.map((blocker) => quiet(`- ${blocker.kind}: ${blocker.detail}`));
  const text = [
    quiet(why),
    ...(blockers.length > 0 ? ["", ...blockers] : []),
    ...(outcome.summary === "" ? [] : ["", "Where the work stands:", "", ...quoted(quiet(outcome.summary))]),
    "",
    ...escalationLines(outcome.escalations),
    `${saved ? `The unfinished work is on \`${order.branch}\` at ${saved}. ` : ""}The run: ${performer.runUrl} (${costText(outcome.cost)}).`,
  ].join("\n");
  if (pull) {
    await rememberCost(desk, outcome.cost);
    return perform(performer, escalate(pull, `given-up-${order.id}`, text));
  }
  const prefix = snapshot.config.label_prefix;
  const feature = requirement.features.find(
    (candidate) => candidate.planned.number === order.feature?.number,
  )?.issue;
  const target = feature ?? requirement.requirement;
  const change = feature
    ? labelChange(prefix, FEATURE_STATES, "needs-human", feature.labels)
    : labelChange(prefix, REQUIREMENT_STATES, "needs-human", requirement.requirement.labels);
  await perform(performer, [
    {
      do: "say",
      number: target.number,
      id: undefined,
      body: withBlock(
        `**A person has to decide.** ${text}\n\nWhen that is done, comment \`/nightshift retry\` to try again.`,
        { v: 1, kind: "cost", cost: outcome.cost },
      ),
    },
    { do: "label", target: { number: target.number, nodeId: target.nodeId }, ...change },
  ]);
}

/** Text as a quotation in Markdown. */
export function quoted(text: string): string[] {
  return text.split("\n").map((line) => `> ${line}`);
}

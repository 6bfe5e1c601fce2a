/** Commands that tell people something: one comment and one label for a state that needs a person. */
import type { Command } from "../command.ts";
import { FEATURE_STATES, type FeatureState, labelChange, riskLabel } from "../labels.ts";
import type { PullFacts } from "../pull-facts.ts";
import { UNDO_REFUSED } from "../requirement-facts.ts";
import { withBlock } from "../state-block.ts";
import { short } from "../words.ts";

/** Puts the feature and its pull request into `state`; nothing when they are there. */
export function featureBecomes(facts: PullFacts, state: FeatureState): Command[] {
  const targets = [facts.pull, ...(facts.feature ? [facts.feature] : [])];
  return targets.flatMap((target): Command[] => {
    const change = labelChange(facts.snapshot.config.label_prefix, FEATURE_STATES, state, target.labels);
    if (change.add.length + change.remove.length === 0) return [];
    return [{ do: "label", target: { number: target.number, nodeId: target.nodeId }, ...change }];
  });
}

/** Shows the risks that a person looks at; labels that a person took away come back only while the risk is there. */
export function markRisks(facts: PullFacts): Command[] {
  const { pull, risks, snapshot } = facts;
  const add = risks
    .map((risk) => riskLabel(snapshot.config.label_prefix, risk))
    .filter((name) => !pull.labels.includes(name));
  if (add.length === 0) return [];
  return [{ do: "label", target: { number: pull.number, nodeId: pull.nodeId }, add, remove: [] }];
}

/** The one comment on a pull request that says what is needed from whom; rewritten only when that changes. */
export function ask(facts: Pick<PullFacts, "pull">, rung: string, text: string): Command[] {
  const subject = facts.pull.head;
  const said = facts.pull.ask;
  if (said?.block?.rung === rung && said.block.subject === subject) return [];
  const body = withBlock(text, { v: 1, kind: "ask", rung, subject });
  return [{ do: "say", number: facts.pull.number, id: said?.id, body }];
}

/**
 * A person has to decide: one comment with the reason and the way out, then the label. The label comes last: it ends the
 * asking, so a run that is killed before it asks again instead of leaving a label without a reason.
 */
export function escalate(facts: PullFacts, rung: string, why: string): Command[] {
  return [
    ...ask(
      facts,
      rung,
      `**A person has to decide.** ${why}\n\nWhen that is done, comment \`/nightshift retry\` to go on, or close ${dropText(facts)} to drop the feature.`,
    ),
    ...featureBecomes(facts, "needs-human"),
  ];
}

/**
 * The repository's own CI, which fails in `files`, is a person's from here on. `because` ends the sentence that says so; `said` is
 * the code agent's own word about it.
 */
export function leaveCiRed(
  facts: PullFacts,
  files: readonly string[],
  because: string,
  said?: string,
): Command[] {
  const where = `\`${files.join("`, `")}\` ${files.length === 1 ? "fails" : "fail"} at ${short(facts.pull.head)}`;
  const text = `${where}, and ${because} A newer green attempt of a run counts.`;
  return escalate(facts, "ci-stays-red", said === undefined ? text : `${text}\n\n${said}`);
}

/** It is ready as far as we are concerned; the one comment says what a person still has to do. */
export function askWhenReady(facts: PullFacts, rung: string, text: string): Command[] {
  return [
    ...markRisks(facts),
    ...featureBecomes(facts, "ready-to-merge"),
    ...ask(facts, rung, `**Ready, waits for a person.** ${text}`),
  ];
}

function dropText({ feature, pull }: PullFacts): string {
  return feature ? `#${feature.number}` : `#${pull.number}`;
}

/** Why a requirement cannot be undone: said once for each comment that asks for it. */
export function undoRefusal(comment: number, why: string): string {
  return withBlock(`**Not undone.** ${why}\n\nWhen that is different, comment \`/nightshift undo\` again.`, {
    v: 1,
    kind: "ask",
    rung: UNDO_REFUSED,
    subject: String(comment),
  });
}

/** Books what a run cost, whatever came of it: on its pull request, in its requirement's ledger, or in a comment of its own. */
import { once, sumOf } from "../domain/money.ts";
import { RunCost, visiblePart, withBlock } from "../domain/state-block.ts";
import { perform } from "../github/perform.ts";
import { type Desk, type ForeignDesk, whyPaused } from "./apply.ts";
import { readJson } from "./context.ts";
import { places } from "./job.ts";

/** What the agent job spent, also when it was killed before its outcome; undefined when no model was asked and no earlier run gone on with. */
export async function readCost({ facts }: Pick<Desk, "facts">): Promise<RunCost | undefined> {
  const cost = await readJson(places(facts).cost, RunCost).catch(() => undefined);
  return cost && (cost.turns > 0 || cost.after !== undefined) ? { ...cost, run: facts.runId } : undefined;
}

/**
 * Books a run that ended without a result. An edit notifies nobody; a comment is made only where there is nothing to edit. What
 * a run cost that a person paused stands in its log alone.
 */
export async function bookCost(desk: Desk | ForeignDesk, cost: RunCost | undefined): Promise<void> {
  if (cost === undefined) return;
  if (whyPaused(desk) !== undefined)
    return desk.job.log(`paused, so nothing is written: this run cost ${costText(cost)}`);
  if (desk.requirement === undefined) return bookOnForeign(desk, cost);
  const { github, requirement } = desk;
  if (desk.pull) return rememberCost(desk, cost);
  const { number, sticky } = requirement.requirement;
  if (sticky?.block === undefined) {
    const block = { v: 1, kind: "cost", cost } as const;
    const body = withBlock(`A run ended without a result and cost ${costText(cost)}.`, block);
    return perform(desk.performer, [{ do: "say", number, id: undefined, body }]);
  }
  const block = { ...sticky.block, costs: once([...sticky.block.costs, cost]).slice(-400) };
  await github.rest(
    "PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}",
    { comment_id: sticky.id, body: withBlock(visiblePart(sticky.body), block) },
    "safe",
  );
}

/** Nothing that people wrote is edited: one comment holds what was spent without a review to stand in. */
async function bookOnForeign({ pull, performer }: ForeignDesk, cost: RunCost): Promise<void> {
  const { number, booked } = pull.pull;
  const costs = once([...(booked?.block?.costs ?? []), cost]).slice(-100);
  const body = withBlock(
    `Runs of the review agent that had nothing to post here: ${costs.length}, for ${sumOf(costs).toFixed(2)} US dollars.`,
    { v: 1, kind: "costs", costs },
  );
  await perform(performer, [{ do: "say", number, id: booked?.id, body }]);
}

/** Books another run in the pull request's body. */
export async function rememberCost({ github, pull }: Desk, cost: RunCost): Promise<void> {
  if (pull?.pull.block === undefined) return;
  const block = { ...pull.pull.block, costs: once([...pull.pull.block.costs, cost]).slice(-100) };
  const body = withBlock(visiblePart(pull.pull.body), block);
  await github.rest(
    "PATCH /repos/{owner}/{repo}/pulls/{pull_number}",
    { pull_number: pull.pull.number, body },
    "safe",
  );
}

export function costText(cost: RunCost): string {
  return `${cost.turns} turns, ${cost.tokens} tokens${cost.usd === null ? "" : `, ${cost.usd.toFixed(2)} US dollars`}`;
}

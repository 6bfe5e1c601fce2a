/** Opens the pull request of a feature, or adopts the one that a killed run opened. */
import { z } from "zod";
import type { ImplementOutput } from "../../domain/finding.ts";
import { FEATURE_STATES, labelChange, riskLabel } from "../../domain/labels.ts";
import type { Evidence, Outcome } from "../../domain/outcome.ts";
import { quiet } from "../../domain/quiet.ts";
import { type PullBlock, withBlock } from "../../domain/state-block.ts";
import { GitHubRefusal } from "../../github/client.ts";
import { perform } from "../../github/perform.ts";
import type { Desk } from "../apply.ts";
import { escalationLines } from "../escalations.ts";

const Pull = z.object({ number: z.number(), node_id: z.string() });

/** Number of the feature's pull request. */
export async function openPull(
  desk: Desk,
  outcome: Outcome,
  output: ImplementOutput,
  evidence: Evidence | undefined,
): Promise<number> {
  const { order, requirement, snapshot } = desk;
  const feature = requirement.features.find((candidate) => candidate.planned.key === order.feature?.key);
  const number = order.feature?.number ?? order.requirement.number;
  const block: PullBlock = {
    v: 1,
    kind: "pull",
    requirement: order.requirement.number,
    feature: number,
    key: order.feature?.key ?? "",
    sandbox: outcome.sandbox,
    criteria: feature?.planned.criteria ?? [],
    costs: [outcome.cost],
  };
  const body = withBlock(bodyOf(desk, output, outcome, evidence, number), block);
  const pull = await createOrAdopt(desk, quiet(output.pull.title), body);
  const prefix = snapshot.config.label_prefix;
  const first =
    snapshot.mergedBefore || !snapshot.config.approval.first_pull ? [] : [riskLabel(prefix, "first")];
  const issue = feature?.issue;
  await perform(desk.performer, [
    {
      do: "label",
      target: { number: pull.number, nodeId: pull.node_id },
      add: [`${prefix}:in-review`, ...first],
      remove: [],
    },
    ...(issue
      ? [
          {
            do: "label",
            target: issue,
            ...labelChange(prefix, FEATURE_STATES, "in-review", issue.labels),
          } as const,
        ]
      : []),
  ]);
  return pull.number;
}

function bodyOf(
  desk: Desk,
  output: ImplementOutput,
  outcome: Outcome,
  evidence: Evidence | undefined,
  feature: number,
): string {
  const checks = output.criteria.map(({ criterion, evidence: proof }) => `- ${criterion}: ${proof}`);
  const ran = evidence
    ? evidence.commands
        .map((result) => `\`${result.command}\` ${result.exitCode === 0 ? "passed" : "failed"}`)
        .join(", ")
    : "not run";
  return [
    quiet(output.pull.body),
    "",
    `Closes #${feature}`,
    "",
    "---",
    "",
    ...(checks.length > 0 ? ["**Acceptance criteria**", "", ...checks.map(quiet), ""] : []),
    ...escalationLines(outcome.escalations),
    `Verification: ${ran}. Sandbox: ${outcome.sandbox}. Requirement: #${desk.order.requirement.number}.`,
  ].join("\n");
}

/** A second request for the same branch adopts what the first one opened. */
export async function createOrAdopt(desk: Desk, title: string, body: string): Promise<z.infer<typeof Pull>> {
  const { github, order } = desk;
  try {
    const { data } = await github.rest("POST /repos/{owner}/{repo}/pulls", {
      title,
      head: order.branch,
      base: order.base.branch,
      body,
    });
    return Pull.parse(data);
  } catch (error) {
    if (!(error instanceof GitHubRefusal && error.status === 422 && /already exists/i.test(error.message)))
      throw error;
    const { data } = await github.rest("GET /repos/{owner}/{repo}/pulls", {
      state: "open",
      head: `${github.owner}:${order.branch}`,
    });
    const [pull] = z.array(Pull).parse(data);
    if (pull === undefined) throw error;
    await github.rest(
      "PATCH /repos/{owner}/{repo}/pulls/{pull_number}",
      { pull_number: pull.number, body },
      "safe",
    );
    return pull;
  }
}

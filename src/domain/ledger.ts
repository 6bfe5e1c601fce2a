/** The requirement's ledger: every feature, its criteria and where it stands, as people read it in the sticky comment. */

import type { TrackedFeature } from "./feature.ts";
import { readRecord } from "./merge-record.ts";
import { costsOf } from "./money.ts";
import { quiet } from "./quiet.ts";
import type { FeatureFacts, RequirementFacts } from "./requirement-facts.ts";
import { short } from "./words.ts";

/** Markdown of the sticky comment. */
export function renderLedger(facts: RequirementFacts, state: "building" | "complete"): string {
  const rows = facts.features.map((feature) => row(feature));
  const costs = costsOf(facts.snapshot, facts.requirement);
  const priced = costs.some((cost) => cost.usd !== null);
  const spent = priced ? `${facts.usd.toFixed(2)} US dollars` : "price of the model unknown";
  return [
    state === "complete" ? "### Plan: done" : "### Plan: in work",
    "",
    "| feature | after | pull request | state |",
    "|---|---|---|---|",
    ...rows,
    "",
    `${costs.filter(({ turns }) => turns > 0).length} paid runs, ${spent}.`,
    ...merges(facts.features),
  ].join("\n");
}

/** The record of every merge, as the commits themselves carry it. */
function merges(features: readonly FeatureFacts[]): string[] {
  const rows = features.flatMap(({ pull }) => {
    const { record } = readRecord(pull?.landed?.message ?? "");
    if (pull?.landed === undefined || record === undefined) return [];
    const verified = record.verified === undefined ? "no run" : `run ${record.verified}`;
    const approved = record.approvedBy ?? "";
    return `| ${short(pull.landed.sha)} (#${record.pull}) | ${short(record.head)} | ${short(record.base)} | ${short(record.tree)} | ${verified} | ${record.verdict.is} | ${approved} | ${record.risks.join(", ")} | ${record.cost.usd.toFixed(2)} |`;
  });
  if (rows.length === 0) return [];
  return [
    "",
    "| merged | head | base | tree | verified | verdict | approved by | risks | US dollars |",
    "|---|---|---|---|---|---|---|---|---|",
    ...rows,
    "",
    "`nightshift verify <commit>` checks each of these records again in a clone.",
  ];
}

/** Markdown of a plan that has just been made. */
export function renderPlan(features: readonly TrackedFeature[]): string {
  const shown = features.map((feature) => [
    `#### ${quiet(feature.title)}${feature.number ? ` (#${feature.number})` : ""}`,
    quiet(feature.description),
    "",
    ...feature.criteria.map((criterion) => `- [ ] ${quiet(criterion)}`),
    ...(feature.after.length > 0 ? ["", `After: ${feature.after.join(", ")}.`] : []),
    "",
  ]);
  return ["### Plan", "", ...shown.flat()].join("\n");
}

function row({ planned, pull, progress, atWork }: FeatureFacts): string {
  const number = planned.number ? ` #${planned.number}` : "";
  const where = pull ? `#${pull.number}` : "";
  const state =
    progress === "merged" && pull?.mergeCommit
      ? `merged as ${short(pull.mergeCommit)}`
      : progress === "queued" && atWork
        ? "implementing"
        : progress;
  return `| ${quiet(planned.title).replaceAll("|", "\\|")}${number} | ${planned.after.join(", ")} | ${where} | ${state} |`;
}

/**
 * The record of a merge: what held when it was decided, as trailers of the squash commit. Git keeps it, so that it can be
 * checked again without GitHub. It is a record, not a proof of origin: who may push to the base can write one as well.
 */
import { z } from "zod";
import { costsOfFeature, costsOfPull, sumOf } from "./money.ts";
import { type PullFacts, REVIEW_STATUS, VERIFY_STATUS } from "./pull-facts.ts";
import { runIdIn } from "./status-run.ts";
import { IssueNumber, Sha, short } from "./words.ts";

const RunId = z.int().positive();

export const MergeRecord = z.strictObject({
  pull: IssueNumber,
  head: Sha,
  feature: IssueNumber.optional(),
  requirement: IssueNumber.optional(),
  /** Head of the base that was verified together with `head`. */
  base: Sha,
  /** What git makes of merging `head` into `base`. */
  tree: Sha,
  /** The run that verified exactly this merge; absent where other evidence stood for it. */
  verified: RunId.optional(),
  verdict: z.strictObject({ is: z.enum(["approved", "changes", "comment", "none"]), run: RunId.optional() }),
  /** Login of the person who approved this head; absent where none was needed. */
  approvedBy: z.string().min(1).max(100).optional(),
  risks: z.array(z.string().min(1).max(40)),
  cost: z.strictObject({ usd: z.number().nonnegative(), runs: z.int().nonnegative() }),
  /** Id of the conversation whose messages led to the merge; absent when the clock or a person woke the manager. */
  conversation: z.uuid().optional(),
});
export type MergeRecord = z.infer<typeof MergeRecord>;

/** What is known before git has merged the trees. */
export type MergeGrounds = Omit<MergeRecord, "tree" | "conversation">;

/** What speaks for merging `facts.pull` now. */
export function groundsOf(facts: PullFacts): MergeGrounds {
  const { pull, snapshot, requirement, feature, verdict } = facts;
  const costs = requirement
    ? costsOfFeature(snapshot, requirement, { number: feature?.number, key: pull.block?.key ?? "" })
    : costsOfPull(pull);
  const verified = runOf(facts, VERIFY_STATUS);
  const reviewed = runOf(facts, REVIEW_STATUS);
  return {
    pull: pull.number,
    head: pull.head,
    ...(feature ? { feature: feature.number } : {}),
    ...(requirement ? { requirement: requirement.number } : {}),
    base: pull.base.head,
    ...(verified === undefined ? {} : { verified }),
    verdict: { is: verdict, ...(reviewed === undefined ? {} : { run: reviewed }) },
    ...(facts.approvedBy === undefined ? {} : { approvedBy: facts.approvedBy }),
    risks: [...facts.risks],
    cost: { usd: Math.round(sumOf(costs) * 100) / 100, runs: costs.length },
  };
}

function runOf({ pull, snapshot }: PullFacts, context: string): number | undefined {
  const status = pull.statuses.find((one) => one.context === context && one.creator === snapshot.identity);
  return status && runIdIn(status);
}

/** The record as the last paragraph of a commit message. */
export function renderTrailers(record: MergeRecord): string {
  const { feature, requirement, approvedBy, conversation } = record;
  return [
    `Nightshift-Pull: #${record.pull}`,
    `Nightshift-Head: ${record.head}`,
    ...(feature === undefined ? [] : [`Nightshift-Feature: #${feature}`]),
    ...(requirement === undefined ? [] : [`Nightshift-Requirement: #${requirement}`]),
    `Nightshift-Base: ${record.base}`,
    `Nightshift-Tree: ${record.tree}`,
    ...(record.verified === undefined ? [] : [`Nightshift-Verified: run ${record.verified}`]),
    `Nightshift-Verdict: ${verdictText(record)}`,
    ...(approvedBy === undefined ? [] : [`Nightshift-Approved-By: ${approvedBy}`]),
    `Nightshift-Risks: ${record.risks.length === 0 ? "none" : record.risks.join(", ")}`,
    `Nightshift-Cost: ${record.cost.usd.toFixed(2)} USD, ${record.cost.runs} runs`,
    ...(conversation === undefined ? [] : [`Nightshift-Messages: ${conversation}`]),
  ].join("\n");
}

function verdictText({ verdict }: MergeRecord): string {
  return verdict.run === undefined ? verdict.is : `${verdict.is}, run ${verdict.run}`;
}

/** The trailers of ours in a commit message; of a name that stands twice the last one counts. */
function trailersIn(message: string): Map<string, string> {
  const last =
    message
      .trimEnd()
      .split(/\n{2,}/)
      .at(-1) ?? "";
  return new Map(
    [...last.matchAll(/^Nightshift-([A-Za-z-]+): (.*)$/gm)].map(([, name = "", value = ""]) => [
      name,
      value.trim(),
    ]),
  );
}

/** The requirement that a commit of the base belongs to; undefined for one that is not ours. */
export function requirementOfCommit(message: string): number | undefined {
  const number = /^#(\d{1,10})$/.exec(trailersIn(message).get("Requirement") ?? "")?.[1];
  return number === undefined ? undefined : Number(number);
}

/** The record in a commit message; what is missing or misshapen is named. */
export function readRecord(
  message: string,
): { record: MergeRecord; problem: undefined } | { record: undefined; problem: string } {
  const trailers = trailersIn(message);
  if (!trailers.has("Pull")) return { record: undefined, problem: "it has no trailer Nightshift-Pull" };
  const number = (name: string) => numberIn(/^#(\d+)$/, trailers.get(name));
  const verdict = /^(\w+)(?:, run (\d+))?$/.exec(trailers.get("Verdict") ?? "");
  const cost = /^(\d+\.\d\d) USD, (\d+) runs$/.exec(trailers.get("Cost") ?? "");
  const risks = trailers.get("Risks");
  const result = MergeRecord.safeParse({
    pull: number("Pull"),
    head: trailers.get("Head"),
    ...(trailers.has("Feature") ? { feature: number("Feature") } : {}),
    ...(trailers.has("Requirement") ? { requirement: number("Requirement") } : {}),
    base: trailers.get("Base"),
    tree: trailers.get("Tree"),
    ...(trailers.has("Verified") ? { verified: numberIn(/^run (\d+)$/, trailers.get("Verified")) } : {}),
    verdict: verdict
      ? { is: verdict[1], ...(verdict[2] === undefined ? {} : { run: Number(verdict[2]) }) }
      : undefined,
    ...(trailers.has("Approved-By") ? { approvedBy: trailers.get("Approved-By") } : {}),
    risks: risks === "none" ? [] : risks?.split(", "),
    cost: cost ? { usd: Number(cost[1]), runs: Number(cost[2]) } : undefined,
    ...(trailers.has("Messages") ? { conversation: trailers.get("Messages") } : {}),
  });
  if (result.success) return { record: result.data, problem: undefined };
  const names = [...new Set(result.error.issues.map(({ path }) => String(path[0])))];
  return { record: undefined, problem: `its trailers are not complete: ${names.join(", ")}` };
}

function numberIn(form: RegExp, text: string | undefined): number | undefined {
  const found = form.exec(text ?? "")?.[1];
  return found === undefined ? undefined : Number(found);
}

/** What the record alone says against the merge; empty when nothing does. */
export function complaintsAbout(record: MergeRecord): string[] {
  return [
    ...(record.verified === undefined ? ["no run verified this merge"] : []),
    ...(record.verdict.is === "none" ? ["nothing reviewed it"] : []),
    ...(record.verdict.is === "changes" ? ["the review asked for changes"] : []),
    ...(record.verdict.is === "comment" && record.approvedBy === undefined
      ? ["the review could not decide and nobody approved it"]
      : []),
  ];
}

/** The record for people, as Markdown. */
export function renderRecord(
  record: MergeRecord,
  landed: { sha: string; parent: string; tree: string },
): string {
  const rows: (readonly [string, string])[] = [
    ["commit", landed.sha],
    ["parent", landed.parent],
    ["tree", landed.tree],
    ["pull request", `#${record.pull}`],
    ["head", record.head],
    [
      "verified",
      `with base ${record.base}${record.verified ? ` by run ${record.verified}` : ", by no run of ours"}`,
    ],
    ["verdict", verdictText(record)],
    ["approved by", record.approvedBy ?? "nobody; none was needed"],
    ["risks", record.risks.join(", ") || "none"],
    ["cost", `${record.cost.usd.toFixed(2)} US dollars in ${record.cost.runs} runs`],
    ["messages", record.conversation ?? "woken by the clock or by a person"],
  ];
  return [
    "| | |",
    "|---|---|",
    ...rows.map(([name, value]) => `| ${name} | ${value.replaceAll("|", "\\|")} |`),
    "",
    `A record, not a proof of origin. Check it in a clone: \`nightshift verify ${short(landed.sha)}\`.`,
  ].join("\n");
}

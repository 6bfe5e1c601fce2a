/** Where the features of a requirement land, when that is a branch of its own, and what its final pull request says. */
import { readRecord } from "./merge-record.ts";
import { quiet } from "./quiet.ts";
import type { FeatureFacts } from "./requirement-facts.ts";
import type { PullSnapshot, RepositorySnapshot, RequirementSnapshot } from "./snapshot.ts";

export interface Landing {
  branch: string;
  /** Undefined while the branch does not exist. */
  head: string | undefined;
  /** The newest pull request of ours that brings the branch to the base. */
  final: PullSnapshot | undefined;
}

/** First part of every such branch. */
export function landingPrefix(branchPrefix: string): string {
  return `${branchPrefix}requirement-`;
}

/** Undefined where features go straight into the base. */
export function landingOf(
  { config, landings, pulls, identity }: RepositorySnapshot,
  { number }: Pick<RequirementSnapshot, "number">,
): Landing | undefined {
  if (config.landing !== "requirement_branch") return undefined;
  const branch = `${landingPrefix(config.branch_prefix)}${number}`;
  const final = pulls.findLast(
    (pull) => pull.branch === branch && !pull.fork && pull.author.login === identity,
  );
  return { branch, head: landings.get(branch), final };
}

/** The ledger of everything that lies on the branch: features, criteria, tests, verdicts, commits. */
export function renderFinal({ number }: RequirementSnapshot, features: readonly FeatureFacts[]): string {
  const merged = features.filter(({ progress }) => progress === "merged");
  const dropped = features.filter(({ progress }) => progress === "dropped");
  return [
    `Everything that requirement #${number} asked for. Each feature was reviewed and verified by itself before it landed on this branch; a person merges this pull request.`,
    "",
    "| feature | pull request | commit | verified by | verdict | approved by |",
    "|---|---|---|---|---|---|",
    ...merged.map(row),
    "",
    ...merged.flatMap(({ planned }) => [
      `**${quiet(planned.title)}**`,
      "",
      ...planned.criteria.map((criterion) => `- [x] ${quiet(criterion)}`),
      "",
    ]),
    ...dropped.map(({ planned }) => `Dropped by a person: ${quiet(planned.title)}.`),
    `Closes #${number}`,
  ].join("\n");
}

function row({ planned, pull }: FeatureFacts): string {
  const { record } = readRecord(pull?.landed?.message ?? "");
  const cells = [
    `${quiet(planned.title).replaceAll("|", "\\|")}${planned.number === undefined ? "" : ` (#${planned.number})`}`,
    pull === undefined ? "" : `#${pull.number}`,
    pull?.mergeCommit ?? "",
    record?.verified === undefined ? "" : `run ${record.verified}`,
    record?.verdict.is ?? "",
    record?.approvedBy ?? "",
  ];
  return `| ${cells.join(" | ")} |`;
}

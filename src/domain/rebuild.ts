/**
 * What is left when somebody edited a text of ours and its block no longer counts: the plan is read from the sub-issues,
 * a pull request's feature from its branch. Costs that only the block knew are lost; nothing is planned or built twice.
 */
import type { TrackedFeature } from "./feature.ts";
import type { FeatureIssue, PullSnapshot, RequirementSnapshot } from "./snapshot.ts";
import { FeatureBlock, type PullBlock, readBlock, visiblePart } from "./state-block.ts";

const CRITERION = /^\s*[-*] \[[ xX]\] (.+)$/gm;

/** The features that a requirement's sub-issues describe, as people may have edited them; empty without any of ours. */
export function planFromIssues(requirement: RequirementSnapshot): TrackedFeature[] {
  return requirement.features.flatMap((issue) => {
    const block = readBlock(FeatureBlock, issue.body);
    return block ? [featureOf(issue, block)] : [];
  });
}

/** A requirement that is its own only feature, by the pull request that was opened for it. */
export function planFromPull(
  requirement: RequirementSnapshot,
  pulls: readonly PullSnapshot[],
): TrackedFeature[] {
  const pull = pulls.findLast(
    ({ block }) => block?.requirement === requirement.number && block.feature === requirement.number,
  );
  if (pull?.block === undefined) return [];
  const { title, body, number } = requirement;
  const text = visiblePart(body).slice(0, 2_000) || title;
  return [
    {
      key: pull.block.key,
      title: title.slice(0, 120),
      description: text,
      criteria: pull.block.criteria,
      after: [],
      files: [],
      number,
    },
  ];
}

function featureOf(issue: FeatureIssue, block: FeatureBlock): TrackedFeature {
  const text = visiblePart(issue.body);
  const criteria = [...text.matchAll(CRITERION)].map((match) => (match[1] ?? "").slice(0, 400));
  return {
    key: block.key,
    title: issue.title.slice(0, 120),
    description: text.slice(0, 2_000),
    criteria: criteria.slice(0, 12),
    after: block.after,
    files: [],
    number: issue.number,
  };
}

/** The block of a pull request of ours whose text somebody edited. The branch is `<prefix><issue>-<key>`. */
export function pullBlockFromBranch(
  pull: Pick<PullSnapshot, "branch">,
  requirements: readonly RequirementSnapshot[],
  prefix: string,
): PullBlock | undefined {
  if (!pull.branch.startsWith(prefix)) return undefined;
  const match = /^(\d{1,10})-([a-z0-9-]{1,40})$/.exec(pull.branch.slice(prefix.length));
  const feature = Number(match?.[1]);
  const requirement = requirements.find(
    (candidate) =>
      candidate.number === feature || candidate.features.some((issue) => issue.number === feature),
  );
  if (match?.[2] === undefined || requirement === undefined) return undefined;
  return {
    v: 1,
    kind: "pull",
    requirement: requirement.number,
    feature,
    key: match[2],
    sandbox: "unknown",
    criteria: [],
    costs: [],
  };
}

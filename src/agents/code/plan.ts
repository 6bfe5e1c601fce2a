/** Makes a plan durable: first the plan itself in one comment, then an issue for every feature, then the first feature starts. */
import { z } from "zod";
import type { Command } from "../../domain/command.ts";
import { inBuildOrder, type TrackedFeature } from "../../domain/feature.ts";
import { labelChange, REQUIREMENT_STATES, stateLabel } from "../../domain/labels.ts";
import { renderPlan } from "../../domain/ledger.ts";
import type { Outcome } from "../../domain/outcome.ts";
import { quiet } from "../../domain/quiet.ts";
import type { FeatureFacts } from "../../domain/requirement-facts.ts";
import { startableFeatures } from "../../domain/schedule.ts";
import { FeatureBlock, type RequirementBlock, readBlock, withBlock } from "../../domain/state-block.ts";
import { GitHubRefusal } from "../../github/client.ts";
import { perform } from "../../github/perform.ts";
import { type Desk, stopHere } from "../apply.ts";
import { giveUp } from "./give-up.ts";

const Created = z.object({ id: z.number(), number: z.number() });
const Listed = Created.extend({
  body: z.string().nullable(),
  user: z.object({ login: z.string() }).nullable(),
});
type Created = z.infer<typeof Created>;
const Comment = z.object({ id: z.number() });

/** `outcome` undefined: the plan is already kept in the comment, only issues are missing. */
export async function applyPlan(
  desk: Desk,
  outcome: Extract<Outcome, { mode: "plan" }> | undefined,
): Promise<void> {
  const { order, requirement } = desk;
  const kept = requirement.requirement.sticky?.block;
  if (outcome && kept) return stopHere(desk.job, "Another run planned this requirement meanwhile.");
  if (outcome && requirement.requirement.textHash !== order.requirement.textHash) return planAgain(desk);
  if (outcome?.status === "nothing_to_do") return nothingToDo(desk, outcome);
  if (outcome && (outcome.status !== "done" || outcome.output === undefined))
    return giveUp(desk, outcome, outcome.message, undefined);
  const block = kept ?? newBlock(desk, outcome);
  if (block === undefined) return stopHere(desk.job, "There is neither a plan nor an outcome.");
  const sticky = requirement.requirement.sticky?.id ?? (await say(desk, block));
  const tracked = await trackFeatures(desk, block.features);
  await updateSticky(desk, sticky, { ...block, features: tracked });
  await startBuilding(desk, tracked);
}

function newBlock(
  { order }: Desk,
  outcome: Extract<Outcome, { mode: "plan" }> | undefined,
): RequirementBlock | undefined {
  if (outcome?.output === undefined) return undefined;
  const features = inBuildOrder(outcome.output.features);
  const [only] = features;
  const tracked: TrackedFeature[] =
    features.length === 1 && only ? [{ ...only, number: order.requirement.number }] : features;
  return {
    v: 1,
    kind: "requirement",
    textHash: order.requirement.textHash,
    features: tracked,
    costs: [outcome.cost],
    told: "",
  };
}

async function say({ github, order }: Desk, block: RequirementBlock): Promise<number> {
  const body = withBlock(renderPlan(block.features), block);
  const { data } = await github.rest("POST /repos/{owner}/{repo}/issues/{issue_number}/comments", {
    issue_number: order.requirement.number,
    body,
  });
  return Comment.parse(data).id;
}

async function updateSticky({ github }: Desk, id: number, block: RequirementBlock): Promise<void> {
  await github.rest(
    "PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}",
    { comment_id: id, body: withBlock(renderPlan(block.features), block) },
    "safe",
  );
}

/** One sub-issue for every feature that has none. What a killed run left is found by its marker and finished. */
async function trackFeatures(desk: Desk, features: readonly TrackedFeature[]): Promise<TrackedFeature[]> {
  const existing = desk.order.mode === "track" ? await leftovers(desk) : new Map<string, Created>();
  const tracked: TrackedFeature[] = [];
  const ids = new Map<string, number>();
  for (const feature of features) {
    if (feature.number !== undefined) {
      tracked.push(feature);
      continue;
    }
    const left = existing.get(feature.key);
    const issue = left ?? (await openFeature(desk, feature));
    ids.set(feature.key, issue.id);
    await linkFeature(desk, feature, issue, ids, left !== undefined);
    tracked.push({ ...feature, number: issue.number });
  }
  return tracked;
}

/** Issues of ours with the marker of a feature of this requirement, by its key, whether they are sub-issues already or not. */
async function leftovers({ github, order, snapshot }: Desk): Promise<Map<string, Created>> {
  const { data } = await github.rest("GET /repos/{owner}/{repo}/issues", {
    state: "all",
    labels: stateLabel(snapshot.config.label_prefix, "queued"),
    per_page: 100,
  });
  const found = z.array(Listed).parse(data);
  return new Map(
    found.flatMap((issue) => {
      const block = readBlock(FeatureBlock, issue.body ?? "");
      const ours = issue.user?.login === snapshot.identity && block?.requirement === order.requirement.number;
      return ours ? [[block.key, issue] as const] : [];
    }),
  );
}

async function openFeature({ github, order, snapshot }: Desk, feature: TrackedFeature): Promise<Created> {
  const block = {
    v: 1,
    kind: "feature",
    requirement: order.requirement.number,
    key: feature.key,
    after: feature.after,
  } as const;
  const { data } = await github.rest("POST /repos/{owner}/{repo}/issues", {
    title: quiet(feature.title),
    body: withBlock(featureBody(feature, order.requirement.number), block),
    labels: [stateLabel(snapshot.config.label_prefix, "queued")],
  });
  return Created.parse(data);
}

/** Makes it a sub-issue and says what it comes after; of one that was left, a part of that may be there already. */
async function linkFeature(
  { github, order }: Desk,
  feature: TrackedFeature,
  issue: Created,
  ids: ReadonlyMap<string, number>,
  left: boolean,
): Promise<void> {
  const link = async (route: string, parameters: Record<string, unknown>): Promise<void> => {
    try {
      await github.rest(route, parameters);
    } catch (error) {
      if (!(left && error instanceof GitHubRefusal && error.status === 422)) throw error;
    }
  };
  await link("POST /repos/{owner}/{repo}/issues/{issue_number}/sub_issues", {
    issue_number: order.requirement.number,
    sub_issue_id: issue.id,
  });
  for (const key of feature.after) {
    const blocker = ids.get(key);
    if (blocker === undefined) continue;
    await link("POST /repos/{owner}/{repo}/issues/{issue_number}/dependencies/blocked_by", {
      issue_number: issue.number,
      issue_id: blocker,
    });
  }
}

function featureBody(feature: TrackedFeature, requirement: number): string {
  return [
    quiet(feature.description),
    "",
    "**Acceptance criteria**",
    "",
    ...feature.criteria.map((criterion) => `- [ ] ${quiet(criterion)}`),
    "",
    `Part of #${requirement}.${feature.files.length > 0 ? ` Files likely touched: ${feature.files.map((file) => `\`${file}\``).join(", ")}.` : ""}`,
  ].join("\n");
}

/** A feature of a plan that has just been made. */
function queued(planned: TrackedFeature): FeatureFacts {
  return {
    planned,
    issue: undefined,
    pull: undefined,
    progress: "queued",
    atWork: false,
    attempts: 0,
    deferredUntil: undefined,
  };
}

/** The requirement is being built: what may start is rung by the same rules that the manager uses. */
async function startBuilding(desk: Desk, features: readonly TrackedFeature[]): Promise<void> {
  const { requirement, snapshot, performer, order } = desk;
  const { approval, mode, label_prefix: prefix } = snapshot.config;
  const { landing } = requirement;
  const state = approval.plan ? "awaiting-approval" : "building";
  const target = { number: requirement.requirement.number, nodeId: requirement.requirement.nodeId };
  const startable = startableFeatures({ ...requirement, features: features.map(queued) });
  const go =
    approval.plan || mode === "observe"
      ? []
      : [
          ...(landing !== undefined && landing.head === undefined
            ? [{ do: "create-branch", branch: landing.branch, head: snapshot.base.head } as const]
            : []),
          ...startable.flatMap(({ planned: { number } }): Command[] => {
            if (number === undefined) return [];
            const payload = { issue: order.requirement.number, feature: number };
            return [{ do: "send", type: "continue_next_feature", from: "coder", to: "coder", payload }];
          }),
        ];
  const ask: Command[] = approval.plan
    ? [
        {
          do: "say",
          number: target.number,
          id: undefined,
          body: "**The plan waits for a person.** Comment `/nightshift approve` to build it as it stands, or edit the requirement and comment `/nightshift stop`.",
        },
      ]
    : [];
  await perform(performer, [
    {
      do: "label",
      target,
      ...labelChange(prefix, REQUIREMENT_STATES, state, requirement.requirement.labels),
    },
    ...ask,
    ...go,
  ]);
}

/** Someone who may write changed the text while it was planned: what counts is the new one. */
async function planAgain({ performer, order }: Desk): Promise<void> {
  await perform(performer, [
    {
      do: "send",
      type: "start_project",
      from: "repo_manager",
      to: "coder",
      payload: { issue: order.requirement.number },
    },
  ]);
}

async function nothingToDo(
  { performer, order, requirement, snapshot }: Desk,
  outcome: Outcome,
): Promise<void> {
  const target = { number: requirement.requirement.number, nodeId: requirement.requirement.nodeId };
  await perform(performer, [
    {
      do: "say",
      number: order.requirement.number,
      id: undefined,
      body: `**Nothing to build.** ${quiet(outcome.summary)}`,
    },
    {
      do: "label",
      target,
      ...labelChange(
        snapshot.config.label_prefix,
        REQUIREMENT_STATES,
        "complete",
        requirement.requirement.labels,
      ),
    },
    { do: "close", number: order.requirement.number, reason: "completed" },
  ]);
}

/** What the merge agent does with a requirement: gets it planned, starts features, closes it. */

import { type Command, climb, type Decision, type Rung } from "../command.ts";
import { isOutsideHours } from "../hours.ts";
import {
  FEATURE_STATES,
  labelChange,
  REQUIREMENT_STATES,
  type RequirementState,
  stateLabel,
} from "../labels.ts";
import { laneClosedBy } from "../landed-facts.ts";
import { renderFinal } from "../landing.ts";
import { renderLedger } from "../ledger.ts";
import { costsOf, spentToday } from "../money.ts";
import {
  awaitsPlanApproval,
  type FeatureFacts,
  isInWork,
  type RequirementFacts,
  readyFeatures,
} from "../requirement-facts.ts";
import { startableFeatures } from "../schedule.ts";
import type { FeatureIssue } from "../snapshot.ts";
import { visiblePart, withBlock } from "../state-block.ts";
import { ACTS, BY_MESSAGE } from "./alarms.ts";
import { undoRefusal } from "./say.ts";

const BY_PERSON = { kind: "event", name: "a comment, label or issue event rings the doorbell" } as const;
const SWEEP = { kind: "sweep" } as const;

/** Where something is said, the label that ends the asking comes after it: see `escalate`. */
export const REQUIREMENT_LADDER: readonly Rung<RequirementFacts>[] = [
  {
    id: "undo-in-work",
    why: "A person asked to undo it; the revert of all its commits is being made and verified.",
    when: ({ undo }) => undo?.live === true,
    commands: () => [],
    alarm: BY_MESSAGE,
  },
  {
    id: "undo-refused",
    why: "A person asked to undo it, and that cannot be done.",
    when: ({ undo, snapshot }) =>
      undo !== undefined && (undo.newest === undefined || undo.broken >= snapshot.config.attempts),
    commands: (facts) => [
      refuseUndo(
        facts,
        facts.undo?.newest === undefined
          ? "Nothing of it is merged."
          : `${facts.undo.broken} runs that should make the revert broke off; their logs say why.`,
      ),
    ],
    alarm: BY_PERSON,
  },
  {
    id: "undo-asked",
    why: "A person asked to undo it; one revert of all its commits is made, and opened when it is verified.",
    when: ({ undo, snapshot }) => undo !== undefined && snapshot.config.mode !== "observe",
    commands: ({ undo, requirement }) =>
      undo?.newest === undefined
        ? []
        : [
            {
              do: "send",
              type: "revert_requested",
              from: "repo_manager",
              to: "coder",
              payload: { pull: undo.newest.pull, head: undo.newest.sha, issue: requirement.number },
            },
          ],
    alarm: ACTS,
  },
  {
    id: "taken-back",
    why: "A revert of it was merged; its issues are opened again first.",
    when: ({ requirement, snapshot }) =>
      snapshot.pulls.some(
        ({ state, revert, labels }) =>
          state === "merged" &&
          revert?.requirement === requirement.number &&
          !labels.includes(stateLabel(snapshot.config.label_prefix, "merged")),
      ),
    commands: () => [],
    alarm: { kind: "soon", seconds: 1 },
  },
  {
    id: "closed",
    why: "The issue is closed. Reopen it to go on.",
    when: (facts) => !facts.requirement.open && (facts.state === "complete" || !isOver(facts)),
    commands: () => [],
    alarm: BY_PERSON,
  },
  {
    id: "not-authorised",
    why: "Nobody with write permission asked for it.",
    when: ({ authorisation }) => authorisation.state === "none",
    commands: () => [],
    alarm: BY_PERSON,
  },
  {
    id: "paused",
    why: "Paused by a person. /nightshift resume goes on.",
    when: ({ paused }) => paused,
    commands: () => [],
    alarm: BY_PERSON,
  },
  {
    id: "text-changed",
    why: "Its text was changed by someone who may not write here.",
    when: ({ authorisation, state }) => authorisation.state === "text-changed" && state !== "complete",
    commands: (facts) => [
      ...sayOnce(
        facts,
        `**Paused.** @${facts.authorisation.state === "text-changed" ? facts.authorisation.by : ""} changed the text of this requirement after it was authorised and may not write here. When the text is right, comment \`/nightshift start\` to authorise it as it is now, or close the issue.`,
      ),
      ...becomes(facts, "paused"),
    ],
    alarm: BY_PERSON,
  },
  {
    id: "needs-human",
    why: "A person has to decide; the last comment says what. /nightshift retry goes on.",
    when: ({ state }) => state === "needs-human",
    commands: () => [],
    alarm: BY_PERSON,
  },
  {
    id: "complete",
    why: "Every feature is merged.",
    when: ({ state }) => state === "complete",
    commands: () => [],
    alarm: BY_PERSON,
  },
  {
    id: "only-observed",
    why: "mode: observe starts nothing.",
    when: ({ snapshot }) => snapshot.config.mode === "observe",
    commands: () => [],
    alarm: BY_PERSON,
  },
  {
    id: "planning",
    why: "The code agent is reading it.",
    when: ({ planning, features }) =>
      planning.atWork &&
      (features.length === 0 || features.some((feature) => feature.progress === "untracked")),
    commands: () => [],
    alarm: BY_MESSAGE,
  },
  {
    id: "planning-deferred",
    why: "The model's provider asked to wait; the comment says until when, and the first sweep after that goes on.",
    when: ({ features, planning }) => features.length === 0 && planning.deferredUntil !== undefined,
    commands: (facts) => becomes(facts, "planning"),
    alarm: SWEEP,
  },
  {
    id: "day-over-budget",
    why: "The money for this day is spent; the first sweep after midnight UTC goes on.",
    when: (facts) => wouldStart(facts) && spentToday(facts.snapshot) >= facts.snapshot.config.budget.day_usd,
    commands: () => [],
    alarm: SWEEP,
  },
  {
    id: "outside-hours",
    why: (facts) =>
      `Plans and features are started ${facts.snapshot.config.hours ?? "at any time"} only; the first sweep in these hours goes on.`,
    when: (facts) => wouldStart(facts) && isOutsideHours(facts.snapshot),
    commands: () => [],
    alarm: SWEEP,
  },
  {
    id: "unplanned",
    why: "It has no plan yet, or its features are not all tracked; the code agent is asked.",
    when: ({ features, planning, snapshot }) =>
      (features.length === 0 || features.some((feature) => feature.progress === "untracked")) &&
      planning.attempts < snapshot.config.attempts,
    commands: (facts) => [
      ...becomes(facts, "planning"),
      {
        do: "send",
        type: "start_project",
        from: "repo_manager",
        to: "coder",
        payload: { issue: facts.requirement.number },
      },
    ],
    alarm: ACTS,
  },
  {
    id: "planning-without-result",
    why: "The code agent ran several times and gave no usable plan.",
    when: ({ features }) =>
      features.length === 0 || features.some((feature) => feature.progress === "untracked"),
    commands: (facts) => [
      ...sayOnce(
        facts,
        `**A person has to decide.** ${facts.planning.attempts} runs of the code agent ended without a usable plan; their logs say why. Comment \`/nightshift retry\` to try again.`,
      ),
      ...becomes(facts, "needs-human"),
    ],
    alarm: BY_PERSON,
  },
  {
    id: "awaits-plan-approval",
    why: "The plan waits for a person: /nightshift approve.",
    when: awaitsPlanApproval,
    commands: (facts) => becomes(facts, "awaiting-approval"),
    alarm: BY_PERSON,
  },
  {
    id: "lane-closed",
    why: "What was merged last is not known to be right; nothing new starts from it, and nothing is complete, until then.",
    when: (facts) =>
      (isOver(facts) || readyFeatures(facts).length > 0) &&
      laneClosedBy(facts.snapshot, facts.snapshot.base.branch) !== undefined,
    commands: (facts) => becomes(facts, "building"),
    alarm: BY_MESSAGE,
  },
  {
    id: "final-pull-missing",
    why: "Its features lie on its branch; the pull request that brings them to the base is opened.",
    when: (facts) =>
      isOver(facts) &&
      facts.features.some(({ progress }) => progress === "merged") &&
      facts.landing?.head !== undefined &&
      facts.landing.final === undefined,
    commands: (facts) => [...becomes(facts, "building"), ...openFinal(facts)],
    alarm: ACTS,
  },
  {
    id: "awaits-final-merge",
    why: ({ landing }) =>
      `Everything is on ${landing?.branch}; a person merges pull request #${landing?.final?.number} into the base.`,
    when: (facts) => isOver(facts) && facts.landing?.final?.state === "open",
    commands: (facts) => [...becomes(facts, "building"), ...ledger(facts, "building")],
    alarm: BY_PERSON,
  },
  {
    id: "final-pull-closed",
    why: "The final pull request was closed without a merge. Reopen it to go on, or close the requirement; its branch stays.",
    when: (facts) => isOver(facts) && facts.landing?.final?.state === "closed",
    commands: () => [],
    alarm: BY_PERSON,
  },
  {
    id: "all-features-over",
    why: "Every feature is merged or was dropped by a person.",
    when: isOver,
    commands: (facts) => [
      ...ledger(facts, "complete"),
      ...sayOnce(facts, summary(facts)),
      ...(facts.requirement.open
        ? [{ do: "close", number: facts.requirement.number, reason: "completed" } as const]
        : []),
      ...becomes(facts, "complete"),
      ...(facts.landing?.final
        ? [{ do: "delete-branch", branch: facts.landing.branch, head: facts.landing.final.head } as const]
        : []),
      ...proposal(facts),
    ],
    alarm: ACTS,
  },
  {
    id: "over-budget",
    why: "The money for this requirement is spent.",
    when: ({ usd, snapshot }) => usd >= snapshot.config.budget.requirement_usd,
    commands: (facts) => [
      ...sayOnce(
        facts,
        `**A person has to decide.** This requirement has cost ${facts.usd.toFixed(2)} US dollars; \`budget.requirement_usd\` allows ${facts.snapshot.config.budget.requirement_usd}. Raise it and comment \`/nightshift retry\`.`,
      ),
      ...becomes(facts, "needs-human"),
    ],
    alarm: BY_PERSON,
  },
  {
    id: "features-at-work",
    why: "Features are in work; the next one starts when there is a place for it.",
    when: (facts) => facts.features.some(isInWork) && startableFeatures(facts).length === 0,
    commands: (facts) => becomes(facts, "building"),
    alarm: BY_MESSAGE,
  },
  {
    id: "pulls-open",
    why: "As many pull requests are open as `max_open_pulls` allows; the next feature starts when one is merged.",
    when: (facts) => readyFeatures(facts).length > 0 && startableFeatures(facts).length === 0,
    commands: (facts) => becomes(facts, "building"),
    alarm: BY_MESSAGE,
  },
  {
    id: "feature-deferred",
    why: "The model's provider asked to wait; the comment says until when, and the first sweep after that goes on.",
    when: (facts) =>
      startableFeatures(facts).length > 0 &&
      startableFeatures(facts).every(({ deferredUntil }) => deferredUntil !== undefined),
    commands: (facts) => becomes(facts, "building"),
    alarm: SWEEP,
  },
  {
    id: "feature-without-result",
    why: "The code agent ran several times on a feature and opened no pull request.",
    when: (facts) => stuckFeature(facts) !== undefined,
    commands: (facts) => [...becomes(facts, "building"), ...askAboutStuck(facts)],
    alarm: BY_PERSON,
  },
  {
    id: "landing-branch-missing",
    why: "Its features land on a branch of its own, which is made before the first one starts.",
    when: (facts) =>
      readyFeatures(facts).length > 0 && facts.landing !== undefined && facts.landing.head === undefined,
    commands: ({ landing, snapshot }) => [
      { do: "create-branch", branch: landing?.branch ?? "", head: snapshot.base.head },
    ],
    alarm: ACTS,
  },
  {
    id: "next-feature",
    why: "A slot is free and the next feature is ready.",
    when: (facts) => startableFeatures(facts).length > 0,
    commands: (facts) => [...becomes(facts, "building"), ...ledger(facts, "building"), ...startNext(facts)],
    alarm: ACTS,
  },
  {
    id: "features-need-a-person",
    why: "No feature can go on without a person.",
    when: () => true,
    commands: (facts) => becomes(facts, "building"),
    alarm: BY_PERSON,
  },
];

export function decideRequirement(facts: RequirementFacts): Decision {
  return climb(REQUIREMENT_LADDER, facts);
}

/** Planned, and every feature is merged or dropped. */
function isOver({ features }: RequirementFacts): boolean {
  return (
    features.length > 0 &&
    features.every((feature) => feature.progress === "merged" || feature.progress === "dropped")
  );
}

function openFinal({ landing, requirement, snapshot, features }: RequirementFacts): Command[] {
  if (landing === undefined) return [];
  const body = renderFinal(requirement, features);
  return [
    { do: "open-final", branch: landing.branch, base: snapshot.base.branch, title: requirement.title, body },
  ];
}

function becomes(facts: RequirementFacts, state: RequirementState): Command[] {
  const { requirement, snapshot } = facts;
  const change = labelChange(snapshot.config.label_prefix, REQUIREMENT_STATES, state, requirement.labels);
  if (change.add.length + change.remove.length === 0) return [];
  return [{ do: "label", target: { number: requirement.number, nodeId: requirement.nodeId }, ...change }];
}

/** Nothing when it is the last word there already: whoever said it was killed before the label that ends the asking. */
function sayOnce(
  { requirement, snapshot }: RequirementFacts,
  body: string,
  place: Pick<FeatureIssue, "number" | "comments"> = requirement,
): Command[] {
  const last = place.comments.at(-1);
  if (last?.author.login === snapshot.identity && last.body === body) return [];
  return [{ do: "say", number: place.number, id: undefined, body }];
}

function refuseUndo({ requirement, undo }: RequirementFacts, why: string): Command {
  return {
    do: "say",
    number: requirement.number,
    id: undefined,
    body: undoRefusal(undo?.comment ?? 0, why),
  };
}

function startNext(facts: RequirementFacts): Command[] {
  return startableFeatures(facts)
    .filter(({ deferredUntil }) => deferredUntil === undefined)
    .flatMap(({ issue }): Command[] => {
      if (issue === undefined) return [];
      const payload = { issue: facts.requirement.number, feature: issue.number };
      return [{ do: "send", type: "continue_next_feature", from: "repo_manager", to: "coder", payload }];
    });
}

function stuckFeature(facts: RequirementFacts): FeatureFacts | undefined {
  return startableFeatures(facts).find(({ attempts }) => attempts >= facts.snapshot.config.attempts);
}

function askAboutStuck(facts: RequirementFacts): Command[] {
  const stuck = stuckFeature(facts);
  if (stuck?.issue === undefined) return [];
  const { issue, attempts } = stuck;
  const prefix = facts.snapshot.config.label_prefix;
  return [
    ...sayOnce(
      facts,
      `**A person has to decide.** ${attempts} runs of the code agent ended without a pull request for this feature; their logs say why. Comment \`/nightshift retry\` to try again, or close this issue to drop the feature.`,
      issue,
    ),
    {
      do: "label",
      target: { number: issue.number, nodeId: issue.nodeId },
      ...labelChange(prefix, FEATURE_STATES, "needs-human", issue.labels),
    },
  ];
}

/** There is a plan to be made, or a feature to be built and a place for it. */
function wouldStart(facts: RequirementFacts): boolean {
  const { features } = facts;
  if (features.length === 0 || features.some(({ progress }) => progress === "untracked")) return true;
  return !awaitsPlanApproval(facts) && startableFeatures(facts).length > 0;
}

/** Last of all: whatever becomes of it, the requirement is complete. */
function proposal({ snapshot, features }: RequirementFacts): Command[] {
  const pulls = features.flatMap(({ pull }) => (pull?.state === "merged" ? [pull.number] : []));
  return snapshot.config.lessons === "propose" && pulls.length > 0 ? [{ do: "propose-lessons", pulls }] : [];
}

/** Rewrites the sticky comment when what it shows has changed. */
function ledger(facts: RequirementFacts, state: "building" | "complete"): Command[] {
  const { sticky } = facts.requirement;
  if (sticky?.block === undefined) return [];
  const block = { ...sticky.block, costs: costsOf(facts.snapshot, facts.requirement) };
  const body = withBlock(renderLedger(facts, state), block);
  return body === sticky.body || visiblePart(body) === visiblePart(sticky.body)
    ? []
    : [{ do: "say", number: facts.requirement.number, id: sticky.id, body }];
}

function summary(facts: RequirementFacts): string {
  const merged = facts.features.filter((feature) => feature.progress === "merged");
  const lines = merged.map(
    ({ planned, pull }) =>
      `- ${planned.title}${pull ? ` (#${pull.number}${pull.mergeCommit ? `, ${pull.mergeCommit.slice(0, 7)}` : ""})` : ""}`,
  );
  const dropped = facts.features
    .filter((feature) => feature.progress === "dropped")
    .map(({ planned }) => `- ${planned.title}: dropped by a person`);
  return [
    `**Done.** ${merged.length === 1 ? "One feature is" : `${merged.length} features are`} merged.`,
    "",
    ...lines,
    ...dropped,
  ].join("\n");
}

/** Carries out `/nightshift …` comments that nobody handled yet. A reaction marks a comment as handled; strangers get only that. */
import type { Command } from "../command.ts";
import {
  FEATURE_STATES,
  type FeatureState,
  labelChange,
  REQUIREMENT_STATES,
  type RequirementState,
  requirementLabel,
  stateLabel,
} from "../labels.ts";
import { type PersonCommand, parsePersonCommand } from "../person-command.ts";
import { featureOf } from "../pull-facts.ts";
import type {
  CommentSnapshot,
  FeatureIssue,
  PullSnapshot,
  RepositorySnapshot,
  RequirementSnapshot,
} from "../snapshot.ts";
import { canWrite } from "../snapshot.ts";

/** Where a comment was written. */
export interface Place {
  requirement: RequirementSnapshot;
  feature: FeatureIssue | undefined;
  pull: PullSnapshot | undefined;
}

/** Commands for every unhandled comment of requirements, features and pull requests, oldest first. */
export function decidePeople(snapshot: RepositorySnapshot, statusText: (place: Place) => string): Command[] {
  const found = places(snapshot).flatMap((place) =>
    commentsOf(place)
      .filter((comment) => !comment.handled && comment.author.login !== snapshot.identity)
      .map((comment) => ({ place, comment, command: parsePersonCommand(comment.body) })),
  );
  return found
    .filter(({ command }) => command !== undefined)
    .sort((a, b) => a.comment.createdAt.localeCompare(b.comment.createdAt))
    .flatMap(({ place, comment, command }) => {
      const refused =
        command === undefined ||
        command === "unknown" ||
        comment.edited ||
        (command.name === "undo" && (place.pull !== undefined || place.feature !== undefined)) ||
        !canWrite(snapshot, comment.author);
      if (refused) return [{ do: "react", comment: comment.nodeId, content: "CONFUSED" } as const];
      return [
        ...carryOut(snapshot, place, command, statusText),
        { do: "react", comment: comment.nodeId, content: "ROCKET" } as const,
      ];
    });
}

/** Logins whose live permission decides something here. */
export function peopleToAsk(snapshot: Omit<RepositorySnapshot, "writers">): string[] {
  const logins = new Set<string>();
  for (const requirement of snapshot.requirements) {
    const { labelled, lastEdit } = requirement;
    if (labelled && !labelled.by.bot) logins.add(labelled.by.login);
    if (lastEdit && !lastEdit.by.bot) logins.add(lastEdit.by.login);
    for (const comment of [
      ...requirement.comments,
      ...requirement.features.flatMap((feature) => feature.comments),
    ])
      askFor(comment, logins);
  }
  for (const pull of snapshot.pulls) {
    if (pull.state === "merged") continue;
    for (const comment of pull.comments) askFor(comment, logins);
    for (const review of pull.reviews) {
      if (!review.author.bot && review.state !== "commented") logins.add(review.author.login);
    }
  }
  return [...logins].sort();
}

function askFor(comment: CommentSnapshot, logins: Set<string>): void {
  if (!comment.author.bot && parsePersonCommand(comment.body) !== undefined) logins.add(comment.author.login);
}

function places(snapshot: RepositorySnapshot): Place[] {
  return snapshot.requirements.flatMap((requirement): Place[] => [
    { requirement, feature: undefined, pull: undefined },
    ...requirement.features.map((feature) => ({ requirement, feature, pull: undefined })),
    ...snapshot.pulls
      .filter((pull) => pull.block?.requirement === requirement.number && pull.state !== "merged")
      .map((pull) => ({ requirement, feature: featureOf(requirement, pull.block?.feature), pull })),
  ]);
}

function commentsOf({ requirement, feature, pull }: Place): readonly CommentSnapshot[] {
  return (pull ?? feature ?? requirement).comments;
}

function carryOut(
  snapshot: RepositorySnapshot,
  place: Place,
  command: PersonCommand,
  statusText: (place: Place) => string,
): Command[] {
  const prefix = snapshot.config.label_prefix;
  const subject = place.pull ?? place.feature ?? place.requirement;
  const target = { number: subject.number, nodeId: subject.nodeId };
  const relabel = (add: string[], remove: string[]): Command[] => {
    const change = {
      add: add.filter((name) => !subject.labels.includes(name)),
      remove: remove.filter((name) => subject.labels.includes(name)),
    };
    return change.add.length + change.remove.length === 0 ? [] : [{ do: "label", target, ...change }];
  };
  switch (command.name) {
    case "status":
      return [{ do: "say", number: subject.number, id: undefined, body: statusText(place) }];
    case "pause":
      return relabel([stateLabel(prefix, "paused")], []);
    case "resume":
      return relabel([], [stateLabel(prefix, "paused")]);
    case "start":
      return relabel([requirementLabel(prefix)], [stateLabel(prefix, "paused")]);
    case "retry":
      return retry(snapshot, place);
    case "stop":
      return [{ do: "close", number: subject.number, reason: "not_planned" }];
    case "undo":
      return relabel([stateLabel(prefix, "paused")], []);
    case "approve":
      return [];
  }
}

/**
 * Leads out of every needs-human state, back to where the ladders decide again: said on a pull request for its feature, said
 * on a feature for its pull request too, said on the requirement for everything below it. A pull request that was closed
 * stays closed; its feature is built anew.
 */
function retry(snapshot: RepositorySnapshot, { requirement, feature, pull }: Place): Command[] {
  const prefix = snapshot.config.label_prefix;
  const human = stateLabel(prefix, "needs-human");
  const done = new Set<number>();
  const back = <State extends RequirementState | FeatureState>(
    thing: { number: number; nodeId: string; labels: readonly string[] },
    family: readonly State[],
    state: State,
  ): Command[] => {
    if (done.has(thing.number) || !thing.labels.includes(human)) return [];
    done.add(thing.number);
    const target = { number: thing.number, nodeId: thing.nodeId };
    return [{ do: "label", target, ...labelChange(prefix, family, state, thing.labels) }];
  };
  const pulls = snapshot.pulls.filter(
    (candidate) => candidate.state === "open" && candidate.block?.requirement === requirement.number,
  );
  const featureBack = (issue: FeatureIssue): Command[] => {
    const open = pulls.find((candidate) => candidate.block?.feature === issue.number);
    const own = issue.number === requirement.number;
    return [
      ...(open ? back(open, FEATURE_STATES, "in-review") : []),
      ...(own
        ? back(requirement, REQUIREMENT_STATES, requirement.sticky?.block ? "building" : "planning")
        : back(issue, FEATURE_STATES, open ? "in-review" : "queued")),
    ];
  };
  if (feature) return featureBack(feature);
  if (pull) return back(pull, FEATURE_STATES, "in-review");
  const own = featureOf(requirement, requirement.number);
  return [...(own ? featureBack(own) : []), ...requirement.features.flatMap(featureBack)];
}

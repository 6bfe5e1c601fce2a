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
import { isCovered } from "../review-grant.ts";
import type {
  CommentSnapshot,
  FeatureIssue,
  PullSnapshot,
  RepositorySnapshot,
  RequirementSnapshot,
} from "../snapshot.ts";
import { canWrite, isOurs } from "../snapshot.ts";

const REVIEWED_BY_ITSELF =
  "Nightshift opened this pull request, so every head of it is reviewed without being asked for. Where that ended without a result, `/nightshift retry` tries again.";

/** Where a comment was written. */
export interface Place {
  requirement: RequirementSnapshot;
  feature: FeatureIssue | undefined;
  pull: PullSnapshot | undefined;
}

/** Commands for every unhandled comment of requirements, features and pull requests, oldest first. */
export function decidePeople(snapshot: RepositorySnapshot, statusText: (place: Place) => string): Command[] {
  const found = places(snapshot).flatMap((place) =>
    unhandled(snapshot, commentsOf(place)).map((comment) => ({
      place,
      comment,
      command: parsePersonCommand(comment.body),
    })),
  );
  const ofOurs = found
    .filter(({ command }) => command !== undefined)
    .sort((a, b) => a.comment.createdAt.localeCompare(b.comment.createdAt))
    .flatMap(({ place, comment, command }) => {
      const refused =
        command === undefined ||
        command === "unknown" ||
        comment.edited ||
        (command.name === "undo" && (place.pull !== undefined || place.feature !== undefined)) ||
        (command.name === "review" && place.pull === undefined) ||
        !canWrite(snapshot, comment.author);
      if (refused) return [{ do: "react", comment: comment.nodeId, content: "CONFUSED" } as const];
      return [
        ...carryOut(snapshot, place, command, statusText),
        { do: "react", comment: comment.nodeId, content: "ROCKET" } as const,
      ];
    });
  return [...ofOurs, ...snapshot.pulls.flatMap((pull) => answerReviews(snapshot, pull))];
}

/**
 * `/nightshift review` on a pull request that Nightshift did not open; every other word is for ours. The comment itself is what lets
 * the head be read, so a right one is only marked; one that names no head, or another one, is told how.
 */
function answerReviews(snapshot: RepositorySnapshot, pull: PullSnapshot): Command[] {
  if (pull.state !== "open" || isOurs(snapshot, pull)) return [];
  return unhandled(snapshot, pull.comments).flatMap((comment): Command[] => {
    const command = parsePersonCommand(comment.body);
    if (command === undefined || command === "unknown" || command.name !== "review") return [];
    const react = (content: "ROCKET" | "CONFUSED") =>
      ({ do: "react", comment: comment.nodeId, content }) as const;
    if (comment.edited || !canWrite(snapshot, comment.author)) return [react("CONFUSED")];
    if (command.sha !== undefined && pull.head.startsWith(command.sha)) return [react("ROCKET")];
    const named = command.sha === undefined ? "No head was named" : `${command.sha} is not its head`;
    const body = `**Not reviewed.** ${named}: whoever asks says which one was looked at, by 7 to 40 digits. The head is now \`${pull.head}\`; to have it reviewed, comment \`/nightshift review ${pull.head}\`.`;
    return [{ do: "say", number: pull.number, id: undefined, body }, react("CONFUSED")];
  });
}

function unhandled(
  { identity }: RepositorySnapshot,
  comments: readonly CommentSnapshot[],
): CommentSnapshot[] {
  return comments.filter(({ handled, author }) => !handled && author.login !== identity);
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
    if (isCovered(snapshot.config, pull)) logins.add(pull.author.login);
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
    case "review":
      return [{ do: "say", number: subject.number, id: undefined, body: REVIEWED_BY_ITSELF }];
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

/** Rungs for the rules of the base branch: each is kept, or names who or what it waits for. */

import { ownersOf } from "../code-owners.ts";
import type { Command, Rung } from "../command.ts";
import { GATE_CHECK } from "../names.ts";
import type { PullFacts } from "../pull-facts.ts";
import { BY_PULL_EVENT } from "./alarms.ts";
import { askWhenReady } from "./say.ts";

/** A merge by a workflow's own token cannot keep such a rule at all. */
const OTHER_WAYS =
  "This repository needs the App identity or `landing: requirement_branch`; or a person merges it.";

/** A rung that waits until a person did what its reason says, and asks for that once. */
function asks(
  id: string,
  when: (facts: PullFacts) => boolean,
  why: string | ((facts: PullFacts) => string),
): Rung<PullFacts> {
  const said = typeof why === "string" ? () => why : why;
  return {
    id,
    clause: "rules",
    why,
    when,
    commands: (facts) => askWhenReady(facts, id, said(facts)),
    alarm: BY_PULL_EVENT,
  };
}

/** Order is precedence: first what nobody's review can change. */
export const RULE_RUNGS: readonly Rung<PullFacts>[] = [
  asks(
    "rule-own-check",
    ({ checks }) => checks.some(({ name }) => name === GATE_CHECK),
    `The rules of the base require the check ${GATE_CHECK}, which is green only when everything else is. Take it out of the required checks; nightshift/review and nightshift/verify can be required instead.`,
  ),
  asks(
    "rule-locked",
    ({ rules }) => rules.locked,
    `The rules of the base let nobody update it but those who may pass them. ${OTHER_WAYS}`,
  ),
  asks(
    "rule-queue",
    ({ rules }) => rules.queue,
    `The base has a merge queue, which runs nothing for a workflow's own token. ${OTHER_WAYS}`,
  ),
  asks(
    "rule-method",
    ({ rules }) => rules.methods?.includes("squash") === false,
    ({ rules }) =>
      `The rules of the base allow only ${(rules.methods ?? []).join(" and ") || "no method"}; Nightshift squashes. Allow squash merges there, or a person merges it.`,
  ),
  asks(
    "rule-signatures",
    ({ rules, pull }) => rules.signatures && !pull.signed,
    `The rules of the base ask for signed commits, and those of this branch have no signature. ${OTHER_WAYS}`,
  ),
  {
    id: "rule-conversations",
    clause: "rules",
    why: "The rules of the base ask for resolved conversations; those that the review left open and that keep nothing up are resolved.",
    when: ({ rules, ownOpenThreads }) => rules.threads && ownOpenThreads.length > 0,
    commands: ({ ownOpenThreads }): Command[] => [
      { do: "resolve", threads: ownOpenThreads.map(({ id }) => id) },
    ],
    alarm: { kind: "acts" },
  },
  asks(
    "rule-code-owners",
    ({ rules, pull, snapshot }) =>
      rules.codeOwners &&
      pull.reviewDecision !== "approved" &&
      ownersOf(
        snapshot.codeOwners,
        pull.files.map(({ path }) => path),
      ).length > 0,
    ({ pull, snapshot }) =>
      `The rules of the base ask for a review by the owners of what it changes: ${ownersOf(
        snapshot.codeOwners,
        pull.files.map(({ path }) => path),
      ).join(", ")}.`,
  ),
  asks(
    "rule-reviews",
    ({ rules, approvers }) => approvers.length < rules.reviews,
    ({ rules, approvers }) =>
      `The rules of the base ask for ${rules.reviews} approving review${rules.reviews === 1 ? "" : "s"} of people with write permission, and this change has ${approvers.length}.`,
  ),
  asks(
    "rule-last-push",
    ({ rules, approvers, pull }) =>
      rules.lastPushApproval &&
      // GitHub takes no approval over to a newer push here, however small.
      !pull.reviews.some(
        ({ head, state, author: { login } }) =>
          head === pull.head &&
          state === "approved" &&
          approvers.includes(login) &&
          login !== pull.lastPusher,
      ),
    ({ pull }) =>
      `The rules of the base ask for an approving review by somebody other than who pushed last${pull.lastPusher === "" ? "" : ` (${pull.lastPusher})`}.`,
  ),
  asks(
    "rule-deployments",
    ({ rules, pull }) => rules.deployments.length > 0 && pull.blocked,
    ({ rules }) =>
      `The rules of the base ask for a successful deployment of this head to ${rules.deployments.join(", ")}. Deploy it, then comment \`/nightshift retry\`.`,
  ),
  asks(
    "rule-others",
    ({ rules, pull }) => rules.others.length > 0 && pull.blocked,
    ({ rules }) =>
      `GitHub says that rules of the base keep it from being merged; those that Nightshift cannot judge are ${rules.others.join(", ")}.`,
  ),
];

import { describe, expect, test } from "vitest";
import { decidePeople, peopleToAsk } from "../../src/domain/decide/people.ts";
import type { CommentSnapshot, RepositorySnapshot } from "../../src/domain/snapshot.ts";
import {
  at,
  BOT,
  commentOf,
  featureIssue,
  OTHER_BOT,
  pullOf,
  readySnapshot,
  requirementOf,
  reviewOf,
  STRANGER,
  said,
  WRITER,
} from "./domain-support.ts";

type Place = "requirement" | "feature" | "pull";

/** A world in which one comment stands in one place, and everything waits for a person or does not. */
function world(
  place: Place,
  comments: CommentSnapshot[],
  labels: { waits?: boolean; paused?: boolean } = {},
): RepositorySnapshot {
  const states = (normal: string) => [
    `nightshift:${labels.waits ? "needs-human" : normal}`,
    ...(labels.paused ? ["nightshift:paused"] : []),
  ];
  return readySnapshot(
    { labels: states("in-review"), comments: place === "pull" ? comments : [] },
    {
      requirements: [
        requirementOf({
          labels: ["nightshift", ...states("building")],
          comments: place === "requirement" ? comments : [],
          features: [
            featureIssue({ labels: states("in-review"), comments: place === "feature" ? comments : [] }),
            featureIssue({ number: 4, nodeId: "I_4" }),
          ],
        }),
      ],
    },
  );
}

const carried = (place: Place, body: string, labels = {}, change = {}) =>
  said(decidePeople(world(place, [commentOf(body, change)], labels), () => "status"));

describe("commands of people", () => {
  test.each<[string, Place, string, object, string[]]>([
    ["a plain comment", "requirement", "nice", {}, []],
    ["an unknown command", "requirement", "/nightshift dance", {}, ["react CONFUSED"]],
    ["status", "requirement", "/nightshift status", {}, ["say 1", "react ROCKET"]],
    ["status", "feature", "/nightshift status", {}, ["say 3", "react ROCKET"]],
    ["status", "pull", "/nightshift status", {}, ["say 7", "react ROCKET"]],
    ["pause", "requirement", "/nightshift pause", {}, ["label 1 +paused", "react ROCKET"]],
    ["pause", "feature", "/nightshift pause", {}, ["label 3 +paused", "react ROCKET"]],
    ["pause", "pull", "/nightshift pause", {}, ["label 7 +paused", "react ROCKET"]],
    ["pause when it is paused", "pull", "/nightshift pause", { paused: true }, ["react ROCKET"]],
    ["resume", "requirement", "/nightshift resume", { paused: true }, ["label 1 -paused", "react ROCKET"]],
    ["resume when it is not paused", "pull", "/nightshift resume", {}, ["react ROCKET"]],
    ["start", "requirement", "/nightshift start", { paused: true }, ["label 1 -paused", "react ROCKET"]],
    ["stop", "requirement", "/nightshift stop", {}, ["close 1 not_planned", "react ROCKET"]],
    ["stop", "pull", "/nightshift stop", {}, ["close 7 not_planned", "react ROCKET"]],
    ["approve", "pull", "/nightshift approve", {}, ["react ROCKET"]],
    ["review", "pull", "/nightshift review", {}, ["say 7", "react ROCKET"]],
    ["review", "requirement", "/nightshift review", {}, ["react CONFUSED"]],
    ["retry when nothing waits", "pull", "/nightshift retry", {}, ["react ROCKET"]],
    [
      "retry",
      "pull",
      "/nightshift retry",
      { waits: true },
      ["label 7 +in-review -needs-human", "label 3 +in-review -needs-human", "react ROCKET"],
    ],
    [
      "retry",
      "feature",
      "/nightshift retry",
      { waits: true },
      ["label 7 +in-review -needs-human", "label 3 +in-review -needs-human", "react ROCKET"],
    ],
    [
      "retry",
      "requirement",
      "/nightshift retry",
      { waits: true },
      [
        "label 1 +building -needs-human",
        "label 7 +in-review -needs-human",
        "label 3 +in-review -needs-human",
        "react ROCKET",
      ],
    ],
  ])("%s on a %s", (_given, place, body, labels, expected) => {
    expect(carried(place, body, labels)).toEqual(expected);
  });

  test.each([
    ["strangers", { author: STRANGER }],
    ["other bots", { author: OTHER_BOT }],
    ["edited comments", { edited: true }],
  ])("of %s are refused with a reaction and nothing else", (_given, change) => {
    for (const name of ["start", "stop", "pause", "retry", "approve", "resume", "status"]) {
      expect(carried("requirement", `/nightshift ${name}`, { waits: true }, change)).toEqual([
        "react CONFUSED",
      ]);
    }
  });

  test("that were handled, and our own comments, do nothing", () => {
    expect(carried("pull", "/nightshift stop", {}, { handled: true })).toEqual([]);
    expect(carried("pull", "/nightshift stop", {}, { author: BOT })).toEqual([]);
  });

  test("are carried out in the order in which they were written", () => {
    const comments = [
      commentOf("/nightshift stop", { createdAt: at(45), nodeId: "C_2" }),
      commentOf("/nightshift pause", { createdAt: at(44), nodeId: "C_1" }),
    ];
    const commands = decidePeople(world("requirement", comments), () => "");
    expect(said(commands)).toEqual([
      "label 1 +paused",
      "react ROCKET",
      "close 1 not_planned",
      "react ROCKET",
    ]);
  });

  test("on a merged pull request are left alone", () => {
    const comments = [commentOf("/nightshift retry")];
    const snapshot = { ...world("pull", []), pulls: [pullOf({ state: "merged", comments })] };
    expect(decidePeople(snapshot, () => "")).toEqual([]);
  });

  test("a retry leaves a closed pull request closed and queues its feature again", () => {
    const snapshot = world("feature", [commentOf("/nightshift retry")], { waits: true });
    const pulls = [pullOf({ state: "closed", labels: ["nightshift:needs-human"] })];
    expect(said(decidePeople({ ...snapshot, pulls }, () => ""))).toEqual([
      "label 3 +queued -needs-human",
      "react ROCKET",
    ]);
  });
});

test("permissions are asked for everybody whose word decides something, and for no bot", () => {
  const author = (login: string) => ({ author: { login, bot: false } });
  const snapshot = readySnapshot(
    {
      comments: [commentOf("/nightshift approve", author("ann")), commentOf("hello", author("nobody"))],
      reviews: [reviewOf(author("rita")), reviewOf({ ...author("carl"), state: "commented" })],
    },
    {
      requirements: [
        requirementOf({
          labelled: { by: WRITER, at: at(1) },
          lastEdit: { by: STRANGER, at: at(2) },
          comments: [commentOf("/nightshift start", { author: OTHER_BOT })],
          features: [featureIssue({ comments: [commentOf("/nightshift pause", author("fay"))] })],
        }),
      ],
    },
  );
  expect(peopleToAsk(snapshot)).toEqual(["ann", "fay", "rita", "stan", "wanda"]);
});

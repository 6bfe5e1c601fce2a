/** What people do beside Nightshift, through the same API as they would, and what of it must still hold at the end. */
import type { PullSnapshot, RepositorySnapshot } from "../../src/domain/snapshot.ts";
import { MAINTAINER, REPOSITORY, type World } from "./world.ts";

export const ACTS = [
  "push-commit",
  "force-push",
  "push-main",
  "remove-label",
  "close-pull",
  "merge-pull",
  "delete-branch",
  "edit-issue",
  "close-issue",
  "reopen-issue",
  "close-feature",
  "pause",
  "resume",
  "approve",
  "retry",
] as const;
export type Act = (typeof ACTS)[number];

/** Something a person did, to what. */
export interface Done {
  act: Act;
  number: number;
  at: number;
}

/** Does it where there is something to do it to; undefined where there is not. GitHub may refuse, as it would refuse a person. */
export async function doAct(world: World, act: Act, requirement: number): Promise<Done | undefined> {
  const { ada, forge, stage } = world;
  const seen = await world.look();
  const pull = seen.pulls.find(({ state, block }) => state === "open" && block?.requirement === requirement);
  const issue = seen.requirements.find(({ number }) => number === requirement);
  const feature = issue?.features.find(({ open }) => open);
  const done = (number: number): Done => ({ act, number, at: stage.now().getTime() });
  const comment = async (number: number, body: string): Promise<Done> => {
    await ada.rest("POST /repos/{owner}/{repo}/issues/{issue_number}/comments", {
      issue_number: number,
      body,
    });
    return done(number);
  };
  switch (act) {
    case "push-main":
      await forge.commitFiles(
        REPOSITORY,
        "main",
        { "notes.txt": { content: `${world.runs().length % 5}\n` } },
        "By hand",
        MAINTAINER,
      );
      return done(0);
    case "push-commit":
      if (pull === undefined) return undefined;
      await pushCommit(world, pull);
      return done(pull.number);
    case "force-push": {
      if (pull === undefined) return undefined;
      const base = world.refs().get("refs/heads/main");
      await ada.rest("PATCH /repos/{owner}/{repo}/git/refs/{ref}", {
        ref: `heads/${pull.branch}`,
        sha: base,
        force: true,
      });
      letGo(world);
      await pushCommit(world, pull);
      return done(pull.number);
    }
    case "delete-branch":
      if (pull === undefined) return undefined;
      await ada.rest("DELETE /repos/{owner}/{repo}/git/refs/{ref}", { ref: `heads/${pull.branch}` });
      letGo(world);
      return done(pull.number);
    case "close-pull":
      if (pull === undefined) return undefined;
      await ada.rest("PATCH /repos/{owner}/{repo}/pulls/{pull_number}", {
        pull_number: pull.number,
        state: "closed",
      });
      return done(pull.number);
    case "merge-pull":
      if (pull === undefined) return undefined;
      await ada.rest("PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge", {
        pull_number: pull.number,
        merge_method: "squash",
      });
      return done(pull.number);
    case "approve":
      return pull && comment(pull.number, `/nightshift approve ${pull.head}`);
    case "remove-label":
      if (!issue?.labels.includes("nightshift")) return undefined;
      await ada.rest("DELETE /repos/{owner}/{repo}/issues/{issue_number}/labels/{name}", {
        issue_number: requirement,
        name: "nightshift",
      });
      return done(requirement);
    case "edit-issue":
      if (issue === undefined) return undefined;
      await ada.rest("PATCH /repos/{owner}/{repo}/issues/{issue_number}", {
        issue_number: requirement,
        body: `${issue.body}\n\nMore.`,
      });
      return done(requirement);
    case "close-issue":
    case "reopen-issue": {
      const state = act === "close-issue" ? "closed" : "open";
      await ada.rest("PATCH /repos/{owner}/{repo}/issues/{issue_number}", {
        issue_number: requirement,
        state,
      });
      return done(requirement);
    }
    case "close-feature":
      if (feature === undefined) return undefined;
      await ada.rest("PATCH /repos/{owner}/{repo}/issues/{issue_number}", {
        issue_number: feature.number,
        state: "closed",
        state_reason: "not_planned",
      });
      return done(feature.number);
    case "pause":
    case "resume":
    case "retry":
      return comment(requirement, `/nightshift ${act}`);
  }
}

async function pushCommit(world: World, { branch, number }: PullSnapshot): Promise<void> {
  const files = { [`by-hand/${number}.txt`]: { content: `${world.calls.length}\n` } };
  world.watch.human.push(await world.forge.commitFiles(REPOSITORY, branch, files, "By hand", MAINTAINER));
}

/** What a person took away just now, their own commits among it, is not lost by anybody else. */
function letGo({ watch, refs, history }: World): void {
  const tips = [...refs().values()];
  const kept = watch.human.filter((sha) => tips.some((tip) => history.isAncestor(sha, tip)));
  watch.human.splice(0, watch.human.length, ...kept);
}

/** What people did last to a thing, and is not so any more though nobody but Nightshift acted since. */
export function undone(
  acts: readonly Done[],
  snapshot: RepositorySnapshot,
  state: Map<number, string>,
): string[] {
  const last = new Map(acts.map((done) => [done.number, done]));
  return [...last.values()].flatMap(({ act, number }) => {
    const pull = snapshot.pulls.find((one) => one.number === number);
    if (act === "close-pull" && pull && pull.state !== "closed")
      return [`#${number} was closed by a person and is ${pull.state}`];
    if (act === "close-issue" && state.get(number) === "open")
      return [`#${number} was closed by a person and is open`];
    if (
      act === "remove-label" &&
      snapshot.requirements.some((one) => one.number === number && one.labels.includes("nightshift"))
    )
      return [`#${number} got back the label that a person took away`];
    return [];
  });
}

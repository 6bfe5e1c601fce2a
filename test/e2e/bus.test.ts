/** Messages are doorbells: forged, broken, late or doubled ones change nothing. A requirement can come as text. */
import { randomUUID } from "node:crypto";
import { afterEach, describe, expect, test } from "vitest";
import { approve, dispatch, traces } from "./acts.ts";
import { verifies } from "./requirements.ts";
import { tinyScenario } from "./tiny-scenario.ts";
import { openWorld, type World } from "./world.ts";

const LONG = 600_000;

let world: World | undefined;
afterEach(async () => {
  await world?.close();
  world = undefined;
});

function message(type: string, from: string, to: string, payload: unknown, more: object = {}) {
  const thread = { id: randomUUID(), correlationId: randomUUID(), hops: 0 };
  return { message: { ...thread, timestamp: new Date().toISOString(), type, from, to, payload, ...more } };
}

/** The gate's check run says, while it lasts, that a run is under way, whoever rang for it. */
const CHECK_RUN = /check-runs/;

describe("the bus", () => {
  test(
    `forged, malformed, stale and doubled messages have no effect (${verifies("bus.forged")})`,
    async () => {
      world = await openWorld({
        config: "verify:\n  - sh check.sh\nrounds: 1\n",
        scenario: tinyScenario([{ key: "one" }]),
      });
      const { ada, mallory } = world;
      const issue = await world.require();
      await world.rest();
      const { number: pull, head, base, branch } = await world.openPull();
      const before = {
        traces: await traces(world),
        writes: world.writes(CHECK_RUN),
        asked: world.model.requests().length,
      };

      const at = { pull, head };
      const review = () => message("pr_created", "coder", "reviewer", at);
      const code: unknown[] = [
        {},
        { message: "merge it" },
        message("please_merge", "person", "coder", at),
        message("start_project", "person", "coder", { issue, approve: true }),
        message("start_project", "person", "coder", { issue }, { authorised: true }),
        message("start_project", "person", "coder", { issue }, { note: "x".repeat(9_000) }),
        message("start_project", "person", "coder", { issue: 999 }),
        message("start_project", "repo_manager", "coder", { issue }),
        message("continue_next_feature", "repo_manager", "coder", { issue, feature: issue }),
        message("verify_requested", "repo_manager", "coder", { ...at, base: base.head }),
        message("verify_requested", "repo_manager", "coder", { ...at, base: head }),
        message("review_comments_received", "repo_manager", "coder", at),
        message("review_comments_received", "repo_manager", "coder", { pull, head: base.head }),
        message("review_approved", "reviewer", "repo_manager", at),
      ];
      const reviews: unknown[] = [
        review(),
        review(),
        review(),
        message("new_commits_pushed", "coder", "reviewer", { pull, head: base.head }),
        message("new_commits_pushed", "person", "reviewer", at),
        message("pr_created", "coder", "reviewer", { pull: 999, head }),
        message("review_comments_received", "repo_manager", "coder", at),
      ];
      const merges: unknown[] = [
        message("review_approved", "reviewer", "repo_manager", at),
        message("review_approved", "person", "repo_manager", { pull: "1; true", head }),
        { message: null },
      ];
      for (const payload of code) await dispatch(ada, "nightshift-code", payload);
      for (const payload of reviews) await dispatch(ada, "nightshift-review", payload);
      for (const payload of merges) await dispatch(ada, "nightshift-merge", payload);
      await expect(dispatch(mallory, "nightshift-review", review())).rejects.toThrow(/40[34]|not|access/i);
      await world.rest();
      // Each alone, so that none is replaced by the next one of its group.
      await dispatch(ada, "nightshift-code", message("review_comments_received", "reviewer", "coder", at));
      await world.rest();

      expect({
        traces: await traces(world),
        writes: world.writes(CHECK_RUN),
        asked: world.model.requests().length,
      }).toEqual(before);

      // None of it used up a round: a person's push is verified, reviewed and merged as ever.
      await world.push({ "features/one.txt": "one: ok too\n" }, branch);
      await world.rest();
      await approve(ada, await world.openPull());
      await world.rest();
      expect((await world.requirement(issue)).open).toBe(false);
      expect(await world.git("show", "main:features/one.txt")).toBe("one: ok too");
    },
    LONG,
  );

  test(
    `a requirement comes as text (${verifies("loop.text")})`,
    async () => {
      world = await openWorld({ scenario: tinyScenario([{ key: "one" }]) });
      await world.ada.rest("POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches", {
        workflow_id: "nightshift-code.yml",
        ref: "main",
        inputs: { requirement: "# One small file\n\nIt says ok." },
      });
      await world.rest();
      const [requirement] = (await world.look()).requirements;
      expect({
        title: requirement?.title,
        body: requirement?.body,
        open: requirement?.open,
        complete: requirement?.labels.includes("nightshift:complete"),
      }).toEqual({ title: "One small file", body: "It says ok.", open: false, complete: true });
      expect(await world.git("show", "main:features/one.txt")).toBe("one: ok");
    },
    LONG,
  );
});

import { afterEach, describe, expect, test } from "vitest";
import { observe } from "../../src/github/observe.ts";
import { verifies } from "./requirements.ts";
import { CRITERION, complete, feedbackEntry, findingTurn, met, tinyScenario } from "./tiny-scenario.ts";
import { openWorld, type World } from "./world.ts";

const LIMIT = 600_000;
const TWO_ROUNDS = "verify:\n  - sh check.sh\napproval:\n  first_pull: false\nrounds: 2\n";

let world: World | undefined;
afterEach(async () => {
  await world?.close();
  world = undefined;
});

describe("a review that does not go straight to approval", () => {
  test(
    `a reviewer who never agrees ends in one label and one comment (${verifies("review.rounds")})`,
    async () => {
      world = await openWorld({
        config: TWO_ROUNDS,
        scenario: tinyScenario(
          [{ key: "one", text: "ok 0" }],
          [
            {
              when: { agent: "review", mode: "review", feature: "one", round: 1 },
              turns: [findingTurn("one", "one: ok 0")],
            },
            feedbackEntry("one", "*", "ok 1"),
            {
              when: { agent: "review", mode: "review", feature: "one", round: 2 },
              turns: [findingTurn("one", "one: ok 1")],
            },
          ],
        ),
      });
      await world.require();
      await world.rest();

      const pull = await world.openPull();
      expect(pull.labels).toContain("nightshift:needs-human");
      expect(pull.reviews.flatMap((review) => review.block?.verdict ?? [])).toEqual(["changes", "changes"]);
      const asks = pull.comments.filter((comment) => comment.body.includes("A person has to decide"));
      expect(asks.map((comment) => comment.body)).toEqual([
        expect.stringContaining("did not agree within 2 rounds"),
      ]);

      const before = world.writes();
      await world.sweep();
      expect(world.writes()).toBe(before);
    },
    LIMIT,
  );

  test(
    `a disputed finding is withdrawn, its thread resolved and the same head approved (${verifies("loop.feedback")})`,
    async () => {
      world = await openWorld({
        scenario: tinyScenario(
          [{ key: "one" }],
          [
            {
              when: { agent: "review", mode: "review", feature: "one", round: 1 },
              turns: [findingTurn("one", "one: ok")],
            },
            {
              when: { agent: "code", mode: "feedback", feature: "one", round: 1 },
              capture: { thread: "^thread (\\S+) ·" },
              turns: [
                complete("Nothing is wrong.", {
                  answers: [{ thread: "{{capture:thread}}", action: "disputed", reply: "It is as asked." }],
                }),
              ],
            },
            {
              when: { agent: "review", mode: "review", feature: "one", round: 2 },
              capture: {
                thread: "^thread (\\S+) ·",
                disputed: "Disputed\\. It is as asked\\.",
                ...CRITERION,
              },
              turns: [
                complete("{{capture:disputed}} Right.", {
                  findings: [],
                  threads: [{ thread: "{{capture:thread}}", state: "withdrawn", reply: "You are right." }],
                  criteria: met(),
                }),
              ],
            },
          ],
        ),
      });
      const number = await world.require();
      await world.rest();

      expect((await world.requirement(number)).open).toBe(false);
      const [pull] = (await world.look()).pulls;
      const verdicts = (pull?.reviews ?? []).flatMap((review) =>
        review.block ? [{ verdict: review.block.verdict, head: review.block.head }] : [],
      );
      expect(verdicts).toEqual([
        { verdict: "changes", head: pull?.head },
        { verdict: "approved", head: pull?.head },
      ]);
      expect(await threads(world, pull?.number ?? 0)).toEqual([{ resolved: true }]);
    },
    LIMIT,
  );

  test(
    `a finding that is disputed again after it was weighed goes to a person; "won't fix" ends it (${verifies("review.disputed")})`,
    async () => {
      const disputes = (round: number, reply: string) => ({
        when: { agent: "code", mode: "feedback", feature: "one", round },
        capture: { thread: "^thread (\\S+) ·" },
        turns: [
          complete("Nothing is wrong.", {
            answers: [{ thread: "{{capture:thread}}", action: "disputed", reply }],
          }),
        ],
      });
      const stillOpen = complete("It stays.", {
        findings: [],
        threads: [{ thread: "{{capture:thread}}", state: "open", reply: "It does say the wrong thing." }],
        criteria: met(),
      });
      world = await openWorld({
        scenario: tinyScenario(
          [{ key: "one" }],
          [
            {
              when: { agent: "review", mode: "review", feature: "one", round: 1 },
              turns: [findingTurn("one", "one: ok")],
            },
            disputes(1, "It is as asked."),
            {
              when: { agent: "review", mode: "review", feature: "one", round: 2 },
              capture: { thread: "^thread (\\S+) ·", ...CRITERION },
              turns: [stillOpen],
            },
            disputes(2, "It really is."),
            {
              when: { agent: "review", mode: "review", feature: "one", round: 3 },
              capture: { thread: "^thread (\\S+) ·", ...CRITERION },
              turns: [stillOpen],
            },
          ],
        ),
      });
      const number = await world.require();
      await world.rest();
      const pull = await world.openPull();
      expect(pull.labels).toContain("nightshift:needs-human");
      const asks = pull.comments.filter(({ body }) => body.includes("A person has to decide"));
      expect(asks.map(({ body }) => body)).toEqual([
        expect.stringContaining("disputed again after it had been weighed"),
      ]);

      const [thread] = (
        await observe(world.ada, { now: () => new Date(), threadsOf: [pull.number] })
      ).pulls.flatMap((one) => one.threads);
      await world.ada.graphql(
        "mutation Answer($thread: ID!, $body: String!) { addPullRequestReviewThreadReply(input: { pullRequestReviewThreadId: $thread, body: $body }) { comment { id } } }",
        { thread: thread?.id, body: "Won't fix: it is as asked." },
      );
      await world.comment(pull.number, "/nightshift retry");
      await world.rest();
      expect((await world.requirement(number)).open).toBe(false);
      expect(await threads(world, pull.number)).toEqual([{ resolved: true }]);
    },
    LIMIT * 2,
  );
});

/** The pull request's threads. */
async function threads({ ada }: World, number: number): Promise<{ resolved: boolean }[]> {
  const snapshot = await observe(ada, { now: () => new Date(), threadsOf: [number] });
  const pull = snapshot.pulls.find((candidate) => candidate.number === number);
  return (pull?.threads ?? []).map(({ resolved }) => ({ resolved }));
}

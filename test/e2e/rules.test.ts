/** The rules of the base: kept, or said who or what they wait for. */
import { afterEach, expect, test } from "vitest";
import { approve } from "./acts.ts";
import { verifies } from "./requirements.ts";
import { tinyScenario } from "./tiny-scenario.ts";
import { openWorld, REPOSITORY, type World } from "./world.ts";

const LIMIT = 600_000;
const REVIEWS = {
  dismiss_stale_reviews_on_push: false,
  require_code_owner_review: false,
  require_last_push_approval: false,
  required_approving_review_count: 0,
  required_review_thread_resolution: false,
};

let world: World | undefined;
afterEach(async () => {
  await world?.close();
  world = undefined;
});

type Rules = Parameters<World["local"]["forge"]["setRules"]>[1];

const WAITS: { rule: string; rules: Rules; says: RegExp }[] = [
  {
    rule: "review count",
    rules: [{ type: "pull_request", parameters: { ...REVIEWS, required_approving_review_count: 1 } }],
    says: /1 approving review of people with write permission, and this change has 0/,
  },
  {
    rule: "code owners",
    rules: [{ type: "pull_request", parameters: { ...REVIEWS, require_code_owner_review: true } }],
    says: /a review by the owners of what it changes: @ada/,
  },
  {
    rule: "last push",
    rules: [{ type: "pull_request", parameters: { ...REVIEWS, require_last_push_approval: true } }],
    says: /somebody other than who pushed last/,
  },
  {
    rule: "merge method",
    rules: [{ type: "pull_request", parameters: { ...REVIEWS, allowed_merge_methods: ["merge"] } }],
    says: /allow only merge/,
  },
  { rule: "signatures", rules: [{ type: "required_signatures" }], says: /signed commits/ },
  { rule: "no updates", rules: [{ type: "update" }], says: /let nobody update it/ },
  {
    rule: "deployments",
    rules: [{ type: "required_deployments", parameters: { required_deployment_environments: ["staging"] } }],
    says: /deployment of this head to staging/,
  },
  {
    rule: "merge queue",
    rules: [
      {
        type: "merge_queue",
        parameters: {
          check_response_timeout_minutes: 60,
          grouping_strategy: "ALLGREEN",
          max_entries_to_build: 5,
          max_entries_to_merge: 5,
          merge_method: "SQUASH",
          min_entries_to_merge: 1,
          min_entries_to_merge_wait_minutes: 5,
        },
      },
    ],
    says: /merge queue/,
  },
  {
    rule: "a check that nobody gives",
    rules: [
      {
        type: "required_status_checks",
        parameters: {
          required_status_checks: [{ context: "lint", integration_id: 15_368 }],
          strict_required_status_checks_policy: false,
        },
      },
    ],
    says: /no result: lint \(of app 15368\)/,
  },
  {
    rule: "our own check",
    rules: [
      {
        type: "required_status_checks",
        parameters: {
          required_status_checks: [{ context: "nightshift/merge" }],
          strict_required_status_checks_policy: false,
        },
      },
    ],
    says: /require the check nightshift\/merge/,
  },
];

test(
  `a rule that cannot be kept is said, and no merge is tried; when it is gone, it merges (${verifies("merge.rules")})`,
  async () => {
    const merges: string[] = [];
    world = await openWorld({
      files: { ".github/CODEOWNERS": "* @ada\n" },
      config: "verify:\n  - sh check.sh\napproval:\n  first_pull: false\nmode: propose\n",
      scenario: tinyScenario([{ key: "one" }]),
      async intercept({ method, path }) {
        if (method === "PUT" && path.endsWith("/merge")) merges.push(path);
        return undefined;
      },
    });
    const number = await world.require();
    await world.rest();
    await world.push({
      ".github/nightshift.yml": "verify:\n  - sh check.sh\napproval:\n  first_pull: false\n",
    });
    for (const { rule, rules, says } of WAITS) {
      world.local.forge.setRules(REPOSITORY, rules);
      await world.sweep();
      const { gate, labels } = await world.openPull();
      expect({ rule, state: gate?.state, title: gate?.title }).toEqual({
        rule,
        state: "waiting",
        title: expect.stringMatching(says),
      });
      expect(gate?.summary).toContain("| *waiting* |");
      expect(labels).toContain("nightshift:ready-to-merge");
    }
    expect(merges).toEqual([]);
    const said = (await world.openPull()).comments.filter(({ body }) => body.includes("waits for a person"));
    expect(said).toHaveLength(1);
    const before = world.writes();
    await world.sweep();
    expect(world.writes()).toBe(before);

    world.local.forge.setRules(REPOSITORY, [
      { type: "required_linear_history" },
      { type: "pull_request", parameters: { ...REVIEWS, allowed_merge_methods: ["squash"] } },
    ]);
    await world.sweep();
    await world.rest();
    expect(merges).toHaveLength(1);
    expect((await world.requirement(number)).open).toBe(false);
  },
  LIMIT,
);

test(
  `reviews, owners, conversations, required statuses and an up-to-date branch are kept on the way to the merge (${verifies("merge.rules", "merge.reapplied")})`,
  async () => {
    world = await openWorld({
      files: { ".github/CODEOWNERS": "* @ada\n" },
      scenario: tinyScenario([{ key: "one" }]),
    });
    const { forge } = world.local;
    forge.setRules(REPOSITORY, [
      {
        type: "pull_request",
        parameters: {
          ...REVIEWS,
          require_code_owner_review: true,
          required_approving_review_count: 1,
          required_review_thread_resolution: true,
        },
      },
      {
        type: "required_status_checks",
        parameters: {
          required_status_checks: [
            { context: "nightshift/review", integration_id: 15_368 },
            { context: "nightshift/verify" },
          ],
          strict_required_status_checks_policy: true,
        },
      },
    ]);
    const number = await world.require();
    await world.rest();
    const first = await world.openPull();
    expect(first.gate?.title).toMatch(/owners of what it changes: @ada/);

    await world.ada.rest("POST /repos/{owner}/{repo}/pulls/{pull_number}/comments", {
      pull_number: first.number,
      commit_id: first.head,
      path: "features/one.txt",
      line: 1,
      side: "RIGHT",
      body: "Why one?",
    });
    const moved = await world.push({ "NOTES.md": "notes\n" });
    await approve(world.ada, first);
    await world.rest();
    const waiting = await world.openPull();
    expect({ head: waiting.head, title: waiting.gate?.title }).toEqual({
      head: first.head,
      title: "A conversation that a person began is not resolved.",
    });

    const [thread] = waiting.threads;
    await world.ada.graphql(
      "mutation Resolve($thread: ID!) { resolveReviewThread(input: { threadId: $thread }) { thread { isResolved } } }",
      { thread: thread?.id },
    );
    await world.sweep();
    await world.rest();
    expect((await world.requirement(number)).open).toBe(false);
    const [merged] = (await world.look()).pulls;
    expect(merged?.head).not.toBe(first.head);
    expect(await world.git("log", "-1", "--format=%P", merged?.head ?? "")).toBe(moved);
    expect(merged?.statuses.find(({ context }) => context === "nightshift/review")).toMatchObject({
      state: "success",
      description: `carried from ${first.head}`,
    });
    expect(merged?.statuses.find(({ context }) => context === "nightshift/verify")?.description).toBe(
      `passed on ${moved}: 1 command`,
    );
    expect(world.runs().filter(({ displayTitle }) => displayTitle.startsWith("review"))).toHaveLength(1);
    expect(await world.git("log", "-1", "--format=%P", "main")).toBe(moved);
    expect(await world.git("log", "-1", "--format=%B", "main")).toMatch(/Nightshift-Intent: [0-9a-f]{40}/);
  },
  LIMIT,
);

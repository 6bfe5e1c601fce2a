import { afterEach, describe, expect, test } from "vitest";
import { connectAsPerson } from "../../src/cli/api.ts";
import { observe } from "../../src/github/observe.ts";
import type { Intercepted } from "../../src/local/forge/http/server.ts";
import { type Forge, startForge } from "../../src/local/forge/start.ts";
import { startScriptedModel } from "../../src/local/scripted-model/server.ts";
import { movableClock } from "./acts.ts";
import { git } from "./cli-world.ts";
import { type KilledRun, openKilledRun } from "./killed-run.ts";
import { verifies } from "./requirements.ts";
import { CRITERION, complete, feedbackEntry, findingTurn, met, tinyScenario } from "./tiny-scenario.ts";
import { openWorld, type World } from "./world.ts";

const LIMIT = 600_000;
const HOUR = 3_600_000;

let world: World | undefined;
let killed: KilledRun | undefined;
afterEach(async () => {
  await world?.close();
  await killed?.close();
  world = undefined;
  killed = undefined;
});

describe("what is lost is made good", () => {
  test(
    `a plan that was cut off twice gets every feature once (${verifies("plan.interrupted")})`,
    async () => {
      let issues = 0;
      let faults = 0;
      world = await openWorld({
        config: "verify:\n  - sh check.sh\napproval:\n  plan: true\n",
        scenario: tinyScenario([
          { key: "one" },
          { key: "two", after: ["one"] },
          { key: "three", after: ["two"] },
        ]),
        // The second issue is not created; when it is asked for again, it is created, but the answer is lost.
        async intercept({ method, path, token }) {
          if (token !== "job" || `${method} ${path}` !== "POST /api/v3/repos/acme/app/issues")
            return undefined;
          issues += 1;
          if (issues !== 2) return undefined;
          faults += 1;
          return { status: 500, body: { message: "Server Error" } };
        },
        async afterEffect({ method, path, token }) {
          if (token !== "job" || `${method} ${path}` !== "POST /api/v3/repos/acme/app/issues")
            return undefined;
          if (issues !== 3) return undefined;
          faults += 1;
          return { status: 502, body: { message: "Bad Gateway" } };
        },
      });
      const number = await world.require();
      await world.rest();
      expect((await world.requirement(number)).features).toHaveLength(1);
      await world.sweep();
      expect(faults).toBe(2);
      await world.sweep();

      const requirement = await world.requirement(number);
      expect(requirement.labels).toContain("nightshift:awaiting-approval");
      expect(requirement.features.map(({ title }) => title)).toEqual(["File one", "File two", "File three"]);
      const { data } = await world.ada.rest("GET /repos/{owner}/{repo}/issues", { state: "all" });
      expect(data).toHaveLength(4);
      const blockers = await Promise.all(
        requirement.features.map(async (feature) => {
          const route = "GET /repos/{owner}/{repo}/issues/{issue_number}/dependencies/blocked_by";
          const found = await world?.ada.rest(route, { issue_number: feature.number });
          return Array.isArray(found?.data) ? found.data.map(({ title }) => String(title)) : [];
        }),
      );
      expect(blockers).toEqual([[], ["File one"], ["File two"]]);
      expect(requirement.comments.filter(({ body }) => body.startsWith("### Plan"))).toHaveLength(1);
    },
    LIMIT,
  );

  test(
    `with every message lost the clock alone finishes two features (${verifies("bus.lost")})`,
    async () => {
      const clock = movableClock();
      let lost = 0;
      world = await openWorld({
        clock,
        scenario: tinyScenario([{ key: "one" }, { key: "two", after: ["one"] }]),
        async intercept({ method, path, token }) {
          if (token !== "job" || `${method} ${path}` !== "POST /api/v3/repos/acme/app/dispatches")
            return undefined;
          lost += 1;
          return { status: 204 };
        },
      });
      const number = await world.require();
      await world.rest();
      let hours = 0;
      for (; hours < 10 && (await world.requirement(number)).open; hours += 1) {
        clock.add(HOUR);
        await world.local.runner.dispatchDue();
        await world.rest();
      }
      expect({ open: (await world.requirement(number)).open, hours }).toEqual({ open: false, hours: 5 });
      expect(lost).toBeGreaterThan(3);
      const events = world.runs().map(({ event }) => event);
      expect(events).not.toContain("repository_dispatch");
      expect((await world.git("log", "--format=%s", "main")).split("\n")).toEqual([
        expect.stringMatching(/^Add file two/),
        expect.stringMatching(/^Add file one/),
        "Start",
      ]);
    },
    LIMIT,
  );
});

/** What a write of a job is, without the numbers and hashes that vary. */
function kindOf({ method, path, body }: Intercepted): string | undefined {
  const fields = typeof body === "object" && body !== null && !Array.isArray(body) ? body : {};
  if (path.endsWith("/graphql")) return /^mutation (\w+)/.exec(String(fields.query ?? ""))?.[1];
  if (method === "GET" || path.includes(".git/")) return undefined;
  const route = path.replace(/^\/api\/v3\/repos\/acme\/app/, "").replace(/[0-9a-f]{40}|\d+/g, "*");
  return `${method} ${route} ${String(fields.context ?? fields.event_type ?? "")}`.trim();
}

describe("a job that is cut off", () => {
  test(`right after each kind of write: nothing is done twice and nothing left out (${verifies("crash.killed", "loop.feedback")})`, async () => {
    const kinds = new Set<string>();
    const cutOff = new Set<string | undefined>();
    world = await openWorld({
      config: "verify:\n  - sh check.sh\napproval:\n  first_pull: false\nattempts: 10\nrounds: 20\n",
      scenario: tinyScenario(
        [{ key: "one", text: "ok wrong" }],
        [
          {
            when: { agent: "review", mode: "review", feature: "one", round: 1 },
            turns: [findingTurn("one", "one: ok wrong")],
          },
          feedbackEntry("one", "*", "ok right"),
          {
            when: { agent: "review", mode: "review", feature: "one", round: "*" },
            // The open thread; without one, the last character of the request stands for a thread that is not there.
            capture: { thread: "^thread (\\S+) ·|\\S(?![\\s\\S])", ...CRITERION },
            turns: [
              complete("Fixed.", {
                findings: [],
                threads: [{ thread: "{{capture:thread}}", state: "fixed", reply: "Fixed, thank you." }],
                criteria: met(),
              }),
            ],
          },
        ],
      ),
      async intercept({ headers }) {
        return cutOff.has(headers.authorization) ? "reset" : undefined;
      },
      async afterEffect(request) {
        const kind = request.token === "job" ? kindOf(request) : undefined;
        if (kind === undefined || kinds.has(kind)) return undefined;
        kinds.add(kind);
        cutOff.add(request.headers.authorization);
        return "reset";
      },
    });
    const number = await world.require();
    await world.rest();
    const isComplete = async () =>
      (await world?.requirement(number))?.labels.includes("nightshift:complete") ?? false;
    for (let sweeps = 0; sweeps < 24 && !(await isComplete()); sweeps += 1) await world.sweep();
    await world.sweep();

    const requirement = await world.requirement(number);
    const [pull, ...more] = (await world.look()).pulls;
    expect({ open: requirement.open, state: pull?.state, more }).toEqual({
      open: false,
      state: "merged",
      more: [],
    });
    expect(requirement.labels.toSorted()).toEqual(["nightshift", "nightshift:complete", "nightshift:merged"]);
    expect((await world.git("log", "--format=%s", "main")).split("\n")).toEqual([
      expect.stringMatching(/^Add file one/),
      "Start",
    ]);
    expect(await world.git("branch", "--list", "nightshift/*")).toBe("");
    expect(pull?.reviews.flatMap(({ block }) => block?.verdict ?? [])).toEqual(["changes", "approved"]);
    expect(requirement.comments.map(({ body }) => body.split("\n")[0])).toEqual([
      expect.stringMatching(/^### Plan/),
      "**Done.** One feature is merged.",
    ]);
    expect(pull?.comments).toEqual([]);
    const { pulls } = await observe(world.ada, { now: () => new Date(), threadsOf: [pull?.number ?? 0] });
    expect(pulls.flatMap(({ threads }) => threads.map(({ resolved }) => resolved))).toEqual([true]);
    expect([...kinds]).toEqual(
      expect.arrayContaining([
        "DeleteReview",
        "Labels",
        "OpenReview",
        "PATCH /issues/comments/*",
        "POST /dispatches nightshift-code",
        "POST /dispatches nightshift-review",
        "POST /issues/*/comments",
        "POST /pulls",
        "POST /pulls/*/reviews",
        "POST /statuses/* nightshift/review",
        "POST /statuses/* nightshift/verify",
        "PUT /pulls/*/merge",
        "SubmitReview",
      ]),
    );
  }, 600_000);
});

const FEATURES = ["one", "two", "three", "four"].map((key, at, all) => ({
  key,
  after: all.slice(Math.max(0, at - 1), at),
}));
/** Every job of the loop, in an order in which each is still to come after the one before it. */
const PHASES = [
  "code / gate",
  "code / agent",
  "code / apply",
  "code / verify",
  "review / gate",
  "review / agent",
  "review / apply",
  "merge / tick",
];

describe("kill -9", () => {
  test(`in the middle of each phase: every feature is merged exactly once (${verifies("crash.killed")})`, async () => {
    const model = await startScriptedModel({ scenario: tinyScenario(FEATURES), delay: 200 });
    killed = await openKilledRun(model);
    for (const phase of PHASES) {
      killed.start();
      expect({ phase, killed: await killed.killIn(phase) }).toEqual({ phase, killed: true });
    }
    killed.start();
    const { code, stdout, stderr } = await killed.ended();
    expect({ code, stdout: stdout.slice(-2_000), stderr: stderr.slice(-2_000) }).toMatchObject({ code: 0 });

    const forge = await startForge({ dataDir: killed.forgeDir });
    try {
      await holdsEachOnce(forge);
    } finally {
      await forge.close();
    }
  }, 600_000);
});

/** Four squash commits, four pull requests with one review each, no comment twice; and each phase was really cut. */
async function holdsEachOnce(forge: Forge): Promise<void> {
  const repository = forge.repositories().find((name) => !name.startsWith("nightshift/")) ?? "";
  const token = forge.createPersonToken(repository.split("/")[0] ?? "");
  const github = connectAsPerson({ apiUrl: forge.apiUrl, repository, token });
  const snapshot = await observe(github, { now: () => new Date() });

  const gitDir = forge.gitDir(repository) ?? "";
  expect((await git(gitDir, "log", "--format=%s", "main")).split("\n")).toEqual([
    ...FEATURES.map(({ key }) =>
      expect.stringMatching(new RegExp(`^Add file ${key} \\(#\\d+\\)$`)),
    ).toReversed(),
    "Start",
  ]);
  const trailers = await git(gitDir, "log", "-4", "--format=%(trailers:key=Nightshift-Feature)", "main");
  expect(new Set(trailers.match(/#\d+/g)).size).toBe(4);
  expect(await git(gitDir, "branch", "--list", "nightshift/*")).toBe("");

  expect(snapshot.pulls.map(({ state }) => state)).toEqual(["merged", "merged", "merged", "merged"]);
  expect(snapshot.pulls.map(({ reviews }) => reviews.length)).toEqual([1, 1, 1, 1]);
  const [requirement] = snapshot.requirements;
  expect(requirement?.features.map(({ open, labels }) => ({ open, labels }))).toEqual(
    FEATURES.map(() => ({ open: false, labels: ["nightshift:merged"] })),
  );
  expect(requirement?.comments.map(({ body }) => body.split("\n")[0])).toEqual([
    expect.stringMatching(/^### Plan/),
    "**Done.** 4 features are merged.",
  ]);
  expect([...(requirement?.features ?? []), ...snapshot.pulls].flatMap(({ comments }) => comments)).toEqual(
    [],
  );

  const jobs = forge.runs(repository).flatMap(({ id }) => forge.jobs(id));
  const cut = jobs.filter(({ annotations }) => annotations.some(({ message }) => message.includes("lost")));
  expect(new Set(cut.map(({ name }) => name))).toEqual(new Set(PHASES));
}

/** The gateway to GitHub obeys the limits of a forge that enforces them: short waits are waited for, long ones end the run. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { connectGitHub, type GitHub } from "../../src/github/client.ts";
import { systemClock } from "../../src/local/forge/clock.ts";
import type { RateLimits } from "../../src/local/forge/http/limits.ts";
import { type Bench, openBench, REPO } from "./forge-fixture.ts";

const START = Date.UTC(2026, 2, 1, 10, 0, 0);
let time: number;
let slept: number[];
let bench: Bench;

beforeEach(() => {
  time = START;
  slept = [];
});
afterEach(() => bench.close());

/** A forge with these limits, and the gateway to it with a job's token. To sleep moves the clock that both go by. */
async function connect(limits: RateLimits): Promise<GitHub> {
  bench = await openBench({ limits, clock: { now: () => new Date(time), after: systemClock.after } });
  return connectGitHub({
    token: bench.jobToken({ contents: "read", issues: "write" }),
    repository: REPO,
    apiUrl: bench.forge.apiUrl,
    now: () => time,
    sleep: async (milliseconds) => {
      slept.push(milliseconds);
      time += milliseconds;
    },
  });
}

const READ = "GET /repos/{owner}/{repo}/git/ref/{ref}";
const MAIN = { ref: "heads/main" };
const OPEN = "POST /repos/{owner}/{repo}/issues";
const ASK = 'query Ask($x: String!) { repository(owner: "acme", name: $x) { id } }';

test("a request that finds the hour spent waits for its end when that is near", async () => {
  const github = await connect({ requests: 2 });
  await github.rest(READ, MAIN);
  time += 3_550_000;
  const { headers } = await github.rest(READ, MAIN);
  expect(headers["x-ratelimit-remaining"]).toBe("0");
  const { status } = await github.rest(READ, MAIN);
  expect([status, slept]).toEqual([200, [50_000]]);
});

test("when the hour is far from its end the run ends instead of sleeping, and says how long", async () => {
  const github = await connect({ requests: 1 });
  await github.rest(READ, MAIN);
  time += 600_000;
  await expect(github.rest(READ, MAIN)).rejects.toMatchObject({
    code: "GITHUB_RATE_LIMITED",
    message: expect.stringContaining("it asks to wait 50 min"),
  });
  expect(slept).toEqual([]);
  time += 3_000_000;
  expect((await github.rest(READ, MAIN)).status).toBe(200);
});

test("GraphQL has an hour of its own, and is obeyed the same way", async () => {
  const github = await connect({ requests: 1 });
  await github.rest(READ, MAIN);
  await github.graphql(ASK, { x: "shop" });
  time += 3_580_000;
  expect(await github.graphql(ASK, { x: "shop" })).toMatchObject({ repository: { id: expect.any(String) } });
  expect(slept).toEqual([20_000]);
});

test("a write that was too much is done once, after the wait that GitHub names", async () => {
  const github = await connect({ contentPerMinute: 2 });
  for (const title of ["one", "two"]) await github.rest(OPEN, { title });
  time += 15_000;
  await github.rest(OPEN, { title: "three" });
  expect(slept).toEqual([45_000]);
  const { body } = await bench.api("GET {R}/issues?direction=asc");
  expect(body.map(({ title }: { title: string }) => title)).toEqual(["one", "two", "three"]);
});

test("writes of an hour that is full end the run; reads go on", async () => {
  const github = await connect({ contentPerHour: 1 });
  await github.rest(OPEN, { title: "one" });
  await expect(github.rest(OPEN, { title: "two" })).rejects.toMatchObject({
    code: "GITHUB_RATE_LIMITED",
    message: expect.stringContaining("60 min"),
  });
  expect((await github.rest(READ, MAIN)).status).toBe(200);
});

test("people have an hour of their own, and without limits nobody is refused", async () => {
  const github = await connect({ requests: 1 });
  await github.rest(READ, MAIN);
  expect((await bench.api("GET {R}")).status).toBe(200);
  expect((await bench.api("GET {R}")).status).toBe(403);
  await bench.close();
  bench = await openBench();
  const answers = await Promise.all(
    Array.from({ length: 90 }, () =>
      bench.api("DELETE {R}/labels/none", undefined, { token: bench.tokens.writer }),
    ),
  );
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([404]));
});

/** Every fault that the forge can have: what its client sees, and what remained of the effect. */
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { EventFault, FaultyRequest, RequestFault } from "../../src/local/forge/faults/port.ts";
import { startForge } from "../../src/local/forge/start.ts";
import { type Bench, openBench, REPO } from "./forge-fixture.ts";

let bench: Bench;
let fault: RequestFault | ((request: FaultyRequest) => RequestFault | undefined) | undefined;
let eventFaults: (EventFault | undefined)[] = [];
const asked: FaultyRequest[] = [];

beforeAll(async () => {
  bench = await openBench({
    faults: {
      request: (request) => {
        asked.push(request);
        return typeof fault === "function" ? fault(request) : fault;
      },
      event: (event) => (event.name === "repository_dispatch" ? eventFaults.shift() : undefined),
    },
  });
});
afterAll(async () => {
  await bench.forge.close();
  await rm(bench.directory, { recursive: true, force: true });
});
beforeEach(() => {
  fault = undefined;
  asked.length = 0;
});

/** A request without the checks of `bench.api`, which faults are meant to break. */
async function send(
  line: string,
  body?: unknown,
  token = bench.tokens.owner,
): Promise<{ status: number; text: string; headers: Headers }> {
  const [method = "GET", path = ""] = line.split(" ");
  const response = await fetch(`${bench.forge.apiUrl}/repos/${REPO}${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    headers: { authorization: `Bearer ${token}` },
  });
  return { status: response.status, text: await response.text(), headers: response.headers };
}

const openIssues = async () => {
  fault = undefined;
  return (await bench.api("GET {R}/issues?per_page=100")).body.length;
};

describe("a write", () => {
  const open = () =>
    send("POST /issues", { title: "x" }).then(
      (answer) => answer.status,
      () => "cut",
    );
  for (const [kind, answer, effect] of [
    ["error_before", 502, 0],
    ["error_after", 502, 1],
    ["reset_before", "cut", 0],
    ["reset_after", "cut", 1],
    ["truncated", "cut", 1],
    ["rate_limited", 429, 0],
    ["secondary_limit", 403, 0],
    ["slow", 201, 1],
  ] as const) {
    test(`${kind}: ${answer}, with ${effect === 1 ? "its" : "no"} effect`, async () => {
      const before = await openIssues();
      fault = { kind, status: 502, seconds: 0.05 };
      const seen = await open();
      expect([seen, (await openIssues()) - before]).toEqual([answer, effect]);
    });
  }
});

test("limits say how long to wait, in GitHub's words", async () => {
  fault = { kind: "secondary_limit", seconds: 7 };
  const secondary = await send("GET /issues");
  expect([secondary.headers.get("retry-after"), secondary.text]).toEqual([
    "7",
    expect.stringContaining("secondary rate limit"),
  ]);
  fault = { kind: "rate_limited", seconds: 3 };
  const primary = await send("GET /issues");
  expect([primary.headers.get("x-ratelimit-remaining"), primary.headers.get("retry-after")]).toEqual([
    "0",
    "3",
  ]);
});

test("a stale read is the answer of the time before", async () => {
  const titles = async () =>
    JSON.parse((await send("GET /issues?per_page=1")).text).map((one: { title: string }) => one.title);
  await bench.api("POST {R}/issues", { title: "older" });
  expect(await titles()).toEqual(["older"]);
  await bench.api("POST {R}/issues", { title: "newer" });
  fault = { kind: "stale" };
  expect(await titles()).toEqual(["older"]);
  fault = undefined;
  expect(await titles()).toEqual(["newer"]);
});

test("an expired token stays dead", async () => {
  const token = bench.jobToken({ issues: "write" });
  fault = { kind: "expired" };
  expect((await send("GET /issues", undefined, token)).status).toBe(401);
  fault = undefined;
  expect((await send("GET /issues", undefined, token)).status).toBe(401);
});

test("a push whose report is lost has moved the branch; one cut before has not", async () => {
  const clone = join(bench.directory, "clone");
  const remote = `http://x:${bench.tokens.owner}@127.0.0.1:${bench.forge.port}/${REPO}.git`;
  await bench.git(["clone", "--quiet", remote, clone]);
  await writeFile(join(clone, "a.txt"), "a");
  await bench.git(["add", "."], clone);
  await bench.git(["commit", "--quiet", "-m", "A"], clone);
  const head = (await bench.git(["rev-parse", "HEAD"], clone)).trim();
  const push = (kind: RequestFault["kind"]) => {
    fault = (request) => (request.route === "git-receive-pack" ? { kind } : undefined);
    return bench
      .git(["push", "--quiet", "origin", "HEAD:lost"], clone)
      .then(
        () => "told",
        () => "cut",
      )
      .finally(() => {
        fault = undefined;
      });
  };
  const at = async () => (await bench.api("GET {R}/git/matching-refs/heads/lost")).body[0]?.object.sha;
  expect([await push("reset_before"), await at()]).toEqual(["cut", undefined]);
  expect([await push("reset_after"), await at()]).toEqual(["cut", head]);
});

test("a plan sees every call by what it is", async () => {
  await send("GET /issues/1");
  await bench.graphql("query Named($n: Int) { alias: viewer { login } }");
  await bench.graphql('mutation { addComment(input: {subjectId: "x", body: "y"}) { clientMutationId } }');
  expect(asked.map((one) => [one.route, one.writes])).toEqual([
    ["GET /repos/{owner}/{repo}/issues/{issue_number}", false],
    ["query viewer", false],
    ["mutation addComment", true],
  ]);
});

describe("dispatches", () => {
  const names = () =>
    bench.events.filter((event) => event.name === "repository_dispatch").map((event) => event.action);
  const dispatch = async (faults: (EventFault | undefined)[]) => {
    bench.events.length = 0;
    eventFaults = faults;
    for (const event_type of ["one", "two", "three"]) await bench.api("POST {R}/dispatches", { event_type });
    await bench.flush();
  };
  const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

  test("are lost, doubled, late, or overtaken, and never out of order otherwise", async () => {
    await dispatch([]);
    expect(names()).toEqual(["one", "two", "three"]);
    await dispatch([undefined, { kind: "dropped" }]);
    expect(names()).toEqual(["one", "three"]);
    await dispatch([{ kind: "duplicated" }]);
    expect([...names()].sort()).toEqual(["one", "one", "three", "two"]);
    expect(new Set(bench.events.map((event) => event.id)).size).toBe(bench.events.length);
    await dispatch([{ kind: "delayed", seconds: 0.2 }]);
    expect(names()).toEqual(["two", "three"]);
    await wait(300);
    expect(names()).toEqual(["two", "three", "one"]);
    await dispatch([{ kind: "reordered" }]);
    await wait(20);
    expect(names().slice(0, 2)).toEqual(["two", "one"]);
    await dispatch([undefined, undefined, { kind: "reordered" }]);
    expect(names()).toEqual(["one", "two"]);
    await wait(1100);
    expect(names()).toEqual(["one", "two", "three"]);
  });

  test("that a fault keeps back are there after a restart", async () => {
    await dispatch([undefined, undefined, { kind: "delayed", seconds: 3600 }]);
    expect(names()).toEqual(["one", "two"]);
    await bench.forge.close();
    const again = await startForge({ dataDir: bench.directory });
    const late: (string | undefined)[] = [];
    again.onEvent((event) => late.push(event.action));
    await wait(20);
    expect(late).toEqual(["three"]);
    bench = { ...bench, forge: again };
  });
});

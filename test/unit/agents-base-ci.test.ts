/** Workflows on the base after a merge: started once however often it is tried, run again once, and the last word on the commit. */
import { describe, expect, test } from "vitest";
import { settleOnBase, startOnBase } from "../../src/agents/merge/base-ci.ts";
import type { CiRun } from "../../src/domain/snapshot.ts";
import { connectGitHub } from "../../src/github/client.ts";
import { BASE, BOT, HEAD, OLD } from "./domain-support.ts";

interface World {
  /** Head of the base. */
  head?: string;
  /** Runs that GitHub lists of the workflow: on the commit, by whom, with which end. */
  runs?: { id: number; head_sha: string; login: string; conclusion: string | null }[];
  /** Answer to the dispatch. */
  dispatched?: number;
  /** Answer to the wish for another attempt. */
  again?: number;
  /** Text of the workflow file. */
  file?: string;
}

function worldOf({ head = HEAD, runs = [], dispatched = 200, again = 201, file }: World) {
  const log: string[] = [];
  const github = connectGitHub({
    token: "t",
    repository: "o/r",
    apiUrl: "https://api.test",
    sleep: async () => undefined,
    fetch: async (input, init) => {
      const url = new URL(String(input));
      const path = url.pathname.replace("/repos/o/r", "");
      const method = init?.method ?? "GET";
      const body = init?.body === undefined ? {} : JSON.parse(String(init.body));
      if (path.startsWith("/statuses/"))
        log.push(`${path.slice(10, 17)} ${body.context} ${body.state}: ${body.description}`);
      else if (method === "POST") log.push(path);
      if (path.startsWith("/branches/")) return Response.json({ commit: { sha: head } });
      if (path.endsWith("/runs")) {
        const there = runs.filter(({ head_sha }) => head_sha === url.searchParams.get("head_sha"));
        const workflow_runs = there.map(({ login, ...run }) => ({ ...run, actor: { login } }));
        return Response.json({ total_count: there.length, workflow_runs });
      }
      if (path.endsWith("/dispatches"))
        return Response.json({ workflow_run_id: 55, message: "No" }, { status: dispatched });
      if (path.startsWith("/contents/"))
        return file === undefined
          ? Response.json({ message: "Not Found" }, { status: 404 })
          : Response.json({ content: Buffer.from(file).toString("base64"), encoding: "base64" });
      return Response.json({}, { status: path.endsWith("/rerun-failed-jobs") ? again : 201 });
    },
  });
  const performer = {
    github,
    now: () => new Date(0),
    id: () => "",
    runUrl: "https://github.test/o/r/actions/runs/9",
    thread: undefined,
    labelIds: new Map<string, string>(),
    labelPrefix: "nightshift",
    log: () => undefined,
  };
  return { log, performer };
}

const START = {
  do: "start-on-base",
  branch: "main",
  sha: HEAD,
  file: "ci.yml",
  identity: BOT.login,
} as const;
const DISPATCH = "/actions/workflows/ci.yml/dispatches";
const AGAIN = "/actions/runs/55/rerun-failed-jobs";
const noted = (state: string, words: string) =>
  `${HEAD.slice(0, 7)} nightshift/base/ci.yml ${state}: ${words}`;
const run = (login: string, head_sha = HEAD, conclusion: string | null = null) => ({
  id: 44,
  login,
  head_sha,
  conclusion,
});

describe("a workflow is started on the base", () => {
  test.each<[string, World, string[]]>([
    ["once: its run is noted on what landed", {}, [DISPATCH, noted("pending", "run 55 is started")]],
    [
      "not again, when whoever started it was killed before the note",
      { runs: [run(BOT.login)] },
      [noted("pending", "run 44 is started")],
    ],
    [
      "also where a person started it for something else",
      { runs: [run("ada")] },
      [DISPATCH, noted("pending", "run 55 is started")],
    ],
    [
      "also after one of an earlier merge",
      { runs: [run(BOT.login, OLD)] },
      [DISPATCH, noted("pending", "run 55 is started")],
    ],
    ["not when the base has moved on", { head: OLD }, []],
    [
      "and one that is not there is named",
      { dispatched: 404 },
      [DISPATCH, noted("error", "not started: there is no such file")],
    ],
    [
      "and one without the trigger is named",
      { dispatched: 422, file: "on: push\njobs: {}\n" },
      [DISPATCH, noted("error", "not started: it has no trigger `workflow_dispatch`")],
    ],
    [
      "and what else GitHub says against it is told",
      { dispatched: 422, file: "on: workflow_dispatch\njobs: {}\n" },
      [DISPATCH, expect.stringContaining("error: not started: GitHub refused POST")],
    ],
  ])("%s", async (_, world, expected) => {
    const { log, performer } = worldOf(world);
    await startOnBase(performer, START);
    expect(log).toEqual(expected);
  });
});

describe("a run on the base that ended", () => {
  const FAILED: CiRun = {
    id: 55,
    attempt: 1,
    state: "failed",
    failedAt: "2026-03-01T10:00:00Z",
    mirrored: undefined,
    jobs: [],
  };
  const green = run("ada", BASE, "success");
  test.each<[string, Partial<CiRun>, World, string[]]>([
    ["passed", { state: "passed", failedAt: undefined }, {}, [noted("success", "run 55 passed")]],
    [
      "failed: it runs once more",
      {},
      { runs: [green] },
      [AGAIN, noted("pending", "run 55 is started again after attempt 1")],
    ],
    [
      "failed twice, and was green before",
      { attempt: 2 },
      { runs: [green] },
      [noted("failure", "run 55 failed, and was green before")],
    ],
    [
      "failed twice, and was red before",
      { attempt: 2 },
      { runs: [{ ...green, conclusion: "failure" }] },
      [noted("failure", "run 55 failed")],
    ],
    [
      "failed, and GitHub does not run it again",
      {},
      { again: 403, runs: [green] },
      [AGAIN, noted("failure", "run 55 failed, and was green before")],
    ],
    [
      "was cancelled, which is nobody's fault",
      { failedAt: undefined },
      { runs: [green] },
      [noted("failure", "run 55 failed")],
    ],
  ])("%s", async (_, change, world, expected) => {
    const { log, performer } = worldOf(world);
    await settleOnBase(performer, {
      do: "settle-on-base",
      sha: HEAD,
      parent: BASE,
      file: "ci.yml",
      run: { ...FAILED, ...change },
    });
    expect(log).toEqual(expected);
  });
});

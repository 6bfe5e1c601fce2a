/** Starting CI on a branch that may move at any moment: no run on another commit becomes evidence. */
import { expect, test } from "vitest";
import { startCi } from "../../src/agents/merge/start-ci.ts";
import { connectGitHub } from "../../src/github/client.ts";
import { HEAD, OLD } from "./domain-support.ts";

/** The head of the branch before the dispatch, of the run after it, and the answer to the dispatch. */
async function startWhere(world: { before?: string; ran?: string; status?: number }) {
  const log: string[] = [];
  const github = connectGitHub({
    token: "t",
    repository: "o/r",
    apiUrl: "https://api.test",
    sleep: async () => undefined,
    fetch: async (input, init) => {
      const what = `${init?.method ?? "GET"} ${new URL(String(input)).pathname.replace("/repos/o/r", "")}`;
      const body = init?.body === undefined ? {} : JSON.parse(String(init.body));
      log.push(what.startsWith("POST /statuses/") ? `${what} ${body.state}: ${body.description}` : what);
      if (what.startsWith("GET /branches/")) return Response.json({ commit: { sha: world.before ?? HEAD } });
      if (what.endsWith("/dispatches"))
        return Response.json({ workflow_run_id: 55, message: "No" }, { status: world.status ?? 200 });
      if (what === "GET /actions/runs/55") return Response.json({ head_sha: world.ran ?? HEAD });
      return Response.json({}, { status: 202 });
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
  await startCi(performer, { do: "start-ci", pull: 7, branch: "b", head: HEAD, file: "ci.yml" });
  return log.slice(1);
}

const DISPATCH = "POST /actions/workflows/ci.yml/dispatches";
const LOOK = "GET /actions/runs/55";

test.each([
  [
    "on the head: its run is noted there",
    {},
    [DISPATCH, LOOK, `POST /statuses/${HEAD} pending: run 55 is started`],
  ],
  ["push before the dispatch: nothing starts", { before: OLD }, []],
  [
    "push during the dispatch: cancelled, and no evidence",
    { ran: OLD },
    [DISPATCH, LOOK, "POST /actions/runs/55/cancel"],
  ],
  [
    "GitHub refuses: the head says why",
    { status: 422 },
    [DISPATCH, expect.stringContaining("error: not started:")],
  ],
])("%s", async (_, world, expected) => {
  expect(await startWhere(world)).toEqual(expected);
});

/** `nightshift run` on a Python repository, through the built bundle. */
import { execFile } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, describe, expect, it } from "vitest";
import { z } from "zod";
import type { ScriptedModel } from "../../src/local/scripted-model/server.ts";
import {
  git,
  KEY,
  lastLine,
  nightshift,
  type Place,
  pythonPlace,
  pythonScenario,
  serve,
  start,
} from "./cli-world.ts";
import { verifies } from "./requirements.ts";

const Report = z.object({
  ok: z.boolean(),
  repository: z.string(),
  requirement: z.number(),
  features: z.array(
    z.object({ number: z.number(), pull: z.number(), rounds: z.number(), merge_commit: z.string() }),
  ),
  runs: z.number(),
  jobs: z.number(),
  api_calls: z.number(),
  notifying_writes: z.number(),
  model_turns: z.number(),
  seconds: z.number(),
});

let place: Place;
let model: ScriptedModel;

afterEach(async () => {
  await model?.close();
  await place?.remove();
});

describe("nightshift run", () => {
  it(`builds two features on a Python repository and leaves the repository alone (${verifies("run.own-repository")})`, async () => {
    place = await pythonPlace({
      ".github/workflows/ci.yml":
        "on: [push, pull_request]\njobs:\n  no:\n    runs-on: ubuntu-latest\n    steps:\n      - run: exit 1\n",
    });
    model = await serve(pythonScenario(["shout", "several"]));
    const before = await stateOf(place.repository);

    const ended = await nightshift([
      "run",
      "--repo",
      place.repository,
      "--requirements",
      place.requirements,
      "--base-url",
      model.url,
      "--approve",
      "auto",
      "--data",
      place.data,
      "--model",
      "anthropic:claude-haiku-5-5",
      "--max-usd",
      "3",
      "--json",
    ]);

    expect(ended.stderr).toContain("unittest discover");
    expect(ended.code, ended.stderr).toBe(0);
    const report = Report.parse(lastLine(ended));
    expect(report.ok).toBe(true);
    expect(report.features).toHaveLength(2);
    expect(await stateOf(place.repository)).toEqual(before);
    await git(place.repository, "fetch", "--quiet", report.repository, "trunk");
    const subjects = (await git(place.repository, "log", "--format=%s", "HEAD..FETCH_HEAD")).split("\n");
    expect(subjects).toHaveLength(2);
    expect(
      await git(place.repository, "log", "-1", "--format=%(trailers:key=Nightshift-Pull)", "FETCH_HEAD"),
    ).toContain("#");
    expect(await git(place.repository, "diff", "--name-only", "HEAD", "FETCH_HEAD", "--", ".github")).toBe(
      "",
    );
    await git(place.repository, "merge", "--quiet", "--ff-only", "FETCH_HEAD");
    await promisify(execFile)("python3", ["-m", "unittest", "discover"], { cwd: place.repository });
    expect(await filesWith(place.data, KEY)).toEqual([]);
    expect(await filesWith(join(place.data, "forge/logs"), "anthropic:claude-haiku-5-5")).not.toEqual([]);
    expect(await filesWith(join(place.data, "forge/logs"), "anthropic:claude-sonnet")).toEqual([]);
    expect(
      new Set(
        model
          .requests()
          .filter(({ method }) => method === "POST")
          .map(({ status }) => status),
      ),
    ).toEqual(new Set([200]));
  }, 600_000);

  it("stops for the person without a terminal, and goes on from there", async () => {
    place = await pythonPlace();
    model = await serve(pythonScenario(["shout"]));

    const asked = await nightshift([
      "run",
      "--repo",
      place.repository,
      "--requirements",
      place.requirements,
      "--base-url",
      model.url,
      "--data",
      place.data,
    ]);
    expect(asked.code, asked.stdout + asked.stderr).toBe(3);
    expect(asked.stdout).toContain(`nightshift run --data ${place.data} --approve auto`);

    const approved = await nightshift(["run", "--data", place.data, "--approve", "auto", "--json"]);
    expect(approved.code, approved.stderr).toBe(0);
    const report = Report.parse(lastLine(approved));
    expect(report.features).toHaveLength(1);
    expect(
      await git(
        report.repository,
        "rev-list",
        "--count",
        `${await git(place.repository, "rev-parse", "HEAD")}..trunk`,
      ),
    ).toBe("1");

    const again = await nightshift(["run", "--data", place.data]);
    expect(again.code, again.stdout + again.stderr).toBe(0);
  }, 600_000);

  it(`merges exactly once after a kill in the middle of the implementation (${verifies("run.continues")})`, async () => {
    place = await pythonPlace();
    model = await serve(pythonScenario(["shout"], 3_000));
    const running = start([
      "run",
      "--repo",
      place.repository,
      "--requirements",
      place.requirements,
      "--base-url",
      model.url,
      "--approve",
      "auto",
      "--data",
      place.data,
    ]);
    await until(
      () => model.requests().some(({ entry, turn }) => entry?.includes("implement") === true && turn === 1),
      running.said,
    );
    running.kill("SIGKILL");
    await running.ended;

    const ended = await nightshift(["run", "--data", place.data, "--json"]);
    expect(ended.code, ended.stderr).toBe(0);
    const report = Report.parse(lastLine(ended));
    expect(report.ok).toBe(true);
    const log = await git(
      report.repository,
      "log",
      "--format=%s",
      `${await git(place.repository, "rev-parse", "HEAD")}..trunk`,
    );
    expect(log.split("\n")).toHaveLength(1);
  }, 600_000);

  it("ends for a person, with the reason, when the model's server refuses the key in the middle", async () => {
    place = await pythonPlace();
    const { createServer } = await import("node:http");
    const server = createServer((request, response) => {
      response.writeHead(request.method === "GET" ? 404 : 401, { "content-type": "application/json" });
      response.end(
        JSON.stringify({
          type: "error",
          error: { type: "authentication_error", message: "invalid x-api-key" },
        }),
      );
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    const address = server.address();
    const port = typeof address === "object" && address ? address.port : 0;
    try {
      const ended = await nightshift([
        "run",
        "--repo",
        place.repository,
        "--requirements",
        place.requirements,
        "--base-url",
        `http://127.0.0.1:${port}`,
        "--data",
        place.data,
      ]);
      expect(ended.code, ended.stdout + ended.stderr).toBe(3);
      expect(ended.stdout).toContain("invalid x-api-key");
      expect(ended.stdout).toContain("--retry");
    } finally {
      server.close();
    }
  }, 600_000);
});

/** Everything of a repository that must not change: refs, work tree, index, configuration. */
async function stateOf(repository: string): Promise<unknown> {
  return {
    refs: await git(repository, "for-each-ref"),
    head: await git(repository, "symbolic-ref", "HEAD"),
    status: await git(repository, "status", "--porcelain", "--ignored"),
    config: await readFile(join(repository, ".git/config"), "utf8"),
    remotes: await git(repository, "remote"),
  };
}

async function filesWith(directory: string, text: string): Promise<string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries.filter((candidate) => candidate.isFile())) {
    const file = join(entry.parentPath, entry.name);
    if ((await readFile(file)).includes(text)) found.push(file);
  }
  return found;
}

async function until(holds: () => boolean, said: () => string): Promise<void> {
  const end = Date.now() + 120_000;
  while (!holds()) {
    if (Date.now() > end) throw new Error(`it did not happen; the command said:\n${said()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

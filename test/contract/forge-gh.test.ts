import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Bench, openBench, openPull, REPO, run } from "./forge-fixture.ts";

const version = await run("gh", ["--version"]).then(
  ({ stdout }) => stdout,
  () => undefined,
);

/** An independent client: what GitHub's own CLI sends must work. It finds the forge as a proxy for the one plain-http host that it allows. */
describe.skipIf(version === undefined)(`gh (${version?.split("\n")[0] ?? "not installed: skipped"})`, () => {
  let bench: Bench;
  let home: string;
  const gh = (...args: string[]): Promise<string> => inside(home, "gh", args);
  const inside = async (cwd: string, program: string, args: string[]): Promise<string> => {
    const env = {
      PATH: process.env.PATH,
      HOME: home,
      GH_CONFIG_DIR: home,
      HTTP_PROXY: bench.forge.serverUrl,
      http_proxy: bench.forge.serverUrl,
      GH_HOST: "github.localhost",
      GH_TOKEN: bench.tokens.owner,
      GH_REPO: `github.localhost/${REPO}`,
      GH_PROMPT_DISABLED: "1",
      NO_COLOR: "1",
    };
    return (await run(program, args, { env: env as NodeJS.ProcessEnv, cwd })).stdout;
  };
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), "gh-"));
    bench = await openBench();
  });
  afterAll(async () => {
    await bench.close();
    await rm(home, { recursive: true, force: true });
  });

  test("api: REST and GraphQL", async () => {
    expect(JSON.parse(await gh("api", `repos/${REPO}`)).full_name).toBe(REPO);
    expect(JSON.parse(await gh("api", "graphql", "-f", "query={viewer{login}}"))).toEqual({
      data: { viewer: { login: "acme" } },
    });
    await gh("api", `repos/${REPO}/dispatches`, "-f", "event_type=hello");
    await bench.flush();
    expect(bench.events.at(-1)).toMatchObject({ name: "repository_dispatch", action: "hello" });
  });

  test("repo view, label, issue", async () => {
    expect(
      JSON.parse(await gh("repo", "view", REPO, "--json", "nameWithOwner,defaultBranchRef,viewerPermission")),
    ).toMatchObject({ nameWithOwner: REPO, defaultBranchRef: { name: "main" } });
    await gh("repo", "view", REPO);
    await gh("label", "create", "nightshift", "--color", "123456", "--description", "Night work");
    expect(await gh("label", "list")).toContain("nightshift");
    expect(
      await gh("issue", "create", "--title", "Dark mode", "--body", "Please", "--label", "nightshift"),
    ).toMatch(/\/issues\/1/);
    expect(await gh("issue", "list", "--label", "nightshift")).toContain("Dark mode");
    expect(await gh("issue", "list")).toContain("Dark mode");
    await gh("issue", "comment", "1", "--body", "Hello from gh");
    expect(await gh("issue", "view", "1", "--comments")).toContain("Hello from gh");
    expect(await gh("issue", "view", "1")).toContain("Dark mode");
    await gh("issue", "edit", "1", "--add-label", "bug");
    await gh("issue", "close", "1");
    expect((await bench.api("GET {R}/issues/1")).body).toMatchObject({
      state: "closed",
      labels: [{ name: "nightshift" }, { name: "bug" }],
    });
  });

  test("pr: list, view, diff, create, review, checks, merge only at the head", async () => {
    const pull = await openPull(bench, "gh-work", { "g.txt": { content: "g\n" } });
    const number = String(pull.number);
    expect(await gh("pr", "list")).toContain("gh-work");
    expect(await gh("pr", "view", number)).toContain("Pull gh-work");
    expect(
      JSON.parse(
        await gh(
          "pr",
          "view",
          number,
          "--json",
          "number,mergeable,statusCheckRollup,reviews,files,commits,labels,headRefOid",
        ),
      ),
    ).toMatchObject({ number: pull.number, files: [{ path: "g.txt" }] });
    expect(await gh("pr", "diff", number)).toContain("+g");
    await gh("pr", "review", number, "--approve", "--body", "Fine");
    await gh("pr", "comment", number, "--body", "Words");
    await bench.api(`POST {R}/statuses/${pull.head.sha}`, { state: "success", context: "ci" });
    expect(await gh("pr", "checks", number)).toContain("ci");
    await expect(
      gh("pr", "merge", number, "--squash", "--match-head-commit", "0".repeat(40)),
    ).rejects.toThrow(/Head branch was modified/);
    await gh("pr", "merge", number, "--squash", "--match-head-commit", pull.head.sha);
    expect((await bench.api(`GET {R}/pulls/${number}`)).body.merged).toBe(true);
    const main = (await bench.api("GET {R}/git/ref/heads/main")).body.object.sha;
    await bench.api("POST {R}/git/refs", { ref: "refs/heads/second", sha: main });
    await bench.forge.commitFiles(REPO, "second", { "s.txt": { content: "s\n" } }, "Second", "acme");
    await inside(home, "git", [
      "clone",
      "--quiet",
      "--branch",
      "second",
      `http://x:${bench.tokens.owner}@github.localhost/${REPO}.git`,
      "clone",
    ]);
    const made = await inside(join(home, "clone"), "gh", [
      "pr",
      "create",
      "--title",
      "By gh",
      "--body",
      "x",
      "--head",
      "second",
      "--base",
      "main",
    ]);
    expect(made).toMatch(/\/pull\/\d+/);
  });

  test("workflow and run lists", async () => {
    expect(await gh("workflow", "list")).toContain("CI");
    await gh("workflow", "run", "ci.yml");
    await bench.flush();
    const trigger = bench.events.at(-1);
    if (trigger?.name !== "workflow_dispatch") throw new Error("no dispatch");
    bench.forge.createRun({
      repository: REPO,
      path: ".github/workflows/ci.yml",
      name: "CI",
      displayTitle: "CI by hand",
      event: "workflow_dispatch",
      headBranch: "main",
      headSha: trigger.sha,
      actor: trigger.actor,
      triggeringActor: trigger.actor,
      trigger,
      status: "completed",
      conclusion: "success",
    });
    expect(await gh("run", "list")).toContain("CI by hand");
  });
});

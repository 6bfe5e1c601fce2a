/** Pull requests that are none of ours, and workflows that GitHub holds back. */
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterEach, expect, test } from "vitest";
import { connectAsPerson } from "../../src/cli/api.ts";
import type { GitHub } from "../../src/github/client.ts";
import { saidByUs } from "./acts.ts";
import { verifies } from "./requirements.ts";
import { tinyScenario } from "./tiny-scenario.ts";
import { openWorld, REPOSITORY, STRANGER, type World } from "./world.ts";

const LIMIT = 300_000;
const DEPENDABOT = "dependabot[bot]";
const run = promisify(execFile);

let world: World | undefined;
afterEach(async () => {
  await world?.close();
  world = undefined;
});

const CI = `name: CI
on: pull_request
permissions:
  contents: read
jobs:
  unit:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - run: sh check.sh
`;

test(
  `a fork's and Dependabot's pull request stay untouched, whoever rings; with ci.mode: wait a held run waits for a click (${verifies("pulls.foreign", "ci.wait")})`,
  async () => {
    world = await openWorld({
      config: "verify:\n  - sh check.sh\napproval:\n  first_pull: false\nci:\n  mode: wait\n",
      files: { ".github/workflows/ci.yml": CI, "package.json": '{ "name": "app" }\n' },
      scenario: tinyScenario([{ key: "one" }]),
    });
    const { ada, mallory } = world;
    const fork = await openFork(world);
    const bump = await openDependabots(world);
    const before = world.writes();
    for (const [number, head] of [fork, bump]) {
      await world.comment(number, `/nightshift approve ${head}`, mallory);
      await world.comment(number, "/nightshift retry");
      for (const [workflow, inputs] of [
        ["nightshift-review.yml", { pull: String(number), head }],
        ["nightshift-code.yml", { pull: String(number), head }],
      ] as const)
        await ada.rest("POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches", {
          workflow_id: workflow,
          ref: "main",
          inputs,
        });
    }
    await world.rest();
    await world.sweep();
    expect(world.model.requests()).toEqual([]);
    const pulls = (await world.look()).pulls;
    expect(
      pulls.map((pull) => [
        pull.number,
        pull.fork,
        pull.labels,
        saidByUs(pull.comments),
        pull.reviews,
        pull.statuses,
        pull.gate,
      ]),
    ).toEqual([
      [fork[0], true, [], [], [], [], undefined],
      [bump[0], false, [], [], [], [], undefined],
    ]);
    // What our runs wrote are messages of the doorbell and reactions to commands.
    expect(world.writes(/\/dispatches$|React/)).toBe(before);
    const failed = world.runs().filter(({ conclusion }) => conclusion === "failure");
    expect(failed.map(({ path }) => path)).toEqual([]);

    const number = await world.require();
    await world.rest();
    const ours = (await world.look()).pulls.find(({ block }) => block !== undefined);
    if (ours === undefined) throw new Error("no pull request of ours");
    expect(ours.gate).toMatchObject({
      state: "waiting",
      title:
        'GitHub holds back CI (ci.yml) at this head until a person with write permission clicks "Approve workflows to run".',
    });
    const held = world.runs().find(({ headSha, path }) => headSha === ours.head && path.endsWith("/ci.yml"));
    expect(held?.conclusion).toBe("action_required");
    await ada.rest("POST /repos/{owner}/{repo}/actions/runs/{run_id}/approve", { run_id: held?.id });
    await world.rest();
    await world.sweep();
    expect((await world.requirement(number)).open).toBe(false);
    expect(
      (await world.look()).pulls.filter(({ state }) => state === "open").map((pull) => pull.number),
    ).toEqual([fork[0], bump[0]]);
  },
  LIMIT,
);

type Opened = readonly [number: number, head: string];

async function open(github: GitHub, head: string, body: string): Promise<Opened> {
  const { data } = await github.rest("POST /repos/{owner}/{repo}/pulls", {
    title: "A change",
    head,
    base: "main",
    body,
  });
  const { number, head: at } = data as { number: number; head: { sha: string } };
  return [number, at.sha];
}

/** A stranger's branch with a name of ours, in a repository of his own, and a body that looks like ours. */
async function openFork({ local: { forge }, dataDir, mallory }: World): Promise<Opened> {
  await forge.createRepository({ owner: STRANGER, name: "app", message: "Fork", initialFiles: {} });
  const clone = `${dataDir}/fork`;
  const git = (...args: string[]) => run("git", ["-C", clone, ...args]);
  await run("git", ["clone", "--quiet", forge.gitDir(REPOSITORY) ?? "", clone]);
  await git(
    "-c",
    "user.name=m",
    "-c",
    "user.email=m@x",
    "commit",
    "--quiet",
    "--allow-empty",
    "-m",
    "Hostile",
  );
  const address = new URL(`/${STRANGER}/app.git`, forge.apiUrl);
  address.username = "x-access-token";
  address.password = forge.createPersonToken(STRANGER);
  await git("push", "--quiet", address.href, "HEAD:refs/heads/nightshift/1-one");
  return open(mallory, `${STRANGER}:nightshift/1-one`, "Closes #1");
}

async function openDependabots({ local: { forge }, push }: World): Promise<Opened> {
  forge.createUser(DEPENDABOT);
  forge.setPermission(REPOSITORY, DEPENDABOT, "write");
  const token = forge.createPersonToken(DEPENDABOT);
  const github = connectAsPerson({ apiUrl: forge.apiUrl, repository: REPOSITORY, token });
  await github.rest("POST /repos/{owner}/{repo}/git/refs", {
    ref: "refs/heads/dependabot/npm/left-pad-2",
    sha: await forgeHead(github),
  });
  await push(
    { "package.json": '{ "name": "app", "dependencies": { "left-pad": "2.0.0" } }\n' },
    "dependabot/npm/left-pad-2",
    DEPENDABOT,
  );
  return open(github, "dependabot/npm/left-pad-2", "Bumps left-pad.");
}

async function forgeHead(github: GitHub): Promise<string> {
  const { data } = await github.rest("GET /repos/{owner}/{repo}/branches/{branch}", { branch: "main" });
  return (data as { commit: { sha: string } }).commit.sha;
}

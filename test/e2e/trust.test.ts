/** Code that an agent wrote runs in three kinds of jobs. None of them has anything worth stealing before a person looked. */
import { randomBytes } from "node:crypto";
import { afterEach, expect, test } from "vitest";
import { approve, play } from "./acts.ts";
import { verifies } from "./requirements.ts";
import { complete, implementTurns, tinyScenario } from "./tiny-scenario.ts";
import { openWorld, REPOSITORY, type World } from "./world.ts";

const LIMIT = 600_000;
const CONFIG = `verify:
  - sh check.sh
approval:
  first_pull: false
ci:
  mode: dispatch
  dispatch: [ci.yml, smoke.yml]
`;

/** In every secret; new each time, because other tests run on this machine. */
const MARK = randomBytes(8).toString("hex");

/**
 * A test that an agent wrote. It looks everywhere for the mark, which it does not contain in one piece, and for tokens in
 * what belongs to its own job, and says how often it found them.
 */
const SPY = `mark="${MARK.slice(0, 8)}""${MARK.slice(8)}"
files() {
  for name in GITHUB_EVENT_PATH GITHUB_ENV GITHUB_OUTPUT GITHUB_PATH GITHUB_STATE GITHUB_STEP_SUMMARY; do
    eval "place=\\$$name"
    [ -z "$place" ] || cat "$(dirname "$place")"/*
  done
  for place in "$RUNNER_TEMP" "$RUNNER_TOOL_CACHE" "$GITHUB_WORKSPACE" "$HOME/.netrc" "$HOME/.npmrc" "$HOME/.config" "$HOME/.docker" .git; do
    [ -z "$place" ] || find "$place" -type f -size -512k -exec cat {} +
  done
  git config --list --show-origin
  cat "$HOME/.gitconfig" "$HOME/.git-credentials"
}
{ env; files; } >/tmp/spied.$$ 2>/dev/null
tokens=$(grep -a -o -E 'gh[a-z]_[A-Za-z0-9]{20}' /tmp/spied.$$ | wc -l)
cat /proc/*/environ /proc/*/cmdline >>/tmp/spied.$$ 2>/dev/null
bytes=$(wc -c </tmp/spied.$$)
marks=$(grep -a -o "$mark" /tmp/spied.$$ | wc -l)
rm -f /tmp/spied.$$
[ "$bytes" -gt 200 ] && echo "spied: $((marks)) secrets, $((tokens)) tokens"
`;

/** Fails where the repository's own CI runs it, and nowhere else. */
const CI_ONLY = '[ -z "$CI_MODE" ] || { echo "broken where CI_MODE is $CI_MODE"; exit 1; }\n';

const workflow = (job: string, env: string) => `name: ${job}
on: workflow_dispatch
permissions:
  contents: read
jobs:
  ${job}:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
        with:
          persist-credentials: false
      - run: sh check.sh
        env:
          CI_MODE: ${env}
`;

let world: World | undefined;
afterEach(async () => {
  await world?.close();
  world = undefined;
});

test(
  `a hostile test finds no secret in the agent's, the verify and the dispatched job; red CI goes back to the code agent, CI that holds a secret waits for a person (${verifies("ci.dispatch", "ci.red", "secrets.hostile-test")})`,
  async () => {
    const [, check] = implementTurns({ key: "one" });
    if (check === undefined) throw new Error("the usual script has three turns");
    world = await openWorld({
      sandbox: "required",
      config: CONFIG,
      files: {
        "check.sh": 'for file in tests/*.sh; do [ ! -e "$file" ] || sh "$file" || exit 1; done\n',
        ".github/workflows/ci.yml": workflow("unit", "plain"),
        ".github/workflows/smoke.yml": workflow("smoke", "${{ secrets.SMOKE_KEY }}"),
      },
      settings: () => ({
        secrets: {
          ANTHROPIC_API_KEY: `key-${MARK}-a`,
          DEPLOY_TOKEN: `deploy-${MARK}-b`,
          SMOKE_KEY: `smoke-${MARK}-c`,
        },
      }),
      scenario: tinyScenario(
        [{ key: "one" }],
        [
          {
            when: { agent: "code", mode: "implement", feature: "one" },
            turns: [
              {
                calls: [
                  { name: "write_file", input: { path: "tests/one.sh", content: SPY } },
                  { name: "write_file", input: { path: "tests/two.sh", content: CI_ONLY } },
                ],
              },
              check,
              complete("Wrote a test.", {
                pull: { title: "Add a test", body: "Adds tests/one.sh." },
                criteria: [{ criterion: "features/one.txt says ok", evidence: "check.sh" }],
              }),
            ],
          },
          {
            when: { agent: "code", mode: "feedback", feature: "one" },
            turns: [complete("It passes here, so the machine is at fault.", undefined, "nothing_to_do")],
          },
        ],
      ),
    });
    const { forge } = world.local;
    const number = await world.require();
    await world.rest();
    await world.sweep();

    const red = await world.openPull();
    expect(red.ask?.body).toMatch(
      /^\*\*A person has to decide\.\*\* `ci\.yml` fails at \w{7}, and the code agent changed nothing for it\.[\s\S]*^> It passes here, so/m,
    );
    const fixer = await play(
      world,
      tinyScenario(
        [{ key: "one" }],
        [
          {
            when: { agent: "code", mode: "feedback", feature: "one" },
            turns: [
              { calls: [{ name: "read_file", input: { path: "tests/two.sh" } }] },
              { calls: [{ name: "write_file", input: { path: "tests/two.sh", content: "true\n" } }] },
              check,
              complete("Took it out.", { answers: [] }),
            ],
          },
        ],
      ),
    );
    await world.comment(red.number, "/nightshift retry");
    await world.rest();
    await world.sweep();
    expect(JSON.stringify(fixer.requests())).toMatch(
      /failed job unit of ci\.yml, at Run sh check\.sh.*broken where CI_MODE is plain\\+n##\[error\]Process completed with exit code 1\./,
    );

    const pull = await world.openPull();
    expect(pull.gate?.title).toMatch(
      /^The workflow smoke\.yml is not started by itself, because it reads secrets\. A person/,
    );
    const started = () =>
      (world?.runs() ?? [])
        .filter(({ path }) => !path.includes("nightshift-"))
        .map(({ path, headSha }) => [path, headSha]);
    expect(new Set(started())).toEqual(
      new Set([
        [".github/workflows/ci.yml", red.head],
        [".github/workflows/ci.yml", pull.head],
      ]),
    );
    const ci = world.runs().find(({ path, headSha }) => path.endsWith("/ci.yml") && headSha === pull.head);
    expect(pull.statuses).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          context: "nightshift/ci/ci.yml",
          state: "success",
          description: `run ${ci?.id}, attempt 1`,
        }),
        expect.objectContaining({
          context: "unit",
          state: "success",
          targetUrl: expect.stringContaining(`/actions/runs/${ci?.id}`),
        }),
      ]),
    );

    const NOTHING = "spied: 0 secrets, 0 tokens";
    const seenByModel = JSON.stringify([...world.model.requests(), ...fixer.requests()]);
    expect(seenByModel.match(/spied: \d+ secrets, \d+ tokens/g)).toContain(NOTHING);
    const spied = (name: string) =>
      (world?.runs() ?? [])
        .flatMap((run) => forge.jobs(run.id))
        .filter((job) => job.name.endsWith(name))
        .flatMap((job) => forge.log(job.id).match(/spied: \d+ secrets, \d+ tokens/g) ?? []);
    expect({ verify: new Set(spied("verify")), unit: new Set(spied("unit")) }).toEqual({
      verify: new Set([NOTHING]),
      unit: new Set([NOTHING]),
    });
    expect(seenByModel).not.toContain(MARK);

    await approve(world.ada, pull);
    await world.rest();
    await world.sweep();
    expect((await world.requirement(number)).open).toBe(false);
    expect(started().filter(([path]) => path?.endsWith("/smoke.yml"))).toEqual([
      [".github/workflows/smoke.yml", pull.head],
    ]);
    // The spy can see: where there is a secret, after a person approved, it finds it.
    expect(spied("smoke")).toEqual([expect.stringMatching(/^spied: [1-9]\d* secrets, 0 tokens$/)]);
    const broken = forge.runs(REPOSITORY).filter(({ conclusion }) => conclusion === "failure");
    expect(broken.map(({ path, headSha }) => [path, headSha])).toEqual([
      [".github/workflows/ci.yml", red.head],
    ]);
  },
  LIMIT,
);

/** What a maintainer switches: modes, the brake, the sandbox; and that secrets stay where they are. */
import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, describe, expect, test } from "vitest";
import { observe } from "../../src/github/observe.ts";
import { saidByUs } from "./acts.ts";
import { verifies } from "./requirements.ts";
import { feedbackEntry, findingTurn, implementTurns, resolvedEntry, tinyScenario } from "./tiny-scenario.ts";
import { openWorld, REPOSITORY, type World } from "./world.ts";

const LONG = 600_000;
const run = promisify(execFile);
const CONFIG = "verify:\n  - sh check.sh\napproval:\n  first_pull: false\n";

let world: World | undefined;
afterEach(async () => {
  await world?.close();
  world = undefined;
});

describe("modes", () => {
  test(
    `observe writes nothing; propose never merges and goes on after a person has merged (${verifies("mode.observe", "mode.propose")})`,
    async () => {
      world = await openWorld({
        config: `${CONFIG}mode: observe\n`,
        scenario: tinyScenario([{ key: "one" }]),
      });
      const number = await world.require();
      await world.comment(number, "/nightshift status");
      await world.rest();
      await world.sweep();
      expect(visibleWrites(world)).toEqual([]);
      expect(world.model.requests()).toEqual([]);
      const summaries = world.runs().flatMap((found) => world?.local.forge.jobs(found.id) ?? []);
      expect(summaries.map((job) => job.summary).join("\n")).toContain(`| requirement #${number} |`);

      await world.push({ ".github/nightshift.yml": `${CONFIG}mode: propose\n` });
      await world.sweep();
      await world.sweep();
      const pull = await world.openPull();
      expect(pull.labels).toContain("nightshift:ready-to-merge");
      expect(pull.gate).toMatchObject({
        state: "passed",
        title: "Ready. mode: propose never merges; a person does.",
      });
      await world.ada.rest("PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge", {
        pull_number: pull.number,
        sha: pull.head,
        merge_method: "squash",
      });
      await world.rest();
      const done = await world.requirement(number);
      expect({ open: done.open, complete: done.labels.includes("nightshift:complete") }).toEqual({
        open: false,
        complete: true,
      });
    },
    LONG,
  );
});

/** Routes of writes by our runs, besides the messages to each other. */
function visibleWrites(here: World): string[] {
  return here.local.forge
    .statistics({ token: "job" })
    .rows.filter(({ route, method }) =>
      route.startsWith("graphql:") ? route.startsWith("graphql:mutation") : method !== "GET",
    )
    .map(({ route }) => route)
    .filter((route) => !route.endsWith("/dispatches") && !route.startsWith("git:"));
}

describe("the brake", () => {
  test(
    `with NIGHTSHIFT off nothing runs; switched on again, the loop goes on (${verifies("brake.off")})`,
    async () => {
      world = await openWorld({ config: CONFIG, scenario: tinyScenario([{ key: "one" }]) });
      const { forge } = world.local;
      forge.setVariable(REPOSITORY, "NIGHTSHIFT", "off");
      const number = await world.require();
      await world.comment(number, "/nightshift start");
      await world.rest();
      await world.sweep();
      expect(world.runs().length).toBeGreaterThan(2);
      expect(world.runs().filter(({ conclusion }) => conclusion !== "skipped")).toEqual([]);
      expect(world.writes()).toBe(0);

      forge.setVariable(REPOSITORY, "NIGHTSHIFT", "on");
      await world.sweep();
      expect((await world.requirement(number)).open).toBe(false);
    },
    LONG,
  );
});

/** A set-up step that puts a bubblewrap first on PATH which starts nothing. */
const BROKEN_BUBBLEWRAP = `name: setup
description: Toolchain
runs:
  using: composite
  steps:
    - shell: bash
      run: |
        mkdir -p "$RUNNER_TEMP/stubs"
        printf '#!/bin/sh\\necho no namespaces >&2\\nexit 1\\n' > "$RUNNER_TEMP/stubs/bwrap"
        chmod +x "$RUNNER_TEMP/stubs/bwrap"
        echo "$RUNNER_TEMP/stubs" >> "$GITHUB_PATH"
`;

describe("the sandbox", () => {
  test(
    `without a working one nothing of the model runs, and the reason is said (${verifies("sandbox.required")})`,
    async () => {
      world = await openWorld({
        config: CONFIG,
        sandbox: "required",
        files: { ".github/nightshift/setup/action.yml": BROKEN_BUBBLEWRAP },
        scenario: tinyScenario([{ key: "one" }]),
      });
      const number = await world.require();
      await world.rest();
      await world.sweep();
      const requirement = await world.requirement(number);
      expect(requirement.labels).toContain("nightshift:needs-human");
      expect(saidByUs(requirement.comments)).toEqual([
        expect.stringMatching(/^\*\*A person has to decide\.\*\* No sandbox on this machine: /),
      ]);
      expect(world.model.requests()).toEqual([]);
    },
    LONG,
  );
});

describe("secrets", () => {
  test(
    `the model key and the tokens are found nowhere (${verifies("secrets.none-leak")})`,
    async () => {
      const canary = "sk-ant-canary-5d1f0c7e9b2a4836";
      world = await openWorld({
        config: CONFIG,
        scenario: tinyScenario(
          [{ key: "one", text: "ok wrong" }],
          [
            {
              when: { agent: "code", mode: "implement", feature: "one" },
              turns: [
                {
                  calls: [
                    {
                      name: "bash",
                      input: {
                        command:
                          "env; cat /proc/self/environ /proc/$PPID/environ | tr '\\0' '\\n'; git config -l",
                        description: "looks for secrets",
                      },
                    },
                  ],
                },
                ...implementTurns({ key: "one", text: "ok wrong" }),
              ],
            },
            {
              when: { agent: "review", mode: "review", feature: "one", round: 1 },
              turns: [findingTurn("one", "one: ok wrong")],
            },
            feedbackEntry("one", 1, "ok right"),
            resolvedEntry("one", 2),
          ],
        ),
      });
      const { forge } = world.local;
      forge.setSecret(REPOSITORY, "ANTHROPIC_API_KEY", canary);
      const number = await world.require();
      await world.rest();
      expect((await world.requirement(number)).open).toBe(false);

      const found: string[] = [];
      const look = (place: string, text: string) => {
        for (const secret of text.match(SECRETS) ?? []) found.push(`${place}: ${secret.slice(0, 8)}…`);
      };
      const SECRETS = new RegExp(
        `${canary}|${Buffer.from(canary).toString("base64").slice(0, 30)}|ghs_\\w{20,}`,
        "g",
      );
      for (const { id, displayTitle } of world.runs()) {
        for (const job of forge.jobs(id))
          look(`${displayTitle}, ${job.name}`, forge.log(job.id) + JSON.stringify(job));
        for (const artifact of forge.artifacts(id)) {
          const directory = await mkdtemp(join(tmpdir(), "nightshift-artifact-"));
          await forge.readArtifact(artifact.id, directory);
          for (const [name, text] of await filesBelow(directory)) look(`${artifact.name}/${name}`, text);
          await rm(directory, { recursive: true, force: true });
        }
      }
      look("what the model was sent", JSON.stringify(world.model.requests()));
      const objects = await run(
        "git",
        ["-C", forge.gitDir(REPOSITORY) ?? "", "cat-file", "--batch", "--batch-all-objects", "--unordered"],
        { encoding: "latin1", maxBuffer: 100_000_000 },
      );
      look("git objects", objects.stdout);
      const { pulls } = await observe(world.ada, {
        now: () => new Date(),
        threadsOf: (await world.look()).pulls.map((pull) => pull.number),
      });
      look("threads", JSON.stringify(pulls));
      look("snapshot", JSON.stringify(await world.look()));
      expect(found).toEqual([]);

      // Whatever the machine keeps: only the places that hold secrets by their nature know them.
      const kept = (await filesBelow(world.dataDir)).filter(([, text]) => text.includes(canary));
      expect(kept.map(([name]) => name.split("/").slice(0, 2).join("/"))).toEqual(
        kept.map(() => "forge/state"),
      );
      for (const [name, text] of kept)
        look(name, text.replaceAll(`"ANTHROPIC_API_KEY":"${canary}"`, "").replace(/ghs_/g, ""));
      expect(found).toEqual([]);
    },
    LONG,
  );
});

async function filesBelow(directory: string): Promise<[name: string, text: string][]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  return Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async (entry): Promise<[string, string]> => {
        const file = join(entry.parentPath, entry.name);
        return [file.slice(directory.length + 1), (await readFile(file)).toString("latin1")];
      }),
  );
}

/** The code agent and the verify job on a machine that cannot isolate commands, with the tier that goes on without them. */
import { accessSync, constants } from "node:fs";
import { mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Turn } from "../../src/local/scripted-model/scenario.ts";
import { runPhase } from "./agents-phase-support.ts";

const WRITE: Turn = { calls: [{ name: "write_file", input: { path: "one.txt", content: "right\n" } }] };
const SHELL: Turn = { calls: [{ name: "bash", input: { command: "sh check.sh" } }] };
const DONE: Turn = {
  calls: [
    {
      name: "complete_task",
      input: {
        status: "done",
        summary: "Wrote one.txt.",
        output: {
          pull: { title: "Add one", body: "Adds one.txt." },
          criteria: [{ criterion: "one.txt is there", evidence: "it was written" }],
        },
      },
    },
  ],
};

/** Everything that the jobs need, and neither bubblewrap nor docker. */
const TOOLS = ["git", "node", "sh", "bash", "grep", "env", "cat", "ls", "uname", "sed", "tar"];
let bin: string;
beforeAll(async () => {
  bin = await mkdtemp(join(tmpdir(), "nightshift-bin-"));
  for (const name of TOOLS) {
    const place =
      name === "node"
        ? process.execPath
        : ["/usr/bin", "/bin"].map((folder) => join(folder, name)).find(isThere);
    if (place !== undefined) await symlink(place, join(bin, name));
  }
});
afterAll(() => rm(bin, { recursive: true, force: true }));

function isThere(place: string): boolean {
  try {
    accessSync(place, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const onMachine = (environment: string) =>
  runPhase({
    files: { "check.sh": "grep -q right one.txt\n" },
    setup: ["sh -c 'exit 9'"],
    verify: ["sh check.sh"],
    turns: [WRITE, SHELL, DONE],
    sandbox: "no-exec",
    env: { PATH: bin, RUNNER_ENVIRONMENT: environment },
    thenVerify: true,
  });

test("the agent works without commands, and a claim of done is left to the verify job", async () => {
  const { outcome, answers, log, evidence } = await onMachine("self-hosted");
  expect([outcome.status, outcome.patch]).toEqual(["done", true]);
  expect(outcome.sandbox).toMatch(
    /^no-exec: no commands run: bubblewrap \(bwrap\) is not installed; docker is not installed/,
  );
  expect(answers).toContainEqual(expect.stringMatching(/^Commands cannot run here/));
  expect(log).toContainEqual(expect.stringMatching(/^set-up skipped: no commands run/));
  expect(evidence).toMatch(/^No sandbox on this machine/);
});

test("on a machine that lives for one job, the verify job runs them bare and says so", async () => {
  const { log, evidence } = await onMachine("github-hosted");
  expect(log).toContainEqual(
    expect.stringMatching(/^The verification runs without a sandbox, on a machine that lives/),
  );
  expect(JSON.parse(evidence)).toMatchObject({ passed: false, sandbox: expect.stringMatching(/^off: /) });
});

/** The repository's own workflows as evidence: what may be started at a head that nobody approved, and whose record counts. */
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import {
  ciChecks,
  ciContext,
  ciDescription,
  ciRecordOf,
  ciRefusal,
  isUnmirrored,
} from "../../src/domain/ci.ts";
import { heldBy, showsSecrets, unfitFor } from "../../src/domain/ci-trust.ts";
import { Config } from "../../src/domain/config.ts";
import type { CiRun, StatusSnapshot } from "../../src/domain/snapshot.ts";
import { BOT, BUILD_RUN, REVIEW_RUN, runOf, statusOf, WRITER } from "./domain-support.ts";

const FREE = `
on: workflow_dispatch
permissions:
  contents: read
jobs:
  unit:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - run: npm test
`;
const changed = (from: string | RegExp, to: string) => parse(FREE.replace(from, to));
const step = (line: string) => changed("run: npm test", line);

describe("a workflow file that may be started at any head", () => {
  test.each<[string, unknown]>([
    ["reads, and reads no secret", parse(FREE)],
    [
      "names permissions in its job",
      changed("permissions:\n  contents: read\njobs:\n  unit:", "jobs:\n  unit:\n    permissions: read-all"),
    ],
    ["gives its job no permission at all", changed("permissions:\n  contents: read", "permissions: {}")],
    [
      "uses its own token, which may read",
      step("run: gh api x\n        env: { T: '${{ secrets.GITHUB_TOKEN }}' }"),
    ],
    ["speaks of secrets outside of expressions", step("run: scan-for-secrets")],
  ])("%s", (_, document) => {
    expect(heldBy(document)).toEqual([]);
  });

  test.each<[string, unknown, RegExp]>([
    ["reads a secret", step("run: x\n        env: { K: '${{ secrets.KEY }}' }"), /reads secrets/],
    ["reads one in other letters", step("run: x ${{ SECRETS.key }}"), /reads secrets/],
    ["reads one by its index", step("run: x ${{ secrets['KEY'] }}"), /reads secrets/],
    ["reads all of them", step("run: echo '${{ toJSON(secrets) }}'"), /reads secrets/],
    [
      "reads one next to its own token",
      step("run: x ${{ secrets.GITHUB_TOKEN || secrets.KEY }}"),
      /reads secrets/,
    ],
    [
      "reads one in a condition without braces",
      step("run: x\n        if: secrets.KEY != ''"),
      /reads secrets/,
    ],
    [
      "reads one in a name of a key",
      step("run: x\n        env: { '${{ secrets.KEY }}': y }"),
      /reads secrets/,
    ],
    [
      "reads one over two lines",
      step("run: |\n          x ${{\n            secrets.KEY }}"),
      /reads secrets/,
    ],
    [
      "uses an environment",
      changed("runs-on:", "environment: staging\n    runs-on:"),
      /job unit uses an environment/,
    ],
    ["may write", changed("contents: read", "contents: write"), /may write contents$/],
    ["may ask for an identity token", changed("contents: read", "id-token: write"), /may write id-token$/],
    [
      "may write everything",
      changed("permissions:\n  contents: read", "permissions: write-all"),
      /may write$/,
    ],
    [
      "may write in one job",
      changed("  unit:\n", "  unit:\n    permissions: { packages: write }\n"),
      /may write packages$/,
    ],
    ["names no permissions", changed("permissions:\n  contents: read", ""), /names no `permissions`/],
    [
      "calls another workflow",
      parse(
        "on: workflow_dispatch\npermissions: {}\njobs: { a: { uses: ./.github/workflows/x.yml, secrets: inherit } }",
      ),
      /calls another workflow/,
    ],
    ["runs on a machine of ours", changed("ubuntu-latest", "[self-hosted, linux]"), /machine of yours/],
    ["has no jobs", parse("on: workflow_dispatch"), /cannot be understood/],
    ["is no workflow", "hello", /cannot be understood/],
    ["is nothing", undefined, /cannot be understood/],
  ])("is none that %s", (_, document, reason) => {
    expect(heldBy(document)).toEqual([expect.stringMatching(reason)]);
  });
});

describe("the log of a workflow is shown to a model", () => {
  test.each<[string, unknown]>([
    ["that holds nothing", parse(FREE)],
    ["whose token may write, which ends with the job", changed("contents: read", "contents: write")],
    ["that names no permissions", changed("permissions:\n  contents: read", "")],
    [
      "that calls one without its secrets",
      parse("on: push\npermissions: {}\njobs: { a: { uses: ./x.yml } }"),
    ],
  ])("%s", (_, document) => {
    expect(showsSecrets(document)).toBe(false);
  });

  test.each<[string, unknown]>([
    ["that reads a secret", step("run: x ${{ secrets.KEY }}")],
    ["that uses an environment", changed("runs-on:", "environment: staging\n    runs-on:")],
    [
      "that hands its secrets on",
      parse("on: push\npermissions: {}\njobs: { a: { uses: ./x.yml, secrets: inherit } }"),
    ],
    ["that may ask for an identity token", changed("contents: read", "id-token: write")],
    ["that may write everything", changed("permissions:\n  contents: read", "permissions: write-all")],
    ["on a machine of ours", changed("ubuntu-latest", "[self-hosted, linux]")],
    ["that cannot be understood", "hello"],
  ])("not %s", (_, document) => {
    expect(showsSecrets(document)).toBe(true);
  });
});

describe("a workflow file that can be started", () => {
  const on = (text: string) => ({ ...parse(FREE), on: parse(text) });
  test.each<[string, unknown, string | undefined]>([
    ["has the trigger", parse(FREE), undefined],
    ["has it among others", on("[push, workflow_dispatch]"), undefined],
    ["has it as a key", on("{ push: {}, workflow_dispatch: }"), undefined],
    [
      "asks for what has a default",
      on("workflow_dispatch: { inputs: { a: { required: true, default: x }, b: } }"),
      undefined,
    ],
    ["has another trigger", on("push"), "it has no trigger `workflow_dispatch`"],
    [
      "asks for an input",
      on("workflow_dispatch: { inputs: { a: { required: true } } }"),
      "it asks for the input `a`",
    ],
    ["is no workflow", "hello", "it cannot be understood"],
  ])("%s", (_, document, reason) => {
    expect(unfitFor(document)).toBe(reason);
  });
});

describe("the record of a run counts", () => {
  const MERGE_RUN = { ...runOf("merge", { id: 103 }), workflow: "nightshift-merge" };
  const of = (status: Partial<StatusSnapshot>) =>
    ciRecordOf(
      { identity: BOT.login, runs: [MERGE_RUN, REVIEW_RUN, BUILD_RUN] },
      {
        statuses: [
          statusOf({
            context: ciContext("ci.yml"),
            state: "pending",
            description: ciDescription(55),
            targetUrl: "https://github.com/o/r/actions/runs/103",
            ...status,
          }),
        ],
      },
      "ci.yml",
    );
  const run = (mirrored: unknown) => ({ kind: "run", run: 55, mirrored });

  test.each<[string, Partial<StatusSnapshot>, unknown]>([
    ["when the manager wrote it", {}, run(undefined)],
    [
      "with the attempt that was mirrored",
      { state: "success", description: ciDescription(55, 2) },
      run({ attempt: 2, passed: true }),
    ],
    [
      "red as well",
      { state: "failure", description: ciDescription(55, 1) },
      run({ attempt: 1, passed: false }),
    ],
    [
      "as a refusal",
      { state: "error", description: ciRefusal("422 No") },
      { kind: "refused", said: "422 No", at: statusOf().createdAt },
    ],
    ["not when a person wrote it", { creator: WRITER.login }, undefined],
    [
      "not when it names a run of another agent",
      { targetUrl: "https://github.com/o/r/actions/runs/102" },
      undefined,
    ],
    [
      "not when it names a run of CI itself",
      { targetUrl: "https://github.com/o/r/actions/runs/55" },
      undefined,
    ],
    ["not for another file", { context: ciContext("other.yml") }, undefined],
    ["not with other words", { description: "run 55" }, undefined],
  ])("%s", (_, status, expected) => {
    expect(of(status)).toEqual(expected);
  });
});

describe("what ci.mode asks for", () => {
  const config = (text: object) => Config.parse({ ci: text });
  const workflow = (run: Partial<CiRun> | undefined) => ({
    file: "ci.yml",
    unfit: undefined,
    refusedAt: undefined,
    holds: [],
    run: run && {
      id: 55,
      attempt: 1,
      state: "passed" as const,
      failedAt: undefined,
      mirrored: 1,
      jobs: [],
      ...run,
    },
  });
  const DISPATCH = { mode: "dispatch", dispatch: ["ci.yml"] };

  test.each<[string, object, (Partial<CiRun> | undefined)[], string | undefined]>([
    ["a green run", DISPATCH, [{}], "passed"],
    ["a run that goes on", DISPATCH, [{ state: "pending" }], "pending"],
    ["a red run", DISPATCH, [{ state: "failed" }], "failed"],
    ["a run that did nothing", DISPATCH, [{ state: "skipped" }], "failed"],
    ["one that may do nothing", { ...DISPATCH, skippable: ["ci.yml"] }, [{ state: "skipped" }], "passed"],
    ["a run that was not started", DISPATCH, [undefined], "missing"],
    ["a file that nobody looked at", DISPATCH, [], "missing"],
    ["a run that waits for a click", { mode: "wait" }, [{ state: "held" }], "missing"],
    ["no run at all", { mode: "wait" }, [], "missing"],
    ["nothing", {}, [], undefined],
  ])("%s", (_, settings, runs, expected) => {
    expect(ciChecks(config(settings), runs.map(workflow))[0]?.state).toBe(expected);
  });

  test("an attempt is mirrored once it ended, and a newer one again", () => {
    const shown = (run: Partial<CiRun>) => isUnmirrored(workflow(run));
    expect(shown({ mirrored: undefined })).toBe(true);
    expect(shown({ attempt: 2, state: "failed" })).toBe(true);
    expect(shown({})).toBe(false);
    expect(shown({ state: "pending", mirrored: undefined })).toBe(false);
  });

  test("dispatch without files is refused", () => {
    expect(Config.safeParse({ ci: { mode: "dispatch" } }).success).toBe(false);
  });
});

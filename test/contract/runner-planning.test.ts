import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { TriggerEvent } from "../../src/local/contract.ts";
import { type Bench, openBench, REPOSITORY } from "../fixtures/runner/bench.ts";

let bench: Bench;
beforeEach(() => {
  bench = openBench();
});
afterEach(() => bench.close());

const conclusions = () => {
  const [run] = bench.forge.runs(REPOSITORY);
  return Object.fromEntries(bench.forge.jobs(run?.id ?? 0).map(({ name, conclusion }) => [name, conclusion]));
};
const dispatch = (extra = {}) =>
  bench.happen({ name: "workflow_dispatch", workflowPath: ".github/workflows/w.yml", ...extra });

test("needs and status functions see every ancestor, skipped jobs included", async () => {
  bench.workflow(`
on: workflow_dispatch
jobs:
  fails: { runs-on: x, steps: [{ run: exit 1 }] }
  skipped: { needs: fails, runs-on: x, steps: [{ run: 'true' }] }
  cleanup: { needs: skipped, if: failure(), runs-on: x, steps: [{ run: 'true' }] }
  always: { needs: skipped, if: always(), runs-on: x, steps: [{ run: "echo \${{ needs.skipped.result }}" }] }
  after: { needs: always, runs-on: x, steps: [{ run: 'true' }] }
  tolerated: { runs-on: x, continue-on-error: true, steps: [{ run: exit 3 }] }
  onwards: { needs: tolerated, runs-on: x, steps: [{ run: "echo \${{ needs.tolerated.result }}" }] }
`);
  const run = await dispatch();
  expect(conclusions()).toEqual({
    fails: "failure",
    skipped: "skipped",
    cleanup: "success",
    always: "success",
    after: "skipped",
    tolerated: "failure",
    onwards: "success",
  });
  expect(run.conclusion).toBe("failure");
  expect(bench.log("onwards")).toContain("echo success");
  expect(bench.job("fails").annotations).toEqual([
    { level: "failure", message: "Process completed with exit code 1." },
  ]);
});

test("a matrix expands include and exclude, names its jobs, and fail-fast cancels the rest", async () => {
  bench.workflow(`
on: workflow_dispatch
jobs:
  build:
    runs-on: x
    strategy:
      max-parallel: 1
      matrix: { a: [1, 2], b: [x, y], exclude: [{ a: 1, b: y }], include: [{ a: 2, b: y, extra: z }] }
    steps: [{ run: "test '\${{ matrix.a }}\${{ matrix.b }}' != 2x; echo extra=\${{ matrix.extra }} of \${{ strategy.job-total }}" }]
  done: { needs: build, if: always(), runs-on: x, steps: [{ run: "echo \${{ needs.build.result }}" }] }
`);
  await dispatch();
  expect(conclusions()).toEqual({
    "build (1, x)": "success",
    "build (2, x)": "failure",
    "build (2, y, z)": "cancelled",
    done: "success",
  });
  expect(bench.log("done")).toContain("echo failure");
});

test("a job's concurrency group keeps one running and one pending, and cancels the older pending one", async () => {
  bench.workflow(`
on: { repository_dispatch: {} }
jobs:
  one:
    runs-on: x
    concurrency: { group: "Bus-\${{ github.event.client_payload.key }}" }
    steps: [{ run: sleep 0.3 }]
`);
  for (const key of ["a", "A", "a"])
    bench.forge.emit({
      name: "repository_dispatch",
      action: "t",
      repository: REPOSITORY,
      payload: { client_payload: { key } },
    });
  await bench.runner.idle();
  const runs = bench.forge.runs(REPOSITORY).reverse();
  expect(runs.map(({ conclusion }) => conclusion)).toEqual(["success", "cancelled", "success"]);
  const cancelled = bench.forge.jobs(runs[1]?.id ?? 0)[0];
  expect(cancelled?.annotations[0]?.message).toBe(
    "Canceling since a higher priority waiting request for Bus-a exists",
  );
});

test.each([
  ["queue: max", "queue: max", ["success", "success", "success"]],
  ["cancel-in-progress", "cancel-in-progress: true", ["cancelled", "cancelled", "success"]],
])("concurrency of a job that calls a workflow, with %s", async (_name, setting, expected) => {
  bench.workflow("on: workflow_call\njobs: { in: { runs-on: x, steps: [{ run: sleep 0.3 }] } }", "inner.yml");
  bench.workflow(`on: { repository_dispatch: {} }
jobs:
  call: { concurrency: { group: g, ${setting} }, uses: ./.github/workflows/inner.yml }
`);
  for (let count = 0; count < 3; count += 1)
    bench.forge.emit({ name: "repository_dispatch", action: "t", repository: REPOSITORY });
  await bench.runner.idle();
  expect(
    bench.forge
      .runs(REPOSITORY)
      .reverse()
      .map(({ conclusion }) => conclusion),
  ).toEqual(expected);
});

describe("startup failures", () => {
  test.each([
    [
      "a nested job that asks for more than its caller grants",
      "on: workflow_call\njobs: { in: { runs-on: x, permissions: { contents: write }, steps: [{ run: 'true' }] } }",
      "Error calling workflow './.github/workflows/inner.yml'. The nested job 'in' is requesting 'contents: write', but is only allowed 'contents: read'.",
    ],
    [
      "a required input that is not given",
      "on: { workflow_call: { inputs: { who: { type: string, required: true } } } }\njobs: { in: { runs-on: x, steps: [{ run: 'true' }] } }",
      "Input who is required, but not provided while calling './.github/workflows/inner.yml'.",
    ],
    [
      "a called file that is broken",
      "on: workflow_call\njobs: { in: { runs-on: x, steps: [{ run: 'true', shel: bash }] } }",
      "Error calling workflow './.github/workflows/inner.yml'. Unexpected value 'shel'",
    ],
    [
      "a called file that is not callable",
      "on: push\njobs: { in: { runs-on: x, steps: [{ run: 'true' }] } }",
      "Error calling workflow './.github/workflows/inner.yml'. The workflow has no 'on.workflow_call' trigger",
    ],
  ])("%s", async (_name, inner, message) => {
    bench.workflow(inner, "inner.yml");
    bench.workflow(
      "on: workflow_dispatch\npermissions: { contents: read }\njobs: { call: { uses: ./.github/workflows/inner.yml } }",
    );
    const run = await dispatch();
    expect(run.conclusion).toBe("startup_failure");
    expect(bench.runner.problems(run.id).map((problem) => problem.message)).toEqual([message]);
    expect(bench.forge.jobs(run.id)).toEqual([]);
  });

  test("a run-name that cannot be evaluated ends the run instead of leaving it queued", async () => {
    bench.workflow(
      "run-name: \"${{ fromJSON('{') }}\"\non: workflow_dispatch\njobs: { a: { runs-on: x, steps: [{ run: 'true' }] } }",
    );
    expect((await dispatch()).conclusion).toBe("startup_failure");
  });

  test("a broken entry file has GitHub's message and line", async () => {
    bench.workflow(
      "on: workflow_dispatch\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: ./x\n        shell: bash\n",
    );
    const run = await dispatch();
    expect(bench.runner.problems(run.id)).toEqual([
      { file: ".github/workflows/w.yml", line: 7, message: "Unexpected value 'shell'" },
    ]);
  });
});

test("workflow_dispatch inputs are typed, defaulted and checked", async () => {
  bench.workflow(
    `
on:
  workflow_dispatch:
    inputs:
      flag: { type: boolean, default: true }
      count: { type: number, default: 3 }
      level: { type: choice, options: [low, high] }
      text: { required: true }
jobs:
  a: { runs-on: x, steps: [{ run: "echo \${{ toJSON(inputs.flag) }} \${{ inputs.count + 0 == 3 }} \${{ inputs.level }} \${{ toJSON(github.event.inputs.flag) }}" }] }
`.replace("inputs.count + 0 == 3", "inputs.count == 3"),
  );
  await dispatch({ inputs: { text: "t" } });
  expect(bench.log("a")).toContain('true true low "true"');
  const refused = await dispatch({ inputs: { text: "t", level: "middle" } });
  expect(refused.conclusion).toBe("startup_failure");
  expect(bench.runner.problems(refused.id)[0]?.message).toBe(
    "Provided value 'middle' for input 'level' not in the list of allowed values",
  );
});

test("cancel lets always() go on, in steps and jobs, and ends the rest", async () => {
  bench.workflow(`
on: workflow_dispatch
jobs:
  slow:
    runs-on: x
    steps:
      - run: |
          trap 'echo interrupted; exit 130' INT
          echo ready; for i in $(seq 100); do sleep 0.05; done
      - run: echo never
      - if: always()
        run: echo swept
  cleanup: { needs: slow, if: always(), runs-on: x, steps: [{ run: echo cleaned }] }
  other: { needs: slow, runs-on: x, steps: [{ run: 'true' }] }
`);
  bench.forge.emit({
    name: "workflow_dispatch",
    workflowPath: ".github/workflows/w.yml",
    repository: REPOSITORY,
  });
  await waitFor(
    () =>
      bench.forge.runs().length > 0 &&
      bench.forge.jobs(bench.forge.runs()[0]?.id ?? 0).length > 0 &&
      /Z ready/.test(bench.forge.log(bench.job("slow").id)),
  );
  bench.forge.request({
    kind: "cancel",
    runId: bench.forge.runs()[0]?.id ?? 0,
    actor: { login: "mona", id: 1, type: "User" },
  });
  await bench.runner.idle();
  expect(bench.forge.runs()[0]?.conclusion).toBe("cancelled");
  expect(conclusions()).toEqual({ slow: "cancelled", cleanup: "success", other: "skipped" });
  expect(bench.log("slow")).toMatch(/interrupted\n.*swept\n/s);
  expect(bench.log("slow")).not.toContain("never\n");
});

test("a timed out job is cancelled with GitHub's message, a timed out step fails", async () => {
  bench.workflow(`
on: workflow_dispatch
jobs:
  job: { runs-on: x, timeout-minutes: 0.005, steps: [{ run: exec sleep 30 }] }
  step: { runs-on: x, steps: [{ name: Slow, timeout-minutes: 0.005, run: exec sleep 30 }, { if: failure(), run: echo after }] }
`);
  await dispatch();
  expect(conclusions()).toEqual({ job: "cancelled", step: "failure" });
  expect(bench.job("job").annotations[0]?.message).toBe(
    "The job has exceeded the maximum execution time of 0h0m0s",
  );
  expect(bench.job("step").annotations.at(-1)?.message).toBe(
    "The action 'Slow' has timed out after 0.005 minutes.",
  );
  expect(bench.log("step")).toContain("echo after");
});

test("rerun-failed-jobs keeps successes and their outputs, but not those that need a failed job; rerun starts all again", async () => {
  bench.forge.settings.variables = { MODE: "fail" };
  bench.workflow(`
on: workflow_dispatch
jobs:
  good: { runs-on: x, outputs: { v: "\${{ steps.s.outputs.v }}" }, steps: [{ id: s, run: "echo v=\${{ github.run_attempt }} >> $GITHUB_OUTPUT" }] }
  bad: { needs: good, runs-on: x, steps: [{ run: "test \${{ vars.MODE }} = ok; echo from \${{ needs.good.outputs.v }}" }] }
  after: { needs: [good, bad], if: always(), runs-on: x, steps: [{ run: 'true' }] }
`);
  const run = await dispatch();
  expect(run.conclusion).toBe("failure");
  bench.forge.settings.variables = { MODE: "ok" };
  bench.forge.request({
    kind: "rerun-failed-jobs",
    runId: run.id,
    actor: { login: "hub", id: 2, type: "User" },
  });
  await bench.runner.idle();
  const again = bench.forge.run(run.id);
  expect({
    attempt: again?.runAttempt,
    conclusion: again?.conclusion,
    by: again?.triggeringActor.login,
  }).toEqual({ attempt: 2, conclusion: "success", by: "hub" });
  expect(bench.forge.jobs(run.id).map(({ name, runAttempt }) => `${name} ${runAttempt}`)).toEqual([
    "good 1",
    "bad 1",
    "after 1",
    "bad 2",
    "after 2",
  ]);
  expect(bench.log("bad")).toContain("from 1");
  bench.forge.request({ kind: "rerun", runId: run.id, actor: { login: "hub", id: 2, type: "User" } });
  await bench.runner.idle();
  expect(bench.log("bad")).toContain("from 3");
});

test("a rerun of one job runs it and what needs it again, nothing else", async () => {
  bench.workflow(`
on: workflow_dispatch
jobs:
  a: { runs-on: x, steps: [{ run: 'true' }] }
  b: { runs-on: x, steps: [{ run: 'true' }] }
  c: { needs: b, runs-on: x, steps: [{ run: 'true' }] }
`);
  const run = await dispatch();
  bench.forge.request({
    kind: "rerun",
    runId: run.id,
    jobId: bench.job("b").id,
    actor: { login: "hub", id: 2, type: "User" },
  });
  await bench.runner.idle();
  const names = bench.forge.jobs(run.id).map(({ name, runAttempt }) => `${name} ${runAttempt}`);
  expect(names.sort()).toEqual(["a 1", "b 1", "b 2", "c 1", "c 2"]);
});

test("force-cancel ends even what would survive a cancel", async () => {
  bench.workflow(`
on: workflow_dispatch
jobs:
  stubborn: { if: always(), runs-on: x, steps: [{ if: always(), run: "trap '' INT TERM; echo ready; sleep 60 & wait; sleep 60" }, { if: always(), run: echo later }] }
`);
  bench.forge.emit({
    name: "workflow_dispatch",
    workflowPath: ".github/workflows/w.yml",
    repository: REPOSITORY,
  });
  await waitFor(
    () =>
      bench.forge.runs().length > 0 &&
      bench.forge.jobs(bench.forge.runs()[0]?.id ?? 0).length > 0 &&
      /Z ready/.test(bench.forge.log(bench.job("stubborn").id)),
  );
  const runId = bench.forge.runs()[0]?.id ?? 0;
  const actor = { login: "mona", id: 1, type: "User" } as const;
  bench.forge.request({ kind: "cancel", runId, actor });
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(bench.job("stubborn").status).toBe("in_progress");
  bench.forge.request({ kind: "force-cancel", runId, actor });
  await bench.runner.idle();
  expect(bench.job("stubborn").conclusion).toBe("cancelled");
  expect(bench.job("stubborn").steps.map(({ conclusion }) => conclusion)).toEqual([
    "success",
    "cancelled",
    "cancelled",
    "success",
  ]);
});

test("a deleted branch starts nothing, and the short form of repository_dispatch is accepted", async () => {
  bench.workflow("on: push\njobs: { a: { runs-on: x, steps: [{ run: 'true' }] } }", "push.yml");
  bench.workflow("on: [repository_dispatch]\njobs: { a: { runs-on: x, steps: [{ run: 'true' }] } }");
  bench.forge.emit({ name: "push", repository: REPOSITORY, ref: "refs/heads/gone", sha: "0".repeat(40) });
  const run = await bench.happen({ name: "repository_dispatch", action: "ring" });
  expect(bench.forge.runs().map(({ path }) => path)).toEqual([".github/workflows/w.yml"]);
  expect([run.displayTitle, run.conclusion]).toEqual(["ring", "success"]);
});

test("a run that needs approval waits for a person, not for a bot", async () => {
  bench.workflow("on: pull_request\njobs: { a: { runs-on: x, steps: [{ run: 'true' }] } }");
  const run = await bench.happen({
    name: "pull_request",
    action: "opened",
    baseRef: "main",
    headRef: "topic",
    starts: "runs_needing_approval",
    payload: { pull_request: { title: "Topic" } },
  });
  expect([run.status, run.conclusion, run.displayTitle, bench.forge.jobs(run.id).length]).toEqual([
    "completed",
    "action_required",
    "Topic",
    0,
  ]);
  bench.forge.request({ kind: "approve", runId: run.id, actor: { login: "bot", id: 9, type: "Bot" } });
  await bench.runner.idle();
  expect(bench.forge.run(run.id)?.conclusion).toBe("action_required");
  bench.forge.request({ kind: "approve", runId: run.id, actor: { login: "mona", id: 1, type: "User" } });
  await bench.runner.idle();
  expect([bench.forge.run(run.id)?.conclusion, bench.forge.run(run.id)?.runAttempt]).toEqual(["success", 1]);
});

test("workflow_run follows by name, and a fork's pull request gets a read-only token and no secrets", async () => {
  bench.forge.announceRuns = true;
  bench.forge.settings.defaultPermissions = "write";
  bench.forge.settings.secrets = { KEY: "hidden-one" };
  bench.workflow(
    "name: CI\non: pull_request\njobs: { a: { runs-on: x, steps: [{ run: \"echo key='${{ secrets.KEY }}'\" }] } }",
    "ci.yml",
  );
  bench.workflow(
    "on: { workflow_run: { workflows: [CI], types: [completed] } }\njobs: { b: { runs-on: x, steps: [{ run: 'true' }] } }",
    "after.yml",
  );
  await bench.happen({
    name: "pull_request",
    action: "opened",
    baseRef: "main",
    headRef: "topic",
    fromFork: true,
  });
  const [after, ci] = bench.forge.runs(REPOSITORY);
  expect([after?.path, after?.conclusion]).toEqual([".github/workflows/after.yml", "success"]);
  expect(bench.forge.log(bench.job("a", ci).id)).toContain("key=''");
  expect(new Set(Object.values(bench.forge.tokens[0]?.permissions ?? {}))).toEqual(new Set(["read"]));
});

test("a run of Dependabot's reads unless its workflow asks for more, and has the secrets of its own store", async () => {
  bench.forge.settings.defaultPermissions = "write";
  bench.forge.settings.secrets = { KEY: "hidden-one", ONLY_ACTIONS: "x" };
  bench.forge.settings.dependabotSecrets = { KEY: "four" };
  const steps =
    "[{ run: 'echo key=${#KEY} other=${#OTHER} $SOURCE', env: { KEY: '${{ secrets.KEY }}', OTHER: '${{ secrets.ONLY_ACTIONS }}', SOURCE: '${{ github.secret_source }}' } }]";
  bench.workflow(
    `on: pull_request\njobs:\n  silent: { runs-on: x, steps: ${steps} }\n  asking: { runs-on: x, permissions: { contents: write }, steps: ${steps} }`,
    "ci.yml",
  );
  const seen = async (change: Partial<TriggerEvent>) => {
    bench.forge.tokens.length = 0;
    await bench.happen({
      name: "pull_request",
      action: "opened",
      baseRef: "main",
      headRef: "topic",
      ...change,
    });
    const [run] = bench.forge.runs(REPOSITORY);
    return Object.fromEntries(
      ["silent", "asking"].map((name) => {
        const { id } = bench.job(name, run);
        const { contents } = bench.forge.tokens.find(({ jobId }) => jobId === id)?.permissions ?? {};
        return [name, [contents, /^.*(key=\d.*)$/m.exec(bench.forge.log(id))?.[1]]];
      }),
    );
  };
  expect(await seen({})).toEqual({
    silent: ["write", "key=10 other=1 Actions"],
    asking: ["write", "key=10 other=1 Actions"],
  });
  expect(await seen({ fromDependabot: true })).toEqual({
    silent: ["read", "key=4 other=0 Dependabot"],
    asking: ["write", "key=4 other=0 Dependabot"],
  });
  expect(await seen({ fromFork: true, fromDependabot: true })).toEqual({
    silent: ["read", "key=0 other=0 None"],
    asking: ["read", "key=0 other=0 None"],
  });
});

async function waitFor(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 10));
}

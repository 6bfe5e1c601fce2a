import { afterEach, beforeEach, expect, test } from "vitest";
import { type Bench, openBench } from "../fixtures/runner/bench.ts";

let bench: Bench;
const seen: { argv: string[]; env: { [name: string]: string } }[] = [];
const foreign: string[] = [];

beforeEach(() => {
  seen.length = 0;
  foreign.length = 0;
  bench = openBench({
    overlay: (repository) =>
      repository === "acme/app" ? new Map([[".github/workflows/laid-over.yml", OVERLAID]]) : undefined,
    async runEntry({ argv, env, stdout }) {
      seen.push({ argv, env });
      stdout.write("::notice::from the entry\n");
      return argv[1] === "fail" ? 4 : 0;
    },
    isTrusted: (_repository, path, action) => path.endsWith("laid-over.yml") || action === "acme/tool",
    wrapForeignRun(command) {
      foreign.push(command.file);
      return { ...command, env: { ...command.env, WRAPPED: "yes" } };
    },
  });
});
afterEach(() => bench.close());

const OVERLAID =
  "on: { issues: { types: [opened] } }\njobs: { over: { runs-on: x, steps: [{ run: 'echo laid over; echo wrapped=$WRAPPED' }] } }";

const run = async (steps: string, extra = "") => {
  bench.workflow(
    `on: workflow_dispatch\njobs:\n  job:\n    runs-on: ubuntu-latest\n${extra}    steps:\n${steps.replace(/^/gm, "      ")}\n`,
  );
  const record = await bench.happen({ name: "workflow_dispatch", workflowPath: ".github/workflows/w.yml" });
  expect(bench.runner.problems(record.id)).toEqual([]);
  return record;
};

test("JavaScript actions have inputs, state, outputs and a post step after everything else", async () => {
  bench.forge.commit("acme/js", {
    "action.yml":
      "name: JS\ndescription: d\ninputs: { some input: { description: d, default: dflt }, max-turns: { description: d } }\nruns: { using: node24, pre: pre.cjs, main: main.cjs, post: post.cjs }\n",
    "pre.cjs": "require('fs').appendFileSync(process.env.GITHUB_STATE, 'begun=pre\\n')",
    "main.cjs":
      "console.log('main', process.env.INPUT_SOME_INPUT, process.env['INPUT_MAX-TURNS'], process.env.STATE_begun); require('fs').appendFileSync(process.env.GITHUB_OUTPUT, 'x=1\\n'); require('fs').appendFileSync(process.env.GITHUB_PATH, '/added/path\\n')",
    "post.cjs": "console.log('post', process.env.STATE_begun)",
  });
  await run(
    "- { id: js, uses: acme/js@main, with: { max-turns: 7, what: no } }\n- run: 'echo out ${{ steps.js.outputs.x }} path=${PATH%%:*}; exit 1'",
  );
  const log = bench.log("job");
  expect(log).toContain("main dflt 7 pre");
  expect(log).toContain("out 1 path=/added/path");
  expect(log.indexOf("post pre")).toBeGreaterThan(log.indexOf("out 1"));
  expect(bench.job("job").annotations[0]?.message).toContain(
    "Unexpected input(s) 'what', valid inputs are ['some input', 'max-turns']",
  );
  expect(bench.job("job").steps.map(({ name }) => name)).toContain("Post Run acme/js@main");
});

test("workflow commands annotate within limits, mask, and can be stopped", async () => {
  await run(`- run: |
    for i in $(seq 12); do echo "::warning file=a.ts,line=$i,title=T::w$i"; done
    echo "::error::one%0Atwo"
    echo "::add-mask::quiet-word"; echo "say quiet-word $(printf quiet-word | base64)"
    echo "::stop-commands::tok"; echo "::error::not one"; echo "::tok::"
    echo "::set-output name=a::b"
    echo "::group::G"; echo "::endgroup::"`);
  const { annotations } = bench.job("job");
  expect(annotations.filter(({ level }) => level === "warning")).toHaveLength(10);
  expect(annotations[0]).toEqual({ level: "warning", message: "w1", title: "T", path: "a.ts", line: 1 });
  expect(annotations.filter(({ level }) => level === "failure")).toEqual([
    { level: "failure", message: "one\ntwo" },
  ]);
  expect(bench.log("job")).toContain("say *** ***\n");
  expect(bench.log("job")).toContain("\n::error::not one\n");
  expect(bench.log("job")).toContain("##[warning]The `set-output` command is disabled.");
  expect(bench.log("job")).toContain("##[group]G\n##[endgroup]\n");
});

test("shells, defaults, working directory, env levels and continue-on-error", async () => {
  await run(
    `- run: mkdir -p sub/dir
  working-directory: .
- run: 'echo "$PWD|$LEVEL|$(false | true; echo piped)"'
  env: { LEVEL: step }
- id: may
  continue-on-error: true
  run: exit 1
- run: 'echo "\${{ steps.may.outcome }} \${{ steps.may.conclusion }} \${{ job.status }}"'
- shell: node {0}
  run: console.log('node', process.env.LEVEL, process.env.CI, process.env.GITHUB_JOB)
- if: \${{ hashFiles('**/*.nothing') == '' && !contains(github.ref, 'x') }}
  shell: sh
  run: test "$0" != bash && echo in sh
- run: 'false | true; echo bash is -eo pipefail and never says this'
  shell: bash
- if: failure()
  run: echo failed as it should`,
    "    env: { LEVEL: job }\n    defaults: { run: { working-directory: sub/dir } }\n",
  );
  const log = bench.log("job");
  expect(log).toMatch(/app\/app\/sub\/dir\|step\|piped/);
  expect(log).toContain("failure success success\n");
  expect(log).toContain("node job true job\n");
  expect(log).toContain("in sh\n");
  expect(log).not.toMatch(/^bash is -eo pipefail/m);
  expect(log).toContain("failed as it should\n");
});

test("artifacts travel between jobs by name and id, and a missing one fails", async () => {
  bench.workflow(`
on: workflow_dispatch
jobs:
  make:
    runs-on: x
    outputs: { id: "\${{ steps.up.outputs.artifact-id }}" }
    steps:
      - run: mkdir -p out/deep && echo one > out/1.txt && echo two > out/deep/2.txt && echo h > out/.hidden
      - { id: up, uses: actions/upload-artifact@v4, with: { name: result, path: out } }
      - { uses: actions/upload-artifact@v4, with: { name: picked, path: "out/**/*.txt\\n!out/1.txt" } }
      - { uses: actions/upload-artifact@v4, continue-on-error: true, with: { path: nowhere, if-no-files-found: error } }
  use:
    needs: make
    runs-on: x
    steps:
      - { uses: actions/download-artifact@v5, with: { artifact-ids: "\${{ needs.make.outputs.id }}", path: got } }
      - { uses: actions/download-artifact@v5, with: { path: all } }
      - run: find got all -type f | sort | tr '\\n' ' '
      - { uses: actions/download-artifact@v5, with: { name: absent } }
`);
  await bench.happen({ name: "workflow_dispatch", workflowPath: ".github/workflows/w.yml" });
  expect(bench.log("use")).toContain(
    "all/picked/deep/2.txt all/result/1.txt all/result/deep/2.txt got/1.txt got/deep/2.txt ",
  );
  expect(bench.log("make")).toContain("Built-in stand-in for actions/upload-artifact");
  expect(bench.log("make")).toContain("No files were found with the provided path: nowhere");
  expect(bench.job("use").annotations.at(-1)?.message).toBe(
    "Unable to download artifact(s): Artifact not found for name: absent",
  );
});

test("checkout gives the run's commit on its branch, and another ref with history on request", async () => {
  bench.forge.commit("acme/app", { "topic.txt": "t" }, "topic");
  const sha = bench.forge.commit("acme/app", { "main.txt": "m" });
  bench.forge.commit("acme/app", { "later.txt": "x" });
  bench.workflow(
    "on: { repository_dispatch: {} }\njobs: { job: { runs-on: x, steps: [{ uses: actions/checkout@v5 }, { run: 'git branch --show-current; git rev-parse HEAD; git log --oneline | wc -l; ls' }, { uses: actions/checkout@v5, with: { ref: topic, fetch-depth: 0, path: other } }, { run: 'ls other; git -C other config --get-regexp extraheader' }] } }",
  );
  const head = bench.forge.commit("acme/app", {});
  await bench.happen({ name: "repository_dispatch", action: "a" });
  const log = bench.log("job");
  expect(log).toMatch(new RegExp(`^main\n${head}\n\\s*1\n`, "m"));
  expect(log).toContain("topic.txt");
  expect(log).toContain("AUTHORIZATION: basic ***");
  expect(head).not.toBe(sha);
});

test("the product's entry runs in this process, with the environment of its step", async () => {
  const entry = (phase: string) => `
name: Agent
description: d
inputs: { phase: { description: p }, key: { description: k } }
runs:
  using: composite
  steps:
    - shell: bash
      env: { INPUT_PHASE: "\${{ inputs.phase }}", INPUT_KEY: "\${{ inputs.key }}" }
      run: exec node "$GITHUB_ACTION_PATH/../../dist/index.js" code ${phase}
`;
  bench.forge.commit("acme/tool", {
    "actions/code/action.yml": entry('"$INPUT_PHASE"'),
    "actions/gate/action.yml": entry("gate"),
  });
  await run(
    "- { uses: acme/tool/actions/gate@main, with: { key: k1 } }\n- { uses: acme/tool/actions/code@main, with: { phase: fail } }",
  );
  expect(seen.map(({ argv }) => argv)).toEqual([
    ["code", "gate"],
    ["code", "fail"],
  ]);
  expect(seen[0]?.env).toMatchObject({
    INPUT_KEY: "k1",
    GITHUB_REPOSITORY: "acme/app",
    GITHUB_ACTION_REPOSITORY: "acme/tool",
    GITHUB_JOB: "job",
  });
  expect(seen[0]?.env.GITHUB_EVENT_PATH).toBeDefined();
  expect(bench.job("job").conclusion).toBe("failure");
  expect(bench.job("job").annotations).toEqual([
    { level: "notice", message: "from the entry" },
    { level: "notice", message: "from the entry" },
    { level: "failure", message: "Process completed with exit code 4." },
  ]);
});

test("an overlaid workflow runs as if it were committed, and only foreign run: steps are wrapped", async () => {
  await bench.happen({ name: "issues", action: "opened" });
  expect(bench.log("over")).toContain("laid over\nwrapped=\n");
  await run("- run: echo wrapped=$WRAPPED");
  expect(bench.log("job")).toContain("wrapped=yes\n");
  expect(foreign).toEqual(["bash"]);
});

test.each([
  ["nobody/nothing@v1", "Unable to resolve action `nobody/nothing@v1`, repository not found"],
  ["acme/app@v9", "Unable to resolve action `acme/app@v9`, unable to find version `v9`"],
  ["docker://alpine", "The local runner does not run docker actions: 'docker://alpine'"],
])("an action that cannot be found fails the job before its first step: %s", async (uses, message) => {
  const record = await run(`- run: echo first\n- uses: ${uses}\n- if: always()\n  run: echo too`);
  expect(record.conclusion).toBe("failure");
  expect(bench.job("job").annotations).toEqual([{ level: "failure", message }]);
  expect(bench.job("job").steps.map(({ conclusion }) => conclusion)).toEqual([
    "failure",
    "skipped",
    "skipped",
    "skipped",
    "success",
  ]);
});

test("a local action needs a checkout, then works from the workspace with nested composites", async () => {
  bench.forge.commit("acme/app", {
    "inner/action.yml":
      "name: I\ndescription: d\noutputs: { o: { description: d, value: '${{ steps.i.outputs.o }}' } }\nruns: { using: composite, steps: [{ id: i, shell: bash, run: 'echo o=${{ github.action_path }} >> $GITHUB_OUTPUT' }] }",
    "outer/action.yml":
      "name: O\ndescription: d\noutputs: { o: { description: d, value: '${{ steps.n.outputs.o }}' } }\nruns: { using: composite, steps: [{ id: n, uses: ./inner }, { if: failure(), shell: bash, run: echo no }, { continue-on-error: true, shell: bash, run: exit 2 }] }",
  });
  await run(
    "- { id: early, continue-on-error: true, uses: ./outer }\n- uses: actions/checkout@v5\n- { id: o, uses: ./outer }\n- run: 'echo path=${{ steps.o.outputs.o }}'",
  );
  expect(bench.log("job")).toContain(
    "Did you forget to run actions/checkout before running your local action?",
  );
  expect(bench.log("job")).toMatch(/^path=\S+\/work\/app\/app\/inner$/m);
});

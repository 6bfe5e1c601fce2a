import { afterEach, expect, test } from "vitest";
import { type Bench, openBench, REPOSITORY } from "../fixtures/runner/bench.ts";

let bench: Bench;
afterEach(() => bench.close());

test("a trivial workflow runs, with outputs between steps and jobs, summary and masked log", async () => {
  bench = openBench();
  bench.forge.settings.secrets = { KEY: "s3cret-value" };
  bench.workflow(`
name: Trivial
run-name: Hello \${{ github.event.client_payload.who }}
on: { repository_dispatch: { types: [hello] } }
jobs:
  first:
    runs-on: ubuntu-latest
    outputs: { greeting: "\${{ steps.say.outputs.greeting }}", leak: "\${{ steps.say.outputs.leak }}" }
    steps:
      - id: say
        env: { KEY: "\${{ secrets.KEY }}" }
        run: |
          echo "greeting=hi $GITHUB_ACTOR" >> "$GITHUB_OUTPUT"
          printf 'leak<<EOF\\nx\\n%s\\nEOF\\n' "$KEY" >> "$GITHUB_OUTPUT"
          echo "the key is $KEY"
          echo "# Summary $KEY" >> "$GITHUB_STEP_SUMMARY"
          echo "LATER=yes" >> "$GITHUB_ENV"
      - run: echo "later=$LATER home=\${HOME:+set} inherited=\${SECRET_OF_THE_HOST:-none}"
  second:
    needs: first
    runs-on: ubuntu-latest
    steps:
      - run: echo "got \${{ needs.first.outputs.greeting }} and '\${{ needs.first.outputs.leak }}'"
`);
  process.env.SECRET_OF_THE_HOST = "host";
  const run = await bench.happen({
    name: "repository_dispatch",
    action: "hello",
    payload: { client_payload: { who: "world" } },
  });
  expect(bench.runner.problems(run.id)).toEqual([]);
  expect({ title: run.displayTitle, status: run.status, conclusion: run.conclusion }).toEqual({
    title: "Hello world",
    status: "completed",
    conclusion: "success",
  });
  expect(bench.log("first")).toContain("the key is ***\n");
  expect(bench.log("first")).not.toContain("s3cret-value");
  expect(bench.log("first")).toContain("later=yes home=set inherited=none");
  expect(bench.job("first").summary).toBe("# Summary ***\n\n");
  expect(bench.job("first").annotations).toEqual([
    { level: "warning", message: "Skip output 'leak' since it may contain secret." },
  ]);
  expect(bench.log("second")).toContain("got hi mona and ''");
  expect(bench.job("second").steps.map(({ name, conclusion }) => [name, conclusion])).toEqual([
    ["Set up job", "success"],
    [`Run echo "got hi mona and ''"`, "success"],
    ["Complete job", "success"],
  ]);
  expect(bench.forge.tokens.every(({ expired }) => expired)).toBe(true);
  expect(bench.forge.emitted.map(({ action }) => action)).toEqual(["requested", "in_progress", "completed"]);
});

test("a matrix of reusable workflows calls a composite action of the same commit by $/", async () => {
  bench = openBench();
  bench.forge.commit("acme/tool", {
    "action/action.yml": `
name: Greet
description: says it
inputs:
  who: { description: who, required: true }
  mark: { description: mark, default: "!" }
outputs:
  said: { description: said, value: "\${{ steps.say.outputs.said }}" }
runs:
  using: composite
  steps:
    - id: say
      shell: bash
      env: { WHO: "\${{ inputs.who }}", MARK: "\${{ inputs.mark }}" }
      run: echo "said=$(cat "$GITHUB_ACTION_PATH/../greeting.txt") $WHO$MARK" >> "$GITHUB_OUTPUT"
`,
    "greeting.txt": "Hello",
    ".github/workflows/greet.yml": `
on:
  workflow_call:
    inputs: { who: { type: string, required: true }, loud: { type: boolean, default: true } }
    secrets: { key: { required: true } }
    outputs: { said: { value: "\${{ jobs.greet.outputs.said }}" } }
permissions: { contents: read }
jobs:
  greet:
    runs-on: ubuntu-latest
    outputs: { said: "\${{ steps.greet.outputs.said }}" }
    steps:
      - id: greet
        uses: $/action
        with: { who: "\${{ inputs.who }}" }
      - run: echo "\${{ inputs.loud }} \${{ job.workflow_repository }} \${{ github.repository }} caller=\${CALLER_ENV:-none} key=\${{ secrets.key != '' }}"
`,
  });
  bench.forge.settings.secrets = { KEY: "abcdefgh" };
  bench.workflow(`
on: workflow_dispatch
env: { CALLER_ENV: leaks }
jobs:
  call:
    strategy: { matrix: { who: [Ada, Bob] } }
    uses: acme/tool/.github/workflows/greet.yml@main
    permissions: { contents: write }
    with: { who: "\${{ matrix.who }}" }
    secrets: { key: "\${{ secrets.KEY }}" }
  after:
    needs: call
    runs-on: ubuntu-latest
    steps: [{ run: "echo said \${{ needs.call.outputs.said }}" }]
`);
  const run = await bench.happen({ name: "workflow_dispatch", workflowPath: ".github/workflows/w.yml" });
  expect(bench.runner.problems(run.id)).toEqual([]);
  expect(run.conclusion).toBe("success");
  expect(bench.log("call (Ada) / greet")).toContain("true acme/tool acme/app caller=none key=true");
  expect(bench.log("after")).toContain("said Hello Bob!");
  expect(bench.forge.tokens[0]?.permissions).toEqual({ contents: "read", metadata: "read" });
});

test("an event starts only workflows whose filters match, and starts: nothing starts nothing", async () => {
  bench = openBench();
  const job = "jobs: { a: { runs-on: x, steps: [{ run: 'true' }] } }";
  bench.workflow(`on: { issues: { types: [labeled] } }\n${job}`, "labeled.yml");
  bench.workflow(`on: { issues: { types: [closed] } }\n${job}`, "closed.yml");
  bench.forge.emit({ name: "issues", action: "labeled", repository: REPOSITORY, starts: "nothing" });
  await bench.runner.idle();
  expect(bench.forge.runs()).toEqual([]);
  await bench.happen({ name: "issues", action: "labeled", payload: { issue: { title: "Do it" } } });
  expect(bench.forge.runs().map(({ path, displayTitle }) => [path, displayTitle])).toEqual([
    [".github/workflows/labeled.yml", "Do it"],
  ]);
});

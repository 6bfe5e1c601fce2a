import { expect, test } from "vitest";
import { checkWorkflowFile, type UsesResolver } from "../../src/local/runner/check-workflow-file.ts";

const SHA = "0123456789abcdef0123456789abcdef01234567";
const NONE: UsesResolver = { workflow: () => undefined, action: () => undefined };
const check = async (content: string, resolver: Partial<UsesResolver> = {}) =>
  (await checkWorkflowFile("w.yml", content, { ...NONE, ...resolver })).map(
    ({ line, rule, message }) => `${line} ${rule}: ${message}`,
  );
const steps = (...list: string[]) =>
  `on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n${list.map((step) => `      - ${step}\n`).join("")}`;

test("a sound file has no mistakes", async () => {
  const action =
    "name: A\ndescription: d\ninputs: { who: { description: d, required: true } }\nruns: { using: node24, main: m.js }";
  const content = steps(
    `{ uses: o/r/x@${SHA}, with: { who: me } }`,
    "uses: ./local",
    "uses: $/self",
    "run: 'true'",
  );
  expect(await check(content, { action: (uses) => (uses.startsWith("o/r") ? action : undefined) })).toEqual(
    [],
  );
});

test.each([
  ["an unpinned action", steps("uses: o/r@v1"), ["6 pin: 'o/r@v1' is not pinned to a full commit SHA"]],
  [
    "a form that GitHub does not know",
    steps("uses: just-a-name"),
    ["6 uses: 'just-a-name' is none of ./<path>, $/<path>, <owner>/<repository>[/<path>]@<ref>"],
  ],
  [
    "queue with cancel",
    "on: push\nconcurrency: { group: g, queue: max, cancel-in-progress: true }\njobs: { a: { runs-on: x, steps: [{ run: 'true' }] } }",
    ["2 concurrency: 'queue: max' cannot be used together with 'cancel-in-progress: true'"],
  ],
  [
    "an unknown context",
    steps("run: echo ${{ nothing.here }}"),
    ["6 syntax: Unrecognized named-value: 'nothing'"],
  ],
  [
    "a container job",
    "on: push\njobs:\n  a:\n    runs-on: x\n    container: alpine\n    steps: [{ run: 'true' }]",
    ["5 syntax: The local runner does not run jobs with 'container'; use GitHub for this workflow"],
  ],
])("%s", async (_name, content, mistakes) => {
  expect(await check(content)).toEqual(mistakes);
});

test("inputs that an action does not have or requires", async () => {
  const action =
    "name: A\ndescription: d\ninputs: { who: { description: d, required: true } }\nruns: { using: node24, main: m.js }";
  expect(await check(steps("{ uses: ./x, with: { whom: me } }"), { action: () => action })).toEqual([
    "6 inputs: Unexpected input 'whom' for './x'",
    "6 inputs: Input required and not supplied: 'who' for './x'",
  ]);
});

test("the permission lattice reaches through a remote workflow into its local one", async () => {
  const outer = "on: workflow_call\njobs: { mid: { uses: ./.github/workflows/leaf.yml } }";
  const leaf =
    "on: workflow_call\njobs: { deep: { runs-on: x, permissions: { issues: write }, steps: [{ run: 'true' }] } }";
  const content = `on: push\njobs: { call: { permissions: { contents: read }, uses: o/r/.github/workflows/mid.yml@${SHA} } }`;
  const workflow = (uses: string) =>
    uses.includes("mid.yml") ? outer : uses === `o/r/.github/workflows/leaf.yml@${SHA}` ? leaf : undefined;
  expect(await check(content, { workflow })).toEqual([
    "2 calls: Error calling workflow './.github/workflows/leaf.yml'. The nested job 'deep' is requesting 'issues: write', but is only allowed 'issues: none'.",
  ]);
});

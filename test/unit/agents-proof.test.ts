import { expect, test } from "vitest";
import type { FinishedCommand } from "../../src/agent/completion.ts";
import { unproven } from "../../src/agents/code/proof.ts";

const ROOT = "/work/app";

function ran(command: string, changes: Partial<FinishedCommand> = {}): FinishedCommand {
  return { command, exitCode: 0, afterLastEdit: true, ...changes };
}

/** Whether one green run of `command` proves `npm test`. */
const proves = (command: string, wanted = "npm test") =>
  unproven([wanted], [ran(command)], ROOT).length === 0;

test.each([
  "npm test",
  "  npm   test ",
  "npm 'test'",
  "npm test 2>&1",
  "npm test > out.log 2>&1",
  "npm test &> out.log",
  "time npm test",
  "timeout 300 npm test",
  "npm run lint && npm test",
  "npm test && npm run lint",
  "npm run lint; npm test",
  "npm run lint\nnpm test\n",
  "npm test # all of them",
  "cd . && npm test",
  `cd ${ROOT} && npm test`,
  "set -e\nnpm test\necho done",
  "set -euo pipefail; npm test; echo done",
])("exit 0 of `%s` proves the command", (command) => expect(proves(command)).toBe(true));

test.each([
  "true",
  "echo npm test",
  "echo 'npm test'",
  "npm test -- --grep one",
  "npm test || true",
  "npm test | tail -5",
  "npm test & sleep 1",
  "npm test &",
  "npm test; echo done",
  "npm test\necho done",
  "set -e; npm test && true; echo done",
  "cd packages/one && npm test",
  "CI=1 SKIP=1 npm test",
  "if npm test; then echo fine; fi",
  "! npm test",
  "$(echo npm) test",
  "bash -c 'npm test'",
  "exit 0; npm test",
  "cat <<END\nnpm test\nEND",
  "(npm test)",
])("exit 0 of `%s` proves nothing", (command) => expect(proves(command)).toBe(false));

test("every wanted command must be proven, in one run or in several", () => {
  const wanted = ["npm run lint", "npm test", "npm run build"];
  expect(unproven(wanted, [ran("npm test"), ran("npm run lint")], ROOT)).toEqual(["npm run build"]);
  expect(unproven(wanted, [ran("npm run lint && npm test && npm run build")], ROOT)).toEqual([]);
});

test("a wanted command of several parts is proven by its parts, or by itself word for word", () => {
  expect(proves("npm run build && npm test", "npm run build && npm test")).toBe(true);
  expect(unproven(["a && b"], [ran("b"), ran("a")], ROOT)).toEqual([]);
  const odd = 'if python3 -c "import pytest" 2>/dev/null; then pytest -q; else false; fi';
  expect(proves(odd, odd)).toBe(true);
  expect(proves("pytest -q", odd)).toBe(false);
  expect(proves("a | b", "a | b")).toBe(true);
});

test("what failed, ran before the last edit, or ran elsewhere is no proof", () => {
  for (const changes of [
    { exitCode: 1 },
    { exitCode: null },
    { afterLastEdit: false },
    { cwd: "packages/one" },
  ])
    expect(unproven(["npm test"], [ran("npm test", changes)], ROOT)).toEqual(["npm test"]);
  expect(unproven(["npm test"], [ran("npm test", { cwd: "." })], ROOT)).toEqual([]);
});

test("a run that changed the work tree proves its last command alone", () => {
  const run = ran("npm test && npm run format", { changed: true });
  expect(unproven(["npm test"], [run], ROOT)).toEqual(["npm test"]);
  expect(unproven(["npm test"], [ran("npm run format && npm test", { changed: true })], ROOT)).toEqual([]);
});

test("the newest run decides", () => {
  const [green, red] = [ran("npm test"), ran("npm run lint && npm test", { exitCode: 1 })];
  expect(unproven(["npm test"], [green, red], ROOT)).toEqual(["npm test"]);
  expect(unproven(["npm test"], [red, green], ROOT)).toEqual([]);
});

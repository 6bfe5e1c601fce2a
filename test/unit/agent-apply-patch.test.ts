import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runAgent } from "../../src/agent/run.ts";
import type { Sandbox } from "../../src/agent/sandbox/sandbox.ts";
import { calls, DONE, offSandbox, type Play, playing, resultsIn, runOf } from "./agent-support.ts";
import { exists, makeRepository, removeRepository } from "./sandbox-support.ts";

let root: string;
let sandbox: Sandbox;
beforeAll(async () => {
  root = await makeRepository({
    "src/add.ts": "const a = 1;\nconst b = 2;\n",
    "README.md": "# Demo\n",
    "db/1.sql": "x\n",
  });
  sandbox = await offSandbox(root);
});
afterAll(async () => {
  await sandbox.close();
  await removeRepository(root);
});

const patch = (...lines: string[]) =>
  ["apply_patch", { patch: ["*** Begin Patch", ...lines, "*** End Patch"].join("\n") }] as [string, unknown];
const UPDATE = ["*** Update File: src/add.ts", "-const b = 2;", "+const b = 3;"];
const openai = (...plays: readonly Play[]) => ({ ...playing(...plays), id: "openai:gpt-6-sol" });

/** Result of the call, made after the file was read. */
async function resultOf(...lines: string[]) {
  const model = openai(calls(["read_file", { path: "src/add.ts" }]), calls(patch(...lines)), DONE);
  await runAgent(runOf(model, sandbox, { protectedPaths: ["db/**"] }));
  return resultsIn(model.requests[2])[0];
}

test("models of OpenAI get apply_patch instead of edit_file, others do not", async () => {
  const names = async (model: ReturnType<typeof playing>) => {
    await runAgent(runOf(model, sandbox));
    return model.requests[0]?.tools.map(({ name }) => name);
  };
  const theirs = await names(openai(DONE));
  expect(theirs).toContain("apply_patch");
  expect(theirs).not.toContain("edit_file");
  const others = await names(playing(DONE));
  expect(others).toContain("edit_file");
  expect(others).not.toContain("apply_patch");
});

test("a file that was not read is not updated", async () => {
  const fresh = await offSandbox(root);
  const model = openai(calls(patch(...UPDATE)), DONE);
  await runAgent(runOf(model, fresh));
  await fresh.close();
  expect(resultsIn(model.requests[1])[0]).toMatchObject({
    isError: true,
    content: expect.stringContaining("was not read yet"),
  });
});

test.each([
  ["a protected path", ["*** Add File: db/2.sql", "+x"], "db/** is protected"],
  [
    "a protected target",
    ["*** Update File: README.md", "*** Move to: .github/workflows/x.yml"],
    "is protected",
  ],
  ["a path outside", ["*** Add File: ../x", "+x"], "outside the repository"],
  ["a file that is there", ["*** Add File: README.md", "+x"], "exists already"],
  ["a hunk that fits nowhere", ["*** Update File: README.md", "-nothing", "+x"], "README.md"],
])("nothing is changed when one part is %s", async (_what, part, why) => {
  const result = await resultOf(...UPDATE, ...part);
  expect(result).toMatchObject({ isError: true, content: expect.stringContaining(why) });
  expect(await readFile(join(root, "src/add.ts"), "utf8")).toBe("const a = 1;\nconst b = 2;\n");
  expect(await exists(join(root, "db/2.sql"))).toBe(false);
});

test("a whole patch is applied and told line by line", async () => {
  const result = await resultOf(
    ...UPDATE.toSpliced(1, 0, "*** Move to: src/sum.ts"),
    "*** Add File: src/new.ts",
    "+one",
    "*** Delete File: README.md",
  );
  expect(result).toEqual({
    isError: false,
    content: "updated src/add.ts and moved to src/sum.ts: lines 2\nadded src/new.ts\ndeleted README.md",
  });
  expect(await readFile(join(root, "src/sum.ts"), "utf8")).toBe("const a = 1;\nconst b = 3;\n");
  expect(await readFile(join(root, "src/new.ts"), "utf8")).toBe("one\n");
  expect([await exists(join(root, "src/add.ts")), await exists(join(root, "README.md"))]).toEqual([
    false,
    false,
  ]);
});

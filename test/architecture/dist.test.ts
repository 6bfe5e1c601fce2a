import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseAgentDefinition } from "../../src/agent/definition.ts";
import { exists, ROOT, readText } from "./project-files.ts";

const filesBelow = (path: string) =>
  readdirSync(join(ROOT, path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(ROOT, path).length + 1))
    .sort();

describe("the bundle", () => {
  test("is there, with the licences of what is in it", () => {
    for (const file of ["dist/index.js", "dist/package.json", "dist/licenses.txt"])
      expect({ file, there: exists(file) }).toEqual({ file, there: true });
    expect(JSON.parse(readText("dist/package.json")).type).toBe("module");
  });

  test.each(["code", "review"])("carries the definition of the %s agent as it is in the source", (agent) => {
    const text = readText(`dist/assets/agents/${agent}/definition.md`);
    expect(text).toBe(readText(`src/agents/${agent}/definition.md`));
    expect(parseAgentDefinition(text, "definition.md").name).toBe(agent);
  });

  test("carries GitHub's schema and every scenario", () => {
    expect(readText("dist/assets/local/schema.graphql")).toBe(
      readText("node_modules/@octokit/graphql-schema/schema.graphql"),
    );
    const scenarios = "local/scripted-model/scenarios";
    expect(filesBelow(`dist/assets/${scenarios}`)).toEqual(filesBelow(`src/${scenarios}`));
  });

  test("names no path of a machine", () => {
    const chunks = readdirSync(join(ROOT, "dist")).filter((name) => name.endsWith(".js"));
    expect(chunks.filter((name) => readText(`dist/${name}`).includes(ROOT))).toEqual([]);
  });
});

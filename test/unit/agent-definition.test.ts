import { describe, expect, test } from "vitest";
import { z } from "zod";
import { parseAgentDefinition } from "../../src/agent/definition.ts";
import { limitsOf } from "../../src/agent/limits.ts";
import { decidePolicy, policyOf } from "../../src/agent/policy.ts";
import { renderOutputSchema } from "../../src/agent/schema.ts";
import { selectTools, TOOL_NAMES } from "../../src/agent/toolbox.ts";
import { NO_DELEGATION, taskTool } from "../../src/agent/tools/task.ts";
import { readDefinition } from "../../src/agents/definitions.ts";
import { globTest } from "../../src/domain/glob.ts";

const TEXT = `---
name: coder
description: Writes code.
tools: [read_file, bash]
max_turns: 120
timeout_mins: 45
budget_usd: 5
effort: high
---
You write code.
`;

test("a definition is front matter and a prompt", () => {
  expect(parseAgentDefinition(TEXT, "coder.md")).toEqual({
    name: "coder",
    description: "Writes code.",
    tools: ["read_file", "bash"],
    max_turns: 120,
    timeout_mins: 45,
    budget_usd: 5,
    effort: "high",
    prompt: "You write code.",
  });
});

test("tools may be written as words with commas", () => {
  const text = TEXT.replace("[read_file, bash]", "read_file, bash");
  expect(parseAgentDefinition(text, "coder.md").tools).toEqual(["read_file", "bash"]);
});

test.each([
  [
    "an unknown key",
    TEXT.replace("effort: high", "effort: high\ncolour: red"),
    /coder\.md: unknown key "colour"; remove it \(keys are name, description, tools,/,
  ],
  ["an unknown tool", TEXT.replace("bash", "fly"), /coder\.md: .*unknown tool "fly"/],
  ["a missing key", TEXT.replace("description: Writes code.\n", ""), /coder\.md: description/],
  ["an unknown model", TEXT.replace("effort", "model: best\neffort"), /coder\.md: model: .*provider:model/],
  [
    "an unknown output",
    TEXT.replace("effort", "output: poem\neffort"),
    /coder\.md: output: .*"poem"; use answer, places/,
  ],
  [
    "an output of another type",
    TEXT.replace("effort", "output: {type: array}\neffort"),
    /output: .*type: object/,
  ],
  ["a wrong value", TEXT.replace("high", "heroic"), /coder\.md: [\s\S]*effort/],
  ["no front matter", "You write code.", /coder\.md: an agent definition starts with front matter/],
  ["no prompt", TEXT.replace("You write code.", ""), /coder\.md: the body/],
  ["no YAML", TEXT.replace("name: coder", "name: [coder"), /coder\.md: the front matter is not YAML/],
])("%s is refused with the file's name", (_name, text, why) => {
  expect(() => parseAgentDefinition(text, "coder.md")).toThrow(why);
});

test("an agent that says nothing about its limits gets those of a sub-agent", () => {
  const text = "---\nname: helper\ndescription: Helps.\ntools: search\nmodel: inherit\n---\nHelp.\n";
  expect(parseAgentDefinition(text, "helper.md")).toEqual({
    name: "helper",
    description: "Helps.",
    tools: ["search"],
    max_turns: 25,
    timeout_mins: 8,
    budget_usd: 0.75,
    effort: "medium",
    prompt: "Help.",
  });
});

test("an output may be a JSON schema, which is checked", () => {
  const schema = "{type: object, properties: {score: {type: integer, minimum: 0}}, required: [score]}";
  const { output } = parseAgentDefinition(TEXT.replace("effort", `output: ${schema}\neffort`), "coder.md");
  expect(output?.check.safeParse({ score: 3 }).success).toBe(true);
  expect(output?.check.safeParse({ score: -1 }).success).toBe(false);
  expect(output?.check.safeParse({}).success).toBe(false);
  expect(output?.schema).toContain('"minimum":0');
});

test("limits follow the definition", () => {
  expect(limitsOf(parseAgentDefinition(TEXT, "coder.md"))).toEqual({
    turns: 120,
    wallMs: 2_700_000,
    usd: 5,
    tokens: null,
    outputTokens: 16_000,
  });
});

describe("tools", () => {
  test("are sorted, always include complete_task, and are the same bytes every time", () => {
    const specs = selectTools(["search", "bash"]).specs;
    expect(specs.map(({ name }) => name)).toEqual(["bash", "complete_task", "search"]);
    expect(JSON.stringify(selectTools(["bash", "search"]).specs)).toBe(JSON.stringify(specs));
  });

  test.each(["code", "review"] as const)(
    "of the agent %s and its prompt are sent in 5.2 KB",
    async (agent) => {
      const { prompt, tools } = await readDefinition(agent);
      const sent = selectTools(tools, [taskTool(NO_DELEGATION)]).specs.map(
        ({ name, description, schema }) => ({
          name,
          description,
          input_schema: schema,
        }),
      );
      expect(Buffer.byteLength(prompt + JSON.stringify(sent))).toBeLessThanOrEqual(5_200);
    },
  );

  test("have the parameters that the tools check", () => {
    const schemas = Object.fromEntries(
      selectTools(TOOL_NAMES, [taskTool(NO_DELEGATION)]).specs.map(({ name, schema }) => [
        name,
        [Object.keys(Object(schema.properties)), schema.required],
      ]),
    );
    expect(schemas).toEqual({
      bash: [["command", "timeoutSec", "cwd", "description"], ["command"]],
      complete_task: [
        ["status", "summary", "output", "blockers"],
        ["status", "summary"],
      ],
      delete_file: [["path"], ["path"]],
      edit_file: [
        ["path", "edits"],
        ["path", "edits"],
      ],
      git: [["op", "args"], ["op"]],
      list_files: [["path", "glob", "depth"], undefined],
      move_file: [
        ["from", "to"],
        ["from", "to"],
      ],
      read_file: [["path", "offset", "limit"], ["path"]],
      search: [["pattern", "path", "glob", "ignoreCase", "context", "maxResults"], ["pattern"]],
      task: [
        ["agent", "prompt", "files"],
        ["agent", "prompt"],
      ],
      update_plan: [["items"], ["items"]],
      write_file: [
        ["path", "content"],
        ["path", "content"],
      ],
    });
  });
});

test("an output schema is one compact line that keeps limits and a property called maximum", () => {
  const schema = z.strictObject({
    maximum: z.int().min(1),
    title: z.string().max(80),
    kind: z.enum(["a", "b"]).default("a"),
  });
  expect(renderOutputSchema(schema)).toBe(
    '{"type":"object","properties":{"maximum":{"type":"integer","minimum":1},"title":{"type":"string","maxLength":80},"kind":{"default":"a","type":"string","enum":["a","b"]}},"required":["maximum","title"]}',
  );
});

test.each([
  ["dist/**", "dist/index.js", true],
  ["dist", "dist/index.js", true],
  ["dist", "distant.js", false],
  ["*.lock", "yarn.lock", true],
  ["*.lock", "a/yarn.lock", false],
  ["**/*.lock", "a/b/yarn.lock", true],
  ["**/*.lock", "yarn.lock", true],
  ["src/*.ts", "src/a/b.ts", false],
  ["src/{a,b}.ts", "src/b.ts", true],
  ["a?.ts", "ab.ts", true],
  [".github/nightshift*", ".GitHub/Nightshift.yml", true],
  ["a+b(c).ts", "a+b(c).ts", true],
])("glob %s on %s: %s", (glob, path, matches) => {
  expect(globTest(glob)(path)).toBe(matches);
});

test("the first rule that matches decides, and escalate asks a person", () => {
  const rules = [
    { tool: "bash", decision: "escalate" as const, why: "commands need a person" },
    ...policyOf(["db/**"]),
  ];
  const decide = (tool: string, effect: "read" | "write" | "execute", ...paths: string[]) =>
    decidePolicy({ agent: "code", tool, effect, paths }, rules);
  expect(decide("bash", "execute")).toEqual({
    kind: "ask",
    why: "commands need a person",
  });
  expect(decide("write_file", "write", "./db/1.sql")).toEqual({
    kind: "deny",
    why: "db/** is protected",
  });
  expect(decide("move_file", "write", "a", "db/a").kind).toBe("deny");
  expect(decide("read_file", "read", "db/1.sql").kind).toBe("allow");
});

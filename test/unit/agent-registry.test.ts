import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parseForeignDefinition } from "../../src/agent/dialects.ts";
import { openRegistry, renderAgents } from "../../src/agent/registry.ts";
import { readAgents } from "../../src/agents/project-agents.ts";
import { gitIn } from "../../src/cli/git.ts";
import { readCommitTree } from "../../src/github/commit-tree.ts";
import { makeRepository } from "./sandbox-support.ts";

const definition = (name: string, more = "tools: search") =>
  `---\nname: ${name}\ndescription: Does ${name}.\n${more}\n---\nDo ${name}.\n`;
const native = (name: string, file = name) => ({
  file: `.github/nightshift/agents/${file}.md`,
  text: definition(name),
});
const claude = (name: string, more = "tools: Grep", file = name) => ({
  file: `.claude/agents/${file}.md`,
  text: definition(name, more),
});
const names = (project: { file: string; text: string }[], builtIn: { file: string; text: string }[] = []) =>
  openRegistry(builtIn, project).registry.agents.map((agent) => agent.name);

test("agents are found by name and listed in one order, whatever order the files have", () => {
  const { registry } = openRegistry(
    [native("explore")],
    [native("zed"), claude("Bug Hunter"), native("audit")],
  );
  expect(registry.find("bug-hunter")?.tools).toEqual(["search"]);
  expect(registry.find("nobody")).toBeUndefined();
  expect(renderAgents(registry)).toBe(
    "Agents for the tool task:\n- audit: Does audit.\n- bug-hunter: Does Bug Hunter.\n- explore: Does explore.\n- zed: Does zed.",
  );
  expect(
    renderAgents(
      openRegistry([], [claude("Bug Hunter"), native("audit"), native("zed"), native("explore")]).registry,
    ),
  ).toBe(renderAgents(registry));
});

test("two files of ours with the same name are an error that names both", () => {
  expect(() => openRegistry([], [native("audit", "a"), native("audit", "b")])).toThrow(
    '.github/nightshift/agents/a.md and .github/nightshift/agents/b.md both define the agent "audit"; rename one of them.',
  );
});

test("our own folder wins over files for other tools and over what comes along, and says so", () => {
  const { registry, notes } = openRegistry(
    [{ file: "built-in", text: definition("explore") }],
    [claude("explore", "tools: Grep, Read"), native("explore")],
  );
  expect(registry.find("explore")?.tools).toEqual(["search"]);
  expect(notes).toEqual([
    '.claude/agents/explore.md: the agent "explore" of .github/nightshift/agents/explore.md is used instead.',
    'built-in: the agent "explore" of .github/nightshift/agents/explore.md is used instead.',
  ]);
});

test("Nightshift's own agents cannot be replaced", () => {
  expect(() => openRegistry([], [native("review")])).toThrow(
    /"review" is an agent of Nightshift itself; choose another name/,
  );
  expect(names([claude("code")])).toEqual([]);
});

test("a broken file of ours is an error; one for another tool is left out with a note", () => {
  expect(() => openRegistry([], [{ file: ".github/nightshift/agents/x.md", text: "# notes" }])).toThrow(
    /agents\/x\.md: an agent definition starts with front matter/,
  );
  const { registry, notes } = openRegistry(
    [],
    [{ file: ".claude/agents/x.md", text: "# notes" }, claude("ok")],
  );
  expect(registry.agents.map(({ name }) => name)).toEqual(["ok"]);
  expect(notes.join()).toContain("The agent is left out.");
});

test.each([
  ["Read, Grep, Glob", ["list_files", "read_file", "search"]],
  ["[Edit, Write, MultiEdit]", ["edit_file", "write_file"]],
  ["Bash(git log:*, git diff:*), Read", ["read_file"]],
  ["Task, WebFetch, Grep", ["search"]],
  ["['search', 'edit', 'github/create_issue']", ["edit_file", "list_files", "search", "write_file"]],
])("tools of other dialects: %s", (tools, ours) => {
  const { definition: read } = parseForeignDefinition(
    definition("x", `tools: ${tools}`),
    ".claude/agents/x.md",
  );
  expect(read.tools).toEqual(ours);
});

test("no list of tools means all, but for starting other agents", () => {
  const { tools } = parseForeignDefinition(definition("x", "color: red"), ".claude/agents/x.md").definition;
  expect(tools).toContain("bash");
  expect(tools).not.toContain("task");
});

test("what does not carry over is noted, and never granted", () => {
  const { definition: read, notes } = parseForeignDefinition(
    "---\ndescription: Finds bugs.\ntools: [Read, WebFetch, 'Bash(git:*)']\nmodel: gpt-4.1\ntarget: vscode\n---\nFind bugs.\n",
    ".github/agents/bug hunter.agent.md",
  );
  expect(read).toMatchObject({ name: "bug-hunter", tools: ["read_file"], max_turns: 25 });
  expect(read.model).toBeUndefined();
  expect(notes).toEqual([
    ".github/agents/bug hunter.agent.md: ignored, because it means nothing here: target.",
    ".github/agents/bug hunter.agent.md: there is no tool WebFetch here; it is ignored.",
    ".github/agents/bug hunter.agent.md: the tool Bash(git:*) is not granted, because a part of a tool cannot be.",
    ".github/agents/bug hunter.agent.md: the model gpt-4.1 is not known here; the caller's is used.",
  ]);
});

test.each([
  ["inherit", undefined],
  ["sonnet", "anthropic:claude-sonnet-5-5"],
  ["Haiku", "anthropic:claude-haiku-5-5"],
])("model %s", (model, ours) => {
  expect(parseForeignDefinition(definition("x", `model: ${model}`), "x.md").definition.model).toBe(ours);
});

test("definitions are read from the commit, not from the files that lie there", async () => {
  const root = await makeRepository({
    ".github/nightshift/agents/audit.md": definition("audit"),
    ".github/nightshift/agents/README.txt": "notes",
    ".github/nightshift/agents/deep/no.md": definition("deep"),
    ".github/agents/reviewer.agent.md": definition("reviewer", "tools: [read]"),
    ".github/agents/README.md": "notes",
    ".claude/agents/scout.md": definition("scout", "tools: Grep"),
  });
  try {
    const git = gitIn(root);
    const commit = await git.text(["rev-parse", "HEAD"]);
    await writeFile(join(root, ".github/nightshift/agents/audit.md"), definition("audit", "tools: bash"));
    await writeFile(join(root, ".github/nightshift/agents/evil.md"), definition("evil", "tools: bash"));
    const { registry } = await readAgents(await readCommitTree(git, commit));
    expect(registry.agents.map(({ name }) => name)).toEqual(["audit", "explore", "reviewer", "scout"]);
    expect(registry.find("audit")?.tools).toEqual(["search"]);
  } finally {
    await rm(root, { recursive: true, force: true });
  }
});

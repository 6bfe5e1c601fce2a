/** The documentation says what the sources say. */
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { Ajv } from "ajv";
import { Command } from "commander";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { addDemoCommand } from "../../src/cli/commands/demo.ts";
import { addInitCommand } from "../../src/cli/commands/init.ts";
import { addReplayCommand, addRollbackCommand, addTranscriptCommand } from "../../src/cli/commands/record.ts";
import { addReviewCommand } from "../../src/cli/commands/review.ts";
import { addRunCommand } from "../../src/cli/commands/run.ts";
import { addStartCommand } from "../../src/cli/commands/start.ts";
import { addStatusCommand } from "../../src/cli/commands/status.ts";
import { addUpCommand } from "../../src/cli/commands/up.ts";
import { addVerifyCommand } from "../../src/cli/commands/verify.ts";
import { LANDED_LADDER } from "../../src/domain/decide/after-merge.ts";
import { FOREIGN_LADDER } from "../../src/domain/decide/foreign-review.ts";
import { PULL_LADDER } from "../../src/domain/decide/merge-pull.ts";
import { REQUIREMENT_LADDER } from "../../src/domain/decide/merge-requirement.ts";
import { REVERT_LADDER } from "../../src/domain/decide/revert.ts";
import { ERRORS } from "../../src/domain/errors.ts";
import { PERSON_COMMANDS } from "../../src/domain/person-command.ts";
import { parseConfigFile } from "../../src/ops/config-file.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const read = (path: string) => readFile(join(ROOT, path), "utf8");

interface Ended {
  code: number;
  output: string;
}

/** `node scripts/docs.mjs …` as people and CI run it. */
async function docs(...args: string[]): Promise<Ended> {
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, ["scripts/docs.mjs", ...args], {
      cwd: ROOT,
    });
    return { code: 0, output: stdout + stderr };
  } catch (error) {
    const { code, stdout, stderr } = Object.assign({ code: -1, stdout: "", stderr: "" }, error);
    return { code, output: `${stdout}${stderr}` };
  }
}

async function markdownFiles(): Promise<string[]> {
  const top = (await readdir(ROOT)).filter((name) => name.endsWith(".md"));
  const below = await Promise.all(
    ["docs", "actions"].map(async (folder) =>
      (await readdir(join(ROOT, folder), { recursive: true })).map((name) => join(folder, name)),
    ),
  );
  return [...top, ...below.flat().filter((name) => name.endsWith(".md"))];
}

describe("generated parts", () => {
  let directory: string;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), "nightshift-docs-"));
  });
  afterAll(() => rm(directory, { recursive: true, force: true }));

  test("are what the sources give", async () => {
    expect(await docs("--check")).toEqual({ code: 0, output: "The documentation is up to date.\n" });
  });

  test("that are stale are named by --check and renewed without it", async () => {
    const page = join(directory, "page.md");
    await writeFile(page, "before\n<!-- generated:secrets -->\nold\n<!-- /generated:secrets -->\nafter\n");
    const checked = await docs("--check", page);
    expect(checked.code).toBe(1);
    expect(checked.output).toContain("page.md: secrets");
    expect(await readFile(page, "utf8")).toContain("\nold\n");
    expect((await docs(page)).code).toBe(0);
    const renewed = await readFile(page, "utf8");
    expect(renewed).toMatch(
      /^before\n<!-- generated:secrets -->\n\|[\s\S]*ANTHROPIC_API_KEY[\s\S]*-->\nafter\n$/,
    );
  });

  test("with an unknown name are refused", async () => {
    const page = join(directory, "unknown.md");
    await writeFile(page, "<!-- generated:weather -->\n<!-- /generated:weather -->\n");
    expect(await docs("--check", page)).toMatchObject({
      code: 1,
      output: expect.stringContaining('no generated part "weather"'),
    });
  });
});

describe("troubleshooting", () => {
  const rows = async (section: string): Promise<string[]> => {
    const found = (await read("docs/troubleshooting.md"))
      .split(/^## /m)
      .find((part) => part.startsWith(section));
    return (found ?? "").split("\n").filter((line) => line.startsWith("|"));
  };
  const named = (row: string): string[] =>
    [...(row.split("|")[1] ?? "").matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name);

  test("has a row for every error code, and no other", async () => {
    const codes = (await rows("A run failed")).flatMap(named);
    expect([...codes].sort()).toEqual(Object.keys(ERRORS).sort());
  });

  test("has a row for every rung that only a person ends, and no row for a rung that is gone", async () => {
    const rungs = [
      ...PULL_LADDER,
      ...FOREIGN_LADDER,
      ...REQUIREMENT_LADDER,
      ...LANDED_LADDER,
      ...REVERT_LADDER,
    ];
    const forPeople = rungs.filter(
      ({ alarm }) => alarm.kind === "event" && /^a (comment|click)/.test(alarm.name),
    );
    const listed = (await rows("It waits for a person")).flatMap(named);
    expect(forPeople.length).toBeGreaterThan(10);
    expect([...new Set(listed)].sort()).toEqual([...new Set(forPeople.map(({ id }) => id))].sort());
  });
});

describe("pages", () => {
  test("link to files and headings that are there", async () => {
    const broken: string[] = [];
    for (const file of await markdownFiles()) {
      const links = [...(await read(file)).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = ""]) => target);
      for (const link of links.filter((target) => !/^[a-z]+:/.test(target))) {
        const [path = "", heading] = link.split("#");
        const target = path === "" ? join(ROOT, file) : resolve(ROOT, dirname(file), path);
        const headings = heading && existsSync(target) ? headingsOf(await readFile(target, "utf8")) : [];
        if (!existsSync(target) || (heading && !headings.includes(heading))) broken.push(`${file}: ${link}`);
      }
    }
    expect(broken).toEqual([]);
  });

  test("name only npm scripts that are there", async () => {
    const { scripts } = JSON.parse(await read("package.json"));
    const texts = await Promise.all((await markdownFiles()).map(read));
    const used = texts.flatMap((text) =>
      [...text.matchAll(/npm\s+run\s+(?:-s\s+)?([\w:]+)/g)].map(([, name = ""]) => name),
    );
    expect(used).toContain("demo");
    expect([...new Set(used)].filter((name) => scripts[name] === undefined)).toEqual([]);
  });

  test("name only commands and options that the command line has", async () => {
    const program = new Command();
    for (const add of [
      addDemoCommand,
      addInitCommand,
      addRunCommand,
      addReviewCommand,
      addStartCommand,
      addStatusCommand,
      addUpCommand,
      addTranscriptCommand,
      addReplayCommand,
      addRollbackCommand,
      addVerifyCommand,
    ])
      add(program, () => undefined);
    const texts = await Promise.all((await markdownFiles()).map(read));
    const used = texts.flatMap(commandLines);
    const wrong = used.filter(({ name, options }) => {
      const command = program.commands.find((candidate) => candidate.name() === name);
      const known = ["--help", ...(command?.options ?? []).map(({ long }) => long)];
      return command === undefined || options.some((option) => !known.includes(option));
    });
    expect(new Set(used.map(({ name }) => name))).toEqual(new Set(program.commands.map((one) => one.name())));
    expect(wrong).toEqual([]);
  });

  test("tell of every command that people can comment", async () => {
    const readme = await read("README.md");
    expect(
      PERSON_COMMANDS.filter((name) => !new RegExp(`^\\| \`/nightshift.*\\b${name}\\b`, "m").test(readme)),
    ).toEqual([]);
  });
});

describe("configuration", () => {
  let accepts: (value: unknown) => unknown;
  beforeAll(async () => {
    accepts = new Ajv({ strict: true }).compile(JSON.parse(await read("docs/nightshift.schema.json")));
  });

  test("examples and template are accepted by the product and by the schema for editors", async () => {
    const page = await read("docs/configuration.md");
    const examples = [...page.matchAll(/```yaml\n(# \.github\/nightshift\.yml\n[\s\S]*?)```/g)].map(
      ([, text = ""]) => text,
    );
    expect(examples.length).toBeGreaterThan(0);
    for (const text of [...examples, await read("templates/.github/nightshift.yml")]) {
      parseConfigFile(text);
      expect(accepts(parse(text))).toBe(true);
    }
  });

  test.each([
    ["an unknown key", { modle: "anthropic:x" }],
    ["an unknown key inside", { approval: { plans: true } }],
    ["a landing that nobody knows", { landing: "somewhere" }],
    ["a ci mode that is not available yet", { ci: { mode: "native" } }],
    ["more than one feature at a time", { parallel: 9 }],
    ["a number out of bounds", { rounds: 0 }],
    ["a model without provider", { model: "sonnet" }],
  ])("%s is refused by both", (_, value) => {
    expect(accepts(value)).toBe(false);
    expect(() => parseConfigFile(JSON.stringify(value))).toThrow();
  });
});

/** Anchors as GitHub makes them. */
function headingsOf(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s-]/gu, "")
      .replaceAll(" ", "-"),
  );
}

/** `nightshift run --data DIR` in code, inline or as a line of a block: its command and its options. */
function commandLines(text: string): { name: string; options: string[] }[] {
  const lines = [...text.matchAll(/(?:^|`)(?:node \S*dist\/index\.js|nightshift)\s([a-z]+)\b([^`\n]*)/gm)];
  return lines.map(([, name = "", rest = ""]) => ({ name, options: rest.match(/--[a-z-]+/g) ?? [] }));
}

/** The agents' tools, as small as they can be while still holding what the real ones demand. Any breach throws. */
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { z } from "zod";
import { bash } from "../../../src/agent/tools/bash.ts";
import { editFile } from "../../../src/agent/tools/edit-file.ts";
import { git as gitTool } from "../../../src/agent/tools/git.ts";
import { listFiles } from "../../../src/agent/tools/list-files.ts";
import { readFile as readFileTool } from "../../../src/agent/tools/read-file.ts";
import { search } from "../../../src/agent/tools/search.ts";
import { updatePlan } from "../../../src/agent/tools/update-plan.ts";
import { writeFile as writeFileTool } from "../../../src/agent/tools/write-file.ts";
import type { Call } from "../../../src/local/scripted-model/scenario.ts";

const start = promisify(execFile);
const ENVIRONMENT = { PATH: process.env.PATH ?? "", HOME: "/nonexistent", CI: "1" };

const Output = z.object({ stdout: z.string().optional(), stderr: z.string().optional() });

/** Runs a program in `cwd` with a bare environment; rejects unless it exits with 0. Gives its output, and tells it when it fails. */
export async function run(cwd: string, program: string, ...args: string[]): Promise<string> {
  try {
    const { stdout } = await start(program, args, { cwd, env: ENVIRONMENT, maxBuffer: 16_000_000 });
    return stdout;
  } catch (cause) {
    const { stdout = "", stderr = "" } = Output.parse(cause);
    throw new Error(`${program} ${args.join(" ")} failed:\n${stdout}${stderr}`, { cause });
  }
}

export function git(cwd: string, ...args: string[]): Promise<string> {
  const identity = ["-c", "user.name=Test", "-c", "user.email=test@example.invalid"];
  return run(cwd, "git", ...identity, ...args);
}

const path = z.string().regex(/^(?!\/|\.git\/|.*\.\.)/);
const INPUTS = {
  read_file: z.object({ path }),
  list_files: z.object({ path: path.default(".") }),
  search: z.object({ pattern: z.string(), path: path.default(".") }),
  edit_file: z.object({ path, edits: z.array(z.object({ old: z.string().min(1), new: z.string() })) }),
  write_file: z.object({ path, content: z.string() }),
  bash: z.object({ command: z.string(), description: z.string() }),
  git: z.object({ op: z.string(), args: z.array(z.string()).default([]) }),
};

/** The product's own tools: what they do not accept is a breach. */
const REAL = [bash, editFile, gitTool, listFiles, readFileTool, search, updatePlan, writeFileTool];
export const CODE_TOOLS = REAL.map((tool) => tool.name);
export const REVIEW_TOOLS = ["read_file", "list_files", "search", "git"];

function checkInput({ name, input }: Call): void {
  const prepared = REAL.find((tool) => tool.name === name)?.prepare(input);
  if (!prepared) throw new Error(`there is no tool ${name}`);
  if ("invalid" in prepared) throw new Error(`${name}: ${prepared.invalid}`);
}

/** The tools of one run in the work tree `root`. With `commands: false`, bash does nothing and succeeds. */
export function openTools(root: string, allowed: string[], { commands }: { commands: boolean }) {
  const seen = new Set<string>();
  let testedSinceEdit = false;

  function mustBeSeen(file: string): void {
    if (!seen.has(file)) throw new Error(`${file} was not read before it was changed`);
  }

  function read(file: string): Promise<string> {
    seen.add(file);
    return readFile(join(root, file), "utf8");
  }

  async function create({ path: file, content }: z.infer<typeof INPUTS.write_file>): Promise<string> {
    if (existsSync(join(root, file))) mustBeSeen(file);
    return write(file, content);
  }

  async function write(file: string, text: string): Promise<string> {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), text);
    seen.add(file);
    testedSinceEdit = false;
    return "written";
  }

  async function edit({ path: file, edits }: z.infer<typeof INPUTS.edit_file>): Promise<string> {
    mustBeSeen(file);
    let text = await readFile(join(root, file), "utf8");
    for (const { old, new: replacement } of edits) {
      const count = text.split(old).length - 1;
      if (count !== 1) throw new Error(`${count} times in ${file}: ${old}`);
      text = text.replace(old, () => replacement);
    }
    return write(file, text);
  }

  async function execute(command: string): Promise<string> {
    const output = commands ? await run(root, "/bin/sh", "-c", command) : "";
    testedSinceEdit = true;
    return output;
  }

  async function use(call: Call): Promise<string> {
    const { name, input } = call;
    if (!allowed.includes(name)) throw new Error(`no tool ${name} in this run`);
    checkInput(call);
    if (name === "read_file") return read(INPUTS.read_file.parse(input).path);
    if (name === "list_files") return git(root, "ls-files", INPUTS.list_files.parse(input).path);
    if (name === "edit_file") return edit(INPUTS.edit_file.parse(input));
    if (name === "write_file") return create(INPUTS.write_file.parse(input));
    if (name === "bash") return execute(INPUTS.bash.parse(input).command);
    if (name === "search") {
      const { pattern, path: below } = INPUTS.search.parse(input);
      return git(root, "grep", "-nIE", "-e", pattern, "--", below);
    }
    if (name === "git") {
      const { op, args } = INPUTS.git.parse(input);
      return git(root, op, ...args);
    }
    return "noted";
  }

  return { use, testedSinceEdit: () => testedSinceEdit };
}

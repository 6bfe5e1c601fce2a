/** The agents' tools, as small as they can be while still holding what the real ones demand. Any breach throws. */
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { z } from "zod";
import type { Call } from "../../../src/local/scripted-model/scenario.ts";

const execute = promisify(execFile);
const ENVIRONMENT = { PATH: process.env.PATH ?? "", HOME: "/nonexistent", CI: "1" };

const Output = z.object({ stdout: z.string().optional(), stderr: z.string().optional() });

/** Runs a program in `cwd` with a bare environment; rejects unless it exits with 0. Gives its output, and tells it when it fails. */
export async function run(cwd: string, program: string, ...args: string[]): Promise<string> {
  try {
    const { stdout } = await execute(program, args, { cwd, env: ENVIRONMENT, maxBuffer: 16_000_000 });
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
  read_file: z.strictObject({ path, offset: z.int().optional(), limit: z.int().optional() }),
  list_files: z.strictObject({
    path: path.optional(),
    glob: z.string().optional(),
    depth: z.int().optional(),
  }),
  search: z.strictObject({ pattern: z.string(), path: path.optional(), glob: z.string().optional() }),
  edit_file: z.strictObject({
    path,
    edits: z
      .array(z.strictObject({ old: z.string().min(1), new: z.string(), all: z.boolean().optional() }))
      .min(1),
  }),
  write_file: z.strictObject({ path, content: z.string().min(1).max(200_000) }),
  bash: z.strictObject({
    command: z.string(),
    timeoutSec: z.int().optional(),
    cwd: path.optional(),
    description: z.string(),
  }),
  git: z.strictObject({
    op: z.enum(["status", "diff", "log", "show", "blame"]),
    args: z.array(z.string()).optional(),
  }),
  update_plan: z.strictObject({
    items: z.array(z.strictObject({ id: z.string(), text: z.string(), state: z.string() })).min(1),
  }),
};

export const CODE_TOOLS = Object.keys(INPUTS);
export const REVIEW_TOOLS = ["read_file", "list_files", "search", "git"];

/** The tools of one run in the work tree `root`. With `commands: false`, bash does nothing and succeeds. */
export function openTools(root: string, allowed: string[], { commands }: { commands: boolean }) {
  const seen = new Set<string>();
  let testedSinceEdit = false;

  function mustBeSeen(file: string): void {
    if (!seen.has(file)) throw new Error(`${file} was not read before it was changed`);
  }

  async function write(file: string, text: string): Promise<string> {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), text);
    seen.add(file);
    testedSinceEdit = false;
    return "written";
  }

  async function editFile({ path: file, edits }: z.infer<typeof INPUTS.edit_file>): Promise<string> {
    mustBeSeen(file);
    let text = await readFile(join(root, file), "utf8");
    for (const edit of edits) {
      const count = text.split(edit.old).length - 1;
      if (count !== 1 && !(edit.all && count > 0)) throw new Error(`${count} times in ${file}: ${edit.old}`);
      text = text.replaceAll(edit.old, () => edit.new);
    }
    return write(file, text);
  }

  async function bash(command: string): Promise<string> {
    const output = commands ? await run(root, "/bin/sh", "-c", command) : "";
    testedSinceEdit = true;
    return output;
  }

  async function use({ name, input }: Call): Promise<string> {
    if (!allowed.includes(name)) throw new Error(`no tool ${name} in this run`);
    if (name === "read_file") {
      const { path: file } = INPUTS.read_file.parse(input);
      seen.add(file);
      return readFile(join(root, file), "utf8");
    }
    if (name === "list_files") return git(root, "ls-files", INPUTS.list_files.parse(input).path ?? ".");
    if (name === "search") {
      const { pattern, path: below } = INPUTS.search.parse(input);
      return git(root, "grep", "-nIE", pattern, "--", below ?? ".");
    }
    if (name === "edit_file") return editFile(INPUTS.edit_file.parse(input));
    if (name === "write_file") {
      const { path: file, content } = INPUTS.write_file.parse(input);
      if (existsSync(join(root, file))) mustBeSeen(file);
      return write(file, content);
    }
    if (name === "bash") return bash(INPUTS.bash.parse(input).command);
    if (name === "git") {
      const { op, args = [] } = INPUTS.git.parse(input);
      return git(root, op, ...args);
    }
    INPUTS.update_plan.parse(input);
    return "noted";
  }

  return { use, testedSinceEdit: () => testedSinceEdit };
}

/** The files that a step writes to speak to the runner: GITHUB_OUTPUT, GITHUB_ENV, GITHUB_PATH, GITHUB_STATE, GITHUB_STEP_SUMMARY. */
import { randomUUID } from "node:crypto";
import { mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";

const KINDS = ["output", "env", "path", "state", "summary"] as const;
type Kind = (typeof KINDS)[number];

const VARIABLES: { readonly [kind in Kind]: string } = {
  output: "GITHUB_OUTPUT",
  env: "GITHUB_ENV",
  path: "GITHUB_PATH",
  state: "GITHUB_STATE",
  summary: "GITHUB_STEP_SUMMARY",
};

/** What one process wrote. `problems` are errors in GitHub's words; they fail the step. */
export interface FileCommandResult {
  outputs: { [name: string]: string };
  env: { [name: string]: string };
  path: string[];
  state: { [name: string]: string };
  summary: string;
  problems: string[];
}

export interface FileCommands {
  /** Environment variables that name the files. */
  variables: { [name: string]: string };
  /** Reads and removes the files; call once the process has ended. */
  collect(): Promise<FileCommandResult>;
}

const MAX_SUMMARY_BYTES = 1024 * 1024;

/** Creates fresh, empty files for one process below `directory`. */
export async function openFileCommands(directory: string): Promise<FileCommands> {
  await mkdir(directory, { recursive: true });
  const id = randomUUID();
  const fileOf = (kind: Kind) => `${directory}/${kind}_${id}`;
  await Promise.all(KINDS.map((kind) => writeFile(fileOf(kind), "")));
  return {
    variables: Object.fromEntries(KINDS.map((kind) => [VARIABLES[kind], fileOf(kind)])),
    async collect() {
      const problems: string[] = [];
      const pairs = async (kind: Kind) => {
        const { values, problem } = parsePairs(await readOrEmpty(fileOf(kind)));
        if (problem) problems.push(`Unable to process file command '${kind}' successfully.`, problem);
        return values;
      };
      const result: FileCommandResult = {
        outputs: await pairs("output"),
        env: await pairs("env"),
        path: (await readOrEmpty(fileOf("path"))).split(/\r?\n/).filter((line) => line !== ""),
        state: await pairs("state"),
        summary: await readSummary(fileOf("summary"), problems),
        problems,
      };
      await Promise.all(KINDS.map((kind) => rm(fileOf(kind), { force: true })));
      return result;
    },
  };
}

/** Both forms: `name=value`, and `name<<DELIMITER` with lines up to the delimiter. */
export function parsePairs(text: string): { values: { [name: string]: string }; problem?: string } {
  const values: { [name: string]: string } = {};
  const lines = text.split(/\r?\n/);
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? "";
    if (line === "") continue;
    const equals = line.indexOf("=");
    const heredoc = line.indexOf("<<");
    if (equals > 0 && (heredoc < 0 || equals < heredoc)) {
      values[line.slice(0, equals)] = line.slice(equals + 1);
      continue;
    }
    if (heredoc <= 0) return { values, problem: `Invalid format '${line}'` };
    const name = line.slice(0, heredoc);
    const delimiter = line.slice(heredoc + 2);
    const end = lines.indexOf(delimiter, index + 1);
    if (delimiter === "" || end < 0)
      return { values, problem: `Invalid value. Matching delimiter not found '${delimiter}'` };
    values[name] = lines.slice(index + 1, end).join("\n");
    index = end;
  }
  return { values };
}

async function readSummary(file: string, problems: string[]): Promise<string> {
  const size = await stat(file).then(
    ({ size: bytes }) => bytes,
    () => 0,
  );
  if (size <= MAX_SUMMARY_BYTES) return readOrEmpty(file);
  problems.push(
    `$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of 1024k, got ${Math.ceil(size / 1024)}k`,
  );
  return "";
}

function readOrEmpty(file: string): Promise<string> {
  return readFile(file, "utf8").catch(() => "");
}

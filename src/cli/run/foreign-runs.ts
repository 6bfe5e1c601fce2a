/** `--run-ci`: the repository's own workflows, kept away from the person's files by bubblewrap unless the sandbox is off. */
import { accessSync, constants, realpathSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import type { RunnerOptions } from "../../local/runner/options.ts";
import { WORKFLOW_TEMPLATES } from "../templates.ts";
import { LOCAL_TOOLKIT } from "../toolkit.ts";
import type { Remembered } from "./remembered.ts";

type Wrap = NonNullable<RunnerOptions["wrapForeignRun"]>;

/** Ours are the overlay's workflows and the toolkit's actions; everything else is the repository's. */
export function foreignRuns(
  { runCi, sandbox }: Pick<Remembered, "runCi" | "sandbox">,
  /** Directories that no step sees: the data directory, the person's repositories. */
  hidden: readonly string[],
  env: NodeJS.ProcessEnv,
): Pick<RunnerOptions, "isTrusted" | "wrapForeignRun"> {
  if (!runCi || sandbox === "off") return {};
  const ours = new Set<string>(WORKFLOW_TEMPLATES);
  const program = findProgram("bwrap", env);
  return {
    isTrusted: (repository, path, action) =>
      action === LOCAL_TOOLKIT || repository === LOCAL_TOOLKIT || (action === undefined && ours.has(path)),
    wrapForeignRun: (command) => wrapIn(program, hidden, command),
  };
}

/**
 * The machine read-only, without its homes, temporary directories and `secret` ones, such as that of the local GitHub; the job's
 * own directory is the only place to write. The network stays: CI installs what it needs. Without bubblewrap nothing runs.
 */
export const wrapIn = (
  bwrap: string,
  secret: readonly string[],
  command: Parameters<Wrap>[0],
): ReturnType<Wrap> => {
  const { GITHUB_WORKSPACE: workspace = "", RUNNER_TEMP: temporary = "", PATH: path = "" } = command.env;
  const job = temporary === "" ? workspace : dirname(temporary);
  const outer = [homedir(), "/root", "/home", "/tmp", "/run", "/var/tmp"].filter(exists);
  const within = (place: string) => outer.some((other) => place.startsWith(`${other}/`));
  const hidden = [...outer, ...secret.filter((place) => exists(place) && !within(place))];
  const tools = path
    .split(delimiter)
    .filter((entry) => hidden.some((place) => entry.startsWith(`${place}/`)));
  const prefixes = [...tools, process.execPath]
    .map((entry) => prefixOf(entry))
    .filter((entry) => exists(entry) && hidden.some((place) => entry.startsWith(`${place}/`)));
  return {
    ...command,
    file: bwrap,
    args: [
      ...["--unshare-user", "--unshare-pid", "--unshare-ipc", "--unshare-uts"],
      ...["--die-with-parent", "--new-session", "--cap-drop", "ALL"],
      ...["--ro-bind", "/", "/", "--dev", "/dev", "--proc", "/proc"],
      ...[...new Set(hidden)].flatMap((place) => ["--tmpfs", place]),
      ...[...new Set(prefixes)].flatMap((place) => ["--ro-bind", place, place, ...coversIn(place)]),
      ...["--bind", job, job, "--chdir", command.cwd, "--"],
      command.file,
      ...command.args,
    ],
  };
};

/** Files of tool prefixes that hold credentials. */
const CREDENTIALS = ["credentials", "credentials.toml", "auth.json", ".npmrc", ".netrc"] as const;

function coversIn(prefix: string): string[] {
  return CREDENTIALS.map((name) => join(prefix, name))
    .filter(exists)
    .flatMap((place) => ["--ro-bind", "/dev/null", place]);
}

/** `<prefix>/bin` stands for its whole prefix, as its programs need their neighbours; a home directory never does. */
function prefixOf(entry: string): string {
  const prefix = dirname(entry);
  const isTools = ["bin", "sbin", "shims"].some((name) => entry.endsWith(`/${name}`));
  return isTools && prefix !== homedir() && prefix !== join(homedir(), ".local") ? prefix : entry;
}

function findProgram(name: string, env: NodeJS.ProcessEnv): string {
  const places = (env.PATH ?? "/usr/bin:/bin").split(delimiter).map((entry) => join(entry, name));
  return places.find(exists) ?? `/usr/bin/${name}`;
}

function exists(place: string): boolean {
  try {
    accessSync(realpathSync(place), constants.R_OK);
    return true;
  } catch {
    return false;
  }
}

/** What isolated commands see of the machine, the same for every tier that isolates: the root's mounts and the environment. */
import { mkdtemp, realpath, rm, stat, writeFile } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import type { Egress } from "./egress/gate.ts";
import { type Environment, sandboxEnvironment, toolchainHomes } from "./environment.ts";
import { writeEtc } from "./etc.ts";
import {
  isSystem,
  literalPath,
  type Mount,
  outermost,
  PRIVATE_HOME,
  planRoot,
  toolPrefixes,
} from "./root.ts";
import type { SandboxLimits } from "./sandbox.ts";

/** The unprivileged user inside. */
export const NOBODY = 65_534;

/** What a tier that isolates is opened with. */
export interface IsolationOptions {
  workspace: string;
  fileServerCommand: readonly string[];
  readOnlyBinds: readonly string[];
  protectedPaths: readonly string[];
  limits: SandboxLimits;
  parentEnvironment: NodeJS.ProcessEnv;
  egress?: { gate: Egress; bridge: readonly string[] } | undefined;
}

export interface Layout {
  mounts: readonly Mount[];
  environment: Environment;
  /** A private directory of ours on the machine. */
  directory: string;
  remove(): Promise<void>;
}

export async function openLayout(options: IsolationOptions, user: number): Promise<Layout> {
  const directory = await mkdtemp(join(tmpdir(), "nightshift-sandbox-"));
  await writeFile(join(directory, "empty"), "");
  await writeEtc(join(directory, "etc"), user);
  const toolchains = toolchainHomes(options.parentEnvironment);
  const path = searchPath(options.parentEnvironment);
  const readOnly = outermost(
    [
      ...(await toolPrefixes(path, homedir())),
      ...(await filesNeeded(options.fileServerCommand)),
      ...(await filesNeeded(options.egress?.bridge ?? [])),
      ...(await existing(Object.values(toolchains))),
      ...options.readOnlyBinds,
    ].filter((place) => !isSystem(place)),
  );
  const mounts = await planRoot({
    workspace: options.workspace,
    stubs: directory,
    readOnly,
    protectedInWorkspace: options.protectedPaths.flatMap((glob) => literalPath(glob) ?? []),
    tmpBytes: options.limits.tmpBytes,
    sharedBytes: options.limits.sharedBytes,
  });
  const inside = path
    .split(delimiter)
    .filter(
      (entry) =>
        isSystem(entry) || readOnly.some((place) => entry === place || entry.startsWith(`${place}/`)),
    );
  const environment = sandboxEnvironment({
    path: [...new Set([...inside, "/usr/bin", "/bin"])].join(delimiter),
    home: PRIVATE_HOME,
    temporary: "/tmp",
    toolchains,
  });
  return { mounts, environment, directory, remove: () => rm(directory, { recursive: true, force: true }) };
}

export function searchPath(environment: NodeJS.ProcessEnv): string {
  return environment.PATH ?? "/usr/bin:/bin";
}

/** Directories that a command line of ours needs: its program's prefix, and the folder of each file it names. */
async function filesNeeded(command: readonly string[]): Promise<string[]> {
  const places = await Promise.all(
    command.map(async (word, index) => {
      if (!word.startsWith("/") || !(await stat(word).catch(() => undefined))?.isFile()) return [];
      return index === 0
        ? [dirname(dirname(await realpath(word)))]
        : [dirname(word), dirname(await realpath(word))];
    }),
  );
  return places.flat();
}

async function existing(places: readonly string[]): Promise<string[]> {
  const found = await Promise.all(
    places.map((place) =>
      stat(place).then(
        (s) => (s.isDirectory() ? [place] : []),
        () => [],
      ),
    ),
  );
  return found.flat();
}

/** Commands as the current user: tier `off`, and tier `no-exec` with git alone. Nothing is isolated; the environment is small. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sandboxEnvironment, toolchainHomes } from "./environment.ts";
import type { Launcher } from "./launcher.ts";
import { searchPath } from "./layout.ts";
import { NoCommandsError } from "./sandbox.ts";

export interface PlainOptions {
  workspace: string;
  fileServerCommand: readonly string[];
  parentEnvironment: NodeJS.ProcessEnv;
}

export async function openPlain(options: PlainOptions): Promise<Launcher> {
  const temporary = await mkdtemp(join(tmpdir(), "nightshift-home-"));
  const environment = sandboxEnvironment({
    path: searchPath(options.parentEnvironment),
    home: temporary,
    temporary,
    toolchains: toolchainHomes(options.parentEnvironment),
  });
  return {
    tier: "off",
    reason: "switched off by configuration",
    root: options.workspace,
    environment,
    processLimit: "unbounded",
    memoryLimit: "unbounded",
    async wrap({ argv, env = {} }) {
      return { argv, env: { ...env, ...environment }, descriptors: [], release: async () => undefined };
    },
    close: () => rm(temporary, { recursive: true, force: true }),
  };
}

/**
 * Only our own programs run: the file server, and the git of the reading tools. The model cannot write to `.git`, and git is
 * told to run nothing that a work tree names.
 */
export async function openNoExec(options: PlainOptions, why: string): Promise<Launcher> {
  const plain = await openPlain(options);
  const isOurs = (argv: readonly string[]) => argv === options.fileServerCommand || argv[0] === "git";
  return {
    ...plain,
    tier: "no-exec",
    reason: `no commands run: ${why}`,
    async wrap(request) {
      if (!isOurs(request.argv)) throw new NoCommandsError();
      return plain.wrap(request);
    },
  };
}

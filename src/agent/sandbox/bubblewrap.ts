/** Tier bubblewrap: how one command line is wrapped. Every command and the file server get the same wrapping. */
import { execFile } from "node:child_process";
import { access, constants, mkdtemp, open, realpath, rm, stat, writeFile } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { promisify } from "node:util";
import { type Environment, sandboxEnvironment, toolchainHomes } from "./environment.ts";
import { openProcessGroup, type ProcessGroup } from "./process-limit.ts";
import { isSystem, outermost, PRIVATE_HOME, rootArguments, toolPrefixes } from "./root.ts";
import type { SandboxLimits } from "./sandbox.ts";
import { assembleFilter } from "./seccomp.ts";

/** The unprivileged user inside; bubblewrap maps ours to it, so that we own the workspace in there too. */
const NOBODY = 65_534;

export interface WrapOptions {
  workspace: string;
  network: "none" | "host";
  fileServerCommand: readonly string[];
  readOnlyBinds: readonly string[];
  limits: SandboxLimits;
  parentEnvironment: NodeJS.ProcessEnv;
  /** Paths of programs; for tests of broken ones. */
  bwrap?: string | undefined;
}

/** A wrapped command, ready to spawn. `descriptors` are opened for this one spawn; close them after it. */
export interface WrappedCommand {
  argv: readonly string[];
  env: Environment;
  descriptors: readonly number[];
  release(): Promise<void>;
}

export interface Wrapper {
  wrap(argv: readonly string[], env?: Environment, cwd?: string): Promise<WrappedCommand>;
  /** Names that a process inside may see in any environment. */
  readonly environment: Environment;
  readonly processLimit: number | "unbounded";
  close(): Promise<void>;
}

/** Prepares the wrapping, or says why it is impossible here. */
export async function openWrapper(options: WrapOptions): Promise<Wrapper | { missing: string }> {
  if (process.platform !== "linux") return { missing: `bubblewrap needs Linux, this is ${process.platform}` };
  const filter = assembleFilter(process.arch);
  if (!filter) return { missing: `there is no system call filter for ${process.arch}` };
  const path = options.parentEnvironment.PATH ?? "/usr/bin:/bin";
  const bwrap = options.bwrap ?? (await findProgram("bwrap", path));
  if (!bwrap) return { missing: "bubblewrap (bwrap) is not installed" };
  const features = await featuresOf(bwrap);
  if (features === undefined) return { missing: `${bwrap} --help failed` };

  const stubs = await writeStubs(filter);
  const group = await openProcessGroup(options.limits.processes);
  const { root, environment } = await planRoot(options, path, stubs, features);
  const isRoot = process.getuid?.() === 0;
  const processLimit = group || !isRoot ? options.limits.processes : "unbounded";
  const limiter = await limiterArguments(options.limits, group !== undefined || isRoot);
  const isolation = isolationArguments(options.network, features);

  return {
    environment,
    processLimit: processLimit !== "unbounded" && !group && limiter.length === 0 ? "unbounded" : processLimit,
    async wrap(argv, env = {}, cwd) {
      const seccomp = await open(join(stubs, "filter"), "r");
      const chdir = cwd === undefined ? [] : ["--chdir", cwd];
      const inner = [...limiter, ...argv];
      const wrapped = [bwrap, ...isolation, ...root, ...chdir, "--seccomp", "3", "--", ...inner];
      return {
        argv: group ? joinGroup(group, wrapped) : wrapped,
        env: { ...env, ...environment },
        descriptors: [seccomp.fd],
        release: () => seccomp.close(),
      };
    },
    async close() {
      await group?.remove();
      await rm(stubs, { recursive: true, force: true });
    },
  };
}

function isolationArguments(network: "none" | "host", features: string): string[] {
  return [
    ...["--unshare-user", "--uid", String(NOBODY), "--gid", String(NOBODY)],
    ...["--unshare-pid", "--unshare-ipc", "--unshare-uts", "--unshare-cgroup-try"],
    ...(network === "none" ? ["--unshare-net"] : []),
    ...(features.includes("--disable-userns") ? ["--disable-userns"] : []),
    ...["--hostname", "sandbox", "--new-session", "--die-with-parent", "--cap-drop", "ALL"],
  ];
}

/** A shell that enters the control group and becomes bubblewrap: no moment in which anything runs uncounted. */
function joinGroup(group: ProcessGroup, wrapped: readonly string[]): string[] {
  return ["/bin/sh", "-c", 'echo $$ > "$0" && exec "$@"', join(group.directory, "cgroup.procs"), ...wrapped];
}

/** The number of processes counts per user, so it is set only where our user is not root and no group counts. */
async function limiterArguments(limits: SandboxLimits, counted: boolean): Promise<string[]> {
  if (!(await isExecutable("/usr/bin/prlimit"))) return [];
  const processes = counted ? [] : [`--nproc=${limits.processes}`];
  return [
    "/usr/bin/prlimit",
    "--core=0",
    `--fsize=${limits.fileBytes}`,
    `--nofile=${limits.openFiles}`,
    ...processes,
  ];
}

async function planRoot(
  options: WrapOptions,
  path: string,
  stubs: string,
  features: string,
): Promise<{ root: string[]; environment: Environment }> {
  const toolchains = toolchainHomes(options.parentEnvironment);
  const readOnly = outermost(
    [
      ...(await toolPrefixes(path, homedir())),
      ...(await filesNeeded(options.fileServerCommand)),
      ...(await existing(Object.values(toolchains))),
      ...options.readOnlyBinds,
    ].filter((place) => !isSystem(place)),
  );
  const root = await rootArguments({
    workspace: options.workspace,
    stubs,
    network: options.network,
    readOnly,
    tmpBytes: features.includes("--size") ? options.limits.tmpBytes : undefined,
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
  return { root, environment };
}

/** Directories that the file server's command line needs: its program's prefix, and the folder of each file it names. */
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

async function writeStubs(filter: Buffer): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), "nightshift-sandbox-"));
  const files: Readonly<Record<string, string | Buffer>> = {
    passwd: `root:x:0:0:root:/root:/usr/sbin/nologin\nsandbox:x:${NOBODY}:${NOBODY}:sandbox:${PRIVATE_HOME}:/bin/sh\n`,
    group: `root:x:0:\nsandbox:x:${NOBODY}:\n`,
    "nsswitch.conf": "passwd: files\ngroup: files\nhosts: files dns\n",
    empty: "",
    filter,
  };
  await Promise.all(
    Object.entries(files).map(([name, content]) =>
      writeFile(join(directory, name), content, { mode: 0o644 }),
    ),
  );
  return directory;
}

async function featuresOf(bwrap: string): Promise<string | undefined> {
  const help = await promisify(execFile)(bwrap, ["--help"], { env: {}, timeout: 5_000 }).catch(
    () => undefined,
  );
  return help && `${help.stdout}${help.stderr}`;
}

async function findProgram(name: string, path: string): Promise<string | undefined> {
  for (const directory of path.split(delimiter).filter((entry) => entry.startsWith("/"))) {
    if (await isExecutable(join(directory, name))) return join(directory, name);
  }
  return undefined;
}

async function isExecutable(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
}

/** The file system that a sandboxed command sees: an allow-list, so that nothing new on the machine is ever inside. */
import { lstat, readlink, realpath, stat } from "node:fs/promises";
import { basename, delimiter, dirname, join } from "node:path";

/** The workspace is always here, so that paths in output never tell where it really is. */
export const WORKSPACE = "/workspace";
export const PRIVATE_HOME = "/tmp/home";

/** Directories of /etc that programs need, that hold no secret, and that are too large to copy. */
export const ETC_DIRECTORIES = [
  "/etc/alternatives",
  "/etc/ssl/certs",
  "/etc/pki/tls/certs",
  "/etc/pki/ca-trust",
] as const;

/** Files in tool prefixes that are known to hold credentials; they are covered by an empty file. */
const CREDENTIALS = [
  "credentials",
  "credentials.toml",
  "auth.json",
  ".npmrc",
  ".netrc",
  "NuGet.Config",
] as const;

/** Read-only in the workspace for every command; the file tools refuse more. */
const READ_ONLY_IN_WORKSPACE = [
  ".git",
  ".github/workflows",
  ".github/actions",
  ".github/nightshift.yml",
  ".github/nightshift",
] as const;

/** One thing in the root of a sandbox, in the order in which it is put there. */
export type Mount =
  | { kind: "read_only" | "writable"; from: string; to: string }
  | { kind: "link"; target: string; at: string }
  | { kind: "directory"; at: string }
  /** Private, in memory, empty. */
  | { kind: "scratch"; at: string; bytes: number };

export interface RootPlan {
  workspace: string;
  /** Directory with our own `etc`, and the file `empty`. */
  stubs: string;
  /** Directories that must be visible at their own path: tool prefixes, the file server, the caller's. */
  readOnly: readonly string[];
  /** Paths of the workspace that commands must not write, besides ours. Those that do not exist are left to the check before the push. */
  protectedInWorkspace: readonly string[];
  tmpBytes: number;
  sharedBytes: number;
}

/** The root of a sandbox: what is visible, and what of it is writable. */
export async function planRoot(plan: RootPlan): Promise<Mount[]> {
  const guarded = [...new Set([...READ_ONLY_IN_WORKSPACE, ...plan.protectedInWorkspace])];
  const places = await Promise.all(
    guarded.map(async (name) => ((await isPlain(join(plan.workspace, name))) ? [name] : [])),
  );
  return [
    { kind: "read_only", from: "/usr", to: "/usr" },
    ...(await Promise.all(["/bin", "/sbin", "/lib", "/lib32", "/lib64"].map(topLevel))).flat(),
    { kind: "read_only", from: join(plan.stubs, "etc"), to: "/etc" },
    ...(await Promise.all(ETC_DIRECTORIES.map(bindReal))).flat(),
    { kind: "scratch", at: "/dev/shm", bytes: plan.sharedBytes },
    { kind: "scratch", at: "/tmp", bytes: plan.tmpBytes },
    { kind: "directory", at: PRIVATE_HOME },
    ...(
      await Promise.all(plan.readOnly.map((place) => bindCovered(place, join(plan.stubs, "empty"))))
    ).flat(),
    { kind: "writable", from: plan.workspace, to: WORKSPACE },
    ...places
      .flat()
      .map(
        (name): Mount => ({ kind: "read_only", from: join(plan.workspace, name), to: join(WORKSPACE, name) }),
      ),
  ];
}

/** A glob's part without wildcards, when it stands for a file or a whole directory. */
export function literalPath(glob: string): string | undefined {
  const path = glob.replace(/^\.?\//, "").replace(/\/?(\*\*)?$/, "");
  return path === "" || /[*?{}]/.test(path) || path.split("/").includes("..") ? undefined : path;
}

/** A link could lead the mount anywhere. */
async function isPlain(place: string): Promise<boolean> {
  return realpath(place).then(
    (real) => real === place,
    () => false,
  );
}

/** Merged-usr systems have links here, others directories. */
async function topLevel(place: string): Promise<Mount[]> {
  const found = await lstat(place).catch(() => undefined);
  if (!found) return [];
  return found.isSymbolicLink()
    ? [{ kind: "link", target: await readlink(place), at: place }]
    : [{ kind: "read_only", from: place, to: place }];
}

async function bindReal(place: string): Promise<Mount[]> {
  const real = await realpath(place).catch(() => undefined);
  return real === undefined ? [] : [{ kind: "read_only", from: real, to: place }];
}

async function bindCovered(place: string, empty: string): Promise<Mount[]> {
  const covers = await Promise.all(
    CREDENTIALS.map(async (name): Promise<Mount[]> => {
      const file = join(place, name);
      return (await exists(file)) ? [{ kind: "read_only", from: empty, to: file }] : [];
    }),
  );
  return [{ kind: "read_only", from: place, to: place }, ...covers.flat()];
}

/**
 * Directories outside /usr that PATH needs: an entry `<prefix>/bin` needs its whole prefix (a shim calls its
 * neighbours), but a home directory or the root is never bound whole.
 */
export async function toolPrefixes(path: string, home: string): Promise<string[]> {
  const prefixes = await Promise.all(
    path.split(delimiter).map(async (entry) => {
      if (!entry.startsWith("/") || isSystem(entry)) return [];
      const found = await stat(entry).catch(() => undefined);
      return found?.isDirectory() ? [prefixOf(entry, home)] : [];
    }),
  );
  return outermost(prefixes.flat());
}

function prefixOf(entry: string, home: string): string {
  const prefix = dirname(entry);
  const isToolDirectory = ["bin", "sbin", "shims"].includes(basename(entry));
  const tooWide =
    prefix === "/" || home === prefix || home.startsWith(`${prefix}/`) || prefix === join(home, ".local");
  return isToolDirectory && !tooWide ? prefix : entry;
}

/** Already inside by the fixed part of the root. */
export function isSystem(place: string): boolean {
  return ["/usr", "/bin", "/sbin", "/lib", "/lib64"].some(
    (top) => place === top || place.startsWith(`${top}/`),
  );
}

/** Without duplicates, without places inside other places, and without what our own mount points cover. */
export function outermost(places: readonly string[]): string[] {
  const usable = [...new Set(places)].filter(
    (place) => !["/", "/tmp", "/proc", "/dev", "/etc", WORKSPACE].includes(place),
  );
  return usable.filter((place) => !usable.some((other) => place.startsWith(`${other}/`))).sort();
}

async function exists(place: string): Promise<boolean> {
  return lstat(place).then(
    () => true,
    () => false,
  );
}

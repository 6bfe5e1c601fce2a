/** The file system that a sandboxed command sees: an allow-list, so that nothing new on the machine is ever inside. */
import { lstat, readlink, realpath, stat } from "node:fs/promises";
import { basename, delimiter, dirname, join } from "node:path";

/** The workspace is always here, so that paths in output never tell where it really is. */
export const WORKSPACE = "/workspace";
export const PRIVATE_HOME = "/tmp/home";

/** Parts of /etc that programs need and that hold no secret. */
const ETC = [
  "/etc/ld.so.cache",
  "/etc/ld.so.conf",
  "/etc/ld.so.conf.d",
  "/etc/alternatives",
  "/etc/ssl/certs",
  "/etc/ssl/openssl.cnf",
  "/etc/pki/tls/certs",
  "/etc/pki/ca-trust",
  "/etc/ca-certificates.conf",
  "/etc/localtime",
  "/etc/mime.types",
  "/etc/magic",
] as const;

/** Needed only to reach the network. */
const ETC_NETWORK = ["/etc/resolv.conf", "/etc/hosts", "/etc/services", "/etc/protocols"] as const;

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
] as const;

export interface RootPlan {
  workspace: string;
  /** Directory with our stubs `passwd`, `group`, `nsswitch.conf`, `empty`. */
  stubs: string;
  network: "none" | "host";
  /** Directories that must be visible at their own path: tool prefixes, the file server, the caller's. */
  readOnly: readonly string[];
  tmpBytes: number | undefined;
}

/** The part of the bubblewrap command line that builds the root. */
export async function rootArguments(plan: RootPlan): Promise<string[]> {
  const etc = plan.network === "host" ? [...ETC, ...ETC_NETWORK] : ETC;
  const workspace = await Promise.all(
    READ_ONLY_IN_WORKSPACE.map(async (name) => {
      const place = join(plan.workspace, name);
      return (await exists(place)) ? ["--ro-bind", place, join(WORKSPACE, name)] : [];
    }),
  );
  return [
    ...["--ro-bind", "/usr", "/usr"],
    ...(await Promise.all(["/bin", "/sbin", "/lib", "/lib32", "/lib64"].map(topLevel))).flat(),
    ...(await Promise.all(etc.map(bindReal))).flat(),
    ...["passwd", "group", "nsswitch.conf"].flatMap((name) => [
      "--ro-bind",
      join(plan.stubs, name),
      `/etc/${name}`,
    ]),
    ...["--proc", "/proc", "--dev", "/dev"],
    ...(plan.tmpBytes === undefined ? [] : ["--size", String(plan.tmpBytes)]),
    ...["--tmpfs", "/tmp", "--dir", PRIVATE_HOME],
    ...(
      await Promise.all(plan.readOnly.map((place) => bindCovered(place, join(plan.stubs, "empty"))))
    ).flat(),
    ...["--bind", plan.workspace, WORKSPACE, ...workspace.flat()],
    ...["--remount-ro", "/", "--chdir", WORKSPACE],
  ];
}

/** Merged-usr systems have links here, others directories. */
async function topLevel(place: string): Promise<string[]> {
  const found = await lstat(place).catch(() => undefined);
  if (!found) return [];
  return found.isSymbolicLink() ? ["--symlink", await readlink(place), place] : ["--ro-bind", place, place];
}

async function bindReal(place: string): Promise<string[]> {
  const real = await realpath(place).catch(() => undefined);
  return real === undefined ? [] : ["--ro-bind", real, place];
}

async function bindCovered(place: string, empty: string): Promise<string[]> {
  const covers = await Promise.all(
    CREDENTIALS.map(async (name) => {
      const file = join(place, name);
      return (await exists(file)) ? ["--ro-bind", empty, file] : [];
    }),
  );
  return ["--ro-bind", place, place, ...covers.flat()];
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

/** What a change of lock files changes: packages with their versions and where they come from. No model reads lock files; this is computed. */

export interface Locked {
  name: string;
  version: string;
  /** Address or kind of source as the file says it; empty when it is the registry of its ecosystem or is not said. */
  source: string;
  /** Checksum as the file says it; empty when there is none. */
  checksum: string;
}

export interface DependencyChange {
  file: string;
  name: string;
  /** Empty: it was not there before. */
  before: string[];
  /** Empty: it is gone. */
  after: string[];
  /** What a person should look at: another source than the registry, or other contents under the same version. */
  notes: string[];
}

/** Throws a SyntaxError when a JSON lock file is broken. */
export function readLockFile(path: string, text: string): Locked[] {
  const name = path.split("/").at(-1) ?? path;
  const read = READERS[name];
  return read ? read(text) : [];
}

/** Packages that differ between two versions of a lock file, by name; `undefined` is a file that is not there. */
export function dependencyChanges(
  file: string,
  before: string | undefined,
  after: string | undefined,
): DependencyChange[] {
  const [old, now] = [byName(file, before), byName(file, after)];
  const names = [...new Set([...old.keys(), ...now.keys()])].sort();
  return names.flatMap((name) => {
    const [was, is] = [old.get(name) ?? [], now.get(name) ?? []];
    const notes = notesOn(was, is);
    const [from, to] = [versions(was), versions(is)];
    if (notes.length === 0 && from.join() === to.join()) return [];
    return [{ file, name, before: from, after: to, notes }];
  });
}

/** One line for people and models. */
export function renderDependency({ name, before, after, notes }: DependencyChange): string {
  const change =
    before.length === 0
      ? `${name} ${after.join(", ")} (new)`
      : after.length === 0
        ? `${name} ${before.join(", ")} (removed)`
        : `${name} ${before.join(", ")} → ${after.join(", ")}`;
  return notes.length === 0 ? change : `${change}: ${notes.join("; ")}`;
}

function byName(file: string, text: string | undefined): Map<string, Locked[]> {
  const found = new Map<string, Locked[]>();
  for (const one of text === undefined ? [] : readLockFile(file, text))
    found.set(one.name, [...(found.get(one.name) ?? []), one]);
  return found;
}

function versions(list: readonly Locked[]): string[] {
  return [...new Set(list.map(({ version }) => version))].sort();
}

function notesOn(was: readonly Locked[], is: readonly Locked[]): string[] {
  const known = new Set(was.map(({ source }) => source));
  const sources = new Set(is.map(({ source }) => source).filter((one) => one !== "" && !known.has(one)));
  const changed = is.filter(({ version, checksum }) => {
    const same = was.filter((old) => old.version === version && old.checksum !== "");
    return checksum !== "" && same.length > 0 && same.every((old) => old.checksum !== checksum);
  });
  return [
    ...[...sources].map((source) => `comes from ${source}`),
    ...[...new Set(changed.map(({ version }) => version))].map(
      (version) => `${version} has other contents under the same version`,
    ),
  ];
}

const READERS: Readonly<Record<string, (text: string) => Locked[]>> = {
  "package-lock.json": npm,
  "npm-shrinkwrap.json": npm,
  "composer.lock": composer,
  "Cargo.lock": toml,
  "poetry.lock": toml,
  "uv.lock": toml,
  "yarn.lock": yarn,
  "pnpm-lock.yaml": pnpm,
  "go.sum": goSum,
  "Gemfile.lock": gemfile,
};

const REGISTRY =
  /^(https?:\/\/(registry\.npmjs\.org|registry\.yarnpkg\.com|pypi\.org|files\.pythonhosted\.org|rubygems\.org|static\.crates\.io|api\.github\.com\/repos\/[^/]+\/[^/]+\/zipball)\/|registry\+https:\/\/github\.com\/rust-lang\/crates\.io-index|sparse\+https:\/\/index\.crates\.io)/;

/** Only what is not the registry is worth a word; of an address its host and first part are enough to know it. */
function sourceOf(address: unknown): string {
  if (typeof address !== "string" || address === "" || REGISTRY.test(`${address}/`)) return "";
  return /^[\w+.-]+:\/\/[^/]+(\/[^/#?]+)?/.exec(address)?.[0] ?? address.slice(0, 120);
}

type Plain = Record<string, unknown>;

function isPlain(value: unknown): value is Plain {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function npm(file: string): Locked[] {
  const lock: unknown = JSON.parse(file);
  if (!isPlain(lock)) return [];
  if (isPlain(lock.packages)) {
    return Object.entries(lock.packages).flatMap(([place, entry]) => {
      const name = place.split("node_modules/").at(-1) ?? "";
      return name === "" || !place.includes("node_modules/") || !isPlain(entry)
        ? []
        : [npmEntry(name, entry)];
    });
  }
  return npmTree(lock.dependencies);
}

/** The format before npm 7: dependencies inside dependencies. */
function npmTree(dependencies: unknown): Locked[] {
  if (!isPlain(dependencies)) return [];
  return Object.entries(dependencies).flatMap(([name, entry]) =>
    isPlain(entry) ? [npmEntry(name, entry), ...npmTree(entry.dependencies)] : [],
  );
}

function npmEntry(name: string, { version, resolved, integrity, link }: Plain): Locked {
  const source = link === true ? "" : sourceOf(resolved);
  return { name, version: text(version) || "linked", source, checksum: text(integrity) };
}

function composer(file: string): Locked[] {
  const lock: unknown = JSON.parse(file);
  if (!isPlain(lock)) return [];
  const listed = [lock.packages, lock["packages-dev"]].flatMap((list) => (Array.isArray(list) ? list : []));
  return listed.filter(isPlain).map((entry) => {
    const dist = isPlain(entry.dist) ? entry.dist : {};
    return {
      name: text(entry.name),
      version: text(entry.version),
      source: sourceOf(dist.url),
      checksum: text(dist.shasum) || text(dist.reference),
    };
  });
}

function toml(file: string): Locked[] {
  return file
    .split(/^\[\[package\]\]\s*$/m)
    .slice(1)
    .map((block) => {
      const value = (key: string) => new RegExp(`^${key} = "([^"]*)"`, "m").exec(block)?.[1] ?? "";
      const inline = /^source = \{ (\w+) = "([^"]*)"/m.exec(block);
      const url = inline?.[1] === "editable" || inline?.[1] === "virtual" ? "" : (inline?.[2] ?? "");
      const hashes = [...block.matchAll(/hash = "([^"]+)"/g)].map((match) => match[1]).sort();
      return {
        name: value("name"),
        version: value("version"),
        source: sourceOf(value("source") || url || poetrySource(block)),
        checksum: value("checksum") || hashes.join(),
      };
    });
}

function poetrySource(block: string): string {
  const section = block.split(/^\[package\.source\]\s*$/m)[1] ?? "";
  return /^url = "([^"]*)"/m.exec(section)?.[1] ?? "";
}

function yarn(file: string): Locked[] {
  return file.split(/\n(?=\S)/).flatMap((block) => {
    const first = /^"?(@?[^@"\s]+)@/.exec(block)?.[1];
    const value = (key: string) => new RegExp(`^ {2}"?${key}"?:? "?([^"\n]+)"?$`, "m").exec(block)?.[1] ?? "";
    const version = value("version");
    if (first === undefined || first.startsWith("#") || version === "") return [];
    const resolution = value("resolution").slice(first.length + 1);
    const berry = /^(npm|workspace|patch|virtual):/.test(resolution) ? "" : resolution;
    const [address = ""] = value("resolved").split("#");
    const checksum = value("integrity") || value("checksum") || (value("resolved").split("#")[1] ?? "");
    return [{ name: first, version, source: sourceOf(address || berry), checksum }];
  });
}

function pnpm(file: string): Locked[] {
  const section = /^packages:\s*\n([\s\S]*?)(?=^\S|(?![\s\S]))/m.exec(file)?.[1] ?? "";
  return section.split(/\n(?= {2}\S)/).flatMap((block) => {
    const key = /^\s{2}'?\/?(@?[^@'\s(]+(?:\/[^@'\s(]+)?)[@/]([^'(:\s]+(?::[^'(\s]+)?)(?:\([^']*\))?'?:/.exec(
      block,
    );
    if (key === null) return [];
    const [, name = "", version = ""] = key;
    const tarball = /tarball: ([^,}\s]+)/.exec(block)?.[1] ?? "";
    const address = tarball || (/^(https?|git|file|github)[:+]/.test(version) ? version : "");
    return [
      { name, version, source: sourceOf(address), checksum: /integrity: ([^,}\s]+)/.exec(block)?.[1] ?? "" },
    ];
  });
}

function goSum(file: string): Locked[] {
  return file.split("\n").flatMap((line) => {
    const [name = "", version = "", checksum = ""] = line.split(" ");
    return checksum === "" || version.endsWith("/go.mod") ? [] : [{ name, version, source: "", checksum }];
  });
}

function gemfile(file: string): Locked[] {
  const found: Locked[] = [];
  let remote = "";
  for (const line of file.split("\n")) {
    if (/^\S/.test(line)) remote = "";
    remote = /^ {2}remote: (\S+)/.exec(line)?.[1] ?? remote;
    const spec = /^ {4}(\S+) \(([^)]+)\)$/.exec(line);
    if (spec)
      found.push({ name: spec[1] ?? "", version: spec[2] ?? "", source: sourceOf(remote), checksum: "" });
  }
  return found;
}

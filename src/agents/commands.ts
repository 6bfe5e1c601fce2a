/** Which commands set a repository up and verify it: the configuration's, else what its files say. */
import type { CommitTree } from "../github/commit-tree.ts";
import { registryHosts } from "./setup-hosts.ts";

export interface Commands {
  setup: readonly string[];
  verify: readonly string[];
  /** The only hosts that the set-up commands may reach. */
  hosts: readonly string[];
  /** Where they come from, for people: `.github/nightshift.yml`, or the file that told. */
  from: string;
}

/** Where nothing is run at all. */
export const NO_COMMANDS: Commands = { setup: [], verify: [], hosts: [], from: "nothing is run here" };

interface Manifest {
  file: RegExp;
  read: (text: string, files: ReadonlySet<string>) => Pick<Commands, "setup" | "verify">;
}

/** First match wins; only files at the top of the repository count. */
const MANIFESTS: readonly Manifest[] = [
  { file: /^package\.json$/, read: readPackageJson },
  {
    file: /^(pyproject\.toml|setup\.py|setup\.cfg|requirements\.txt|pytest\.ini|tox\.ini)$/,
    read: readPython,
  },
  {
    file: /^go\.mod$/,
    read: () => ({ setup: ["go mod download"], verify: ["go build ./...", "go vet ./...", "go test ./..."] }),
  },
  { file: /^Cargo\.toml$/, read: () => ({ setup: ["cargo fetch"], verify: ["cargo test --all-targets"] }) },
  {
    file: /^pom\.xml$/,
    read: (_, files) => {
      const maven = files.has("mvnw") ? "./mvnw" : "mvn";
      return { setup: [`${maven} -B -q dependency:go-offline`], verify: [`${maven} -B -o test`] };
    },
  },
  {
    file: /^(build|settings)\.gradle(\.kts)?$/,
    read: (_, files) => {
      const gradle = files.has("gradlew") ? "./gradlew" : "gradle";
      return {
        setup: [`${gradle} --no-daemon testClasses`],
        verify: [`${gradle} --no-daemon --offline test`],
      };
    },
  },
  {
    file: /^(GNUm|M|m)akefile$/,
    read: (text) => {
      const target = ["test", "check"].find((name) => new RegExp(`^${name}\\s*:(?!=)`, "m").test(text));
      return { setup: [], verify: target ? [`make ${target}`] : [] };
    },
  },
];

/** Commands for `tree`, the configured ones first. `verify` is empty when nothing tells how. */
export async function findCommands(
  tree: CommitTree,
  configured: {
    setup?: readonly string[] | undefined;
    verify?: readonly string[] | undefined;
    setupHosts?: readonly string[] | undefined;
  },
): Promise<Commands> {
  const files = new Set(tree.sizes.keys());
  const found = await detect(tree, files);
  return {
    setup: configured.setup ?? found.setup,
    verify: configured.verify ?? found.verify,
    hosts: configured.setupHosts ?? registryHosts(files),
    from: configured.verify ? ".github/nightshift.yml" : found.from,
  };
}

async function detect(tree: CommitTree, files: ReadonlySet<string>): Promise<Omit<Commands, "hosts">> {
  for (const { file, read } of MANIFESTS) {
    const name = [...files].find((candidate) => file.test(candidate));
    if (name === undefined) continue;
    const commands = read((await tree.read([name])).get(name) ?? "", files);
    if (commands.verify.length > 0) return { ...commands, from: name };
  }
  return { setup: [], verify: [], from: "no file that tells how" };
}

function readPackageJson(text: string, files: ReadonlySet<string>): Pick<Commands, "setup" | "verify"> {
  const manifest = parseObject(text);
  const scripts = objectIn(manifest, "scripts");
  const needsInstall = ["dependencies", "devDependencies", "optionalDependencies"].some(
    (key) => Object.keys(objectIn(manifest, key)).length > 0,
  );
  const manager = files.has("pnpm-lock.yaml") ? "pnpm" : files.has("yarn.lock") ? "yarn" : "npm";
  const install = {
    pnpm: "pnpm install --frozen-lockfile",
    yarn: "yarn install --immutable || yarn install --frozen-lockfile",
    npm: files.has("package-lock.json") ? "npm ci" : "npm install --no-audit --no-fund",
  };
  const { test } = scripts;
  const real = typeof test === "string" && test !== "" && !test.includes("no test specified");
  return { setup: needsInstall ? [install[manager]] : [], verify: real ? [`${manager} test`] : [] };
}

function readPython(_: string, files: ReadonlySet<string>): Pick<Commands, "setup" | "verify"> {
  const tested = [...files].some((name) => /(^|\/)(test_[\w-]+|[\w-]+_test)\.py$/.test(name));
  if (files.has("uv.lock"))
    return { setup: ["uv sync --frozen"], verify: tested ? ["uv run pytest -q"] : [] };
  const listed = files.has("requirements.txt");
  const python = listed ? ".venv/bin/python" : "python3";
  const install = listed
    ? ["python3 -m venv .venv && .venv/bin/python -m pip install --quiet -r requirements.txt"]
    : [];
  const test = `if ${python} -c "import pytest" 2>/dev/null; then ${python} -m pytest -q; else ${python} -m unittest discover; fi`;
  return { setup: install, verify: tested ? [test] : [] };
}

function parseObject(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

function objectIn(value: Record<string, unknown>, key: string): Record<string, unknown> {
  const inner = value[key];
  return typeof inner === "object" && inner !== null ? { ...inner } : {};
}

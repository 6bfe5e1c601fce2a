/** Who may import whom. The table is the architecture; everything else here only reads files. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { describe, expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "..", "..");
const SOURCE = join(ROOT, "src");

/** Folder of src → the folders that it may import besides itself. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  ops: ["domain"],
  github: ["domain", "ops"],
  models: ["domain", "ops"],
  agent: ["domain", "ops", "models"],
  agents: ["domain", "ops", "github", "models", "agent"],
  actions: ["domain", "ops", "github", "models", "agent", "agents"],
  local: [],
  cli: ["domain", "ops", "github", "models", "agent", "agents", "actions", "local"],
  /** The entry point of the bundle. */
  "main.ts": ["ops", "domain", "agent", "actions", "cli", "local"],
};

/** Package → where it may be imported: beginnings of paths below src. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  zod: [""],
  yaml: ["ops/", "agent/", "agents/", "cli/", "local/"],
  commander: ["cli/"],
  graphql: ["local/forge/graphql/"],
  "markdown-it": ["cli/web/"],
  "@actions/core": ["actions/"],
  "@actions/github": ["github/client.ts"],
  "@actions/workflow-parser": ["local/runner/"],
  "@actions/expressions": ["local/runner/"],
  "@anthropic-ai/sdk": ["models/anthropic"],
  openai: ["models/openai"],
  "@modelcontextprotocol/client": ["agent/mcp/"],
  "@google/genai": ["models/gemini"],
};

interface Import {
  /** Paths below src, with slashes. */
  from: string;
  specifier: string;
  /** Only types: gone at run time. */
  typeOnly: boolean;
  /** `import()`: loaded when it is reached. */
  lazy?: boolean;
}

const IMPORT =
  /(?:^|\n|;)\s*(import|export)\s+(type\s)?(?:[^"';]*?\sfrom\s*)?"([^"]+)"|\bimport\(\s*"([^"]+)"\s*\)/g;

function importsOf(file: string): Import[] {
  const text = readFileSync(join(SOURCE, file), "utf8");
  return [...text.matchAll(IMPORT)].map(([, , type, fixed, lazy]) => ({
    from: file,
    specifier: fixed ?? lazy ?? "",
    typeOnly: type !== undefined,
    lazy: lazy !== undefined,
  }));
}

const files = readdirSync(SOURCE, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts") && !name.includes(`scenarios${sep}`))
  .map((name) => name.split(sep).join("/"));
const imports = files.flatMap(importsOf);
const folderOf = (file: string) => file.split("/")[0] ?? "";
/** The file below src that a relative import names. */
const targetOf = ({ from, specifier }: Import) =>
  relative(SOURCE, join(SOURCE, dirname(from), specifier))
    .split(sep)
    .join("/");
const relatives = imports.filter(({ specifier }) => specifier.startsWith("."));
const foreign = imports.filter(
  ({ specifier }) => !specifier.startsWith(".") && !specifier.startsWith("node:"),
);

describe("imports", () => {
  test("are found at all, in every folder", () => {
    expect(imports.length).toBeGreaterThan(500);
    expect(new Set(files.map(folderOf))).toEqual(new Set(Object.keys(MAY_IMPORT)));
  });

  test("run one way", () => {
    const wrong = relatives.filter((each) => {
      const [own, other] = [folderOf(each.from), folderOf(targetOf(each))];
      return own !== other && !(MAY_IMPORT[own] ?? []).includes(other);
    });
    expect(wrong.map(({ from, specifier }) => `${from} imports ${specifier}`)).toEqual([]);
  });

  test("never leave src", () => {
    expect(relatives.filter((each) => targetOf(each).startsWith("..")).map(({ from }) => from)).toEqual([]);
  });

  test("of packages stand where the table allows them", () => {
    const wrong = foreign.filter(({ from, specifier }) => {
      const name = Object.keys(PACKAGES).find(
        (each) => specifier === each || specifier.startsWith(`${each}/`),
      );
      return !(name !== undefined && PACKAGES[name]?.some((start) => from.startsWith(start)));
    });
    expect(wrong.map(({ from, specifier }) => `${from} imports ${specifier}`)).toEqual([]);
  });

  test("name every package that package.json installs for production, and no other", () => {
    const { dependencies } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
    const unknown = Object.keys(dependencies).filter((name) => !(name in PACKAGES) && !COPIED.has(name));
    const absent = [...new Set(foreign.map(({ specifier }) => packageOf(specifier)))].filter(
      (name) => !(name in dependencies),
    );
    expect({ unknown, absent }).toEqual({ unknown: [], absent: [] });
  });

  test("reach the SDK of a provider by import() alone, so that nothing of it is loaded unless it is used", () => {
    const isOutside = ({ from, specifier }: Import) => {
      const target = targetOf({ from, specifier, typeOnly: false });
      const [, provider] = /^models\/(anthropic|openai|gemini)\//.exec(target) ?? [];
      return (
        provider !== undefined && !from.startsWith(`models/${provider}/`) && !target.endsWith("/facts.ts")
      );
    };
    const fixed = relatives.filter((each) => !each.typeOnly && !each.lazy && isOutside(each));
    const lazy = relatives.filter((each) => each.lazy && isOutside(each));
    expect(fixed.map(({ from, specifier }) => `${from} imports ${specifier}`)).toEqual([]);
    expect(new Set(lazy.map(({ from }) => from))).toEqual(new Set(["models/connect.ts"]));
    const facts = foreign.filter(({ from, specifier }) => from.endsWith("/facts.ts") && specifier !== "zod");
    expect(facts).toEqual([]);
  });

  test("form no cycle at run time; inside the local GitHub, only functions that call one another may", () => {
    const atRunTime = relatives.filter(({ typeOnly }) => !typeOnly);
    expect(cyclesAmong(atRunTime).filter((cycle) => !cycle.startsWith("local/"))).toEqual([]);
  });

  test("keep the parts of the local GitHub apart", () => {
    const parts = ["local/forge/", "local/runner/", "local/scripted-model/"];
    const partOf = (file: string) => parts.find((part) => file.startsWith(part));
    const wrong = relatives.filter((each) => {
      const [own, other] = [partOf(each.from), partOf(targetOf(each))];
      return own !== undefined && other !== undefined && own !== other;
    });
    expect(wrong.map(({ from, specifier }) => `${from} imports ${specifier}`)).toEqual([]);
  });

  test("end in .ts, and built-in modules are named with node:", () => {
    expect(
      relatives.filter(({ specifier }) => !/\.(ts|json)$/.test(specifier)).map(({ from }) => from),
    ).toEqual([]);
    const builtIn = /^(fs|path|os|crypto|child_process|http|url|util|stream|zlib|net|readline|timers)(\/|$)/;
    expect(foreign.filter(({ specifier }) => builtIn.test(specifier))).toEqual([]);
  });
});

/** Used without an import: its schema is an asset of the bundle, its build is bundled by name. */
const COPIED = new Set(["@octokit/graphql-schema", "@actions/exec"]);

function packageOf(specifier: string): string {
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}

/** Every file that reaches itself, with the way. */
function cyclesAmong(edges: readonly Import[]): string[] {
  const next = new Map<string, string[]>();
  for (const edge of edges) next.set(edge.from, [...(next.get(edge.from) ?? []), targetOf(edge)]);
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) {
      found.push([...path.slice(path.indexOf(file)), file].join(" → "));
      return;
    }
    if (done.has(file)) return;
    for (const target of next.get(file) ?? []) visit(target, [...path, file]);
    done.add(file);
  };
  for (const file of next.keys()) visit(file, []);
  return found;
}

describe("the pure core", () => {
  test("imports nothing of Node", () => {
    const wrong = imports.filter(
      ({ from, specifier }) => from.startsWith("domain/") && specifier.startsWith("node:"),
    );
    expect(wrong.map(({ from, specifier }) => `${from} imports ${specifier}`)).toEqual([]);
  });

  test.each([
    ["the environment", /\bprocess\./],
    ["the clock", /\bDate\.now\(|\bnew Date\(\s*\)/],
    ["chance", /Math\.random|randomUUID/],
    ["the network", /\bfetch\(/],
    ["timers", /\bset(Timeout|Interval)\(/],
  ])("uses no %s", (_what, pattern) => {
    const wrong = files.filter((file) => file.startsWith("domain/") && pattern.test(codeOf(file)));
    expect(wrong).toEqual([]);
  });
});

describe("the whole source", () => {
  test.each([
    ["writes to no console", /\bconsole\./],
    ["suppresses no checker", /@ts-(ignore|expect-error|nocheck)|biome-ignore|eslint-disable/],
    ["knows no any", /:\s*any\b|<any>|as any\b/],
    ["has no URL that the bundler would copy", /new URL\([^)]*import\.meta\.url/],
  ])("%s", (_rule, pattern) => {
    expect(files.filter((file) => pattern.test(codeOf(file)))).toEqual([]);
  });

  test("waits for no child process while the forge serves", () => {
    expect(files.filter((file) => /\b(spawnSync|execSync|execFileSync)\b/.test(codeOf(file)))).toEqual([]);
  });

  test("has no folder or file for things without a place", () => {
    const vague = /(^|\/)(utils?|helpers?|common|shared|misc|services?|[\w-]+-manager)(\.ts)?(\/|$)/i;
    expect(files.filter((file) => vague.test(file))).toEqual([]);
    expect(files.filter((file) => file.endsWith("/index.ts"))).toEqual([]);
  });
});

/** The text of a file without comments and strings; programs that are texts run elsewhere. */
function codeOf(file: string): string {
  return readFileSync(join(SOURCE, file), "utf8")
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/(^|\s)\/\/.*$/gm, "$1")
    .replace(/`[^`]*`/g, "``")
    .replace(/(["'])(?:\\.|(?!\1)[^\\\n])*\1/g, '""');
}

/** The sources that documentation is made from: compiled modules, and the YAML of actions, workflows and templates. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parse } from "yaml";

/** Modules of src whose exports the renderers use. */
const MODULES = [
  "domain/command",
  "domain/config",
  "domain/decide/after-merge",
  "domain/decide/foreign-review",
  "domain/decide/merge-pull",
  "domain/decide/merge-requirement",
  "domain/decide/revert",
  "domain/labels",
  "domain/message",
  "domain/risk",
  "domain/route",
  "domain/states/coder",
  "domain/states/manager",
  "domain/states/reviewer",
  "local/forge/facts",
  "models/facts",
];

/** Everything that a renderer may look at. Node 20 cannot run TypeScript, so they are compiled into a directory of its own. */
export async function loadSources(root) {
  const modules = await compileModules(root);
  const yaml = (path) => parse(readFileSync(join(root, path), "utf8"));
  const folder = (path) => readdirSync(join(root, path)).sort();
  return {
    ...modules,
    actions: Object.fromEntries(folder("actions").map((name) => [name, yaml(`actions/${name}/action.yml`)])),
    workflows: Object.fromEntries(
      ["code", "review", "merge"].map((name) => [name, yaml(`.github/workflows/${name}.yml`)]),
    ),
    templates: Object.fromEntries(
      folder("templates/.github/workflows").map((name) => [
        name.replace(".yml", ""),
        yaml(`templates/.github/workflows/${name}`),
      ]),
    ),
  };
}

async function compileModules(root) {
  const cache = join(root, "node_modules/.cache");
  mkdirSync(cache, { recursive: true });
  const out = mkdtempSync(join(cache, "nightshift-docs-"));
  try {
    writeFileSync(join(out, "package.json"), '{ "type": "module" }');
    writeFileSync(
      join(out, "tsconfig.json"),
      JSON.stringify({
        extends: join(root, "tsconfig.json"),
        compilerOptions: { rootDir: join(root, "src"), outDir: out },
        files: MODULES.map((name) => join(root, "src", `${name}.ts`)),
        include: [],
      }),
    );
    execFileSync(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-p", out], {
      stdio: ["ignore", "inherit", "inherit"],
    });
    const loaded = await Promise.all(
      MODULES.map((name) => import(pathToFileURL(join(out, `${name}.js`)).href)),
    );
    return Object.assign({}, ...loaded);
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

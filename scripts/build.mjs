/** Compiles src to lib with tsc, bundles lib/main.js to dist with ncc, takes comments and blanks out of it, and copies the assets that dist reads at run time. */
import { execFileSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { transformSync } from "esbuild";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const lock = `${root}/node_modules/.cache/nightshift-build.lock`;
const fresh = `${root}/node_modules/.cache/nightshift-dist`;

const run = (script, ...args) =>
  execFileSync(process.execPath, [script, ...args], {
    cwd: root,
    stdio: ["ignore", process.stderr, "inherit"],
  });

/** Paths below src whose files the bundle reads at run time. */
const ASSETS = [
  "agents/code/definition.md",
  "agents/review/definition.md",
  "agents/explore/definition.md",
  "agents/refute/definition.md",
  "cli/web/assets",
  "local/scripted-model/scenarios",
];

/** One build at a time; a lock older than two minutes was left by a killed one. */
async function withLock(work) {
  mkdirSync(dirname(lock), { recursive: true });
  for (;;) {
    try {
      mkdirSync(lock);
      break;
    } catch {
      const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
      if (age > 120_000) rmSync(lock, { recursive: true, force: true });
      await new Promise((done) => setTimeout(done, 200));
    }
  }
  try {
    work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

/** Every job downloads dist and Node reads it at every start; ncc itself minifies the first file alone. Names stay, so that stacks can be read. */
function shrink(directory) {
  for (const name of readdirSync(directory).filter((each) => each.endsWith(".js"))) {
    const { code } = transformSync(readFileSync(`${directory}/${name}`, "utf8"), {
      format: "esm",
      target: "node20",
      charset: "utf8",
      legalComments: "none",
      minifyWhitespace: true,
      minifySyntax: true,
    });
    writeFileSync(`${directory}/${name}`, code);
  }
}

function build() {
  for (const left of [`${root}/lib`, fresh]) rmSync(left, { recursive: true, force: true });
  run("node_modules/typescript/bin/tsc", "-p", ".");
  run(
    "node_modules/@vercel/ncc/dist/ncc/cli.js",
    "build",
    "./lib/main.js",
    "-o",
    fresh,
    "--license",
    "licenses.txt",
  );
  shrink(fresh);
  const asset = (from, to) => {
    mkdirSync(dirname(`${fresh}/assets/${to}`), { recursive: true });
    cpSync(`${root}/${from}`, `${fresh}/assets/${to}`, { recursive: true });
  };
  asset("node_modules/@octokit/graphql-schema/schema.graphql", "local/schema.graphql");
  for (const path of ASSETS) asset(`src/${path}`, path);
  chmodSync(`${fresh}/index.js`, 0o755);
  // Whoever runs dist meanwhile sees the old one or the new one, never half of it.
  rmSync(`${fresh}-old`, { recursive: true, force: true });
  if (statSync(`${root}/dist`, { throwIfNoEntry: false })) renameSync(`${root}/dist`, `${fresh}-old`);
  renameSync(fresh, `${root}/dist`);
  rmSync(`${fresh}-old`, { recursive: true, force: true });
}

await withLock(build);

/** Compiles src to lib with tsc, bundles lib/main.js to dist with ncc, and copies the assets that dist reads at run time. */
import { execFileSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, rmSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const run = (script, ...args) => execFileSync(process.execPath, [script, ...args], { cwd: root, stdio: ["ignore", "ignore", "inherit"] });

rmSync(`${root}/lib`, { recursive: true, force: true });
rmSync(`${root}/dist`, { recursive: true, force: true });
run("node_modules/typescript/bin/tsc", "-p", ".");
run("node_modules/@vercel/ncc/dist/ncc/cli.js", "build", "./lib/main.js", "-o", "dist", "--license", "licenses.txt");

const asset = (from, to) => {
  mkdirSync(dirname(`${root}/dist/assets/${to}`), { recursive: true });
  cpSync(`${root}/${from}`, `${root}/dist/assets/${to}`, { recursive: true });
};
asset("node_modules/@octokit/graphql-schema/schema.graphql", "local/schema.graphql");
asset("src/agents/code/definition.md", "agents/code/definition.md");
asset("src/agents/review/definition.md", "agents/review/definition.md");
asset("src/local/scripted-model/scenarios", "local/scripted-model/scenarios");
chmodSync(`${root}/dist/index.js`, 0o755);

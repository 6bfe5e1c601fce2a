/** Plays random schedules in one process: compiles `test/chaos/main.ts` into the cache and runs it there. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { buildSync } from "esbuild";

const root = join(import.meta.dirname, "..");
const out = join(root, "node_modules/.cache/nightshift-chaos/main.mjs");
buildSync({
  entryPoints: [join(root, "test/chaos/main.ts")],
  outfile: out,
  bundle: true,
  platform: "node",
  format: "esm",
  sourcemap: true,
  logLevel: "error",
  // graphql-js looks for second copies of itself at every value otherwise.
  define: { "globalThis.process.env.NODE_ENV": '"production"' },
  alias: { "json-with-bigint": join(root, "test/chaos/plain-json.ts") },
  banner: {
    js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
  },
});
const { status } = spawnSync(process.execPath, ["--enable-source-maps", out, ...process.argv.slice(2)], {
  cwd: root,
  stdio: "inherit",
});
process.exit(status ?? 1);

/** What the sandbox costs: one command in it against the same command bare, taken in turns so that both meet the same machine. */
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { hold, median } from "./measure.mjs";

const ROOT = resolve(import.meta.dirname, "../..");
const PAIRS = 60;
const WARM_UP = 5;
/** 10 ms where a bare `/bin/true` takes 1.1 ms; a ratio, because machines differ and their load does, too. */
const LIMIT = 9;

/** Holds nothing where this machine has no sandbox that works, and says so. */
export async function measureSandbox() {
  const cache = join(ROOT, "node_modules/.cache");
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, "nightshift-bench-"));
  const workspace = realpathSync(mkdtempSync(join(tmpdir(), "nightshift-bench-")));
  try {
    const { openSandbox } = await compile(folder);
    const sandbox = await openSandbox({
      mode: "required",
      workspace,
      fileServerCommand: [process.execPath, join(folder, "files.js")],
      log: { info() {}, warning() {} },
    }).catch((error) => error);
    if (sandbox instanceof Error) {
      console.log(`     the sandbox is not measured: ${sandbox.message}`);
      return;
    }
    const { bare, more } = await compare(sandbox);
    await sandbox.close();
    hold(
      `a command in tier ${sandbox.tier} beyond the bare one (here ${more.toFixed(1)} ms beyond ${bare.toFixed(1)} ms)`,
      Number((more / bare).toFixed(1)),
      LIMIT,
      "bare commands",
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
    rmSync(workspace, { recursive: true, force: true });
  }
}

/** Medians of the bare command, and of the differences within the pairs, in ms. */
async function compare(sandbox) {
  const bares = [];
  const differences = [];
  for (let pair = 0; pair < PAIRS + WARM_UP; pair += 1) {
    const bare = await timed(() => once(spawn("/bin/true", { stdio: ["ignore", "pipe", "pipe"] }), "close"));
    const inside = await timed(() =>
      sandbox.exec({ argv: ["/bin/true"], timeoutMs: 10_000, maxOutputBytes: 1_000 }),
    );
    if (pair < WARM_UP) continue;
    bares.push(bare);
    differences.push(inside - bare);
  }
  return { bare: median(bares), more: median(differences) };
}

async function timed(act) {
  const started = performance.now();
  await act();
  return performance.now() - started;
}

/** Node 20 cannot run TypeScript. */
async function compile(folder) {
  const sources = ["open.ts", "file-server.ts"].map((name) => join(ROOT, "src/agent/sandbox", name));
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({
      extends: join(ROOT, "tsconfig.json"),
      compilerOptions: { rootDir: join(ROOT, "src"), outDir: folder },
      files: sources,
      include: [],
    }),
  );
  execFileSync(process.execPath, [join(ROOT, "node_modules/typescript/bin/tsc"), "-p", folder], {
    stdio: ["ignore", "inherit", "inherit"],
  });
  writeFileSync(
    join(folder, "files.js"),
    'import { serveFiles } from "./agent/sandbox/file-server.js";\nawait serveFiles();\n',
  );
  return import(pathToFileURL(join(folder, "agent/sandbox/open.js")).href);
}

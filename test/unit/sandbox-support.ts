/** What the tests of the sandbox and the loop share: a real repository, and the real file server compiled once. */
import { execFile, spawnSync } from "node:child_process";
import { mkdir, mkdtemp, rename, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll } from "vitest";

const run = promisify(execFile);
const REPOSITORY = resolve(import.meta.dirname, "../..");

export const SILENT = { info: () => undefined, warning: () => undefined };

/** Null when bubblewrap works here; else why its tests are skipped. On CI a missing sandbox must be seen as a failure. */
export const NO_BUBBLEWRAP: string | null = (() => {
  const found = spawnSync("bwrap", ["--version"]).status === 0;
  return found || process.env.CI === "true" ? null : "bubblewrap is not installed";
})();

interface Programs {
  files: string[];
  egress: string[];
}
let programs: Promise<Programs> | undefined;

afterAll(async () => {
  const [, main] = (await programs)?.files ?? [];
  if (main !== undefined) await rm(dirname(dirname(main)), { recursive: true, force: true });
});

/** The command line of the file server, compiled from src into a folder that the test file removes. */
export async function fileServerCommand(): Promise<string[]> {
  programs ??= compilePrograms();
  return (await programs).files;
}

/** The command line of the program that leads out of the sandbox, compiled beside it. */
export async function egressCommand(): Promise<string[]> {
  programs ??= compilePrograms();
  return (await programs).egress;
}

async function compilePrograms(): Promise<Programs> {
  const parent = await mkdtemp(join(tmpdir(), "nightshift-file-server-"));
  const folder = join(parent, "server");
  const sources = ["file-server.ts", "egress/bridge.ts"].map((name) =>
    join(REPOSITORY, "src/agent/sandbox", name),
  );
  await run(process.execPath, [
    join(REPOSITORY, "node_modules/typescript/bin/tsc"),
    ...["--ignoreConfig", ...sources, "--outDir", `${folder}.new`, "--rootDir", join(REPOSITORY, "src")],
    ...["--module", "nodenext", "--target", "es2023", "--rewriteRelativeImportExtensions", "--skipLibCheck"],
    ...["--types", "node", "--typeRoots", join(REPOSITORY, "node_modules/@types"), "--strict"],
  ]);
  await writeFile(join(`${folder}.new`, "package.json"), '{"type":"module"}');
  await writeFile(
    join(`${folder}.new`, "main.js"),
    'import { serveFiles } from "./agent/sandbox/file-server.js";\nawait serveFiles();\n',
  );
  await writeFile(
    join(`${folder}.new`, "egress.js"),
    'import { runBridged } from "./agent/sandbox/egress/bridge.js";\nprocess.exit(await runBridged(process.argv.slice(3)));\n',
  );
  await rename(`${folder}.new`, folder);
  return {
    files: [process.execPath, join(folder, "main.js"), "sandbox-files"],
    egress: [process.execPath, join(folder, "egress.js"), "sandbox-egress"],
  };
}

/** A git repository with one commit of the given files. */
export async function makeRepository(files: Readonly<Record<string, string>>): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), "nightshift-repository-"));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  const git = (...args: string[]) =>
    run(
      "git",
      ["-c", "user.name=Test", "-c", "user.email=test@example.com", "-c", "init.defaultBranch=main", ...args],
      { cwd: root },
    );
  await git("init", "-q");
  await git("add", "-A");
  await git("commit", "-q", "-m", "start");
  return root;
}

export async function removeRepository(root: string): Promise<void> {
  await rm(root, { recursive: true, force: true });
}

export async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

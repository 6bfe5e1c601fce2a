/** Runs programs over the compiled sources as another user: what root may do proves nothing about a user. */
import { spawnSync } from "node:child_process";
import { chmod, cp, mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { assembleFilter } from "../../src/agent/sandbox/seccomp.ts";
import { makeRepository, removeRepository } from "./sandbox-support.ts";

const REPOSITORY = resolve(import.meta.dirname, "../..");

export interface UserProgram {
  /** Readable by the user; `bin` in it comes first in PATH. */
  folder: string;
  workspace: string;
  /**
   * Runs the body of an async function that knows `openSandbox`, `log`, `WORKSPACE` and `FILES`, and gives what it returns,
   * or the message of what it throws. `before` is shell text that goes in front of the program.
   */
  run(body: string, before?: string): Promise<unknown>;
  /** Leaves our system call filter in `folder/filter`. */
  writeFilter(): Promise<void>;
  remove(): Promise<void>;
}

export async function asUser(uid: number): Promise<UserProgram> {
  const folder = await mkdtemp(join(tmpdir(), "nightshift-as-user-"));
  const workspace = await makeRepository({ "a.txt": "a\n" });
  spawnSync("chown", ["-R", `${uid}:${uid}`, workspace]);
  compile(folder);
  await writeFile(join(folder, "lib/package.json"), '{"type":"module"}');
  await mkdir(join(folder, "lib/node_modules"));
  await cp(join(REPOSITORY, "node_modules/zod"), join(folder, "lib/node_modules/zod"), { recursive: true });
  await writeFile(
    join(folder, "lib/files.js"),
    'import { serveFiles } from "./agent/sandbox/file-server.js";\nawait serveFiles();\n',
  );
  await chmod(folder, 0o755);
  let runs = 0;
  return {
    folder,
    workspace,
    async run(body, before = "") {
      runs += 1;
      const main = join(folder, "lib", `main-${runs}.js`);
      await writeFile(
        main,
        `import { openSandbox } from "./agent/sandbox/open.js";
const log = { info() {}, warning() {} }, WORKSPACE = ${JSON.stringify(workspace)}, FILES = [process.execPath, ${JSON.stringify(join(folder, "lib/files.js"))}];
const body = async () => {${body}};
console.log("\\n" + JSON.stringify(await body().catch((error) => error.message)));
`,
      );
      const run = spawnSync("/bin/bash", ["-c", `${before} exec "$0" "$1"`, process.execPath, main], {
        uid,
        gid: uid,
        cwd: workspace,
        env: { PATH: `${join(folder, "bin")}:/usr/bin:/bin`, HOME: workspace, TOKEN: "token-of-the-parent" },
        encoding: "utf8",
      });
      const last = run.stdout.trim().split("\n").at(-1) ?? "";
      return last === "" ? run.stderr : JSON.parse(last);
    },
    writeFilter: async () => {
      await writeFile(join(folder, "filter"), assembleFilter(process.arch) ?? "");
    },
    async remove() {
      await removeRepository(folder);
      await removeRepository(workspace);
    },
  };
}

function compile(folder: string): void {
  const sources = ["open.ts", "file-server.ts"].map((name) => join(REPOSITORY, "src/agent/sandbox", name));
  spawnSync(process.execPath, [
    join(REPOSITORY, "node_modules/typescript/bin/tsc"),
    ...["--ignoreConfig", ...sources, "--outDir", join(folder, "lib"), "--rootDir", join(REPOSITORY, "src")],
    ...["--module", "nodenext", "--target", "es2023", "--rewriteRelativeImportExtensions", "--skipLibCheck"],
    ...["--strict", "--types", "node", "--typeRoots", join(REPOSITORY, "node_modules/@types")],
  ]);
}

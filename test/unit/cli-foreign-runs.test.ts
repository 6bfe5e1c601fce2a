import { execFile } from "node:child_process";
import { access, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { foreignRuns, wrapIn } from "../../src/cli/run/foreign-runs.ts";
import type { Remembered } from "../../src/cli/run/remembered.ts";

const BWRAP = "/usr/bin/bwrap";
const hasSandbox = await access(BWRAP).then(
  () => true,
  () => false,
);
const RUN: Remembered = {
  v: 1,
  source: "/srv/shop",
  branch: "main",
  login: "you",
  repository: "you/shop",
  text: "x",
  approve: "ask",
  sandbox: "required",
  runCi: true,
};

let data: string;
let job: string;

beforeEach(async () => {
  // Not below /tmp, which is hidden as a whole: the data directory must be hidden wherever it lies.
  await mkdir("node_modules/.cache", { recursive: true });
  data = await mkdtemp(join(process.cwd(), "node_modules/.cache/foreign-"));
  job = join(data, "runner/jobs/7");
  await mkdir(join(job, "work/shop/shop"), { recursive: true });
  await mkdir(join(job, "temp"), { recursive: true });
  await writeFile(join(data, "nightshift.json"), "the person's token");
});
afterEach(() => rm(data, { recursive: true, force: true }));

async function inJob(script: string): Promise<string> {
  const cwd = join(job, "work/shop/shop");
  const env = { PATH: process.env.PATH ?? "", GITHUB_WORKSPACE: cwd, RUNNER_TEMP: join(job, "temp") };
  const { file, args } = wrapIn(BWRAP, [data], { file: "/bin/sh", args: ["-c", script], env, cwd });
  const { stdout } = await promisify(execFile)(file, args, { env, cwd });
  return stdout.trim();
}

describe.runIf(hasSandbox)("a step of the repository's own CI", () => {
  it("writes in its job and nowhere else", async () => {
    const said = await inJob(
      "pwd; echo built > out.txt; echo x=1 > $RUNNER_TEMP/output; touch /etc/mark /usr/mark 2>/dev/null && echo escaped || echo held",
    );
    expect(said).toBe(`${join(job, "work/shop/shop")}\nheld`);
    expect(await readFile(join(job, "work/shop/shop/out.txt"), "utf8")).toBe("built\n");
    expect(await readFile(join(job, "temp/output"), "utf8")).toBe("x=1\n");
  });

  it("sees neither the person's token nor their temporary files", async () => {
    const mark = await mkdtemp(join(tmpdir(), "nightshift-mark-"));
    expect(
      await inJob(
        `cat ${data}/nightshift.json ${mark}/../*/x 2>/dev/null; ls -d ${mark} 2>/dev/null; echo end`,
      ),
    ).toBe("end");
    await rm(mark, { recursive: true });
  });

  it("finds the tools of PATH", async () => {
    expect(await inJob("node --version")).toBe(process.version);
  });
});

describe("which steps are trusted", () => {
  const { isTrusted } = foreignRuns(RUN, ["/srv/data", RUN.source], {});
  it.each([
    ["you/shop", ".github/workflows/nightshift-code.yml", undefined, true],
    ["nightshift/nightshift", ".github/workflows/code.yml", "nightshift/nightshift", true],
    ["you/shop", ".github/workflows/ci.yml", undefined, false],
    ["you/shop", ".github/workflows/nightshift-code.yml", "you/shop", false],
    ["you/shop", ".github/workflows/nightshift-other.yml", undefined, false],
  ])("%s %s by %s: %s", (repository, path, action, trusted) => {
    expect(isTrusted?.(repository, path, action)).toBe(trusted);
  });

  it("are all of them when the sandbox was switched off", () => {
    expect(foreignRuns({ ...RUN, sandbox: "off" }, ["/srv/data"], {})).toEqual({});
  });
});

import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runInit } from "../../src/cli/init/init.ts";
import { readOwnWorkflows } from "../../src/cli/init/own-workflows.ts";
import { unifiedDiff } from "../../src/cli/init/place-files.ts";
import { parsePin } from "../../src/cli/init/toolkit-pin.ts";
import { parseWorkflowFile } from "../../src/local/runner/language/workflow-file.ts";
import { verifies } from "../e2e/requirements.ts";

const SHA = "0123456789abcdef0123456789abcdef01234567";
const PIN = `acme/nightshift@${SHA}`;
const run = promisify(execFile);

let root: string;
let said: string[];
const terminal = {
  line: (text: string) => void said.push(text),
  answer: () => undefined,
  status: () => undefined,
  interactive: false,
  ask: async () => undefined,
};

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "nightshift-init-"));
  said = [];
  await run("git", ["init", "--quiet", "--initial-branch=main", root]);
});
afterEach(() => rm(root, { recursive: true, force: true }));

const init = (options: Partial<Parameters<typeof runInit>[0]> = {}, directory = root) =>
  runInit({ repo: undefined, toolkit: PIN, sweep: "1h", force: false, ...options }, directory, terminal);
const read = (path: string) => readFile(join(root, path), "utf8");
async function write(path: string, content: string): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), content);
}

describe(`what init writes (${verifies("init.templates")})`, () => {
  it("pins every workflow, leaves no placeholder, and GitHub's parser takes all of it", async () => {
    await write(".github/workflows/ci.yml", "name: Tests & more\non: [push, pull_request]\njobs: {}\n");
    await write("src/deep/file.txt", "");

    expect(await init({ sweep: "15m" }, join(root, "src/deep"))).toBe(0);

    const files = (await readdir(join(root, ".github/workflows"))).filter((name) =>
      name.startsWith("nightshift-"),
    );
    expect(files.sort()).toEqual([
      "nightshift-code.yml",
      "nightshift-doorbell.yml",
      "nightshift-merge.yml",
      "nightshift-review.yml",
    ]);
    for (const name of files) {
      const text = await read(`.github/workflows/${name}`);
      expect(text).toContain(`acme/nightshift/`);
      expect(text).toContain(`@${SHA}`);
      expect(text).not.toMatch(/OWNER|0{40}/);
      expect((await parseWorkflowFile(`.github/workflows/${name}`, text)).errors).toEqual([]);
    }
    const merge = await read(".github/workflows/nightshift-merge.yml");
    expect(merge).toContain('workflows: ["Tests & more"]');
    expect(merge).toContain("7,22,37,52 * * * *");
  });

  it("fits labels and branches to the configuration that is there", async () => {
    await write(".github/nightshift.yml", "label_prefix: robot\nbranch_prefix: robot/\n");
    await init();
    expect(await read(".github/workflows/nightshift-code.yml")).toContain("label.name == 'robot'");
    expect(await read(".github/workflows/nightshift-doorbell.yml")).toContain('branches: ["robot/**"]');
    expect(await read(".github/ISSUE_TEMPLATE/nightshift.yml")).toContain('labels: ["robot"]');
    expect(said.join("\n")).toContain("gh label create robot:planning");
  });

  it.each([
    ["agents", "types: [closed, labeled, "],
    ["all", "types: [opened, reopened, synchronize, closed, labeled, "],
    ["labelled", "types: [opened, reopened, synchronize, closed, labeled, "],
  ])("lets new heads ring only where they are reviewed: review.scope %s", async (scope, types) => {
    await write(".github/nightshift.yml", `review:\n  scope: ${scope}\n`);
    await init();
    expect(await read(".github/workflows/nightshift-doorbell.yml")).toContain(types);
  });

  it("keeps a file that differs and shows how, and overwrites it only by force", async () => {
    await init();
    const path = ".github/workflows/nightshift-merge.yml";
    const template = await read(path);
    await write(path, template.replace("17 * * * *", "1 1 * * *"));

    said = [];
    await init();
    expect(await read(path)).toContain("1 1 * * *");
    expect(said.join("\n")).toMatch(/kept +\.github\/workflows\/nightshift-merge\.yml/);
    expect(said).toContain('    -    - cron: "1 1 * * *"');
    expect(said).toContain('    +    - cron: "17 * * * *"');
    expect(said.filter((line) => line.startsWith("unchanged"))).toHaveLength(5);

    await init({ force: true });
    expect(await read(path)).toBe(template);
  });

  it("writes nothing at all when something is in the way", async () => {
    await mkdir(join(root, "elsewhere"));
    await mkdir(join(root, ".github"));
    await symlink(join(root, "elsewhere"), join(root, ".github/ISSUE_TEMPLATE"));
    await expect(init()).rejects.toThrow(".github/ISSUE_TEMPLATE is in the way: it is a link");
    expect(await readdir(join(root, ".github"))).toEqual(["ISSUE_TEMPLATE"]);
  });

  it("refuses a configuration with mistakes, each with its line", async () => {
    await write(".github/nightshift.yml", "rounds: 0\nverfy:\n  - make test\nmode: maybe\n");
    const refused = await init().then(
      () => "",
      (error: Error) => error.message,
    );
    expect(refused).toContain("3 mistakes");
    for (const place of [":1: rounds", ":2: verfy", ":4: mode"])
      expect(refused).toContain(`.github/nightshift.yml${place}`);
  });
});

describe("what init says", () => {
  it("names the secret of every provider whose models are configured, and no other", async () => {
    await write(
      ".github/nightshift.yml",
      "model: [openai:gpt-6-sol, gemini:gemini-4-argon]\nreview:\n  model: openai:gpt-6-luna\n",
    );
    await init({ repo: "acme/shop" });
    const text = said.join("\n");
    expect(text).toContain(
      "OPENAI_API_KEY, for openai:gpt-6-sol and openai:gpt-6-luna:  gh secret set OPENAI",
    );
    expect(text).toContain("gh secret set GEMINI_API_KEY --repo acme/shop");
    expect(text).not.toContain("ANTHROPIC_API_KEY");
  });

  it("names every setting, label, secret and variable, and what a bot merge does not start", async () => {
    await write(
      ".github/workflows/deploy.yml",
      "name: Deploy\non:\n  push:\n    branches: [main]\njobs: {}\n",
    );
    await write(".github/workflows/tags.yml", "name: Release\non:\n  push:\n    tags: ['v*']\njobs: {}\n");
    await init({ repo: "acme/shop" });
    const text = said.join("\n");
    for (const needed of [
      "Allow GitHub Actions to create and approve pull requests",
      "gh secret set ANTHROPIC_API_KEY --repo acme/shop",
      "NIGHTSHIFT ",
      "NIGHTSHIFT_BASE_URL",
      "NIGHTSHIFT_SANDBOX",
      "NIGHTSHIFT_MODEL",
      "NIGHTSHIFT_MAX_USD",
      "gh label create nightshift ",
      "nightshift:needs-human",
    ])
      expect(text).toContain(needed);
    expect(text).not.toContain("OPENAI_API_KEY");
    const missed = text.slice(text.indexOf("does not start these workflows"));
    expect(missed).toContain("deploy.yml");
    expect(missed).not.toContain("tags.yml");
  });
});

describe("the toolkit's pin", () => {
  it.each([
    ["acme/nightshift@v1.2.3", "tag or a branch"],
    ["acme/nightshift@main", "tag or a branch"],
    ["acme/nightshift@0123456", "not a whole commit id"],
    [`acme/nightshift@${SHA.toUpperCase()}`, "not a whole commit id"],
    ["acme/nightshift", "not owner/name@SHA"],
    [SHA, "not owner/name@SHA"],
  ])("%s is refused: %s", (text, why) => {
    expect(() => parsePin(text)).toThrow(why);
  });

  it.each([
    ["https://github.com/acme/shop.git", undefined, "must be published there"],
    ["git@github.com:acme/shop.git", undefined, "must be published there"],
    ["ssh://git@github.com/acme/shop", `nightshift/nightshift@${SHA}`, "no published repository"],
    ["https://token@github.com/acme/shop", `OWNER/nightshift@${SHA}`, "no published repository"],
  ])("on a repository of %s, --toolkit %s is refused", async (url, toolkit, why) => {
    await run("git", ["-C", root, "remote", "add", "origin", url]);
    await expect(init({ toolkit })).rejects.toThrow(why);
    expect(await readdir(root)).toEqual([".git"]);
  });

  it("may be the local one in a repository that lives nowhere else, and init says what that means", async () => {
    await run("git", ["-C", root, "remote", "add", "origin", "/srv/git/shop.git"]);
    await init({ toolkit: `nightshift/nightshift@${SHA}` });
    expect(said.join("\n")).toContain("exists only on a local GitHub");
  });

  it("is needed with --repo, wherever the remote is", async () => {
    await expect(init({ toolkit: undefined, repo: "acme/shop" })).rejects.toThrow("must be published there");
  });
});

it("outside a repository is one clear message", async () => {
  const outside = await mkdtemp(join(tmpdir(), "nightshift-outside-"));
  await expect(init({}, outside)).rejects.toThrow("not inside the work tree of a git repository");
  await rm(outside, { recursive: true });
});

describe("the repository's own workflows", () => {
  it.each([
    ["on: push\n", { isCi: true, startsOnBasePush: true }],
    ["on: [pull_request]\n", { isCi: true, startsOnBasePush: false }],
    ["on:\n  push:\n    branches-ignore: [main]\n", { isCi: true, startsOnBasePush: false }],
    ["on:\n  push:\n    branches: ['**', '!main']\n", { isCi: true, startsOnBasePush: false }],
    ["on:\n  push:\n", { isCi: true, startsOnBasePush: true }],
    ["on:\n  schedule:\n    - cron: '1 1 * * *'\n", { isCi: false, startsOnBasePush: false }],
    ["on: [push\n", { isCi: false, startsOnBasePush: false, problem: expect.any(String) }],
  ])("%j", async (text, expected) => {
    await write(".github/workflows/x.yaml", text);
    await write(".github/workflows/nightshift-code.yml", "on: push\n");
    expect(await readOwnWorkflows(root, "main")).toEqual([
      expect.objectContaining({
        path: ".github/workflows/x.yaml",
        name: ".github/workflows/x.yaml",
        ...expected,
      }),
    ]);
  });
});

it("a diff names both sides and only what differs", async () => {
  const diff = await unifiedDiff("a file.yml", "one\ntwo\n", "one\nthree\n");
  expect(diff).toBe("--- a/a file.yml\t\n+++ b/a file.yml\t\n@@ -1,2 +1,2 @@\n one\n-two\n+three");
});

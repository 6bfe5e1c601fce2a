import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findCommands } from "../../src/agents/commands.ts";
import { readCommitTree } from "../../src/github/commit-tree.ts";
import { openWorkshop, type Workshop } from "./git-support.ts";

let shop: Workshop;
beforeAll(async () => {
  shop = await openWorkshop();
});
afterAll(() => shop.close());

const found = async (files: Record<string, string>, configured = {}) =>
  findCommands(await readCommitTree(shop.git, await shop.tree(files)), configured);
const manifest = (content: object) => JSON.stringify(content);
const TESTED = { scripts: { test: "node --test" } };
const INSTALLED = { ...TESTED, dependencies: { zod: "4" } };
const NOTHING = { setup: [], verify: [], from: "no file that tells how" };

describe("commands that the files of a repository tell", () => {
  test.each<[string, Record<string, string>, object]>([
    [
      "npm without dependencies",
      { "package.json": manifest(TESTED) },
      { setup: [], verify: ["npm test"], from: "package.json" },
    ],
    [
      "npm with a lock file",
      { "package.json": manifest(INSTALLED), "package-lock.json": "{}" },
      { setup: ["npm ci"], verify: ["npm test"] },
    ],
    [
      "npm without a lock file",
      { "package.json": manifest(INSTALLED) },
      { setup: ["npm install --no-audit --no-fund"], verify: ["npm test"] },
    ],
    [
      "npm with only tools",
      {
        "package.json": manifest({ ...TESTED, devDependencies: { vitest: "4" } }),
        "package-lock.json": "{}",
      },
      { setup: ["npm ci"], verify: ["npm test"] },
    ],
    [
      "pnpm",
      { "package.json": manifest(INSTALLED), "pnpm-lock.yaml": "" },
      { setup: ["pnpm install --frozen-lockfile"], verify: ["pnpm test"] },
    ],
    [
      "yarn",
      { "package.json": manifest(INSTALLED), "yarn.lock": "" },
      { setup: ["yarn install --immutable || yarn install --frozen-lockfile"], verify: ["yarn test"] },
    ],
    [
      "npm's placeholder for tests",
      { "package.json": manifest({ scripts: { test: 'echo "Error: no test specified" && exit 1' } }) },
      NOTHING,
    ],
    ["a package.json that is no JSON", { "package.json": "{" }, NOTHING],
    ["a package.json deeper down", { "web/package.json": manifest(TESTED) }, NOTHING],
    [
      "Python with uv",
      { "pyproject.toml": "", "uv.lock": "", "tests/test_a.py": "" },
      { setup: ["uv sync --frozen"], verify: ["uv run pytest -q"] },
    ],
    ["Python without tests", { "pyproject.toml": "", "a.py": "" }, NOTHING],
    [
      "Go",
      { "go.mod": "module x" },
      { setup: ["go mod download"], verify: ["go build ./...", "go vet ./...", "go test ./..."] },
    ],
    ["Cargo", { "Cargo.toml": "" }, { setup: ["cargo fetch"], verify: ["cargo test --all-targets"] }],
    ["Maven", { "pom.xml": "" }, { setup: ["mvn -B -q dependency:go-offline"], verify: ["mvn -B -o test"] }],
    [
      "Maven with its wrapper",
      { "pom.xml": "", mvnw: "" },
      { setup: ["./mvnw -B -q dependency:go-offline"], verify: ["./mvnw -B -o test"] },
    ],
    [
      "Gradle",
      { "build.gradle.kts": "" },
      { setup: ["gradle --no-daemon testClasses"], verify: ["gradle --no-daemon --offline test"] },
    ],
    [
      "Gradle with its wrapper",
      { "settings.gradle": "", gradlew: "" },
      { setup: ["./gradlew --no-daemon testClasses"], verify: ["./gradlew --no-daemon --offline test"] },
    ],
    ["make test", { Makefile: "all:\n\techo\ntest: all\n\t./test\n" }, { setup: [], verify: ["make test"] }],
    ["make check", { GNUmakefile: "check :\n\t./check\n" }, { setup: [], verify: ["make check"] }],
    [
      "a Makefile with a variable called test",
      { Makefile: "test := yes\ncheck:= no\ntests:\n\t./test\n" },
      NOTHING,
    ],
    ["nothing", { "README.md": "" }, NOTHING],
    [
      "the manifest that tells, when another does not",
      { "package.json": manifest({}), Makefile: "test:\n\tx\n" },
      { verify: ["make test"], from: "Makefile" },
    ],
  ])("%s", async (_what, files, expected) => {
    expect(await found(files)).toMatchObject(expected);
  });

  test.each([
    [{ "requirements.txt": "flask", "tests/test_a.py": "" }, 1],
    [{ "setup.py": "", "a_test.py": "" }, 0],
  ])("Python with pip uses pytest where it is installed, else unittest: %j", async (files, installs) => {
    const { setup, verify } = await found(files);
    expect(setup).toHaveLength(installs);
    expect(verify).toEqual([
      expect.stringMatching(/import pytest.*-m pytest -q; else .*-m unittest discover; fi$/),
    ]);
  });
});

describe("the configuration", () => {
  test("comes before what the files tell, each list by itself", async () => {
    const files = { "package.json": manifest(INSTALLED), "package-lock.json": "{}" };
    expect(await found(files, { verify: ["make all"] })).toEqual({
      setup: ["npm ci"],
      hosts: ["registry.npmjs.org", "registry.yarnpkg.com", "repo.yarnpkg.com"],
      verify: ["make all"],
      from: ".github/nightshift.yml",
    });
    expect(await found(files, { setup: [] })).toMatchObject({
      setup: [],
      verify: ["npm test"],
      from: "package.json",
    });
    expect((await found(files, { setupHosts: ["npm.example.com"] })).hosts).toEqual(["npm.example.com"]);
    expect((await found(files, { setupHosts: [] })).hosts).toEqual([]);
  });
});

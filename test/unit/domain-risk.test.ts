import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { globTest } from "../../src/domain/glob.ts";
import {
  allLabels,
  FEATURE_STATES,
  featureState,
  labelChange,
  REQUIREMENT_STATES,
  requirementState,
  stateLabel,
} from "../../src/domain/labels.ts";
import { PERSON_COMMANDS, parsePersonCommand } from "../../src/domain/person-command.ts";
import { ALWAYS_PROTECTED, protectedPaths, risksOf } from "../../src/domain/risk.ts";
import { configOf } from "./domain-support.ts";

const CONFIG = configOf();
const risks = (
  paths: string[],
  change: { lines?: number; first?: boolean; complete?: boolean; config?: typeof CONFIG } = {},
) =>
  risksOf(
    {
      files: paths.map((path) => ({ path, added: change.lines ?? 1, deleted: 0 })),
      filesComplete: change.complete ?? true,
    },
    change.first ?? false,
    change.config ?? CONFIG,
  );

describe("risks", () => {
  test.each([
    "package.json",
    "web/package-lock.json",
    "pnpm-lock.yaml",
    "pnpm-workspace.yaml",
    "yarn.lock",
    "bun.lockb",
    "requirements-dev.txt",
    "requirements/prod.txt",
    "constraints.txt",
    "pyproject.toml",
    "uv.lock",
    "setup.py",
    "go.sum",
    "crates/x/Cargo.toml",
    "pom.xml",
    "app/build.gradle.kts",
    "gradle/libs.versions.toml",
    "gradle/wrapper/gradle-wrapper.properties",
    "Gemfile",
    "composer.lock",
    "deno.json",
  ])("%s changes what is installed", (path) => {
    expect(risks([path])).toContain("dependencies");
  });

  test.each([
    "migrations/001.py",
    "app/migration/x.rb",
    "db/seeds.rb",
    "schema/users.ts",
    "x/Query.SQL",
    "prisma/a.prisma",
  ])("%s touches stored data", (path) => {
    expect(risks([path])).toContain("database");
  });

  test.each([
    ".github/dependabot.yml",
    "Dockerfile",
    "deploy/Dockerfile.prod",
    "docker-compose.ci.yaml",
    "compose.yml",
    "Makefile",
    "GNUmakefile",
    "Jenkinsfile",
    ".gitlab-ci.yml",
    ".circleci/config.yml",
    ".husky/pre-commit",
    "azure-pipelines.yml",
    ".pre-commit-config.yaml",
    "web/.npmrc",
    ".gitattributes",
    ".gitmodules",
  ])("%s changes how the project is built", (path) => {
    expect(risks([path])).toContain("ci");
  });

  test.each([
    "src/index.ts",
    "docs/package.json.md",
    "src/schema.ts",
    "lib/requirements.ts",
    "src/Makefile.ts",
    "github/x.yml",
    "README.md",
  ])("%s carries none", (path) => {
    expect(risks([path])).toEqual([]);
  });

  test("many lines are large, from the first line past the limit", () => {
    expect(risks(["a.ts"], { lines: 1_500 })).toEqual([]);
    expect(risks(["a.ts"], { lines: 1_501 })).toEqual(["large"]);
  });

  test("the first pull request is one, unless the configuration says otherwise", () => {
    const trusting = configOf({ approval: { ...CONFIG.approval, first_pull: false } });
    expect(risks(["a.ts"], { first: true })).toEqual(["first"]);
    expect(risks(["a.ts"], { first: true, config: trusting })).toEqual([]);
  });

  test("a list of files that is cut may hide any of them", () => {
    expect(risks(["a.ts"], { complete: false })).toEqual(["dependencies", "database", "ci", "large"]);
  });

  test("only those that the configuration asks for count", () => {
    const config = configOf({ approval: { ...CONFIG.approval, risks: ["database"] } });
    expect(risks(["package.json", "db/x.sql", "Makefile"], { lines: 9_999, config })).toEqual(["database"]);
  });
});

describe("protected paths", () => {
  test.each([
    ".github/workflows/ci.yml",
    ".github/workflows/deep/er.yml",
    ".GitHub/Workflows/CI.yml",
    ".github/actions/x/action.yml",
    ".github/nightshift.yml",
    ".github/nightshift-rules.md",
    ".github/nightshift/setup/action.yml",
    ".git/config",
    ".git/hooks/pre-commit",
  ])("%s is always protected", (path) => {
    expect(protectedPaths([path], [])).toEqual([path]);
  });

  test.each([
    "src/.github/workflows/x.yml",
    ".github/ISSUE_TEMPLATE/x.md",
    ".gitignore",
    "github/workflows/x.yml",
    ".github",
  ])("%s is not", (path) => {
    expect(protectedPaths([path], [])).toEqual([]);
  });

  test("the configuration adds to them, and never takes away", () => {
    expect(protectedPaths(["billing/a/b.ts", "src/a.ts", ".git/x"], ["billing/", "!.git/**"])).toEqual([
      "billing/a/b.ts",
      ".git/x",
    ]);
  });

  test("one name in two Unicode forms is one name", () => {
    const composed = "caf\u00e9/x.ts";
    const apart = "cafe\u0301/x.ts";
    expect(protectedPaths([composed, apart], [composed.replace("x.ts", "**")])).toEqual([composed, apart]);
    expect(protectedPaths([composed, apart], [apart.replace("x.ts", "**")])).toEqual([composed, apart]);
  });

  test("the list itself is what the documents promise", () => {
    expect(ALWAYS_PROTECTED).toContain(".github/workflows/**");
  });
});

describe("globs", () => {
  test.each<[string, string[], string[]]>([
    ["*.md", ["README.md", "readme.MD"], ["docs/a.md", "READMEmd"]],
    ["**/*.md", ["README.md", "docs/a.md", "a/b/c.md"], ["a.mdx"]],
    ["docs/**", ["docs/a", "docs/a/b"], ["docs", "xdocs/a"]],
    ["docs/", ["docs/a", "docs/a/b"], ["docs", "docsx/a"]],
    ["src/**/x.ts", ["src/x.ts", "src/a/x.ts", "src/a/b/x.ts"], ["src/ax.ts", "x.ts"]],
    ["a?c", ["abc", "a.c"], ["ac", "a/c", "abbc"]],
    ["a+(b).{c}[d]^$|", ["a+(b).{c}[d]^$|"], ["aab.c", "a+(b)xcd"]],
    ["package-lock.json", ["package-lock.json"], ["packagexlock.json"]],
    ["src/{a-b,c}/*.ts", ["src/a-b/x.ts", "src/c/y.ts"], ["src/d/x.ts"]],
    ["billing", ["billing", "billing/deep/x.ts"], ["billings/x.ts"]],
    ["a.c", ["a.c"], ["abc"]],
  ])("%s", (glob, matching, other) => {
    const pattern = globTest(glob);
    expect(matching.filter((path) => !pattern(path))).toEqual([]);
    expect(other.filter((path) => pattern(path))).toEqual([]);
  });

  test("a path without wildcards matches itself and nothing longer", () => {
    const literal = fc.string({
      unit: fc.constantFrom("a", ".", "+", "(", "[", "$", "\\", "/", "é"),
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(literal, (path) => {
        fc.pre(!path.endsWith("/") && !/^\.?\//.test(path));
        expect(globTest(path)(path)).toBe(true);
        expect(globTest(path)(`${path}x`)).toBe(false);
      }),
    );
  });
});

describe("labels", () => {
  test("fit GitHub's limits, with the longest prefix too", () => {
    for (const label of allLabels("x".repeat(30))) {
      expect(label.name.length).toBeLessThanOrEqual(50);
      expect(label.description.length).toBeLessThanOrEqual(100);
      expect(label.color).toMatch(/^[0-9a-f]{6}$/);
    }
    const names = allLabels("nightshift").map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  test.each([
    ["requirement", REQUIREMENT_STATES, requirementState],
    ["feature", FEATURE_STATES, featureState],
  ] as const)(
    "a change of a %s leaves exactly the wanted state, whatever was there",
    (_what, family, stateOf) => {
      const other = fc.constantFrom("bug", "nightshift", "nightshift:risk-ci", "other:planning");
      const labels = fc.uniqueArray(
        fc.oneof(
          fc.constantFrom(...family).map((state) => stateLabel("nightshift", state)),
          other,
        ),
      );
      fc.assert(
        fc.property(labels, fc.constantFrom(...family), (before, state) => {
          const change = labelChange<string & (typeof family)[number]>("nightshift", family, state, before);
          const after = [...before, ...change.add].filter((name) => !change.remove.includes(name));
          expect(stateOf("nightshift", after)).toBe(state);
          expect(
            after.filter((name) => family.some((one) => name === stateLabel("nightshift", one))),
          ).toHaveLength(1);
          expect(
            before.filter((name) => !after.includes(name)).every((name) => name.startsWith("nightshift:")),
          ).toBe(true);
          expect(change.add.filter((name) => before.includes(name))).toEqual([]);
        }),
      );
    },
  );

  test("when a kill left two states, the one that stops more wins", () => {
    expect(requirementState("n", ["n:building", "n:needs-human"])).toBe("needs-human");
    expect(requirementState("n", ["n:planning", "n:paused"])).toBe("paused");
    expect(featureState("n", ["n:queued", "n:needs-human"])).toBe("needs-human");
    expect(featureState("n", ["n:in-review", "n:merged"])).toBe("merged");
    expect(featureState("n", ["m:merged"])).toBeUndefined();
  });
});

describe("commands in comments", () => {
  test.each([
    ["/nightshift start", { name: "start", sha: undefined }],
    ["  /nightshift   RETRY \r\nplease", { name: "retry", sha: undefined }],
    ["/nightshift approve abcdef1", { name: "approve", sha: "abcdef1" }],
    ["/nightshift approve ABCDEF1", { name: "approve", sha: "abcdef1" }],
    ["/nightshift approve abcdef", "unknown"],
    ["/nightshift approve main", "unknown"],
    ["/nightshift start now", "unknown"],
    ["/nightshift", "unknown"],
    ["/nightshift merge", "unknown"],
    ["/nightshiftstart", undefined],
    ["please /nightshift start", undefined],
    ["> /nightshift start", undefined],
    ["hello\n/nightshift start", undefined],
    ["", undefined],
  ])("%j", (body, expected) => {
    expect(parsePersonCommand(body)).toEqual(expected);
  });

  test("every command is understood", () => {
    for (const name of PERSON_COMMANDS)
      expect(parsePersonCommand(`/nightshift ${name}`)).toEqual({ name, sha: undefined });
  });
});

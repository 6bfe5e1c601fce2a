import { describe, expect, test } from "vitest";
import { dependencyChanges, renderDependency } from "../../src/domain/dependencies.ts";

const INTEGRITY = "sha512-aaaa";
const npm = (packages: Record<string, object>) =>
  JSON.stringify({ lockfileVersion: 3, packages: { "": { name: "app" }, ...packages } });
const leftPad = (version: string, more: object = {}) => ({
  "node_modules/left-pad": {
    version,
    resolved: `https://registry.npmjs.org/left-pad/-/left-pad-${version}.tgz`,
    integrity: INTEGRITY,
    ...more,
  },
});

const said = (file: string, before: string | undefined, after: string | undefined) =>
  dependencyChanges(file, before, after).map(renderDependency);

describe("the dependency diff of a lock file", () => {
  test.each([
    ["a new package", npm({}), npm(leftPad("1.3.0")), ["left-pad 1.3.0 (new)"]],
    ["a new file", undefined, npm(leftPad("1.3.0")), ["left-pad 1.3.0 (new)"]],
    ["a package that is gone", npm(leftPad("1.3.0")), npm({}), ["left-pad 1.3.0 (removed)"]],
    ["a file that is gone", npm(leftPad("1.3.0")), undefined, ["left-pad 1.3.0 (removed)"]],
    ["another version", npm(leftPad("1.2.0")), npm(leftPad("1.3.0")), ["left-pad 1.2.0 → 1.3.0"]],
    ["the same", npm(leftPad("1.3.0")), npm(leftPad("1.3.0")), []],
    [
      "a second version below another package",
      npm(leftPad("1.3.0")),
      npm({ ...leftPad("1.3.0"), "node_modules/a/node_modules/left-pad": { version: "0.9.0" } }),
      ["left-pad 1.3.0 → 0.9.0, 1.3.0"],
    ],
    [
      "other contents under the same version",
      npm(leftPad("1.3.0")),
      npm(leftPad("1.3.0", { integrity: "sha512-bbbb" })),
      ["left-pad 1.3.0 → 1.3.0: 1.3.0 has other contents under the same version"],
    ],
    [
      "another source",
      npm(leftPad("1.3.0")),
      npm(leftPad("1.3.0", { resolved: "https://evil.example.com/x/left-pad.tgz" })),
      ["left-pad 1.3.0 → 1.3.0: comes from https://evil.example.com/x"],
    ],
    [
      "a repository as source",
      npm({}),
      npm(leftPad("1.3.0", { resolved: "git+ssh://git@github.com/mallory/left-pad.git#abc" })),
      ["left-pad 1.3.0 (new): comes from git+ssh://git@github.com/mallory"],
    ],
    [
      "a workspace",
      npm({}),
      npm({ "node_modules/mine": { resolved: "packages/mine", link: true } }),
      ["mine linked (new)"],
    ],
  ])("npm: %s", (_what, before, after, expected) => {
    expect(said("web/package-lock.json", before, after)).toEqual(expected);
  });

  test("npm before version 7 nests dependencies", () => {
    const old = { dependencies: { a: { version: "1.0.0", dependencies: { b: { version: "2.0.0" } } } } };
    expect(said("npm-shrinkwrap.json", undefined, JSON.stringify(old))).toEqual([
      "a 1.0.0 (new)",
      "b 2.0.0 (new)",
    ]);
  });

  test.each([
    [
      "Cargo.lock",
      '[[package]]\nname = "serde"\nversion = "1.0.0"\nsource = "registry+https://github.com/rust-lang/crates.io-index"\nchecksum = "aa"\n',
      '[[package]]\nname = "serde"\nversion = "1.0.0"\nsource = "git+https://github.com/mallory/serde#1"\nchecksum = "aa"\n',
      ["serde 1.0.0 → 1.0.0: comes from git+https://github.com/mallory"],
    ],
    [
      "poetry.lock",
      '[[package]]\nname = "flask"\nversion = "3.0.0"\nfiles = [\n    {file = "f.whl", hash = "sha256:aa"},\n]\n',
      '[[package]]\nname = "flask"\nversion = "3.1.0"\nfiles = [\n    {file = "f.whl", hash = "sha256:bb"},\n]\n\n[package.source]\ntype = "legacy"\nurl = "https://pkgs.example.com/simple"\n',
      ["flask 3.0.0 → 3.1.0: comes from https://pkgs.example.com/simple"],
    ],
    [
      "uv.lock",
      '[[package]]\nname = "app"\nversion = "0.1.0"\nsource = { virtual = "." }\n',
      '[[package]]\nname = "app"\nversion = "0.1.0"\nsource = { virtual = "." }\n\n[[package]]\nname = "httpx"\nversion = "0.27.0"\nsource = { registry = "https://pypi.org/simple" }\n',
      ["httpx 0.27.0 (new)"],
    ],
    [
      "yarn.lock",
      '# yarn lockfile v1\n\n\n"@babel/core@^7.0.0":\n  version "7.1.0"\n  resolved "https://registry.yarnpkg.com/@babel/core/-/core-7.1.0.tgz#aa"\n  integrity sha512-x\n',
      '# yarn lockfile v1\n\n\n"@babel/core@^7.0.0":\n  version "7.2.0"\n  resolved "https://registry.yarnpkg.com/@babel/core/-/core-7.2.0.tgz#bb"\n  integrity sha512-y\n\nms@2:\n  version "2.0.0"\n  resolved "https://evil.example.com/ms-2.0.0.tgz#cc"\n',
      ["@babel/core 7.1.0 → 7.2.0", "ms 2.0.0 (new): comes from https://evil.example.com/ms-2.0.0.tgz"],
    ],
    [
      "pnpm-lock.yaml",
      "lockfileVersion: '9.0'\n\npackages:\n\n  '@types/node@20.1.0':\n    resolution: {integrity: sha512-a}\n\nsnapshots:\n\n  '@types/node@20.1.0': {}\n",
      "lockfileVersion: '9.0'\n\npackages:\n\n  '@types/node@20.2.0':\n    resolution: {integrity: sha512-b}\n\n  ms@2.1.3:\n    resolution: {integrity: sha512-c, tarball: https://evil.example.com/ms.tgz}\n",
      ["@types/node 20.1.0 → 20.2.0", "ms 2.1.3 (new): comes from https://evil.example.com/ms.tgz"],
    ],
    [
      "go.sum",
      "golang.org/x/net v0.1.0 h1:aa=\ngolang.org/x/net v0.1.0/go.mod h1:bb=\n",
      "golang.org/x/net v0.1.0 h1:zz=\ngolang.org/x/net v0.1.0/go.mod h1:bb=\n",
      ["golang.org/x/net v0.1.0 → v0.1.0: v0.1.0 has other contents under the same version"],
    ],
    [
      "Gemfile.lock",
      "GEM\n  remote: https://rubygems.org/\n  specs:\n    rack (3.0.0)\n      foo (~> 1)\n",
      "GEM\n  remote: https://rubygems.org/\n  specs:\n    rack (3.1.0)\n      foo (~> 1)\n\nGIT\n  remote: https://git.example.com/x.git\n  specs:\n    y (1.0)\n",
      ["rack 3.0.0 → 3.1.0", "y 1.0 (new): comes from https://git.example.com/x.git"],
    ],
    [
      "composer.lock",
      JSON.stringify({
        packages: [{ name: "a/b", version: "1.0", dist: { shasum: "x" } }],
        "packages-dev": [],
      }),
      JSON.stringify({
        packages: [],
        "packages-dev": [{ name: "a/b", version: "1.0", dist: { shasum: "y" } }],
      }),
      ["a/b 1.0 → 1.0: 1.0 has other contents under the same version"],
    ],
  ])("%s", (file, before, after, expected) => {
    expect(said(file, before, after)).toEqual(expected);
  });

  test("a broken lock file is told, never guessed", () => {
    expect(() => dependencyChanges("package-lock.json", "{}", "{")).toThrow(SyntaxError);
  });
});

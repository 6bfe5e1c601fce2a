import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkChange } from "../../src/agents/policy-check.ts";
import { NightshiftError } from "../../src/domain/errors.ts";
import { type Entry, openWorkshop, type Workshop } from "./git-support.ts";

let shop: Workshop;
beforeAll(async () => {
  shop = await openWorkshop();
});
afterAll(() => shop.close());

type Files = Record<string, Entry>;
const KEPT: Files = {
  "README.md": "hello\n",
  ".github/workflows/ci.yml": "on: push\n",
  "src/old.ts": "export const old = 1;\n",
};
/** Put together at run time, so that no scanner takes this file for a leak. */
const TOKEN = ["ghp", "a1B2c3D4e5".repeat(4)].join("_");
const KEY = `prefix-${"x9Yz".repeat(8)}`;

async function check(
  change: (files: Files) => Files,
  policy: { protected?: string[]; secrets?: string[] } = {},
) {
  const from = await shop.tree(KEPT);
  const to = await shop.tree(change({ ...KEPT }));
  try {
    await checkChange(shop.git, from, to, { protected: [], secrets: [], ...policy });
    return "passes";
  } catch (error) {
    if (!(error instanceof NightshiftError)) throw error;
    expect(error.message).not.toContain(TOKEN);
    expect(error.message).not.toContain(KEY);
    return `${error.code}: ${error.message}`;
  }
}

const add = (name: string, entry: Entry) => (files: Files) => ({ ...files, [name]: entry });
const without = (name: string, files: Files): Files =>
  Object.fromEntries(Object.entries(files).filter(([path]) => path !== name));

describe("a change", () => {
  test("of ordinary files passes", async () => {
    expect(await check(add("src/new.ts", "export const fresh = 1;\n"))).toBe("passes");
    expect(await check((files) => without("src/old.ts", files))).toBe("passes");
    expect(await check(add("bin/run", { executable: "#!/bin/sh\n" }))).toBe("passes");
    expect(await check((files) => files)).toBe("passes");
  });

  test.each<[string, (files: Files) => Files]>([
    ["adds a workflow", add(".github/workflows/new.yml", "on: push\n")],
    ["adds a workflow in other letters", add(".GitHub/Workflows/new.yml", "on: push\n")],
    ["edits a workflow", add(".github/workflows/ci.yml", "on: [push]\n")],
    ["removes a workflow", (files) => without(".github/workflows/ci.yml", files)],
    [
      "moves a workflow away",
      (files) => ({ ...without(".github/workflows/ci.yml", files), "ci.yml": "on: push\n" }),
    ],
    [
      "moves a file into the workflows",
      (files) => ({ ...without("src/old.ts", files), ".github/workflows/x.yml": "export const old = 1;\n" }),
    ],
    ["makes a workflow executable", add(".github/workflows/ci.yml", { executable: "on: push\n" })],
    ["edits our configuration", add(".github/nightshift.yml", "mode: merge\n")],
    ["adds an action", add(".github/actions/x/action.yml", "name: x\n")],
  ])("that %s is refused", async (_what, change) => {
    expect(await check(change)).toMatch(/^PATCH_REFUSED: .*protected paths: /);
  });

  test("of paths that the configuration protects is refused, and names them", async () => {
    expect(await check(add("billing/x.ts", ""), { protected: ["billing/"] })).toBe(
      "PATCH_REFUSED: The change was not pushed: it touches protected paths: billing/x.ts.",
    );
  });

  test("that adds a symbolic link is refused", async () => {
    expect(await check(add("link", { link: "/etc/passwd" }))).toMatch(
      /^PATCH_REFUSED: .*adds links.*: link\.$/,
    );
  });

  test("that adds a submodule is refused", async () => {
    const from = await shop.tree(KEPT);
    const listed = await shop.git.text(["ls-tree", from]);
    const to = await shop.git.text(["mktree", "--missing"], {
      input: `${listed}\n160000 commit ${"a".repeat(40)}\tsub\n`,
    });
    await expect(checkChange(shop.git, from, to, { protected: [], secrets: [] })).rejects.toThrow(
      /adds links.*: sub\.$/,
    );
  });

  test("of more than a thousand files is refused", async () => {
    const many = Object.fromEntries(Array.from({ length: 1_001 }, (_, at) => [`many/${at}.txt`, "x"]));
    expect(await check((files) => ({ ...files, ...many }))).toMatch(
      /^PATCH_REFUSED: .*touches 1001 files, more than 1000/,
    );
  });
});

describe("a secret", () => {
  test.each<[string, (files: Files) => Files]>([
    ["in a new file", add("a.txt", `token: ${TOKEN}\n`)],
    ["in a line that looks like a diff's header", add("a.txt", `++ ${TOKEN}\n`)],
    ["in a line without an end", add("a.txt", TOKEN)],
    [
      "in a binary file",
      add("a.bin", Buffer.concat([Buffer.from([0, 1, 2, 10]), Buffer.from(TOKEN), Buffer.from([10, 0])])),
    ],
    [
      "in a file that attributes call binary",
      (files) => ({ ...files, ".gitattributes": "* binary\n", "a.txt": `${TOKEN}\n` }),
    ],
    ["in the name of a file", add(`docs/${TOKEN}.md`, "x\n")],
    ["beside other lines of an old file", add("README.md", `hello\n${TOKEN}\n`)],
  ])("%s is found, and not repeated", async (_where, change) => {
    expect(await check(change)).toMatch(/^SECRET_FOUND: .*\(GitHub token\)/);
  });

  test("of ours is found by its value", async () => {
    expect(await check(add("a.txt", `key = "${KEY}"\n`), { secrets: [KEY] })).toMatch(
      /^SECRET_FOUND: .*\(known secret\)/,
    );
    expect(await check(add("a.txt", `key = "${KEY}"\n`))).toBe("passes");
  });

  test("that is removed passes", async () => {
    const from = await shop.tree({ a: `${TOKEN}\n`, b: "" });
    const to = await shop.tree({ a: "", b: "" });
    await checkChange(shop.git, from, to, { protected: [], secrets: [] });
  });
});

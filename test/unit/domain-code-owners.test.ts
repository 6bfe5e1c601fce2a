import { expect, test } from "vitest";
import { ownersOf } from "../../src/domain/code-owners.ts";

const FILE = `# owners
*        @ada
*.js     @jo @acme/web # the web
/docs/   @doc
src/*.ts @typed
/lib/**/deep.c @deep
/free/
`;

test.each([
  ["README.md", ["@ada"]],
  ["a/b.js", ["@jo", "@acme/web"]],
  ["docs/a/b.js", ["@doc"]],
  ["other/docs/x.md", ["@ada"]],
  ["src/x.ts", ["@typed"]],
  ["src/sub/x.ts", ["@ada"]],
  ["lib/a/b/deep.c", ["@deep"]],
  ["free/thing", []],
])("%s", (path, owners) => {
  expect(ownersOf(FILE, [path])).toEqual(owners);
});

test("everybody once", () => {
  expect(ownersOf(FILE, ["a.js", "b.js", "c"])).toEqual(["@jo", "@acme/web", "@ada"]);
});

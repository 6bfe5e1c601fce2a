/** Where a local GitHub may keep its data, and that nothing is left of a place that cannot be used. */
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { claimDirectory } from "../../src/cli/data-directory.ts";

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "nightshift-data-"));
  await writeFile(join(root, "file"), "x");
  await mkdir(join(root, "photos"));
  await writeFile(join(root, "photos", "cat.jpg"), "x");
  await mkdir(join(root, "empty"));
});
afterAll(() => rm(root, { recursive: true, force: true }));

test.each(["new", "new/deep/er", "empty"])("%s is taken", async (name) => {
  await claimDirectory(join(root, name));
  expect(await readdir(join(root, name))).toEqual([]);
});

interface Refused {
  what: string;
  place: () => string;
  why: string;
}
const REFUSED: Refused[] = [
  { what: "a file", place: () => join(root, "file"), why: "file is a file" },
  { what: "a place below a file", place: () => join(root, "file", "data"), why: "file is a file" },
  { what: "somebody's files", place: () => join(root, "photos"), why: "it holds other files" },
  { what: "a name that is too long", place: () => join(root, "made", "x".repeat(300)), why: "ENAMETOOLONG" },
];

describe("refused, with the reason and what to do", () => {
  test.each(REFUSED)("$what", async ({ place, why }) => {
    await expect(claimDirectory(place())).rejects.toMatchObject({
      code: "DATA_DIRECTORY_UNUSABLE",
      message: expect.stringMatching(new RegExp(`${why}.*Choose a writable one with --data`)),
    });
    expect(existsSync(join(root, "made"))).toBe(false);
    expect(await readdir(join(root, "photos"))).toEqual(["cat.jpg"]);
  });

  test.skipIf(process.platform !== "linux")("a file system that has no room for directories", async () => {
    await expect(claimDirectory("/proc/nightshift/data")).rejects.toMatchObject({
      code: "DATA_DIRECTORY_UNUSABLE",
      message: expect.stringMatching(/\/proc\/nightshift/),
    });
  });
});

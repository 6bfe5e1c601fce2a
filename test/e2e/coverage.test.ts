import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { REQUIREMENTS } from "./requirements.ts";

/** Promises that no test proves yet, each with the reason. */
const NOT_YET: Partial<Record<keyof typeof REQUIREMENTS, string>> = {};

test("every promise is cited by a test", async () => {
  const tests = join(dirname(fileURLToPath(import.meta.url)), "..");
  const names = (await readdir(tests, { recursive: true })).filter(
    (name) => name.endsWith(".test.ts") && !name.endsWith("coverage.test.ts"),
  );
  const texts = await Promise.all(names.map((name) => readFile(join(tests, name), "utf8")));
  const cited = new Set(
    texts.flatMap((text) =>
      [...text.matchAll(/verifies\(([^)]*)\)/g)].flatMap((call) =>
        [...(call[1] ?? "").matchAll(/"([^"]+)"/g)].map((id) => id[1]),
      ),
    ),
  );
  const missing = Object.keys(REQUIREMENTS).filter(
    (id) => !cited.has(id) && !Object.keys(NOT_YET).includes(id),
  );
  const stale = Object.keys(NOT_YET).filter((id) => cited.has(id));
  expect({ missing, stale }).toEqual({ missing: [], stale: [] });
});

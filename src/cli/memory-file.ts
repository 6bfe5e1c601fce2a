/** What a command must know to go on after it was stopped or killed: one JSON file in its data directory, for its owner alone. */
import { randomUUID } from "node:crypto";
import { readFile, rename, writeFile } from "node:fs/promises";
import type { z } from "zod";
import { NightshiftError } from "../domain/errors.ts";
import { parseJson } from "./data-directory.ts";

/** Undefined when there is no such file. Throws DATA_DIRECTORY_UNUSABLE for a file that is not ours. */
export async function recallFrom<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
): Promise<z.infer<Schema> | undefined> {
  const text = await readFile(path, "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  const found = schema.safeParse(parseJson(text));
  if (found.success) return found.data;
  throw new NightshiftError(
    "DATA_DIRECTORY_UNUSABLE",
    `${path} is not a file that this version can continue. Choose another directory with --data.`,
  );
}

/** Written whole or not at all. */
export async function rememberIn(path: string, value: unknown): Promise<void> {
  const draft = `${path}.${randomUUID()}`;
  await writeFile(draft, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  await rename(draft, path);
}

/** What a run must know to go on after it was stopped or killed: `run.json` in its data directory. Never the key. */
import { randomUUID } from "node:crypto";
import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { NightshiftError } from "../../domain/errors.ts";
import { parseJson } from "../data-directory.ts";

export const Remembered = z.strictObject({
  v: z.literal(1),
  /** The person's repository, and where it is hosted on the local GitHub. */
  source: z.string(),
  branch: z.string(),
  login: z.string(),
  repository: z.string(),
  /** The requirement, and its issue as soon as it is open. */
  text: z.string(),
  issue: z.int().positive().optional(),
  /** As it was typed. */
  model: z.string().optional(),
  /** Every model that the agents use, whoever named it. */
  models: z.array(z.string()).optional(),
  baseUrl: z.string().optional(),
  maxUsd: z.number().positive().optional(),
  approve: z.enum(["ask", "auto"]),
  sandbox: z.enum(["required", "off"]),
  runCi: z.boolean(),
});
export type Remembered = z.infer<typeof Remembered>;

const fileIn = (dataDir: string) => join(dataDir, "run.json");

/** Undefined when no run was started in this directory. Throws DATA_DIRECTORY_UNUSABLE for a file that is not ours. */
export async function recall(dataDir: string): Promise<Remembered | undefined> {
  const text = await readFile(fileIn(dataDir), "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  const found = Remembered.safeParse(parseJson(text));
  if (found.success) return found.data;
  throw new NightshiftError(
    "DATA_DIRECTORY_UNUSABLE",
    `${fileIn(dataDir)} is not the file of a run that this version can continue. Choose another directory with --data.`,
  );
}

/** Written whole or not at all. */
export async function remember(dataDir: string, run: Remembered): Promise<void> {
  const draft = `${fileIn(dataDir)}.${randomUUID()}`;
  await writeFile(draft, `${JSON.stringify(run, null, 2)}\n`, { mode: 0o600 });
  await rename(draft, fileIn(dataDir));
}

/** What a run must know to go on after it was stopped or killed: `run.json` in its data directory. Never the key. */
import { join } from "node:path";
import { z } from "zod";
import { recallFrom, rememberIn } from "../memory-file.ts";

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
export function recall(dataDir: string): Promise<Remembered | undefined> {
  return recallFrom(fileIn(dataDir), Remembered);
}

export function remember(dataDir: string, run: Remembered): Promise<void> {
  return rememberIn(fileIn(dataDir), run);
}

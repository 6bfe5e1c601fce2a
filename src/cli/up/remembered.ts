/** What `nightshift up` finds again after a stop or a kill: `up.json` in its data directory. Never a model's key. */
import { join } from "node:path";
import { z } from "zod";
import { recallFrom, rememberIn } from "../memory-file.ts";
import { recall } from "../run/remembered.ts";

export const Remembered = z.strictObject({
  v: z.literal(1),
  /** The person who acts on the page and with the token. */
  login: z.string(),
  /** Theirs on this local GitHub alone; kept, so that git, gh and browsers stay signed in. */
  token: z.string().optional(),
  /** Kept, because addresses stand in comments and in clones. */
  port: z.int().positive().optional(),
  repositories: z.array(z.strictObject({ repository: z.string(), source: z.string() })),
  sandbox: z.enum(["required", "off"]),
  runCi: z.boolean(),
});
export type Remembered = z.infer<typeof Remembered>;

const fileIn = (dataDir: string) => join(dataDir, "up.json");

/** What `up` left in the directory, else what `nightshift run` left there, else undefined. Throws DATA_DIRECTORY_UNUSABLE. */
export async function recallUp(dataDir: string): Promise<Remembered | undefined> {
  const own = await recallFrom(fileIn(dataDir), Remembered);
  if (own) return own;
  const run = await recall(dataDir);
  if (run === undefined) return undefined;
  const { login, repository, source, sandbox, runCi } = run;
  return { v: 1, login, repositories: [{ repository, source }], sandbox, runCi };
}

export function rememberUp(dataDir: string, up: Remembered): Promise<void> {
  return rememberIn(fileIn(dataDir), up);
}

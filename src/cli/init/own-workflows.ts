/** The repository's own workflows: which of them are CI, and which start on a push to the base. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { startsOnPush, triggersOf } from "../../domain/push-trigger.ts";

export interface OwnWorkflow {
  path: string;
  /** `name:`, else the path, as GitHub calls it. */
  name: string;
  /** Starts on a push or a pull request. */
  isCi: boolean;
  startsOnBasePush: boolean;
  /** Why it could not be read. */
  problem: string | undefined;
}

const FOLDER = ".github/workflows";
/** Without those of Nightshift. */
export async function readOwnWorkflows(root: string, base: string): Promise<OwnWorkflow[]> {
  const names = await readdir(join(root, FOLDER)).catch(() => []);
  const own = names.filter((name) => /\.ya?ml$/.test(name) && !name.startsWith("nightshift-")).sort();
  return Promise.all(own.map(async (name) => readWorkflow(root, `${FOLDER}/${name}`, base)));
}

async function readWorkflow(root: string, path: string, base: string): Promise<OwnWorkflow> {
  const idle = { path, name: path, isCi: false, startsOnBasePush: false };
  try {
    const document: unknown = parse(await readFile(join(root, path), "utf8"));
    const { name } = z.looseObject({ name: z.string().optional(), on: z.unknown() }).parse(document);
    const triggers = triggersOf(document);
    return {
      path,
      name: name ?? path,
      isCi: triggers.has("push") || triggers.has("pull_request"),
      startsOnBasePush: startsOnPush(document, base),
      problem: undefined,
    };
  } catch (error) {
    const [first = ""] = String(error instanceof Error ? error.message : error).split("\n");
    return { ...idle, problem: first };
  }
}

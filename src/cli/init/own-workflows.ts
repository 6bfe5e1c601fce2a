/** The repository's own workflows: which of them are CI, and which start on a push to the base. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { selectedBy } from "../../local/runner/trigger/glob.ts";

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
const Filter = z.looseObject({
  branches: z.array(z.string()).optional(),
  "branches-ignore": z.array(z.string()).optional(),
  tags: z.unknown().optional(),
  "tags-ignore": z.unknown().optional(),
});

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
    const { name, on } = z.looseObject({ name: z.string().optional(), on: z.unknown() }).parse(document);
    const triggers = triggersOf(on);
    return {
      path,
      name: name ?? path,
      isCi: triggers.has("push") || triggers.has("pull_request"),
      startsOnBasePush: triggers.has("push") && startsOn(triggers.get("push"), base),
      problem: undefined,
    };
  } catch (error) {
    const [first = ""] = String(error instanceof Error ? error.message : error).split("\n");
    return { ...idle, problem: first };
  }
}

function triggersOf(on: unknown): Map<string, unknown> {
  if (typeof on === "string") return new Map([[on, undefined]]);
  if (Array.isArray(on)) return new Map(on.map((name) => [String(name), undefined]));
  return new Map(typeof on === "object" && on !== null ? Object.entries(on) : []);
}

/** docs: workflow-syntax#onpushbranchestagsbranches-ignoretags-ignore; a filter for tags alone leaves branches out. */
function startsOn(trigger: unknown, branch: string): boolean {
  const filter = Filter.safeParse(trigger ?? {});
  if (!filter.success) return true;
  const { branches, "branches-ignore": ignored } = filter.data;
  if (branches) return selectedBy(branches, branch);
  if (ignored) return !selectedBy(ignored, branch);
  return filter.data.tags === undefined && filter.data["tags-ignore"] === undefined;
}

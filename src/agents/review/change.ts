/** The change under review, from local git: its files, the texts that quotes are looked up in, and what its lock files change. */
import { exclusionOf, LOCK_FILE } from "../../domain/coverage.ts";
import { type DependencyChange, dependencyChanges, renderDependency } from "../../domain/dependencies.ts";
import { type DiffFile, parseDiff } from "../../domain/diff.ts";
import { messageOf, NightshiftError } from "../../domain/errors.ts";
import type { WorkOrder } from "../../domain/work-order.ts";
import type { Git } from "../../github/git.ts";

export interface ReviewedChange {
  files: DiffFile[];
  /** The common ancestor: what the change is a change of. */
  ancestor: string;
  head: string;
}

/** Files of the change: from the common ancestor, as GitHub shows it. */
export async function readChange(git: Git, order: WorkOrder): Promise<ReviewedChange> {
  if (order.pull === undefined)
    throw new NightshiftError("WORK_ORDER_INVALID", "A review needs a pull request.");
  const change = await changeAt(git, order.base.head, order.pull.head);
  if (change === undefined)
    throw new NightshiftError(
      "GIT_FAILED",
      `#${order.pull.number} shares no history with ${order.base.branch}.`,
    );
  return change;
}

async function changeAt(git: Git, base: string, head: string): Promise<ReviewedChange | undefined> {
  const ancestor = await git.mergeBase(base, head);
  if (ancestor === undefined) return undefined;
  return { files: parseDiff(await git.diff(ancestor, head)), ancestor, head };
}

/** The change as it was at heads that were reviewed before; one that is not to be had any more is read again, which costs money only. */
export async function readEarlier(git: Git, order: WorkOrder): Promise<DiffFile[][]> {
  const changes: DiffFile[][] = [];
  for (const { head } of order.pull?.reviewed ?? []) {
    const isThere = (await git.run(["cat-file", "-e", `${head}^{commit}`])).exitCode === 0;
    const change = isThere ? await changeAt(git, order.base.head, head) : undefined;
    if (change) changes.push(change.files);
  }
  return changes;
}

/** Text of a file at a side of the change; undefined where it is not there or is not text. */
export type SourceText = (side: "RIGHT" | "LEFT", path: string) => Promise<string | undefined>;

const LARGEST_TEXT = 4_000_000;

export function openSource(git: Git, { ancestor, head }: ReviewedChange): SourceText {
  const texts = new Map<string, Promise<string | undefined>>();
  const read = async (thing: string) => {
    const shown = await git.run(["show", thing]);
    const isText = shown.exitCode === 0 && shown.stdout.length <= LARGEST_TEXT && !shown.stdout.includes(0);
    return isText ? shown.stdout.toString("utf8") : undefined;
  };
  return (side, path) => {
    const thing = `${side === "RIGHT" ? head : ancestor}:${path}`;
    const text = texts.get(thing) ?? read(thing);
    texts.set(thing, text);
    return text;
  };
}

/** One line for each package that the lock files of the change change. */
export async function readDependencies(files: readonly DiffFile[], source: SourceText): Promise<string[]> {
  const locks = files.filter((file) => exclusionOf(file) === LOCK_FILE);
  const lines = await Promise.all(
    locks.map(async ({ path, oldPath }) => {
      const [before, after] = [await source("LEFT", oldPath), await source("RIGHT", path)];
      try {
        return dependencyChanges(path, before, after).map((change) => lineOf(change));
      } catch (error) {
        return [`${path} cannot be read: ${messageOf(error)}`.slice(0, 400)];
      }
    }),
  );
  return lines.flat();
}

function lineOf(change: DependencyChange): string {
  return `${change.file}: ${renderDependency(change)}`.slice(0, 400);
}

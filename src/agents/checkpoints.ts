/**
 * Checkpoints of the agent's work tree: a commit below `refs/nightshift/` of the job's own repository, and a patch that travels
 * in the artifact. HEAD, the index and the hooks of any repository stay untouched.
 */
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import type { Checkpoint, Checkpoints } from "../agent/record/checkpoints.ts";
import type { Git } from "../github/git.ts";
import { layOut } from "./fetch.ts";

const MOST_KEPT = 50;

/** Files that may hold secrets of the machine; they are in no checkpoint, and so in no artifact. */
const SECRETS = [
  ".env",
  ".env.*",
  "*.pem",
  "*.key",
  "*.p12",
  "*.pfx",
  "*.keystore",
  "id_rsa*",
  "id_ed25519*",
  ".npmrc",
  ".netrc",
  ".pypirc",
];

export interface CheckpointPlace {
  git: Git;
  workspace: string;
  /** Tree that the run starts from; the patches apply to it. */
  from: string;
  /** Where the patches lie, one file for each checkpoint. */
  directory: string;
  /** An index file of its own. */
  index: string;
  /** Below `refs/nightshift/`. */
  name: string;
  now: () => Date;
}

/** Opens the checkpoints of a run; `last` is the one that the work tree is at, `next` the number after all that exist. */
export async function openCheckpoints(
  place: CheckpointPlace,
  { last, next }: { last: Checkpoint; next: number },
): Promise<Checkpoints> {
  const { git, workspace, from, directory, index, name, now } = place;
  const env = { GIT_INDEX_FILE: index };
  await mkdir(directory, { recursive: true });
  await git.text(["read-tree", last.tree], { env });
  let newest = last;
  let n = next;
  return {
    async keep() {
      const exclude = SECRETS.map((glob) => `:(exclude,glob)**/${glob}`);
      await git.text(["add", "--all", "--", ".", ...exclude], { env, workTree: workspace });
      const tree = await git.text(["write-tree"], { env });
      if (tree === newest.tree) return newest;
      const [commit, patch] = await Promise.all([
        git.commit({ tree, parents: [], message: `checkpoint ${n}`, date: now().toISOString() }),
        git.patch(from, tree),
      ]);
      await git.text(["update-ref", `refs/nightshift/${name}/${n}`, commit]);
      await store(patchFile(directory, n), patch);
      await forget(place, n - MOST_KEPT);
      newest = { n, tree };
      n += 1;
      return newest;
    },
  };
}

/** Tree of checkpoint `n`, made from its patch. Throws PATCH_REFUSED when the patch does not apply to the starting tree. */
export async function treeOfCheckpoint(
  { git, from, index }: Pick<CheckpointPlace, "git" | "from" | "index">,
  directory: string,
  n: number,
): Promise<string> {
  if (n === 0) return from;
  const patch = await readFile(patchFile(directory, n));
  return patch.length === 0 ? from : git.applyPatch(from, patch, index);
}

/** Turns the workspace from the starting tree into `tree`. */
export async function layOutCheckpoint(
  { git, from, workspace, index }: Pick<CheckpointPlace, "git" | "from" | "workspace" | "index">,
  tree: string,
): Promise<void> {
  if (tree !== from) await layOut(git, tree, from, workspace, index);
}

export function patchFile(directory: string, n: number): string {
  return `${directory}/${n}.patch`;
}

/** Number of the checkpoint that a file of the directory is the patch of. */
export function numberOf(file: string): number | undefined {
  const digits = /^([1-9]\d{0,6})\.patch$/.exec(file)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

async function store(file: string, patch: Buffer): Promise<void> {
  await writeFile(`${file}.new`, patch);
  await rename(`${file}.new`, file);
}

async function forget({ git, directory, name }: CheckpointPlace, n: number): Promise<void> {
  if (n < 1) return;
  await git.run(["update-ref", "-d", `refs/nightshift/${name}/${n}`]);
  await rm(patchFile(directory, n), { force: true });
}

/**
 * What an earlier run for the same work left behind: its transcript and its checkpoints, brought by the job as an artifact. It comes
 * from a job that ran a model, so it is data: it can say what was said and done, and what that cost, and nothing more. Limits, gates,
 * policy and prompts are those of the run that reads it.
 */
import { copyFile, mkdir, readdir, readFile, stat } from "node:fs/promises";
import { sha256 } from "../agent/digest.ts";
import type { Checkpoint, Checkpoints } from "../agent/record/checkpoints.ts";
import { mainRun, readTranscript } from "../agent/record/read.ts";
import type { Resume } from "../agent/record/restore.ts";
import { findResumePoint, type ResumePoint } from "../agent/record/resume-point.ts";
import { messageOf } from "../domain/errors.ts";
import { RunCost } from "../domain/state-block.ts";
import type { WorkOrder } from "../domain/work-order.ts";
import {
  type CheckpointPlace,
  layOutCheckpoint,
  numberOf,
  openCheckpoints,
  patchFile,
  treeOfCheckpoint,
} from "./checkpoints.ts";
import { readJson } from "./context.ts";

/** Larger files are not read; a transcript of 120 turns has a few megabytes. */
const MOST_BYTES = 64_000_000;

/** Where a run keeps what another may go on from, below one directory. */
export function recordPlaces(directory: string, part: number) {
  const suffix = part === 1 ? "" : `.part-${part}`;
  return {
    transcript: `${directory}/transcript${suffix}.jsonl`,
    checkpoints: `${directory}/checkpoints${suffix}`,
  };
}

/** Hash of what a run is for: the same requirement, the same commits, the same task in words. */
export function purposeOf(order: WorkOrder, task: string): string {
  const { repository, mode, requirement, feature, pull, base } = order;
  return sha256(
    JSON.stringify([
      repository,
      mode,
      requirement?.number,
      requirement?.textHash,
      feature?.key,
      pull,
      base,
      sha256(task),
    ]),
  );
}

/** What the newest attempt of this run before this one left that had asked a model; brought by the job when only what failed is run again. */
export async function earlierAttempt(
  directory: string,
): Promise<{ directory: string; cost: RunCost } | undefined> {
  const names = await readdir(directory).catch(() => []);
  const number = (name: string) => Number(/\d+$/.exec(name)?.[0] ?? 0);
  for (const name of names.toSorted((a, b) => number(b) - number(a))) {
    const left = `${directory}/${name}`;
    const cost = await readJson(`${left}/cost.json`, RunCost).catch(() => undefined);
    if (cost) return { directory: left, cost };
  }
  return undefined;
}

export interface EarlierRun {
  /** Directory that the artifact was unpacked to. */
  directory: string;
  part: number;
  purpose: string;
  /** Keys that the transcript may be sealed with. */
  keys: readonly string[];
  log: (line: string) => void;
}

export interface Continuation {
  checkpoints: Checkpoints;
  resume?: Resume;
}

/** Opens the checkpoints of a run, and goes on from the earlier one where that fits; where it does not, the run starts afresh. */
export async function continueFrom(earlier: EarlierRun, place: CheckpointPlace): Promise<Continuation> {
  const found = await findEarlier(earlier, place);
  if (found === undefined)
    return { checkpoints: await openCheckpoints(place, { last: { n: 0, tree: place.from }, next: 1 }) };
  const { point, last, kept } = found;
  const { checkpoints: from } = recordPlaces(earlier.directory, earlier.part);
  await mkdir(place.directory, { recursive: true });
  for (const n of kept) await copyFile(patchFile(from, n), patchFile(place.directory, n));
  const checkpoints = await openCheckpoints(place, { last, next: Math.max(0, ...kept) + 1 });
  return { checkpoints, resume: { point, layOut: () => layOutCheckpoint(place, last.tree) } };
}

interface Found {
  point: ResumePoint;
  last: Checkpoint;
  kept: readonly number[];
}

async function findEarlier(earlier: EarlierRun, place: CheckpointPlace): Promise<Found | undefined> {
  const { directory, part, purpose, keys, log } = earlier;
  const { transcript, checkpoints } = recordPlaces(directory, part);
  const size = await stat(transcript).then(
    (file) => file.size,
    () => undefined,
  );
  if (size === undefined) return undefined;
  const afresh = (why: string) => void log(`An earlier run for this is not gone on with: ${why}.`);
  if (size > MOST_BYTES) return afresh(`its transcript has ${size} bytes`);
  const read = readTranscript(await readFile(transcript, "utf8"), keys);
  if (read.locked) return afresh("its transcript is sealed with another key");
  const first = mainRun(read.lines)[0];
  if (first?.type !== "run") return afresh("its transcript does not begin with its run");
  if (first.purpose !== purpose)
    return afresh("it was for something else, or the base or the head has moved");
  const files = await readdir(checkpoints).catch(() => []);
  const kept = files.flatMap((file) => numberOf(file) ?? []);
  const point = findResumePoint(read.lines, new Set(kept));
  if ("why" in point) return afresh(point.why);
  try {
    const tree = await treeOfCheckpoint(place, checkpoints, point.checkpoint);
    const turns = mainRun(point.carried).filter(({ type }) => type === "model_turn").length;
    log(`Goes on with an earlier run for this: ${turns} turns are paid, checkpoint ${point.checkpoint}.`);
    return { point, last: { n: point.checkpoint, tree }, kept };
  } catch (error) {
    return afresh(`checkpoint ${point.checkpoint} cannot be laid out: ${messageOf(error)}`);
  }
}

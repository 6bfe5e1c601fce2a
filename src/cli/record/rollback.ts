/** `nightshift rollback`: takes what a run left back to one of its checkpoints, and its files into a clone where that is asked for. */
import { copyFile, mkdtemp, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { mainRun, readTranscript } from "../../agent/record/read.ts";
import { findResumePoint } from "../../agent/record/resume-point.ts";
import { openTranscript } from "../../agent/transcript.ts";
import { numberOf, patchFile } from "../../agents/checkpoints.ts";
import { recordPlaces } from "../../agents/earlier-run.ts";
import { NightshiftError } from "../../domain/errors.ts";
import { addUsage, NO_USAGE } from "../../models/port.ts";
import { EXIT } from "../exit.ts";
import { gitIn } from "../git.ts";
import type { Terminal } from "../terminal.ts";
import { openTranscriptFile, sealKeys } from "./open-transcript.ts";

export interface RollbackOptions {
  /** The unpacked outcome of a run: its transcript and its checkpoints. */
  directory: string;
  to: number;
  /** A clone that gets the files; its HEAD is the commit that the run started from, and nothing in it is changed. */
  workTree: string | undefined;
}

/** Throws INPUT_INVALID before anything is written when the checkpoint, the clone or the record does not fit. */
export async function runRollback(
  options: RollbackOptions,
  terminal: Terminal,
  env: Readonly<Record<string, string | undefined>>,
): Promise<number> {
  const directory = resolve(options.directory);
  const { transcript: file, checkpoints } = recordPlaces(directory, 1);
  const { lines, all } = await openTranscriptFile(file, env);
  const kept = (await readdir(checkpoints).catch(() => [])).flatMap((name) => numberOf(name) ?? []);
  const marks = lines.filter((line) => line.type === "checkpoint" && kept.includes(line.n));
  const mark = marks.findLast((line) => line.type === "checkpoint" && line.n === options.to);
  if (mark?.type !== "checkpoint") {
    const known = marks.flatMap((line) =>
      line.type === "checkpoint" ? `${line.n} (after turn ${line.after})` : [],
    );
    throw wrong(
      `${directory} has no checkpoint ${options.to}; it has ${known.length > 0 ? [...new Set(known)].join(", ") : "none"}.`,
    );
  }
  const patch = patchFile(checkpoints, mark.n);
  const carried = all.slice(0, all.findIndex(({ line }) => line === mark) + 1);
  const point = findResumePoint(carried, new Set(kept.filter((n) => n <= mark.n)));
  if ("why" in point || point.torn) throw wrong(`No run can go on from checkpoint ${mark.n}.`);
  if (options.workTree !== undefined) await layOut(resolve(options.workTree), patch, mark.tree);

  const cutOff = lines.filter((line) => line.seq > mark.seq);
  const lost = cutOff.flatMap((line) =>
    line.type === "model_turn" || line.type === "budget" ? [line.usage] : [],
  );
  const secret = await keyOf(file, env);
  const draft = `${file}.new`;
  await rm(draft, { force: true });
  const last = mainRun(carried).at(-1);
  const record = openTranscript({
    file: draft,
    run: mark.run,
    agent: mark.agent,
    clock: () => new Date(),
    redact: (text) => text,
    seal: secret,
    carried,
  });
  record.setTurn(last?.turn ?? 0);
  record.append("rollback", { to: mark.n });
  // What was spent stays spent.
  if (lost.length > 0) record.append("budget", { usage: lost.reduce(addUsage, NO_USAGE), usd: null });
  await copyFile(file, `${file}.before-rollback`);
  await rename(draft, file);
  for (const n of kept.filter((one) => one > mark.n)) await rm(patchFile(checkpoints, n), { force: true });
  const turns = cutOff.filter(({ type }) => type === "model_turn").length;
  terminal.line(
    `${directory} is back at checkpoint ${mark.n}, after turn ${mark.after}; ${turns} turns are cut off and stay paid.`,
  );
  terminal.line(`The transcript as it was: ${file}.before-rollback`);
  if (options.workTree !== undefined)
    terminal.line(`${options.workTree} has the files of that moment, uncommitted.`);
  return EXIT.done;
}

/** Checks in an index of its own that the patch gives exactly the recorded tree, and only then touches the clone. */
async function layOut(workTree: string, patch: string, tree: string): Promise<void> {
  const scratch = await mkdtemp(join(tmpdir(), "nightshift-rollback-"));
  try {
    const git = gitIn(workTree);
    if ((await git.find(["rev-parse", "--show-toplevel"])) === undefined)
      throw wrong(`${workTree} is no clone of the repository.`);
    if ((await git.text(["status", "--porcelain"])) !== "")
      throw wrong(`${workTree} has changes; commit or stash them first.`);
    const apart = gitIn(workTree, process.env, { GIT_INDEX_FILE: join(scratch, "index") });
    await apart.text(["read-tree", "HEAD"]);
    const isEmpty = (await stat(patch)).size === 0;
    const applied = isEmpty
      ? ""
      : await apart.find(["apply", "--cached", "--binary", "--whitespace=nowarn", patch]);
    if (applied === undefined || (await apart.text(["write-tree"])) !== tree)
      throw wrong(`${workTree} is not at the commit that the run started from; check that one out first.`);
    if (!isEmpty) await git.text(["apply", "--binary", "--whitespace=nowarn", patch]);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** The key that the file is sealed with; undefined for a plain one. */
async function keyOf(
  file: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<string | undefined> {
  const text = await readFile(file, "utf8");
  if (readTranscript(text).lines.length > 0) return undefined;
  return sealKeys(env).find((key) => readTranscript(text, [key]).lines.length > 0);
}

function wrong(message: string): NightshiftError {
  return new NightshiftError("INPUT_INVALID", message);
}

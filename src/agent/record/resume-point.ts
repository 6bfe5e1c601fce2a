/** Where the work of a run that was broken off goes on. Pure: lines in, a place out. */
import type { Usage } from "../../models/port.ts";
import type { KnownLine, LineOf, ReadLine } from "./lines.ts";
import { mainRun } from "./read.ts";

export interface ResumePoint {
  /** The lines that stay, as they are; the last turn of them is the last that counts. */
  carried: readonly ReadLine[];
  /** The last turn has no answer on record: its calls are made again, from the tree before it. */
  torn: LineOf<"model_turn"> | undefined;
  /** The checkpoint to lay out; 0 is the tree that the run started from. */
  checkpoint: number;
  /** What was paid after the last line that stays: turns whose tree is lost, and sub-agents of a torn turn. */
  lost: readonly Usage[];
}

/** How a run ended that another process may go on with: it was stopped from outside, or what it made did not arrive. */
const OPEN_ENDS: ReadonlySet<string> = new Set(["cancelled", "deferred", "done"]);

/**
 * `kept` are the checkpoints that are still there. A reason instead of a place when there is nothing to go on with.
 */
export function findResumePoint(
  lines: readonly ReadLine[],
  kept: ReadonlySet<number>,
): ResumePoint | { why: string } {
  const own = mainRun(lines);
  if (own[0]?.type !== "run") return { why: "it does not begin with its run" };
  const end = own.findLast((line) => line.type === "end");
  if (end?.type === "end" && !OPEN_ENDS.has(end.result.status))
    return { why: `it ended: ${end.result.cause}` };
  const turns = own.filter((line) => line.type === "model_turn");
  for (let at = turns.length - 1; at >= 0; at -= 1) {
    const turn = turns[at];
    if (turn === undefined) break;
    const point = pointAt({ lines, own, turns, kept }, at, turn);
    if (point) return point;
  }
  return { why: "nothing was paid yet" };
}

interface Recorded {
  lines: readonly ReadLine[];
  own: readonly KnownLine[];
  turns: readonly LineOf<"model_turn">[];
  kept: ReadonlySet<number>;
}

function pointAt(recorded: Recorded, at: number, turn: LineOf<"model_turn">): ResumePoint | undefined {
  const { own, turns, lines } = recorded;
  const paidFrom = (seq: number) =>
    own.flatMap((line) =>
      line.seq >= seq && (line.type === "model_turn" || line.type === "budget") ? [line.usage] : [],
    );
  const next = turns[at + 1]?.seq ?? Number.POSITIVE_INFINITY;
  const isAnswered = own.some((line) => line.type === "msg_user" && line.seq > turn.seq && line.seq < next);
  const after = isAnswered ? treeAfter(recorded, turn.turn, next) : undefined;
  if (after !== undefined)
    return {
      carried: cut(lines, next).filter(isNoEnd),
      torn: undefined,
      checkpoint: after,
      lost: paidFrom(next),
    };
  const before = treeAfter(recorded, turn.turn - 1, turn.seq);
  if (before === undefined) return undefined;
  const carried = cut(lines, turn.seq + 1).filter(isNoEnd);
  return { carried, torn: turn, checkpoint: before, lost: paidFrom(turn.seq + 1) };
}

/** The checkpoint that holds the tree as it was after `turn`; undefined when there is none. Only lines before `until` count. */
function treeAfter({ own, kept }: Recorded, turn: number, until: number): number | undefined {
  const usable = own.findLast(
    (line) =>
      line.type === "checkpoint" &&
      line.seq < until &&
      line.after <= turn &&
      (line.n === 0 || kept.has(line.n)),
  );
  const [n, since] = usable?.type === "checkpoint" ? [usable.n, usable.after] : [0, 0];
  const touched = own.some(
    (line) => line.type === "tool_result" && line.changed && line.turn > since && line.turn <= turn,
  );
  return touched ? undefined : n;
}

/** Everything before line `seq` of the main run. */
function cut(lines: readonly ReadLine[], seq: number): readonly ReadLine[] {
  const run = lines[0]?.run;
  const end = lines.findIndex((one) => one.run === run && one.line !== undefined && one.line.seq >= seq);
  return end < 0 ? lines : lines.slice(0, end);
}

function isNoEnd({ line }: ReadLine): boolean {
  return line?.type !== "end";
}

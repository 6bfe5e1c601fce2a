/** Notices an agent that goes round in circles: results and the work tree count, not only what was asked. */
import { createHash } from "node:crypto";

export interface ObservedCall {
  tool: string;
  input: unknown;
  result: string;
  /** A command that ended with another code than 0. */
  failedCommand: boolean;
  /** Digest of the work tree after the call; null when unknown. */
  digest: string | null;
}

export type GuardVerdict = { kind: "warn" | "stop"; rule: GuardRule; text: string };

export type GuardRule =
  | "repeat"
  | "cycle"
  | "oscillation"
  | "same-failure"
  | "no-progress"
  | "same-text"
  | "warnings";

interface Thresholds {
  warn: number;
  stop: number;
}

const REPEAT: Thresholds = { warn: 3, stop: 5 };
const CYCLE: Thresholds = { warn: 3, stop: 4 };
const OSCILLATION: Thresholds = { warn: 3, stop: 4 };
const SAME_FAILURE: Thresholds = { warn: 5, stop: 8 };
const NO_PROGRESS: Thresholds = { warn: 15, stop: 25 };
const SAME_TEXT = 3;
const MOST_WARNINGS = 3;
const CYCLE_LENGTHS = [2, 3, 4, 5, 6] as const;

const ADVICE: Readonly<Record<Exclude<GuardRule, "warnings">, string>> = {
  repeat: "You made the same call with the same result several times. Do something else.",
  cycle: "Your last calls repeat a cycle with the same results. Do something else.",
  oscillation: "Your edits keep returning to an earlier state. Decide which one is right.",
  "same-failure":
    "The same failure remains after several edits. Change the approach or reproduce it in a smaller case.",
  "no-progress":
    "Many turns brought nothing new: no file, no edit, no other failure. Act or complete the task.",
  "same-text": "Your last messages say the same. Act or complete the task.",
};

export interface LoopGuard {
  /** Looks at the calls and the text of one finished turn. Polling is the caller's: calls that it leaves out are exempt. */
  observe(calls: readonly ObservedCall[], text: string): GuardVerdict | undefined;
}

/** `start` is the digest of the work tree at the beginning: returning to it is never an oscillation. */
export function openLoopGuard(start: string | null): LoopGuard {
  const rules = [
    repeatRule(),
    cycleRule(),
    oscillationRule(start),
    failureRule(start),
    progressRule(start),
    textRule(),
  ];
  let warnings = 0;

  return {
    observe(calls, text) {
      const verdicts = rules.flatMap((rule) => rule(calls, text) ?? []);
      const stop = verdicts.find(({ kind }) => kind === "stop");
      if (stop) return stop;
      const [first] = verdicts;
      if (!first) return undefined;
      // One warning for each turn: the agent is told one thing at a time, and what it was not told is no warning.
      warnings += 1;
      return warnings >= MOST_WARNINGS
        ? { kind: "stop", rule: "warnings", text: `${warnings} warnings: ${first.text}` }
        : first;
    },
  };
}

type Rule = (calls: readonly ObservedCall[], text: string) => GuardVerdict | undefined;

/** Warns and stops exactly when a count reaches its threshold. */
function judge(
  rule: Exclude<GuardRule, "warnings">,
  count: number,
  { warn, stop }: Thresholds,
): GuardVerdict | undefined {
  if (count >= stop) return { kind: "stop", rule, text: ADVICE[rule] };
  return count === warn ? { kind: "warn", rule, text: ADVICE[rule] } : undefined;
}

/** The worst of several verdicts of one rule. */
function worst(verdicts: readonly (GuardVerdict | undefined)[]): GuardVerdict | undefined {
  return (
    verdicts.find((verdict) => verdict?.kind === "stop") ?? verdicts.find((verdict) => verdict !== undefined)
  );
}

function repeatRule(): Rule {
  let counts = new Map<string, number>();
  let digest: string | null = null;
  return (calls) =>
    worst(
      calls.map((call) => {
        if (call.digest !== digest) counts = new Map();
        digest = call.digest;
        const key = keyOf(call);
        const count = (counts.get(key) ?? 0) + 1;
        counts.set(key, count);
        return judge("repeat", count, REPEAT);
      }),
    );
}

function cycleRule(): Rule {
  let history: string[] = [];
  return (calls) =>
    worst(
      calls.map((call) => {
        history = [...history, keyOf(call)].slice(-6 * CYCLE.stop);
        return worst(CYCLE_LENGTHS.map((length) => cycleVerdict(history, length)));
      }),
    );
}

/** Judged only when a round is complete, so that one cycle warns once. */
function cycleVerdict(history: readonly string[], length: number): GuardVerdict | undefined {
  const rounds = roundsAtEnd(history, length);
  const last = history.slice(-length);
  const isTrueCycle =
    new Set(last).size > 1 &&
    !CYCLE_LENGTHS.some(
      (shorter) =>
        shorter < length && length % shorter === 0 && roundsAtEnd(last, shorter) >= length / shorter,
    );
  return isTrueCycle && Number.isInteger(rounds) ? judge("cycle", rounds, CYCLE) : undefined;
}

/** How often the last `length` items repeat at the end; a fraction when a round is incomplete. */
function roundsAtEnd(history: readonly string[], length: number): number {
  let same = length;
  while (
    same < history.length &&
    history[history.length - 1 - same] === history[history.length - 1 - same + length]
  )
    same += 1;
  return history.length < length ? 0 : same / length;
}

function oscillationRule(start: string | null): Rule {
  const returns = new Map<string, number>();
  let current = start;
  return (calls) =>
    worst(
      calls.map(({ digest }) => {
        if (digest === null || digest === current) return undefined;
        current = digest;
        if (digest === start) return undefined;
        const known = returns.get(digest);
        returns.set(digest, known === undefined ? 0 : known + 1);
        return known === undefined ? undefined : judge("oscillation", known + 1, OSCILLATION);
      }),
    );
}

/** Counts rounds of edit and run: the same failure without an edit in between is no new round. */
function failureRule(start: string | null): Rule {
  const rounds = new Map<string, { count: number; digest: string | null }>();
  let last = start;
  return (calls) =>
    worst(
      calls.map((call) => {
        last = call.digest ?? last;
        if (!call.failedCommand) return undefined;
        const signature = failureSignature(call.result);
        const known = rounds.get(signature);
        if (known && known.digest === last && last !== null) return undefined;
        const count = (known?.count ?? 0) + 1;
        rounds.set(signature, { count, digest: last });
        return judge("same-failure", count, SAME_FAILURE);
      }),
    );
}

function progressRule(start: string | null): Rule {
  const seen = new Set<string>([String(start)]);
  let barren = 0;
  return (calls) => {
    const before = seen.size;
    for (const call of calls) {
      seen.add(String(call.digest));
      seen.add(failureSignature(call.result));
    }
    barren = seen.size > before ? 0 : barren + 1;
    return judge("no-progress", barren, NO_PROGRESS);
  };
}

function textRule(): Rule {
  let last = new Set<string>();
  let similar = 1;
  return (_calls, text) => {
    if (text.trim().length < 40) return undefined;
    const now = shingles(text);
    similar = similarity(last, now) >= 0.9 ? similar + 1 : 1;
    last = now;
    return similar === SAME_TEXT ? { kind: "warn", rule: "same-text", text: ADVICE["same-text"] } : undefined;
  };
}

/** What stays of a failure when numbers, hashes, paths and times are taken away. */
export function failureSignature(output: string): string {
  const normal = output
    .replace(/\b[0-9a-f]{7,}\b/gi, "#")
    .replace(/(?:\.{0,2}\/)[\w.@/-]+/g, "/")
    .replace(/\d+(?:[.:]\d+)*/g, "#")
    .replace(/\s+/g, " ");
  return hash(normal);
}

function keyOf({ tool, input, result }: ObservedCall): string {
  return hash(JSON.stringify([tool, input, tool === "bash" ? failureSignature(result) : result]));
}

function shingles(text: string): Set<string> {
  const words = text
    .toLowerCase()
    .split(/\W+/)
    .filter((word) => word !== "");
  return new Set(words.map((_, at) => words.slice(at, at + 3).join(" ")));
}

function similarity(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const common = [...a].filter((item) => b.has(item)).length;
  return common / Math.max(1, a.size + b.size - common);
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("base64url");
}

/** A transcript as a story: what happened, in order, ready to be shown. Pure. */
import type { KnownLine, LineOf } from "../../agent/record/lines.ts";
import type { Usage } from "../../models/port.ts";

export interface StoryCall {
  name: string;
  input: unknown;
  /** What the model was told; undefined when the run broke off before. */
  result: string | undefined;
  isError: boolean;
  ms: number;
  /** What the policy said, when it had something to say. */
  policy: readonly string[];
}

export interface StoryTurn {
  kind: "turn";
  number: number;
  at: string;
  /** Milliseconds that the model took. */
  ms: number;
  model: string;
  stop: string;
  usd: number | null;
  usage: Usage;
  text: string;
  /** Parts that only their provider can read. */
  hidden: number;
  calls: readonly StoryCall[];
}

export type StoryEntry =
  | StoryTurn
  /** What the model was told besides results. */
  | { kind: "told"; at: string; text: string }
  | { kind: "note"; at: string; what: string; text: string };

export interface Story {
  run: LineOf<"run">;
  startedAt: string;
  entries: readonly StoryEntry[];
  /** Undefined when the run was broken off. */
  end: LineOf<"end"> | undefined;
  turns: number;
  usd: number | null;
  tokens: { input: number; output: number };
  ms: number;
}

/** `lines` begin with the run. */
export function storyOf(lines: readonly KnownLine[]): Story {
  const [run] = lines;
  if (run?.type !== "run") throw new Error("unreachable: a story begins with its run");
  const entries = lines.flatMap((line) => entryOf(line, lines));
  const turns = entries.filter((entry) => entry.kind === "turn");
  const last = lines.at(-1) ?? run;
  const sum = (of: (turn: StoryTurn) => number) => turns.reduce((total, turn) => total + of(turn), 0);
  return {
    run,
    startedAt: run.ts,
    entries,
    end: lines.findLast((line) => line.type === "end"),
    turns: turns.length,
    usd: turns.some(({ usd }) => usd === null) ? null : sum(({ usd }) => usd ?? 0),
    tokens: {
      input: sum(({ usage }) => usage.input + usage.cacheRead + usage.cacheWrite5m + usage.cacheWrite1h),
      output: sum(({ usage }) => usage.output),
    },
    ms: Date.parse(last.ts) - Date.parse(run.ts),
  };
}

function entryOf(line: KnownLine, lines: readonly KnownLine[]): StoryEntry[] {
  const note = (what: string, text: string): StoryEntry[] => [{ kind: "note", at: line.ts, what, text }];
  switch (line.type) {
    case "msg_user": {
      const text = textOf(line);
      return text === "" ? [] : [{ kind: "told", at: line.ts, text }];
    }
    case "model_turn":
      return [turnOf(line, lines)];
    case "retry":
      return note(
        "retry",
        `attempt ${line.attempt}, after ${Math.round(line.waitMs / 1_000)} s: ${line.message}`,
      );
    case "failover":
      return note("failover", `${line.from} → ${line.to}: ${line.message}`);
    case "epoch":
      return note("epoch", `the messages begin anew: ${line.why}`);
    case "hook":
      return note(
        "hook",
        `${line.point} ${line.outcome}: ${line.command}${line.message && ` (${line.message})`}`,
      );
    case "sub":
      return note(
        "sub-agent",
        line.status === undefined
          ? `${line.agent} begins${line.file ? `; its own transcript is ${line.file}` : ""}`
          : `${line.agent} ended: ${line.status}`,
      );
    case "compact":
      return note(
        "compaction",
        line.count === undefined ? "no summary could be had" : `summary ${line.count}`,
      );
    case "loop":
      return note("loop guard", `${line.kind}, ${line.rule}: ${line.text}`);
    case "checkpoint":
      return note("checkpoint", `${line.n}: the work tree after turn ${line.after} (${line.tree})`);
    case "resume":
      return note(
        "resume",
        line.again ? "another process goes on and makes the calls again" : "another process goes on",
      );
    case "rollback":
      return note("rollback", `back to checkpoint ${line.to}`);
    case "end":
      return note("end", `${line.result.status}, ${line.result.cause}: ${line.result.message}`);
    default:
      return [];
  }
}

function turnOf(turn: LineOf<"model_turn">, lines: readonly KnownLine[]): StoryTurn {
  const at = lines.indexOf(turn);
  const next = lines.findIndex((line, index) => index > at && line.type === "model_turn");
  const after = lines.slice(at + 1, next < 0 ? undefined : next);
  return {
    kind: "turn",
    number: turn.turn,
    at: turn.ts,
    ms: turn.ms,
    model: turn.model,
    stop: turn.stop,
    usd: turn.usd,
    usage: turn.usage,
    text: textOf(turn),
    hidden: turn.parts.filter(({ kind }) => kind === "opaque").length,
    calls: turn.parts.flatMap((part) => (part.kind === "call" ? [callOf(part, after)] : [])),
  };
}

function callOf(
  { id, name, input }: { id: string; name: string; input: unknown },
  after: readonly KnownLine[],
): StoryCall {
  const outcome = after.findLast((line) => line.type === "tool_result" && line.id === id);
  const result = after
    .flatMap((line) => (line.type === "msg_user" ? line.parts : []))
    .find((part) => part.kind === "result" && part.id === id);
  const policy = after.flatMap((line) =>
    line.type === "policy" && line.id === id ? [`${line.decision}: ${line.why}`] : [],
  );
  return {
    name,
    input,
    result: result?.kind === "result" ? result.content : undefined,
    isError: result?.kind === "result" ? result.isError : false,
    ms: outcome?.type === "tool_result" ? outcome.ms : 0,
    policy,
  };
}

function textOf({ parts }: LineOf<"msg_user"> | LineOf<"model_turn">): string {
  return parts.flatMap((part) => (part.kind === "text" ? [part.text] : [])).join("\n\n");
}

/** The lines of a transcript: what each type carries. Strict about the types that are known here, and open for what later versions add. */
import { z } from "zod";
import type { Part } from "../../models/port.ts";

const KnownPart = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("text"), text: z.string() }),
  z.object({ kind: z.literal("call"), id: z.string(), name: z.string(), input: z.unknown() }),
  z.object({ kind: z.literal("result"), id: z.string(), content: z.string(), isError: z.boolean() }),
  z.object({ kind: z.literal("opaque"), provider: z.string(), model: z.string(), data: z.unknown() }),
]);

/** Checked, and handed on as it was read: what is sent again must be the same bytes. */
const PartShape = z.custom<Part>((value) => KnownPart.safeParse(value).success, "no part of a message");

const count = z.int().nonnegative();

const UsageShape = z.object({
  input: count,
  cacheRead: count,
  cacheWrite5m: count,
  cacheWrite1h: count,
  output: count,
  reasoning: count,
});

/** What every line says. `seq` counts lines of its run from 1; `turn` is 0 before the first model request. */
const common = {
  v: z.literal(1),
  seq: z.int().positive(),
  ts: z.iso.datetime(),
  run: z.string(),
  agent: z.string(),
  epoch: count,
  turn: count,
};

const line = <Type extends string, Shape extends z.ZodRawShape>(type: Type, shape: Shape) =>
  z.looseObject({ ...common, type: z.literal(type), ...shape });

const parts = { parts: z.array(PartShape) };

/** `purpose` is a hash of what the run is for: only a run for the same may go on from here. */
const RunLine = line("run", {
  header: z.object({ agent: z.string(), mode: z.string(), feature: z.string(), round: count }),
  model: z.string(),
  limits: z.looseObject({}),
  sandbox: z.string(),
  system: z.string(),
  tools: z.string(),
  tree: z.string().nullable(),
  purpose: z.string().default(""),
});

const ModelTurnLine = line("model_turn", {
  ...parts,
  id: z.string(),
  model: z.string(),
  stop: z.enum([
    "tool_use",
    "end_turn",
    "max_tokens",
    "refusal",
    "pause",
    "context_overflow",
    "content_filter",
  ]),
  usage: UsageShape,
  usd: z.number().nonnegative().nullable(),
  requestId: z.string().nullable(),
  ms: z.number().nonnegative(),
});

/** `changed`: the work tree is no longer what it was before the call, as far as anyone can tell. */
const ToolResultLine = line("tool_result", {
  id: z.string(),
  isError: z.boolean(),
  chars: count.default(0),
  sha: z.string().default(""),
  ms: z.number().nonnegative().default(0),
  effect: z.enum(["read", "write", "execute"]).default("read"),
  invalid: z.boolean().default(false),
  failedCommand: z.boolean().default(false),
  changed: z.boolean().default(false),
  tree: z.string().nullable().default(null),
  commands: z
    .array(z.object({ command: z.string(), exitCode: z.number().nullable(), cwd: z.string().optional() }))
    .default([]),
});

/** The work tree after turn `after` is that of checkpoint `n`, 0 being the start; `tree` is git's id of it. */
const CheckpointLine = line("checkpoint", { n: count, tree: z.string(), after: count });

const KNOWN = z.discriminatedUnion("type", [
  RunLine,
  ModelTurnLine,
  ToolResultLine,
  CheckpointLine,
  line("msg_user", parts),
  line("msg_assistant", parts),
  line("model_request", { messages: count, sha: z.string() }),
  line("epoch", { why: z.string() }),
  line("tool_call", { id: z.string(), name: z.string(), input: z.unknown() }),
  /** Files that the agent has read or written, by the hash of their text, and those that it made: what it may change without reading. */
  line("files", { seen: z.record(z.string(), z.string()), created: z.array(z.string()) }),
  line("policy", { id: z.string(), tool: z.string(), decision: z.string(), why: z.string() }),
  line("loop", { kind: z.enum(["warn", "stop"]), rule: z.string(), text: z.string() }),
  line("retry", { attempt: count, waitMs: z.number(), kind: z.string(), message: z.string() }),
  /** Money or tokens that no model turn stands for: a failed call, or turns that a rollback cut off. */
  line("budget", { usage: UsageShape, usd: z.number().nonnegative().nullable().default(null) }),
  /** Another process went on with the run from here. */
  line("resume", { again: z.boolean() }),
  line("rollback", { to: count }),
  /** A hook blocked, changed an input, or failed. */
  line("hook", { point: z.string(), command: z.string(), outcome: z.string(), message: z.string() }),
  /** A sub-agent began, with a transcript of its own, or ended. */
  line("sub", {
    child: z.string(),
    agent: z.string(),
    file: z.string().nullable().optional(),
    status: z.string().optional(),
  }),
  /** A summary replaced the conversation, or could not be had. */
  line("compact", { count: count.optional() }),
  line("failover", { from: z.string(), to: z.string(), message: z.string() }),
  /** The provider's cache served less than it was given. */
  line("cache", { expected: count, reported: count }),
  line("end", {
    result: z.looseObject({ status: z.string(), cause: z.string(), message: z.string() }),
  }),
]);

/** A line whose type is not known here; readers pass it by. */
const OtherLine = z.looseObject({ ...common, type: z.string() });

export type KnownLine = z.infer<typeof KNOWN>;
export type LineOf<Type extends KnownLine["type"]> = Extract<KnownLine, { type: Type }>;

/** One line with the text that it stands in the file as. */
export interface ReadLine {
  text: string;
  run: string;
  /** Undefined for a type that is not known here. */
  line: KnownLine | undefined;
}

const TYPES: ReadonlySet<string> = new Set(KNOWN.options.map((option) => option.shape.type.value));

/** Undefined when `text` is no line of a transcript, or not what its type says. */
export function parseLine(text: string): ReadLine | undefined {
  const raw = parseJson(text);
  const other = OtherLine.safeParse(raw);
  if (!other.success) return undefined;
  if (!TYPES.has(other.data.type)) return { text, run: other.data.run, line: undefined };
  const known = KNOWN.safeParse(raw);
  return known.success ? { text, run: known.data.run, line: known.data } : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

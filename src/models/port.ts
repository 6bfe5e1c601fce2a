/** The model port: what the agent runtime asks of any model, and how a model's failure is told. */

export type StopReason =
  | "tool_use"
  | "end_turn"
  | "max_tokens"
  | "refusal"
  | "pause"
  | "context_overflow"
  | "content_filter";

/** A piece of a message. `opaque` (thinking, reasoning) is replayed verbatim, only to the provider that made it. */
export type Part =
  | { kind: "text"; text: string }
  | { kind: "call"; id: string; name: string; input: unknown }
  | { kind: "result"; id: string; content: string; isError: boolean }
  | { kind: "opaque"; provider: string; model: string; data: unknown };

export interface ModelMessage {
  role: "user" | "assistant";
  parts: readonly Part[];
}

/** Tokens of one call or a whole run. `input` excludes everything that was read from or written to the cache. */
export interface Usage {
  input: number;
  cacheRead: number;
  cacheWrite5m: number;
  cacheWrite1h: number;
  output: number;
  reasoning: number;
}

export const NO_USAGE: Usage = {
  input: 0,
  cacheRead: 0,
  cacheWrite5m: 0,
  cacheWrite1h: 0,
  output: 0,
  reasoning: 0,
};

export function addUsage(a: Usage, b: Usage): Usage {
  return {
    input: a.input + b.input,
    cacheRead: a.cacheRead + b.cacheRead,
    cacheWrite5m: a.cacheWrite5m + b.cacheWrite5m,
    cacheWrite1h: a.cacheWrite1h + b.cacheWrite1h,
    output: a.output + b.output,
    reasoning: a.reasoning + b.reasoning,
  };
}

/** Tokens of the prompt of one call, cached or not. */
export function promptTokens(usage: Usage): number {
  return usage.input + usage.cacheRead + usage.cacheWrite5m + usage.cacheWrite1h;
}

export type Effort = "low" | "medium" | "high" | "xhigh" | "max";

/** A tool as the model sees it. `schema` is a JSON schema of type object. */
export interface ToolSpec {
  name: string;
  description: string;
  schema: Readonly<Record<string, unknown>>;
}

export interface ModelRequest {
  system: string;
  tools: readonly ToolSpec[];
  /** Append-only: a later request of the same run starts with exactly these messages. */
  messages: readonly ModelMessage[];
  maxOutputTokens: number;
  effort?: Effort;
  /** Id of the turn before: a provider that can then tells why its cache did not serve. */
  previousId?: string | undefined;
  signal: AbortSignal;
}

export interface ModelTurn {
  id: string;
  /** The model that answered, as the provider names it. */
  model: string;
  parts: readonly Part[];
  stop: StopReason;
  usage: Usage;
  requestId: string | null;
  /** Why the provider's cache served less than the turn before had left there, when the provider tells. */
  cacheMiss?: string;
  /** Milliseconds from request to the last byte. */
  ms: number;
}

/** One model. `generate` streams inside, never retries, and throws nothing but `ModelError`. */
export interface ModelPort {
  /** `provider:model` */
  readonly id: string;
  generate(request: ModelRequest): Promise<ModelTurn>;
}

export type ModelErrorKind =
  | "rate_limit"
  | "overloaded"
  | "server"
  | "network"
  | "timeout"
  | "stall"
  | "auth"
  | "billing"
  | "invalid"
  | "context_overflow"
  | "prefix_mismatch"
  | "too_large"
  | "not_found"
  | "aborted";

const RETRYABLE: ReadonlySet<ModelErrorKind> = new Set([
  "rate_limit",
  "overloaded",
  "server",
  "network",
  "timeout",
  "stall",
]);

export interface ModelErrorDetails {
  /** The provider's own wish before the next try. */
  retryAfterMs?: number | undefined;
  status?: number | undefined;
  requestId?: string | undefined;
  /** Tokens that the provider had already counted when the call failed. */
  usage?: Usage | undefined;
  cause?: unknown;
}

/** A failed model call. `kind` decides what happens next, never the text. */
export class ModelError extends Error {
  readonly kind: ModelErrorKind;
  readonly retryable: boolean;
  readonly retryAfterMs: number | undefined;
  readonly status: number | undefined;
  readonly requestId: string | undefined;
  readonly usage: Usage | undefined;

  constructor(kind: ModelErrorKind, message: string, details: ModelErrorDetails = {}) {
    super(message, { cause: details.cause });
    this.name = "ModelError";
    this.kind = kind;
    this.retryable = RETRYABLE.has(kind);
    this.retryAfterMs = details.retryAfterMs;
    this.status = details.status;
    this.requestId = details.requestId;
    this.usage = details.usage;
  }
}

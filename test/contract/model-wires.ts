/** How each provider says the same thing: what the suite needs of a wire format. */
import type { Part, StopReason, Usage } from "../../src/models/port.ts";

export interface Failing {
  status: number;
  body: object;
  kind: string;
}

export interface Wire {
  provider: "anthropic" | "openai" | "gemini";
  /** A model with known facts. */
  model: string;
  /** What follows the server's address in the base url. */
  base: string;
  path: RegExp;
  /** Reasoning, a text with characters of several bytes, and two calls. */
  full: string;
  parts: Part[];
  usage: Usage;
  /** Text only, with an event or a field that nobody knows yet. */
  unknown: string;
  empty: string;
  /** The answer was cut inside a call. */
  cutCall: string;
  stops: readonly (readonly [what: string, body: string, stop: StopReason])[];
  /** A beginning of `full` after which tokens are counted, and how many of the cache are. */
  counted: { body: string; usage: Usage | undefined };
  /** An overload told inside the stream, after some text. */
  overloaded: string;
  failures: readonly Failing[];
  rateLimited: object;
  mismatch: object;
  ping: string;
}

/** Events as `data:` lines; with a name where the format has one. */
function sse(...events: readonly object[]): string {
  return events
    .map((event) => {
      const name = "type" in event ? `event: ${event.type}\n` : "";
      return `${name}data: ${JSON.stringify(event)}\n\n`;
    })
    .join("");
}

const TEXT = "Grüße 🌙\n\ndata: [DONE]";

/** A text as the providers stream it: in pieces of a few characters. */
function pieces(text: string): string[] {
  const points = [...text];
  return points.flatMap((_, at) => (at % 4 === 0 ? points.slice(at, at + 4).join("") : []));
}

/* Anthropic */

const START = {
  type: "message_start",
  message: {
    id: "msg_1",
    type: "message",
    role: "assistant",
    model: "claude-sonnet-5-5",
    content: [],
    stop_reason: null,
    stop_sequence: null,
    usage: {
      input_tokens: 12,
      cache_read_input_tokens: 300,
      cache_creation_input_tokens: 50,
      cache_creation: { ephemeral_5m_input_tokens: 20, ephemeral_1h_input_tokens: 30 },
      output_tokens: 1,
    },
  },
};

function block(index: number, content: object, ...deltas: object[]): object[] {
  return [
    { type: "content_block_start", index, content_block: content },
    ...deltas.map((delta) => ({ type: "content_block_delta", index, delta })),
    { type: "content_block_stop", index },
  ];
}

const claudeText = (index: number, words: string) =>
  block(index, { type: "text", text: "" }, ...pieces(words).map((text) => ({ type: "text_delta", text })));
const claudeCall = (index: number, id: string, text: string) =>
  block(
    index,
    { type: "tool_use", id, name: "read_file", input: {} },
    ...pieces(text).map((partial_json) => ({ type: "input_json_delta", partial_json })),
  );
const claudeEnd = (stop_reason: string) => [
  {
    type: "message_delta",
    delta: { stop_reason, stop_sequence: null },
    usage: { output_tokens: 9, output_tokens_details: { thinking_tokens: 4 } },
  },
  { type: "message_stop" },
];
const claudeError = (type: string, message = "no") => ({ type: "error", error: { type, message } });
const claudeStop = (reason: string) => sse(START, ...claudeText(0, "x"), ...claudeEnd(reason));

const THINKING = { type: "thinking", thinking: "hmm", signature: "sig==" };

export const ANTHROPIC: Wire = {
  provider: "anthropic",
  model: "claude-sonnet-5-5",
  base: "",
  path: /^\/v1\/messages$/,
  full: sse(
    START,
    ...block(
      0,
      { type: "thinking", thinking: "", signature: "" },
      { type: "thinking_delta", thinking: "hmm" },
      { type: "signature_delta", signature: "sig==" },
    ),
    ...claudeText(1, TEXT),
    ...claudeCall(2, "call_1", '{"path":"süd/a.ts"}'),
    ...claudeCall(3, "call_2", "{}"),
    ...claudeEnd("tool_use"),
  ),
  parts: [
    { kind: "opaque", provider: "anthropic", model: "claude-sonnet-5-5", data: THINKING },
    { kind: "text", text: TEXT },
    { kind: "call", id: "call_1", name: "read_file", input: { path: "süd/a.ts" } },
    { kind: "call", id: "call_2", name: "read_file", input: {} },
  ],
  usage: { input: 12, cacheRead: 300, cacheWrite5m: 20, cacheWrite1h: 30, output: 9, reasoning: 4 },
  unknown: sse(START, { type: "something_new", data: 1 }, ...claudeText(0, "so"), ...claudeEnd("end_turn")),
  empty: sse(START, ...claudeEnd("end_turn")),
  cutCall: sse(START, ...claudeCall(0, "call_1", '{"path":"a.ts"'), ...claudeEnd("max_tokens")),
  stops: [
    ["end_turn", claudeStop("end_turn"), "end_turn"],
    ["max_tokens", claudeStop("max_tokens"), "max_tokens"],
    ["refusal", claudeStop("refusal"), "refusal"],
    ["pause_turn", claudeStop("pause_turn"), "pause"],
    ["model_context_window_exceeded", claudeStop("model_context_window_exceeded"), "context_overflow"],
    ["something_new", claudeStop("something_new"), "end_turn"],
  ],
  counted: {
    body: sse(START, ...claudeText(0, "half")),
    usage: { input: 12, cacheRead: 300, cacheWrite5m: 20, cacheWrite1h: 30, output: 1, reasoning: 0 },
  },
  overloaded: sse(START, ...claudeText(0, "half"), claudeError("overloaded_error")),
  failures: [
    { status: 400, body: claudeError("invalid_request_error"), kind: "invalid" },
    {
      status: 400,
      body: claudeError("invalid_request_error", "prompt is too long: 9 > 8"),
      kind: "context_overflow",
    },
    {
      status: 400,
      body: claudeError("invalid_request_error", "Your credit balance is too low"),
      kind: "billing",
    },
    { status: 401, body: claudeError("authentication_error"), kind: "auth" },
    { status: 402, body: claudeError("billing_error"), kind: "billing" },
    { status: 403, body: claudeError("permission_error"), kind: "auth" },
    { status: 404, body: claudeError("not_found_error"), kind: "not_found" },
    { status: 413, body: claudeError("request_too_large"), kind: "too_large" },
    { status: 408, body: claudeError("timeout_error"), kind: "timeout" },
    { status: 409, body: claudeError("conflict"), kind: "server" },
    { status: 429, body: claudeError("rate_limit_error"), kind: "rate_limit" },
    { status: 500, body: claudeError("api_error"), kind: "server" },
    { status: 503, body: claudeError("api_error"), kind: "server" },
    { status: 529, body: claudeError("overloaded_error"), kind: "overloaded" },
  ],
  rateLimited: claudeError("rate_limit_error"),
  mismatch: claudeError("invalid_request_error", "messages.3: thinking blocks cannot be modified"),
  ping: 'event: ping\ndata: {"type":"ping"}\n\n',
};

/* OpenAI */

const RESPONSE = { id: "resp_1", object: "response", model: "gpt-6-sol", status: "in_progress", output: [] };
const GPT_USAGE = {
  input_tokens: 362,
  input_tokens_details: { cached_tokens: 300, cache_write_tokens: 50 },
  output_tokens: 9,
  output_tokens_details: { reasoning_tokens: 4 },
  total_tokens: 371,
};
const REASONING = {
  type: "reasoning",
  id: "rs_1",
  summary: [],
  encrypted_content: "gAAAA==",
  status: "completed",
};

const gptSaid = (text: string, extra: object = {}) => ({
  type: "message",
  id: "msg_1",
  role: "assistant",
  status: "completed",
  content: [{ type: "output_text", text, annotations: [] }],
  ...extra,
});
const gptCall = (call_id: string, args: string, status = "completed") => ({
  type: "function_call",
  id: `fc_${call_id}`,
  call_id,
  name: "read_file",
  arguments: args,
  status,
});

/** Every item is announced, streamed in pieces, and finished. */
function gptEvents(items: readonly object[]): object[] {
  return items.flatMap((item, output_index) => {
    const at = { output_index, item_id: `item_${output_index}` };
    const text =
      "arguments" in item ? String(item.arguments) : "content" in item ? JSON.stringify(item.content) : "";
    const type =
      "arguments" in item ? "response.function_call_arguments.delta" : "response.output_text.delta";
    return [
      { type: "response.output_item.added", ...at, item },
      ...pieces(text).map((delta) => ({ type, ...at, content_index: 0, delta })),
      { type: "response.output_item.done", output_index, item },
    ];
  });
}

function gpt(
  items: readonly object[],
  end: object = {},
  type = "response.completed",
  extra: readonly object[] = [],
): string {
  const response = {
    ...RESPONSE,
    status: type.replace("response.", ""),
    output: items,
    usage: GPT_USAGE,
    ...end,
  };
  return sse(
    { type: "response.created", response: RESPONSE },
    { type: "response.in_progress", response: RESPONSE },
    ...extra,
    ...gptEvents(items),
    { type, response },
  );
}

const gptError = (code: string | null, type: string, message = "no") => ({
  error: { message, type, param: null, code },
});
const incomplete = (reason: string, items: readonly object[] = [gptSaid("x")]) =>
  gpt(items, { incomplete_details: { reason } }, "response.incomplete");
const gptFailed = (code: string) => gpt([], { error: { code, message: "no" } }, "response.failed");

export const OPENAI: Wire = {
  provider: "openai",
  model: "gpt-6-sol",
  base: "/v1",
  path: /^\/v1\/responses$/,
  full: gpt([
    REASONING,
    gptSaid(TEXT, { phase: "commentary" }),
    gptCall("call_1", '{"path":"süd/a.ts"}'),
    gptCall("call_2", "{}"),
  ]),
  parts: [
    { kind: "opaque", provider: "openai", model: "gpt-6-sol", data: REASONING },
    { kind: "opaque", provider: "openai", model: "gpt-6-sol", data: { type: "phase", phase: "commentary" } },
    { kind: "text", text: TEXT },
    { kind: "call", id: "call_1", name: "read_file", input: { path: "süd/a.ts" } },
    { kind: "call", id: "call_2", name: "read_file", input: {} },
  ],
  usage: { input: 12, cacheRead: 300, cacheWrite5m: 50, cacheWrite1h: 0, output: 9, reasoning: 4 },
  unknown: gpt([gptSaid("so"), { type: "something_new", id: "x" }], {}, "response.completed", [
    { type: "keepalive", sequence_number: 3 },
    { type: "response.something_new", output_index: 77, data: 1 },
  ]),
  empty: gpt([]),
  cutCall: incomplete("max_output_tokens", [gptCall("call_1", '{"path":"a.ts"', "incomplete")]),
  stops: [
    ["completed", gpt([gptSaid("x")]), "end_turn"],
    ["incomplete: max_output_tokens", incomplete("max_output_tokens"), "max_tokens"],
    ["incomplete: content_filter", incomplete("content_filter"), "content_filter"],
    ["incomplete: something_new", incomplete("something_new"), "end_turn"],
    ["refusal", gpt([gptSaid("", { content: [{ type: "refusal", refusal: "I will not." }] })]), "refusal"],
    ["failed: bio_policy", gptFailed("bio_policy"), "content_filter"],
  ],
  counted: { body: gpt([gptSaid("half")], {}, "response.in_progress"), usage: undefined },
  overloaded: gptFailed("server_is_overloaded"),
  failures: [
    { status: 400, body: gptError(null, "invalid_request_error"), kind: "invalid" },
    {
      status: 400,
      body: gptError("context_length_exceeded", "invalid_request_error"),
      kind: "context_overflow",
    },
    {
      status: 400,
      body: gptError(null, "invalid_request_error", "Your input exceeds the context window"),
      kind: "context_overflow",
    },
    { status: 401, body: gptError("invalid_api_key", "invalid_request_error"), kind: "auth" },
    { status: 401, body: gptError(null, "invalid_request_error"), kind: "auth" },
    { status: 402, body: gptError(null, "billing_error"), kind: "billing" },
    {
      status: 403,
      body: gptError("unsupported_country_region_territory", "request_forbidden"),
      kind: "auth",
    },
    { status: 404, body: gptError("model_not_found", "invalid_request_error"), kind: "not_found" },
    { status: 413, body: gptError(null, "invalid_request_error"), kind: "too_large" },
    { status: 429, body: gptError("insufficient_quota", "insufficient_quota"), kind: "billing" },
    {
      status: 429,
      body: gptError("rate_limit_exceeded", "tokens", "Request too large for gpt-6"),
      kind: "too_large",
    },
    { status: 429, body: gptError("rate_limit_exceeded", "requests"), kind: "rate_limit" },
    { status: 500, body: gptError(null, "server_error"), kind: "server" },
    { status: 503, body: gptError("slow_down", "server_error"), kind: "overloaded" },
  ],
  rateLimited: gptError("rate_limit_exceeded", "requests"),
  mismatch: gptError(
    "invalid_encrypted_content",
    "invalid_request_error",
    "The encrypted content could not be verified.",
  ),
  ping: ": keepalive\n\n",
};

/* Gemini */

const GEMINI_USAGE = {
  promptTokenCount: 312,
  cachedContentTokenCount: 300,
  candidatesTokenCount: 5,
  thoughtsTokenCount: 4,
  totalTokenCount: 321,
};
const ABOUT = { responseId: "r1", modelVersion: "gemini-4-argon-001" };

function piece(parts: readonly object[], candidate: object = {}, extra: object = {}): object {
  const content = { role: "model", parts };
  return {
    candidates: [{ content, index: 0, ...candidate }],
    usageMetadata: GEMINI_USAGE,
    ...ABOUT,
    ...extra,
  };
}

const geminiCall = (id: string, args: object, extra: object = {}) => ({
  functionCall: { id, name: "read_file", args },
  ...extra,
});
const geminiStop = (finishReason: string) => sse(piece([{ text: "x" }], { finishReason }));
const geminiError = (code: number, status: string, message = "no", details: readonly object[] = []) => ({
  error: { code, message, status, details },
});
const reason = (name: string) => [
  { "@type": "type.googleapis.com/google.rpc.ErrorInfo", reason: name, domain: "googleapis.com" },
];

export const GEMINI: Wire = {
  provider: "gemini",
  model: "gemini-4-argon",
  base: "",
  path: /^\/v1beta\/models\/gemini-4-argon:streamGenerateContent\?alt=sse$/,
  full: sse(
    piece([{ text: "I wonder", thought: true }]),
    ...pieces(TEXT).map((text) => piece([{ text }])),
    piece([geminiCall("call_1", { path: "süd/a.ts" }, { thoughtSignature: "sig==" })]),
    piece([geminiCall("call_2", {})], { finishReason: "STOP" }),
  ),
  parts: [
    { kind: "text", text: TEXT },
    { kind: "opaque", provider: "gemini", model: "gemini-4-argon", data: { thoughtSignature: "sig==" } },
    { kind: "call", id: "call_1", name: "read_file", input: { path: "süd/a.ts" } },
    { kind: "call", id: "call_2", name: "read_file", input: {} },
  ],
  usage: { input: 12, cacheRead: 300, cacheWrite5m: 0, cacheWrite1h: 0, output: 9, reasoning: 4 },
  unknown: sse(
    { somethingNew: true, usageMetadata: GEMINI_USAGE, ...ABOUT },
    piece([{ text: "so" }, { somethingNew: {} }], { finishReason: "STOP", somethingNew: 1 }),
  ),
  empty: sse(piece([], { finishReason: "STOP" })),
  cutCall: sse(piece([geminiCall("call_1", { path: "a.ts" })], { finishReason: "MAX_TOKENS" })),
  stops: [
    ["STOP", geminiStop("STOP"), "end_turn"],
    ["MAX_TOKENS", geminiStop("MAX_TOKENS"), "max_tokens"],
    ["SAFETY", geminiStop("SAFETY"), "content_filter"],
    ["RECITATION", geminiStop("RECITATION"), "content_filter"],
    ["SOMETHING_NEW", geminiStop("SOMETHING_NEW"), "end_turn"],
    ["a blocked prompt", sse({ promptFeedback: { blockReason: "OTHER" }, ...ABOUT }), "content_filter"],
    [
      "MALFORMED_FUNCTION_CALL",
      sse(piece([geminiCall("call_1", { path: "a" })], { finishReason: "MALFORMED_FUNCTION_CALL" })),
      "end_turn",
    ],
  ],
  counted: {
    body: sse(piece([{ text: "half" }])),
    usage: { input: 12, cacheRead: 300, cacheWrite5m: 0, cacheWrite1h: 0, output: 9, reasoning: 4 },
  },
  overloaded: sse(piece([{ text: "half" }]), geminiError(503, "UNAVAILABLE")),
  failures: [
    { status: 400, body: geminiError(400, "INVALID_ARGUMENT"), kind: "invalid" },
    {
      status: 400,
      body: geminiError(
        400,
        "INVALID_ARGUMENT",
        "The input token count (9) exceeds the maximum number of tokens allowed (8).",
      ),
      kind: "context_overflow",
    },
    {
      status: 400,
      body: geminiError(400, "INVALID_ARGUMENT", "API key not valid.", reason("API_KEY_INVALID")),
      kind: "auth",
    },
    { status: 400, body: geminiError(400, "FAILED_PRECONDITION", "Please enable billing."), kind: "billing" },
    { status: 401, body: geminiError(401, "UNAUTHENTICATED"), kind: "auth" },
    { status: 402, body: geminiError(402, "PAYMENT_REQUIRED"), kind: "billing" },
    { status: 403, body: geminiError(403, "PERMISSION_DENIED"), kind: "auth" },
    {
      status: 403,
      body: geminiError(403, "PERMISSION_DENIED", "no", reason("BILLING_DISABLED")),
      kind: "billing",
    },
    { status: 404, body: geminiError(404, "NOT_FOUND"), kind: "not_found" },
    { status: 413, body: geminiError(413, "PAYLOAD_TOO_LARGE"), kind: "too_large" },
    {
      status: 429,
      body: geminiError(429, "RESOURCE_EXHAUSTED", "Your prepayment credits are depleted."),
      kind: "billing",
    },
    { status: 429, body: geminiError(429, "RESOURCE_EXHAUSTED"), kind: "rate_limit" },
    { status: 500, body: geminiError(500, "INTERNAL"), kind: "server" },
    { status: 503, body: geminiError(503, "UNAVAILABLE"), kind: "overloaded" },
    { status: 504, body: geminiError(504, "DEADLINE_EXCEEDED"), kind: "timeout" },
  ],
  rateLimited: geminiError(429, "RESOURCE_EXHAUSTED"),
  mismatch: geminiError(
    400,
    "INVALID_ARGUMENT",
    "Function call is missing a thought_signature in functionCall parts.",
  ),
  ping: ": keepalive\n\n",
};

export const WIRES: readonly Wire[] = [ANTHROPIC, OPENAI, GEMINI];

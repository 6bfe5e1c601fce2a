import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, describe, expect, test } from "vitest";
import { connectModel } from "../../src/models/connect.ts";
import { ModelError, type ModelPort, type ModelRequest } from "../../src/models/port.ts";

interface Received {
  url: string;
  headers: IncomingMessage["headers"];
  body: Record<string, unknown>;
}

let server: Server | undefined;
const received: Received[] = [];

type Answer = (response: ServerResponse) => Promise<void> | void;

/** A server that answers each request with the next answer, the last one for ever, and a model connected to it. */
async function connected(
  answers: readonly Answer[],
  model = "claude-sonnet-5-5",
  times = {},
): Promise<ModelPort> {
  received.length = 0;
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    received.push({
      url: request.url ?? "",
      headers: request.headers,
      body: JSON.parse(Buffer.concat(chunks).toString()),
    });
    await answers[Math.min(received.length, answers.length) - 1]?.(response);
  });
  await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return connectModel({
    model: `anthropic:${model}`,
    apiKey: "test-key",
    baseUrl: `http://127.0.0.1:${port}/`,
    times,
  });
}

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

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

const text = (index: number, words: string) =>
  block(index, { type: "text", text: "" }, { type: "text_delta", text: words });
const tool = (index: number, id: string, json: string) =>
  block(
    index,
    { type: "tool_use", id, name: "read_file", input: {} },
    ...[...json].map((partial_json) => ({ type: "input_json_delta", partial_json })),
  );
const end = (stop_reason: string, output_tokens = 9) => [
  {
    type: "message_delta",
    delta: { stop_reason, stop_sequence: null },
    usage: { output_tokens, output_tokens_details: { thinking_tokens: 4 } },
  },
  { type: "message_stop" },
];

function sse(...events: readonly object[]): string {
  return events
    .map((event) => `event: ${"type" in event ? event.type : ""}\ndata: ${JSON.stringify(event)}\n\n`)
    .join("");
}

/** Streams bytes in pieces of a size, so that boundaries fall inside characters, lines and events. */
function streaming(
  body: string,
  size = 1 << 20,
  then: (response: ServerResponse) => void = (response) => void response.end(),
): Answer {
  return async (response) => {
    response.writeHead(200, { "content-type": "text/event-stream", "request-id": "req_1" });
    const bytes = Buffer.from(body);
    for (let at = 0; at < bytes.length; at += size) {
      response.write(bytes.subarray(at, at + size));
      if (size < 1_000) await new Promise(setImmediate);
    }
    then(response);
  };
}

function failing(status: number, type: string, headers: Record<string, string> = {}, message = "no"): Answer {
  return (response) => {
    response.writeHead(status, { "content-type": "application/json", "request-id": "req_bad", ...headers });
    response.end(JSON.stringify({ type: "error", error: { type, message } }));
  };
}

function request(changes: Partial<ModelRequest> = {}): ModelRequest {
  return {
    system: "You test.",
    tools: [
      { name: "bash", description: "Run.", schema: { type: "object", properties: {} } },
      {
        name: "read_file",
        description: "Read.",
        schema: { type: "object", properties: { path: { type: "string" } } },
      },
    ],
    messages: [{ role: "user", parts: [{ kind: "text", text: "hello" }] }],
    maxOutputTokens: 1_000,
    effort: "medium",
    signal: new AbortController().signal,
    ...changes,
  };
}

async function failureOf(model: ModelPort, changes: Partial<ModelRequest> = {}): Promise<ModelError> {
  const error: unknown = await model.generate(request(changes)).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof ModelError) return error;
  throw new Error(`expected a ModelError, got ${String(error)}`);
}

const FULL = sse(
  START,
  ...block(
    0,
    { type: "thinking", thinking: "", signature: "" },
    { type: "thinking_delta", thinking: "hmm" },
    { type: "signature_delta", signature: "sig==" },
  ),
  ...text(1, "Grüße 🌙"),
  ...tool(2, "toolu_1", '{"path":"süd/a.ts"}'),
  ...tool(3, "toolu_2", "{}"),
  ...end("tool_use"),
);

test.each([1, 2, 3, 7, 64, 1 << 20])("a turn arrives whole when chunks are %i bytes long", async (size) => {
  const model = await connected([streaming(FULL, size)]);
  const turn = await model.generate(request());
  expect({ ...turn, ms: 0 }).toEqual({
    id: "msg_1",
    model: "claude-sonnet-5-5",
    parts: [
      {
        kind: "opaque",
        provider: "anthropic",
        model: "claude-sonnet-5-5",
        data: { type: "thinking", thinking: "hmm", signature: "sig==" },
      },
      { kind: "text", text: "Grüße 🌙" },
      { kind: "call", id: "toolu_1", name: "read_file", input: { path: "süd/a.ts" } },
      { kind: "call", id: "toolu_2", name: "read_file", input: {} },
    ],
    stop: "tool_use",
    usage: { input: 12, cacheRead: 300, cacheWrite5m: 20, cacheWrite1h: 30, output: 9, reasoning: 4 },
    requestId: "req_1",
    ms: 0,
  });
});

test("the request carries the caches, thinking and effort, and nothing that varies in system and tools", async () => {
  const model = await connected([streaming(FULL)]);
  await model.generate(request());
  expect(received[0]?.url).toBe("/v1/messages");
  expect(received[0]?.headers.authorization).toBe("Bearer test-key");
  expect(received[0]?.body).toEqual({
    model: "claude-sonnet-5-5",
    max_tokens: 1_000,
    stream: true,
    system: [{ type: "text", text: "You test.", cache_control: { type: "ephemeral", ttl: "1h" } }],
    tools: [
      { name: "bash", description: "Run.", input_schema: { type: "object", properties: {} } },
      {
        name: "read_file",
        description: "Read.",
        input_schema: { type: "object", properties: { path: { type: "string" } } },
        cache_control: { type: "ephemeral", ttl: "1h" },
      },
    ],
    messages: [
      {
        role: "user",
        content: [{ type: "text", text: "hello", cache_control: { type: "ephemeral", ttl: "5m" } }],
      },
    ],
    thinking: { type: "adaptive" },
    output_config: { effort: "medium" },
  });
});

test("an unknown model gets a plain request", async () => {
  const model = await connected([streaming(FULL)], "claude-next");
  await model.generate(request());
  expect(Object.keys(received[0]?.body ?? {}).sort()).toEqual([
    "max_tokens",
    "messages",
    "model",
    "stream",
    "system",
    "tools",
  ]);
});

test("thinking goes back verbatim, another provider's stays out, and at most four breakpoints are set", async () => {
  const model = await connected([streaming(FULL)]);
  const { parts } = await model.generate(request());
  const results = parts.flatMap((part) =>
    part.kind === "call" ? [{ kind: "result" as const, id: part.id, content: "ok", isError: false }] : [],
  );
  const foreign = { kind: "opaque" as const, provider: "openai", model: "x", data: { type: "thinking" } };
  const long = Array.from({ length: 30 }, (_, index) => ({ kind: "text" as const, text: `part ${index}` }));
  await model.generate(
    request({
      messages: [
        ...request().messages,
        { role: "assistant", parts: [foreign, ...parts] },
        { role: "user", parts: [...results, ...long] },
      ],
    }),
  );
  const sent = JSON.stringify(received[1]?.body);
  expect(sent).toContain('{"type":"thinking","thinking":"hmm","signature":"sig=="}');
  expect(sent).not.toContain("openai");
  expect(sent.match(/cache_control/g)?.length).toBe(4);
  expect(sent).toContain('"text":"part 29","cache_control":{"type":"ephemeral","ttl":"5m"}');
  expect(sent).toContain('"text":"part 14","cache_control"');
});

test.each([
  ["end_turn", "end_turn"],
  ["max_tokens", "max_tokens"],
  ["refusal", "refusal"],
  ["pause_turn", "pause"],
  ["model_context_window_exceeded", "context_overflow"],
  ["something_new", "end_turn"],
])("stop reason %s is %s", async (reason, stop) => {
  const model = await connected([streaming(sse(START, ...text(0, "x"), ...end(reason)))]);
  expect((await model.generate(request())).stop).toBe(stop);
});

test("an empty answer is a turn without parts", async () => {
  const model = await connected([streaming(sse(START, ...end("end_turn", 0)))]);
  expect((await model.generate(request())).parts).toEqual([]);
});

test("a call that was cut by the length limit says so in its stop reason", async () => {
  const cut = [
    ...tool(0, "toolu_1", '{"path":"a.ts"').slice(0, -1),
    { type: "content_block_stop", index: 0 },
  ];
  const model = await connected([streaming(sse(START, ...cut, ...end("max_tokens")))]);
  expect((await model.generate(request())).stop).toBe("max_tokens");
});

describe("failures", () => {
  test.each([
    [400, "invalid_request_error", "invalid", false],
    [401, "authentication_error", "auth", false],
    [402, "billing_error", "billing", false],
    [403, "permission_error", "auth", false],
    [404, "not_found_error", "not_found", false],
    [413, "request_too_large", "too_large", false],
    [408, "timeout_error", "timeout", true],
    [409, "conflict", "server", true],
    [429, "rate_limit_error", "rate_limit", true],
    [500, "api_error", "server", true],
    [503, "api_error", "server", true],
    [529, "overloaded_error", "overloaded", true],
  ] as const)("%i %s is %s and makes one request", async (status, type, kind, retryable) => {
    const model = await connected([failing(status, type)]);
    const error = await failureOf(model);
    expect([error.kind, error.retryable, error.status, error.requestId, received.length]).toEqual([
      kind,
      retryable,
      status,
      "req_bad",
      1,
    ]);
  });

  test.each([
    ["prompt is too long: 210000 tokens > 200000 maximum", "context_overflow"],
    ["messages.3: thinking blocks cannot be modified", "prefix_mismatch"],
  ])("400 %j is %s", async (message, kind) => {
    const model = await connected([failing(400, "invalid_request_error", {}, message)]);
    expect((await failureOf(model)).kind).toBe(kind);
  });

  test("retry-after is told in seconds, as a date, or not at all", async () => {
    const at = new Date(Date.now() + 90_000).toUTCString();
    const model = await connected([
      failing(429, "rate_limit_error", { "retry-after": "3600" }),
      failing(429, "rate_limit_error", { "retry-after": at }),
      failing(429, "rate_limit_error"),
    ]);
    expect((await failureOf(model)).retryAfterMs).toBe(3_600_000);
    expect((await failureOf(model)).retryAfterMs).toBeGreaterThan(80_000);
    expect((await failureOf(model)).retryAfterMs).toBeUndefined();
    expect(received.length).toBe(3);
  });

  test("an error inside the stream is known by its type, and what was used by then is kept", async () => {
    const overloaded = { type: "error", error: { type: "overloaded_error", message: "Overloaded" } };
    const model = await connected([streaming(sse(START, ...text(0, "half"), overloaded))]);
    const error = await failureOf(model);
    expect([error.kind, error.retryable, error.usage?.cacheRead]).toEqual(["overloaded", true, 300]);
  });

  test("a stream that ends in the middle is a network failure", async () => {
    const half = FULL.slice(0, FULL.indexOf("toolu_1"));
    const closed = await failureOf(await connected([streaming(half)]));
    const reset = await failureOf(
      await connected([streaming(half, 1 << 20, (response) => response.destroy())]),
    );
    expect([closed.kind, reset.kind]).toEqual(["network", "network"]);
  });

  test("no server is a network failure", async () => {
    const model = await connectModel({
      model: "anthropic:claude-sonnet-5-5",
      apiKey: "k",
      baseUrl: "http://127.0.0.1:9",
    });
    expect((await failureOf(model)).kind).toBe("network");
  });

  test("HTML from a proxy is a server failure", async () => {
    const model = await connected([
      (response) => void response.writeHead(502, { "content-type": "text/html" }).end("<h1>Bad</h1>"),
    ]);
    expect([(await failureOf(model)).kind]).toEqual(["server"]);
  });

  test("silence before the first byte is cut", async () => {
    const model = await connected([() => undefined], "claude-sonnet-5-5", { firstByteMs: 150 });
    const error = await failureOf(model);
    expect([error.kind, error.retryable]).toEqual(["stall", true]);
  });

  test("silence in the middle is cut, and pings count as life", async () => {
    const stalling: Answer = async (response) => {
      await streaming(sse(START), 1 << 20, () => undefined)(response);
      for (let ping = 0; ping < 4; ping += 1) {
        await wait(100);
        response.write('event: ping\ndata: {"type":"ping"}\n\n');
      }
    };
    const model = await connected([stalling], "claude-sonnet-5-5", { idleMs: 250 });
    const started = Date.now();
    const error = await failureOf(model);
    expect([error.kind, error.usage?.input]).toEqual(["stall", 12]);
    expect(Date.now() - started).toBeGreaterThan(500);
  });

  test("a stream that only pings for ever is cut by the call's own limit", async () => {
    const pinging: Answer = async (response) => {
      await streaming(sse(START), 1 << 20, () => undefined)(response);
      while (!response.destroyed) {
        response.write('event: ping\ndata: {"type":"ping"}\n\n');
        await wait(50);
      }
    };
    const model = await connected([pinging], "claude-sonnet-5-5", { idleMs: 5_000, callMs: 400 });
    expect((await failureOf(model)).kind).toBe("timeout");
  });

  test("the caller's abort is told as aborted", async () => {
    const stop = new AbortController();
    const model = await connected([streaming(sse(START), 1 << 20, () => stop.abort())]);
    const error = await failureOf(model, { signal: stop.signal });
    expect([error.kind, error.retryable]).toEqual(["aborted", false]);
  });

  test("a redirect is not followed: it would carry the key elsewhere", async () => {
    const model = await connected([
      (response) => void response.writeHead(307, { location: "/elsewhere" }).end(),
    ]);
    expect((await failureOf(model)).kind).toBe("network");
    expect(received.length).toBe(1);
  });

  test("the key is in no error", async () => {
    const error = await failureOf(
      await connected([failing(401, "authentication_error", {}, "invalid x-api-key")]),
    );
    expect(error.message).not.toContain("test-key");
  });
});

describe("connecting", () => {
  test.each([
    [{ model: "gpt-6" }, "must look like"],
    [{ model: "openai:gpt-6" }, 'provider "openai" is not supported'],
    [{ model: "gemini:x" }, 'provider "gemini" is not supported'],
    [{ model: "anthropic:x" }, "needs an API key"],
    [{ model: "anthropic:x", apiKey: "k", baseUrl: "http://example.com" }, "https address"],
    [{ model: "anthropic:x", apiKey: "k", baseUrl: "http://127.0.0.1.example.com" }, "https address"],
    [{ model: "anthropic:x", apiKey: "k", baseUrl: "https://user:pw@example.com" }, "https address"],
    [{ model: "anthropic:x", apiKey: "k", baseUrl: "ftp://localhost" }, "https address"],
    [{ model: "anthropic:x", apiKey: "k", baseUrl: "nonsense" }, "https address"],
  ])("%j is refused", async (options, why) => {
    const connecting = connectModel(options);
    await expect(connecting).rejects.toMatchObject({ code: "INPUT_INVALID" });
    await expect(connecting).rejects.toThrow(why);
  });

  test.each(["https://proxy.example.com/anthropic", "http://localhost:8080", "http://[::1]:1"])(
    "%s is accepted",
    async (baseUrl) => {
      expect((await connectModel({ model: "anthropic:x", apiKey: "k", baseUrl })).id).toBe("anthropic:x");
    },
  );
});

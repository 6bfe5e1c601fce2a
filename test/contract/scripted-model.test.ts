/** The scripted model, seen through the real SDK of the provider whose wire format it speaks. */
import Anthropic, { APIError } from "@anthropic-ai/sdk";
import type { MessageCreateParamsNonStreaming, MessageParam } from "@anthropic-ai/sdk/resources/messages";
import { afterEach, expect, test } from "vitest";
import type { Scenario } from "../../src/local/scripted-model/scenario.ts";
import { type ScriptedModel, startScriptedModel } from "../../src/local/scripted-model/server.ts";

const HEADER = '{"agent":"code","mode":"feedback","feature":"accounts","round":1}';
const EMOJI = "🌒".repeat(100);
const SCENARIO: Scenario = {
  name: "small",
  models: ["claude-sonnet-5-5"],
  entries: [
    {
      when: { agent: "code", mode: "feedback", feature: "accounts", round: 1 },
      capture: { thread: String.raw`^thread (\S+) · src/users\.js:\d+` },
      turns: [
        { text: "I look first.", calls: [{ name: "read_file", input: { path: "src/users.js" } }] },
        { calls: [{ name: "write_file", input: { path: "a", content: "{{file:a.txt}}" } }] },
        { text: `Answered {{capture:thread}}. ${EMOJI}` },
      ],
    },
  ],
  files: { "a.txt": `first\n"second" ${EMOJI}\n` },
};
const BRIEF = `${HEADER}\nThe threads:\nthread PRRT_kwDO1-a · src/users.js:12\nA name becomes a file name.`;

let running: ScriptedModel[] = [];
afterEach(async () => {
  await Promise.all(running.map((model) => model.close()));
  running = [];
});

async function start(scenario: Scenario = SCENARIO, options: { delay?: number } = {}) {
  const model = await startScriptedModel({ scenario, ...options });
  running.push(model);
  return { model, client: clientOf(model) };
}

function clientOf(model: ScriptedModel, apiKey = "any") {
  return new Anthropic({ apiKey, baseURL: model.url, maxRetries: 0, logLevel: "off" });
}

function params(messages: MessageParam[]): MessageCreateParamsNonStreaming {
  return { model: "claude-sonnet-5-5", max_tokens: 1000, messages };
}

const CALL = "toolu_1";
const AFTER_ONE_TURN: MessageParam[] = [
  { role: "user", content: [{ type: "text", text: BRIEF }] },
  { role: "assistant", content: [{ type: "tool_use", id: CALL, name: "read_file", input: {} }] },
  { role: "user", content: [{ type: "tool_result", tool_use_id: CALL, content: "1: import" }] },
];

test("the first answer says that it is scripted, and calls the tool", async () => {
  const { client } = await start();
  const message = await client.messages.stream(params([{ role: "user", content: BRIEF }])).finalMessage();
  expect(message).toMatchObject({
    model: "claude-sonnet-5-5",
    role: "assistant",
    stop_reason: "tool_use",
    content: [
      { type: "text", text: "[scripted model] I look first." },
      { type: "tool_use", name: "read_file", input: { path: "src/users.js" } },
    ],
  });
});

test("a stream and a plain answer are the same message", async () => {
  const { client } = await start();
  const streamed = await client.messages.stream(params(AFTER_ONE_TURN)).finalMessage();
  const plain = await client.messages.create({ ...params(AFTER_ONE_TURN), stream: false });
  expect(JSON.parse(JSON.stringify(streamed))).toEqual({ ...plain, parsed_output: null });
  expect(plain.content).toMatchObject([
    { name: "write_file", input: { content: `first\n"second" ${EMOJI}\n` } },
  ]);
});

test("the events come in the order of the real service", async () => {
  const { model } = await start();
  const response = await fetch(`${model.url}/v1/messages`, {
    method: "POST",
    headers: { "x-api-key": "any", "content-type": "application/json" },
    body: JSON.stringify({ ...params([{ role: "user", content: BRIEF }]), stream: true }),
  });
  expect(response.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
  const names = [...(await response.text()).matchAll(/^event: (\w+)\ndata: \{"type":"(\w+)"/gm)];
  expect(names.every(([, event, type]) => event === type)).toBe(true);
  expect(names.map(([, event]) => event)).toEqual([
    "message_start",
    "content_block_start",
    "ping",
    "content_block_delta",
    "content_block_stop",
    "content_block_start",
    "content_block_delta",
    "content_block_delta",
    "content_block_stop",
    "message_delta",
    "message_stop",
  ]);
});

test("the number of assistant messages is the turn, whatever server answers it", async () => {
  const messages: MessageParam[] = [
    ...AFTER_ONE_TURN,
    { role: "assistant", content: "thinking aloud" },
    { role: "user", content: "go on" },
  ];
  const [first, second] = [await start(), await start()];
  const answers = await Promise.all(
    [first, second].map(({ client }) => client.messages.create(params(messages))),
  );
  expect(answers[0]).toEqual(answers[1]);
  expect(answers[0]?.content).toMatchObject([{ type: "text", text: `Answered PRRT_kwDO1-a. ${EMOJI}` }]);
  expect(answers[0]?.stop_reason).toBe("end_turn");
});

test("tool call ids differ between turns and between conversations", async () => {
  const { client } = await start();
  const other = BRIEF.replace("file name.", "path.");
  const conversations = [
    [{ role: "user", content: BRIEF } as const],
    [{ role: "user", content: other } as const],
    AFTER_ONE_TURN,
  ];
  const ids = await Promise.all(
    conversations.map(async (messages) => {
      const { content } = await client.messages.create(params([...messages]));
      return content.flatMap((block) => (block.type === "tool_use" ? block.id : []));
    }),
  );
  expect(new Set(ids.flat()).size).toBe(3);
});

test("usage grows with the request, and a cached prefix is read, not paid again", async () => {
  const { client } = await start();
  const plain = (await client.messages.create(params(AFTER_ONE_TURN))).usage;
  expect(plain).toMatchObject({ cache_read_input_tokens: 0, cache_creation_input_tokens: 0 });
  const cached = { ...params(AFTER_ONE_TURN), cache_control: { type: "ephemeral" as const } };
  const first = (await client.messages.create({ ...cached, messages: AFTER_ONE_TURN.slice(0, 1) })).usage;
  const next = (await client.messages.create(cached)).usage;
  expect(first.cache_read_input_tokens).toBe(0);
  expect(next.cache_read_input_tokens).toBe(first.cache_creation_input_tokens);
  expect(
    next.input_tokens + (next.cache_read_input_tokens ?? 0) + (next.cache_creation_input_tokens ?? 0),
  ).toBe(plain.input_tokens);
  expect(next.output_tokens).toBeGreaterThan(EMOJI.length / 4);
});

const REFUSED: {
  given: string;
  key?: string;
  messages: MessageParam[];
  status: number;
  type: string;
  says: RegExp;
}[] = [
  {
    given: "a key that is bad",
    key: "bad-key",
    messages: AFTER_ONE_TURN,
    status: 401,
    type: "authentication_error",
    says: /invalid x-api-key/,
  },
  {
    given: "an opening without a header",
    messages: [{ role: "user", content: "hello" }],
    status: 400,
    type: "invalid_request_error",
    says: /one line of JSON .* not "hello".*code\/feedback\/accounts\/1/,
  },
  {
    given: "a header that no entry fits",
    messages: [{ role: "user", content: BRIEF.replace('"round":1', '"round":2') }],
    status: 400,
    type: "invalid_request_error",
    says: /no entry of scenario small fits {.*"round":2}/,
  },
  {
    given: "a turn beyond the script",
    messages: [1, 2, 3].reduce<MessageParam[]>(
      (messages) => [...messages, { role: "assistant", content: "so" }, { role: "user", content: "go on" }],
      [{ role: "user", content: BRIEF }],
    ),
    status: 400,
    type: "invalid_request_error",
    says: /has 3 turns; the request for {.*} asks for turn 4/,
  },
  {
    given: "a capture that is nowhere in the request",
    messages: [
      { role: "user", content: HEADER },
      { role: "assistant", content: "so" },
      { role: "user", content: "go on" },
      { role: "assistant", content: "so" },
      { role: "user", content: "go on" },
    ],
    status: 400,
    type: "invalid_request_error",
    says: /needs "thread", but nothing in the request matches/,
  },
  {
    given: "a tool call without its result",
    messages: [...AFTER_ONE_TURN.slice(0, 2), { role: "user", content: "go on" }],
    status: 400,
    type: "invalid_request_error",
    says: /`tool_use` ids were found without `tool_result` blocks immediately after: toolu_1/,
  },
  {
    given: "a tool result without its call",
    messages: [{ role: "user", content: BRIEF }, ...AFTER_ONE_TURN.slice(2)],
    status: 400,
    type: "invalid_request_error",
    says: /unexpected or repeated `tool_use_id`.*toolu_1/,
  },
  {
    given: "a prefilled answer",
    messages: AFTER_ONE_TURN.slice(0, 2),
    status: 400,
    type: "invalid_request_error",
    says: /prefilling an answer is not supported/,
  },
];

test.each(REFUSED)("$given is refused with $status", async ({ key, messages, status, type, says }) => {
  const { model } = await start();
  const failure = await clientOf(model, key)
    .messages.stream(params(messages))
    .finalMessage()
    .catch((thrown: unknown) => thrown);
  if (!(failure instanceof APIError)) throw new Error(`no APIError: ${String(failure)}`);
  expect({ status: failure.status, type: failure.type }).toEqual({ status, type });
  expect(failure.requestID).toMatch(/^req_scripted_/);
  expect(failure.apiMessage).toMatch(says);
});

test("a request without a key is refused", async () => {
  const { model } = await start();
  const response = await fetch(`${model.url}/v1/models`);
  expect(response.status).toBe(401);
  expect(await response.json()).toMatchObject({ type: "error", error: { type: "authentication_error" } });
});

test("a body that is not JSON is refused", async () => {
  const { model } = await start();
  const response = await fetch(`${model.url}/v1/messages`, {
    method: "POST",
    headers: { "x-api-key": "any" },
    body: "{",
  });
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ error: { type: "invalid_request_error" } });
});

test("models are listed, and any id can be asked for", async () => {
  const { client } = await start();
  const page = await client.models.list();
  expect(page.data.map(({ id, display_name }) => ({ id, display_name }))).toEqual([
    { id: "claude-sonnet-5-5", display_name: "Scripted model (scenario small)" },
  ]);
  expect((await client.models.retrieve("claude-opus-5-5")).id).toBe("claude-opus-5-5");
});

test("tokens can be counted without playing a turn", async () => {
  const { client, model } = await start();
  const { input_tokens } = await client.messages.countTokens({ model: "m", messages: AFTER_ONE_TURN });
  expect(input_tokens).toBe((await client.messages.create(params(AFTER_ONE_TURN))).usage.input_tokens);
  expect(model.requests()[0]).not.toHaveProperty("entry");
});

test("the front page tells what this is, without a key", async () => {
  const { model } = await start();
  expect(await (await fetch(model.url)).text()).toMatch(/no language model is behind it.*scenario "small"/);
  expect((await fetch(`${model.url}//?`)).status).toBe(404);
});

test("requests are recorded with what they asked for, and without the key", async () => {
  const { client, model } = await start();
  await client.messages.create(params(AFTER_ONE_TURN));
  await client.messages.create(params([{ role: "user", content: "hello" }])).catch(() => undefined);
  const [good, refused] = model.requests();
  expect(good).toMatchObject({
    method: "POST",
    path: "/v1/messages",
    status: 200,
    model: "claude-sonnet-5-5",
    header: { agent: "code", mode: "feedback", feature: "accounts", round: 1 },
    turn: 1,
    entry: "code/feedback/accounts/1",
    body: { messages: AFTER_ONE_TURN },
  });
  expect(refused).toMatchObject({ status: 400, refusal: expect.stringContaining("hello") });
  expect(JSON.stringify(model.requests())).not.toContain('"any"');
});

test("the delay is waited for on the given clock before the answer", async () => {
  const waited: number[] = [];
  const clock = {
    now: () => new Date(0),
    after(milliseconds: number, run: () => void) {
      waited.push(milliseconds);
      setImmediate(run);
      return () => undefined;
    },
  };
  const scenario: Scenario = { name: "slow", entries: [{ turns: [{ text: "at last", delay: 3_600_000 }] }] };
  const model = await startScriptedModel({ scenario, clock, delay: 1000 });
  running.push(model);
  const { content } = await clientOf(model).messages.create(params([{ role: "user", content: "no header" }]));
  expect(content).toMatchObject([{ text: "[scripted model] at last" }]);
  expect(waited).toEqual([3_601_000]);
});

test("a scenario is played from its directory", async () => {
  const model = await startScriptedModel({ scenario: "src/local/scripted-model/scenarios/blog" });
  running.push(model);
  const opening = '{"agent":"code","mode":"implement","feature":"accounts","round":0}\nBuild it.';
  const turns = [1, 2, 3].flatMap((): MessageParam[] => [
    { role: "assistant", content: "so" },
    { role: "user", content: "go on" },
  ]);
  const messages: MessageParam[] = [{ role: "user", content: opening }, ...turns];
  const { content } = await clientOf(model).messages.stream(params(messages)).finalMessage();
  expect(content[1]).toMatchObject({
    name: "write_file",
    input: { path: "src/web/page.js", content: expect.stringContaining("export function showPage(") },
  });
});

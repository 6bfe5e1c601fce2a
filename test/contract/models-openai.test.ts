/** What only the OpenAI adapter does: statelessness, reasoning, servers that speak its API. The suite is models.test.ts. */
import { expect, test } from "vitest";
import { connectModel } from "../../src/models/connect.ts";
import type { ModelMessage, Part } from "../../src/models/port.ts";
import { requestOf, serve, streaming } from "./model-server.ts";
import { OPENAI } from "./model-wires.ts";

async function connected(model = OPENAI.model, body = OPENAI.full) {
  const server = await serve([streaming(body)]);
  const baseUrl = `${server.url}/v1`;
  const port = await connectModel({ model: `openai:${model}`, apiKey: "test-key", baseUrl });
  return { model: port, received: server.received };
}

const [OPENING] = requestOf().messages;
const conversation = (parts: readonly Part[], answers: readonly Part[]): ModelMessage[] => [
  ...(OPENING ? [OPENING] : []),
  { role: "assistant", parts },
  { role: "user", parts: answers },
];

test("the request keeps nothing at the provider and asks for encrypted reasoning", async () => {
  const { model, received } = await connected();
  await model.generate(requestOf());
  expect(received[0]?.headers.authorization).toBe("Bearer test-key");
  expect(received[0]?.body).toEqual({
    model: "gpt-6-sol",
    stream: true,
    store: false,
    instructions: "You test.",
    input: [{ role: "user", content: "hello" }],
    tools: [
      {
        type: "function",
        name: "bash",
        description: "Run.",
        parameters: { type: "object", properties: {} },
        strict: false,
      },
      {
        type: "function",
        name: "read_file",
        description: "Read.",
        parameters: { type: "object", properties: { path: { type: "string" } } },
        strict: false,
      },
    ],
    max_output_tokens: 1_000,
    prompt_cache_key: expect.stringMatching(/^[0-9a-f]{32}$/),
    include: ["reasoning.encrypted_content"],
    reasoning: { effort: "medium" },
  });
});

test("the cache key holds through a conversation and differs between two", async () => {
  const { model, received } = await connected();
  await model.generate(requestOf());
  await model.generate(requestOf({ messages: conversation([{ kind: "text", text: "so" }], []) }));
  await model.generate(requestOf({ messages: [{ role: "user", parts: [{ kind: "text", text: "other" }] }] }));
  const [first, later, other] = received.map(({ body }) => body.prompt_cache_key);
  expect(later).toBe(first);
  expect(other).not.toBe(first);
});

test("a model that nobody has written down gets a plain request, unless its family is known to reason", async () => {
  const plain = await connected("llama3:8b");
  await plain.model.generate(requestOf());
  expect(plain.received[0]?.body).not.toHaveProperty("reasoning");
  expect(plain.received[0]?.body).not.toHaveProperty("include");
  const family = await connected("gpt-7-nova");
  await family.model.generate(requestOf({ effort: "max" }));
  expect(family.received[0]?.body).toMatchObject({
    include: ["reasoning.encrypted_content"],
    reasoning: { effort: "high" },
  });
});

test("reasoning and phases go back verbatim to the model that made them, results to their calls", async () => {
  const { model, received } = await connected();
  const { parts } = await model.generate(requestOf());
  const foreign: Part = {
    kind: "opaque",
    provider: "anthropic",
    model: "gpt-6-sol",
    data: { type: "reasoning" },
  };
  const older: Part = {
    kind: "opaque",
    provider: "openai",
    model: "gpt-6-luna",
    data: { type: "reasoning" },
  };
  const answers: Part[] = [
    { kind: "result", id: "call_1", content: "text of a", isError: false },
    { kind: "result", id: "call_2", content: "no such file", isError: true },
    { kind: "text", text: "go on" },
  ];
  await model.generate(requestOf({ messages: conversation([foreign, older, ...parts], answers) }));
  expect(received[1]?.body.input).toEqual([
    { role: "user", content: "hello" },
    { type: "reasoning", id: "rs_1", summary: [], encrypted_content: "gAAAA==", status: "completed" },
    { role: "assistant", content: expect.stringContaining("Grüße"), phase: "commentary" },
    { type: "function_call", call_id: "call_1", name: "read_file", arguments: '{"path":"süd/a.ts"}' },
    { type: "function_call", call_id: "call_2", name: "read_file", arguments: "{}" },
    { type: "function_call_output", call_id: "call_1", output: "text of a" },
    { type: "function_call_output", call_id: "call_2", output: "Failed: no such file" },
    { role: "user", content: "go on" },
  ]);
});

test("arguments that are no JSON stay text, and go back as they came", async () => {
  const { model, received } = await connected(OPENAI.model, OPENAI.full.replaceAll('{\\"path\\":', "{path:"));
  const { parts } = await model.generate(requestOf());
  expect(parts.find((part) => part.kind === "call")).toMatchObject({ input: '{path:"süd/a.ts"}' });
  await model.generate(requestOf({ messages: conversation(parts, []) }));
  expect(received[1]?.body.input).toContainEqual(
    expect.objectContaining({ call_id: "call_1", arguments: '{path:"süd/a.ts"}' }),
  );
});

test("an end without the output is completed from the items before it", async () => {
  const body = OPENAI.full.replace(/("status":"completed","output":)\[.*\](,"usage")/, "$1[]$2");
  expect(body).not.toBe(OPENAI.full);
  const { model } = await connected(OPENAI.model, body);
  expect((await model.generate(requestOf())).parts).toEqual(OPENAI.parts);
});

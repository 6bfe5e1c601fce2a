/** What only the Gemini adapter does: signatures, thinking levels, waits told in the body. The suite is models.test.ts. */
import { expect, test } from "vitest";
import { connectModel } from "../../src/models/connect.ts";
import type { ModelMessage, Part } from "../../src/models/port.ts";
import { failureOf, json, type Reply, requestOf, serve, streaming } from "./model-server.ts";
import { GEMINI } from "./model-wires.ts";

async function connected(model = GEMINI.model, reply: Reply = streaming(GEMINI.full)) {
  const server = await serve([reply]);
  const port = await connectModel({ model: `gemini:${model}`, apiKey: "test-key", baseUrl: server.url });
  return { model: port, received: server.received };
}

const [OPENING] = requestOf().messages;
const conversation = (parts: readonly Part[], answers: readonly Part[]): ModelMessage[] => [
  ...(OPENING ? [OPENING] : []),
  { role: "assistant", parts },
  { role: "user", parts: answers },
];
const modelSaid = (body: Record<string, unknown> | undefined): unknown =>
  Array.isArray(body?.contents) ? body.contents[1] : undefined;

test("the request carries system, tools and thinking, and the key in a header only", async () => {
  const { model, received } = await connected();
  await model.generate(requestOf({ effort: "max" }));
  expect(received[0]?.headers["x-goog-api-key"]).toBe("test-key");
  expect(received[0]?.url).not.toContain("test-key");
  expect(received[0]?.body).toEqual({
    contents: [{ role: "user", parts: [{ text: "hello" }] }],
    systemInstruction: { role: "user", parts: [{ text: "You test." }] },
    tools: [
      {
        functionDeclarations: [
          { name: "bash", description: "Run.", parametersJsonSchema: { type: "object", properties: {} } },
          {
            name: "read_file",
            description: "Read.",
            parametersJsonSchema: { type: "object", properties: { path: { type: "string" } } },
          },
        ],
      },
    ],
    generationConfig: {
      maxOutputTokens: 1_000,
      thinkingConfig: { includeThoughts: true, thinkingLevel: "HIGH" },
    },
  });
});

test("an unknown model gets a plain request", async () => {
  const { model, received } = await connected("gemini-next");
  await model.generate(requestOf());
  expect(received[0]?.body.generationConfig).toEqual({ maxOutputTokens: 1_000 });
});

test("signatures go back verbatim on what they sign, and results carry the names of their calls", async () => {
  const { model, received } = await connected();
  const { parts } = await model.generate(requestOf());
  const answers: Part[] = [
    { kind: "result", id: "call_1", content: "text of a", isError: false },
    { kind: "result", id: "call_2", content: "no such file", isError: true },
    { kind: "text", text: "go on" },
  ];
  await model.generate(requestOf({ messages: conversation(parts, answers) }));
  expect(received[1]?.body.contents).toEqual([
    { role: "user", parts: [{ text: "hello" }] },
    {
      role: "model",
      parts: [
        { text: expect.stringContaining("Grüße") },
        {
          functionCall: { id: "call_1", name: "read_file", args: { path: "süd/a.ts" } },
          thoughtSignature: "sig==",
        },
        { functionCall: { id: "call_2", name: "read_file", args: {} } },
      ],
    },
    {
      role: "user",
      parts: [
        { functionResponse: { id: "call_1", name: "read_file", response: { output: "text of a" } } },
        { functionResponse: { id: "call_2", name: "read_file", response: { error: "no such file" } } },
        { text: "go on" },
      ],
    },
  ]);
});

test("a signature of an empty text stays apart, and text pieces before it are one", async () => {
  const said = [{ text: "It " }, { text: "works." }, { text: "", thoughtSignature: "end==" }];
  const events = said.map((part, at) => ({
    candidates: [
      { content: { role: "model", parts: [part] }, ...(at === 2 ? { finishReason: "STOP" } : {}) },
    ],
  }));
  const body = events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join("");
  const { model, received } = await connected(GEMINI.model, streaming(body));
  const { parts } = await model.generate(requestOf());
  expect(parts.map(({ kind }) => kind)).toEqual(["text", "opaque"]);
  await model.generate(requestOf({ messages: conversation(parts, []) }));
  expect(modelSaid(received[1]?.body)).toEqual({
    role: "model",
    parts: [{ text: "It works." }, { text: "", thoughtSignature: "end==" }],
  });
});

test("calls that this model did not make are marked so, once, where models ask for it", async () => {
  const foreign: Part[] = [
    { kind: "opaque", provider: "gemini", model: "gemini-3.8-flash", data: { thoughtSignature: "old==" } },
    { kind: "call", id: "a", name: "bash", input: { command: "ls" } },
    { kind: "call", id: "b", name: "bash", input: { command: "pwd" } },
  ];
  const { model, received } = await connected();
  await model.generate(requestOf({ messages: conversation(foreign, []) }));
  const old = await connected("gemini-2.5-pro");
  await old.model.generate(requestOf({ messages: conversation(foreign, []) }));
  const signatures = (body: Record<string, unknown> | undefined) =>
    JSON.stringify(modelSaid(body)).match(/"thoughtSignature":"[^"]+"/g);
  expect(signatures(received[0]?.body)).toEqual(['"thoughtSignature":"skip_thought_signature_validator"']);
  expect(signatures(old.received[0]?.body)).toBeNull();
});

test("calls without an id get one that is theirs alone", async () => {
  const call = { functionCall: { name: "bash", args: {} } };
  const answer = (responseId: string) =>
    streaming(
      `data: ${JSON.stringify({ responseId, candidates: [{ content: { parts: [call, call] }, finishReason: "STOP" }] })}\n\n`,
    );
  const ids = [];
  for (const name of ["r1", "r2"]) {
    const { model } = await connected(GEMINI.model, answer(name));
    const { parts } = await model.generate(requestOf());
    ids.push(...parts.flatMap((part) => (part.kind === "call" ? part.id : [])));
  }
  expect(new Set(ids).size).toBe(4);
});

test("the provider's wish to wait stands in the body", async () => {
  const details = [{ "@type": "type.googleapis.com/google.rpc.RetryInfo", retryDelay: "38.5s" }];
  const body = { error: { code: 429, status: "RESOURCE_EXHAUSTED", message: "slow down", details } };
  const { model } = await connected(GEMINI.model, json(429, body));
  expect(await failureOf(model)).toMatchObject({ kind: "rate_limit", retryAfterMs: 38_500 });
});

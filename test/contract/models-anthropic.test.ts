/** What only the Anthropic adapter does: caches, thinking, effort. The suite of all adapters is models.test.ts. */
import { expect, test } from "vitest";
import { connectModel } from "../../src/models/connect.ts";
import { type ModelServer, requestOf, serve, streaming } from "./model-server.ts";
import { ANTHROPIC } from "./model-wires.ts";

async function connected(model = ANTHROPIC.model) {
  const server: ModelServer = await serve([streaming(ANTHROPIC.full)]);
  const port = await connectModel({ model: `anthropic:${model}`, apiKey: "test-key", baseUrl: server.url });
  return { model: port, received: server.received };
}

test("the request carries the caches, thinking and effort, and nothing that varies in system and tools", async () => {
  const { model, received } = await connected();
  await model.generate(requestOf());
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
  const { model, received } = await connected("claude-next");
  await model.generate(requestOf());
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
  const { model, received } = await connected();
  const { parts } = await model.generate(requestOf());
  const results = parts.flatMap((part) =>
    part.kind === "call" ? [{ kind: "result" as const, id: part.id, content: "ok", isError: false }] : [],
  );
  const foreign = { kind: "opaque" as const, provider: "openai", model: "x", data: { type: "thinking" } };
  const long = Array.from({ length: 30 }, (_, index) => ({ kind: "text" as const, text: `part ${index}` }));
  await model.generate(
    requestOf({
      messages: [
        ...requestOf().messages,
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
  expect(sent).toContain('"text":"hello","cache_control":{"type":"ephemeral","ttl":"5m"}');
});

test("calls of another provider's model go back in a shape that Anthropic takes", async () => {
  const { model, received } = await connected();
  const call = { kind: "call" as const, id: "call.1/a", name: "bash", input: '{"cut' };
  const result = { kind: "result" as const, id: "call.1/a", content: "no", isError: true };
  const [opening] = requestOf().messages;
  if (!opening) throw new Error("no opening");
  await model.generate(
    requestOf({
      messages: [opening, { role: "assistant", parts: [call] }, { role: "user", parts: [result] }],
    }),
  );
  expect(received[0]?.body.messages).toMatchObject([
    {},
    { content: [{ type: "tool_use", id: "call_1_a", input: { arguments: '{"cut' } }] },
    { content: [{ type: "tool_result", tool_use_id: "call_1_a", is_error: true }] },
  ]);
});

test("the service itself is asked why its cache did not serve; another address is not", async () => {
  const server: ModelServer = await serve([streaming(ANTHROPIC.full)]);
  const sent: unknown[] = [];
  const model = await connectModel({
    model: `anthropic:${ANTHROPIC.model}`,
    apiKey: "test-key",
    fetch: (_, init) => {
      sent.push(JSON.parse(String(init?.body)).diagnostics);
      return fetch(`${server.url}/v1/messages`, init);
    },
  });
  await model.generate(requestOf());
  await model.generate(requestOf({ previousId: "msg_1" }));
  expect(sent).toEqual([{ previous_message_id: null }, { previous_message_id: "msg_1" }]);
  const { model: other, received } = await connected();
  await other.generate(requestOf({ previousId: "msg_1" }));
  expect(received[0]?.body).not.toHaveProperty("diagnostics");
});

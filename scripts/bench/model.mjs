/** A model server on loopback that plays turns in Anthropic's format and remembers when each request came and its answer went. */
import { createServer } from "node:http";

/** `turns[n]` answers the request with n assistant messages: `{name, input}`, one call of a tool. `peek` looks at each request when it comes. */
export async function serveModel() {
  const state = { turns: [], requests: [], peek: () => undefined };
  const server = createServer(async (request, response) => {
    const came = performance.now();
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString("utf8");
    const body = JSON.parse(text);
    const turn = state.turns[body.messages.filter(({ role }) => role === "assistant").length];
    state.peek(state.requests.length);
    response.writeHead(200, {
      "content-type": "text/event-stream",
      "request-id": `req_${state.requests.length}`,
    });
    response.end(eventsOf(state.requests.length, turn, body.model), () => {
      record.answered = performance.now();
    });
    const record = { came, answered: performance.now(), body };
    state.requests.push(record);
  });
  server.listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  return Object.assign(state, {
    url: `http://127.0.0.1:${server.address().port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  });
}

function eventsOf(index, { name, input }, model) {
  const usage = {
    input_tokens: 1_000,
    output_tokens: 20,
    cache_read_input_tokens: 0,
    cache_creation_input_tokens: 0,
  };
  const events = [
    {
      type: "message_start",
      message: {
        id: `msg_${index}`,
        type: "message",
        role: "assistant",
        model,
        content: [],
        stop_reason: null,
        stop_sequence: null,
        usage,
      },
    },
    {
      type: "content_block_start",
      index: 0,
      content_block: { type: "tool_use", id: `toolu_${index}`, name, input: {} },
    },
    {
      type: "content_block_delta",
      index: 0,
      delta: { type: "input_json_delta", partial_json: JSON.stringify(input) },
    },
    { type: "content_block_stop", index: 0 },
    {
      type: "message_delta",
      delta: { stop_reason: "tool_use", stop_sequence: null },
      usage: { output_tokens: 20 },
    },
    { type: "message_stop" },
  ];
  return events.map((event) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`).join("");
}

/** One loopback server for all wire formats: it answers each request with the next answer, the last one for ever. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { afterEach } from "vitest";
import { ModelError, type ModelPort, type ModelRequest } from "../../src/models/port.ts";

export interface Received {
  url: string;
  headers: IncomingMessage["headers"];
  body: Record<string, unknown>;
}

export type Reply = (response: ServerResponse) => Promise<void> | void;

export interface ModelServer {
  url: string;
  received: Received[];
}

let running: Server[] = [];

afterEach(() => {
  for (const server of running) {
    server.closeAllConnections();
    server.close();
  }
  running = [];
});

export async function serve(replies: readonly Reply[]): Promise<ModelServer> {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { url = "", headers } = request;
    received.push({ url, headers, body: JSON.parse(Buffer.concat(chunks).toString() || "{}") });
    await replies[Math.min(received.length, replies.length) - 1]?.(response);
  });
  running.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return { url: `http://127.0.0.1:${port}`, received };
}

/** Sends pieces one after the other, so that boundaries fall inside characters, lines and events. */
export function sending(
  pieces: readonly Uint8Array[],
  then: (response: ServerResponse) => void = (response) => void response.end(),
): Reply {
  return async (response) => {
    response.writeHead(200, { "content-type": "text/event-stream", "x-request-id": "req_1" });
    for (const piece of pieces) {
      response.write(piece);
      if (pieces.length > 1) await new Promise(setImmediate);
    }
    then(response);
  };
}

/** A body in pieces of a size. */
export function streaming(body: string, size = 1 << 20, then?: (response: ServerResponse) => void): Reply {
  const bytes = Buffer.from(body);
  const count = Math.ceil(bytes.length / size);
  const pieces = Array.from({ length: count }, (_, index) =>
    bytes.subarray(index * size, (index + 1) * size),
  );
  return sending(pieces, then);
}

export function json(status: number, body: object, headers: Record<string, string> = {}): Reply {
  return (response) => {
    response.writeHead(status, { "content-type": "application/json", "x-request-id": "req_bad", ...headers });
    response.end(JSON.stringify(body));
  };
}

export function requestOf(changes: Partial<ModelRequest> = {}): ModelRequest {
  const schema = { type: "object", properties: { path: { type: "string" } } };
  return {
    system: "You test.",
    tools: [
      { name: "bash", description: "Run.", schema: { type: "object", properties: {} } },
      { name: "read_file", description: "Read.", schema },
    ],
    messages: [{ role: "user", parts: [{ kind: "text", text: "hello" }] }],
    maxOutputTokens: 1_000,
    effort: "medium",
    signal: new AbortController().signal,
    ...changes,
  };
}

export async function failureOf(model: ModelPort, changes: Partial<ModelRequest> = {}): Promise<ModelError> {
  const error: unknown = await model.generate(requestOf(changes)).then(
    (turn) => turn,
    (thrown: unknown) => thrown,
  );
  if (error instanceof ModelError) return error;
  throw new Error(`expected a ModelError, got ${JSON.stringify(error)} ${String(error)}`);
}

/** One HTTP exchange, as the wire formats see it. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { Refusal } from "./errors.ts";
import type { Answer, Conversation, Header } from "./player.ts";

const MAX_BODY_BYTES = 32 * 1024 * 1024;

/** One request that reached the server. The key is not kept. */
export interface RequestRecord {
  at: Date;
  method: string;
  path: string;
  /** 0 until the answer is complete, and for good when the client left before. */
  status: number;
  /** The parsed body of a POST. */
  body?: unknown;
  /** Requested model, header, and which turn (from 0) of which entry; absent when it did not get so far. */
  model?: string;
  header?: Header;
  turn?: number;
  entry?: string;
  /** Why it was refused. */
  refusal?: string;
}

export interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  record: RequestRecord;
  requestId: string;
  /** Plays the scenario, notes the answer in the record, and waits as long as the scenario wants. */
  play(conversation: Conversation): Promise<Answer>;
}

/** A provider's API. `handle` gives false for paths of other formats, and renders its own errors. */
export interface WireFormat {
  handle(exchange: Exchange): Promise<boolean>;
}

/** The body as JSON. Throws a `Refusal` when it is too large or not JSON. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > MAX_BODY_BYTES) throw new Refusal("too_large", "Request exceeds the maximum size of 32 MB");
    chunks.push(bytes);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString("utf8"));
  } catch (cause) {
    throw new Refusal("invalid", "The request body is not valid JSON", { cause });
  }
}

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

/** A whole stream of server-sent events. */
export function sendEvents<Event>(
  response: ServerResponse,
  events: Iterable<Event>,
  render: (event: Event) => string,
): void {
  response.writeHead(200, {
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-cache",
  });
  for (const event of events) response.write(render(event));
  response.end();
}

export function sendText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8" }).end(text);
}

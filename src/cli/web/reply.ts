/** Answers to a browser or a script, and the bodies of their requests. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { NightshiftError } from "../../domain/errors.ts";
import { PAGE_HEADERS } from "./guard.ts";

export interface Reply {
  status: number;
  type: "text/html" | "text/plain" | "text/css" | "text/javascript" | "application/json";
  body: string;
  headers?: Readonly<Record<string, string>>;
}

export function send(request: IncomingMessage, response: ServerResponse, reply: Reply): void {
  const bytes = Buffer.from(reply.body);
  response
    .writeHead(reply.status, {
      ...PAGE_HEADERS,
      "content-type": `${reply.type}; charset=utf-8`,
      "content-length": bytes.length,
      ...reply.headers,
    })
    .end(request.method === "HEAD" ? undefined : bytes);
}

export function redirect(path: string, headers: Readonly<Record<string, string>> = {}): Reply {
  return { status: 303, type: "text/plain", body: "", headers: { ...headers, location: path } };
}

export function json(status: number, value: unknown): Reply {
  return { status, type: "application/json", body: `${JSON.stringify(value)}\n` };
}

/** Largest body: an issue's text, as a form writes it, several times over. */
const BODY_BYTES = 1024 * 1024;

/** Throws INPUT_INVALID for another content type or a body that is too large. */
export async function readText(request: IncomingMessage, type: string): Promise<string> {
  const [given = ""] = (request.headers["content-type"] ?? "").split(";");
  if (given.trim().toLowerCase() !== type)
    throw new NightshiftError("INPUT_INVALID", `The content-type must be ${type}.`);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > BODY_BYTES) throw new NightshiftError("INPUT_INVALID", "The body is larger than 1 MB.");
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString("utf8");
}

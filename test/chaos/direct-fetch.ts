/** `fetch` into a server of this process: the same handler and the same bytes, without a connection. */
import type { Server } from "node:http";

/** An answer whose text is at hand, without a stream to read it from. */
export class Told extends Response {
  readonly #text: string;

  constructor(text: string, init: ResponseInit) {
    super(null, init);
    this.#text = text;
  }

  override async text(): Promise<string> {
    return this.#text;
  }

  override async json(): Promise<unknown> {
    return JSON.parse(this.#text);
  }
}

export function fetchFrom(server: Server): typeof globalThis.fetch {
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const given = typeof init?.body === "string" ? Buffer.from(init.body) : undefined;
    const request = {
      method: init?.method ?? "GET",
      url: `${url.pathname}${url.search}`,
      headers: { ...headersOf(init?.headers), host: url.host },
      async *[Symbol.asyncIterator]() {
        if (given !== undefined) yield given;
      },
    };
    return new Promise((resolve, reject) => {
      let head: { status: number; headers: Record<string, string> } = { status: 200, headers: {} };
      const response = {
        headersSent: false,
        writeHead(status: number, headers: Record<string, string | number> = {}) {
          response.headersSent = true;
          const texts = Object.entries(headers).map(([name, value]) => [name, String(value)]);
          head = { status, headers: Object.fromEntries(texts) };
          return response;
        },
        end(content: string | Buffer<ArrayBuffer> = "") {
          const isText = /json|text/.test(head.headers["content-type"] ?? "") || content.length === 0;
          resolve(isText ? new Told(content.toString(), head) : new Response(content, head));
        },
        destroy: () => reject(new TypeError("fetch failed")),
      };
      server.emit("request", request, response);
    });
  };
}

/** Names in lower case, as a server sees them. */
function headersOf(given: RequestInit["headers"] = {}): Record<string, string> {
  const entries =
    given instanceof Headers || Array.isArray(given) ? [...new Headers(given)] : Object.entries(given);
  return Object.fromEntries(entries.map(([name, value]) => [name.toLowerCase(), String(value)]));
}

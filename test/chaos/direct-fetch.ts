/** `fetch` into a server of this process: the same handler and the same bytes, without a connection. */
import type { Server } from "node:http";
import { Readable } from "node:stream";

export function fetchFrom(server: Server): typeof globalThis.fetch {
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const given = typeof init?.body === "string" ? [Buffer.from(init.body)] : [];
    const request = Object.assign(Readable.from(given), {
      method: init?.method ?? "GET",
      url: `${url.pathname}${url.search}`,
      headers: { ...Object.fromEntries(new Headers(init?.headers)), host: url.host },
    });
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
        end(content?: string | Buffer<ArrayBuffer>) {
          const hasBody = content !== undefined && content.length > 0;
          resolve(new Response(hasBody ? content : null, head));
        },
        destroy: () => reject(new TypeError("fetch failed")),
      };
      server.emit("request", request, response);
    });
  };
}

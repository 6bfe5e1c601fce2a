/** A wire format made of its routes: checks the key, and renders refusals as that API does. */
import type { IncomingMessage } from "node:http";
import { Refusal } from "./errors.ts";
import { type Exchange, sendJson, type WireFormat } from "./exchange.ts";

export interface Api {
  /** Who answers this request; undefined for paths of other formats. */
  route(exchange: Exchange): (() => void | Promise<void>) | undefined;
  /** The key as a client of this API sends it; empty for none. */
  keyOf(request: IncomingMessage): string;
  /** What the real service says without a key, and for a wrong one. */
  says: { noKey: string; badKey: string };
  renderRefusal(refusal: Refusal, requestId: string): { status: number; body: object };
}

export function wireFormat(api: Api): WireFormat {
  return {
    async handle(exchange) {
      const answer = api.route(exchange);
      if (!answer) return false;
      try {
        checkKey(api, exchange.request);
        await answer();
      } catch (thrown) {
        if (!(thrown instanceof Refusal)) throw thrown;
        const { status, body } = api.renderRefusal(thrown, exchange.requestId);
        exchange.record.refusal = thrown.message;
        sendJson(exchange.response, status, body);
      }
      return true;
    },
  };
}

/** Every key is good, except none and those that begin with `bad`: a client's path for a refused key can be tried. */
function checkKey({ keyOf, says }: Api, request: IncomingMessage): void {
  const key = keyOf(request);
  if (key === "") throw new Refusal("unauthenticated", says.noKey);
  if (key.startsWith("bad")) throw new Refusal("unauthenticated", says.badKey);
}

export function bearerOf({ headers }: IncomingMessage): string {
  return /^Bearer (.+)$/i.exec(headers.authorization ?? "")?.[1] ?? "";
}

export function headerOf({ headers }: IncomingMessage, name: string): string {
  return String(headers[name] ?? "");
}

/** The Anthropic Messages API as a wire format of the scripted model. */

import type { IncomingMessage } from "node:http";
import { Refusal } from "../errors.ts";
import { type Exchange, readJson, sendJson, type WireFormat } from "../exchange.ts";
import type { Scenario } from "../scenario.ts";
import { eventsOf, messageOf, renderEvent } from "./answer.ts";
import { renderRefusal } from "./errors.ts";
import { modelOf, modelsOf } from "./models.ts";
import { conversationOf, parseMessagesRequest } from "./request.ts";
import { inputTokens } from "./usage.ts";

type Route = (exchange: Exchange, scenario: Scenario) => void | Promise<void>;

const ROUTES: { [target: string]: Route } = {
  "POST /v1/messages": answer,
  "POST /v1/messages/count_tokens": countTokens,
  "GET /v1/models": ({ response }, scenario) => sendJson(response, 200, modelsOf(scenario)),
};

/** `/v1/messages`, `/v1/messages/count_tokens`, `/v1/models` and `/v1/models/<id>`. */
export function anthropicFormat(scenario: Scenario): WireFormat {
  return {
    async handle(exchange) {
      const route = routeFor(exchange);
      if (!route) return false;
      try {
        checkKey(exchange.request);
        await route(exchange, scenario);
      } catch (thrown) {
        if (!(thrown instanceof Refusal)) throw thrown;
        const { status, body } = renderRefusal(thrown, exchange.requestId);
        exchange.record.refusal = thrown.message;
        sendJson(exchange.response, status, body);
      }
      return true;
    },
  };
}

function routeFor({ record }: Exchange): Route | undefined {
  const target = `${record.method} ${record.path}`;
  const model = /^GET \/v1\/models\/([\w.:@-]+)$/.exec(target)?.[1];
  if (model) return ({ response }, scenario) => sendJson(response, 200, modelOf(model, scenario));
  return Object.hasOwn(ROUTES, target) ? ROUTES[target] : undefined;
}

/** Every key is good, except none and those that begin with `bad`: a client's path for a refused key can be tried. */
function checkKey({ headers }: IncomingMessage): void {
  const bearer = /^Bearer (.+)$/i.exec(headers.authorization ?? "")?.[1];
  const key = String(headers["x-api-key"] ?? "") || bearer;
  if (!key) throw new Refusal("unauthenticated", "x-api-key or Authorization header is required");
  if (key.startsWith("bad")) throw new Refusal("unauthenticated", "invalid x-api-key");
}

async function answer(exchange: Exchange): Promise<void> {
  const { request, response, record } = exchange;
  record.body = await readJson(request);
  const asked = parseMessagesRequest(record.body, { maxTokens: true });
  record.model = asked.model;
  const found = await exchange.play(conversationOf(asked));
  if (!asked.stream) return sendJson(response, 200, messageOf(asked, found));
  response.writeHead(200, {
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-cache",
  });
  for (const event of eventsOf(asked, found)) response.write(renderEvent(event));
  response.end();
}

async function countTokens({ request, response, record }: Exchange): Promise<void> {
  record.body = await readJson(request);
  const asked = parseMessagesRequest(record.body, { maxTokens: false });
  sendJson(response, 200, { input_tokens: inputTokens(asked) });
}

/** The Anthropic Messages API as a wire format of the scripted model. */
import { type Exchange, readJson, sendEvents, sendJson, type WireFormat } from "../exchange.ts";
import type { Scenario } from "../scenario.ts";
import { bearerOf, headerOf, wireFormat } from "../wire-format.ts";
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
  return wireFormat({
    route(exchange) {
      const route = routeFor(exchange);
      return route && (() => route(exchange, scenario));
    },
    keyOf: (request) => headerOf(request, "x-api-key") || bearerOf(request),
    says: { noKey: "x-api-key or Authorization header is required", badKey: "invalid x-api-key" },
    renderRefusal,
  });
}

function routeFor({ record }: Exchange): Route | undefined {
  const target = `${record.method} ${record.path}`;
  const model = /^GET \/v1\/models\/([\w.:@-]+)$/.exec(target)?.[1];
  if (model) return ({ response }, scenario) => sendJson(response, 200, modelOf(model, scenario));
  return Object.hasOwn(ROUTES, target) ? ROUTES[target] : undefined;
}

async function answer(exchange: Exchange): Promise<void> {
  const { request, response, record } = exchange;
  record.body = await readJson(request);
  const asked = parseMessagesRequest(record.body, { maxTokens: true });
  record.model = asked.model;
  const found = await exchange.play(conversationOf(asked));
  if (!asked.stream) return sendJson(response, 200, messageOf(asked, found));
  sendEvents(response, eventsOf(asked, found), renderEvent);
}

async function countTokens({ request, response, record }: Exchange): Promise<void> {
  record.body = await readJson(request);
  const asked = parseMessagesRequest(record.body, { maxTokens: false });
  sendJson(response, 200, { input_tokens: inputTokens(asked) });
}

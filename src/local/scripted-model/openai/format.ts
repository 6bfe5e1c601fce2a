/** The OpenAI Responses API as a wire format of the scripted model. */
import { type Exchange, readJson, sendEvents, sendJson, type WireFormat } from "../exchange.ts";
import type { Scenario } from "../scenario.ts";
import { bearerOf, wireFormat } from "../wire-format.ts";
import { eventsOf, renderEvent, responseOf } from "./answer.ts";
import { renderRefusal } from "./errors.ts";
import { conversationOf, parseResponsesRequest } from "./request.ts";

/** `/v1/responses` and `/v1/models`. */
export function openaiFormat(scenario: Scenario): WireFormat {
  return wireFormat({
    route(exchange) {
      const { method, path } = exchange.record;
      if (method === "POST" && path === "/v1/responses") return () => answer(exchange);
      const isList = method === "GET" && path === "/v1/models" && isOpenAI(exchange);
      return isList ? () => sendJson(exchange.response, 200, modelsOf(scenario)) : undefined;
    },
    keyOf: bearerOf,
    says: {
      noKey: "You didn't provide an API key. You need to provide your API key in an Authorization header.",
      badKey: "Incorrect API key provided.",
    },
    renderRefusal,
  });
}

/** Anthropic lists its models at the same path; its clients always name a version of the API. */
function isOpenAI({ request }: Exchange): boolean {
  return request.headers["anthropic-version"] === undefined && bearerOf(request) !== "";
}

function modelsOf({ models = ["scripted"] }: Scenario) {
  return {
    object: "list",
    data: models.map((id) => ({ id, object: "model", created: 0, owned_by: "scripted-model" })),
  };
}

async function answer(exchange: Exchange): Promise<void> {
  const { request, response, record } = exchange;
  record.body = await readJson(request);
  const asked = parseResponsesRequest(record.body);
  record.model = asked.model;
  const found = await exchange.play(conversationOf(asked));
  if (!asked.stream) return sendJson(response, 200, responseOf(asked, found));
  sendEvents(response, eventsOf(asked, found), renderEvent);
}

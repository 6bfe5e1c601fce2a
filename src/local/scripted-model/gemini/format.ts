/** The Gemini API (generateContent) as a wire format of the scripted model. */
import { type Exchange, readJson, sendEvents, sendJson, type WireFormat } from "../exchange.ts";
import type { Scenario } from "../scenario.ts";
import { headerOf, wireFormat } from "../wire-format.ts";
import { piecesOf, renderPiece, wholeOf } from "./answer.ts";
import { renderRefusal } from "./errors.ts";
import { conversationOf, parseGenerateRequest } from "./request.ts";

const ANSWER = /^POST \/v1beta\/models\/([\w.:@-]+?):(generateContent|streamGenerateContent)$/;

/** `/v1beta/models/<id>:streamGenerateContent`, `…:generateContent` and `/v1beta/models`. */
export function geminiFormat(scenario: Scenario): WireFormat {
  return wireFormat({
    route(exchange) {
      const target = `${exchange.record.method} ${exchange.record.path}`;
      if (target === "GET /v1beta/models") return () => sendJson(exchange.response, 200, modelsOf(scenario));
      const [, model, method] = ANSWER.exec(target) ?? [];
      return model ? () => answer(exchange, model, method === "streamGenerateContent") : undefined;
    },
    keyOf: (request) => headerOf(request, "x-goog-api-key"),
    says: {
      noKey: "Method doesn't allow unregistered callers. Please use API Key.",
      badKey: "API key not valid. Please pass a valid API key.",
    },
    renderRefusal,
  });
}

function modelsOf({ name, models = ["scripted"] }: Scenario) {
  return {
    models: models.map((id) => ({
      name: `models/${id}`,
      displayName: `Scripted model (scenario ${name})`,
      inputTokenLimit: 1_000_000,
      outputTokenLimit: 65_000,
      supportedGenerationMethods: ["generateContent"],
    })),
  };
}

async function answer(exchange: Exchange, model: string, streamed: boolean): Promise<void> {
  const { request, response, record } = exchange;
  record.body = await readJson(request);
  record.model = model;
  const asked = parseGenerateRequest(record.body);
  const found = await exchange.play(conversationOf(asked));
  if (!streamed) return sendJson(response, 200, wholeOf(model, asked, found));
  sendEvents(response, piecesOf(model, asked, found), renderPiece);
}

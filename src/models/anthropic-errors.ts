/** Anthropic's failures as ours. The type in the body decides before the status: errors inside a stream have no status. */
import Anthropic from "@anthropic-ai/sdk";
import { messageOf } from "../domain/errors.ts";
import { ModelError, type ModelErrorKind, type Usage } from "./port.ts";

const KIND_OF_TYPE: Readonly<Record<string, ModelErrorKind>> = {
  overloaded_error: "overloaded",
  rate_limit_error: "rate_limit",
  api_error: "server",
  timeout_error: "timeout",
  authentication_error: "auth",
  permission_error: "auth",
  billing_error: "billing",
  not_found_error: "not_found",
  request_too_large: "too_large",
  invalid_request_error: "invalid",
};

const KIND_OF_STATUS: Readonly<Record<number, ModelErrorKind>> = {
  400: "invalid",
  401: "auth",
  402: "billing",
  403: "auth",
  404: "not_found",
  408: "timeout",
  409: "server",
  413: "too_large",
  422: "invalid",
  429: "rate_limit",
  529: "overloaded",
};

/** Anything that a call threw, as a `ModelError`. `now` is used for a `retry-after` that is a date. */
export function toModelError(thrown: unknown, now: Date, usage: Usage | undefined): ModelError {
  if (thrown instanceof ModelError) return thrown;
  if (thrown instanceof Anthropic.APIUserAbortError)
    return new ModelError("aborted", "The model call was aborted.", { usage });
  if (thrown instanceof Anthropic.APIConnectionTimeoutError) {
    return new ModelError("timeout", "The model's provider did not answer in time.", {
      usage,
      cause: thrown,
    });
  }
  if (!(thrown instanceof Anthropic.APIError) || thrown instanceof Anthropic.APIConnectionError) {
    return new ModelError("network", `The connection to the model's provider failed: ${causeOf(thrown)}.`, {
      usage,
      cause: thrown,
    });
  }
  const status = typeof thrown.status === "number" ? thrown.status : undefined;
  const text = thrown.apiMessage ?? thrown.message;
  return new ModelError(
    kindOf(thrown.type, status, text),
    `The model's provider answered ${status ?? thrown.type ?? "an error"}: ${text}`,
    {
      status,
      usage,
      requestId: thrown.requestID ?? undefined,
      retryAfterMs: thrown.headers instanceof Headers ? retryAfter(thrown.headers, now) : undefined,
      cause: thrown,
    },
  );
}

function kindOf(type: string | null, status: number | undefined, text: string): ModelErrorKind {
  const kind = (type && KIND_OF_TYPE[type]) || (status && KIND_OF_STATUS[status]) || "server";
  if (kind !== "invalid") return kind;
  if (/prompt is too long|context (?:window|limit)|exceeds? the (?:maximum|context)/i.test(text))
    return "context_overflow";
  if (/thinking.*(?:prefix|signature|cannot be modified)|prefix.?mismatch/i.test(text))
    return "prefix_mismatch";
  return kind;
}

function retryAfter(headers: Headers, now: Date): number | undefined {
  const ms = Number(headers.get("retry-after-ms") ?? Number.NaN);
  if (Number.isFinite(ms) && ms >= 0) return ms;
  const text = headers.get("retry-after");
  if (text === null) return undefined;
  const seconds = Number(text);
  if (text.trim() !== "" && Number.isFinite(seconds)) return Math.max(0, seconds * 1_000);
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now.getTime());
}

function causeOf(thrown: unknown): string {
  const inner = thrown instanceof Error && thrown.cause !== undefined ? thrown.cause : thrown;
  return messageOf(inner).replace(/\.$/, "");
}

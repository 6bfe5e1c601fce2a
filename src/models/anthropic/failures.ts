/** Anthropic's failures as ours. The type in the body decides before the status: errors inside a stream have no status. */
import Anthropic from "@anthropic-ai/sdk";
import { type Clues, type Failure, kindOf } from "../failure.ts";
import type { ModelErrorKind } from "../port.ts";

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

const CLUES: Clues = [
  [/prompt is too long|context (?:window|limit)|exceeds? the (?:maximum|context)/i, "context_overflow"],
  [/thinking.*(?:prefix|signature|cannot be modified)|prefix.?mismatch/i, "prefix_mismatch"],
  [/credit balance is too low/i, "billing"],
];

export function explain(thrown: unknown): Failure | undefined {
  if (thrown instanceof Anthropic.APIConnectionTimeoutError)
    return { kind: "timeout", text: "no answer in time" };
  if (!(thrown instanceof Anthropic.APIError) || thrown instanceof Anthropic.APIConnectionError)
    return undefined;
  const status = typeof thrown.status === "number" ? thrown.status : undefined;
  const text = thrown.apiMessage ?? thrown.message;
  return { kind: kindOf([thrown.type], KIND_OF_TYPE, status, text, CLUES), status, text };
}

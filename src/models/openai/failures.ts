/** OpenAI's failures as ours: the code decides first, then the type, then the status. */
import OpenAI from "openai";
import { type Clues, type Failure, kindOf } from "../failure.ts";
import type { ModelErrorKind, StopReason } from "../port.ts";

const KIND_OF_TYPE: Readonly<Record<string, ModelErrorKind>> = {
  insufficient_quota: "billing",
  billing_hard_limit_reached: "billing",
  billing_not_active: "billing",
  rate_limit_exceeded: "rate_limit",
  server_is_overloaded: "overloaded",
  slow_down: "overloaded",
  server_error: "server",
  invalid_api_key: "auth",
  authentication_error: "auth",
  permission_error: "auth",
  unsupported_country_region_territory: "auth",
  model_not_found: "not_found",
  context_length_exceeded: "context_overflow",
  invalid_encrypted_content: "prefix_mismatch",
  invalid_prompt: "invalid",
  invalid_request_error: "invalid",
};

const CLUES: Clues = [
  [/context window|context length|maximum context/i, "context_overflow"],
  [/encrypted content|without its required|reasoning item/i, "prefix_mismatch"],
  [/request (?:body )?(?:is )?too large|string too long/i, "too_large"],
];

/** A request that no waiting makes small enough comes with the status of a rate limit. */
const TOO_LARGE_FOR_LIMIT = /request too large/i;

export function explain(thrown: unknown): Failure | undefined {
  if (thrown instanceof OpenAI.APIConnectionTimeoutError)
    return { kind: "timeout", text: "no answer in time" };
  if (!(thrown instanceof OpenAI.APIError) || thrown instanceof OpenAI.APIConnectionError) return undefined;
  const status = typeof thrown.status === "number" ? thrown.status : undefined;
  const text = textOf(thrown);
  const types = statusDecides(status) ? [thrown.code] : [thrown.code, thrown.type];
  const kind = kindOf(types, KIND_OF_TYPE, status, text, CLUES);
  return { kind: kind === "rate_limit" && TOO_LARGE_FOR_LIMIT.test(text) ? "too_large" : kind, status, text };
}

/** `invalid_request_error` is the type of nearly everything below 500: of wrong keys and missing models too. */
function statusDecides(status: number | undefined): boolean {
  return status !== undefined && status !== 400 && status !== 429;
}

function textOf({ error, message }: InstanceType<typeof OpenAI.APIError>): string {
  const said: unknown =
    typeof error === "object" && error !== null && "message" in error ? error.message : "";
  return typeof said === "string" && said !== "" ? said : message;
}

/** An answer that the provider ended for its content is no failure of the connection: it is told as a stop. */
export function policyStop(code: string): StopReason | undefined {
  return /policy|invalid_prompt/.test(code) ? "content_filter" : undefined;
}

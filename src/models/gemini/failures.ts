/** Google's failures as ours. The SDK puts the whole body into the message; its reason and status decide. */
import { ApiError } from "@google/genai";
import { z } from "zod";
import { type Clues, type Failure, kindOf } from "../failure.ts";
import type { ModelErrorKind } from "../port.ts";

const Body = z.object({
  error: z.object({
    message: z.string().default(""),
    status: z.string().optional().catch(undefined),
    details: z
      .array(z.looseObject({ reason: z.string().optional(), retryDelay: z.string().optional() }).catch({}))
      .catch([])
      .default([]),
  }),
});

const KIND_OF_TYPE: Readonly<Record<string, ModelErrorKind>> = {
  API_KEY_INVALID: "auth",
  API_KEY_SERVICE_BLOCKED: "auth",
  SERVICE_DISABLED: "auth",
  BILLING_DISABLED: "billing",
  RESOURCE_EXHAUSTED: "rate_limit",
  UNAUTHENTICATED: "auth",
  PERMISSION_DENIED: "auth",
  NOT_FOUND: "not_found",
  UNAVAILABLE: "overloaded",
  DEADLINE_EXCEEDED: "timeout",
  INTERNAL: "server",
  INVALID_ARGUMENT: "invalid",
  FAILED_PRECONDITION: "invalid",
};

const CLUES: Clues = [
  [/token count.*exceeds|exceeds the maximum number of tokens/i, "context_overflow"],
  [/thought.?signature/i, "prefix_mismatch"],
  [/payload size exceeds/i, "too_large"],
  [/api key not valid/i, "auth"],
  [/billing/i, "billing"],
];

/** Money that is used up comes with the status of a rate limit. */
const NO_MONEY = /credits? (?:are|is|have been|has been) (?:depleted|exhausted)|spend(?:ing)? (?:cap|limit)/i;

export function explain(thrown: unknown): Failure | undefined {
  if (!(thrown instanceof ApiError)) return undefined;
  const { message: text, status: name, details } = bodyOf(thrown.message);
  const reasons = details.flatMap(({ reason }) => reason ?? []);
  const kind = kindOf([...reasons, name], KIND_OF_TYPE, thrown.status, text, CLUES);
  const delay = details.find(({ retryDelay }) => retryDelay)?.retryDelay;
  return {
    kind: kind === "rate_limit" && NO_MONEY.test(text) ? "billing" : kind,
    status: thrown.status,
    text,
    retryAfterMs: delay === undefined ? undefined : secondsOf(delay),
  };
}

function bodyOf(message: string): z.infer<typeof Body>["error"] {
  const nothing = { message, details: [] };
  try {
    const found = Body.safeParse(JSON.parse(message.slice(Math.max(0, message.indexOf("{")))));
    return found.success ? found.data.error : nothing;
  } catch {
    return nothing;
  }
}

/** A duration as protobuf writes it: `38s`, `1.5s`. */
function secondsOf(text: string): number | undefined {
  const seconds = Number(/^([\d.]+)s$/.exec(text)?.[1] ?? Number.NaN);
  return Number.isFinite(seconds) ? seconds * 1_000 : undefined;
}

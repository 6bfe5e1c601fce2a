/** Error bodies and statuses of the Gemini API. */
import type { Refusal, RefusalKind } from "../errors.ts";

const WIRE = {
  unauthenticated: { code: 400, status: "INVALID_ARGUMENT" },
  invalid: { code: 400, status: "INVALID_ARGUMENT" },
  not_found: { code: 404, status: "NOT_FOUND" },
  too_large: { code: 413, status: "INVALID_ARGUMENT" },
} as const satisfies Record<RefusalKind, { code: number; status: string }>;

const BAD_KEY = {
  "@type": "type.googleapis.com/google.rpc.ErrorInfo",
  reason: "API_KEY_INVALID",
  domain: "googleapis.com",
};

/** The status and body of a refused request. A wrong key has the status of a wrong request, and its own reason. */
export function renderRefusal({ kind, message }: Refusal) {
  const { code, status } = WIRE[kind];
  const details = kind === "unauthenticated" ? [BAD_KEY] : [];
  return { status: code, body: { error: { code, message, status, details } } };
}

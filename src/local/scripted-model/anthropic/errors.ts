/** Error bodies and statuses of the Anthropic API. */
import type { Refusal, RefusalKind } from "../errors.ts";

const WIRE = {
  unauthenticated: { status: 401, type: "authentication_error" },
  invalid: { status: 400, type: "invalid_request_error" },
  not_found: { status: 404, type: "not_found_error" },
  too_large: { status: 413, type: "request_too_large" },
} as const satisfies Record<RefusalKind, { status: number; type: string }>;

/** The status and body of a refused request. */
export function renderRefusal(refusal: Refusal, requestId: string) {
  const { status, type } = WIRE[refusal.kind];
  return {
    status,
    body: { type: "error", error: { type, message: refusal.message }, request_id: requestId },
  };
}

/** Error bodies and statuses of the OpenAI API. */
import type { Refusal, RefusalKind } from "../errors.ts";

const WIRE = {
  unauthenticated: { status: 401, code: "invalid_api_key" },
  invalid: { status: 400, code: null },
  not_found: { status: 404, code: "model_not_found" },
  too_large: { status: 413, code: null },
} as const satisfies Record<RefusalKind, { status: number; code: string | null }>;

/** The status and body of a refused request. */
export function renderRefusal({ kind, message }: Refusal) {
  const { status, code } = WIRE[kind];
  return { status, body: { error: { message, type: "invalid_request_error", param: null, code } } };
}

/** A provider's failure in our words: the type in its body decides first, then the status, and the text last. */
import { ModelError, type ModelErrorKind, type Usage } from "./port.ts";

/** What an adapter reads out of its SDK's error. */
export interface Failure {
  kind: ModelErrorKind;
  /** The provider's own words. */
  text: string;
  /** Absent for an error inside a stream. */
  status?: number | undefined;
  /** The provider's wish, when it stands in the body; otherwise the headers tell. */
  retryAfterMs?: number | undefined;
}

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

/** Texts that say more than the `invalid` that they come with. */
export type Clues = readonly (readonly [pattern: RegExp, kind: ModelErrorKind])[];

/** The first type that the table knows, else the status, else `server`; an `invalid` is looked at again by its text. */
export function kindOf(
  types: readonly (string | null | undefined)[],
  table: Readonly<Record<string, ModelErrorKind>>,
  status: number | undefined,
  text: string,
  clues: Clues,
): ModelErrorKind {
  const known = types.find((type) => typeof type === "string" && Object.hasOwn(table, type));
  const kind = (known && table[known]) || (status && KIND_OF_STATUS[status]) || "server";
  if (kind !== "invalid") return kind;
  return clues.find(([pattern]) => pattern.test(text))?.[1] ?? kind;
}

/** Wish of the headers in milliseconds: `retry-after-ms`, or `retry-after` in seconds or as a date. */
export function retryAfter(headers: Headers | undefined, now: Date): number | undefined {
  const ms = Number(headers?.get("retry-after-ms") ?? Number.NaN);
  if (Number.isFinite(ms) && ms >= 0) return ms;
  const text = headers?.get("retry-after")?.trim() ?? "";
  if (text === "") return undefined;
  const seconds = Number(text);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1_000);
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now.getTime());
}

/** What is known of a call that failed. */
export interface FailedCall {
  provider: string;
  apiKey: string;
  headers: Headers | undefined;
  requestId: string | undefined;
  usage: Usage | undefined;
  now: Date;
}

/** Told without the SDK's error as a cause, and without the key: some servers repeat it in their answer. */
export function toModelError(failure: Failure | undefined, thrown: unknown, call: FailedCall): ModelError {
  const { apiKey, headers, requestId, usage, now } = call;
  const withoutKey = (text: string) => (apiKey === "" ? text : text.replaceAll(apiKey, "***"));
  if (!failure)
    return new ModelError(
      "network",
      withoutKey(`The connection to the model's provider failed: ${causeOf(thrown)}.`),
      { usage, requestId },
    );
  const { kind, status, text } = failure;
  return new ModelError(
    kind,
    withoutKey(`The model's provider ${call.provider} answered ${status ?? kind}: ${text}`),
    { status, usage, requestId, retryAfterMs: failure.retryAfterMs ?? retryAfter(headers, now) },
  );
}

function causeOf(thrown: unknown): string {
  const inner = thrown instanceof Error && thrown.cause !== undefined ? thrown.cause : thrown;
  return (inner instanceof Error ? inner.message : String(inner)).replace(/\.$/, "");
}

/** What can happen to one call of a job to GitHub. */

export const WRITE_FAULTS = [
  "crash-before",
  "crash-after",
  "500-before",
  "500-after",
  "502-before",
  "reset-before",
  "timeout",
  "429",
  "secondary-limit",
] as const;
export const READ_FAULTS = ["crash-before", "500-before", "reset-before", "stale", "429", "expired"] as const;
/** What can happen to a message besides. */
export const MESSAGE_FAULTS = ["lost-message", "doubled-message"] as const;
export type Fault =
  | (typeof WRITE_FAULTS)[number]
  | (typeof READ_FAULTS)[number]
  | (typeof MESSAGE_FAULTS)[number];

/** One request of one job, or one push. */
export interface Call {
  /** Place among all calls of this world, from 1. */
  n: number;
  run: number;
  /** Virtual time, milliseconds. */
  at: number;
  /** `code gate`, `merge tick`, … */
  phase: string;
  kind: "read" | "write";
  /** `POST /repos/acme/app/issues`, `mutation ChangeLabels`, `push nightshift/1-one`. */
  what: string;
  fault: Fault | undefined;
}

/** How long a client waits for an answer that does not come, in milliseconds. */
export const TIMEOUT = 300_000;

/** What a client sees of a fault that answers; undefined: the connection broke. */
export function answerOf(fault: Fault): Response | undefined {
  switch (fault) {
    case "500-before":
    case "500-after":
      return json(500, { message: "Server Error" });
    case "502-before":
      return new Response("<html><body>Bad Gateway</body></html>", {
        status: 502,
        headers: { "content-type": "text/html" },
      });
    case "lost-message":
      return new Response(null, { status: 204 });
    case "429":
      return json(429, { message: "API rate limit exceeded" }, { "retry-after": "30" });
    case "secondary-limit":
      return json(403, { message: "You have exceeded a secondary rate limit." });
    case "expired":
      return json(401, { message: "Bad credentials" });
    default:
      return undefined;
  }
}

function json(status: number, body: object, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { "content-type": "application/json; charset=utf-8", ...headers },
  });
}

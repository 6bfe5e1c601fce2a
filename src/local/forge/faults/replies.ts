/** What GitHub answers when it is not well, and when it has had enough (docs: rest/using-the-rest-api/rate-limits). */
import { GITHUB_FACTS } from "../facts.ts";
import { wroteTooMuch } from "../http/limits.ts";
import type { Reply } from "../http/router.ts";
import type { RequestFault } from "./port.ts";

const HTML = { "content-type": "text/html; charset=utf-8" };

/** The wrong answer of a fault; undefined for faults that are no answer. `time` in epoch seconds. */
export function replyOf(fault: RequestFault, time: number): Reply | undefined {
  const { seconds = 1 } = fault;
  switch (fault.kind) {
    case "error_before":
    case "error_after":
      return errorReply(fault.status ?? 500);
    case "secondary_limit":
      return wroteTooMuch(seconds);
    case "rate_limited":
      return {
        status: 429,
        headers: {
          "retry-after": String(seconds),
          "x-ratelimit-remaining": "0",
          "x-ratelimit-reset": String(time + seconds),
        },
        body: {
          message: `${GITHUB_FACTS.hourSpent.value} installation.`,
          documentation_url: "https://docs.github.com/rest/overview/rate-limits-for-the-rest-api",
          status: "429",
        },
      };
    case "expired":
      return {
        status: 401,
        body: {
          message: "Bad credentials",
          documentation_url: "https://docs.github.com/rest",
          status: "401",
        },
      };
    default:
      return undefined;
  }
}

/** GitHub's load balancer answers 502 and 503 with a page; only the application itself answers JSON. */
function errorReply(status: number): Reply {
  if (status === 500) return { status, body: { message: "Server Error", status: "500" } };
  return { status, headers: HTML, body: Buffer.from(`<html><body><h1>${status}</h1>Unicorn!</body></html>`) };
}

/** Who may speak to the local GitHub over a browser: nobody whom a foreign page sent. */
import type { IncomingHttpHeaders } from "node:http";

/** Names under which gh reaches it as a proxy; they carry no cookie of ours. */
const PROXIED = ["github.localhost", "api.github.localhost"] as const;

export interface Asked {
  method: string;
  headers: IncomingHttpHeaders;
  port: number;
}

/**
 * Why a request is refused, undefined when it may go on. A foreign Host is a name that was pointed at this machine (DNS rebinding), a
 * foreign Origin is a page of somebody else. Programs send neither Origin nor Sec-Fetch-Site.
 */
export function whyForeign({ method, headers, port }: Asked): string | undefined {
  const { host = "", origin } = headers;
  const own = ownHosts(port);
  if (!own.includes(host) && !PROXIED.some((name) => name === host))
    return `The host "${host}" is not this local GitHub. Use http://${own[0]}.`;
  if (origin !== undefined && origin !== `http://${host}`)
    return "A page of another origin may not speak to this local GitHub.";
  const site = headers["sec-fetch-site"] ?? "none";
  const isLink = method === "GET" && headers["sec-fetch-mode"] === "navigate";
  if (site !== "none" && site !== "same-origin" && !isLink)
    return "Another site may link to this local GitHub and nothing else.";
  return undefined;
}

/** Whether pages are served under this name: there, and only there, is the cookie. */
export function isOwnHost({ headers, port }: Pick<Asked, "headers" | "port">): boolean {
  return ownHosts(port).includes(headers.host ?? "");
}

function ownHosts(port: number): string[] {
  return [`127.0.0.1:${port}`, `localhost:${port}`];
}

/** Sent with every page: nothing is loaded from elsewhere, nothing inline runs, nobody frames it. */
export const PAGE_HEADERS = {
  "content-security-policy":
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  // With no-referrer browsers would send the Origin "null" with our own forms.
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "cache-control": "no-store",
} as const;

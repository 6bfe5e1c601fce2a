/** Rate limits, enforced: a spent hour and too much writing are refused as GitHub refuses them (docs: rest/using-the-rest-api/rate-limits). */
import { GITHUB_FACTS } from "../facts.ts";
import type { Site } from "../site.ts";
import type { Viewer } from "../viewer.ts";
import { type Rate, rateOf, whoAsks } from "./rate.ts";
import type { Reply } from "./router.ts";

/** What GitHub's own numbers are replaced with; an empty object is GitHub's. */
export interface RateLimits {
  /** Requests, and points of GraphQL, an hour. */
  requests?: number;
  /** Writing requests, which GitHub calls content-creating. */
  contentPerMinute?: number;
  contentPerHour?: number;
}

/** A refusal, with where the viewer's hour stands. */
export interface LimitedReply extends Reply {
  rate: Rate;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DOCUMENTATION = "https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api";
/** When each viewer wrote, in the last hour. */
const writing = new WeakMap<Site, Map<string, number[]>>();

/** The refusal of a request that a limit forbids; undefined when it may go on. Counts it as a write when it is one. */
export function refusalOf(
  site: Site,
  viewer: Viewer,
  request: { resource: Rate["resource"]; writes: boolean },
): LimitedReply | undefined {
  if (!site.limits) return undefined;
  const rate = rateOf(site, viewer, request.resource, 0);
  if (rate.remaining === 0) return { ...hourSpent(viewer, request.resource), rate };
  const seconds = request.writes ? writesAgainIn(site, site.limits, viewer) : undefined;
  return seconds === undefined ? undefined : { ...wroteTooMuch(seconds), rate };
}

/** Seconds until the viewer may write again; undefined when it may now, and then this write is counted. */
function writesAgainIn(site: Site, limits: RateLimits, viewer: Viewer): number | undefined {
  const known = writing.get(site) ?? new Map<string, number[]>();
  writing.set(site, known);
  const time = site.clock.now().getTime();
  const who = whoAsks(viewer);
  const times = (known.get(who) ?? []).filter((one) => one > time - HOUR_MS);
  const freeAgain = [
    [limits.contentPerMinute ?? GITHUB_FACTS.contentPerMinute.value, MINUTE_MS],
    [limits.contentPerHour ?? GITHUB_FACTS.contentPerHour.value, HOUR_MS],
  ].flatMap(([most = 0, span = 0]) => {
    const oldest = times.at(-most);
    return oldest !== undefined && oldest > time - span ? [oldest + span] : [];
  });
  known.set(who, freeAgain.length > 0 ? times : [...times, time]);
  return freeAgain.length > 0 ? Math.ceil((Math.max(...freeAgain) - time) / 1000) : undefined;
}

/** REST refuses; GraphQL answers 200 and says it in the errors. */
function hourSpent(viewer: Viewer, resource: Rate["resource"]): Reply {
  const message = `${GITHUB_FACTS.hourSpent.value} ${bearerOf(viewer)}.`;
  return resource === "graphql"
    ? { status: 200, body: { errors: [{ type: "RATE_LIMITED", message }] } }
    : { status: 403, body: { message, documentation_url: DOCUMENTATION, status: "403" } };
}

function bearerOf(viewer: Viewer): string {
  if (viewer.kind === "anonymous") return "127.0.0.1";
  if (viewer.kind === "person") return `user ID ${viewer.user.id}`;
  return `installation ID ${viewer.kind === "job" ? viewer.job.repository : viewer.app.id}`;
}

/** The refusal of who wrote too much; `seconds` is what `retry-after` says. */
export function wroteTooMuch(seconds: number): Reply {
  return {
    status: 403,
    headers: { "retry-after": String(seconds) },
    body: { message: GITHUB_FACTS.contentLimited.value, documentation_url: DOCUMENTATION, status: "403" },
  };
}

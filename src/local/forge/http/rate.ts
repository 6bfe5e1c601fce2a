/** Rate limits as GitHub reports them. They are counted and shown, not enforced. */
import { GITHUB_FACTS } from "../facts.ts";
import type { Site } from "../site.ts";
import type { Viewer } from "../viewer.ts";

export interface Rate {
  limit: number;
  used: number;
  remaining: number;
  /** Epoch seconds. */
  reset: number;
  resource: string;
}

const HOUR_S = 3600;
const counters = new WeakMap<Site, Map<string, { used: number; reset: number }>>();

/** Counts `cost` requests or points for the viewer and answers where that leaves them. */
export function rateOf(site: Site, viewer: Viewer, resource: "core" | "graphql", cost: number): Rate {
  const known = counters.get(site) ?? new Map<string, { used: number; reset: number }>();
  counters.set(site, known);
  const who =
    viewer.kind === "job"
      ? `job ${viewer.job.repository}`
      : viewer.kind === "anonymous"
        ? ""
        : viewer.user.login;
  const limit = {
    anonymous: 60,
    person: GITHUB_FACTS.personRequests.value,
    app: GITHUB_FACTS.personRequests.value,
    job: GITHUB_FACTS.jobRequests.value,
  }[viewer.kind];
  const time = Math.floor(site.clock.now().getTime() / 1000);
  const key = `${resource} ${who}`;
  const before = known.get(key);
  const window = before && before.reset > time ? before : { used: 0, reset: time + HOUR_S };
  const used = window.used + cost;
  known.set(key, { used, reset: window.reset });
  return { limit, used, remaining: Math.max(0, limit - used), reset: window.reset, resource };
}

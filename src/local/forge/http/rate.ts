/** Rate limits as GitHub reports them. They are counted over restarts and shown, not enforced; `faults` can refuse calls. */
import { GITHUB_FACTS } from "../facts.ts";
import type { Site } from "../site.ts";
import type { RateWindow } from "../store/records.ts";
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
/** So many requests are journalled before they are made: a restart counts a few too many, never too few. */
const AHEAD = 25;
const counters = new WeakMap<Site, Map<string, RateWindow>>();

/** Counts `cost` requests or points for the viewer and answers where that leaves them. */
export function rateOf(site: Site, viewer: Viewer, resource: "core" | "graphql", cost: number): Rate {
  const known = counters.get(site) ?? new Map<string, RateWindow>();
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
  const kept = site.store.get("rates", key);
  const before = known.get(key) ?? kept;
  const window = before && before.reset > time ? before : { used: 0, reset: time + HOUR_S };
  const used = window.used + cost;
  known.set(key, { used, reset: window.reset });
  if (cost > 0 && (kept?.reset !== window.reset || used > kept.used))
    site.store.put("rates", key, { used: used + AHEAD, reset: window.reset });
  return { limit, used, remaining: Math.max(0, limit - used), reset: window.reset, resource };
}

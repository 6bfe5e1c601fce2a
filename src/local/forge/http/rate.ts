/** Rate limits as GitHub reports them, counted over restarts; `limits.ts` enforces them where that is asked for. */
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
  resource: "core" | "graphql";
}

const HOUR_S = 3600;
/** So many requests are journalled before they are made: a restart counts a few too many, never too few. */
const AHEAD = 25;
const counters = new WeakMap<Site, Map<string, RateWindow>>();

/** Whose budget a request is from: the jobs of a repository share one. */
export function whoAsks(viewer: Viewer): string {
  if (viewer.kind === "job") return `job ${viewer.job.repository}`;
  return viewer.kind === "anonymous" ? "" : viewer.user.login;
}

/** Counts `cost` requests or points for the viewer and answers where that leaves them. */
export function rateOf(site: Site, viewer: Viewer, resource: Rate["resource"], cost: number): Rate {
  const known = counters.get(site) ?? new Map<string, RateWindow>();
  counters.set(site, known);
  const limit =
    site.limits?.requests ??
    {
      anonymous: 60,
      person: GITHUB_FACTS.personRequests.value,
      app: GITHUB_FACTS.personRequests.value,
      job: GITHUB_FACTS.jobRequests.value,
    }[viewer.kind];
  const time = Math.floor(site.clock.now().getTime() / 1000);
  const key = `${resource} ${whoAsks(viewer)}`;
  const kept = site.store.get("rates", key);
  const before = known.get(key) ?? kept;
  const window = before && before.reset > time ? before : { used: 0, reset: time + HOUR_S };
  const used = window.used + cost;
  known.set(key, { used, reset: window.reset });
  if (cost > 0 && (kept?.reset !== window.reset || used > kept.used))
    site.store.put("rates", key, { used: used + AHEAD, reset: window.reset });
  return { limit, used, remaining: Math.max(0, limit - used), reset: window.reset, resource };
}

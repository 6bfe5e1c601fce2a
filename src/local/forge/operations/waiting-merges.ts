/** Merges that wait for rules: looked at again whenever something happened in the repository. */
import type { Site } from "../site.ts";
import type { Repository } from "../store/records.ts";
import { tryAutoMerge } from "./auto-merge.ts";
import { advanceQueue } from "./merge-queue.ts";
import { openPulls } from "./refs.ts";

/** Every auto-merge and every queue of the repository, until nothing moves any more. */
export async function advanceWaitingMerges(site: Site, repository: Repository): Promise<void> {
  for (const pull of openPulls(site, (row) => row.repository === repository.id && row.autoMerge !== null))
    await tryAutoMerge(site, repository, pull);
  const entries = site.store.filter("queueEntries", (row) => row.repository === repository.id);
  for (const branch of new Set(entries.map((row) => row.base))) {
    while (await advanceQueue(site, repository, branch));
  }
}

/** Cheap enough to be asked after each event. */
export const hasWaitingMerges = (site: Site, repository: Repository): boolean =>
  site.store.find("queueEntries", (row) => row.repository === repository.id) !== undefined ||
  site.store.find(
    "pulls",
    (row) => row.repository === repository.id && row.autoMerge !== null && !row.merged,
  ) !== undefined;

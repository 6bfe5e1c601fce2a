/**
 * Git moves refs outside of the journal, so what is about to happen to them is journalled first.
 * After a kill in between, the next start tells what really moved: at least once, never not at all.
 */
import { repositoryById, type Site, userOf } from "../site.ts";
import type { Repository, Undertaking } from "../store/records.ts";
import { type Acting, actingAs } from "../viewer.ts";
import { finishMerge } from "./merging.ts";
import { differenceOf, refsChanged } from "./refs.ts";

/** Runs `work`, which moves refs of the repository for the viewer; call it inside `git.exclusive`. */
export async function undertake<Result>(
  site: Site,
  viewer: Acting,
  repository: Repository,
  work: (plan: (merge: Undertaking["merge"]) => void) => Promise<Result>,
): Promise<Result> {
  const id = site.store.nextId();
  const row: Undertaking = {
    repository: repository.id,
    login: viewer.user.login,
    job: viewer.kind === "job" ? viewer.job : null,
    app: viewer.kind === "app" ? viewer.app : null,
    before: Object.fromEntries(site.git(repository).refs),
    merge: null,
  };
  site.store.put("undertakings", id, row);
  try {
    return await work((merge) => void site.store.put("undertakings", id, { ...row, merge }));
  } finally {
    site.store.remove("undertakings", id);
  }
}

/** Finishes at start what a kill interrupted. */
export async function recoverUndertakings(site: Site): Promise<void> {
  const done = new Set<number>();
  for (const [key, row] of [...site.store.entries("undertakings")]) {
    if (!done.has(row.repository)) await recover(site, row);
    done.add(row.repository);
    site.store.remove("undertakings", key);
  }
}

async function recover(site: Site, row: Undertaking): Promise<void> {
  const repository = repositoryById(site, row.repository);
  const git = site.git(repository);
  const viewer = actingAs(userOf(site, row.login), row);
  const pull = row.merge && site.store.get("pulls", `${repository.id}#${row.merge.number}`);
  if (row.merge && pull && !pull.merged && git.refs.get(`refs/heads/${pull.baseRef}`) === row.merge.sha) {
    await finishMerge(site, viewer, repository, pull, row.merge.sha);
  }
  await refsChanged(site, viewer, repository, differenceOf(new Map(Object.entries(row.before)), git.refs));
}

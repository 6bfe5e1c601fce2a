/** Auto-merge: a pull request that waits for its rules is merged by whoever switched it on, as soon as they are met. */
import { ApiError, unprocessable } from "../errors.ts";
import { mergeViolations } from "../rules/merge-violations.ts";
import { getIssue, getPull, issueKey, now, type Site, userOf } from "../site.ts";
import type { AutoMerge, Pull, Repository } from "../store/records.ts";
import { type Acting, actingAs } from "../viewer.ts";
import { emitPull } from "./events.ts";
import { enqueue, queueEntryOf, queueRuleOf } from "./merge-queue.ts";
import { numbersOf, testMerge } from "./mergeability.ts";
import { type MergeWish, mergePull } from "./merging.ts";

/** 422 where the repository does not allow it, or where nothing holds the merge back (platform sheet 6). */
export async function enableAutoMerge(
  site: Site,
  viewer: Acting,
  repository: Repository,
  number: number,
  wish: MergeWish,
): Promise<Pull> {
  if (!repository.merge.autoMerge) throw unprocessable("Auto merge is not allowed for this repository");
  const pull = await testMerge(site, repository, number);
  if (wish.sha !== undefined && wish.sha !== pull.headSha)
    throw unprocessable("Head branch was modified. Review and try the merge again.");
  const { mergeableState } = await numbersOf(site, repository, pull);
  if (["clean", "unstable", "draft"].includes(mergeableState))
    throw unprocessable(`Pull request Pull request is in ${mergeableState} status`);
  const autoMerge: AutoMerge = {
    method: wish.method,
    title: wish.title ?? null,
    message: wish.message ?? null,
    at: now(site),
    login: viewer.user.login,
    job: viewer.kind === "job" ? viewer.job : null,
    app: viewer.kind === "app" ? viewer.app : null,
  };
  const next = site.store.put("pulls", issueKey(repository.id, number), {
    ...getPull(site, repository, number),
    autoMerge,
  });
  site.later(() => emitPull(site, viewer, repository, number, "auto_merge_enabled"));
  return next;
}

export function disableAutoMerge(site: Site, viewer: Acting, repository: Repository, number: number): Pull {
  const pull = getPull(site, repository, number);
  if (!pull.autoMerge) throw unprocessable("Can't disable auto-merge for this pull request.");
  const next = site.store.put("pulls", issueKey(repository.id, number), { ...pull, autoMerge: null });
  site.later(() =>
    emitPull(site, viewer, repository, number, "auto_merge_disabled", { reason: "disabled by hand" }),
  );
  return next;
}

/** Merges the pull request, or puts it into its queue, if its rules are met by now. */
export async function tryAutoMerge(site: Site, repository: Repository, wanted: Pull): Promise<void> {
  const pull = await testMerge(site, repository, wanted.number);
  const { autoMerge } = pull;
  if (!autoMerge || pull.merged || pull.draft || pull.test?.sha === null) return;
  if (getIssue(site, repository, pull.number).state === "closed") return;
  const viewer = actingAs(userOf(site, autoMerge.login), autoMerge);
  if ((await mergeViolations(site, repository, pull, { fromQueue: true })).length > 0) return;
  if (queueRuleOf(site, repository, pull.baseRef)) {
    if (!queueEntryOf(site, pull)) await enqueue(site, viewer, repository, pull.number, undefined);
    return;
  }
  const { method, title, message } = autoMerge;
  try {
    await mergePull(site, viewer, repository, pull.number, {
      method,
      sha: pull.headSha,
      title: title ?? undefined,
      message: message ?? undefined,
    });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
  }
}

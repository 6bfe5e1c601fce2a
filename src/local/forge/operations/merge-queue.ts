/**
 * The merge queue of a branch: every entry is built on the one before it, its checks run on that commit, and the first
 * in line whose checks are green is merged as exactly that commit. Entries are built and merged one at a time.
 */
import { ApiError, unprocessable } from "../errors.ts";
import { simpleCommitJson } from "../rest/serialize/git.ts";
import { appliedRules, rulesOfType, violationText } from "../rules/applied.ts";
import { mergeViolations } from "../rules/merge-violations.ts";
import { checkState } from "../rules/required-checks.ts";
import type { MergeQueueRule } from "../rules/rule.ts";
import { branchHead, getPull, now, repositoryById, type Site, userOf } from "../site.ts";
import type { Pull, QueueEntry, Repository } from "../store/records.ts";
import { type Acting, QUEUE_BOT } from "../viewer.ts";
import { emit, emitPull } from "./events.ts";
import { testMerge } from "./mergeability.ts";
import { buildMerge, landMerge, type MergeMethod } from "./merging.ts";

const METHODS = { MERGE: "merge", SQUASH: "squash", REBASE: "rebase" } as const satisfies {
  [method: string]: MergeMethod;
};

/** The rule that puts a queue before the branch. */
export const queueRuleOf = (site: Site, repository: Repository, branch: string): MergeQueueRule | undefined =>
  rulesOfType(appliedRules(site, repository, branch), "merge_queue")[0];

/** First in line first. */
export const queueOf = (site: Site, repository: Repository, branch: string): QueueEntry[] =>
  site.store.filter("queueEntries", (row) => row.repository === repository.id && row.base === branch);

export const queueEntryOf = (site: Site, pull: Pull): QueueEntry | undefined =>
  site.store.find("queueEntries", (row) => row.repository === pull.repository && row.number === pull.number);

/** Puts the pull request at the end of its base's queue. 422 when it does not meet the rules, or is not at `expected`. */
export async function enqueue(
  site: Site,
  viewer: Acting,
  repository: Repository,
  number: number,
  expected: string | undefined,
): Promise<QueueEntry> {
  const pull = await testMerge(site, repository, number);
  if (!queueRuleOf(site, repository, pull.baseRef))
    throw unprocessable("Merge queue is not enabled for this branch");
  if (expected !== undefined && expected !== pull.headSha)
    throw unprocessable("Head branch was modified. Review and try the merge again.");
  if (queueEntryOf(site, pull)) throw unprocessable("Pull request is already in the queue");
  if (pull.draft || pull.merged || pull.test?.sha === null)
    throw unprocessable("Pull request is not mergeable");
  const violations = await mergeViolations(site, repository, pull, { viewer, fromQueue: true });
  if (violations.length > 0) throw unprocessable(violationText(violations));
  const id = site.store.nextId();
  const entry = site.store.put("queueEntries", id, {
    id,
    repository: repository.id,
    number,
    base: pull.baseRef,
    head: pull.headSha,
    group: null,
    login: viewer.user.login,
    enqueuedAt: now(site),
  });
  site.later(() => emitPull(site, viewer, repository, number, "enqueued"));
  site.reconsider(repository);
  return entry;
}

/** Takes the entry out; it is not merged. */
export async function dequeue(
  site: Site,
  viewer: Acting,
  repository: Repository,
  entry: QueueEntry,
  reason: "MANUAL" | "MERGE_CONFLICT" | "CI_FAILURE" | "BRANCH_PROTECTIONS",
): Promise<void> {
  site.store.remove("queueEntries", entry.id);
  await dropGroup(site, repository, entry);
  site.later(() => emitPull(site, viewer, repository, entry.number, "dequeued", { reason }));
  site.reconsider(repository);
}

/** Builds the first entry's group, or merges it, or throws it out; answers whether there may be more to do. */
export async function advanceQueue(site: Site, repository: Repository, branch: string): Promise<boolean> {
  const [entry] = queueOf(site, repository, branch);
  const rule = queueRuleOf(site, repository, branch);
  if (!entry) return false;
  const viewer: Acting = { kind: "person", user: userOf(site, QUEUE_BOT) };
  const pull = getPull(site, repository, entry.number);
  if (!rule || pull.merged || pull.headSha !== entry.head) {
    await dequeue(site, viewer, repository, entry, "BRANCH_PROTECTIONS");
    return true;
  }
  const base = branchHead(site, repository, branch);
  if (base === undefined || entry.group?.base !== base)
    return buildGroup(site, viewer, repository, entry, rule, base);
  const { sha } = entry.group;
  const wanted = rulesOfType(appliedRules(site, repository, branch), "required_status_checks").flatMap(
    (one) => one.parameters.required_status_checks,
  );
  const states = wanted.map((check) => checkState(site, repository, sha, check));
  if (states.includes("failing")) {
    await dequeue(site, viewer, repository, entry, "CI_FAILURE");
    return true;
  }
  if (states.some((state) => state !== "success")) return false;
  await site.git(repository).exclusive(() => landMerge(site, viewer, repository, pull, base, sha));
  site.store.remove("queueEntries", entry.id);
  await dropGroup(site, repository, entry);
  return true;
}

async function buildGroup(
  site: Site,
  viewer: Acting,
  repository: Repository,
  entry: QueueEntry,
  rule: MergeQueueRule,
  base: string | undefined,
): Promise<boolean> {
  await dropGroup(site, repository, entry);
  const pull = getPull(site, repository, entry.number);
  const method = METHODS[rule.parameters.merge_method];
  const sha = base === undefined ? undefined : await builtMerge(site, viewer, repository, pull, base, method);
  if (base === undefined || sha === undefined) {
    await dequeue(site, viewer, repository, entry, "MERGE_CONFLICT");
    return true;
  }
  const ref = `refs/heads/gh-readonly-queue/${entry.base}/pr-${entry.number}-${base}`;
  const git = site.git(repository);
  await git.exclusive(() => git.updateRef(ref, sha, undefined));
  site.store.put("queueEntries", entry.id, { ...entry, group: { ref, sha, base } });
  emit(site, viewer, repository, "merge_group", {
    action: "checks_requested",
    payload: {
      action: "checks_requested",
      merge_group: {
        head_sha: sha,
        head_ref: ref,
        base_sha: base,
        base_ref: `refs/heads/${entry.base}`,
        head_commit: await simpleCommitJson(site, repository, sha),
      },
    },
    ref,
    sha,
  });
  return true;
}

/** Undefined when the pull request no longer merges onto the base. */
function builtMerge(
  site: Site,
  viewer: Acting,
  repository: Repository,
  pull: Pull,
  base: string,
  method: MergeMethod,
): Promise<string | undefined> {
  return buildMerge(site, viewer, repository, pull, base, { method }).catch((error: unknown) => {
    if (error instanceof ApiError) return undefined;
    throw error;
  });
}

async function dropGroup(site: Site, repository: Repository, entry: QueueEntry): Promise<void> {
  if (!entry.group) return;
  const { ref, sha } = entry.group;
  const git = site.git(repository);
  await git.exclusive(() => git.updateRef(ref, undefined, sha));
}

/** Position in the queue, from 1. */
export const positionOf = (site: Site, entry: QueueEntry): number =>
  queueOf(site, repositoryById(site, entry.repository), entry.base).findIndex((row) => row.id === entry.id) +
  1;

/** Used by views: an entry waits for its group, then for the group's checks. */
export const queueStateOf = (entry: QueueEntry): "QUEUED" | "AWAITING_CHECKS" =>
  entry.group ? "AWAITING_CHECKS" : "QUEUED";

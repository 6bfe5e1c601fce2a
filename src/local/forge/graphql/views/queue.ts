/** Merge queues. */
import { nodeId } from "../../node-id.ts";
import { positionOf, queueOf, queueRuleOf, queueStateOf } from "../../operations/merge-queue.ts";
import { getPull, repositoryById } from "../../site.ts";
import type { QueueEntry, Repository } from "../../store/records.ts";
import { type Arguments, type Context, connection, type View } from "../context.ts";
import { actorView } from "./actor.ts";
import { commitView } from "./commit.ts";
import { pullView } from "./pull.ts";
import { repositoryView } from "./repository.ts";

/** Null for a branch without a queue. */
export function queueView(context: Context, repository: Repository, branch: string): View | null {
  const { site } = context;
  const rule = queueRuleOf(site, repository, branch);
  if (!rule) return null;
  const { parameters } = rule;
  const path = `/${repository.owner}/${repository.name}/queue/${branch}`;
  return {
    __typename: "MergeQueue",
    id: nodeId("MergeQueue", `${repository.id}:${branch}`),
    url: `${site.url}${path}`,
    resourcePath: path,
    nextEntryEstimatedTimeToMerge: null,
    repository: () => repositoryView(context, repository),
    configuration: {
      __typename: "MergeQueueConfiguration",
      checkResponseTimeout: parameters.check_response_timeout_minutes,
      maximumEntriesToBuild: parameters.max_entries_to_build,
      maximumEntriesToMerge: parameters.max_entries_to_merge,
      mergeMethod: parameters.merge_method,
      mergingStrategy: parameters.grouping_strategy,
      minimumEntriesToMerge: parameters.min_entries_to_merge,
      minimumEntriesToMergeWaitTime: parameters.min_entries_to_merge_wait_minutes,
    },
    entries: (args: Arguments) =>
      connection(queueOf(site, repository, branch), args, "MergeQueueEntryConnection", (entry) =>
        queueEntryView(context, entry),
      ),
  };
}

export function queueEntryView(context: Context, entry: QueueEntry): View {
  const { site } = context;
  const repository = repositoryById(site, entry.repository);
  const { group } = entry;
  return {
    __typename: "MergeQueueEntry",
    id: nodeId("MergeQueueEntry", entry.id),
    state: queueStateOf(entry),
    position: positionOf(site, entry),
    enqueuedAt: entry.enqueuedAt,
    enqueuer: () => actorView(context, entry.login),
    estimatedTimeToMerge: null,
    jump: false,
    solo: false,
    baseCommit: group ? () => commitView(context, repository, group.base) : null,
    headCommit: group ? () => commitView(context, repository, group.sha) : null,
    pullRequest: () => pullView(context, getPull(site, repository, entry.number)),
    mergeQueue: () => queueView(context, repository, entry.base),
  };
}

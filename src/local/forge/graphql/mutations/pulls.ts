/** Mutations on pull requests, branches and commits. */
import { ApiError } from "../../errors.ts";
import type { FileChange } from "../../git/commits.ts";
import { parseNodeId } from "../../node-id.ts";
import { disableAutoMerge, enableAutoMerge } from "../../operations/auto-merge.ts";
import { commitFiles, createBranch, moveRef, removeRef } from "../../operations/contents.ts";
import { dequeue, enqueue, queueEntryOf } from "../../operations/merge-queue.ts";
import { type MergeMethod, mergePull, updateBranch } from "../../operations/merging.ts";
import { createPull, requestReviewers, setDraft, updatePull } from "../../operations/pulls.ts";
import { branchHead, findRepository, getIssue, getPull, repositoryById } from "../../site.ts";
import type { Pull, Repository } from "../../store/records.ts";
import { ACCESS, type Access, demand } from "../../viewer.ts";
import {
  type Arguments,
  allowed,
  type Context,
  inputOf,
  maybeText,
  objects,
  text,
  texts,
  unresolved,
} from "../context.ts";
import { rowOf } from "../nodes.ts";
import { actorView } from "../views/actor.ts";
import { commitView, refView } from "../views/commit.ts";
import { pullView } from "../views/pull.ts";
import { queueEntryView } from "../views/queue.ts";
import type { Mutations } from "./mutations.ts";

const METHODS: { [name: string]: MergeMethod } = { MERGE: "merge", SQUASH: "squash", REBASE: "rebase" };

export function pullMutations(context: Context): Mutations {
  const { site, viewer } = context;
  const find = (id: string, access: Access): { pull: Pull; repository: Repository } => {
    const pull = rowOf(context, "PullRequest", id);
    return { pull, repository: allowed(context, pull.repository, access) };
  };
  const view = (pull: Pull) =>
    pullView(context, getPull(site, repositoryById(site, pull.repository), pull.number));
  const draft = (input: Arguments, value: boolean) => {
    const { pull, repository } = find(text(input, "pullRequestId"), ACCESS.writePulls);
    setDraft(site, viewer, repository, pull.number, value);
    return { pullRequest: view(pull) };
  };
  const change = async (input: Arguments, id: string, state?: "open" | "closed") => {
    const { pull, repository } = find(id, { ...ACCESS.writePulls, role: "read" });
    if (getIssue(site, repository, pull.number).author !== viewer.user.login)
      demand(viewer, repository, ACCESS.writePulls);
    await updatePull(site, viewer, repository, pull.number, {
      title: maybeText(input, "title"),
      body: maybeText(input, "body"),
      base: maybeText(input, "baseRefName"),
      state,
    });
    return { pullRequest: view(pull) };
  };
  return {
    createPullRequest: async (input) => {
      const repository = allowed(context, rowOf(context, "Repository", text(input, "repositoryId")).id, {
        ...ACCESS.writePulls,
        role: "read",
      });
      const pull = await createPull(site, viewer, repository, {
        title: text(input, "title"),
        body: maybeText(input, "body") ?? null,
        head: text(input, "headRefName"),
        base: text(input, "baseRefName"),
        draft: input.draft === true,
      });
      return { pullRequest: view(pull) };
    },
    updatePullRequest: (input) =>
      change(
        input,
        text(input, "pullRequestId"),
        input.state === "CLOSED" ? "closed" : input.state === "OPEN" ? "open" : undefined,
      ),
    closePullRequest: (input) => change({}, text(input, "pullRequestId"), "closed"),
    reopenPullRequest: (input) => change({}, text(input, "pullRequestId"), "open"),
    markPullRequestReadyForReview: (input) => draft(input, false),
    convertPullRequestToDraft: (input) => draft(input, true),
    mergePullRequest: async (input) => {
      const { pull, repository } = find(text(input, "pullRequestId"), ACCESS.writeContents);
      await mergePull(site, viewer, repository, pull.number, {
        method: METHODS[text(input, "mergeMethod")] ?? "merge",
        sha: maybeText(input, "expectedHeadOid"),
        title: maybeText(input, "commitHeadline"),
        message: maybeText(input, "commitBody"),
      });
      return { pullRequest: view(pull), actor: () => actorView(context, viewer.user.login) };
    },
    enablePullRequestAutoMerge: async (input) => {
      const { pull, repository } = find(text(input, "pullRequestId"), ACCESS.writeContents);
      await enableAutoMerge(site, viewer, repository, pull.number, {
        method: METHODS[text(input, "mergeMethod")] ?? "merge",
        sha: maybeText(input, "expectedHeadOid"),
        title: maybeText(input, "commitHeadline"),
        message: maybeText(input, "commitBody"),
      });
      return { pullRequest: view(pull), actor: () => actorView(context, viewer.user.login) };
    },
    disablePullRequestAutoMerge: (input) => {
      const { pull, repository } = find(text(input, "pullRequestId"), ACCESS.writeContents);
      disableAutoMerge(site, viewer, repository, pull.number);
      return { pullRequest: view(pull), actor: () => actorView(context, viewer.user.login) };
    },
    enqueuePullRequest: async (input) => {
      const { pull, repository } = find(text(input, "pullRequestId"), ACCESS.writeContents);
      const head = maybeText(input, "expectedHeadOid");
      const entry = await enqueue(site, viewer, repository, pull.number, head);
      return { mergeQueueEntry: queueEntryView(context, entry) };
    },
    dequeuePullRequest: async (input) => {
      const { pull, repository } = find(text(input, "id"), ACCESS.writeContents);
      const entry = queueEntryOf(site, pull);
      if (!entry) throw new ApiError(422, "Pull request is not in the merge queue");
      await dequeue(site, viewer, repository, entry, "MANUAL");
      return { mergeQueueEntry: queueEntryView(context, entry) };
    },
    updatePullRequestBranch: async (input) => {
      const { pull, repository } = find(text(input, "pullRequestId"), { ...ACCESS.writePulls, role: "read" });
      if (input.updateMethod === "REBASE")
        throw new ApiError(422, "The local GitHub updates branches by merge only.", {
          type: "NOT_IMPLEMENTED",
        });
      await updateBranch(site, viewer, repository, pull.number, maybeText(input, "expectedHeadOid"));
      return { pullRequest: view(pull) };
    },
    requestReviews: (input) => {
      const { pull, repository } = find(text(input, "pullRequestId"), ACCESS.writePulls);
      const logins = (texts(input, "userIds") ?? []).map(
        (id) => site.store.find("users", (row) => String(row.id) === parseNodeId(id)?.id)?.login ?? "",
      );
      requestReviewers(site, viewer, repository, pull.number, logins);
      return { pullRequest: view(pull), actor: () => actorView(context, viewer.user.login) };
    },
    createCommitOnBranch: (input) => createCommit(context, input),
    createRef: async (input) => {
      const repository = allowed(
        context,
        rowOf(context, "Repository", text(input, "repositoryId")).id,
        ACCESS.writeContents,
      );
      await createBranch(site, viewer, repository, text(input, "name"), text(input, "oid"));
      return { ref: refView(context, repository, text(input, "name"), text(input, "oid")) };
    },
    updateRef: async (input) => {
      const { repository, ref } = refOf(context, text(input, "refId"));
      await moveRef(site, viewer, repository, ref, text(input, "oid"), input.force === true);
      return { ref: refView(context, repository, ref, text(input, "oid")) };
    },
    deleteRef: async (input) => {
      const { repository, ref } = refOf(context, text(input, "refId"));
      await removeRef(site, viewer, repository, ref);
      return {};
    },
  };
}

function refOf(context: Context, id: string): { repository: Repository; ref: string } {
  const parsed = parseNodeId(id);
  const [home = "", ...ref] = parsed?.type === "Ref" ? parsed.id.split(":") : [];
  const known = context.site.store.get("repositories", home);
  if (!known) throw unresolved(id);
  return { repository: allowed(context, known.id, ACCESS.writeContents), ref: ref.join(":") };
}

/** The branch as id, or as repository and name. */
async function createCommit(context: Context, input: Arguments) {
  const branch = inputOf({ input: input.branch });
  const byId = maybeText(branch, "id");
  const known = byId === undefined ? undefined : refOf(context, byId);
  const repository =
    known?.repository ?? findRepository(context.site, text(branch, "repositoryNameWithOwner"));
  if (!repository)
    throw new ApiError(
      404,
      `Could not resolve to a Repository with the name '${text(branch, "repositoryNameWithOwner")}'.`,
    );
  allowed(context, repository.id, ACCESS.writeContents);
  const name = (known?.ref ?? text(branch, "branchName")).replace(/^refs\/heads\//, "");
  if (!branchHead(context.site, repository, name)) throw new ApiError(404, `Branch ${name} does not exist`);
  const files = inputOf({ input: input.fileChanges });
  const changes: { [path: string]: FileChange } = {};
  for (const one of objects(files, "deletions")) changes[text(one, "path")] = null;
  for (const one of objects(files, "additions"))
    changes[text(one, "path")] = { content: Buffer.from(text(one, "contents"), "base64") };
  const message = inputOf({ input: input.message });
  const body = maybeText(message, "body");
  const sha = await commitFiles(context.site, context.viewer, repository, {
    branch: name,
    message: body ? `${text(message, "headline")}\n\n${body}` : text(message, "headline"),
    changes,
    expectedHead: text(input, "expectedHeadOid"),
    signed: true,
  });
  return {
    commit: () => commitView(context, repository, sha),
    ref: refView(context, repository, `refs/heads/${name}`, sha),
  };
}

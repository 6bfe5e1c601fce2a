/** Repositories and what hangs below them. */
import { ApiError } from "../../errors.ts";
import { listTree, resolveCommit } from "../../git/commits.ts";
import { nodeId } from "../../node-id.ts";
import { findLabel } from "../../operations/labels.ts";
import { repoPage } from "../../rest/serialize/basics.ts";
import { labelsOf } from "../../rest/serialize/issues.ts";
import { branchHead, findIssue, findPull, fullName } from "../../site.ts";
import type { Issue, Pull, Repository } from "../../store/records.ts";
import { ACCESS, demand, roleOf } from "../../viewer.ts";
import {
  type Arguments,
  type Context,
  connection,
  demandBounds,
  maybeText,
  text,
  texts,
  type View,
} from "../context.ts";
import { userView } from "./actor.ts";
import { commitView, refView } from "./commit.ts";
import { issueOrPullView, issueView, labelConnection, labelView, repositoryLabels } from "./issue.ts";
import { pullView } from "./pull.ts";
import { queueView } from "./queue.ts";

export function repositoryView(context: Context, repository: Repository): View {
  const { site, viewer } = context;
  const url = repoPage(site, repository);
  const git = site.git(repository);
  const head = branchHead(site, repository, repository.defaultBranch);
  const role = viewer.kind !== "person" ? "write" : roleOf(repository, viewer.user.login);
  return {
    __typename: "Repository",
    id: nodeId("Repository", repository.id),
    databaseId: repository.id,
    name: repository.name,
    nameWithOwner: fullName(repository),
    owner: () => ownerView(context, repository.owner),
    url,
    resourcePath: `/${fullName(repository)}`,
    sshUrl: `${url}.git`,
    description: repository.description,
    homepageUrl: null,
    isPrivate: repository.private,
    visibility: repository.private ? "PRIVATE" : "PUBLIC",
    isFork: false,
    isArchived: false,
    isTemplate: false,
    isMirror: false,
    isEmpty: head === undefined,
    isDisabled: false,
    isInOrganization: false,
    isLocked: false,
    isSecurityPolicyEnabled: false,
    hasIssuesEnabled: true,
    hasWikiEnabled: false,
    hasProjectsEnabled: false,
    hasDiscussionsEnabled: false,
    isBlankIssuesEnabled: true,
    isUserConfigurationRepository: false,
    mirrorUrl: null,
    openGraphImageUrl: "",
    usesCustomOpenGraphImage: false,
    diskUsage: 0,
    forkCount: 0,
    stargazerCount: 0,
    createdAt: repository.createdAt,
    updatedAt: repository.updatedAt,
    pushedAt: repository.pushedAt,
    archivedAt: null,
    parent: null,
    templateRepository: null,
    licenseInfo: null,
    codeOfConduct: null,
    primaryLanguage: null,
    latestRelease: null,
    contributingGuidelines: null,
    fundingLinks: [],
    issueTemplates: [],
    pullRequestTemplates: [],
    contactLinks: [],
    securityPolicyUrl: null,
    viewerPermission: role === "none" ? (repository.private ? null : "READ") : role.toUpperCase(),
    viewerCanAdminister: role === "admin",
    viewerDefaultCommitEmail: null,
    viewerDefaultMergeMethod: "MERGE",
    viewerHasStarred: false,
    viewerPossibleCommitEmails: null,
    viewerSubscription: "UNSUBSCRIBED",
    viewerCanSubscribe: true,
    viewerCanUpdateTopics: false,
    mergeCommitAllowed: repository.merge.mergeCommit,
    squashMergeAllowed: repository.merge.squash,
    rebaseMergeAllowed: repository.merge.rebase,
    autoMergeAllowed: repository.merge.autoMerge,
    mergeQueue: (args: Arguments) =>
      queueView(context, repository, maybeText(args, "branch") ?? repository.defaultBranch),
    deleteBranchOnMerge: repository.merge.deleteBranchOnMerge,
    forkingAllowed: true,
    webCommitSignoffRequired: false,
    defaultBranchRef: head
      ? () => refView(context, repository, `refs/heads/${repository.defaultBranch}`, head)
      : null,
    ref: (args: Arguments) => {
      const wanted = text(args, "qualifiedName");
      const ref = [wanted, `refs/${wanted}`, `refs/heads/${wanted}`, `refs/tags/${wanted}`].find((name) =>
        git.refs.has(name),
      );
      const sha = ref && git.refs.get(ref);
      return ref && sha ? refView(context, repository, ref, sha) : null;
    },
    refs: (args: Arguments) => {
      const prefix = text(args, "refPrefix");
      const query = maybeText(args, "query") ?? "";
      const rows = [...git.refs].filter(([ref]) => ref.startsWith(prefix) && ref.includes(query));
      return connection(rows, args, "RefConnection", ([ref, sha]) => refView(context, repository, ref, sha));
    },
    object: (args: Arguments) =>
      objectView(context, repository, maybeText(args, "expression") ?? text(args, "oid")),
    label: (args: Arguments) => {
      const label = findLabel(site, repository, text(args, "name"));
      return label ? labelView(context, label) : null;
    },
    labels: (args: Arguments) => {
      const query = (maybeText(args, "query") ?? "").toLowerCase();
      const rows = repositoryLabels(context, repository.id).filter((label) =>
        `${label.name} ${label.description ?? ""}`.toLowerCase().includes(query),
      );
      return labelConnection(context, rows, args);
    },
    issue: (args: Arguments) => issueView(context, numbered(context, repository, args, "Issue")),
    issueOrPullRequest: (args: Arguments) =>
      issueOrPullView(context, numbered(context, repository, args, "issue or pull request")),
    pullRequest: (args: Arguments) => pullView(context, pullNumbered(context, repository, args)),
    issues: (args: Arguments) => issues(context, repository, args),
    pullRequests: (args: Arguments) => pulls(context, repository, args),
    assignableUsers: (args: Arguments) => people(context, repository, args),
    mentionableUsers: (args: Arguments) => people(context, repository, args),
    collaborators: (args: Arguments) => ({
      ...people(context, repository, args),
      __typename: "RepositoryCollaboratorConnection",
    }),
    milestones: (args: Arguments) => connection([], args, "MilestoneConnection", () => null),
    milestone: null,
    projects: (args: Arguments) => connection([], args, "ProjectConnection", () => null),
    projectsV2: (args: Arguments) => connection([], args, "ProjectV2Connection", () => null),
    languages: (args: Arguments) => connection([], args, "LanguageConnection", () => null, { totalSize: 0 }),
    repositoryTopics: (args: Arguments) => connection([], args, "RepositoryTopicConnection", () => null),
    releases: (args: Arguments) => connection([], args, "ReleaseConnection", () => null),
    watchers: (args: Arguments) => connection([], args, "UserConnection", () => null),
    stargazers: (args: Arguments) => connection([], args, "StargazerConnection", () => null),
    forks: (args: Arguments) =>
      connection([], args, "RepositoryConnection", () => null, { totalDiskUsage: 0 }),
    branchProtectionRules: (args: Arguments) =>
      connection([], args, "BranchProtectionRuleConnection", () => null),
  };
}

function ownerView(context: Context, login: string): View {
  return userView(context, login);
}

function missing(kind: string, number: unknown): ApiError {
  return new ApiError(
    404,
    `Could not resolve to ${/^[aeiou]/i.test(kind) ? "an" : "a"} ${kind} with the number of ${number}.`,
  );
}

function numbered(context: Context, repository: Repository, args: Arguments, kind: string): Issue {
  const issue = findIssue(context.site, repository, Number(args.number));
  if (!issue || (kind === "Issue" && issue.isPull)) throw missing(kind, args.number);
  demand(context.viewer, repository, issue.isPull ? ACCESS.readIssuesOrPulls : ACCESS.readIssues);
  return issue;
}

function pullNumbered(context: Context, repository: Repository, args: Arguments): Pull {
  demand(context.viewer, repository, ACCESS.readPulls);
  const pull = findPull(context.site, repository, Number(args.number));
  if (!pull) throw missing("PullRequest", args.number);
  return pull;
}

function issues(context: Context, repository: Repository, args: Arguments): View {
  demand(context.viewer, repository, ACCESS.readIssues);
  demandBounds(args, "issues");
  const filter: Arguments = isRecord(args.filterBy) ? args.filterBy : {};
  const states = texts(args, "states") ?? texts(filter, "states");
  const wanted = (texts(args, "labels") ?? texts(filter, "labels"))?.map((name) => name.toLowerCase());
  const author = maybeText(filter, "createdBy");
  const assignee = maybeText(filter, "assignee");
  const rows = context.site.store.filter("issues", (issue) => {
    if (
      issue.repository !== repository.id ||
      issue.isPull ||
      (states && !states.includes(issue.state.toUpperCase()))
    )
      return false;
    if (author && issue.author !== author) return false;
    if (assignee && !issue.assignees.includes(assignee)) return false;
    const names = labelsOf(context.site, issue).map((label) => label.name.toLowerCase());
    return !wanted || wanted.some((name) => names.includes(name));
  });
  return connection(
    ordered(rows, args, (issue) => issue),
    args,
    "IssueConnection",
    (issue) => issueView(context, issue),
  );
}

function pulls(context: Context, repository: Repository, args: Arguments): View {
  demand(context.viewer, repository, ACCESS.readPulls);
  demandBounds(args, "pullRequests");
  const states = texts(args, "states");
  const wanted = texts(args, "labels")?.map((name) => name.toLowerCase());
  const head = maybeText(args, "headRefName");
  const base = maybeText(args, "baseRefName");
  const issueOf = (pull: Pull): Issue | undefined => findIssue(context.site, repository, pull.number);
  const rows = context.site.store.filter("pulls", (pull) => {
    const issue = issueOf(pull);
    if (pull.repository !== repository.id || !issue) return false;
    const state = pull.merged ? "MERGED" : issue.state.toUpperCase();
    if (
      (states && !states.includes(state)) ||
      (head && pull.headRef !== head) ||
      (base && pull.baseRef !== base)
    )
      return false;
    const names = labelsOf(context.site, issue).map((label) => label.name.toLowerCase());
    return !wanted || wanted.some((name) => names.includes(name));
  });
  return connection(ordered(rows, args, issueOf), args, "PullRequestConnection", (pull) =>
    pullView(context, pull),
  );
}

function ordered<Row>(rows: Row[], args: Arguments, issueOf: (row: Row) => Issue | undefined): Row[] {
  const order: Arguments = isRecord(args.orderBy) ? args.orderBy : {};
  const field = order.field === "UPDATED_AT" ? "updatedAt" : "createdAt";
  const sorted = rows.sort((one, other) => {
    const [left, right] = [issueOf(one), issueOf(other)];
    return (
      (left?.[field] ?? "").localeCompare(right?.[field] ?? "") || (left?.number ?? 0) - (right?.number ?? 0)
    );
  });
  return order.direction === "DESC" ? sorted.reverse() : sorted;
}

function people(context: Context, repository: Repository, args: Arguments): View {
  const logins = [
    repository.owner,
    ...Object.keys(repository.roles).filter((login) => repository.roles[login] !== "none"),
  ];
  return connection(logins, args, "UserConnection", (login) => userView(context, login));
}

/** `HEAD:path`, a SHA, a branch: a blob, tree or commit. */
async function objectView(
  context: Context,
  repository: Repository,
  expression: string,
): Promise<View | null> {
  demand(context.viewer, repository, ACCESS.readContents);
  const git = context.site.git(repository);
  const [revision = "", ...path] = expression.split(":");
  const sha =
    revision === "HEAD"
      ? branchHead(context.site, repository, repository.defaultBranch)
      : await resolveCommit(git, revision);
  const object = await git.read(path.length > 0 && sha ? `${sha}:${path.join(":")}` : (sha ?? revision));
  if (!object) return null;
  if (object.type === "commit") return commitView(context, repository, object.sha);
  const shared = {
    oid: object.sha,
    abbreviatedOid: object.sha.slice(0, 7),
    commitUrl: "",
    commitResourcePath: "",
    repository: () => repositoryView(context, repository),
  };
  if (object.type === "blob") {
    const binary = object.content.subarray(0, 8000).includes(0);
    return {
      __typename: "Blob",
      id: nodeId("Blob", `${repository.id}:${object.sha}`),
      ...shared,
      text: binary ? null : object.content.toString("utf8"),
      isBinary: binary,
      byteSize: object.content.length,
      isTruncated: false,
    };
  }
  return {
    __typename: "Tree",
    id: nodeId("Tree", `${repository.id}:${object.sha}`),
    ...shared,
    entries: async () =>
      (await listTree(git, object.sha, false)).map((entry) => ({
        __typename: "TreeEntry",
        name: entry.path,
        path: path.length > 0 && path[0] !== "" ? `${path.join(":")}/${entry.path}` : entry.path,
        type: entry.type,
        mode: Number.parseInt(entry.mode, 8),
        oid: entry.sha,
        object: () => objectView(context, repository, entry.sha),
      })),
  };
}

function isRecord(value: unknown): value is Arguments {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Commits, refs, statuses and check runs. */
import { aheadBehind, listCommits, readCommit, type Signature } from "../../git/commits.ts";
import { signatureOf } from "../../git/signatures.ts";
import { nodeId } from "../../node-id.ts";
import { checkRunsOf, countedChecks, latestStatuses } from "../../operations/statuses.ts";
import { repoPage } from "../../rest/serialize/basics.ts";
import { appliedRules, rulesOfType } from "../../rules/applied.ts";
import { findPull, findUser, fullName } from "../../site.ts";
import type { CheckRun, Repository, Status } from "../../store/records.ts";
import { ACTIONS_APP } from "../../viewer.ts";
import { type Arguments, type Context, connection, text, type View } from "../context.ts";
import { actorView, userView } from "./actor.ts";
import { protectionView, refUpdateRuleView } from "./protection.ts";
import { pullView } from "./pull.ts";
import { repositoryView } from "./repository.ts";

/** Undefined fields of a commit are read when asked for. */
export async function commitView(context: Context, repository: Repository, sha: string): Promise<View> {
  const git = context.site.git(repository);
  const commit = await readCommit(git, sha);
  const [headline = "", ...rest] = commit.message.split("\n");
  const url = `${repoPage(context.site, repository)}/commit/${sha}`;
  return {
    __typename: "Commit",
    id: nodeId("Commit", `${repository.id}:${sha}`),
    oid: sha,
    abbreviatedOid: sha.slice(0, 7),
    message: commit.message,
    messageHeadline: headline,
    messageBody: rest.join("\n").trim(),
    messageHeadlineHTML: headline,
    url,
    commitUrl: url,
    resourcePath: () => new URL(url).pathname,
    committedDate: commit.committer.date,
    authoredDate: commit.author.date,
    pushedDate: null,
    author: personView(context, commit.author),
    committer: personView(context, commit.committer),
    committedViaWeb: false,
    signature: () => signatureView(context, repository, sha),
    authors: (args: Arguments) =>
      connection([commit.author], args, "GitActorConnection", (author) => personView(context, author)),
    parents: (args: Arguments) =>
      connection(commit.parents, args, "CommitConnection", (parent) =>
        commitView(context, repository, parent),
      ),
    history: async (args: Arguments) =>
      connection(await listCommits(git, [sha], { limit: 10_000 }), args, "CommitHistoryConnection", (one) =>
        commitView(context, repository, one),
      ),
    tree: { __typename: "Tree", id: nodeId("Tree", `${repository.id}:${commit.tree}`), oid: commit.tree },
    status: () => statusView(context, repository, sha),
    statusCheckRollup: () => rollupView(context, repository, sha),
    checkSuites: (args: Arguments) => suitesView(context, repository, sha, args),
    repository: () => repositoryView(context, repository),
  };
}

function personView(context: Context, signature: Signature): View {
  const [, login] = /^\d+\+(.+)@users\.noreply\.github\.com$/.exec(signature.email) ?? [];
  const user = findUser(context.site, login ?? signature.name);
  return {
    __typename: "GitActor",
    name: signature.name,
    email: signature.email,
    date: signature.date,
    avatarUrl: `${context.site.url}/avatars/0`,
    user: user && user.type === "User" ? userView(context, user.login) : null,
  };
}

export function refView(context: Context, repository: Repository, ref: string, sha: string): View {
  const name = ref.replace(/^refs\/(heads|tags)\//, "");
  return {
    __typename: "Ref",
    id: nodeId("Ref", `${repository.id}:${ref}`),
    name,
    prefix: ref.slice(0, ref.length - name.length),
    target: () => commitView(context, repository, sha),
    repository: () => repositoryView(context, repository),
    branchProtectionRule: () => protectionView(context, repository, name),
    refUpdateRule: () => refUpdateRuleView(context, repository, name),
    associatedPullRequests: (args: Arguments) => associated(context, repository, name, args),
    compare: async (args: Arguments) => {
      const git = context.site.git(repository);
      const head = git.refs.get(`refs/heads/${text(args, "headRef")}`);
      if (!head) return null;
      const { ahead, behind } = await aheadBehind(git, sha, head);
      return {
        __typename: "Comparison",
        id: nodeId("Ref", `${sha}...${head}`),
        aheadBy: ahead,
        behindBy: behind,
        status: ahead > 0 ? (behind > 0 ? "DIVERGED" : "AHEAD") : behind > 0 ? "BEHIND" : "IDENTICAL",
      };
    },
  };
}

function associated(context: Context, repository: Repository, branch: string, args: Arguments): View {
  const rows = context.site.store.filter(
    "pulls",
    (pull) => pull.headRepository === repository.id && pull.headRef === branch,
  );
  return connection(rows, args, "PullRequestConnection", (pull) => pullView(context, pull));
}

const STATE: { [state: string]: string } = {
  error: "ERROR",
  failure: "FAILURE",
  pending: "PENDING",
  success: "SUCCESS",
};

function contextView(context: Context, repository: Repository, status: Status): View {
  return {
    __typename: "StatusContext",
    id: nodeId("StatusContext", status.id),
    context: status.context,
    state: STATE[status.state],
    description: status.description,
    targetUrl: status.targetUrl,
    createdAt: status.createdAt,
    creator: () => actorView(context, status.creator),
    avatarUrl: null,
    isRequired: (args: Arguments) => isRequired(context, repository, status.context, args),
    commit: () => commitView(context, repository, status.sha),
  };
}

/** Required by the rules of the pull request's base that the field names, else of the default branch. */
function isRequired({ site }: Context, repository: Repository, name: string, args: Arguments): boolean {
  const number = typeof args.pullRequestNumber === "number" ? args.pullRequestNumber : undefined;
  const pull = number === undefined ? undefined : findPull(site, repository, number);
  const applied = appliedRules(site, repository, pull?.baseRef ?? repository.defaultBranch);
  return rulesOfType(applied, "required_status_checks").some((rule) =>
    rule.parameters.required_status_checks.some((check) => check.context === name),
  );
}

async function signatureView({ site }: Context, repository: Repository, sha: string): Promise<View | null> {
  const found = await signatureOf(site, site.git(repository), sha);
  return (
    (found && {
      __typename: "GpgSignature",
      isValid: found.verified,
      state: found.verified ? "VALID" : "UNKNOWN_KEY",
      signature: found.signature,
      payload: found.payload,
      wasSignedByGitHub: found.verified,
      email: "noreply@github.com",
      keyId: null,
      signer: null,
      verifiedAt: null,
    }) ??
    null
  );
}

function statusView(context: Context, repository: Repository, sha: string): View | null {
  const latest = latestStatuses(context.site, repository, sha);
  if (latest.length === 0) return null;
  const views = latest.map((status) => contextView(context, repository, status));
  return {
    __typename: "Status",
    id: nodeId("StatusContext", `${repository.id}:${sha}`),
    state: worst(latest.map((status) => STATE[status.state] ?? "PENDING")),
    contexts: views,
    context: (args: Arguments) => views.find((view) => view.context === args.name) ?? null,
    commit: () => commitView(context, repository, sha),
  };
}

function worst(states: string[]): string {
  for (const state of ["FAILURE", "ERROR", "PENDING", "EXPECTED"])
    if (states.includes(state)) return state === "ERROR" ? "FAILURE" : state;
  return "SUCCESS";
}

/** Statuses, and the check runs that pull requests count. Null where there are none. */
export function rollupView(context: Context, repository: Repository, sha: string): View | null {
  const statuses = latestStatuses(context.site, repository, sha);
  const checks = countedChecks(context.site, repository, sha);
  if (statuses.length + checks.length === 0) return null;
  const rows: (() => View)[] = [
    ...checks.map((check) => () => checkView(context, repository, check)),
    ...statuses.map((status) => () => contextView(context, repository, status)),
  ];
  const state = worst([
    ...statuses.map((status) => STATE[status.state] ?? "PENDING"),
    ...checks.map(checkState),
  ]);
  return {
    __typename: "StatusCheckRollup",
    id: nodeId("StatusCheckRollup", `${repository.id}:${sha}`),
    state,
    commit: () => commitView(context, repository, sha),
    contexts: (args: Arguments) =>
      connection(rows, args, "StatusCheckRollupContextConnection", (row) => row(), {
        checkRunCount: checks.length,
        statusContextCount: statuses.length,
      }),
  };
}

function checkState(check: CheckRun): string {
  if (check.status !== "completed") return "PENDING";
  return ["success", "neutral", "skipped"].includes(check.conclusion ?? "") ? "SUCCESS" : "FAILURE";
}

function checkView(context: Context, repository: Repository, check: CheckRun): View {
  const job = context.site.store.get("jobs", check.id);
  const url = check.detailsUrl ?? `${repoPage(context.site, repository)}/runs/${check.id}`;
  return {
    __typename: "CheckRun",
    id: nodeId("CheckRun", check.id),
    databaseId: check.id,
    name: check.name,
    status: check.status.toUpperCase(),
    conclusion: check.conclusion?.toUpperCase() ?? null,
    detailsUrl: url,
    url,
    permalink: url,
    startedAt: check.startedAt,
    completedAt: check.completedAt,
    title: check.title,
    summary: check.summary,
    text: check.text,
    externalId: check.externalId,
    isRequired: (args: Arguments) => isRequired(context, repository, check.name, args),
    checkSuite: () => suiteView(context, repository, job?.runId ?? check.id, check.app),
  };
}

/** One suite for every run, and one for the check runs that were posted; `filterBy.checkName` leaves those that have such a check. */
function suitesView(context: Context, repository: Repository, sha: string, args: Arguments): View {
  const { site } = context;
  const checks = checkRunsOf(site, repository, sha);
  const posted = checks.filter((check) => site.store.get("jobs", check.id) === undefined);
  const [firstPosted] = posted;
  const suites = [
    ...suitesOf(context, repository, sha).map((run) => ({
      run,
      checks: checks.filter((check) => site.store.get("jobs", check.id)?.runId === run),
    })),
    ...(firstPosted ? [{ run: firstPosted.id, checks: posted }] : []),
  ].filter((suite) => suite.checks.some((check) => isNamed(check, args)) || filterOf(args) === undefined);
  return connection(suites, args, "CheckSuiteConnection", (suite) => ({
    ...suiteView(context, repository, suite.run),
    checkRuns: (inner: Arguments) =>
      connection(
        suite.checks.filter((check) => isNamed(check, inner)),
        inner,
        "CheckRunConnection",
        (check) => checkView(context, repository, check),
      ),
  }));
}

function filterOf({ filterBy }: Arguments): unknown {
  return typeof filterBy === "object" && filterBy !== null && "checkName" in filterBy
    ? filterBy.checkName
    : undefined;
}

const isNamed = (check: CheckRun, args: Arguments): boolean =>
  filterOf(args) === undefined || filterOf(args) === check.name;

function suitesOf({ site }: Context, repository: Repository, sha: string): number[] {
  return site.store
    .filter("runs", (run) => run.repository === fullName(repository) && run.headSha === sha)
    .map((run) => run.id);
}

function suiteView(
  context: Context,
  repository: Repository,
  runId: number,
  appId: number = ACTIONS_APP.id,
): View {
  const app = context.site.store.get("apps", appId) ?? ACTIONS_APP;
  const run = context.site.store.get("runs", runId);
  const status = run?.status ?? "completed";
  return {
    __typename: "CheckSuite",
    id: nodeId("CheckSuite", runId),
    databaseId: runId,
    status: status === "pending" ? "QUEUED" : status.toUpperCase(),
    conclusion: run?.conclusion?.toUpperCase() ?? null,
    app: {
      __typename: "App",
      id: nodeId("App", app.id),
      databaseId: app.id,
      slug: app.slug,
      name: app.name,
    },
    workflowRun: run
      ? {
          __typename: "WorkflowRun",
          id: nodeId("WorkflowRun", run.id),
          databaseId: run.id,
          event: run.event,
          runNumber: run.runNumber,
          createdAt: run.createdAt,
          updatedAt: run.updatedAt,
          url: `${repoPage(context.site, repository)}/actions/runs/${run.id}`,
          workflow: {
            __typename: "Workflow",
            id: nodeId("Workflow", run.path),
            databaseId: null,
            name: run.name,
          },
        }
      : null,
    createdAt: run?.createdAt ?? repository.createdAt,
    updatedAt: run?.updatedAt ?? repository.createdAt,
    repository: () => repositoryView(context, repository),
  };
}

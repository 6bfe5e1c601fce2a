/** Reads live state into a snapshot: one wide GraphQL query, one list of runs, and what a person's permission decides. */
import { createHash } from "node:crypto";
import { z } from "zod";
import { CONFIG_PATH, defaultConfig } from "../domain/config.ts";
import { peopleToAsk } from "../domain/decide/people.ts";
import { NightshiftError } from "../domain/errors.ts";
import { parsePersonCommand } from "../domain/person-command.ts";
import { MERGE_STATUS, REVIEW_STATUS } from "../domain/pull-facts.ts";
import { pullBlockFromBranch } from "../domain/rebuild.ts";
import { parseRunTitle } from "../domain/run-title.ts";
import type {
  CommentSnapshot,
  FeatureIssue,
  OwnText,
  Person,
  PullSnapshot,
  RepositorySnapshot,
  RequirementSnapshot,
  RunSnapshot,
  StatusSnapshot,
  ThreadSnapshot,
} from "../domain/snapshot.ts";
import {
  AskBlock,
  FindingBlock,
  PullBlock,
  RequirementBlock,
  ReviewBlock,
  readBlock,
} from "../domain/state-block.ts";
import { ACTIONS_BOT } from "../domain/words.ts";
import { parseConfigFile } from "../ops/config-file.ts";
import { type GitHub, GitHubRefusal } from "./client.ts";
import { OBSERVE, THREADS } from "./queries.ts";
import {
  type ActorNode,
  type CommentNode,
  Observation,
  type PullNode,
  type RequirementNode,
  ThreadPage,
  type WorkflowRunNode,
  WorkflowRuns,
} from "./shapes.ts";

const WORKFLOW = /^\.github\/workflows\/(nightshift-(?:code|review|merge|doorbell))\.ya?ml/;

export interface ObserveOptions {
  now: () => Date;
  /** Pull requests whose threads are read with their texts. */
  threadsOf?: readonly number[];
  /** Runs of our workflows are leases and attempts; who only writes down a finished result needs none. Default true. */
  runs?: boolean;
  /** Permissions that this run asked for a moment ago; only other people are asked for again. */
  knownWriters?: ReadonlyMap<string, boolean>;
  /** Label and prefix, when they are known before the configuration is read. */
  labelPrefix?: string;
}

/** The repository as it is now. Throws CONFIG_INVALID when its configuration on the default branch cannot be read. */
export async function observe(github: GitHub, options: ObserveOptions): Promise<RepositorySnapshot> {
  const first = await readWide(github, options.labelPrefix ?? defaultConfig().label_prefix);
  const config = parseConfigFile(first.config?.text ?? undefined);
  const wide =
    config.label_prefix === (options.labelPrefix ?? defaultConfig().label_prefix)
      ? first
      : await readWide(github, config.label_prefix);
  const identity = ACTIONS_BOT;
  const defaultBranch = wide.defaultBranchRef;
  if (defaultBranch?.target == null) {
    throw new NightshiftError(
      "ENVIRONMENT_UNFIT",
      `${github.repository} has no commit on its default branch yet; push one first.`,
    );
  }
  const standard = { branch: defaultBranch.name, head: defaultBranch.target.oid };
  const base =
    config.base === undefined || config.base === standard.branch
      ? standard
      : await readBranch(github, config.base);
  const prefix = config.label_prefix;
  const requirements = [...wide.issues, ...wide.closedIssues]
    .map((node) => requirementOf(node, identity, prefix))
    .sort((a, b) => a.number - b.number);
  const pulls = [...wide.merged, ...wide.closed, ...wide.open]
    .map((node) => pullOf(node, identity))
    .map((pull) =>
      pull.block !== undefined || pull.fork || pull.author.login !== identity
        ? pull
        : { ...pull, block: pullBlockFromBranch(pull, requirements, config.branch_prefix) },
    )
    .sort((a, b) => a.number - b.number);
  const runs = options.runs === false ? [] : await readRuns(github, standard.branch, pulls, identity);
  const seen: Omit<RepositorySnapshot, "writers"> = {
    repository: github.repository,
    private: wide.isPrivate,
    identity,
    config,
    base,
    requirements,
    pulls: await withThreads(
      github,
      await withKnownSince(github, pulls, identity),
      options.threadsOf ?? [],
      identity,
    ),
    runs,
    mergedBefore: pulls.some(
      (pull) => pull.state === "merged" && pull.author.login === identity && pull.block !== undefined,
    ),
    labelIds: new Map((wide.labels ?? []).map((label) => [label.name, label.id])),
    at: options.now().toISOString(),
  };
  const known = options.knownWriters ?? new Map<string, boolean>();
  const unknown = peopleToAsk(seen).filter((login) => !known.has(login));
  return { ...seen, writers: new Map([...known, ...(await readWriters(github, unknown))]) };
}

async function readWide(github: GitHub, prefix: string) {
  const variables = {
    owner: github.owner,
    name: github.name,
    label: [prefix],
    prefix,
    config: `HEAD:${CONFIG_PATH}`,
  };
  return Observation.parse(await github.graphql(OBSERVE, variables)).repository;
}

async function readBranch(github: GitHub, branch: string): Promise<{ branch: string; head: string }> {
  const Branch = z.object({ commit: z.object({ sha: z.string() }) });
  try {
    const { data } = await github.rest("GET /repos/{owner}/{repo}/branches/{branch}", { branch });
    return { branch, head: Branch.parse(data).commit.sha };
  } catch (error) {
    if (!(error instanceof GitHubRefusal)) throw error;
    throw new NightshiftError("CONFIG_INVALID", `${CONFIG_PATH}: base: there is no branch "${branch}".`, {
      cause: error,
    });
  }
}

/** Who of `logins` may write now: GitHub's live permission, never the author association. An error counts as no. */
export async function readWriters(github: GitHub, logins: readonly string[]): Promise<Map<string, boolean>> {
  const Permission = z.object({ permission: z.string() });
  const answers = await Promise.all(
    logins.map(async (username): Promise<[string, boolean]> => {
      try {
        const { data } = await github.rest("GET /repos/{owner}/{repo}/collaborators/{username}/permission", {
          username,
        });
        return [username, ["admin", "maintain", "write"].includes(Permission.parse(data).permission)];
      } catch (error) {
        if (error instanceof GitHubRefusal) return [username, false];
        throw error;
      }
    }),
  );
  return new Map(answers);
}

async function readRuns(
  github: GitHub,
  branch: string,
  pulls: readonly PullSnapshot[],
  identity: string,
): Promise<RunSnapshot[]> {
  const { data } = await github.rest("GET /repos/{owner}/{repo}/actions/runs", {
    branch,
    per_page: 100,
    exclude_pull_requests: true,
  });
  const runs = WorkflowRuns.parse(data)
    .workflow_runs.filter((run) => WORKFLOW.test(run.path))
    .map(runOf);
  const missing = runsBehindStatuses(pulls, identity).filter((id) => !runs.some((run) => run.id === id));
  for (const id of missing.slice(0, 10)) {
    const run = await readRun(github, id, branch);
    if (run) runs.push(run);
  }
  return runs;
}

async function readRun(github: GitHub, id: number, branch: string): Promise<RunSnapshot | undefined> {
  try {
    const { data } = await github.rest("GET /repos/{owner}/{repo}/actions/runs/{run_id}", { run_id: id });
    const run = WorkflowRuns.shape.workflow_runs.element.parse(data);
    return WORKFLOW.test(run.path) && run.head_branch === branch ? runOf(run) : undefined;
  } catch (error) {
    if (error instanceof GitHubRefusal) return undefined;
    throw error;
  }
}

/** Run ids that our statuses on open pull requests point to. */
function runsBehindStatuses(pulls: readonly PullSnapshot[], identity: string): number[] {
  const ids = pulls
    .filter((pull) => pull.state === "open")
    .flatMap((pull) =>
      pull.statuses.filter((status) => status.creator === identity && status.context !== MERGE_STATUS),
    )
    .map((status) => Number(/\/actions\/runs\/(\d+)/.exec(status.targetUrl)?.[1] ?? Number.NaN))
    .filter((id) => Number.isInteger(id));
  return [...new Set(ids)];
}

function runOf(run: WorkflowRunNode): RunSnapshot {
  return {
    id: run.id,
    workflow: WORKFLOW.exec(run.path)?.[1] ?? run.path,
    title: parseRunTitle(run.display_title),
    live: run.status !== "completed",
    conclusion: run.conclusion ?? undefined,
    event: run.event,
    createdAt: run.created_at,
  };
}

/** Where somebody approved without naming a SHA, the time at which this head was first under review. */
async function withKnownSince(
  github: GitHub,
  pulls: readonly PullSnapshot[],
  identity: string,
): Promise<PullSnapshot[]> {
  const Statuses = z.array(
    z.object({
      context: z.string(),
      created_at: z.string(),
      creator: z.object({ login: z.string() }).nullable(),
    }),
  );
  return Promise.all(
    pulls.map(async (pull) => {
      const asked = pull.state === "open" && pull.comments.some((comment) => approvesSomeHead(comment));
      if (!asked) return pull;
      const { data } = await github.rest("GET /repos/{owner}/{repo}/commits/{ref}/statuses", {
        ref: pull.head,
        per_page: 100,
      });
      const times = Statuses.parse(data)
        .filter((status) => status.context === REVIEW_STATUS && status.creator?.login === identity)
        .map((status) => status.created_at)
        .sort();
      return { ...pull, headKnownSince: times[0] };
    }),
  );
}

function approvesSomeHead(comment: CommentSnapshot): boolean {
  const command = parsePersonCommand(comment.body);
  return (
    command !== undefined && command !== "unknown" && command.name === "approve" && command.sha === undefined
  );
}

/** A pull request without a review has no thread to read. */
async function withThreads(
  github: GitHub,
  pulls: readonly PullSnapshot[],
  wanted: readonly number[],
  identity: string,
): Promise<PullSnapshot[]> {
  return Promise.all(
    pulls.map(async (pull) => {
      if (!wanted.includes(pull.number) || pull.reviews.length === 0) return pull;
      return { ...pull, threads: await readThreads(github, pull.number, identity) };
    }),
  );
}

async function readThreads(github: GitHub, number: number, identity: string): Promise<ThreadSnapshot[]> {
  const threads: ThreadSnapshot[] = [];
  let after: string | null = null;
  do {
    const page = ThreadPage.parse(
      await github.graphql(THREADS, { owner: github.owner, name: github.name, number, after }),
    );
    const { nodes, pageInfo } = page.repository.pullRequest.reviewThreads;
    for (const node of nodes ?? []) {
      if (node === null) continue;
      const [first] = node.comments;
      threads.push({
        id: node.id,
        resolved: node.isResolved,
        outdated: node.isOutdated,
        path: node.path,
        line: node.line ?? node.originalLine ?? undefined,
        block: first && isOwn(first, identity) ? readBlock(FindingBlock, first.body) : undefined,
        comments: node.comments.map((comment) => ({
          author: personOf(comment.author),
          body: comment.body,
          createdAt: comment.createdAt,
        })),
      });
    }
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after !== null);
  return threads;
}

function requirementOf(node: RequirementNode, identity: string, prefix: string): RequirementSnapshot {
  const labelled = node.timelineItems
    .filter((item) => item.__typename === "LabeledEvent" && item.label?.name === prefix)
    .at(-1);
  const sticky = node.comments.find(
    (comment) => isOwn(comment, identity) && readBlock(RequirementBlock, comment.body) !== undefined,
  );
  return {
    number: node.number,
    nodeId: node.id,
    title: node.title,
    body: node.body,
    textHash: textHash(node.title, node.body),
    lastEdit: lastEditOf(node),
    open: node.state === "OPEN",
    author: personOf(node.author),
    labels: (node.labels ?? []).map((label) => label.name),
    labelled: labelled ? { by: personOf(labelled.actor ?? null), at: labelled.createdAt ?? "" } : undefined,
    comments: node.comments.map(commentOf),
    sticky: sticky ? ownText(sticky, RequirementBlock) : undefined,
    stickyCreatedAt: sticky?.createdAt,
    features: node.subIssues.map(
      (issue): FeatureIssue => ({
        number: issue.number,
        nodeId: issue.id,
        title: issue.title,
        body: issue.body,
        open: issue.state === "OPEN",
        labels: (issue.labels ?? []).map((label) => label.name),
        comments: issue.comments.map(commentOf),
      }),
    ),
  };
}

/** sha256 of title and body: the text that a person authorised. */
export function textHash(title: string, body: string): string {
  return createHash("sha256")
    .update(JSON.stringify([title, body]))
    .digest("hex");
}

function lastEditOf(node: RequirementNode): RequirementSnapshot["lastEdit"] {
  const edits = node.timelineItems
    .filter((item) => item.__typename === "RenamedTitleEvent")
    .map((item) => ({ by: personOf(item.actor ?? null), at: item.createdAt ?? "" }));
  if (node.lastEditedAt !== null) edits.push({ by: personOf(node.editor), at: node.lastEditedAt });
  return edits.sort((a, b) => a.at.localeCompare(b.at)).at(-1);
}

function pullOf(node: PullNode, identity: string): PullSnapshot {
  const own =
    node.author?.login !== undefined &&
    personOf(node.author).login === identity &&
    isUnedited(node, identity);
  const head = node.commits.find((item) => item.commit.oid === node.headRefOid);
  const said = node.comments.find(
    (comment) => isOwn(comment, identity) && readBlock(AskBlock, comment.body) !== undefined,
  );
  return {
    number: node.number,
    nodeId: node.id,
    title: node.title,
    body: node.body,
    block: own ? readBlock(PullBlock, node.body) : undefined,
    state: node.state === "OPEN" ? "open" : node.state === "MERGED" ? "merged" : "closed",
    draft: node.isDraft,
    author: personOf(node.author),
    fork: node.isCrossRepository,
    branch: node.headRefName,
    head: node.headRefOid,
    base: { branch: node.baseRefName, head: node.baseRef?.target?.oid ?? "" },
    mergeable: node.mergeable === "MERGEABLE" ? "yes" : node.mergeable === "CONFLICTING" ? "no" : "unknown",
    labels: (node.labels ?? []).map((label) => label.name),
    files: (node.files?.nodes ?? []).flatMap((file) =>
      file ? [{ path: file.path, added: file.additions, deleted: file.deletions }] : [],
    ),
    filesComplete: node.files?.pageInfo.hasNextPage !== true,
    statuses: (head?.commit.status?.contexts ?? []).map(statusOf),
    headKnownSince: undefined,
    reviews: (node.reviews ?? []).map((review) => ({
      author: personOf(review.author),
      state: review.state.toLowerCase() as Lowercase<typeof review.state>,
      head: review.commit?.oid ?? "",
      body: review.body,
      block: isOwn(review, identity) ? readBlock(ReviewBlock, review.body) : undefined,
      submittedAt: review.submittedAt ?? "",
    })),
    threads: [],
    comments: node.comments.map(commentOf),
    ask: said ? ownText(said, AskBlock) : undefined,
    mergeCommit: node.mergeCommit?.oid,
    foreignCommits: node.commits.some((item) => !isOurCommit(item.commit.author)),
  };
}

const BOT_MAIL = /^(\d+\+)?github-actions\[bot\]@users\.noreply\.github\.com$/;

function isOurCommit(author: { email: string | null; user: { login: string } | null } | null): boolean {
  return author !== null && BOT_MAIL.test(author.email ?? "");
}

function statusOf(status: {
  context: string;
  state: string;
  description: string | null;
  targetUrl: string | null;
  createdAt: string;
  creator: ActorNode;
}): StatusSnapshot {
  const states: Record<string, StatusSnapshot["state"]> = {
    SUCCESS: "success",
    FAILURE: "failure",
    ERROR: "error",
  };
  return {
    context: status.context,
    state: states[status.state] ?? "pending",
    description: status.description ?? "",
    targetUrl: status.targetUrl ?? "",
    creator: personOf(status.creator).login,
    createdAt: status.createdAt,
  };
}

function commentOf(node: CommentNode): CommentSnapshot {
  return {
    id: node.databaseId ?? 0,
    nodeId: node.id,
    author: personOf(node.author),
    body: node.body,
    createdAt: node.createdAt,
    edited: node.lastEditedAt !== null,
    handled: (node.reactionGroups ?? []).some((group) => group.viewerHasReacted),
  };
}

function ownText<Block>(node: CommentNode, schema: z.ZodType<Block>): OwnText<Block> {
  return { id: node.databaseId ?? 0, body: node.body, block: readBlock(schema, node.body) };
}

/** Written by us, and last edited by us if at all. */
function isOwn(
  text: { author: ActorNode; editor: ActorNode; lastEditedAt: string | null },
  identity: string,
): boolean {
  return personOf(text.author).login === identity && isUnedited(text, identity);
}

function isUnedited(text: { editor: ActorNode; lastEditedAt: string | null }, identity: string): boolean {
  return text.lastEditedAt === null || personOf(text.editor).login === identity;
}

/** GraphQL calls a bot `github-actions`, REST calls it `github-actions[bot]`; we write it as REST does. */
function personOf(actor: ActorNode): Person {
  if (actor === null) return { login: "ghost", bot: false };
  const bot = actor.__typename === "Bot";
  return { login: bot && !actor.login.endsWith("[bot]") ? `${actor.login}[bot]` : actor.login, bot };
}

/** What the pages show, read from GitHub's API as the person: only what is shown, everything else is ignored. */
import { z } from "zod";
import { type GitHub, GitHubRefusal } from "../../github/client.ts";
import { THREADS } from "../../github/queries.ts";
import { type ThreadNode, ThreadPage } from "../../github/shapes.ts";

const Login = z
  .object({ login: z.string() })
  .nullable()
  .transform((user) => user?.login ?? "ghost");
const Text = z
  .string()
  .nullish()
  .transform((text) => text ?? "");
const Labels = z.array(z.object({ name: z.string() })).transform((labels) => labels.map(({ name }) => name));

const Issue = z.object({
  number: z.number(),
  title: z.string(),
  body: Text,
  state: z.string(),
  user: Login,
  labels: Labels,
  created_at: z.string(),
  pull_request: z.unknown().optional(),
});
export type Issue = z.infer<typeof Issue>;

const Comment = z.object({ id: z.number(), user: Login, body: Text, created_at: z.string() });
export type Comment = z.infer<typeof Comment>;

const Pull = z.object({
  number: z.number(),
  title: z.string(),
  body: Text,
  state: z.string(),
  draft: z.boolean().optional(),
  merged_at: z.string().nullable(),
  user: Login,
  labels: Labels,
  created_at: z.string(),
  head: z.object({ ref: z.string(), sha: z.string() }),
  base: z.object({ ref: z.string() }),
});
export type Pull = z.infer<typeof Pull>;

const ChangedFile = z.object({
  filename: z.string(),
  status: z.string(),
  additions: z.number(),
  deletions: z.number(),
  patch: z.string().optional(),
});
export type ChangedFile = z.infer<typeof ChangedFile>;

const Review = z.object({
  id: z.number(),
  user: Login,
  state: z.string(),
  body: Text,
  commit_id: z.string().nullable(),
  submitted_at: z.string().optional(),
});
export type Review = z.infer<typeof Review>;

/** A commit status or a check run. */
export interface Check {
  name: string;
  state: string;
  text: string;
  url: string;
}
const Statuses = z.object({
  statuses: z.array(
    z.object({ context: z.string(), state: z.string(), description: Text, target_url: Text }),
  ),
});
const CheckRuns = z.object({
  check_runs: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      conclusion: z.string().nullable(),
      details_url: Text,
      output: z.object({ title: Text }),
    }),
  ),
});

/** A page of a hundred: what a person reads. */
const PAGE = { per_page: 100 } as const;

async function list<Item extends z.ZodType>(
  github: GitHub,
  item: Item,
  route: string,
  parameters: Record<string, unknown> = {},
): Promise<z.infer<Item>[]> {
  const { data } = await github.rest(route, { ...PAGE, ...parameters });
  return z.array(item).parse(data);
}

/** Issues without pull requests, newest first. */
export async function readIssues(github: GitHub): Promise<Issue[]> {
  const all = await list(github, Issue, "GET /repos/{owner}/{repo}/issues", { state: "all" });
  return all.filter(({ pull_request }) => pull_request === undefined);
}

export interface IssueView {
  issue: Issue;
  comments: Comment[];
}

/** Undefined when there is none. */
export async function readIssue(github: GitHub, issue_number: number): Promise<IssueView | undefined> {
  return found(async () => {
    const { data } = await github.rest("GET /repos/{owner}/{repo}/issues/{issue_number}", { issue_number });
    return { issue: Issue.parse(data), comments: await readComments(github, issue_number) };
  });
}

function readComments(github: GitHub, issue_number: number): Promise<Comment[]> {
  return list(github, Comment, "GET /repos/{owner}/{repo}/issues/{issue_number}/comments", { issue_number });
}

export function readPulls(github: GitHub): Promise<Pull[]> {
  return list(github, Pull, "GET /repos/{owner}/{repo}/pulls", { state: "all" });
}

export interface PullView {
  pull: Pull;
  comments: Comment[];
  reviews: Review[];
  threads: ThreadNode[];
  files: ChangedFile[];
  checks: Check[];
}

/** Undefined when there is none. */
export async function readPull(github: GitHub, pull_number: number): Promise<PullView | undefined> {
  const of = { pull_number };
  return found(async () => {
    const { data } = await github.rest("GET /repos/{owner}/{repo}/pulls/{pull_number}", of);
    const pull = Pull.parse(data);
    const [comments, reviews, threads, files, checks] = await Promise.all([
      readComments(github, pull_number),
      list(github, Review, "GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews", of),
      readThreads(github, pull_number),
      list(github, ChangedFile, "GET /repos/{owner}/{repo}/pulls/{pull_number}/files", of),
      readChecks(github, pull.head.sha),
    ]);
    return { pull, comments, reviews, threads, files, checks };
  });
}

async function readThreads(github: GitHub, number: number): Promise<ThreadNode[]> {
  const { owner, name } = github;
  const answer = await github.graphql(THREADS, { owner, name, number, after: null });
  const { nodes } = ThreadPage.parse(answer).repository.pullRequest.reviewThreads;
  return (nodes ?? []).flatMap((node) => node ?? []);
}

async function readChecks(github: GitHub, ref: string): Promise<Check[]> {
  const [statuses, runs] = await Promise.all([
    github.rest("GET /repos/{owner}/{repo}/commits/{ref}/status", { ref, ...PAGE }),
    github.rest("GET /repos/{owner}/{repo}/commits/{ref}/check-runs", { ref, ...PAGE }),
  ]);
  return [
    ...Statuses.parse(statuses.data).statuses.map(({ context, state, description, target_url }) => ({
      name: context,
      state,
      text: description,
      url: target_url,
    })),
    ...CheckRuns.parse(runs.data).check_runs.map(({ name, status, conclusion, details_url, output }) => ({
      name,
      state: conclusion ?? status,
      text: output.title,
      url: details_url,
    })),
  ];
}

/** Names of the repository's labels. */
export async function readLabels(github: GitHub): Promise<string[]> {
  const labels = await list(github, z.object({ name: z.string() }), "GET /repos/{owner}/{repo}/labels");
  return labels.map(({ name }) => name).sort();
}

async function found<Result>(read: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof GitHubRefusal && error.status === 404) return undefined;
    throw error;
  }
}

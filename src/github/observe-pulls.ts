/** Reads what the wide query leaves out of pull requests: threads with their texts, and since when a head is under review. */
import { z } from "zod";
import { parsePersonCommand } from "../domain/person-command.ts";
import { carriedFrom, REVIEW_STATUS } from "../domain/pull-facts.ts";
import type { CommentSnapshot, PullSnapshot, RepositorySnapshot } from "../domain/snapshot.ts";
import type { GitHub } from "./client.ts";
import { THREADS } from "./queries.ts";
import { type ReviewThreads, type ThreadNode, ThreadPage } from "./shapes.ts";
import { threadOf } from "./snapshot-of.ts";

const Statuses = z.array(
  z.object({
    context: z.string(),
    created_at: z.string(),
    creator: z.object({ login: z.string() }).nullable(),
  }),
);
const Comparison = z.object({ behind_by: z.int() });
const Files = z.array(z.object({ filename: z.string(), previous_filename: z.string().optional() }));

/** Where somebody approved without naming a SHA, the time at which this head, or the one that its verdict comes from, was first under review. */
export async function withKnownSince(
  github: GitHub,
  pulls: readonly PullSnapshot[],
  { identity, runs }: Pick<RepositorySnapshot, "identity" | "runs">,
): Promise<PullSnapshot[]> {
  return Promise.all(
    pulls.map(async (pull) => {
      const asked = pull.state === "open" && pull.comments.some((comment) => approvesSomeHead(comment));
      if (!asked) return pull;
      const [first] = carriedFrom({ identity, runs }, pull);
      const { data } = await github.rest("GET /repos/{owner}/{repo}/commits/{ref}/statuses", {
        ref: first ?? pull.head,
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

/** Where it matters, whether a branch contains its base as it is now. */
export async function withBases(
  github: GitHub,
  pulls: readonly PullSnapshot[],
  matters: (pull: PullSnapshot) => boolean,
): Promise<PullSnapshot[]> {
  return Promise.all(
    pulls.map(async (pull) => {
      if (!matters(pull)) return pull;
      const { data } = await github.rest("GET /repos/{owner}/{repo}/compare/{basehead}", {
        basehead: `${pull.base.head}...${pull.head}`,
        per_page: 1,
      });
      return { ...pull, onBase: Comparison.parse(data).behind_by === 0 };
    }),
  );
}

function approvesSomeHead(comment: CommentSnapshot): boolean {
  const command = parsePersonCommand(comment.body);
  return (
    command !== undefined && command !== "unknown" && command.name === "approve" && command.sha === undefined
  );
}

/** The wide query knows that a file was renamed, and not from where; only open pull requests with such a file are asked again. */
export async function withOldPaths(github: GitHub, pulls: readonly PullSnapshot[]): Promise<PullSnapshot[]> {
  return Promise.all(
    pulls.map(async (pull) => {
      if (pull.state !== "open" || pull.files.every((file) => file.oldPath === undefined)) return pull;
      const { data } = await github.rest("GET /repos/{owner}/{repo}/pulls/{pull_number}/files", {
        pull_number: pull.number,
        per_page: 100,
      });
      const before = new Map(Files.parse(data).map((file) => [file.filename, file.previous_filename]));
      const files = pull.files.map((file) =>
        file.oldPath === undefined ? file : { ...file, oldPath: before.get(file.path) ?? "" },
      );
      return { ...pull, files };
    }),
  );
}

/** Threads that the wide question brought along. */
interface FirstThreads {
  number: number;
  reviewThreads: ReviewThreads;
}

/** A pull request without a review has no thread to read. */
export async function withThreads(
  github: GitHub,
  pulls: readonly PullSnapshot[],
  wanted: readonly number[],
  { identity, read }: { identity: string; read: FirstThreads | undefined },
): Promise<PullSnapshot[]> {
  return Promise.all(
    pulls.map(async (pull) => {
      if (!wanted.includes(pull.number) || pull.reviews.length === 0) return pull;
      const first = read?.number === pull.number ? read.reviewThreads : undefined;
      const nodes = await readThreads(github, pull.number, first);
      return { ...pull, threads: nodes.map((node) => threadOf(node, identity)) };
    }),
  );
}

/** All threads, page by page, from the `first` page on when it is already there. */
async function readThreads(
  github: GitHub,
  number: number,
  first: ReviewThreads | undefined,
): Promise<ThreadNode[]> {
  const threads: ThreadNode[] = [];
  let page = first ?? (await readThreadPage(github, number, null));
  for (;;) {
    threads.push(...(page.nodes ?? []).filter((node) => node !== null));
    if (!page.pageInfo.hasNextPage) return threads;
    page = await readThreadPage(github, number, page.pageInfo.endCursor);
  }
}

async function readThreadPage(github: GitHub, number: number, after: string | null): Promise<ReviewThreads> {
  const { owner, name } = github;
  return ThreadPage.parse(await github.graphql(THREADS, { owner, name, number, after })).repository
    .pullRequest.reviewThreads;
}

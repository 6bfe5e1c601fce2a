/**
 * What must hold whatever happens. Some of it is checked at the moment of a write, by somebody who sees the world as it is
 * then; the rest when everybody is at rest.
 */
import { z } from "zod";
import type { PullSnapshot, RepositorySnapshot } from "../../src/domain/snapshot.ts";
import type { Call } from "./faults.ts";
import type { World } from "./world.ts";

const Status = z.object({ context: z.string(), state: z.string(), description: z.string().nullable() });
const Pull = z.object({
  number: z.number(),
  merged: z.boolean().optional(),
  head: z.object({ ref: z.string(), sha: z.string() }),
  base: z.object({ sha: z.string() }),
  merge_commit_sha: z.string().nullable(),
});
const Comment = z.object({ body: z.string(), user: z.object({ login: z.string() }) });

const Issue = z.object({
  number: z.number(),
  title: z.string(),
  user: z.object({ login: z.string() }),
  pull_request: z.unknown().optional(),
});

const BOT = "github-actions[bot]";
/** GITHUB_TOKEN: requests an hour for a repository. */
const QUOTA = 1_000;

/** A commit that a person made, and must never be lost. */
export interface Watch {
  /** To be called after every write of a job that had an effect. */
  afterWrite(call: Omit<Call, "fault">): Promise<void>;
  /** Before a merge is asked for: what it would merge. */
  beforeMerge(number: number): Promise<void>;
  violations: string[];
  /** Commits that people made. */
  human: string[];
  /** What landed on another base than it was verified with: somebody pushed between the manager's look and its merge. */
  raced: { number: number; landed: string }[];
}

export function watch(world: () => World): Watch {
  const violations: string[] = [];
  const human: string[] = [];
  const raced: Watch["raced"] = [];
  let merging: { number: number; base: string | undefined } | undefined;
  const get = async (route: string, parameters: Record<string, unknown>) =>
    (await world().ada.rest(route, { per_page: 100, ...parameters })).data;
  return {
    violations,
    human,
    raced,
    async beforeMerge(number) {
      const { merged } = Pull.parse(
        await get("GET /repos/{owner}/{repo}/pulls/{pull_number}", { pull_number: number }),
      );
      merging = merged ? undefined : { number, base: world().refs().get("refs/heads/main") };
    },
    async afterWrite({ what }) {
      if (what.endsWith("/merge") && merging) {
        const pull = Pull.parse(
          await get("GET /repos/{owner}/{repo}/pulls/{pull_number}", { pull_number: merging.number }),
        );
        if (pull.merged) violations.push(...(await unfitMerge(get, pull, merging.base, raced)));
        merging = undefined;
      }
      if (/^POST .*\/pulls$/.test(what)) {
        const open = z.array(Pull).parse(await get("GET /repos/{owner}/{repo}/pulls", { state: "open" }));
        for (const ref of doubles(open.map(({ head }) => head.ref)))
          violations.push(`${ref} has more than one open pull request`);
      }
      for (const sha of human) {
        const kept = [...world().refs().values()].some((tip) => world().history.isAncestor(sha, tip));
        if (!kept) violations.push(`the commit ${sha} of a person is lost after ${what}`);
      }
    },
  };
}

type Get = (route: string, parameters: Record<string, unknown>) => Promise<unknown>;

/** Merged head, approved head and verified head are one, on the base that was verified; GitHub guards a merge by its head alone. */
async function unfitMerge(
  get: Get,
  { number, head, merge_commit_sha: landed }: z.infer<typeof Pull>,
  base: string | undefined,
  raced: Watch["raced"],
): Promise<string[]> {
  const statuses = z
    .array(Status)
    .parse(await get("GET /repos/{owner}/{repo}/commits/{ref}/statuses", { ref: head.sha }));
  const newest = (context: string) => statuses.find((status) => status.context === context);
  const problems: string[] = [];
  if (newest("nightshift/review")?.state !== "success")
    problems.push(`#${number} was merged at ${head.sha}, which the review did not approve`);
  const verified = newest("nightshift/verify");
  if (verified?.state !== "success")
    problems.push(`#${number} was merged at ${head.sha}, which is not verified`);
  else if (!verified.description?.includes(base ?? "?")) raced.push({ number, landed: landed ?? "" });
  return problems;
}

/** What must hold when everybody is at rest. */
export async function atRest(world: World, snapshot: RepositorySnapshot): Promise<string[]> {
  return [
    ...pullsOf(snapshot),
    ...(await commentsOf(world)),
    ...(await unverifiedOf(world)),
    ...labelsOf(snapshot),
    ...leftBehind(world),
    ...(await overQuota(world)),
  ];
}

function pullsOf({ pulls }: RepositorySnapshot): string[] {
  const keyOf = ({ block }: PullSnapshot) => `${block?.requirement}/${block?.key}`;
  const ours = pulls.filter(({ block }) => block !== undefined);
  return [
    ...doubles(ours.filter(({ state }) => state === "open").map(keyOf)).map(
      (key) => `feature ${key} has two open pull requests`,
    ),
    ...doubles(ours.filter(({ state }) => state === "merged").map(keyOf)).map(
      (key) => `feature ${key} is merged twice`,
    ),
  ];
}

/** What landed on a base that moved in that moment was verified as it landed. */
async function unverifiedOf({ ada, watch }: World): Promise<string[]> {
  const problems: string[] = [];
  for (const { number, landed } of watch.raced) {
    const { data } = await ada.rest("GET /repos/{owner}/{repo}/commits/{ref}/statuses", { ref: landed });
    const verified = z
      .array(Status)
      .parse(data)
      .find(({ context }) => context === "nightshift/verify");
    if (verified?.state !== "success")
      problems.push(
        `#${number} landed as ${landed} on a base that it was not verified with, nor was it afterwards`,
      );
  }
  return problems;
}

/** Nothing is said twice at one place, whoever was killed while saying it. */
async function commentsOf({ ada }: World): Promise<string[]> {
  const { data } = await ada.rest("GET /repos/{owner}/{repo}/issues", { state: "all", per_page: 100 });
  const issues = z.array(Issue).parse(data);
  const ours = issues.filter(({ user, pull_request }) => user.login === BOT && pull_request === undefined);
  const problems = doubles(ours.map(({ title }) => title)).map((title) => `two issues are called "${title}"`);
  for (const { number, pull_request } of z
    .array(z.object({ number: z.number(), pull_request: z.unknown().optional() }))
    .parse(data)) {
    const said = z.array(Comment).parse(
      (
        await ada.rest("GET /repos/{owner}/{repo}/issues/{issue_number}/comments", {
          issue_number: number,
          per_page: 100,
        })
      ).data,
    );
    for (const text of doubles(
      said.filter(({ user }) => user.login === BOT).map(({ body }) => meaning(body)),
    ))
      problems.push(`#${number} says twice: ${text.slice(0, 80)}`);
    if (pull_request === undefined) continue;
    for (const place of ["reviews", "comments"]) {
      const route = `GET /repos/{owner}/{repo}/pulls/{pull_number}/${place}`;
      const parts = z
        .array(Comment.extend({ commit_id: z.string().nullable(), path: z.string().optional() }))
        .parse((await ada.rest(route, { pull_number: number, per_page: 100 })).data);
      const own = parts.filter(({ user, body }) => user.login === BOT && body !== "");
      for (const text of doubles(
        own.map(({ body, path, commit_id }) => `${path ?? ""} ${commit_id} ${meaning(body)}`),
      ))
        problems.push(`#${number} has twice among its ${place}: ${text.slice(0, 120)}`);
    }
  }
  return problems;
}

/** What a person reads: without the hidden block, without the number of the run. */
function meaning(body: string): string {
  return body
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/runs\/\d+/g, "runs/…")
    .trim();
}

/** One state at a time, and a reason wherever a person is asked. */
function labelsOf({ requirements, pulls, identity }: RepositorySnapshot): string[] {
  const states = (labels: readonly string[]) =>
    labels.filter((label) => label.startsWith("nightshift:") && !label.startsWith("nightshift:risk"));
  const things = [...requirements.flatMap((one) => [one, ...one.features]), ...pulls];
  const unclear = things
    // Nothing is written while a person paused it: what a run said in that same moment stays beside it until they resume.
    .filter(({ labels }) => !labels.includes("nightshift:paused") && new Set(states(labels)).size > 2)
    .map(({ number, labels }) => `#${number} has ${states(labels).join(", ")}`);
  const silent = things
    .filter(({ labels }) => labels.includes("nightshift:needs-human"))
    .filter(({ number }) => {
      const pull = pulls.find((one) => one.number === number);
      const requirement = requirements.find(
        (one) => one.number === number || one.features.some((f) => f.number === number),
      );
      const about = [
        ...(pull?.comments ?? []),
        ...(requirement?.comments ?? []),
        ...(requirement?.features.flatMap((f) => f.comments) ?? []),
        ...pulls.filter((one) => one.block?.feature === number).flatMap((one) => one.comments),
      ];
      return !about.some(
        ({ author, body }) => author.login === identity && body.includes("A person has to decide"),
      );
    })
    .map(({ number }) => `#${number} needs a person and does not say why`);
  return [...unclear, ...silent];
}

/** A branch of ours belongs to an open pull request. */
function leftBehind(world: World): string[] {
  return world
    .runs()
    .filter(({ status }) => status !== "completed")
    .map(({ displayTitle }) => `${displayTitle} never ended`);
}

async function overQuota({ calls }: World): Promise<string[]> {
  const hours = new Map<number, number>();
  for (const { at } of calls) {
    const hour = Math.floor(at / 3_600_000);
    hours.set(hour, (hours.get(hour) ?? 0) + 1);
  }
  return [...hours].filter(([, count]) => count > QUOTA).map(([, count]) => `${count} requests in one hour`);
}

function doubles(texts: readonly string[]): string[] {
  return [...new Set(texts.filter((text, at) => texts.indexOf(text) !== at))];
}

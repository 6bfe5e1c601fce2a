/** A provider asked us to wait: a comment where the work belongs says until when. Such a comment can only make us do less. */
import { quiet } from "./quiet.ts";
import type { CommentSnapshot, RepositorySnapshot } from "./snapshot.ts";
import { DeferredBlock, readBlock, withBlock } from "./state-block.ts";

/** Nobody is believed who asks for more: a person would rather be asked. */
const LONGEST_WAIT_MS = 24 * 60 * 60_000;

/** Body of the comment. `until` comes from a job that ran a model; it counts up to a day from `now`. */
export function renderDeferral(until: string, now: Date, why: string): string {
  const latest = now.getTime() + LONGEST_WAIT_MS;
  const moment = new Date(Math.min(Date.parse(until), latest)).toISOString();
  const text = `**Waits until ${clock(moment)}.** ${quiet(why)} The first sweep after that goes on; \`/nightshift retry\` does not wait.`;
  return withBlock(text, { v: 1, kind: "deferred", until: moment });
}

/** The moment before which the work that these comments belong to is not tried; undefined when it may be tried now. */
export function deferredUntil(
  { identity, at }: Pick<RepositorySnapshot, "identity" | "at">,
  comments: readonly CommentSnapshot[],
  /** Of the newest retry by a person: what was written before it no longer counts. */
  since: string,
): string | undefined {
  const moments = comments
    .filter(({ author, edited, createdAt }) => author.login === identity && !edited && createdAt > since)
    .flatMap(({ body }) => readBlock(DeferredBlock, body)?.until ?? [])
    .sort();
  const last = moments.at(-1);
  return last !== undefined && Date.parse(last) > Date.parse(at) ? last : undefined;
}

export function waitText(until: string | undefined): string {
  return until === undefined ? "" : `The model's provider asked to wait until ${clock(until)}.`;
}

/** `2026-11-22 14:05 UTC`, rounded up: who looks at that minute finds it over. */
function clock(moment: string): string {
  const minute = new Date(Math.ceil(Date.parse(moment) / 60_000) * 60_000);
  return `${minute.toISOString().slice(0, 16).replace("T", " ")} UTC`;
}

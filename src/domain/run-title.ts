/**
 * The `run-name` of our workflows: `code · issue 1`, `code · feature 3`, `code · pull 7 · <head>`, `verify · pull 7 · <head>`,
 * `review · pull 7 · <head>`, `merge`.
 * A lease is a live run: whoever wants to know whether an author or a reviewer is at work reads the titles of runs that are
 * not completed. The templates write them; an architecture test holds both together.
 */

export type RunSubject = { kind: "issue" | "feature" | "pull"; number: number } | { kind: "none" };

export interface RunTitle {
  agent: "code" | "verify" | "review" | "merge";
  subject: RunSubject;
  head: string | undefined;
}

const TITLE = /^(code|verify|review|merge)(?: · (issue|feature|pull) (\d{1,10}))?(?: · ([0-9a-f]{40}))?$/;

/** Undefined for a title that is not one of ours. */
export function parseRunTitle(title: string): RunTitle | undefined {
  const match = TITLE.exec(title.trim());
  if (!match) return undefined;
  const [, agent, kind, number, head] = match;
  if (agent !== "code" && agent !== "verify" && agent !== "review" && agent !== "merge") return undefined;
  const known = kind === "issue" || kind === "feature" || kind === "pull";
  return { agent, subject: known ? { kind, number: Number(number) } : { kind: "none" }, head };
}

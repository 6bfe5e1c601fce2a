/** Lessons from reviews: one line each in `.github/nightshift/lessons.md`, read by the agents from the base branch, proposed by us, merged by people. */
import { quiet } from "./quiet.ts";
import type { PullSnapshot, RepositorySnapshot, ThreadSnapshot } from "./snapshot.ts";
import { canWrite } from "./snapshot.ts";
import { visiblePart } from "./state-block.ts";

export const LESSONS_PATH = ".github/nightshift/lessons.md";
const MOST_LINES = 60;
const MOST_BYTES = 8_000;
const LONGEST = 300;

const HEAD = `# Lessons

What reviews of this repository have taught; Nightshift's agents read this file from the base branch. It grows by pull requests that a
person merges. Delete what is wrong or no longer true.

`;
const LINE = /^- (\d{4}-\d{2}-\d{2}) (.+)$/;

export interface Lesson {
  /** ISO date of the day on which it was learned. */
  day: string;
  text: string;
}

export function parseLessons(file: string): Lesson[] {
  return file.split("\n").flatMap((line) => {
    const [, day, text] = LINE.exec(line.trim()) ?? [];
    return day === undefined || text === undefined ? [] : [{ day, text }];
  });
}

/** The file with `fresh` lessons added: each text once, the newest first, as many as fit. Undefined when nothing is new. */
export function addLessons(file: string, fresh: readonly Lesson[]): string | undefined {
  const known = parseLessons(file);
  const keys = new Set(known.map(({ text }) => keyOf(text)));
  const added = fresh.filter(({ text }) => {
    const isNew = !keys.has(keyOf(text));
    keys.add(keyOf(text));
    return isNew;
  });
  if (added.length === 0) return undefined;
  const lines: string[] = [];
  let bytes = Buffer.byteLength(HEAD);
  for (const { day, text } of [...added, ...known].sort((a, b) => b.day.localeCompare(a.day))) {
    const line = `- ${day} ${text}\n`;
    bytes += Buffer.byteLength(line);
    if (lines.length === MOST_LINES || bytes > MOST_BYTES) break;
    lines.push(line);
  }
  return HEAD + lines.join("");
}

/** Case, punctuation and spaces make no other lesson. */
function keyOf(text: string): string {
  return text
    .replace(/ \(#\d+\)$/, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

const WONT_FIX = /^(won['’]?t[ -]?fix|wontfix|works as intended|by design)\b[:.,\s-]*/i;

/** The comment by which a person who may write said that a finding is not to be fixed. */
export function wontFix(snapshot: Pick<RepositorySnapshot, "writers">, { comments }: ThreadSnapshot) {
  return comments.find(({ author, body }) => canWrite(snapshot, author) && WONT_FIX.test(body.trim()));
}

/**
 * What the reviews of a pull request teach: serious findings that were fixed are to be minded, and findings that a person who may
 * write marked with "won't fix" are not to be reported again. Everything else teaches nothing.
 */
export function lessonsOf(snapshot: RepositorySnapshot, pull: PullSnapshot, day: string): Lesson[] {
  return pull.threads.flatMap((thread) => {
    const title = findingIn(snapshot, thread);
    if (title === undefined) return [];
    const marked = wontFix(snapshot, thread);
    if (marked) {
      const why = marked.body.trim().replace(WONT_FIX, "").split("\n")[0] ?? "";
      return [lesson(day, `Do not report: ${title}${why === "" ? "" : ` (${why})`}`, pull.number)];
    }
    const isSerious = thread.block?.severity === "blocker" || thread.block?.severity === "major";
    return isSerious && thread.resolved ? [lesson(day, `Mind: ${title}`, pull.number)] : [];
  });
}

function lesson(day: string, text: string, pull: number): Lesson {
  const plain = quiet(text.replace(/\s+/g, " ").trim()).slice(0, LONGEST);
  return { day, text: `${plain} (#${pull})` };
}

/** The title of a finding of ours, as its comment shows it. */
function findingIn(snapshot: RepositorySnapshot, { block, comments }: ThreadSnapshot): string | undefined {
  const [first] = comments;
  if (block === undefined || first?.author.login !== snapshot.identity) return undefined;
  return /^\*\*(.+?)\*\*/.exec(visiblePart(first.body))?.[1];
}

/**
 * What people are told outside of GitHub: one notice for each state that needs a person or that ends a requirement. The comment of
 * ours that says what is needed carries a mark once its notice is out, so nothing else has to be remembered. Who is killed between
 * the notice and the mark tells it again, under the same id. Pure.
 */
import type { Command } from "./command.ts";
import type { RequirementFacts } from "./requirement-facts.ts";
import type { CommentSnapshot, PullSnapshot, RepositorySnapshot } from "./snapshot.ts";
import { visiblePart } from "./state-block.ts";

export const NOTICE_EVENTS = ["needs-human", "complete"] as const;
export type NoticeEvent = (typeof NOTICE_EVENTS)[number];

export interface Notice {
  event: NoticeEvent;
  subject: { kind: "requirement" | "feature" | "pull request"; number: number; title: string };
  /** What is needed, or what was done: one line of plain text. */
  text: string;
  /** The comment that says it, as it stands without the mark: the same words in the same place are the same notice. */
  said: { comment: number; body: string };
  /** Marks the comment that says it, so that it is told once. */
  mark: Command;
}

/** What one ladder decided about one thing. */
export interface Decided {
  kind: "pull" | "foreign" | "requirement" | "landed" | "revert";
  number: number;
  rung: string;
}

/** In a comment of ours: its notice is out, or it needs none. */
export const TOLD = "<!-- nightshift:told -->";
const LONGEST = 300;

/** Rungs on which something stands that only a person ends, and says so in a comment of ours. */
const FOR_PEOPLE: Readonly<Record<Decided["kind"], ReadonlySet<string>>> = {
  pull: new Set(["needs-human", "awaits-approval"]),
  requirement: new Set(["needs-human", "awaits-plan-approval", "paused"]),
  revert: new Set(),
  foreign: new Set(),
  landed: new Set([
    "revert-open",
    "revert-impossible",
    "revert-without-result",
    "base-without-result",
    "base-red-before",
    "base-ci-stays-red",
    "base-ci-unfit",
  ]),
};

/** Notices that are due and not yet out. A pull request speaks for its feature, and for a requirement that is its own feature. */
export function dueNotices(
  snapshot: RepositorySnapshot,
  decided: readonly Decided[],
  requirements: readonly RequirementFacts[],
): Notice[] {
  const asking = (kind: Decided["kind"], number: number) =>
    decided.some((one) => one.kind === kind && one.number === number && FOR_PEOPLE[kind].has(one.rung));
  const ofPulls = snapshot.pulls
    .filter(({ number }) => asking("pull", number) || asking("landed", number))
    .flatMap((pull) => noticeOf("needs-human", { kind: "pull request", ...pull }, askOf(snapshot, pull)));
  const spoken = new Set(
    snapshot.pulls
      .filter(({ number }) => asking("pull", number))
      .flatMap(({ block }) => block?.feature ?? []),
  );
  const ofRequirements = requirements.flatMap((facts): Notice[] => {
    const { requirement, state } = facts;
    const subject = { kind: "requirement", ...requirement } as const;
    const said = newestOf(snapshot, requirement.comments);
    if (state === "complete") return isRecent(snapshot, said) ? noticeOf("complete", subject, said) : [];
    if (spoken.has(requirement.number) || !asking("requirement", requirement.number)) return [];
    if (state === "paused" && said?.body.startsWith("**Paused.**") !== true) return [];
    return noticeOf("needs-human", subject, said);
  });
  const { label_prefix: prefix } = snapshot.config;
  const ofFeatures = requirements
    .filter(({ state }) => state !== "complete")
    .flatMap(({ requirement }) => requirement.features)
    .filter(
      ({ number, labels, open }) => open && labels.includes(`${prefix}:needs-human`) && !spoken.has(number),
    )
    .flatMap((issue) =>
      noticeOf("needs-human", { kind: "feature", ...issue }, newestOf(snapshot, issue.comments)),
    );
  return [...ofPulls, ...ofRequirements, ...ofFeatures];
}

type Said = Pick<CommentSnapshot, "id" | "body">;

function noticeOf(event: NoticeEvent, subject: Notice["subject"], said: Said | undefined): Notice[] {
  if (said === undefined || said.body.includes(TOLD)) return [];
  const { kind, number, title } = subject;
  const shown = visiblePart(said.body);
  const body = `${shown}\n\n${TOLD}${said.body.slice(shown.length)}`;
  const mark: Command = { do: "say", number, id: said.id, body };
  return [
    {
      event,
      subject: { kind, number, title },
      text: plain(shown),
      said: { comment: said.id, body: said.body },
      mark,
    },
  ];
}

/** Only our own words are marked; the one comment that asks is rewritten for every new state, and the mark goes with it. */
function askOf(snapshot: RepositorySnapshot, pull: PullSnapshot): Said | undefined {
  return pull.ask ?? newestOf(snapshot, pull.comments);
}

function newestOf(
  snapshot: RepositorySnapshot,
  comments: readonly CommentSnapshot[],
): CommentSnapshot | undefined {
  return comments.filter(({ author }) => author.login === snapshot.identity).at(-1);
}

/** Who switches notices on is not told of what ended long ago. */
function isRecent({ at }: RepositorySnapshot, said: CommentSnapshot | undefined): boolean {
  return said !== undefined && Date.parse(at) - Date.parse(said.createdAt) < 36 * 3_600_000;
}

/** The first paragraph in one line, without Markdown. */
function plain(text: string): string {
  const [first = ""] = text.split(/\n{2,}/);
  const line = first
    .replace(/[*`]/g, "")
    .replace(/[\p{Cc}\u200b]+/gu, " ")
    .trim();
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST - 1)}…`;
}

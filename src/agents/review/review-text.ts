/** The text of a review: verdict, what has no line of its own, criteria, and what of the change was read. */
import type { HeldFinding, ReviewResult } from "../../domain/finding.ts";
import type { Coverage } from "../../domain/outcome.ts";
import { quiet } from "../../domain/quiet.ts";
import type { Verdict } from "../../domain/verdict.ts";
import { short } from "../../domain/words.ts";

const MOST_LISTED = 20;

export interface ReviewText {
  head: string;
  round: number;
  verdict: Verdict;
  why: string;
  summary: string;
  /** Findings that are told here and nowhere else. */
  rest: readonly HeldFinding[];
  result: Pick<ReviewResult, "criteria" | "dropped">;
  deferred: readonly { path: string; why: string }[];
  coverage: Coverage | undefined;
  /** Set where Nightshift did not open the pull request. */
  foreign?: { asData: boolean } | undefined;
  /** Comments that GitHub did not take on their lines. */
  refused: number;
}

const TITLES: Readonly<Record<Verdict, string>> = {
  approved: "Approved",
  changes: "Changes needed",
  comment: "A person has to look",
};

/** People's own pull requests are neither approved nor held up by it. */
const FOREIGN_TITLES: Readonly<Record<Verdict, string>> = {
  approved: "Nothing serious found",
  changes: "Something to look at",
  comment: "A person has to look",
};

export function reviewText(text: ReviewText): string {
  const { head, round, verdict, why, summary, rest, result, deferred, coverage, refused, foreign } = text;
  const title = (foreign ? FOREIGN_TITLES : TITLES)[verdict];
  const sections = [
    `**${title}** at ${short(head)}, round ${round}. ${why}`,
    foreign ? foreignText(foreign) : "",
    summary === "" ? "" : quiet(summary),
    rest.length === 0 ? "" : ["Not on a line of this change:", ...rest.map(findingLine)].join("\n"),
    result.criteria.length === 0 ? "" : criteriaTable(result.criteria),
    deferred.length === 0
      ? ""
      : `Not read: ${listed(deferred.map((hunk) => `${code(hunk.path)} (${hunk.why})`))}`,
    coverage ? coverageText(coverage, result.dropped.length) : "",
    refused === 0
      ? ""
      : `${refused} ${refused === 1 ? "comment stands" : "comments stand"} on a file instead of a line, because GitHub refused the line. That is an error of Nightshift; please report it.`,
  ];
  return sections.filter((section) => section !== "").join("\n\n");
}

/** What this review could not do. */
function foreignText({ asData }: { asData: boolean }): string {
  const criteria =
    "No requirement stands behind this pull request, so there were no acceptance criteria to check it against.";
  return asData
    ? `${criteria} This head was read as data: nothing of it was laid out or run, and nothing but the change itself was read.`
    : criteria;
}

function findingLine({ path, title, severity, why, check }: HeldFinding): string {
  const doubt =
    check === "uncertain"
      ? " Not certain: please check."
      : check === "unchecked"
        ? " Nobody could check it."
        : "";
  return quiet(`- ${code(path)} **${title}** (${severity}): ${why.replaceAll("\n", " ")}${doubt}`);
}

function criteriaTable(criteria: ReviewResult["criteria"]): string {
  return [
    "| criterion | | evidence |",
    "|---|---|---|",
    ...criteria.map((check) => `| ${cell(check.criterion)} | ${check.state} | ${cell(check.evidence)} |`),
  ].join("\n");
}

/** What was read, folded away: it answers a question that most readers do not have. */
function coverageText(coverage: Coverage, droppedFindings: number): string {
  const { tier, why, passes, read, known, excluded, dependencies } = coverage;
  const lines = [
    `${counted(read, "part", "parts")} of the change read in ${counted(passes, "pass", "passes")} (${tier}: ${quiet(why)})${known > 0 ? `, ${known} read before and unchanged` : ""}.`,
    excluded.length === 0
      ? ""
      : `Not shown to a model: ${listed(excluded.map(({ path, rule }) => `${code(path)} (${rule})`))}.`,
    dependencies.length === 0
      ? ""
      : ["Packages:", ...capped(dependencies).map((line) => `- ${code(line)}`)].join("\n"),
    droppedFindings === 0
      ? ""
      : `${counted(droppedFindings, "reported finding was", "reported findings were")} dropped, because what ${droppedFindings === 1 ? "it" : "they"} said did not hold when it was checked; the log says which.`,
  ];
  const body = lines.filter((line) => line !== "").join("\n\n");
  return `<details><summary>What was read</summary>\n\n${body}\n\n</details>`;
}

function capped(items: readonly string[]): string[] {
  const more = items.length - MOST_LISTED;
  return more > 0 ? [...items.slice(0, MOST_LISTED), `and ${more} more`] : [...items];
}

function listed(items: readonly string[]): string {
  return capped(items).join(", ");
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** Paths come from the change; none of them may end its code span. */
function code(text: string): string {
  return `\`${text.replaceAll("`", "'").replaceAll("\n", " ")}\``;
}

function cell(text: string): string {
  return quiet(text).replaceAll("|", "\\|").replaceAll("\n", " ");
}

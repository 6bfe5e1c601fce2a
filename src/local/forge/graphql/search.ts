/** `search(type: ISSUE)`: the qualifiers that clients use, over everything the viewer can read. */
import { ApiError } from "../errors.ts";
import { labelsOf } from "../rest/serialize/issues.ts";
import { findPull, fullName, repositoryById } from "../site.ts";
import type { Issue } from "../store/records.ts";
import { canRead } from "../viewer.ts";
import { type Arguments, type Context, connection, demandBounds, text, type View } from "./context.ts";
import { issueOrPullView } from "./views/issue.ts";

type Test = (issue: Issue) => boolean;

export function search(context: Context, args: Arguments): View {
  if (args.type !== "ISSUE")
    throw new ApiError(422, "The local GitHub searches issues and pull requests only.", {
      type: "NOT_IMPLEMENTED",
    });
  demandBounds(args, "search");
  const tests = termsOf(text(args, "query")).map((term) => testOf(context, term));
  const rows = context.site.store.filter(
    "issues",
    (issue) =>
      canRead(context.viewer, repositoryById(context.site, issue.repository)) &&
      tests.every((test) => test(issue)),
  );
  rows.sort((one, other) => other.createdAt.localeCompare(one.createdAt) || other.number - one.number);
  const counts = {
    issueCount: rows.length,
    userCount: 0,
    repositoryCount: 0,
    codeCount: 0,
    discussionCount: 0,
    wikiCount: 0,
  };
  return connection(
    rows,
    args,
    "SearchResultItemConnection",
    (issue) => issueOrPullView(context, issue),
    counts,
  );
}

/** Splits at spaces outside of quotes. */
function termsOf(query: string): string[] {
  return [...query.matchAll(/(?:[^\s"]|"[^"]*")+/g)].map((match) => match[0].replaceAll('"', ""));
}

function testOf(context: Context, term: string): Test {
  if (term.startsWith("-")) {
    const inner = testOf(context, term.slice(1));
    return (issue) => !inner(issue);
  }
  const [, name = "", value = ""] = /^([a-z]+):(.*)$/i.exec(term) ?? [];
  const wanted = value.toLowerCase();
  const pull = (issue: Issue) =>
    findPull(context.site, repositoryById(context.site, issue.repository), issue.number);
  const tests: { [qualifier: string]: Test } = {
    repo: (issue) => fullName(repositoryById(context.site, issue.repository)).toLowerCase() === wanted,
    user: (issue) => repositoryById(context.site, issue.repository).owner.toLowerCase() === wanted,
    is: (issue) => isState(issue, wanted, pull(issue)?.merged ?? false, pull(issue)?.draft ?? false),
    type: (issue) => isState(issue, wanted, false, false),
    state: (issue) => issue.state === wanted,
    label: (issue) => labelsOf(context.site, issue).some((label) => label.name.toLowerCase() === wanted),
    author: (issue) =>
      issue.author.toLowerCase().replace(/\[bot\]$/, "") ===
      wanted.replace(/^app\//, "").replace(/\[bot\]$/, ""),
    assignee: (issue) => issue.assignees.some((login) => login.toLowerCase() === wanted),
    head: (issue) => pull(issue)?.headRef.toLowerCase() === wanted,
    base: (issue) => pull(issue)?.baseRef.toLowerCase() === wanted,
    draft: (issue) => String(pull(issue)?.draft ?? false) === wanted,
    sort: () => true,
    in: () => true,
    archived: () => wanted === "false",
  };
  const known = name === "" ? undefined : tests[name.toLowerCase()];
  if (known) return known;
  if (name !== "" && !value.startsWith("//"))
    throw new ApiError(422, `The local GitHub does not know the search qualifier "${name}:".`, {
      type: "NOT_IMPLEMENTED",
    });
  const word = term.toLowerCase();
  return (issue) => `${issue.title} ${issue.body ?? ""}`.toLowerCase().includes(word);
}

function isState(issue: Issue, wanted: string, merged: boolean, draft: boolean): boolean {
  const answers: { [word: string]: boolean } = {
    issue: !issue.isPull,
    pr: issue.isPull,
    open: issue.state === "open",
    closed: issue.state === "closed",
    merged,
    unmerged: !merged,
    draft,
    public: true,
  };
  return answers[wanted] ?? false;
}

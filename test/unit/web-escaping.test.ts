/** Whatever people, models and logs write stays text: it never changes the structure of a page. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { html, link, safeAddress } from "../../src/cli/web/html.ts";
import { renderIssue, renderIssues } from "../../src/cli/web/pages/issues.ts";
import { renderPage } from "../../src/cli/web/pages/layout.ts";
import { renderHome, renderOverview } from "../../src/cli/web/pages/overview.ts";
import { renderPull, renderPulls } from "../../src/cli/web/pages/pulls.ts";
import { renderMessages, renderRun, renderRuns } from "../../src/cli/web/pages/runs.ts";
import type { JobRecord, RunRecord } from "../../src/local/contract.ts";

const AT = "2026-11-22T20:00:00Z";
const REPO = "grace/shop";

/** Every page, with `text` in every place that holds what somebody wrote; bodies in Markdown, which makes structure, are another test's. */
function pagesWith(text: string): string[] {
  const body = "plain words";
  const frame = { login: text, formProof: "proof" };
  const issue = {
    number: 1,
    title: text,
    body,
    state: "open",
    user: text,
    labels: [text],
    created_at: AT,
  };
  const comment = { id: 2, user: text, body, created_at: AT };
  const pull = {
    ...issue,
    draft: false,
    merged_at: null,
    head: { ref: text, sha: text },
    base: { ref: text },
  };
  const author = { __typename: "User", login: text };
  const thread = {
    id: text,
    isResolved: false,
    isOutdated: true,
    path: text,
    line: 3,
    originalLine: 3,
    resolvedBy: null,
    comments: [{ body, createdAt: AT, lastEditedAt: null, author, editor: null }],
  };
  const view = {
    pull,
    comments: [comment],
    reviews: [{ id: 3, user: text, state: text, body, commit_id: text, submitted_at: AT }],
    threads: [thread],
    files: [
      {
        filename: text,
        status: text,
        additions: 1,
        deletions: 1,
        patch: `@@ -1 +1 @@ ${text}\n-${text}\n+${text}`,
      },
    ],
    checks: [{ name: text, state: text, text, url: `https://example.org/${text}` }],
  };
  const actor = { login: text, id: 1, type: "User" } as const;
  const run: RunRecord = {
    id: 4,
    repository: REPO,
    path: text,
    name: text,
    displayTitle: text,
    runNumber: 1,
    runAttempt: 1,
    event: text,
    status: "completed",
    conclusion: "failure",
    headBranch: text,
    headSha: text,
    actor,
    triggeringActor: actor,
    createdAt: AT,
    runStartedAt: AT,
    updatedAt: AT,
    trigger: {
      id: "d",
      name: text,
      repository: REPO,
      actor,
      payload: {},
      ref: text,
      sha: text,
      starts: "runs",
    },
  };
  const job: JobRecord = {
    id: 5,
    runId: 4,
    runAttempt: 1,
    repository: REPO,
    name: text,
    status: "completed",
    conclusion: "success",
    headSha: text,
    startedAt: AT,
    completedAt: AT,
    steps: [
      { number: 1, name: text, status: "completed", conclusion: "success", startedAt: AT, completedAt: AT },
    ],
    annotations: [{ level: "failure", message: text, path: text }],
    summary: body,
  };
  const status = {
    repository: REPO,
    base: text,
    mode: text,
    requirements: [
      {
        number: 1,
        title: text,
        open: true,
        state: text,
        rung: text,
        why: text,
        usd: 1,
        features: [
          {
            number: 2,
            key: text,
            title: text,
            state: text,
            why: text,
            pull: { number: 3, head: text, state: text, rung: text, why: text },
          },
        ],
      },
    ],
  };
  const overview = {
    status,
    agents: [{ agent: "code", about: text, state: text, why: text } as const],
    obstacles: [{ text, person: true }],
    atWork: [{ id: 4, title: text }],
  };
  const sent = {
    at: AT,
    run: 4,
    type: text,
    from: text,
    to: text,
    about: text,
    hops: 1,
    conversation: text,
    outcome: text,
  };
  return [
    renderHome([{ repository: REPO, problem: text, requirements: 1, waiting: 1 }]),
    renderOverview(frame, overview),
    renderIssues(REPO, [issue]),
    renderIssue(frame, REPO, { issue, comments: [comment] }, text, [text]),
    renderPulls(REPO, [pull]),
    renderPull(frame, REPO, view, text, [text]),
    renderRuns(REPO, [run]),
    renderRun(frame, {
      run,
      jobs: [job],
      logs: new Map([[5, text]]),
      problems: [{ file: text, line: 1, message: text }],
    }),
    renderMessages(REPO, [sent]),
  ].map((main) => renderPage(frame, { title: text, repository: REPO, notice: text, main }));
}

/** The tags of a page with the names of their attributes; everything that is text, or quoted, is left out. */
function shapeOf(page: string): string[] {
  return [...page.matchAll(/<[^>]*>/g)].map(([tag]) => tag.replace(/="[^"]*"/g, '=""'));
}

/** The same text without the characters that mean something to HTML. */
const tame = (text: string) => text.replace(/[<>&"']/g, "x");

const WORDS = [
  "<script>alert(1)</script>",
  "</pre>",
  "</textarea>",
  "</title>",
  '" onfocus="alert(1)" autofocus x="',
  "' onload='alert(1)",
  "&lt;b&gt;",
  "<img src=x onerror=alert(1)>",
  "-->",
  "<svg/onload=alert(1)>",
  "\u202E",
  "\u0000",
  "```\n",
  "#12 ",
  "\n",
];
const hostile = fc
  .array(fc.oneof(fc.constantFrom(...WORDS), fc.string({ unit: "binary", maxLength: 8 })), { maxLength: 6 })
  .map((parts) => parts.join(""));

describe("pages", () => {
  it("have the same structure whatever is written in them", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(pagesWith(text).map(shapeOf)).toEqual(pagesWith(tame(text)).map(shapeOf));
      }),
      { numRuns: 100 },
    );
  });

  it("have structure at all, and show the text", () => {
    const pages = pagesWith("plain words");
    for (const page of pages) {
      expect(shapeOf(page).length).toBeGreaterThan(15);
      expect(page).toContain("plain words");
    }
  });
});

describe("the template", () => {
  it("takes text as text and markup as markup", () => {
    expect(
      html`<p title="${'a"b'}">${"<i>"}${html`<b>${1}</b>`}${["&", undefined, false]}</p>`.toString(),
    ).toBe('<p title="a&#34;b">&#60;i&#62;<b>1</b>&#38;</p>');
  });

  it.each([
    "javascript:alert(1)",
    "JAVASCRIPT:alert(1)",
    "data:text/html,x",
    "vbscript:x",
    " x",
    "//evil",
    "/a",
  ])("makes no link of %s", (address) => {
    expect(safeAddress(address)).toBeUndefined();
    expect(link(address, "name").toString()).toBe("name");
  });
});

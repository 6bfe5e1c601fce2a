/** The demo's scenario, played against real repositories: what it writes works, and what it claims is true. */
import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { anchorOf } from "../../src/domain/anchor.ts";
import { planReview } from "../../src/domain/coverage.ts";
import { parseDiff } from "../../src/domain/diff.ts";
import { Plan } from "../../src/domain/feature.ts";
import { FeedbackOutput, ImplementOutput, RefuteOutput, ReviewOutput } from "../../src/domain/finding.ts";
import { standsIn } from "../../src/domain/quote.ts";
import { loadScenario } from "../../src/local/scripted-model/load-scenario.ts";
import { nameOf, type Scenario } from "../../src/local/scripted-model/scenario.ts";
import { defectsIn } from "./blog-scenario/defects.ts";
import { type Played, playRun, type Run } from "./blog-scenario/play-run.ts";
import { git, run } from "./blog-scenario/tools.ts";

const BLOG = "src/local/scripted-model/scenarios/blog";
const TRAVERSAL = "PRRT_kwDOAbc-1_x";
const PASSWORD = "PRRT_kwDOAbc-2_y";
const THREADS = `The findings:

thread ${PASSWORD} · src/accounts/accounts.js:18
The password is stored as it was typed

thread ${TRAVERSAL} · src/accounts/users.js:9
A user name can leave the directory of the users
`;

let root = "";
let scenario: Scenario;
let plan: ReturnType<typeof Plan.parse>;
const played: Played[] = [];

/** Plays a run in the repository and commits what it changed. */
async function act(agent: Run["agent"], mode: string, feature: string, round: number, brief?: string) {
  const one = await playRun(scenario, root, { agent, mode, feature, round }, brief ? { brief } : {});
  played.push(one);
  await git(root, "add", "-A");
  await git(root, "commit", "-q", "--allow-empty", "-m", `${agent} ${mode} ${feature} ${round}`);
  return one.output;
}

async function branch(name: string, from: string): Promise<void> {
  await git(root, "checkout", "-q", "-b", name, from);
}

/** Merges a branch into main as one commit, as the repository manager does. */
async function squash(name: string): Promise<void> {
  await git(root, "checkout", "-q", "main");
  await git(root, "merge", "-q", "--squash", name);
  await git(root, "commit", "-q", "-m", name);
}

async function changedFiles(from: string, to: string): Promise<string[]> {
  return (await git(root, "diff", "--name-only", from, to)).trim().split("\n");
}

/** Added lines of a file, as the new side of the diff shows them. */
async function addedLines(from: string, to: string, path: string): Promise<string[]> {
  const lines = (await git(root, "diff", from, to, "--", path)).split("\n");
  return lines.filter((line) => line.startsWith("+") && !line.startsWith("+++")).map((line) => line.slice(1));
}

async function defectsAt(commit: string) {
  await git(root, "checkout", "-q", commit);
  return defectsIn(root);
}

const implementations: { [feature: string]: unknown } = {};
const reviews: { [feature: string]: unknown } = {};
let feedback: unknown;
let secondReview: unknown;
let lens: unknown;
let refutation: unknown;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "blog-scenario-"));
  scenario = await loadScenario(BLOG);
  await cp(join(BLOG, "repository"), root, { recursive: true });
  await git(root, "init", "-q", "-b", "main");
  await git(root, "add", "-A");
  await git(root, "commit", "-q", "-m", "start");
  await git(root, "tag", "start");
  plan = Plan.parse(await act("code", "plan", "", 0));
  for (const { key } of plan.features) {
    await branch(key, "main");
    implementations[key] = await act("code", "implement", key, 0);
    await git(root, "tag", `${key}-0`);
    reviews[key] = await act("review", "review", key, 1);
    if (key === "accounts") {
      lens = await act("review", "lens", key, 1);
      refutation = await act("refute", "refute", key, 1);
      feedback = await act("code", "feedback", key, 1, THREADS);
      secondReview = await act("review", "review", key, 2, THREADS);
    }
    await git(root, "tag", `${key}-before`, "main");
    await squash(key);
    await git(root, "tag", `${key}-merged`);
  }
}, 240_000);

afterAll(() => rm(root, { recursive: true, force: true }));

test("the plan is four features in an order that can be built", () => {
  expect(plan.features.map(({ key, after }) => ({ key, after }))).toEqual([
    { key: "accounts", after: [] },
    { key: "posts", after: ["accounts"] },
    { key: "comments", after: ["posts"] },
    { key: "markdown", after: ["posts"] },
  ]);
});

test("each feature changes exactly the files that the plan says", async () => {
  const planned = plan.features.map(({ key, files }) => [key, [...files].sort()]);
  const changed = await Promise.all(
    plan.features.map(async ({ key }) => [key, (await changedFiles(`${key}-before`, `${key}-0`)).sort()]),
  );
  expect(Object.fromEntries(changed)).toEqual(Object.fromEntries(planned));
});

test("no feature touches what a person must approve: the manifest and the workflows", async () => {
  const changed = await changedFiles("start", "main");
  expect(changed.filter((path) => /^(\.|package)/.test(path))).toEqual([]);
});

test("every entry of the scenario is played, in a credible number of turns", () => {
  expect(played.map(({ entry }) => entry).sort()).toEqual(scenario.entries.map(nameOf).sort());
  for (const { entry, turns, tools } of played.filter((one) => !one.entry.includes("/lens/"))) {
    const [least, most] = /implement|feedback/.test(entry) ? [6, 12] : [3, 5];
    expect(turns, entry).toBeGreaterThanOrEqual(least);
    expect(turns, entry).toBeLessThanOrEqual(most);
    expect(tools, entry).toContain("read_file");
  }
});

test("every pull answers exactly the criteria of its feature", () => {
  for (const { key, criteria } of plan.features) {
    expect(ImplementOutput.parse(implementations[key]).criteria.map(({ criterion }) => criterion)).toEqual(
      criteria,
    );
    const review = ReviewOutput.parse(reviews[key]);
    expect(review.criteria.map(({ criterion, state }) => [criterion, state])).toEqual(
      criteria.map((criterion) => [criterion, "met"]),
    );
  }
});

test("the first review finds the two defects of accounts, and quotes added lines that are there once", async () => {
  const { findings } = ReviewOutput.parse(reviews.accounts);
  expect(findings.map(({ path, severity, category, side }) => ({ path, severity, category, side }))).toEqual([
    { path: "src/accounts/users.js", severity: "blocker", category: "security", side: "RIGHT" },
    { path: "src/accounts/accounts.js", severity: "blocker", category: "security", side: "RIGHT" },
  ]);
  for (const { path, quote } of findings) {
    const lines = await addedLines("accounts-before", "accounts-0", path);
    expect(
      lines.filter((line) => line === quote),
      quote,
    ).toHaveLength(1);
    expect(lines.join("\n").split(quote.trim()), quote).toHaveLength(2);
  }
});

test("the findings stand on lines of the pull request, as the product anchors them", async () => {
  const files = parseDiff(await git(root, "diff", "accounts-before", "accounts-0"));
  const anchors = ReviewOutput.parse(reviews.accounts).findings.map((finding) => anchorOf(finding, files));
  expect(anchors.map(({ kind }) => kind)).toEqual(["line", "line"]);
});

test("the second reader confirms both with code that stands there, and the other passes add nothing", async () => {
  const { checks } = RefuteOutput.parse(refutation);
  expect(checks.map(({ finding, verdict }) => [finding, verdict])).toEqual([
    ["F1", "confirmed"],
    ["F2", "confirmed"],
  ]);
  for (const { path, quote } of checks.flatMap(({ quotes }) => quotes))
    expect(standsIn(await git(root, "show", `accounts-0:${path}`), quote), quote).toBe(true);
  expect(ReviewOutput.parse(lens)).toMatchObject({ findings: [], threads: [], criteria: [] });
});

test("each change is small enough to be reviewed in one conversation, and not large", async () => {
  for (const [from, to] of [
    ["accounts-before", "accounts-0"],
    ["accounts-before", "accounts"],
    ["posts-before", "posts-0"],
    ["comments-before", "comments-0"],
    ["markdown-before", "markdown-0"],
  ] as const) {
    const diff = await git(root, "diff", from, to);
    const { portions, ledger } = planReview(parseDiff(diff), { portionLimit: 40_000, portionCount: 12 });
    expect(
      portions.map(({ characters }) => characters),
      to,
    ).toHaveLength(1);
    expect(
      ledger.filter(({ state }) => state !== "read"),
      to,
    ).toEqual([]);
    expect(diff.split("\n").length, to).toBeLessThan(1500);
  }
});

test("the other reviews find nothing", () => {
  for (const key of ["posts", "comments", "markdown"]) {
    expect(ReviewOutput.parse(reviews[key])).toMatchObject({ findings: [], threads: [] });
  }
});

test("the feedback and the second review answer the captured threads", () => {
  const { answers } = FeedbackOutput.parse(feedback);
  expect(answers.map(({ thread, action }) => [thread, action])).toEqual([
    [TRAVERSAL, "fixed"],
    [PASSWORD, "fixed"],
  ]);
  expect(answers[0]?.reply).toMatch(/SHA-256/);
  expect(answers[1]?.reply).toMatch(/scrypt/);
  const { findings, threads, criteria } = ReviewOutput.parse(secondReview);
  expect(findings).toEqual([]);
  expect(threads.map(({ thread, state }) => [thread, state])).toEqual([
    [TRAVERSAL, "fixed"],
    [PASSWORD, "fixed"],
  ]);
  expect(new Set(criteria.map(({ state }) => state))).toEqual(new Set(["met"]));
});

test("a name writes outside and a password lies in clear before the feedback, and neither after it", async () => {
  expect(await defectsAt("accounts-0")).toEqual({ outside: ["outside.json"], users: 1, inClear: true });
  expect(await defectsAt("accounts")).toEqual({ outside: [], users: 1, inClear: false });
});

test("the tests that the feedback adds fail with the first version", async () => {
  await git(root, "checkout", "-q", "accounts-0");
  await git(root, "checkout", "-q", "accounts", "--", "test/accounts-on-disk.test.js");
  const failure = await run(
    root,
    process.execPath,
    "--test",
    "--test-reporter=tap",
    "test/accounts-on-disk.test.js",
  ).catch(String);
  await git(root, "reset", "-q", "--hard");
  expect(failure).toMatch(/^ *not ok \d+ - a name cannot lead out of the directory of the users$/m);
  expect(failure).toMatch(/^ *not ok \d+ - no file holds a password$/m);
});

test("all tests of the blog pass after every script, and more of them each time", () => {
  const passed = played
    .filter(({ entry }) => /implement|feedback/.test(entry))
    .map((one) => [one.entry, one.passed]);
  expect(passed).toEqual([
    ["code/implement/accounts/0", 14],
    ["code/feedback/accounts/1", 22],
    ["code/implement/posts/0", 31],
    ["code/implement/comments/0", 40],
    ["code/implement/markdown/0", 73],
  ]);
});

test("the repository to start from passes its tests, and the last script's tree is what was merged", async () => {
  await git(root, "checkout", "-q", "start");
  expect(await run(root, process.execPath, "--test", "--test-reporter=tap")).toMatch(/^# pass 2$/m);
  expect(await git(root, "diff", "markdown-0", "main")).toBe("");
});

test("comments and markdown, built side by side on posts, merge without a conflict in either order", async () => {
  await branch("markdown-aside", "posts-merged");
  const aside: Run = { agent: "code", mode: "implement", feature: "markdown", round: 0 };
  await playRun(scenario, root, aside, { commands: false });
  await git(root, "add", "-A");
  await git(root, "commit", "-q", "-m", "markdown on posts");
  await git(root, "merge", "-q", "--no-edit", "comments");
  await git(root, "checkout", "-q", "--detach", "comments");
  await git(root, "merge", "-q", "--no-edit", "markdown-aside");
  expect(await git(root, "diff", "markdown-aside", "main")).toBe("");
});

test("the repository to start from verifies with node's own tests", async () => {
  const config = await readFile(join(BLOG, "repository/.github/nightshift.yml"), "utf8");
  expect(config).toBe("verify:\n  - node --test\n");
});

/** What becomes of findings between the model that reports them and the verdict: a real repository, a scripted model, real commands. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { reviewRange } from "../../src/cli/review/range.ts";
import { failsOn, type Report, reportOf } from "../../src/cli/review/report.ts";
import { Config } from "../../src/domain/config.ts";
import type { Entry, Turn } from "../../src/local/scripted-model/scenario.ts";
import { startScriptedModel } from "../../src/local/scripted-model/server.ts";
import { git } from "../e2e/cli-world.ts";
import { complete } from "../e2e/tiny-scenario.ts";

let root: string;
let base: string;
let head: string;

/** Twelve lines: read by a pass about everything and one about security. */
const LINES = Array.from({ length: 12 }, (_, at) => `export const value${at} = compute(${at});`);

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "nightshift-review-checks-"));
  await git(root, "init", "-q", "-b", "main");
  const commit = async (name: string, content: string) => {
    await writeFile(join(root, name), content);
    await git(root, "add", "-A");
    await git(root, "-c", "user.name=Grace", "-c", "user.email=g@example.org", "commit", "-qm", name);
    return git(root, "rev-parse", "HEAD");
  };
  base = await commit("README.md", "# Values\n");
  head = await commit("values.js", `${LINES.join("\n")}\n`);
});
afterAll(() => rm(root, { recursive: true, force: true }));

const finding = (at: number, more: object = {}) => ({
  path: "values.js",
  quote: LINES[at],
  severity: "major",
  category: "correctness",
  title: `Value ${at}`,
  why: `Number ${at} is wrong in a way of its own: reason${at} because${at} of${at} that${at}.`,
  ...more,
});
const lead = (...findings: object[]): Entry => ({
  when: { agent: "review", mode: "review" },
  turns: [complete("Read.", { findings, threads: [], criteria: [] })],
});
const LENS: Entry = {
  when: { agent: "review", mode: "lens" },
  turns: [complete("Read.", { findings: [], threads: [], criteria: [] })],
};
const refute = (...turns: Turn[]): Entry => ({ when: { agent: "refute" }, turns });
const says = (...checks: [string, string, ...string[]][]): Turn =>
  complete("Judged.", {
    checks: checks.map(([at, verdict, ...quotes]) => ({
      finding: at,
      verdict,
      why: `It is ${verdict}.`,
      quotes: quotes.map((quote) => ({ path: "values.js", quote })),
    })),
  });

async function review(entries: readonly Entry[], settings: object = {}): Promise<Report> {
  const model = await startScriptedModel({ scenario: { name: "checks", entries: [...entries] } });
  try {
    const config = Config.parse(settings);
    const keys = { anthropic: "key-of-the-test", openai: "", gemini: "" };
    const means = {
      config,
      models: config.model,
      keys,
      baseUrl: model.url,
      sandbox: "off" as const,
      log: () => undefined,
    };
    const range = {
      remote: { url: join(root, ".git"), token: "" },
      base,
      head,
      number: 1,
      title: "Values",
      body: "",
    };
    const edge = { env: process.env, fetch, now: () => new Date(), signal: new AbortController().signal };
    return reportOf(await reviewRange(range, means, edge));
  } finally {
    await model.close();
  }
}
const kept = ({ findings }: Report) => findings.map(({ title, severity, check }) => [title, severity, check]);
const droppedIn = ({ review: { outcome } }: Report) =>
  outcome.output?.dropped.map(({ title, why }) => [title, why]);

describe("a serious finding", () => {
  const real = LINES[0] ?? "";
  test("stands or falls with quotes that are there", async () => {
    const checks: Parameters<typeof says> = [
      ["F1", "confirmed", real],
      ["F2", "refuted", real],
      ["F3", "confirmed", "const madeUp = true;"],
      ["F4", "refuted", "const madeUp = true;"],
      ["F5", "uncertain"],
      ["F6", "uncertain"],
    ];
    const findings = [0, 1, 2, 3].map((at) => finding(at));
    const unsure = [finding(4, { category: "security" }), finding(5, { category: "performance" })];
    // The second reader is told once of the quotes that stand nowhere, and keeps to them.
    const report = await review([
      lead(...findings, ...unsure),
      LENS,
      refute(says(...checks), says(...checks)),
    ]);
    expect(kept(report)).toEqual([
      ["Value 0", "major", "confirmed"],
      ["Value 3", "major", "unchecked"],
      ["Value 4", "minor", "uncertain"],
    ]);
    expect(droppedIn(report)).toEqual([
      ["Value 1", "Refuted: It is refuted."],
      ["Value 2", "What confirmed it quotes code that does not stand there."],
      ["Value 5", "Not certain: It is uncertain."],
    ]);
    expect(report.verdict).toBe("changes");
  }, 60_000);

  test("that nobody could check makes a person look, and is neither lost nor a demand", async () => {
    const report = await review([lead(finding(0)), LENS]);
    expect(kept(report)).toEqual([["Value 0", "major", "unchecked"]]);
    expect(report).toMatchObject({ verdict: "comment", why: "1 serious finding could not be checked." });
    expect(failsOn(report, "major")).toBe(true);
  }, 60_000);

  test("that a second reader left out is asked for again, and small ones are not asked for", async () => {
    const small = finding(1, { severity: "minor" });
    const report = await review([
      lead(finding(0), small),
      LENS,
      refute(says(), says(["F1", "confirmed", real])),
    ]);
    expect(kept(report)).toEqual([
      ["Value 0", "major", "confirmed"],
      ["Value 1", "minor", "small"],
    ]);
  }, 60_000);
});

test("a finding whose code stands nowhere, or in no such file, is dropped before anybody is asked about it", async () => {
  const madeUp = [
    finding(0, { quote: "const madeUp = true;" }),
    finding(1, { path: "other.js" }),
    finding(2, { side: "LEFT" }),
  ];
  const report = await review([lead(...madeUp), LENS]);
  expect(kept(report)).toEqual([]);
  const why = "The code that it quotes does not stand there.";
  expect(droppedIn(report)).toEqual([0, 1, 2].map((at) => [`Value ${at}`, why]));
  expect(report.verdict).toBe("approved");
}, 60_000);

describe("a claim that a test fails", () => {
  const claim = finding(0, { claim: "tests" });
  test("is dropped when the verify commands pass, and nobody is asked about it", async () => {
    const report = await review([lead(claim), LENS], { verify: ["test -f values.js"] });
    expect(kept(report)).toEqual([]);
    expect(droppedIn(report)).toEqual([["Value 0", expect.stringContaining("all verify commands pass")]]);
    expect(report.verdict).toBe("approved");
  }, 60_000);

  test("is proved by what they print when they fail", async () => {
    const report = await review([lead(claim), LENS], { verify: ["echo the sum is wrong; exit 3"] });
    expect(kept(report)).toEqual([["Value 0", "major", "proved"]]);
    expect(report.findings[0]?.proof).toContain("ends with 3:\nthe sum is wrong");
    expect(report.verdict).toBe("changes");
  }, 60_000);
});

describe("a part of the change", () => {
  test("that one lens could not read is deferred, which forbids approval", async () => {
    const stuck = complete("I cannot tell.", undefined, "blocked");
    const report = await review([lead(), { ...LENS, turns: [stuck] }]);
    expect(report.review.outcome.deferred).toMatchObject([
      { path: "values.js", why: expect.stringContaining("a pass about security gave no result") },
    ]);
    expect(report).toMatchObject({ verdict: "comment", why: "1 part of the change was not read." });
    expect(failsOn(report, "blocker")).toBe(true);
  }, 60_000);

  test("that the provider keeps from being read ends the review without a verdict", async () => {
    const { status, output } = (await review([lead()])).review.outcome;
    expect({ status, output }).toEqual({ status: "failed", output: undefined });
  }, 60_000);
});

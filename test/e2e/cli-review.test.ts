/** `nightshift review` through the built bundle: three planted defects are kept, two made-up ones dropped, a clean range stays clean. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import type { Entry } from "../../src/local/scripted-model/scenario.ts";
import { type ScriptedModel, startScriptedModel } from "../../src/local/scripted-model/server.ts";
import { sarifProblems } from "../unit/sarif-schema.ts";
import { type Ended, git, KEY, nightshift } from "./cli-world.ts";
import { verifies } from "./requirements.ts";
import { complete } from "./tiny-scenario.ts";

const ORDERS = `export function openOrders(orders) {
  return orders.filter((order) => !order.paid);
}
`;
const DEFECTS = `import { execSync } from "node:child_process";
import { readFileSync } from "node:fs";

export function openOrders(orders) {
  return orders.filter((order) => order.paid);
}

/** Lines of one order's file. */
export function readOrder(name) {
  return readFileSync("data/" + name, "utf8").split("\\n");
}

export function archive(name) {
  execSync("tar czf backup.tgz data/" + name);
}
`;
const PAID = "  return orders.filter((order) => order.paid);";
const READ = '  return readFileSync("data/" + name, "utf8").split("\\n");';
const SHELL = '  execSync("tar czf backup.tgz data/" + name);';

const found = (title: string, quote: string, more: object = {}) => ({
  path: "orders.js",
  quote,
  severity: "blocker",
  category: "security",
  title,
  why: `${title}: the value comes from the caller as it is.`,
  ...more,
});
const review = (...findings: object[]) => complete("Read.", { findings, threads: [], criteria: [] });
const confirmed = (at: number, quote: string) => ({
  finding: `F${at}`,
  verdict: "confirmed",
  why: "Nothing on the way changes it.",
  quotes: [{ path: "orders.js", quote }],
});

/** Two passes that overlap, each with one defect that is not there, and a second reader. */
const FINDING: Entry[] = [
  {
    when: { agent: "review", mode: "review" },
    turns: [
      { calls: [{ name: "read_file", input: { path: "orders.js" } }] },
      review(
        found("Paid orders are listed as open", PAID, { category: "correctness", severity: "major" }),
        found("A name leads out of data/", READ),
        found("The token is logged", '  console.log("token", token);'),
      ),
    ],
  },
  {
    when: { agent: "review", mode: "lens" },
    turns: [
      review(
        found("A name leads out of data/", READ),
        found("A name becomes a command", SHELL),
        found("SQL is put together from input", 'db.query("SELECT * FROM orders WHERE id = " + id)', {
          path: "store.js",
        }),
      ),
    ],
  },
  {
    when: { agent: "refute" },
    turns: [complete("All hold.", { checks: [confirmed(1, READ), confirmed(2, SHELL), confirmed(3, PAID)] })],
  },
];

const Report = z.object({
  verdict: z.string(),
  findings: z.array(
    z.object({
      title: z.string(),
      check: z.string(),
      support: z.number(),
      lines: z.object({ start: z.number(), end: z.number() }),
    }),
  ),
  dropped: z.array(z.object({ title: z.string(), why: z.string() })),
  coverage: z.object({ tier: z.string(), passes: z.number(), read: z.number() }),
});

let root: string;
let finding: ScriptedModel;
let quietModel: ScriptedModel;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "nightshift-cli-review-"));
  finding = await startScriptedModel({ scenario: { name: "defects", entries: FINDING } });
  quietModel = await startScriptedModel({
    scenario: { name: "clean", entries: [{ when: { agent: "review" }, turns: [review()] }] },
  });
  await git(root, "init", "-q", "-b", "main");
  const commit = async (message: string, name: string, content: string) => {
    await writeFile(join(root, name), content);
    await git(root, "add", "-A");
    await git(root, "-c", "user.name=Grace", "-c", "user.email=g@example.org", "commit", "-qm", message);
    await git(root, "tag", message);
  };
  await commit("start", "orders.js", ORDERS);
  await commit("clean", "README.md", "# Orders\n\nWhat is open, and what is not.\n");
  await commit("defects", "orders.js", DEFECTS);
});
afterAll(async () => {
  await finding.close();
  await quietModel.close();
  await rm(root, { recursive: true, force: true });
});

const run = (model: ScriptedModel, base: string, head: string, ...more: string[]): Promise<Ended> =>
  nightshift([
    "review",
    "--repo",
    root,
    "--base",
    base,
    "--head",
    head,
    "--base-url",
    model.url,
    "--sandbox",
    "off",
    ...more,
  ]);

describe("a range of commits, reviewed without any forge", () => {
  test(`the three defects are kept, the two made-up ones dropped (${verifies("review.range")})`, async () => {
    const { code, stdout, stderr } = await run(finding, "clean", "defects", "--json", "--fail-on", "major");
    expect(stderr).not.toContain(KEY);
    const report = Report.parse(JSON.parse(stdout));
    expect(
      report.findings.map(({ title, check, support, lines }) => [title, check, support, lines.start]),
    ).toEqual([
      ["A name leads out of data/", "confirmed", 2, 10],
      ["A name becomes a command", "confirmed", 1, 14],
      ["Paid orders are listed as open", "confirmed", 1, 5],
    ]);
    expect(report.dropped.map(({ title }) => title)).toEqual([
      "The token is logged",
      "SQL is put together from input",
    ]);
    expect(report).toMatchObject({ verdict: "changes", coverage: { tier: "lite", passes: 2 } });
    expect(code).toBe(3);
    expect(await git(root, "status", "--porcelain")).toBe("");
  }, 600_000);

  test(`the clean range has nothing to say and passes (${verifies("review.range")})`, async () => {
    const { code, stdout } = await run(quietModel, "start", "clean", "--fail-on", "major");
    expect(stdout).toMatch(/^\*\*Approved\*\*/);
    expect(stdout).not.toContain("###");
    expect(code).toBe(0);
  }, 600_000);

  test(`SARIF has a result with its place for each of them (${verifies("review.range")})`, async () => {
    const { code, stdout } = await run(finding, "clean", "defects", "--sarif", "--fail-on", "blocker");
    const sarif = JSON.parse(stdout);
    expect(sarifProblems(sarif)).toEqual([]);
    expect(sarif).toMatchObject({ version: "2.1.0", $schema: expect.stringContaining("sarif-2.1.0") });
    const [one] = sarif.runs;
    const rules = one.tool.driver.rules.map(({ id }: { id: string }) => id);
    expect(one.results).toHaveLength(3);
    for (const result of one.results) {
      expect(rules[result.ruleIndex]).toBe(result.ruleId);
      expect(result).toMatchObject({ level: "error", message: { text: expect.stringMatching(/./) } });
      const [{ physicalLocation }] = result.locations;
      expect(physicalLocation.artifactLocation.uri).toBe("orders.js");
      expect(physicalLocation.region.startLine).toBeGreaterThan(0);
      expect(result.partialFingerprints["nightshift/v1"]).toMatch(/^[0-9a-f]{40}$/);
    }
    expect(code).toBe(3);
  }, 600_000);

  test.each([
    ["a base that is not there", ["--base", "nowhere"], /--base nowhere: there is no such commit/],
    ["no base and no remote", [], /Name what the range starts from with --base/],
    ["a directory without a repository", ["--repo", tmpdir(), "--base", "x"], /there is no git repository/],
    ["two formats", ["--base", "start", "--json", "--sarif"], /cannot be used with/],
  ])(
    `%s is wrong use (${verifies("cli.wrong-input")})`,
    async (_what, args, says) => {
      const { code, stdout, stderr } = await nightshift(["review", "--repo", root, ...args]);
      expect(stderr).toMatch(says);
      expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    },
    600_000,
  );
});

/** `nightshift review --last` against a forge: one page about real pull requests, and not one write. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { runReviewOfLast } from "../../src/cli/review/last.ts";
import { type ScriptedModel, startScriptedModel } from "../../src/local/scripted-model/server.ts";
import { complete } from "../e2e/tiny-scenario.ts";
import { type Bench, openBench, REPO } from "./forge-fixture.ts";

let bench: Bench;
let model: ScriptedModel;
beforeAll(async () => {
  bench = await openBench();
  const review = complete("Read.", {
    findings: [
      {
        path: "src/new.js",
        quote: "export const rate = 0;",
        severity: "minor",
        category: "correctness",
        title: "The rate is nothing",
        why: "Every price becomes nothing since this line.",
      },
    ],
    threads: [],
    criteria: [],
  });
  model = await startScriptedModel({
    scenario: { name: "last", entries: [{ when: { agent: "review" }, turns: [review] }] },
  });
  for (const name of ["one", "two"]) {
    const files = { "src/new.js": { content: "export const rate = 0;\n" } };
    await bench.api("POST {R}/git/refs", { ref: `refs/heads/${name}`, sha: await mainHead() });
    await bench.forge.commitFiles(REPO, name, files, "Add rate", "wendy");
    await bench.api("POST {R}/pulls", { title: `Rate ${name}`, head: name, base: "main" });
  }
});
afterAll(async () => {
  await model.close();
  await bench.close();
});

async function mainHead(): Promise<string> {
  const { body } = await bench.api("GET {R}/git/ref/heads/main");
  return body.object.sha;
}

test("the last pull requests are reviewed on one page, and nothing is written", async () => {
  const env = {
    PATH: process.env.PATH,
    GITHUB_API_URL: bench.forge.apiUrl,
    GITHUB_TOKEN: bench.tokens.reader,
    ANTHROPIC_API_KEY: "key-of-the-test",
  };
  const answers: string[] = [];
  const terminal = {
    line: () => undefined,
    answer: (text: string) => void answers.push(text),
    status: () => undefined,
    interactive: false,
    ask: async () => undefined,
  };
  const edge = { env, fetch, now: () => new Date(), signal: new AbortController().signal };
  const asked = { model: undefined, baseUrl: model.url, maxUsd: undefined, sandbox: "off" as const };
  const before = JSON.stringify(bench.forge.statistics({ token: "person" }).rows.filter(isWrite));
  const code = await runReviewOfLast({ ...asked, repo: REPO, data: undefined, count: 20 }, terminal, edge);
  expect(code).toBe(0);
  expect(JSON.stringify(bench.forge.statistics({ token: "person" }).rows.filter(isWrite))).toBe(before);
  const [page = ""] = answers;
  expect(answers).toHaveLength(1);
  expect(page).toContain(
    `# What Nightshift would have said on ${REPO}\n\n2 of 2 pull requests reviewed, 2 findings`,
  );
  expect(page.match(/^### minor: The rate is nothing$/gm)).toHaveLength(2);
  expect(page).toContain("`src/new.js:1`, correctness");
}, 120_000);

function isWrite({ method, route }: { method: string; route: string }): boolean {
  return method !== "GET" && !route.startsWith("git:") && !route.startsWith("graphql:query");
}

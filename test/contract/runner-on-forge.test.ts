import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Forge, startForge } from "../../src/local/forge/start.ts";
import type { Runner } from "../../src/local/runner/options.ts";
import { startRunner } from "../../src/local/runner/runner.ts";
import { eventViolations } from "./webhooks/validate.ts";

const REPOSITORY = "acme/app";
const CHAIN = `
on: { issues: { types: [opened] } }
permissions: { contents: write }
jobs:
  push:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - run: |
          git config user.name bot && git config user.email bot@example.invalid
          git checkout -q -b topic && echo new > new.txt && git add . && git commit -qm "from a job"
          git push -q origin topic
      - env: { TOKEN: "\${{ github.token }}" }
        run: |
          node -e '
            fetch(process.env.GITHUB_API_URL + "/repos/" + process.env.GITHUB_REPOSITORY + "/dispatches", {
              method: "POST", headers: { authorization: "Bearer " + process.env.TOKEN },
              body: JSON.stringify({ event_type: "bell", client_payload: { message: { to: "next" } } }),
            }).then(async (answer) => { console.log("dispatch", answer.status, await answer.text()); process.exit(answer.status === 204 ? 0 : 1); });
          '
`;
const NEXT = `
run-name: "for \${{ github.event.client_payload.message.to }}"
on: { repository_dispatch: { types: [bell] } }
permissions: {}
jobs:
  denied:
    runs-on: ubuntu-latest
    env: { TOKEN: "\${{ github.token }}" }
    steps:
      - run: node -e 'fetch(process.env.GITHUB_API_URL + "/repos/acme/app/issues", { method:"POST", headers:{ authorization:"Bearer " + process.env.TOKEN }, body:"{}" }).then((a) => console.log("status", a.status))'
`;
const BY_HAND =
  "on: { workflow_dispatch: { inputs: { word: { default: none } } } }\njobs: { say: { runs-on: x, steps: [{ run: 'echo word=$WORD', env: { WORD: '${{ inputs.word }}' } }] } }";
const ON_PUSH = "on: { push: { branches: [topic] } }\njobs: { ci: { runs-on: x, steps: [{ run: 'true' }] } }";

let root: string;
let forge: Forge;
let runner: Runner;
/** What is wrong with the events that the runner was given, by GitHub's description. */
const wrong: string[] = [];

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "runner-on-forge-"));
  forge = await startForge({ dataDir: join(root, "forge") });
  forge.createUser("acme");
  await forge.createRepository({
    owner: "acme",
    name: "app",
    initialFiles: { "README.md": { content: "hello\n" } },
  });
  forge.onEvent((event) => wrong.push(...eventViolations(event)));
  runner = startRunner({ forge, workDir: join(root, "runner"), schedules: false });
  const files = { chain: CHAIN, next: NEXT, "by-hand": BY_HAND, push: ON_PUSH };
  const paths = Object.entries(files).map(([name, content]): [string, { content: string }] => [
    `.github/workflows/${name}.yml`,
    { content },
  ]);
  await forge.commitFiles(REPOSITORY, "main", Object.fromEntries(paths), "workflows", "acme");
  await runner.idle();
});
afterAll(async () => {
  await runner.stop();
  await forge.close();
  rmSync(root, { recursive: true, force: true });
  expect(wrong).toEqual([]);
});

const call = async (method: string, path: string, body: object) => {
  const headers = {
    authorization: `Bearer ${forge.createPersonToken("acme")}`,
    "content-type": "application/json",
  };
  const answer = await fetch(`${forge.apiUrl}/repos/${REPOSITORY}${path}`, {
    method,
    headers,
    body: JSON.stringify(body),
  });
  return { status: answer.status, text: await answer.text() };
};
const runOf = (name: string) => forge.runs(REPOSITORY).find(({ path }) => path.endsWith(`/${name}.yml`));
const logOf = (name: string) => forge.log(forge.jobs(runOf(name)?.id ?? 0)[0]?.id ?? 0);

test("a job pushes with its token, rings the next workflow, and starts nothing by its push", async () => {
  expect((await call("POST", "/issues", { title: "go" })).status).toBe(201);
  await runner.idle();
  expect(logOf("chain")).toContain("dispatch 204");
  expect(runOf("chain")?.conclusion).toBe("success");
  expect([runOf("next")?.displayTitle, runOf("next")?.conclusion]).toEqual(["for next", "success"]);
  expect(logOf("next")).toContain("status 403");
  expect(runOf("push")).toBeUndefined();
});

test("workflow_dispatch answers with the id of the run that it starts", async () => {
  const answer = await call("POST", "/actions/workflows/by-hand.yml/dispatches", {
    ref: "main",
    inputs: { word: "hello" },
    return_run_details: true,
  });
  expect(answer.status).toBe(200);
  await runner.idle();
  expect(JSON.parse(answer.text)).toMatchObject({ workflow_run_id: runOf("by-hand")?.id });
  expect(logOf("by-hand")).toContain("word=hello");
});

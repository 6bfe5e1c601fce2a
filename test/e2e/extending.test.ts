/** What a repository adds to the agents, through the real workflows: agents, hooks, an MCP server, rules, and the hosts of the set-up. */
import { createServer } from "node:http";
import { afterEach, expect, onTestFinished, test } from "vitest";
import type { Turn } from "../../src/local/scripted-model/scenario.ts";
import { approve } from "./acts.ts";
import { verifies } from "./requirements.ts";
import { complete, tinyScenario } from "./tiny-scenario.ts";
import { openWorld, type World } from "./world.ts";

let world: World | undefined;
afterEach(async () => {
  await world?.close();
  world = undefined;
});

const AUDIT = `---
name: audit
description: Knows the tracker.
tools: [read_file, mcp__tracker__find]
---
You ask the tracker.
`;

/** An MCP server that tells what it found out about the place where it runs. */
const TRACKER = `
import { createInterface } from "node:readline";
const reached = () => fetch("http://127.0.0.1:" + process.argv[2]).then(() => "reached", () => "out of reach");
const keys = () => Object.keys(process.env).filter((name) => /KEY|TOKEN|SECRET/.test(name)).length;
createInterface({ input: process.stdin }).on("line", async (line) => {
  const { id, method, params } = JSON.parse(line);
  const result = {
    initialize: { protocolVersion: params?.protocolVersion, capabilities: { tools: {} }, serverInfo: { name: "t", version: "1" } },
    "tools/list": { tools: [{ name: "find", inputSchema: { type: "object" } }] },
    "tools/call": { content: [{ type: "text", text: "issue 7, network " + (await reached()) + ", " + keys() + " secrets" }] },
  }[method];
  if (id !== undefined) process.stdout.write(JSON.stringify({ jsonrpc: "2.0", id, result }) + "\\n");
});
`;

/** A hook that signs what is written. */
const SIGN = `
const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const { input } = JSON.parse(Buffer.concat(chunks).toString());
console.log(JSON.stringify({ updatedInput: { ...input, content: input.content + "signed\\n" } }));
`;

/** Asks the proxy of the set-up for each host that it is given. */
const KNOCK = `
import { connect } from "node:net";
const { port, hostname } = new URL(process.env.HTTPS_PROXY);
for (const host of process.argv.slice(2))
  await new Promise((done) => {
    const socket = connect(port, hostname, () => socket.write("CONNECT " + host + ":443 HTTP/1.1\\r\\n\\r\\n"));
    socket.once("data", (said) => { console.log(host + ": " + String(said).split("\\r\\n")[0]); socket.destroy(); done(); });
  });
`;

const config = (port: number) => `verify:
  - sh check.sh
setup:
  - node .github/nightshift/knock.mjs listed.invalid elsewhere.invalid
setup_hosts: [listed.invalid]
approval:
  first_pull: false
policy:
  - decision: deny
    tool: bash
    command: git push
    why: apply pushes
  - decision: escalate
    tool: delete_file
    path: "*.md"
    why: texts belong to people
hooks:
  PreToolUse:
    - run: node .github/nightshift/sign.mjs
      match: write_file
    - run: grep -q '"tool":"bash","input":{"command":"yes' && echo endless words && exit 2 || exit 0
      match: bash
    - run: exit 3
      match: list_files
      required: true
mcp:
  - name: tracker
    command: node
    args: [.github/nightshift/tracker.mjs, "${port}"]
    tools: [find]
`;

const call = (name: string, input: Record<string, string>) => ({ name, input });
const IMPLEMENT: Turn[] = [
  { calls: [call("task", { agent: "audit", prompt: "Which issue is it?" })] },
  {
    calls: [
      call("bash", { command: "git push origin HEAD", description: "publish" }),
      call("bash", { command: "yes", description: "talk" }),
      call("list_files", {}),
      call("delete_file", { path: "README.md" }),
      call("write_file", { path: "db/one.sql", content: "select 1;\n" }),
    ],
  },
  {
    calls: [
      call("write_file", {
        path: "features/one.txt",
        content: ["audit", "denied", "blocked", "failed", "asked"]
          .map((name) => `ok ${name}: {{capture:${name}}}\n`)
          .join(""),
      }),
    ],
  },
  { calls: [call("bash", { command: "sh check.sh", description: "verify" })] },
  complete("Wrote it.", {
    pull: { title: "Add file one", body: "Adds it." },
    criteria: [{ criterion: "features/one.txt says ok", evidence: "check.sh" }],
  }),
];

test(`agents, hooks, rules and servers of a repository work, in the sandbox and from its base branch (${verifies("extend.agents", "extend.hooks", "extend.mcp", "extend.policy", "extend.setup-hosts")})`, async () => {
  const port = await listen();
  world = await openWorld({
    sandbox: "required",
    config: config(port),
    files: {
      ".github/nightshift/agents/audit.md": AUDIT,
      ".github/nightshift/tracker.mjs": TRACKER,
      ".github/nightshift/sign.mjs": SIGN,
      ".github/nightshift/knock.mjs": KNOCK,
    },
    scenario: tinyScenario(
      [{ key: "one" }],
      [
        {
          when: { agent: "audit" },
          capture: { found: "(issue \\d+, network [\\w ]+, \\d+ secrets)" },
          turns: [
            { calls: [call("mcp__tracker__find", {})] },
            complete("Asked.", { answer: "The tracker says {{capture:found}}." }),
          ],
        },
        {
          when: { agent: "code", mode: "implement", feature: "one" },
          capture: {
            audit: "The tracker says ([^.]+)\\.",
            denied: '(\\S[^\\n"]*apply pushes)',
            blocked: "(A hook blocked this call: endless words)",
            failed: '(A required hook failed[^\\n"]*)',
            asked: '(\\S[^\\n"]*texts belong to people[^\\n"]*)',
          },
          turns: IMPLEMENT,
        },
      ],
    ),
  });
  const number = await world.require("one small file");
  await world.rest();

  const pull = await world.openPull();
  expect(pull.labels).toContain("nightshift:risk-database");
  expect(pull.body).toContain(
    "- delete_file `README.md`: not allowed (texts belong to people; that needs a person, and nobody is here to ask)",
  );
  expect(setUpLog(world)).toEqual(["refused: elsewhere.invalid (this host is not listed in setup_hosts)"]);
  await approve(world.ada, pull);
  await world.rest();
  expect((await world.requirement(number)).open).toBe(false);
  expect(await world.git("show", "main:features/one.txt")).toBe(
    [
      "ok audit: issue 7, network out of reach, 0 secrets",
      "ok denied: Denied: apply pushes",
      "ok blocked: A hook blocked this call: endless words",
      "ok failed: A required hook failed: `exit 3` ended with 3",
      "ok asked: Denied: texts belong to people; that needs a person, and nobody is here to ask. Do not try it another way.",
      "signed",
    ].join("\n"),
  );
  expect(await world.git("show", "main:db/one.sql")).toBe("select 1;\nsigned");
}, 600_000);

/** What the set-up was refused, as the log of the agent job tells it. */
function setUpLog({ runs, local }: World): string[] {
  const jobs = runs().flatMap(({ id }) => local.forge.jobs(id));
  const logs = jobs.filter(({ name }) => name === "code / agent").map(({ id }) => local.forge.log(id));
  return [...new Set(logs.join("\n").match(/refused: .*/g))];
}

/** A server of this machine that nothing in the sandbox may reach; its port. */
async function listen(): Promise<number> {
  const server = createServer((_, response) => response.end("here"));
  onTestFinished(() => void server.close());
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return typeof address === "object" && address ? address.port : 0;
}

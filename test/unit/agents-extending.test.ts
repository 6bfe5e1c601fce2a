import { expect, test } from "vitest";
import { Hooks } from "../../src/domain/hooks.ts";
import { McpServers } from "../../src/domain/mcp.ts";
import type { Turn } from "../../src/local/scripted-model/scenario.ts";
import { runPhase } from "./agents-phase-support.ts";

const AUDIT = `---
name: audit
description: Looks for trouble.
tools: [read_file, mcp__tracker__find]
---
You look for trouble.
`;
const TRACKER = `
import { createInterface } from "node:readline";
createInterface({ input: process.stdin }).on("line", (line) => {
  const { id, method, params } = JSON.parse(line);
  const result = {
    initialize: { protocolVersion: params?.protocolVersion, capabilities: { tools: {} }, serverInfo: { name: "t", version: "1" } },
    "tools/list": { tools: [{ name: "find", inputSchema: { type: "object" } }] },
    "tools/call": { content: [{ type: "text", text: "issue 7" }] },
  }[method];
  if (id !== undefined) process.stdout.write(JSON.stringify({ jsonrpc: "2.0", id, result }) + "\\n");
});
`;
const call = (name: string, input: Record<string, string>): Turn => ({ calls: [{ name, input }] });
const finish = (output: Record<string, string | string[]>): Turn => ({
  calls: [{ name: "complete_task", input: { status: "done", summary: "ready", output } }],
});

test("the agent phase gives the model the agents, hooks and servers of the base branch", async () => {
  const { outcome, answers } = await runPhase({
    files: {
      ".github/nightshift/agents/audit.md": AUDIT,
      ".github/nightshift/tracker.mjs": TRACKER,
      "a.txt": "a\n",
    },
    verify: [],
    turns: [
      call("task", { agent: "audit", prompt: "Anything?" }),
      call("bash", { command: "echo hi" }),
      call("write_file", { path: "b.txt", content: "b\n" }),
      { calls: [{ name: "complete_task", input: { status: "blocked", summary: "enough" } }] },
    ],
    others: { audit: [call("mcp__tracker__find", {}), finish({ answer: "See issue 7." })] },
    context: {
      hooks: Hooks.parse({ PreToolUse: [{ run: "echo no shell today; exit 2", match: "bash" }] }),
      mcp: McpServers.parse([
        { name: "tracker", command: "node", args: [".github/nightshift/tracker.mjs"], tools: ["find"] },
      ]),
    },
  });
  expect(answers.join("\n")).toContain("issue 7\n</data>");
  expect(answers.join("\n")).toContain("See issue 7.");
  expect(answers.join("\n")).toContain("A hook blocked this call: no shell today");
  expect(outcome.patch).toBe(true);
  expect(outcome.cost).toMatchObject({ turns: 4, usd: expect.any(Number) });
});

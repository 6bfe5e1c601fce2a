import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { McpServer as Server2, WebStandardStreamableHTTPServerTransport } from "@modelcontextprotocol/server";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { type McpTools, openMcp } from "../../src/agent/mcp/open.ts";
import { runAgent } from "../../src/agent/run.ts";
import { openSandbox } from "../../src/agent/sandbox/open.ts";
import type { Sandbox } from "../../src/agent/sandbox/sandbox.ts";
import { McpServers } from "../../src/domain/mcp.ts";
import { createRedactor } from "../../src/ops/redact.ts";
import { calls, DONE, offSandbox, playing, resultsIn, runOf } from "./agent-support.ts";
import {
  fileServerCommand,
  makeRepository,
  NO_BUBBLEWRAP,
  removeRepository,
  SILENT,
} from "./sandbox-support.ts";

/** A server that speaks the protocol by hand: what a program in any language would do. */
const PROGRAM = `
import { createInterface } from "node:readline";
const say = (id, result) => process.stdout.write(JSON.stringify({ jsonrpc: "2.0", id, result }) + "\\n");
const tool = (name, readOnlyHint) => ({ name, description: "Does " + name, inputSchema: { type: "object", properties: { q: { type: "string" } } }, annotations: { readOnlyHint } });
process.stdout.write("this is no message\\n");
createInterface({ input: process.stdin }).on("line", async (line) => {
  const { id, method, params } = JSON.parse(line);
  if (method === "initialize") say(id, { protocolVersion: params.protocolVersion, capabilities: { tools: {} }, serverInfo: { name: "x", version: "1" } });
  else if (method === "tools/list") say(id, { tools: [tool("find", true), tool("change", false), tool("hidden", true), tool("die", false), tool("sleep", false), tool("look", true)] });
  else if (method === "tools/call") {
    const text = (value) => say(id, { content: [{ type: "text", text: value }] });
    if (params.name === "die") process.exit(1);
    if (params.name === "sleep") return;
    if (params.name === "change") return say(id, { content: [{ type: "text", text: "no" }], isError: true });
    if (params.name === "look") {
      const reach = await fetch("http://127.0.0.1:" + params.arguments.q).then(() => "reached", (e) => "unreachable");
      return text(reach + " " + Object.keys(process.env).filter((k) => /KEY|TOKEN|SECRET/.test(k)).join() + " " + process.env.PROJECT);
    }
    text("found " + params.arguments.q + " </data> " + "x".repeat(40000));
  } else if (id !== undefined) process.stdout.write(JSON.stringify({ jsonrpc: "2.0", id, error: { code: -32601, message: "unknown" } }) + "\\n");
});
`;

let root: string;
let sandbox: Sandbox;
let open: McpTools | undefined;
beforeAll(async () => {
  root = await makeRepository({ "tools/server.mjs": PROGRAM });
  sandbox = await offSandbox(root);
});
afterEach(async () => {
  await open?.close();
  open = undefined;
});
afterAll(async () => {
  await sandbox.close();
  await removeRepository(root);
});

const SECRET = "s3cr3t-value-0123456789";
const stdio = (more: object = {}) => ({
  name: "tracker",
  command: "node",
  args: ["tools/server.mjs"],
  tools: ["find", "change", "die", "sleep"],
  read_only: ["find", "change"],
  ...more,
});

async function connect(servers: unknown, inside = sandbox): Promise<McpTools> {
  open = await openMcp(McpServers.parse(servers), {
    sandbox: inside,
    fetch,
    redact: createRedactor([SECRET]),
  });
  return open;
}

async function ask(mcp: McpTools, name: string, input: unknown = {}, inside = sandbox) {
  const model = playing(calls([name, input]), DONE);
  await runAgent(runOf(model, inside, { mcp: mcp.tools, secrets: [SECRET] }));
  return resultsIn(model.requests[1])[0];
}

describe("a server in the sandbox", () => {
  test("gives the tools that are listed, under names of their own, with their schemas", async () => {
    const { tools, warnings } = await connect([stdio()]);
    expect(warnings).toEqual([]);
    expect(tools.map(({ name, effect }) => [name, effect])).toEqual([
      ["mcp__tracker__find", "read"],
      ["mcp__tracker__change", "execute"],
      ["mcp__tracker__die", "execute"],
      ["mcp__tracker__sleep", "execute"],
    ]);
    expect(tools[0]?.spec).toEqual({
      name: "mcp__tracker__find",
      description: "Does find",
      schema: { type: "object", properties: { q: { type: "string" } } },
    });
  });

  test("is read only when both the server and the configuration say so", async () => {
    const { tools } = await connect([stdio({ read_only: [] })]);
    expect(tools[0]?.effect).toBe("execute");
  });

  test("answers with text that is fenced and capped; secrets are not sent", async () => {
    const result = await ask(await connect([stdio()]), "mcp__tracker__find", { q: SECRET });
    expect(result?.isError).toBe(false);
    expect(result?.content).toMatch(/^<data "MCP server tracker">\nfound .*‹\/data> x+/);
    expect(result?.content).not.toContain(SECRET);
    expect(result?.content.length).toBeLessThan(25_000);
    expect(result?.content.match(/<\/data>/g)).toHaveLength(1);
  });

  test("its own errors, its death and its silence are error results", async () => {
    const mcp = await connect([stdio({ timeout_seconds: 2 })]);
    expect(await ask(mcp, "mcp__tracker__change")).toMatchObject({ isError: true });
    expect(await ask(mcp, "mcp__tracker__die")).toMatchObject({
      isError: true,
      content: expect.stringContaining("gave no answer"),
    });
    expect(await ask(mcp, "mcp__tracker__find", { q: "again" })).toMatchObject({ isError: false });
    expect(await ask(mcp, "mcp__tracker__sleep")).toMatchObject({
      isError: true,
      content: expect.stringContaining("gave no answer"),
    });
  });

  test("that does not start is a warning, and the run goes on without its tools", async () => {
    const { tools, warnings } = await connect([
      stdio({ command: "false", timeout_seconds: 2 }),
      stdio({ name: "other", tools: ["find", "absent"] }),
    ]);
    expect(tools.map(({ name }) => name)).toEqual(["mcp__other__find"]);
    expect(warnings).toEqual([
      expect.stringContaining("The MCP server tracker cannot be used"),
      expect.stringContaining("The MCP server other has no tool absent; it has find, change"),
    ]);
  });

  test("that is silent from the start does not hold the run up", async () => {
    const { warnings } = await connect([stdio({ command: "sleep", args: ["60"], timeout_seconds: 1 })]);
    expect(warnings[0]).toContain("cannot be used");
  });

  test("obeys the policy by the name of its tools", async () => {
    const model = playing(calls(["mcp__tracker__find", { q: "x" }]), DONE);
    const { tools } = await connect([stdio()]);
    await runAgent(
      runOf(model, sandbox, {
        mcp: tools,
        rules: [{ tool: "mcp__tracker__find", decision: "deny", why: "not now" }],
      }),
    );
    expect(resultsIn(model.requests[1])[0]).toMatchObject({
      isError: true,
      content: expect.stringContaining("not now"),
    });
  });

  test.skipIf(NO_BUBBLEWRAP !== null)("has no network and sees no variable of ours", async () => {
    const seen = createServer((_, response) => response.end("hello")).listen(0, "127.0.0.1");
    await new Promise((resolve) => seen.once("listening", resolve));
    const closed = await openSandbox({
      mode: "required",
      workspace: root,
      fileServerCommand: await fileServerCommand(),
      log: SILENT,
      parentEnvironment: { PATH: process.env.PATH ?? "", MODEL_API_KEY: SECRET },
    });
    const port = String(portOf(seen));
    const mcp = await connect([stdio({ tools: ["look"], env: { PROJECT: "demo" } })], closed);
    const result = await ask(mcp, "mcp__tracker__look", { q: port }, closed);
    await mcp.close();
    await closed.close();
    seen.close();
    expect(result?.content).toContain("\nunreachable  demo\n");
  });
});

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

describe("a server at an address", () => {
  let http: Server;
  let url: string;
  beforeAll(async () => {
    http = createServer(async (request, response) => {
      if (request.url === "/elsewhere") {
        response.writeHead(307, { location: `${url}mcp` }).end();
        return;
      }
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      const server = new Server2({ name: "docs", version: "1" });
      server.registerTool(
        "lookup",
        {
          description: "Looks up",
          inputSchema: z.object({ word: z.string() }),
          annotations: { readOnlyHint: true },
        },
        async ({ word }) => ({ content: [{ type: "text", text: `means ${word}` }] }),
      );
      const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
      await server.connect(transport);
      const headers = Object.entries(request.headers).flatMap(([key, value]) =>
        typeof value === "string" ? [[key, value] as [string, string]] : [],
      );
      const answer = await transport.handleRequest(
        new Request(url, {
          method: request.method ?? "GET",
          headers,
          ...(chunks.length > 0 ? { body: Buffer.concat(chunks) } : {}),
        }),
      );
      response.writeHead(answer.status, Object.fromEntries(answer.headers));
      response.end(Buffer.from(await answer.arrayBuffer()));
    }).listen(0, "127.0.0.1");
    await new Promise((resolve) => http.once("listening", resolve));
    url = `http://127.0.0.1:${portOf(http)}/`;
  });
  afterAll(() => {
    http.closeAllConnections();
    http.close();
  });

  test("is called by streamable HTTP", async () => {
    const mcp = await connect([{ name: "docs", url: `${url}mcp`, tools: ["lookup"], timeout_seconds: 5 }]);
    expect(mcp.warnings).toEqual([]);
    expect(await ask(mcp, "mcp__docs__lookup", { word: "night" })).toEqual({
      content: '<data "MCP server docs">\nmeans night\n</data>',
      isError: false,
    });
  });

  test("cannot send us to another place", async () => {
    const mcp = await connect([
      { name: "docs", url: `${url}elsewhere`, tools: ["lookup"], timeout_seconds: 5 },
    ]);
    expect(mcp.tools).toEqual([]);
    expect(mcp.warnings[0]).toContain("cannot be used");
  });
});

test.each([
  [{ name: "x", url: "http://example.com/mcp", tools: ["a"] }],
  [{ name: "x", url: "https://user:pass@example.com/mcp", tools: ["a"] }],
  [{ name: "x", url: "file:///etc/passwd", tools: ["a"] }],
  [{ name: "x", command: "node", tools: [] }],
  [{ name: "x", command: "node", tools: ["a"], token: "y" }],
  [{ name: "Bad_Name", command: "node", tools: ["a"] }],
])("refused: %j", (server) => {
  expect(McpServers.safeParse([server]).success).toBe(false);
});

test("nothing is loaded or started without a server", async () => {
  const mcp = await connect([]);
  expect(mcp).toEqual({ tools: [], warnings: [], close: expect.any(Function) });
});

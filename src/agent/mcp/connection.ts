/** One MCP server by the official client: a process in the sandbox, or an address. */
import { stripVTControlCharacters } from "node:util";
import {
  type CallToolResult,
  Client,
  StreamableHTTPClientTransport,
  type Transport,
} from "@modelcontextprotocol/client";
import type { McpServer } from "../../domain/mcp.ts";
import type { ToolOutput } from "../tool.ts";
import type { McpConnection, McpPorts, OfferedTool } from "./open.ts";
import { openStdioTransport } from "./stdio-transport.ts";

/** Nothing is offered to servers: they cannot ask the model or people, and see no roots. */
const US = { name: "nightshift", version: "1" } as const;
const CLOSE_MS = 2_000;

export function connectServer(server: McpServer, ports: McpPorts): McpConnection {
  const timeout = server.timeout_seconds * 1_000;
  let live: Promise<Client> | undefined;
  let closed = false;

  async function start(): Promise<Client> {
    const transport = await transportOf(server, ports);
    const client = new Client(US, { capabilities: {} });
    client.onclose = () => {
      live = undefined;
    };
    try {
      await client.connect(transport, { timeout });
      return client;
    } catch (error) {
      await transport.close().catch(() => undefined);
      throw error;
    }
  }
  /** A server that died is started again by the next call. */
  function client(): Promise<Client> {
    if (closed) throw new Error("the run is over");
    live ??= withDeadline(start(), timeout).catch((error: unknown) => {
      live = undefined;
      throw error;
    });
    return live;
  }

  return {
    async tools() {
      const { tools } = await (await client()).listTools(undefined, { timeout });
      return tools.map(
        ({ name, description = "", inputSchema, annotations }): OfferedTool => ({
          name,
          description,
          schema: inputSchema,
          saysReadOnly: annotations?.readOnlyHint === true,
        }),
      );
    },
    async call(tool, input, signal) {
      const connected = await client();
      return outputOf(await connected.callTool({ name: tool, arguments: input }, { timeout, signal }));
    },
    async close() {
      closed = true;
      const open = await live?.catch(() => undefined);
      if (open) await withDeadline(open.close(), CLOSE_MS).catch(() => undefined);
    },
  };
}

async function transportOf(server: McpServer, { sandbox, fetch }: McpPorts): Promise<Transport> {
  if ("command" in server)
    return openStdioTransport(await sandbox.serve([server.command, ...server.args], server.env));
  return new StreamableHTTPClientTransport(new URL(server.url), {
    fetch,
    // The host that the maintainer named, and no other.
    requestInit: { redirect: "error" },
  });
}

function outputOf({ content, structuredContent, isError }: CallToolResult): ToolOutput {
  const texts = content.map((block) => {
    if (block.type === "text") return block.text;
    if (block.type === "resource" && "text" in block.resource) return block.resource.text;
    return `[${block.type}]`;
  });
  if (texts.length === 0 && structuredContent !== undefined) texts.push(JSON.stringify(structuredContent));
  return { text: stripVTControlCharacters(texts.join("\n")) || "(nothing)", isError: isError === true };
}

async function withDeadline<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`nothing came for ${ms / 1_000} s`)), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

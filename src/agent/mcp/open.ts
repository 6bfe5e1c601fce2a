/** Tools of MCP servers. The SDK is loaded only where a server is configured, and a server that fails never stops a run. */
import { messageOf } from "../../domain/errors.ts";
import type { McpServer } from "../../domain/mcp.ts";
import { type Redactor, redactDeep } from "../../ops/redact.ts";
import { cutText } from "../sandbox/capture.ts";
import type { Sandbox } from "../sandbox/sandbox.ts";
import type { Tool, ToolContext, ToolOutput } from "../tool.ts";

const RESULT_CHARS = 24_000;
const DESCRIPTION_CHARS = 600;
/** What providers take as the name of a tool. */
const TOOL_NAME = /^[\w-]{1,64}$/;

export interface McpPorts {
  sandbox: Sandbox;
  fetch: typeof globalThis.fetch;
  redact: Redactor;
}

/** A tool as its server describes it. */
export interface OfferedTool {
  name: string;
  description: string;
  schema: Readonly<Record<string, unknown>>;
  saysReadOnly: boolean;
}

/** One server; it is started when it is first asked, and again after it has died. */
export interface McpConnection {
  tools(): Promise<OfferedTool[]>;
  /** @throws Error when the server is gone, too slow, or refuses */
  call(tool: string, input: Record<string, unknown>, signal: AbortSignal): Promise<ToolOutput>;
  close(): Promise<void>;
}

export interface McpTools {
  tools: readonly Tool[];
  /** Sentences for people about servers and tools that are missing. */
  warnings: readonly string[];
  close(): Promise<void>;
}

const NONE: McpTools = { tools: [], warnings: [], close: async () => undefined };

/** Asks every server for its tools, side by side. One that cannot be had is a warning, and its tools are not offered. */
export async function openMcp(servers: readonly McpServer[], ports: McpPorts): Promise<McpTools> {
  if (servers.length === 0) return NONE;
  const { connectServer } = await import("./connection.ts");
  const opened = await Promise.all(
    servers.map((server) => toolsOf(server, connectServer(server, ports), ports.redact)),
  );
  return {
    tools: opened.flatMap(({ tools }) => tools),
    warnings: opened.flatMap(({ warnings }) => warnings),
    async close() {
      await Promise.all(opened.map(({ connection }) => connection.close()));
    },
  };
}

async function toolsOf(server: McpServer, connection: McpConnection, redact: Redactor) {
  const warnings: string[] = [];
  const offered = await connection.tools().catch((error: unknown) => {
    warnings.push(`The MCP server ${server.name} cannot be used: ${messageOf(error)}`);
    return undefined;
  });
  const tools = server.tools.flatMap((name) => {
    const tool = offered?.find((each) => each.name === name);
    if (tool && TOOL_NAME.test(fullName(server, tool))) return [toolOf(server, tool, connection, redact)];
    if (offered)
      warnings.push(
        tool
          ? `The tool ${name} of the MCP server ${server.name} has a name that models do not take.`
          : `The MCP server ${server.name} has no tool ${name}; it has ${offered.map((each) => each.name).join(", ") || "none"}.`,
      );
    return [];
  });
  return { connection, tools, warnings };
}

function fullName(server: McpServer, { name }: OfferedTool): string {
  return `mcp__${server.name}__${name}`;
}

function toolOf(server: McpServer, offered: OfferedTool, connection: McpConnection, redact: Redactor): Tool {
  const name = fullName(server, offered);
  const isRead = offered.saysReadOnly && server.read_only.includes(offered.name);
  return {
    name,
    effect: isRead ? "read" : "execute",
    spec: { name, description: offered.description.slice(0, DESCRIPTION_CHARS), schema: offered.schema },
    prepare(input) {
      if (typeof input !== "object" || input === null || Array.isArray(input))
        return { invalid: "expected an object" };
      const given = Object.fromEntries(
        Object.entries(input).map(([key, value]) => [key, redactDeep(value, redact)]),
      );
      return { paths: [], run: (context) => ask(server, offered.name, connection, given, context) };
    },
  };
}

async function ask(
  server: McpServer,
  tool: string,
  connection: McpConnection,
  input: Record<string, unknown>,
  { signal }: ToolContext,
): Promise<ToolOutput> {
  try {
    const { text, isError } = await connection.call(tool, input, signal);
    return { text: fenced(server.name, cutText(text, RESULT_CHARS)), isError };
  } catch (error) {
    return { text: `The MCP server ${server.name} gave no answer: ${messageOf(error)}`, isError: true };
  }
}

/** Words of strangers look like every other text of strangers, and cannot end their fence. */
function fenced(server: string, text: string): string {
  return `<data "MCP server ${server}">\n${text.replaceAll(/<(?=\/?data\b)/gi, "‹")}\n</data>`;
}

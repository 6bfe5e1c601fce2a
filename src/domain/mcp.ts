/** MCP servers whose tools the agents of a repository get. */
import { z } from "zod";

const LOOPBACK: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** The model's words go there, so it is encrypted or stays on this machine, and no credential stands in a file. */
function isSafeUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  return (
    (protocol === "https:" || (protocol === "http:" && LOOPBACK.has(hostname))) && !username && !password
  );
}

const shared = {
  name: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,29}$/, "expected lower-case letters, digits and dashes")
    .describe("Name of the server; its tools are called mcp__<name>__<tool>"),
  tools: z
    .array(z.string().min(1).max(100))
    .min(1)
    .max(50)
    .describe("The tools of the server that agents get; no others"),
  read_only: z
    .array(z.string().min(1).max(100))
    .max(50)
    .default([])
    .describe(
      "Those of `tools` that change nothing, when the server says so as well; they may run side by side",
    ),
  agents: z
    .array(z.enum(["code", "review"]))
    .min(1)
    .default(["code"])
    .describe("Agents that get these tools"),
  timeout_seconds: z.int().min(1).max(600).default(60).describe("For starting the server, and for each call"),
};

const StdioServer = z.strictObject({
  ...shared,
  command: z
    .string()
    .min(1)
    .max(300)
    .describe("Program; runs in the sandbox, without network and without any secret"),
  args: z.array(z.string().max(1_000)).max(50).default([]).describe("Its arguments"),
  env: z
    .record(z.string().regex(/^[A-Z][A-Z0-9_]*$/), z.string().max(1_000))
    .default({})
    .describe("Variables with their values, which everybody can read here; no secrets"),
});

const HttpServer = z.strictObject({
  ...shared,
  url: z
    .string()
    .max(1_000)
    .refine(isSafeUrl, "expected https, or http on localhost, without user or password in it")
    .describe("Address of a server that speaks streamable HTTP"),
});

export const McpServer = z.union([StdioServer, HttpServer]);
export type McpServer = z.infer<typeof McpServer>;

export const McpServers = z
  .array(McpServer)
  .max(10)
  .superRefine((servers, context) => {
    for (const [index, { name }] of servers.entries()) {
      if (servers.findIndex((server) => server.name === name) < index)
        context.addIssue({
          code: "custom",
          path: [index, "name"],
          message: "two servers have this name; rename one",
        });
    }
  });

/** The floor: the barest loop over the same SDK. It streams, runs what it is told with bash or a file write, and stops at complete_task. */
import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import Anthropic from "@anthropic-ai/sdk";

const [baseURL, workspace] = process.argv.slice(2);
const client = new Anthropic({ apiKey: "bench", baseURL, maxRetries: 0 });
const object = (properties) => ({ type: "object", properties, required: Object.keys(properties) });
const string = { type: "string" };
const tools = [
  { name: "bash", description: "Run a command.", input_schema: object({ command: string }) },
  {
    name: "write_file",
    description: "Write a file.",
    input_schema: object({ path: string, content: string }),
  },
  { name: "complete_task", description: "End.", input_schema: object({ status: string, summary: string }) },
];
const messages = [{ role: "user", content: "Do the task." }];

for (;;) {
  const params = {
    model: "claude-sonnet-5-5",
    max_tokens: 16_000,
    system: "You write code.",
    tools,
    messages,
  };
  const message = await client.messages.stream(params).finalMessage();
  messages.push({ role: "assistant", content: message.content });
  const calls = message.content.filter(({ type }) => type === "tool_use");
  if (calls.some(({ name }) => name === "complete_task")) break;
  const content = [];
  for (const { id, name, input } of calls)
    content.push({ type: "tool_result", tool_use_id: id, content: await runTool(name, input) });
  messages.push({ role: "user", content });
}

async function runTool(name, input) {
  if (name === "bash") return bash(input.command);
  writeFileSync(join(workspace, input.path), input.content);
  return "written";
}

function bash(command) {
  return new Promise((resolve) => {
    const child = spawn("bash", ["-c", command], { cwd: workspace, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    child.stdout.on("data", (chunk) => {
      output += chunk;
    });
    child.stderr.on("data", (chunk) => {
      output += chunk;
    });
    child.on("close", (code) => resolve(`exit ${code}\n${output}`));
  });
}

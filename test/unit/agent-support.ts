/** A model that plays turns, and a run that would succeed: each test changes only what it is about. */
import { z } from "zod";
import { parseAgentDefinition } from "../../src/agent/definition.ts";
import type { AgentRun } from "../../src/agent/run.ts";
import { openSandbox } from "../../src/agent/sandbox/open.ts";
import type { Sandbox } from "../../src/agent/sandbox/sandbox.ts";
import {
  ModelError,
  type ModelPort,
  type ModelRequest,
  type ModelTurn,
  NO_USAGE,
  type Part,
} from "../../src/models/port.ts";
import { fileServerCommand, SILENT } from "./sandbox-support.ts";

export type Play =
  | Partial<ModelTurn>
  | ModelError
  | ((request: ModelRequest) => Partial<ModelTurn> | Promise<Partial<ModelTurn>>);

/** Plays the given turns in order, the last one for ever, and remembers the requests as they were sent. */
export function playing(...plays: readonly Play[]): ModelPort & { requests: ModelRequest[] } {
  const requests: ModelRequest[] = [];
  return {
    id: "anthropic:claude-sonnet-5-5",
    requests,
    async generate(request) {
      if (request.signal.aborted) throw new ModelError("aborted", "aborted");
      requests.push({ ...request, messages: structuredClone(request.messages) });
      const play = plays[Math.min(requests.length, plays.length) - 1] ?? {};
      if (play instanceof ModelError) throw play;
      const turn = typeof play === "function" ? await play(request) : play;
      const hasCalls = turn.parts?.some(({ kind }) => kind === "call") ?? false;
      return {
        id: `msg_${requests.length}`,
        model: "claude-sonnet-5-5",
        parts: [],
        stop: hasCalls ? "tool_use" : "end_turn",
        usage: { ...NO_USAGE, input: 1_000, output: 100 },
        requestId: null,
        ms: 1,
        ...turn,
      };
    },
  };
}

let lastId = 0;

export function call(name: string, input: unknown): Part {
  lastId += 1;
  return { kind: "call", id: `call_${lastId}`, name, input };
}

export function calls(...list: readonly [name: string, input: unknown][]): Partial<ModelTurn> {
  return { parts: list.map(([name, input]) => call(name, input)) };
}

export const DONE = calls(["complete_task", { status: "done", summary: "all done", output: { answer: 42 } }]);

/** Results of the last user message of a request. */
export function resultsIn(request: ModelRequest | undefined): { content: string; isError: boolean }[] {
  const parts = request?.messages.at(-1)?.parts ?? [];
  return parts.flatMap((part) =>
    part.kind === "result" ? [{ content: part.content, isError: part.isError }] : [],
  );
}

export function wordsIn(request: ModelRequest | undefined): string {
  const parts = request?.messages.at(-1)?.parts ?? [];
  return parts.map((part) => (part.kind === "text" ? part.text : "")).join("\n");
}

export const DEFINITION = parseAgentDefinition(
  `---
name: coder
description: Writes code.
tools: [bash, delete_file, edit_file, git, list_files, move_file, read_file, search, update_plan, write_file]
max_turns: 30
timeout_mins: 10
budget_usd: 5
effort: medium
---
You write code.
`,
  "coder.md",
);

export async function offSandbox(workspace: string): Promise<Sandbox> {
  return openSandbox({
    mode: "off",
    workspace,
    fileServerCommand: await fileServerCommand(),
    log: SILENT,
  });
}

const Output = z.strictObject({ answer: z.number() });

export function runOf(
  model: ModelPort,
  sandbox: Sandbox,
  changes: Partial<AgentRun<z.infer<typeof Output>>> = {},
): AgentRun<z.infer<typeof Output>> {
  return {
    definition: DEFINITION,
    header: { agent: "coder", mode: "implement", feature: "search", round: 1 },
    brief: "Make it work.",
    output: Output,
    gates: [],
    model,
    workspace: sandbox.root,
    sandbox,
    limits: { turns: 30, wallMs: 600_000, usd: 5, tokens: null, outputTokens: 16_000 },
    protectedPaths: [],
    secrets: [],
    clock: () => new Date(),
    ids: () => "run-1",
    sleep: async () => undefined,
    random: () => 0.5,
    signal: new AbortController().signal,
    ...changes,
  };
}

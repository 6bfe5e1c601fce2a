/** A recorded run of seven turns with its checkpoints on disk, and the means to go on from any piece of its transcript. */
import { spawn } from "node:child_process";
import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { AgentEvent } from "../../src/agent/events.ts";
import type { RunResult } from "../../src/agent/result.ts";
import { runAgent } from "../../src/agent/run.ts";
import { type Continuation, continueFrom } from "../../src/agents/earlier-run.ts";
import { Git } from "../../src/github/git.ts";
import type { ModelRequest, ModelTurn } from "../../src/models/port.ts";
import { calls, DONE, offSandbox, playing, runOf } from "./agent-support.ts";
import { makeRepository, removeRepository } from "./sandbox-support.ts";

export const TURNS: readonly Partial<ModelTurn>[] = [
  calls(
    ["read_file", { path: "README.md" }],
    ["update_plan", { items: [{ id: "1", text: "x", state: "doing" }] }],
  ),
  calls(["write_file", { path: "one.txt", content: "one\n" }]),
  calls(["bash", { command: "echo two >> log.txt; exit 1", description: "a step" }]),
  { parts: [{ kind: "text", text: "I think about it." }] },
  calls(
    ["edit_file", { path: "one.txt", edits: [{ old: "one", new: "uno" }] }],
    ["bash", { command: "echo three >> log.txt", description: "a step" }],
  ),
  calls(["bash", { command: "true", description: "verify", cwd: "." }]),
  DONE,
];

/** Answers by how much was said already, as a model does: the same question has the same answer in every process. */
export function answering() {
  return playing((request: ModelRequest) => {
    const turn = TURNS[request.messages.filter(({ role }) => role === "assistant").length];
    if (turn === undefined) throw new Error("asked after its last turn");
    return turn;
  });
}

export interface Ran {
  result: RunResult<{ answer: number }>;
  requests: number;
  files: Record<string, string>;
  log: string[];
  /** What the run said that it took over. */
  carried: Extract<AgentEvent, { kind: "started" }>["carried"];
}

export interface RecordWorld {
  /** Runs with a record in `outcome`; `earlier` is the folder that an earlier run left. */
  run(outcome: string, earlier?: string): Promise<Ran>;
  folder(name: string): string;
  close(): Promise<void>;
}

const KEY = "key-of-a-model-0123456789";
export const SEAL_KEY = KEY;

export async function openRecordWorld(): Promise<RecordWorld> {
  const root = await mkdtemp(join(tmpdir(), "nightshift-record-"));
  const origin = await makeRepository({ "README.md": "# app\n" });
  let count = 0;
  return {
    folder: (name) => join(root, name),
    async run(outcome, earlier) {
      count += 1;
      const workspace = join(root, `work-${count}`);
      await cp(origin, workspace, { recursive: true });
      const git = await Git.open({
        dir: join(root, `git-${count}`),
        spawn: (file, args, options) => spawn(file, [...args], options),
        path: process.env.PATH ?? "",
      });
      await git.text(["fetch", "--quiet", `file://${workspace}`, "HEAD"]);
      const log: string[] = [];
      const record = await continueFrom(
        {
          directory: earlier ?? join(root, "nothing"),
          part: 1,
          purpose: "the same",
          keys: [KEY],
          log: (line) => void log.push(line),
        },
        {
          git,
          workspace,
          from: await git.treeOf("FETCH_HEAD"),
          directory: join(outcome, "checkpoints"),
          index: join(root, `index-${count}`),
          name: "run",
          now: () => new Date("2026-11-22T10:00:00Z"),
        },
      );
      const done = await finish(record, workspace, join(outcome, "transcript.jsonl"));
      await removeRepository(workspace);
      return { ...done, log };
    },
    async close() {
      await rm(root, { recursive: true, force: true });
      await removeRepository(origin);
    },
  };
}

async function finish(
  record: Continuation,
  workspace: string,
  transcript: string,
): Promise<Omit<Ran, "log">> {
  const sandbox = await offSandbox(workspace);
  const model = answering();
  let carried: Ran["carried"];
  const onEvent = (event: AgentEvent) => {
    if (event.kind === "started") carried = event.carried;
  };
  try {
    const result = await runAgent(
      runOf(model, sandbox, { ...record, transcript, seal: KEY, purpose: "the same", onEvent }),
    );
    const text = (name: string) => readFile(join(workspace, name), "utf8").catch(() => "");
    const files = { "one.txt": await text("one.txt"), "log.txt": await text("log.txt") };
    return { result, requests: model.requests.length, files, carried };
  } finally {
    await sandbox.close();
  }
}

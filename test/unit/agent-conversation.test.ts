import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openConversation, withoutOpaque } from "../../src/agent/conversation.ts";
import { rebuildMessages } from "../../src/agent/record/read.ts";
import { openTranscript } from "../../src/agent/transcript.ts";
import { type ModelTurn, NO_USAGE, type Part } from "../../src/models/port.ts";
import { removeRepository } from "./sandbox-support.ts";

let scratch: string;
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), "nightshift-conversation-"));
});
afterAll(() => removeRepository(scratch));

const THINKING: Part = { kind: "opaque", provider: "anthropic", model: "m", data: { type: "thinking" } };

function turnOf(parts: readonly Part[]): ModelTurn {
  return { id: "m1", model: "m", parts, stop: "end_turn", usage: NO_USAGE, requestId: null, ms: 1 };
}

function open(name: string) {
  const file = join(scratch, name);
  const transcript = openTranscript({
    file,
    run: "r",
    agent: "code",
    clock: () => new Date(),
    redact: (text) => text,
  });
  return { file, conversation: openConversation(transcript) };
}

const lines = async (file: string): Promise<{ type: string; epoch: number; why?: string }[]> =>
  (await readFile(file, "utf8"))
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));

test("an epoch starts empty, and the transcript rebuilds only what came after it", async () => {
  const { file, conversation } = open("empty.jsonl");
  conversation.say("old");
  conversation.flush();
  conversation.say("never sent");
  conversation.startEpoch("compaction");
  expect(conversation.messages).toEqual([]);
  conversation.say("new");
  conversation.flush();
  const fresh = [{ role: "user", parts: [{ kind: "text", text: "new" }] }];
  expect(conversation.messages).toEqual(fresh);
  expect(rebuildMessages(await readFile(file, "utf8"))).toEqual(fresh);
  expect((await lines(file)).map(({ type, epoch, why }) => [type, epoch, why])).toEqual([
    ["msg_user", 0, undefined],
    ["epoch", 1, "compaction"],
    ["msg_user", 1, undefined],
  ]);
});

test("an epoch takes messages over, without thinking, and no turn is booked a second time", async () => {
  const { file, conversation } = open("carried.jsonl");
  conversation.say("task");
  conversation.flush();
  const parts: Part[] = [THINKING, { kind: "text", text: "hm" }];
  conversation.record(turnOf(parts), parts, 1);
  conversation.startEpoch("failover", withoutOpaque(conversation.messages));
  expect(conversation.messages).toEqual([
    { role: "user", parts: [{ kind: "text", text: "task" }] },
    { role: "assistant", parts: [{ kind: "text", text: "hm" }] },
  ]);
  expect(rebuildMessages(await readFile(file, "utf8"))).toEqual(conversation.messages);
  expect((await lines(file)).filter(({ type }) => type === "model_turn")).toHaveLength(1);
});

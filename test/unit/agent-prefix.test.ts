/** What must stay the same for the provider's cache, and how a miss is noticed. */
import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openCacheWatch } from "../../src/agent/cache-watch.ts";
import { runAgent } from "../../src/agent/run.ts";
import { openTranscript } from "../../src/agent/transcript.ts";
import { type ModelTurn, NO_USAGE, type Usage } from "../../src/models/port.ts";
import { calls, DONE, offSandbox, playing, runOf } from "./agent-support.ts";
import { makeRepository, removeRepository } from "./sandbox-support.ts";

test("system prompt and tools are the same bytes in every repository, path, day and mode", async () => {
  const prefixes = new Set<string>();
  for (const [at, day] of ["2026-11-22", "2027-03-01"].entries()) {
    const root = await makeRepository({ [`only-here-${at}.txt`]: `${at}\n`, "AGENTS.md": `Rule ${at}.\n` });
    const sandbox = await offSandbox(root);
    const model = playing(calls(["bash", { command: "echo one" }]), DONE);
    await runAgent(
      runOf(model, sandbox, {
        brief: `Task ${at}.`,
        header: { agent: "coder", mode: at === 0 ? "implement" : "feedback", feature: `f${at}`, round: at },
        clock: () => new Date(`${day}T12:00:00Z`),
        protectedPaths: [`p${at}/**`],
      }),
    );
    for (const { system, tools } of model.requests) prefixes.add(JSON.stringify([system, tools]));
    await sandbox.close();
    await removeRepository(root);
  }
  expect(prefixes.size).toBe(1);
});

test("a cache that served less than was left there is a line with the reason; the first turn of an epoch is none", async () => {
  const folder = await mkdtemp(join(tmpdir(), "nightshift-cache-"));
  const file = join(folder, "t.jsonl");
  let now = 0;
  const clock = () => new Date(now);
  const transcript = openTranscript({ file, run: "r", agent: "code", clock, redact: (text) => text });
  const watch = openCacheWatch(transcript, clock);
  const turn = (usage: Partial<Usage>, more: Partial<ModelTurn> = {}): ModelTurn => ({
    ...{ id: "m", model: "m", parts: [], stop: "tool_use", requestId: null, ms: 0 },
    usage: { ...NO_USAGE, ...usage },
    ...more,
  });
  watch.observe(turn({ cacheWrite5m: 10_000 }), 0);
  watch.observe(turn({ cacheRead: 10_000, cacheWrite5m: 500 }), 0);
  watch.observe(turn({ cacheWrite5m: 11_000 }, { cacheMiss: "tools_changed" }), 0);
  now += 6 * 60_000;
  watch.observe(turn({ cacheRead: 2_000, cacheWrite5m: 9_000 }), 0);
  watch.observe(turn({ cacheWrite5m: 4_000 }), 1);
  const lines = (await readFile(file, "utf8")).trim().split("\n");
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { type: "cache", expected: 10_500, reported: 0, reason: "tools_changed" },
    { type: "cache", expected: 11_000, reported: 2_000, reason: "expired" },
  ]);
  await removeRepository(folder);
});

import { expect, test } from "vitest";
import { renderEvent, turnIn } from "../../src/agent/event-line.ts";
import type { AgentEvent } from "../../src/agent/events.ts";
import { liveView } from "../../src/cli/live-view.ts";

const TURN: AgentEvent = {
  kind: "turn",
  turn: 3,
  text: "Now the tests",
  calls: ["exec: npm test"],
  usd: null,
  tokens: 10,
};
const TOOL: AgentEvent = { kind: "tool", name: "exec", isError: false, ms: 12 };

test.each([
  ["a turn", renderEvent(TURN), "turn 3: exec: npm test — Now the tests"],
  [
    "a turn with the time that a log puts before it",
    `2026-11-23T01:00:00Z ${renderEvent(TURN)}`,
    /^turn 3: /,
  ],
  [
    "a sub-agent's turn",
    renderEvent({ kind: "sub", run: "run-2", agent: "explore", event: TURN }),
    /^turn 3: /,
  ],
])("%s is read back from its line", (_, line, turn) => {
  expect(turnIn(line)).toEqual(typeof turn === "string" ? turn : expect.stringMatching(turn));
});

test("other events are no turn", () => {
  expect(turnIn(renderEvent(TOOL))).toBeUndefined();
});

test("the last line says what every job at work did last", () => {
  const lines: string[] = [];
  const follow = liveView({ status: (line) => void lines.push(line) });
  const run = { runId: 1, jobId: 2 };
  follow({
    kind: "run_started",
    runId: 1,
    repository: "acme/app",
    path: ".github/workflows/nightshift-code.yml",
    title: `code · pull 6 · ${"a".repeat(40)}`,
  });
  follow({ kind: "job_started", ...run, name: "code / agent" });
  follow({ kind: "log", ...run, text: renderEvent(TURN) });
  follow({ kind: "log", ...run, text: renderEvent(TOOL) });
  follow({ kind: "log", ...run, text: "$ npm ci" });
  follow({ kind: "job_completed", ...run, name: "code / agent", conclusion: "success" });
  expect(lines).toEqual([
    "code · pull 6 · agent",
    "code · pull 6 · agent: turn 3: exec: npm test — Now the tests",
    "code · pull 6 · agent: $ npm ci",
    "",
  ]);
});

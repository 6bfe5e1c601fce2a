/** What a job has spent so far, over all its conversations; kept in a file, because a killed job tells nothing else. */
import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { AgentEvent } from "../agent/events.ts";
import type { RunResult } from "../agent/result.ts";
import { dayOf, dollarsOf } from "../domain/money.ts";
import type { RunCost } from "../domain/state-block.ts";
import type { WorkOrder } from "../domain/work-order.ts";
import { promptTokens } from "../models/port.ts";
import { type Job, places, type RunFacts } from "./job.ts";

type Amount = Pick<RunCost, "usd" | "turns" | "tokens">;

export interface Spending {
  /** All conversations that ended, and the one at work as far as its events told. */
  total(): RunCost;
  /** Takes in an event of the conversation at work and writes the file. */
  note(event: AgentEvent): Promise<void>;
  /** A conversation ended: its result replaces what was noted. */
  add(result: Pick<RunResult<unknown>, "usd" | "turns" | "usage" | "carried">): void;
}

const NOTHING: Amount = { usd: 0, turns: 0, tokens: 0 };

/** What an earlier run spent and is booked for is not told a second time, as far as this one went on from it. */
export function openSpending(job: Job, facts: RunFacts, order: WorkOrder): Spending {
  const booked = order.resume?.booked ?? { usd: 0, turns: 0, tokens: 0 };
  let ended: Amount | undefined;
  let current: Amount | undefined;
  let carried: Amount = NOTHING;
  /** The conversation at work began with turns of the earlier run. */
  let goesOn = false;

  const twice = (of: keyof Amount) => (goesOn ? booked[of] : Math.min(booked[of], carried[of] ?? 0));
  const total = (): RunCost => {
    const { usd, turns, tokens } = sum(ended, current);
    return {
      run: facts.runId,
      agent: order.mode === "review" ? "review" : "code",
      mode: order.mode,
      usd: usd === null ? null : Math.max(0, usd - twice("usd")),
      turns: Math.max(0, turns - twice("turns")),
      tokens: Math.max(0, tokens - twice("tokens")),
      ...(order.feature ? { feature: order.feature.number } : {}),
      day: dayOf(job.now().toISOString()),
    };
  };
  return {
    total,
    async note(event) {
      if (event.kind !== "turn") return;
      if (current === undefined) goesOn = event.turn > 1;
      current = { usd: event.usd, turns: event.turn, tokens: event.tokens };
      const file = places(facts).cost;
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, JSON.stringify(total()));
    },
    add({ usd, turns, usage, carried: earlier }) {
      ended = sum(ended, { usd, turns, tokens: promptTokens(usage) + usage.output });
      if (earlier) carried = sum(carried, earlier);
      [current, goesOn] = [undefined, false];
    },
  };
}

/** Dollars are unknown only as long as those of every part are. */
function sum(a: Amount | undefined, b: Amount | undefined): Amount {
  if (a === undefined || b === undefined) return a ?? b ?? NOTHING;
  const usd = a.usd === null && b.usd === null ? null : dollarsOf(a) + dollarsOf(b);
  return { usd, turns: a.turns + b.turns, tokens: a.tokens + b.tokens };
}

/** What a run has spent so far, over all conversations and attempts; kept in a file, because a killed job tells nothing else. */
import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { AgentEvent } from "../agent/events.ts";
import type { RunResult } from "../agent/result.ts";
import { dayOf, dollarsOf } from "../domain/money.ts";
import type { RunCost } from "../domain/state-block.ts";
import type { WorkOrder } from "../domain/work-order.ts";
import { promptTokens } from "../models/port.ts";
import { type Job, places, type RunFacts } from "./job.ts";

type Amount = Pick<RunCost, "usd" | "turns" | "tokens">;
type Known = { usd: number; turns: number; tokens: number };

export interface Spending {
  /** What the run is to be booked for: all its attempts, without what an earlier run is booked for. */
  total(): RunCost;
  /** US dollars that count against the order's limit before another conversation, which begins afresh or goes on with an earlier one. */
  used(goesOn: boolean): number;
  /** Takes in an event of the conversation at work and writes the file. */
  note(event: AgentEvent): void;
  /** A conversation ended: its result replaces what was noted. */
  add(result: Pick<RunResult<unknown>, "usd" | "turns" | "usage">): void;
}

const NOTHING: Known = { usd: 0, turns: 0, tokens: 0 };

/**
 * What an earlier run spent and is booked for is not told a second time, as far as this one went on from it; `attempt` is what
 * the attempt before this one told of the same run.
 */
export function openSpending(
  job: Pick<Job, "now">,
  facts: Pick<RunFacts, "runId" | "temp">,
  order: Pick<WorkOrder, "mode" | "feature" | "resume" | "spent">,
  attempt?: RunCost,
): Spending {
  const booked = order.resume?.booked ?? NOTHING;
  const spent = order.spent ?? NOTHING;
  const told = attempt ? { ...attempt, usd: dollarsOf(attempt) } : NOTHING;
  let ended: Amount | undefined;
  let current: Amount | undefined;
  /** What the conversations up to here took over. */
  let carried: Known = NOTHING;

  let goesOn = false;

  const before = (of: keyof Known) => Math.max(told[of], spent[of] + Math.max(0, carried[of] - booked[of]));
  const total = (): RunCost => {
    const { usd, turns, tokens } = sum(ended, current);
    const all = (of: keyof Known, amount: number) => before(of) + Math.max(0, amount - carried[of]);
    return {
      run: facts.runId,
      agent: order.mode === "review" ? "review" : "code",
      mode: order.mode,
      usd: usd === null ? null : all("usd", usd),
      turns: all("turns", turns),
      tokens: all("tokens", tokens),
      ...(order.feature ? { feature: order.feature.number } : {}),
      ...(goesOn && order.resume && order.resume.run !== facts.runId ? { after: order.resume.run } : {}),
      day: dayOf(job.now().toISOString()),
    };
  };
  return {
    total,
    used(goesOn) {
      const lost = goesOn ? 0 : Math.max(0, told.usd - spent.usd - carried.usd);
      return dollarsOf(sum(ended, current)) + lost;
    },
    note(event) {
      if (event.kind === "started") {
        current = event.carried ?? NOTHING;
        carried = add(carried, event.carried ?? NOTHING);
        goesOn ||= event.carried !== undefined;
        // Whoever goes on with this run has to know of the one before it, also when this one is killed at once.
        if (event.carried === undefined) return;
      } else if (event.kind === "turn") current = { usd: event.usd, turns: event.turn, tokens: event.tokens };
      else return;
      keep(places(facts).cost, JSON.stringify(total()));
    },
    add({ usd, turns, usage }) {
      ended = sum(ended, { usd, turns, tokens: promptTokens(usage) + usage.output });
      current = undefined;
    },
  };
}

/** At once and whole: the very next command may take this process down with it. */
function keep(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
}

function add(a: Known, b: Known): Known {
  return { usd: a.usd + b.usd, turns: a.turns + b.turns, tokens: a.tokens + b.tokens };
}

/** Dollars are unknown only as long as those of every part are. */
function sum(a: Amount | undefined, b: Amount | undefined): Amount {
  if (a === undefined || b === undefined) return a ?? b ?? NOTHING;
  const usd = a.usd === null && b.usd === null ? null : dollarsOf(a) + dollarsOf(b);
  return { usd, turns: a.turns + b.turns, tokens: a.tokens + b.tokens };
}

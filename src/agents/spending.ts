/** What a run has spent so far, over all conversations, also those at the same time, and attempts; kept in a file, because a killed job tells nothing else. */
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
  /** One more conversation, beside those that are still at work. */
  begin(): Conversation;
}

export interface Conversation {
  /** Takes in an event of it and writes the file. */
  note(event: AgentEvent): void;
  /** It ended: its result replaces what was noted. */
  end(result: Pick<RunResult<unknown>, "usd" | "turns" | "usage">): void;
  /** US dollars of all others of this run, ended or at work. */
  beside(): number;
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
  /** By conversation, in the order in which they began; each was noted or has ended. */
  const amounts = new Map<Conversation, Amount>();
  /** What the conversations up to here took over. */
  let carried: Known = NOTHING;

  let goesOn = false;

  const before = (of: keyof Known) => Math.max(told[of], spent[of] + Math.max(0, carried[of] - booked[of]));
  const total = (): RunCost => {
    const { usd, turns, tokens } = sum(amounts.values());
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
      return dollarsOf(sum(amounts.values())) + lost;
    },
    begin() {
      const conversation: Conversation = {
        note(event) {
          if (event.kind === "started") {
            amounts.set(conversation, event.carried ?? NOTHING);
            carried = add(carried, event.carried ?? NOTHING);
            goesOn ||= event.carried !== undefined;
            // Whoever goes on with this run has to know of the one before it, also when this one is killed at once.
            if (event.carried === undefined) return;
          } else if (event.kind === "turn")
            amounts.set(conversation, { usd: event.usd, turns: event.turn, tokens: event.tokens });
          else return;
          keep(places(facts).cost, JSON.stringify(total()));
        },
        end({ usd, turns, usage }) {
          amounts.set(conversation, { usd, turns, tokens: promptTokens(usage) + usage.output });
        },
        beside: () =>
          [...amounts].reduce(
            (usd, [each, amount]) => usd + (each === conversation ? 0 : dollarsOf(amount)),
            0,
          ),
      };
      return conversation;
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
function sum(amounts: Iterable<Amount>): Amount {
  const [first = NOTHING, ...others] = amounts;
  return others.reduce(
    (a, b) => ({
      usd: a.usd === null && b.usd === null ? null : dollarsOf(a) + dollarsOf(b),
      turns: a.turns + b.turns,
      tokens: a.tokens + b.tokens,
    }),
    first,
  );
}

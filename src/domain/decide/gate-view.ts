/** The gate as people see it: one check run on the head with every clause, met or not, and what it waits for. */
import { type Alarm, type Command, type Decision, type GateView, goesOnBy, whyOf } from "../command.ts";
import type { PullFacts } from "../pull-facts.ts";
import type { GateCheck } from "../snapshot.ts";
import { PULL_LADDER } from "./merge-pull.ts";

/** What a merge depends on, in the order in which people read it, and what is said of it when it holds. */
export const CLAUSES: Readonly<Record<string, string>> = {
  wanted: "Its requirement and its feature are open.",
  "go-ahead": "Nobody paused it, it is no draft, and no person has to decide something.",
  lease: "No agent is at work on it.",
  means: "There is money and a provider for what it still needs.",
  mergeable: "It merges cleanly.",
  verification: "Our verification passed on exactly this head and this base.",
  verdict: "The review gave its verdict on exactly this head.",
  changes: "Nobody asks for changes.",
  conversations: "Every conversation that a person began is resolved.",
  checks: "Every required check is green.",
  approval: "A person approved exactly this change, or it needs no approval.",
  rules: "The rules of the base branch are kept.",
  dependencies: "Everything that it comes after is merged.",
  lane: "It is the next to go into its base, and stands on it where that is asked for.",
  mode: "The settings let it be merged.",
  attempt: "GitHub has not refused this merge.",
};

export interface ClauseState {
  clause: string;
  /** The rung that stands against it; undefined when it holds. */
  rung: string | undefined;
  why: string;
  alarm: Alarm | undefined;
}

/** Every clause by itself: the first of its rungs that holds speaks against it. */
export function clausesOf(facts: PullFacts): ClauseState[] {
  return Object.entries(CLAUSES).map(([clause, met]) => {
    const rung = PULL_LADDER.find((candidate) => candidate.clause === clause && candidate.when(facts));
    return rung === undefined
      ? { clause, rung: undefined, why: met, alarm: undefined }
      : { clause, rung: rung.id, why: whyOf(rung, facts), alarm: rung.alarm };
  });
}

/** The check run as it should be after `decision`. */
export function gateViewOf(
  facts: PullFacts,
  decision: Pick<Decision, "rung" | "why" | "commands">,
): GateView {
  const asksForDecision = decision.commands.some(
    (command) => command.do === "label" && command.add.some((name) => name.endsWith(":needs-human")),
  );
  const state =
    decision.rung === "only-proposed" ? "passed" : facts.needsHuman || asksForDecision ? "failed" : "waiting";
  return {
    id: reusable(facts.pull.gate, state),
    state,
    title: titleOf(decision.why),
    summary: [
      `**${decision.rung}**: ${decision.why}`,
      "",
      "| | a merge depends on | | goes on by |",
      "|---|---|---|---|",
      ...clausesOf(facts).map(row),
    ].join("\n"),
    attempt: facts.pull.gate?.attempt,
  };
}

/** A check run that ended never opens again: what waits after it is a new one of the same name. */
function reusable(gate: GateCheck | undefined, state: GateView["state"]): number | undefined {
  return gate?.state === "waiting" || state !== "waiting" ? gate?.id : undefined;
}

function titleOf(why: string): string {
  return why.length <= 200 ? why : `${why.slice(0, 199)}…`;
}

function row({ clause, rung, why, alarm }: ClauseState): string {
  const mark = alarm === undefined ? "met" : alarm.kind === "acts" ? "**unmet**" : "*waiting*";
  const text = why.replaceAll("|", "\\|").replaceAll("\n", " ");
  return `| ${mark} | ${clause} | ${rung === undefined ? text : `**${rung}**: ${text}`} | ${alarm === undefined ? "" : goesOnBy(alarm)} |`;
}

/** Rungs on which nothing is shown: the merge writes its own intent and result, and a wait of seconds is no news. */
const SILENT: ReadonlySet<string> = new Set(["landed", "ready", "closed-by-a-person"]);

/** Nothing when it is shown already. A person's decision that is waited for keeps the reason that was given for it. */
export function showGate(facts: PullFacts, decision: Decision): Command[] {
  const { gate, state, head } = facts.pull;
  if (state !== "open" || SILENT.has(decision.rung) || decision.alarm.kind === "soon") return [];
  if (decision.rung === "needs-human" && gate?.state === "failed") return [];
  const view = gateViewOf(facts, decision);
  if (gate?.state === view.state && gate.title === view.title && gate.summary === view.summary) return [];
  return [{ do: "show-gate", head, view }];
}

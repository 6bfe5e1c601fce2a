/** The pages' content, put together from live state: what GitHub's API says, the ladders' words for it, and the runner's records. */

import { parseMessage } from "../../domain/message.ts";
import { factsOf } from "../../domain/pull-facts.ts";
import { requirementFactsOf } from "../../domain/requirement-facts.ts";
import type { RepositorySnapshot } from "../../domain/snapshot.ts";
import { CODER_STATES } from "../../domain/states/coder.ts";
import { MANAGER_STATES } from "../../domain/states/manager.ts";
import { REVIEWER_STATES } from "../../domain/states/reviewer.ts";
import { coderState, managerState, reviewerState } from "../../domain/states.ts";
import type { GitHub } from "../../github/client.ts";
import { observe } from "../../github/observe.ts";
import type { RunRecord } from "../../local/contract.ts";
import type { Forge } from "../../local/forge/start.ts";
import { obstaclesOf, type RequirementStanding, standingsOf } from "../standing.ts";
import { statusOf } from "../status/render.ts";
import type { AgentStanding, Overview } from "./pages/overview.ts";
import type { SentMessage } from "./pages/runs.ts";

export interface Standing {
  snapshot: RepositorySnapshot;
  standings: readonly RequirementStanding[];
}

/** The repository as the manager would see it now. Throws NightshiftError. */
export async function readStanding(github: GitHub, now: () => Date): Promise<Standing> {
  const snapshot = await observe(github, { now });
  return { snapshot, standings: standingsOf(snapshot) };
}

export function overviewOf({ snapshot, standings }: Standing, runs: readonly RunRecord[]): Overview {
  const open = standings.filter(
    ({ facts }) => facts.requirement.open && facts.authorisation.state !== "none",
  );
  return {
    status: statusOf(snapshot, standings),
    agents: agentsOf(snapshot),
    obstacles: open.flatMap(obstaclesOf),
    atWork: runs
      .filter(({ status }) => status === "in_progress")
      .map(({ id, displayTitle }) => ({ id, title: displayTitle })),
  };
}

/** Where each of the three agents is, by the tables of their states. */
export function agentsOf(snapshot: RepositorySnapshot): AgentStanding[] {
  const why = (rows: readonly { state: string; why: string }[], state: string) =>
    rows.find((row) => row.state === state)?.why ?? "";
  const manager = managerState(snapshot);
  return [
    ...snapshot.requirements
      .filter(({ open }) => open)
      .map((requirement): AgentStanding => {
        const state = coderState(requirementFactsOf(snapshot, requirement));
        return { agent: "code", about: `#${requirement.number}`, state, why: why(CODER_STATES, state) };
      }),
    ...snapshot.pulls
      .filter(({ state }) => state === "open")
      .map((pull): AgentStanding => {
        const state = reviewerState(factsOf(snapshot, pull));
        return { agent: "review", about: `#${pull.number}`, state, why: why(REVIEWER_STATES, state) };
      }),
    { agent: "manager", about: "", state: manager, why: why(MANAGER_STATES, manager) },
  ];
}

/** Why an issue is where it is: the requirement's own words, or those of the feature; undefined for any other. */
export function whyOfIssue({ standings }: Standing, number: number): string | undefined {
  for (const { facts, decision, features } of standings) {
    if (facts.requirement.number === number) return decision.why;
    const feature = features.find(({ facts: { planned } }) => planned.number === number);
    if (feature) return feature.why;
  }
  return undefined;
}

export function whyOfPull({ standings }: Standing, number: number): string | undefined {
  const found = standings
    .flatMap(({ features }) => features)
    .find(({ pull }) => pull?.pull.number === number);
  return found?.pull?.why;
}

/** The messages that started runs, newest first; what is no message of ours is left out. */
export function messagesOf(forge: Pick<Forge, "runs">, repository: string): SentMessage[] {
  return forge.runs(repository).flatMap((run): SentMessage[] => {
    const sent = messageIn(run);
    if (sent === undefined) return [];
    const { type, from, to, payload, hops, correlationId } = sent;
    return [
      {
        at: run.createdAt,
        run: run.id,
        type,
        from,
        to,
        about: Object.entries(payload)
          .map(([name, value]) => `${name} ${String(value).slice(0, 12)}`)
          .join(", "),
        hops,
        conversation: correlationId,
        outcome: run.conclusion ?? run.status,
      },
    ];
  });
}

function messageIn({ event, trigger }: RunRecord) {
  if (event !== "repository_dispatch") return undefined;
  const { client_payload: sent } = trigger.payload;
  if (typeof sent !== "object" || sent === null || Array.isArray(sent)) return undefined;
  try {
    return parseMessage(sent.message);
  } catch {
    return undefined;
  }
}

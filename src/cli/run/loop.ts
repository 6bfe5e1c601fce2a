/** Lets the loop run until every requirement is closed, or nothing moves any more. */
import { randomUUID } from "node:crypto";
import { type Override, overrideConfig } from "../../domain/config-override.ts";
import { composeMessage } from "../../domain/message.ts";
import type { RepositorySnapshot } from "../../domain/snapshot.ts";
import type { GitHub } from "../../github/client.ts";
import { observe } from "../../github/observe.ts";
import type { Runner } from "../../local/runner/options.ts";
import { pendingCommands, type RequirementStanding, standingsOf } from "../standing.ts";

/** How often the manager is rung while the same thing stays undone. */
const RINGS = 3;

export interface Rest {
  snapshot: RepositorySnapshot;
  standings: readonly RequirementStanding[];
}

export interface LoopOptions {
  runner: Pick<Runner, "idle">;
  github: GitHub;
  override: Override;
  now: () => Date;
  signal: AbortSignal;
  /** Called at rest; true when something was done that moves the loop on. */
  act: (rest: Rest) => Promise<boolean>;
}

/** What is left when the loop ended: nothing open, nothing that moves, or the person's wish to stop. */
export async function loopUntilRest(options: LoopOptions): Promise<Rest> {
  const { runner, github, signal } = options;
  let rings = 0;
  let before = "";
  for (;;) {
    await Promise.race([runner.idle(), aborted(signal)]);
    const rest = await look(options);
    if (signal.aborted || openOnes(rest).length === 0) return rest;
    if (await options.act(rest)) {
      rings = 0;
      continue;
    }
    const undone = JSON.stringify(pendingCommands(openOnes(rest)));
    rings = undone === before ? rings + 1 : 1;
    before = undone;
    if (undone === "[]" || rings > RINGS || signal.aborted) return rest;
    await ringManager(github, options.now);
  }
}

export async function look({
  github,
  now,
  override,
}: Pick<LoopOptions, "github" | "now" | "override">): Promise<Rest> {
  const seen = await observe(github, { now });
  const snapshot = { ...seen, config: overrideConfig(seen.config, override) };
  return { snapshot, standings: standingsOf(snapshot) };
}

export function openOnes({ standings }: Rest): RequirementStanding[] {
  return standings.filter(({ facts }) => facts.requirement.open && facts.authorisation.state !== "none");
}

/** Tells the manager to look, as a person may. Lost work is found that way. */
export async function ringManager(github: GitHub, now: () => Date): Promise<void> {
  const message = composeMessage(
    { type: "human_acted", from: "person", to: "repo_manager", payload: {} },
    undefined,
    { id: randomUUID, now },
  );
  await github.rest("POST /repos/{owner}/{repo}/dispatches", {
    event_type: "nightshift-merge",
    client_payload: { message },
  });
}

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
}

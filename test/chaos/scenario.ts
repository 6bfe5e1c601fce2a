/** Plays a world to its end: messages first, then the clock of the manager, until nothing more is written. */
import { z } from "zod";
import type { RepositorySnapshot } from "../../src/domain/snapshot.ts";
import { atRest } from "./invariants.ts";
import type { Done } from "./people.ts";
import type { World } from "./world.ts";

/** Sweeps after which a world that still moves counts as one that never rests. */
const MOST_SWEEPS = 40;

export interface Ending {
  /** Everything that does not hold. */
  violations: string[];
  sweeps: number;
  snapshot: RepositorySnapshot;
}

/** Sweeps until two in a row wrote nothing, and no look of theirs was disturbed; `isLost` says which hours the clock does not ring. */
export async function playOut(
  world: World,
  isLost: (hour: number) => boolean = () => false,
): Promise<Ending> {
  await world.stage.settle();
  let sweeps = 0;
  let quiet = 0;
  for (let hour = 0; sweeps < MOST_SWEEPS && quiet < 2; hour += 1) {
    if (isLost(hour)) {
      world.stage.advance(3_600_000);
      continue;
    }
    const before = world.calls.length;
    await world.sweep();
    sweeps += 1;
    const isQuiet = world.calls
      .slice(before)
      .every(({ kind, fault }) => kind === "read" && fault === undefined);
    quiet = isQuiet ? quiet + 1 : 0;
  }
  const snapshot = await world.look();
  const violations = [...world.watch.violations, ...(await atRest(world, snapshot))];
  if (quiet < 2) violations.push(`it still writes after ${sweeps} sweeps`);
  return { violations, sweeps, snapshot };
}

const Issue = z.object({ state: z.string(), labels: z.array(z.object({ name: z.string() })) });

export interface Standing {
  number: number;
  state: string;
  /** It is neither complete, nor does a person know that it is their turn. */
  problem: string | undefined;
}

/** Where a requirement has come to. A person who closed it, reopened it when it was done, took its label or holds it up knows that. */
export async function standing(
  world: World,
  snapshot: RepositorySnapshot,
  number: number,
  acts: readonly Done[] = [],
): Promise<Standing> {
  const { data } = await world.ada.rest("GET /repos/{owner}/{repo}/issues/{issue_number}", {
    issue_number: number,
  });
  const { state, labels } = Issue.parse(data);
  const names = labels.map(({ name }) => name);
  const pulls = snapshot.pulls.filter(
    ({ block, state: at }) => block?.requirement === number && at !== "merged",
  );
  const features = snapshot.requirements.find((one) => one.number === number)?.features ?? [];
  const all = [
    ...names,
    ...pulls.flatMap((pull) => pull.labels),
    ...features.flatMap((feature) => feature.labels),
  ];
  const did = (...kinds: readonly Done["act"][]) =>
    acts.some(({ act, number: of }) => of === number && kinds.includes(act));
  const complete = names.includes("nightshift:complete") && (state === "closed" || did("reopen-issue"));
  const held = all.some((name) => name === "nightshift:needs-human" || name === "nightshift:paused");
  const byPerson = did("close-issue", "remove-label");
  const asked = complete || (acts.length > 0 && held) || byPerson;
  return {
    number,
    state,
    problem: asked ? undefined : `requirement #${number} is ${state} with ${all.join(", ")}`,
  };
}

/** A random schedule: who acts when, what breaks, what people do meanwhile. All of it follows from a seed. */
import { type Chance, chanceOf } from "./chance.ts";
import { type Call, type Fault, MESSAGE_FAULTS, READ_FAULTS, WRITE_FAULTS } from "./faults.ts";
import type { PlannedFeature, Plans } from "./models.ts";
import { ACTS, type Done, doAct, undone } from "./people.ts";
import { playOut, standing } from "./scenario.ts";
import { openWorld, type World } from "./world.ts";

export interface Schedule {
  seed: number;
  /** Disturbances that are left out: their names, as a former run told them. */
  without?: ReadonlySet<string>;
  /** Whether people interfere. */
  people?: boolean;
  /** Share of the calls that something happens to. */
  faults?: number;
  plans?: Plans;
}

export interface Played {
  seed: number;
  violations: string[];
  /** Names of everything that disturbed it, in order: `fault 12 timeout`, `person 40 close-pull`. */
  disturbances: string[];
  calls: number;
  sweeps: number;
  log: string[];
}

/** Two requirements at once; two features of different ones write to the same file. */
const PLANS: Plans = new Map<string, readonly PlannedFeature[]>([
  [
    "accounts",
    [
      { key: "login", shares: true },
      { key: "logout", after: ["login"] },
    ],
  ],
  ["pages", [{ key: "about", shares: true }]],
]);

/** Calls after which everything works again: a world that is never left alone need not come to rest. */
const DISTURBED_CALLS = 220;

export async function play(schedule: Schedule): Promise<Played> {
  const { seed, without = new Set(), people = true, faults = 0.02, plans = PLANS } = schedule;
  const chance = chanceOf(seed);
  const disturbances: string[] = [];
  const happens = (name: string): boolean => {
    if (without.has(name.replaceAll(" ", "-"))) return false;
    disturbances.push(name.replaceAll(" ", "-"));
    return true;
  };
  let choices = 0;
  const world = await openWorld({
    plans,
    choose: (ready) => {
      choices += 1;
      return Math.floor(chance.of(`choice ${choices}`) * ready.length);
    },
    random: () => 0.5,
    fault: (call) => {
      if (call.n > DISTURBED_CALLS || chance.of(`fault ${call.n}`) >= faults) return undefined;
      const fault = faultOf(chance, call);
      return fault !== undefined && happens(`fault ${call.n} ${fault}`) ? fault : undefined;
    },
  });
  try {
    const numbers: number[] = [];
    for (const title of plans.keys()) numbers.push(await world.require(title));
    const acts: Done[] = [];
    if (people) interfere(world, chance, numbers, acts, happens);
    const { violations, sweeps, snapshot } = await playOut(
      world,
      (hour) => chance.of(`cron ${hour}`) < 1 / 3,
    );
    const ends = await Promise.all(numbers.map((number) => standing(world, snapshot, number, acts)));
    const states = new Map(ends.map(({ number, state }) => [number, state]));
    return {
      seed,
      violations: [
        ...violations,
        ...ends.flatMap(({ problem }) => problem ?? []),
        ...undone(acts, snapshot, states),
      ],
      disturbances,
      calls: world.calls.length,
      sweeps,
      log: world.log,
    };
  } finally {
    await world.close();
  }
}

function faultOf(chance: Chance, { n, kind, what }: Omit<Call, "fault">): Fault | undefined {
  const kinds: readonly Fault[] =
    kind === "read"
      ? READ_FAULTS
      : what.endsWith("/dispatches")
        ? [...WRITE_FAULTS, ...MESSAGE_FAULTS]
        : WRITE_FAULTS;
  return chance.pick(`kind ${n}`, kinds);
}

/** Three times at most, between two steps, a person does something. */
function interfere(
  world: World,
  chance: Chance,
  numbers: readonly number[],
  acts: Done[],
  happens: (name: string) => boolean,
): void {
  const moments = [1, 2, 3].map((n) => Math.floor(chance.of(`moment ${n}`) * DISTURBED_CALLS * 1.5));
  let steps = 0;
  world.stage.onStep = async () => {
    steps += 1;
    if (!moments.includes(steps)) return;
    const act = chance.pick(`act ${steps}`, ACTS);
    const number = chance.pick(`subject ${steps}`, numbers);
    if (act === undefined || number === undefined || !happens(`person ${steps} ${act}`)) return;
    const done = await doAct(world, act, number).catch((error: unknown) => {
      world.log.push(`person ${act}: ${String(error)}`);
      return undefined;
    });
    world.log.push(`person ${act} on ${number}: ${done ? "done" : "nothing to do"}`);
    if (done) acts.push(done);
  };
}

/** The same failure with as few disturbances as can be left. */
export async function shrink(schedule: Schedule, failed: Played): Promise<Played> {
  const without = new Set(schedule.without);
  let smallest = failed;
  for (const name of failed.disturbances) {
    const tried = await play({ ...schedule, without: new Set([...without, name]) });
    if (tried.violations.length === 0) continue;
    without.add(name);
    smallest = tried;
  }
  return smallest;
}

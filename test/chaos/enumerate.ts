/** The smallest scenario, one feature with one round of feedback, with one fault at one of its calls. */
import { type Call, type Fault, READ_FAULTS, WRITE_FAULTS } from "./faults.ts";
import { playOut, standing } from "./scenario.ts";
import { openWorld, type WorldOptions } from "./world.ts";

const PLANS = new Map([["greeting", [{ key: "greet" }]]]);

export interface Point {
  n: number;
  what: string;
  fault: Fault;
}

/** Every call of the undisturbed scenario, the two quiet sweeps after it included. */
export async function countCalls(): Promise<Call[]> {
  const { calls, violations } = await playSmallest({});
  if (violations.length > 0) throw new Error(`undisturbed: ${violations.join("; ")}`);
  return calls;
}

/** Every fault at every call. */
export function faultPoints(calls: readonly Call[]): Point[] {
  return calls.flatMap(({ n, what, kind }) =>
    (kind === "write" ? WRITE_FAULTS : READ_FAULTS).map((fault) => ({ n, what, fault })),
  );
}

/** What does not hold after it. */
export async function playFault({ n, fault }: Pick<Point, "n" | "fault">): Promise<string[]> {
  const { violations } = await playSmallest({ fault: (call) => (call.n === n ? fault : undefined) });
  return violations;
}

/** The whole scenario; it must end complete, without a person. */
export async function playSmallest(
  options: Partial<WorldOptions>,
): Promise<{ violations: string[]; calls: Call[] }> {
  const world = await openWorld({ plans: PLANS, ...options });
  try {
    const number = await world.require("greeting");
    const { violations, snapshot } = await playOut(world);
    const { problem } = await standing(world, snapshot, number);
    return { violations: [...violations, ...(problem ? [problem] : [])], calls: [...world.calls] };
  } finally {
    await world.close();
  }
}

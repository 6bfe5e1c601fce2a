/** `npm run chaos`: random schedules, or one of them again. */
import { parseArgs } from "node:util";
import { countCalls, faultPoints, playFault } from "./enumerate.ts";
import { type Played, play, type Schedule, shrink } from "./schedule.ts";

const { values } = parseArgs({
  options: {
    seeds: { type: "string", default: "200" },
    from: { type: "string", default: "1" },
    seed: { type: "string" },
    without: { type: "string", default: "" },
    enumerate: { type: "boolean", default: false },
    fault: { type: "string" },
    quiet: { type: "boolean", default: false },
  },
});

const say = (line: string) => void process.stdout.write(`${line}\n`);

if (values.enumerate) await everyCall();
else if (values.seed === undefined) await many(Number(values.from), Number(values.seeds));
else await again(Number(values.seed), new Set(values.without.split(",").filter((name) => name !== "")));

async function many(from: number, count: number): Promise<void> {
  const begun = performance.now();
  let [calls, disturbances, failures] = [0, 0, 0];
  for (let seed = from; seed < from + count; seed += 1) {
    const played = await playSafely({ seed });
    calls += played.calls;
    disturbances += played.disturbances.length;
    if (played.violations.length === 0) continue;
    failures += 1;
    await report({ seed }, played);
  }
  const seconds = (performance.now() - begun) / 1_000;
  say(
    `${count} schedules, ${calls} calls, ${disturbances} disturbances, ${failures} with violations, ${(count / seconds).toFixed(1)} schedules a second`,
  );
  process.exit(failures === 0 ? 0 : 1);
}

async function everyCall(): Promise<void> {
  const begun = performance.now();
  const points = faultPoints(await countCalls()).filter(
    ({ fault }) => values.fault === undefined || values.fault.split(",").includes(fault),
  );
  let failures = 0;
  for (const point of points) {
    const violations = await playFault(point);
    if (violations.length === 0) continue;
    failures += 1;
    say(`${point.fault} at call ${point.n}, ${point.what}: ${violations.join("\n  ")}`);
  }
  const each = (performance.now() - begun) / points.length;
  say(`${points.length} points, ${failures} with violations, ${each.toFixed(0)} ms each`);
  process.exit(failures === 0 ? 0 : 1);
}

async function playSafely(schedule: Schedule): Promise<Played> {
  try {
    return await play(schedule);
  } catch (error) {
    const why = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { seed: schedule.seed, violations: [why], disturbances: [], calls: 0, sweeps: 0, log: [] };
  }
}

async function report(schedule: Schedule, played: Played): Promise<void> {
  const smallest = values.quiet || played.disturbances.length === 0 ? played : await shrink(schedule, played);
  const left = new Set(smallest.disturbances);
  const without = played.disturbances.filter((name) => !left.has(name));
  say(`seed ${schedule.seed}: ${smallest.violations.join("\n  ")}`);
  say(`  disturbed by ${smallest.disturbances.join(", ") || "nothing"}`);
  say(
    `  npm run chaos -- --seed ${schedule.seed}${without.length > 0 ? ` --without ${without.join(",")}` : ""}`,
  );
}

async function again(seed: number, without: ReadonlySet<string>): Promise<void> {
  const played = await playSafely({ seed, without });
  for (const line of played.log) say(line);
  say(`disturbed by ${played.disturbances.join(", ")}`);
  say(played.violations.length === 0 ? "no violation" : played.violations.join("\n"));
  process.exit(played.violations.length === 0 ? 0 : 1);
}

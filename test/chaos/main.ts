/** `npm run chaos`: random schedules, or one of them again. */
import { fork } from "node:child_process";
import { once } from "node:events";
import { availableParallelism } from "node:os";
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

interface Totals {
  calls: number;
  disturbances: number;
  failures: number;
  /** Of this process; git's own processes are not in it. */
  cpuSeconds: number;
}

/** Shares the seeds among one process for each core; each of them tells its totals to the one that started it. */
async function many(from: number, count: number): Promise<void> {
  const begun = performance.now();
  const shares = process.send === undefined ? Math.min(availableParallelism(), count) : 1;
  const parts =
    shares === 1
      ? [await playSeeds(from, count)]
      : await Promise.all(
          Array.from({ length: shares }, (_, share) => {
            const first = Math.floor((count * share) / shares);
            return playElsewhere(from + first, Math.floor((count * (share + 1)) / shares) - first);
          }),
        );
  const sum = (name: keyof Totals) => parts.reduce((total, part) => total + part[name], 0);
  const seconds = (performance.now() - begun) / 1_000;
  if (process.send === undefined)
    say(
      `${count} schedules, ${sum("calls")} calls, ${sum("disturbances")} disturbances, ${sum("failures")} with violations, ${(count / seconds).toFixed(1)} schedules a second, ${(sum("cpuSeconds") / count).toFixed(2)} s of processor time each`,
    );
  // Git's reader of objects would keep the process.
  process.exit(sum("failures") === 0 ? 0 : 1);
}

async function playSeeds(from: number, count: number): Promise<Totals> {
  const totals: Totals = { calls: 0, disturbances: 0, failures: 0, cpuSeconds: 0 };
  for (let seed = from; seed < from + count; seed += 1) {
    const played = await playSafely({ seed });
    totals.calls += played.calls;
    totals.disturbances += played.disturbances.length;
    if (played.violations.length === 0) continue;
    totals.failures += 1;
    await report({ seed }, played);
  }
  const { user, system } = process.cpuUsage();
  totals.cpuSeconds = (user + system) / 1e6;
  const send = process.send?.bind(process);
  if (send) await new Promise((sent) => send(totals, sent));
  return totals;
}

async function playElsewhere(from: number, count: number): Promise<Totals> {
  const quiet = values.quiet ? ["--quiet"] : [];
  const child = fork(process.argv[1] ?? "", ["--from", String(from), "--seeds", String(count), ...quiet]);
  let told: Totals | undefined;
  child.on("message", (totals: Totals) => {
    told = totals;
  });
  await once(child, "exit");
  if (told === undefined) throw new Error(`the process for the seeds from ${from} on broke off`);
  return told;
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

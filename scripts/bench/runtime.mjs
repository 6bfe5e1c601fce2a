/**
 * The agent loop of the bundle (guard, limits, transcript, sandbox) against the bare loop of floor.mjs, on the same scripted
 * tasks, one after the other in turns: time to the first model request, wall time, overhead of a turn, memory, bytes sent.
 */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { hold, median, rounded, times } from "./measure.mjs";
import { serveModel } from "./model.mjs";
import { preparePhase } from "./phase.mjs";

const ROUNDS = 5;
const FLOOR = join(dirname(fileURLToPath(import.meta.url)), "floor.mjs");

const DONE = {
  name: "complete_task",
  input: {
    status: "done",
    summary: "Done.",
    output: {
      pull: { title: "Add one", body: "Adds it." },
      criteria: [{ criterion: "it runs", evidence: "the test" }],
    },
  },
};
const TEST = 'import test from "node:test";\ntest("one", () => {});\n';
const WRITE = { name: "write_file", input: { path: "one.test.mjs", content: TEST } };
const THREE = [WRITE, { name: "bash", input: { command: "node --test" } }, DONE];
const ECHOES = Array.from({ length: 18 }, (_, at) => ({
  name: "bash",
  input: { command: `echo ${"abcdefghijklmnopqr"[at]}` },
}));
const TWENTY = [WRITE, ...ECHOES, DONE];

export async function measureRuntime() {
  const sandbox = spawnSync("bwrap", ["--version"]).status === 0 ? "required" : "off";
  const model = await serveModel();
  const one = await preparePhase({ name: "one", files: { "README.md": "# one\n" }, url: model.url, sandbox });
  const two = await preparePhase({
    name: "two",
    files: { "AGENTS.md": "Use tabs.\n", "x.py": "x = 1\n" },
    url: model.url,
    sandbox,
  });
  try {
    await compare(model, one, sandbox);
    await comparePrefix(model, one, two);
  } finally {
    one.remove();
    two.remove();
    model.close();
  }
}

async function compare(model, phase, sandbox) {
  const results = { floor: { three: [], twenty: [] }, ours: { three: [], twenty: [] } };
  await times(ROUNDS, async () => {
    for (const [task, turns] of [
      ["three", THREE],
      ["twenty", TWENTY],
    ]) {
      model.turns = turns;
      results.floor[task].push(await runFloor(model));
      results.ours[task].push(await runOurs(model, phase));
    }
  });
  const ratio = (task, of) =>
    rounded(median(results.ours[task].map(of)) / median(results.floor[task].map(of)));
  const first = ({ first }) => first;
  for (const who of ["floor", "ours"]) {
    const [three, twenty] = [results[who].three, results[who].twenty];
    console.log(
      `${who}: first request ${Math.round(median(three.map(first)))} ms, three turns ${Math.round(median(three.map(({ wall }) => wall)))} ms, twenty ${Math.round(median(twenty.map(({ wall }) => wall)))} ms, peak ${Math.round(median(twenty.map(({ peak }) => peak)) / 1024)} MB`,
    );
  }
  console.log(
    `sandbox: ${sandbox}; gaps between turns: floor ${medianGap(results.floor.twenty)} ms, ours ${medianGap(results.ours.twenty)} ms`,
  );
  hold("first model request", ratio("three", first), 1.3, "of the bare loop");
  hold(
    "three turns, whole",
    ratio("three", ({ wall }) => wall),
    1.4,
    "of the bare loop",
  );
  hold(
    "overhead of a turn besides its command",
    rounded(median(results.ours.twenty.flatMap(({ overheads }) => overheads)), 1),
    8,
    "ms",
  );
  if (results.ours.twenty[0].peak > 0)
    hold(
      "peak memory",
      ratio("twenty", ({ peak }) => peak),
      1.2,
      "of the bare loop",
    );
  const extra = [
    ...results.ours.three.map(({ requests }) => requests - 3),
    ...results.ours.twenty.map(({ requests }) => requests - 20),
  ];
  hold("model requests beyond the turns", Math.max(...extra.map(Math.abs)), 0, "requests");
}

function medianGap(runs) {
  return rounded(median(runs.flatMap(({ gaps }) => gaps)), 1);
}

async function comparePrefix(model, one, two) {
  model.turns = THREE;
  const prefixes = [];
  for (const phase of [one, two]) {
    await runOurs(model, phase);
    prefixes.push(...model.requests.map(({ body }) => JSON.stringify([body.system, body.tools])));
  }
  const { system, tools } = model.requests[0].body;
  const bare = ({ cache_control: _, ...rest }) => rest;
  hold(
    "system and tools",
    JSON.stringify(system.map(bare)).length + JSON.stringify(tools.map(bare)).length,
    5_200,
    "bytes",
  );
  hold(
    "system and tools that differ between requests and repositories",
    new Set(prefixes).size - 1,
    0,
    "variants",
  );
}

async function runFloor(model) {
  const workspace = mkdtempSync(join(tmpdir(), "nightshift-floor-"));
  const run = await measure(model, [FLOOR, model.url, workspace], { PATH: process.env.PATH });
  rmSync(workspace, { recursive: true, force: true });
  return run;
}

async function runOurs(model, phase) {
  await phase.ready();
  const run = await measure(model, phase.args, phase.env);
  const outcome = existsSync(phase.outcome)
    ? JSON.parse(readFileSync(phase.outcome, "utf8"))
    : { message: run.output };
  if (outcome.status !== "done")
    throw new Error(`The benchmark's task was not done: ${outcome.message}\n${run.output.slice(-2_000)}`);
  const lines = readFileSync(phase.transcript, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  const commands = lines
    .filter(({ type, commandMs }) => type === "tool_result" && commandMs !== undefined)
    .map(({ commandMs }) => commandMs);
  // The first gap is the write; every other one holds one command.
  return { ...run, overheads: run.gaps.slice(1).map((gap, at) => gap - (commands[at + 1] ?? 0)) };
}

/** Runs one loop to its end; times in milliseconds, memory in kB as the kernel counts it. */
async function measure(model, args, env) {
  model.requests.length = 0;
  let peak = 0;
  const began = performance.now();
  const child = spawn(process.execPath, args, { env, stdio: ["ignore", "pipe", "pipe"] });
  model.peek = () => {
    peak = Math.max(peak, peakOf(child.pid));
  };
  let output = "";
  child.stdout.on("data", (chunk) => {
    output += chunk;
  });
  child.stderr.on("data", (chunk) => {
    output += chunk;
  });
  await once(child, "close");
  const wall = performance.now() - began;
  const { requests } = model;
  if (requests.length === 0) throw new Error(`No model request came:\n${output.slice(-2_000)}`);
  const gaps = requests.slice(1).map(({ came }, at) => came - requests[at].answered);
  return { first: requests[0].came - began, wall, gaps, peak, requests: requests.length, output };
}

/** 0 where the kernel does not tell. */
function peakOf(pid) {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

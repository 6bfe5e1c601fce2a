/**
 * Holds the figures that the product promises, measured in this run: requests and notifications of the demo's features, an
 * idle sweep, and the start of an action against the start of Node itself. Exits 1 when a promise is broken.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const bundle = resolve(dirname(fileURLToPath(import.meta.url)), "..", "dist", "index.js");
/** 250 ms where an empty Node 24 process takes 27 ms; a ratio, because machines differ. */
const START_RATIO = 9;

const rows = [];
const hold = (what, value, limit, unit) => rows.push({ what, value, limit, unit, ok: value <= limit });

await demo();
await start();
for (const { what, value, limit, unit, ok } of rows) {
  console.log(`${ok ? "ok  " : "FAIL"} ${what}: ${value} ${unit} (at most ${limit})`);
}
process.exitCode = rows.every(({ ok }) => ok) ? 0 : 1;

/** The demo's report; with one feedback round its first feature is the most expensive one. */
async function demo() {
  const child = spawn(process.execPath, [bundle, "demo", "--json"], { stdio: ["ignore", "pipe", "ignore"] });
  let out = "";
  child.stdout.on("data", (chunk) => {
    out += chunk;
  });
  await once(child, "close");
  const report = JSON.parse(out.trim().split("\n").at(-1));
  hold("demo, whole", Math.round(report.seconds), 120, "s");
  hold(
    "requests of the most expensive feature",
    Math.max(...report.features.map(({ api_calls }) => api_calls)),
    60,
    "requests",
  );
  hold(
    "notifications of a feature",
    Math.max(...report.features.map(({ notifying_writes }) => notifying_writes)),
    6,
    "writes",
  );
  hold("requests of an idle sweep", report.idle_sweep_api_calls, 5, "requests");
}

/** Process start to the first request of `merge tick`, median of nine, beside the median of an empty Node. */
async function start() {
  const empty = median(await times(9, () => timed(["-e", "0"])));
  let seen = 0n;
  const server = createServer((request, response) => {
    seen ||= process.hrtime.bigint();
    request.resume();
    response.writeHead(500).end("{}");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `http://127.0.0.1:${server.address().port}`;
  const temp = mkdtempSync(join(tmpdir(), "nightshift-bench-"));
  writeFileSync(join(temp, "event.json"), "{}");
  const env = {
    PATH: process.env.PATH,
    INPUT_PHASE: "tick",
    INPUT_GITHUB_TOKEN: "bench",
    GITHUB_REPOSITORY: "acme/app",
    GITHUB_SERVER_URL: url,
    GITHUB_API_URL: url,
    GITHUB_GRAPHQL_URL: `${url}/graphql`,
    GITHUB_RUN_ID: "1",
    GITHUB_EVENT_NAME: "schedule",
    GITHUB_EVENT_PATH: join(temp, "event.json"),
    RUNNER_TEMP: temp,
    GITHUB_WORKSPACE: temp,
  };
  const measured = await times(9, async () => {
    seen = 0n;
    const began = process.hrtime.bigint();
    const child = spawn(process.execPath, [bundle, "merge", "tick"], { env, stdio: "ignore" });
    while (seen === 0n) await new Promise((done) => setTimeout(done, 1));
    child.kill("SIGKILL");
    await once(child, "close");
    return Number(seen - began) / 1e6;
  });
  server.closeAllConnections();
  server.close();
  const first = median(measured);
  console.log(
    `Node ${process.versions.node}: empty process ${empty.toFixed(0)} ms, action to its first request ${first.toFixed(0)} ms (${(first / empty).toFixed(1)}x)`,
  );
  hold(
    "action start to its first request",
    Number((first / empty).toFixed(1)),
    START_RATIO,
    "empty Node processes",
  );
}

async function timed(args) {
  const began = process.hrtime.bigint();
  await once(spawn(process.execPath, args, { stdio: "ignore" }), "close");
  return Number(process.hrtime.bigint() - began) / 1e6;
}

async function times(count, run) {
  const results = [];
  for (let at = 0; at < count; at += 1) results.push(await run());
  return results;
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

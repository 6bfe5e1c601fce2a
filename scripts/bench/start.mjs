/** The start of an action against the start of Node itself. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BUNDLE, hold, median, times } from "./measure.mjs";

/** 250 ms where an empty Node 24 process takes 27 ms; a ratio, because machines differ. */
const START_RATIO = 9;

/** Process start to the first request of `merge tick`, median of nine, beside the median of an empty Node. */
export async function measureStart() {
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
    const child = spawn(process.execPath, [BUNDLE, "merge", "tick"], { env, stdio: "ignore" });
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

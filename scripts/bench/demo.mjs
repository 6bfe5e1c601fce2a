/** Requests and notifications of the demo's features, and of an idle sweep. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { BUNDLE, hold } from "./measure.mjs";

/** The demo's report; with one feedback round its first feature is the most expensive one. */
export async function measureDemo() {
  const child = spawn(process.execPath, [BUNDLE, "demo", "--json"], { stdio: ["ignore", "pipe", "ignore"] });
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

/** What all benchmarks share: rows with a limit, processes, medians. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const BUNDLE = resolve(dirname(fileURLToPath(import.meta.url)), "../..", "dist", "index.js");

const rows = [];

/** One promise: `value` may be at most `limit`. */
export function hold(what, value, limit, unit) {
  rows.push({ what, value, limit, unit, ok: value <= limit });
}

/** Prints all rows; true when every promise is kept. */
export function report() {
  for (const { what, value, limit, unit, ok } of rows)
    console.log(`${ok ? "ok  " : "FAIL"} ${what}: ${value} ${unit} (at most ${limit})`);
  return rows.every(({ ok }) => ok);
}

/** Runs a program to its end; rejects when it fails. */
export async function run(file, args, options = {}) {
  const child = spawn(file, args, { stdio: ["ignore", "pipe", "pipe"], ...options });
  let out = "";
  child.stdout?.on("data", (chunk) => {
    out += chunk;
  });
  child.stderr?.on("data", (chunk) => {
    out += chunk;
  });
  const [code] = await once(child, "close");
  if (code !== 0) throw new Error(`${file} ${args.join(" ")} ended with ${code}:\n${out.slice(-3_000)}`);
  return out;
}

export async function times(count, once) {
  const results = [];
  for (let at = 0; at < count; at += 1) results.push(await once(at));
  return results;
}

export function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

export function rounded(value, digits = 2) {
  return Number(value.toFixed(digits));
}

/** Fails when the committed dist is not what the sources build to. */
import { execFileSync } from "node:child_process";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
execFileSync(process.execPath, ["scripts/build.mjs"], { cwd: root, stdio: "inherit" });
const changed = execFileSync("git", ["status", "--porcelain", "--", "dist"], { cwd: root, encoding: "utf8" });
if (changed !== "") {
  console.error(`dist is not what the sources build to; run "npm run build" and commit it:\n${changed}`);
  process.exit(1);
}
console.log("dist is what the sources build to");

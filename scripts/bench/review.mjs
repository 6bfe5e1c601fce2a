/**
 * What a large change costs before a model reads it: parsing and planning a change of 10,000 lines in 300 files in a process of
 * its own, and how parsing grows from one size to its fourfold.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { hold, median, rounded } from "./measure.mjs";

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const ROUNDS = 5;

/** Runs in a process of its own, so that its memory is that of this work alone. */
const PROGRAM = `
import { parseDiff } from "SOURCES/domain/diff.ts";
import { PORTION_COUNT, PORTION_LIMIT, planReview, renderPortion } from "SOURCES/domain/coverage.ts";

function diffOf(files, hunks, lines) {
  const text = [];
  for (let file = 0; file < files; file += 1) {
    const path = \`src/part\${file % 20}/file\${file}.ts\`;
    text.push(\`diff --git a/\${path} b/\${path}\`, "index 1111111..2222222 100644", \`--- a/\${path}\`, \`+++ b/\${path}\`);
    for (let hunk = 0; hunk < hunks; hunk += 1) {
      const at = 1 + hunk * 100;
      text.push(\`@@ -\${at},6 +\${at},\${6 + lines} @@ function part\${hunk}() {\`);
      for (let line = 0; line < 3; line += 1) text.push(\`   const before\${line} = read(\${hunk});\`);
      for (let line = 0; line < lines; line += 1) text.push(\`+  const value\${line} = compute(before0, \${file}, \${line});\`);
      for (let line = 0; line < 3; line += 1) text.push(\`   return write(\${line});\`);
    }
  }
  return text.join("\\n") + "\\n";
}
const took = (work) => { const began = performance.now(); work(); return performance.now() - began; };
const small = diffOf(3000, 4, 12), large = diffOf(12000, 4, 12);
for (let at = 0; at < 2; at += 1) parseDiff(small);
const bare = () => large.split("\\n").map((line, at) => ({ at, sign: line[0], text: line.slice(1) }));
bare();
const times = Array.from({ length: ROUNDS }, () => [took(() => parseDiff(small)), took(() => parseDiff(large)), took(bare)]);
process.stdout.write(JSON.stringify({ small: small.length, large: large.length, times }));
`;
const MEMORY = `
const { portions, ledger } = planReview(parseDiff(diffOf(300, 3, 12)), { portionLimit: PORTION_LIMIT, portionCount: PORTION_COUNT });
const rendered = portions.map(renderPortion);
process.stdout.write(JSON.stringify({ unread: ledger.filter(({ state }) => state !== "read").length, characters: rendered.join("").length, peak: process.resourceUsage().maxRSS / 1024 }));
`;

export async function measureReview() {
  const { build } = await import("esbuild");
  const directory = mkdtempSync(join(tmpdir(), "nightshift-bench-review-"));
  try {
    const run = async (name, program) => {
      const file = join(directory, `${name}.mjs`);
      const contents = program.replaceAll("SOURCES", join(ROOT, "src")).replaceAll("ROUNDS", String(ROUNDS));
      const input = { contents, resolveDir: ROOT, loader: "js" };
      await build({
        stdin: input,
        bundle: true,
        platform: "node",
        format: "esm",
        outfile: file,
        logLevel: "error",
      });
      const { stdout, stderr, status } = spawnSync(process.execPath, [file], { encoding: "utf8" });
      if (status !== 0) throw new Error(`${name} ended with ${status}:\n${stderr}`);
      return JSON.parse(stdout);
    };
    const speed = await run("speed", PROGRAM);
    const perSecond = median(speed.times.map(([, large]) => speed.large / 1e6 / (large / 1000)));
    const growth = median(speed.times.map(([small, large]) => large / small)) / (speed.large / speed.small);
    console.log(`parsing a diff: ${rounded(perSecond, 1)} MB/s`);
    const bare = median(speed.times.map(([, large, bare]) => large / bare));
    hold("parsing a diff, whole", rounded(bare), 2.5, "of splitting it into lines");
    hold("parsing four times as much, for each byte", rounded(growth), 1.5, "times as long");
    const memory = await run("memory", PROGRAM.slice(0, PROGRAM.indexOf("const took")) + MEMORY);
    hold("memory to plan 10,800 lines in 300 files", Math.round(memory.peak), 500, "MB");
    hold("parts of that change that nobody reads", memory.unread, 0, "parts");
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

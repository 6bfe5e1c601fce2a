/**
 * Writes the generated parts of the documentation from the sources, or with --check exits 1 and names every stale part.
 * A part stands between `<!-- generated:NAME -->` and `<!-- /generated:NAME -->`. Without files, all documentation is done.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { loadSources } from "./docs/load-sources.mjs";
import { renderPart } from "./docs/parts.mjs";
import { renderSchema } from "./docs/schema.mjs";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const SCHEMA = join(root, "docs/nightshift.schema.json");
const PART = /(<!-- generated:(\S+) -->\n)([\s\S]*?)(<!-- \/generated:\2 -->)/g;
const OPENING = /^<!-- generated:\S+ -->$/gm;

const args = process.argv.slice(2);
const check = args.includes("--check");
const named = args.filter((arg) => arg !== "--check").map((file) => resolve(file));
const sources = await loadSources(root);
const stale = [];

for (const file of named.length > 0 ? named : markdownFiles()) {
  const text = readFileSync(file, "utf8");
  const parts = [];
  const fresh = text.replace(PART, (whole, open, name, _, close) => {
    const wanted = `${open}${renderPart(name, sources)}\n${close}`;
    parts.push({ name, stale: wanted !== whole });
    return wanted;
  });
  const opened = [...text.matchAll(OPENING)].length;
  if (opened !== parts.length)
    throw new Error(`${shown(file)}: a generated part is not closed by <!-- /generated:NAME -->`);
  stale.push(...parts.filter((part) => part.stale).map((part) => `${shown(file)}: ${part.name}`));
  if (!check && fresh !== text) writeFileSync(file, fresh);
}

if (named.length === 0) {
  const schema = renderSchema(sources);
  const known = existsSync(SCHEMA) ? readFileSync(SCHEMA, "utf8") : "";
  if (known !== schema) stale.push(shown(SCHEMA));
  if (!check && known !== schema) writeFileSync(SCHEMA, schema);
}

if (check && stale.length > 0) {
  console.error(`Stale documentation; run "npm run docs" and commit it:\n${stale.join("\n")}`);
  process.exitCode = 1;
} else {
  console.log(stale.length === 0 ? "The documentation is up to date." : `Written:\n${stale.join("\n")}`);
}

function markdownFiles() {
  const top = readdirSync(root).filter((name) => name.endsWith(".md"));
  return [...top, ...below("docs"), ...below("actions")].map((name) => join(root, name)).sort();
}

function below(directory) {
  const entries = readdirSync(join(root, directory), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(".md"))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
}

function shown(file) {
  return relative(root, file);
}

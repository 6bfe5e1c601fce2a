/** Cutting GitHub's own descriptions to what the local forge needs of them, for tests only: the part that all cuts share. */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");

const TEXTS = new Set(["description", "title", "deprecated", "default"]);
const EXAMPLES = new Set(["example", "examples", "externalDocs"]);

/**
 * Writes `<folder>/subset.json`, which is what `cut` makes of the package's `generated/api.github.com.json`, and
 * `<folder>/PROVENANCE`. The package is installed into a temporary directory, unless `file` names a copy of the description.
 */
export function writeSubset({ package: name, version, file, folder, script, cut }) {
  const place = mkdtempSync(join(tmpdir(), "description-"));
  try {
    if (!file)
      execFileSync(
        "npm",
        ["install", "--no-save", "--no-audit", "--no-fund", "--prefix", place, `${name}@${version}`],
        { stdio: "inherit" },
      );
    const inPackage = "generated/api.github.com.json";
    const text = readFileSync(file ?? join(place, "node_modules", name, inPackage));
    const json = `${JSON.stringify(cut(JSON.parse(text)))}\n`;
    writeFileSync(join(root, folder, "subset.json"), json);
    writeFileSync(
      join(root, folder, "PROVENANCE"),
      [
        `source: ${name}@${version}, ${inPackage} (MIT, GitHub)`,
        `sha256 of the source: ${sha256(text)}`,
        `sha256 of subset.json: ${sha256(json)}`,
        `made by: node ${script}`,
        "",
      ].join("\n"),
    );
    console.log(`${folder}: ${json.length} bytes`);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

const sha256 = (content) => createHash("sha256").update(content).digest("hex");

/** `slim` takes prose and examples out of a schema and collects in `schemas` those that it refers to. */
export function createSlimmer(description) {
  const schemas = {};
  const slim = (value) => {
    if (Array.isArray(value)) return value.map(slim);
    if (typeof value !== "object" || value === null) return value;
    const kept = {};
    for (const [key, inner] of Object.entries(value)) {
      if (EXAMPLES.has(key) || key.startsWith("x-")) continue;
      if (TEXTS.has(key) && typeof inner !== "object") continue;
      if (key === "$ref" && typeof inner === "string" && inner.startsWith("#/components/schemas/")) {
        const name = inner.split("/").pop();
        if (!(name in schemas)) {
          schemas[name] = null;
          schemas[name] = slim(description.components.schemas[name]);
        }
        kept.$ref = `#/schemas/${name}`;
      } else kept[key] = slim(inner);
    }
    return kept;
  };
  return { slim, schemas };
}

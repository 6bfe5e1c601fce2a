/** The generated parts by name. `NAME` or `NAME:argument`; an unknown one is an error. */
import { inputTable, jobTable, outputTable, secretTable, variableTable } from "./actions.mjs";
import { ladderTable } from "./ladders.mjs";
import { envelopeTable, messageTable } from "./messages.mjs";
import { renderKeys } from "./schema.mjs";
import { stateDiagram } from "./states.mjs";

const PARTS = {
  "configuration-keys": renderKeys,
  labels: labelTable,
  "protected-paths": ({ ALWAYS_PROTECTED }) => ALWAYS_PROTECTED.map((path) => `- \`${path}\``).join("\n"),
  variables: variableTable,
  secrets: secretTable,
  jobs: jobTable,
  inputs: inputTable,
  outputs: outputTable,
  messages: messageTable,
  envelope: envelopeTable,
  "message-aliases": ({ ALIASES }) =>
    Object.entries(ALIASES)
      .map(([old, name]) => `- \`${old}\` is read as \`${name}\``)
      .join("\n"),
  ladder: ladderTable,
  states: stateDiagram,
};

export function renderPart(name, sources) {
  const [part, argument] = name.split(":");
  if (!Object.hasOwn(PARTS, part))
    throw new Error(`There is no generated part "${part}"; known are ${Object.keys(PARTS).join(", ")}.`);
  return PARTS[part](sources, argument);
}

function labelTable({ allLabels, REQUIREMENT_STATES, FEATURE_STATES }) {
  const on = (name) => {
    const state = name.split(":")[1];
    if (state === undefined) return "requirement";
    if (state === "paused") return "requirement, feature, pull request";
    if (state.startsWith("risk-")) return "pull request";
    return [
      ...(REQUIREMENT_STATES.includes(state) ? ["requirement"] : []),
      ...(FEATURE_STATES.includes(state) ? ["feature", "pull request"] : []),
    ].join(", ");
  };
  return [
    "| label | on | meaning |",
    "|---|---|---|",
    ...allLabels("nightshift").map(
      ({ name, description }) => `| \`${name}\` | ${on(name)} | ${description} |`,
    ),
  ].join("\n");
}

/** The generated parts by name. `NAME` or `NAME:argument`; an unknown one is an error. */
import { inputTable, jobTable, outputTable, secretTable, variableTable } from "./actions.mjs";
import { ladderTable } from "./ladders.mjs";
import { envelopeTable, messageTable } from "./messages.mjs";
import { renderKeys } from "./schema.mjs";
import { stateDiagram } from "./states.mjs";

const PARTS = {
  "configuration-keys": renderKeys,
  labels: labelTable,
  models: modelTable,
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
  "github-facts": factTable,
};

export function renderPart(name, sources) {
  const [part, argument] = name.split(":");
  if (!Object.hasOwn(PARTS, part))
    throw new Error(`There is no generated part "${part}"; known are ${Object.keys(PARTS).join(", ")}.`);
  return PARTS[part](sources, argument);
}

/** One row for each fact; `verified live` is what the project itself saw on github.com. */
function factTable({ GITHUB_FACTS }) {
  const rows = Object.entries(GITHUB_FACTS).map(
    ([id, { rule, source, date, live }]) =>
      `| \`${id}\` | ${rule} | ${source} | ${date} | ${live ? "yes" : "no"} |`,
  );
  return ["| fact | rule | source | read on | verified live |", "|---|---|---|---|---|", ...rows].join("\n");
}

/** Dollars per million tokens, one row for each list of prices and size of prompt. */
function modelTable({ MODEL_FACTS }) {
  const days = ({ from, until }) =>
    [from ? `from ${from}` : "", until ? `before ${until}` : ""].filter(Boolean).join(", ");
  const size = ({ tiers }, index) => {
    const below = tiers[index - 1]?.upToPromptTokens;
    const upTo = tiers[index].upToPromptTokens;
    if (upTo) return `prompts up to ${upTo} tokens`;
    return below ? `prompts above ${below} tokens` : "";
  };
  const rows = MODEL_FACTS.flatMap(({ id, window, prices }) =>
    prices.flatMap((list) =>
      list.tiers.map((tier, index) => {
        const when = [days(list), size(list, index)].filter(Boolean).join(", ");
        const cost = [tier.input, tier.cacheRead, tier.cacheWrite5m, tier.output].map(
          (usd) => +usd.toFixed(6),
        );
        return `| \`${id}\` | ${window} | ${when} | ${cost.join(" | ")} |`;
      }),
    ),
  );
  return [
    "| model | window | when | input | cache read | cache write | output |",
    "|---|---|---|---|---|---|---|",
    ...rows,
  ].join("\n");
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

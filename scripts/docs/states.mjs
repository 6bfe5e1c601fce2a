/** A state machine as a Mermaid diagram and a table. */

export function stateDiagram({ CODER_STATES, REVIEWER_STATES, MANAGER_STATES }, name) {
  const rows = { coder: CODER_STATES, reviewer: REVIEWER_STATES, manager: MANAGER_STATES }[name];
  if (rows === undefined)
    throw new Error(`There is no state machine "${name}"; known are coder, reviewer and manager.`);
  return [
    "```mermaid",
    "stateDiagram-v2",
    `  [*] --> ${rows[0].state}`,
    ...rows.flatMap(({ state, next }) => next.map(({ to, by }) => `  ${state} --> ${to}: ${label(by)}`)),
    "```",
    "",
    "| state | what it means | what shows it |",
    "|---|---|---|",
    ...rows.map(({ state, why, seen }) => `| ${state} | ${why} | ${seen} |`),
  ].join("\n");
}

/** Mermaid reads `:` and `;` as its own. */
function label(text) {
  return text.replace(/[:;]/g, ",");
}

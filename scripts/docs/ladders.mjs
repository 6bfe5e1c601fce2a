/** The two ladders of the repository manager as tables: the first rung that holds decides. */

/** Facts for rungs whose reason depends on them; what they give is shown as an example. */
const EXAMPLE = { pull: { foreignCommits: false }, verdict: "approved", risks: ["first"] };

export function ladderTable({ PULL_LADDER, REQUIREMENT_LADDER }, name) {
  const ladder = { pull: PULL_LADDER, requirement: REQUIREMENT_LADDER }[name];
  if (ladder === undefined) throw new Error(`There is no ladder "${name}"; known are pull and requirement.`);
  return [
    "| | rung | why | goes on by |",
    "|---|---|---|---|",
    ...ladder.map((rung, at) => `| ${at + 1} | \`${rung.id}\` | ${why(rung)} | ${alarm(rung.alarm)} |`),
  ].join("\n");
}

function why(rung) {
  return typeof rung.why === "string" ? rung.why : `For example: ${rung.why(EXAMPLE)}`;
}

function alarm({ kind, name, seconds }) {
  switch (kind) {
    case "acts":
      return "itself: it acts";
    case "event":
      return name;
    case "soon":
      return `a second look in the same job after ${seconds} s`;
    case "sweep":
      return "the sweep";
    default:
      throw new Error(`The alarm "${kind}" has no words yet; add them to scripts/docs/ladders.mjs.`);
  }
}

/** The ladders of the repository manager as tables: the first rung that holds decides. */

/** Facts for rungs whose reason depends on them; what they give is shown as an example. */
const EXAMPLE = {
  pull: {
    foreignCommits: false,
    base: { branch: "main" },
    lastPusher: "ada",
    files: [{ path: "src/a.ts" }],
    number: 8,
    held: ["CI (ci.yml)"],
  },
  snapshot: {
    codeOwners: "/src/ @ada",
    config: { hours: "22:00-07:00 Europe/Berlin", ci: { trust: false } },
  },
  ci: [
    { file: "ci.yml", holds: [] },
    { file: "smoke.yml", holds: ["it reads secrets"] },
    { file: "old.yml", holds: [], unfit: "there is no such file" },
  ],
  workflows: [
    { file: "deploy.yml", state: "unstarted" },
    { file: "ci.yml", state: "ended" },
    { file: "e2e.yml", state: "running" },
    { file: "lint.yml", state: "failed", greenBefore: true },
    { file: "old.yml", state: "unfit", why: "there is no such file" },
  ],
  redCi: [{ file: "ci.yml" }],
  redCiLeft: true,
  verdict: "approved",
  obstacles: [],
  risks: ["first"],
  deferredUntil: "2026-03-01T12:00:00Z",
  changesStandBy: "ada",
  openThreads: 2,
  checks: ["failed", "pending", "missing"].map((state) => ({ name: "test", app: undefined, state })),
  approvers: [],
  rules: { reviews: 1, methods: ["merge"], deployments: ["staging"], others: ["code_scanning"] },
  afterOthers: ["log-in"],
  laneHead: 7,
  landing: { branch: "nightshift/requirement-1", final: { number: 9 } },
  attempt: { said: "Pull Request is not mergeable" },
};

export function ladderTable(
  { PULL_LADDER, REQUIREMENT_LADDER, LANDED_LADDER, REVERT_LADDER, FOREIGN_LADDER, goesOnBy },
  name,
) {
  const ladders = {
    pull: PULL_LADDER,
    requirement: REQUIREMENT_LADDER,
    landed: LANDED_LADDER,
    revert: REVERT_LADDER,
    foreign: FOREIGN_LADDER,
  };
  const ladder = ladders[name];
  if (ladder === undefined)
    throw new Error(`There is no ladder "${name}"; known are ${Object.keys(ladders).join(", ")}.`);
  return [
    "| | rung | why | goes on by |",
    "|---|---|---|---|",
    ...ladder.map((rung, at) => `| ${at + 1} | \`${rung.id}\` | ${why(rung)} | ${goesOnBy(rung.alarm)} |`),
  ].join("\n");
}

function why(rung) {
  return typeof rung.why === "string" ? rung.why : `For example: ${rung.why(EXAMPLE)}`;
}

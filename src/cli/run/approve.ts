/** What waits for the person of a run: asked on a terminal, or given by `--approve auto`. */
import type { RepositorySnapshot } from "../../domain/snapshot.ts";
import { short } from "../../domain/words.ts";
import type { GitHub } from "../../github/client.ts";
import { gitIn } from "../git.ts";
import type { RequirementStanding } from "../standing.ts";
import type { Terminal } from "../terminal.ts";

export type Waiting =
  | { kind: "pull"; number: number; title: string; head: string; base: string; why: string }
  | { kind: "plan"; number: number; title: string; features: readonly string[] };

/** Pull requests and plans for which only an approval is missing. */
export function waitingFor(standings: readonly RequirementStanding[]): Waiting[] {
  return standings.flatMap(({ facts, decision, features }): Waiting[] => {
    const { requirement } = facts;
    if (!requirement.open) return [];
    const plan: Waiting[] =
      decision.rung === "awaits-plan-approval"
        ? [
            {
              kind: "plan",
              number: requirement.number,
              title: requirement.title,
              features: facts.features.map(({ planned }) => planned.title),
            },
          ]
        : [];
    return [
      ...plan,
      ...features.flatMap(({ pull }): Waiting[] =>
        pull?.pull.state === "open" && pull.rung === "awaits-approval"
          ? [
              {
                kind: "pull",
                number: pull.pull.number,
                title: pull.pull.title,
                head: pull.pull.head,
                base: pull.pull.base.head,
                why: pull.why,
              },
            ]
          : [],
      ),
    ];
  });
}

export interface Approver {
  github: GitHub;
  gitDir: string;
  login: string;
  mode: "ask" | "auto";
  terminal: Terminal;
}

/** How many of `waiting` were approved. Without a person to ask, and without `auto`, none. */
export async function approve(waiting: readonly Waiting[], approver: Approver): Promise<number> {
  const { mode, terminal, login } = approver;
  let approved = 0;
  for (const one of waiting) {
    if (mode === "ask" && !(terminal.interactive && (await isWanted(one, approver)))) continue;
    if (mode === "auto") terminal.line(`approved as ${login}, because of --approve auto: ${nameOf(one)}`);
    await give(one, approver.github);
    approved += 1;
  }
  return approved;
}

export function nameOf(waiting: Waiting): string {
  return waiting.kind === "plan"
    ? `the plan of requirement #${waiting.number}`
    : `pull request #${waiting.number} at ${short(waiting.head)}`;
}

async function give(waiting: Waiting, github: GitHub): Promise<void> {
  if (waiting.kind === "plan")
    await github.rest("POST /repos/{owner}/{repo}/issues/{issue_number}/comments", {
      issue_number: waiting.number,
      body: "/nightshift approve",
    });
  else
    await github.rest("POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews", {
      pull_number: waiting.number,
      commit_id: waiting.head,
      event: "APPROVE",
      body: "Approved from the command line.",
    });
}

async function isWanted(waiting: Waiting, approver: Approver): Promise<boolean> {
  const { terminal } = approver;
  terminal.line("");
  for (const line of await show(waiting, approver.gitDir)) terminal.line(line);
  const diff = waiting.kind === "pull" ? ", d = show the diff" : "";
  for (;;) {
    const answer = (await terminal.ask(`Approve ${nameOf(waiting)}? [y = yes, n = not now${diff}] `))
      ?.trim()
      .toLowerCase();
    if (answer === "y" || answer === "yes") return true;
    if (answer === "d" && waiting.kind === "pull")
      terminal.line(await diffOf(waiting, approver.gitDir, ["--unified=3"]));
    else if (answer === undefined || answer === "n" || answer === "no") return false;
  }
}

async function show(waiting: Waiting, gitDir: string): Promise<string[]> {
  if (waiting.kind === "plan")
    return [`the plan of "${waiting.title}":`, ...waiting.features.map((title) => `  - ${title}`)];
  return [
    `#${waiting.number} "${waiting.title}": ${waiting.why}`,
    await diffOf(waiting, gitDir, ["--stat=100"]),
  ];
}

function diffOf(
  waiting: Extract<Waiting, { kind: "pull" }>,
  gitDir: string,
  form: readonly string[],
): Promise<string> {
  return gitIn(gitDir).text([
    "diff",
    "--no-color",
    "--no-ext-diff",
    ...form,
    `${waiting.base}...${waiting.head}`,
  ]);
}

/** Comments `/nightshift retry` wherever a person has to decide; how many places that were. */
export async function retryAll(
  snapshot: RepositorySnapshot,
  standings: readonly RequirementStanding[],
  github: GitHub,
): Promise<number> {
  const label = `${snapshot.config.label_prefix}:needs-human`;
  const stuck = new Set<number>();
  for (const { facts, features } of standings.filter(({ facts }) => facts.requirement.open)) {
    for (const { pull, facts: feature } of features) {
      const open = pull?.pull.state === "open" ? pull.pull : undefined;
      const place = open ?? feature.issue;
      const isStuck = open?.labels.includes(label) || feature.issue?.labels.includes(label);
      if (place && isStuck) stuck.add(place.number);
    }
    if (facts.requirement.labels.includes(label) && stuck.size === 0) stuck.add(facts.requirement.number);
  }
  for (const issue_number of stuck)
    await github.rest("POST /repos/{owner}/{repo}/issues/{issue_number}/comments", {
      issue_number,
      body: "/nightshift retry",
    });
  return stuck.size;
}

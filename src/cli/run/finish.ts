/** The end of a run: the table, what stands in the way, how to fetch the result, and the exit code. */
import type { RequirementSnapshot } from "../../domain/snapshot.ts";
import { EXIT } from "../exit.ts";
import { gitIn } from "../git.ts";
import { quote } from "../quote.ts";
import { renderReport, reportOf } from "../report.ts";
import { obstaclesOf } from "../standing.ts";
import type { Terminal } from "../terminal.ts";
import { nameOf, waitingFor } from "./approve.ts";
import type { LocalRun } from "./local-run.ts";
import { openOnes, type Rest } from "./loop.ts";
import type { Plan } from "./preflight.ts";

export interface Finish {
  plan: Plan;
  local: LocalRun;
  rest: Rest;
  seconds: number;
  json: boolean;
}

/** 0 when no requirement is left open, 3 when a person has to act, else 1. */
export async function finish(end: Finish, terminal: Terminal): Promise<number> {
  const { local, rest, seconds } = end;
  const left = openOnes(rest);
  const report = { ...reportOf(local.forge, rest.snapshot, subjectOf(end), seconds), ok: left.length === 0 };
  terminal.line("");
  for (const line of renderReport(report)) terminal.line(line);
  terminal.line("");
  const code = left.length === 0 ? EXIT.done : tellObstacles(end, terminal);
  await tellHowToFetch(end, terminal);
  if (end.json) terminal.answer(JSON.stringify(report));
  return code;
}

/** The run's own requirement while it is open, else the newest one. */
function subjectOf({ plan, rest }: Finish): RequirementSnapshot {
  const { requirements } = rest.snapshot;
  const own = requirements.find(({ number }) => number === plan.run.issue);
  const subject = own?.open ? own : (requirements.findLast(({ open }) => open) ?? requirements.at(-1) ?? own);
  if (subject === undefined) throw new Error(`issue #${plan.run.issue} is gone`);
  return subject;
}

function tellObstacles({ plan, rest }: Finish, terminal: Terminal): number {
  const left = openOnes(rest);
  const obstacles = left.flatMap(obstaclesOf);
  const waiting = waitingFor(left);
  const again = `nightshift run --data ${quote(plan.dataDir)}`;
  terminal.line(
    `Not finished: ${left.map(({ facts }) => `requirement #${facts.requirement.number}`).join(", ")} still open.`,
  );
  for (const { text } of obstacles) terminal.line(`- ${text}`);
  if (waiting.length > 0) {
    terminal.line(`${waiting.map(nameOf).join(" and ")}: approve and continue with: ${again} --approve auto`);
    terminal.line(
      `(or look at it on a terminal with: ${again}, or send an approving review to the API while that runs)`,
    );
  } else if (obstacles.some(({ person }) => person))
    terminal.line(`When that is mended, try again with: ${again} --retry`);
  else terminal.line(`Continue with: ${again}`);
  return obstacles.some(({ person }) => person) ? EXIT.needsHuman : EXIT.failed;
}

async function tellHowToFetch({ plan, local }: Finish, terminal: Terminal): Promise<void> {
  const { source, branch } = plan.run;
  const base = await gitIn(source).find(["rev-parse", "--verify", "--quiet", `refs/heads/${branch}`]);
  const range = base === undefined ? undefined : `${base}..refs/heads/${branch}`;
  const added = range ? await gitIn(local.gitDir).find(["rev-list", "--count", range]) : undefined;
  if (added === "0")
    return terminal.line(`${local.gitDir} has nothing in ${branch} that ${source} does not have already.`);
  const what = added === "1" ? "1 commit was" : `${added ?? "New"} commits were`;
  terminal.line(`${what} merged into ${branch}, and nothing was changed in ${source}. Get the result with:`);
  terminal.line(
    `  cd ${quote(source)} && git fetch ${quote(local.gitDir)} ${quote(branch)} && git merge --ff-only FETCH_HEAD`,
  );
}

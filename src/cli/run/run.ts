/** `nightshift run`: the whole loop on a person's own repository, on this machine. */
import { openRequirement } from "../../agents/requirement.ts";
import { CONFIG_PATH } from "../../domain/names.ts";
import { parseConfigFile } from "../../ops/config-file.ts";
import { EXIT } from "../exit.ts";
import { gitIn } from "../git.ts";
import { quote } from "../quote.ts";
import { elapsed, tell } from "../story.ts";
import type { Terminal } from "../terminal.ts";
import { approve, retryAll, waitingFor } from "./approve.ts";
import { followCi } from "./ci.ts";
import { finish } from "./finish.ts";
import { type LocalRun, openLocalRun } from "./local-run.ts";
import { type LoopOptions, look, loopUntilRest, type Rest, ringManager } from "./loop.ts";
import { type Edge, type Plan, prepareRun, type RunOptions, typedModels } from "./preflight.ts";
import { remember } from "./remembered.ts";

/** The exit code. Throws NightshiftError for everything that is wrong before the start. */
export async function runRun(options: RunOptions, terminal: Terminal, edge: Edge): Promise<number> {
  const plan = await prepareRun(options, terminal, edge);
  const started = edge.now().getTime();
  const local = await openLocalRun(plan, edge.env, terminal);
  try {
    terminal.line(
      `${plan.continues ? "continues" : "works"} in ${plan.dataDir}; a local GitHub runs at ${local.forge.serverUrl}`,
    );
    const since = () => elapsed(edge.now().getTime() - started);
    const untell = tellStory(local, plan, since, terminal);
    const stopCi = plan.run.runCi ? followCi(local, plan.run.repository, terminal) : () => undefined;
    const rest = await work(plan, options, local, terminal, edge);
    stopCi();
    untell();
    terminal.status("");
    if (edge.signal.aborted) return interrupted(plan, terminal);
    const seconds = (edge.now().getTime() - started) / 1_000;
    return finish({ plan, local, rest, seconds, json: options.json }, terminal);
  } finally {
    await local.close();
  }
}

async function work(
  plan: Plan,
  options: RunOptions,
  local: LocalRun,
  terminal: Terminal,
  edge: Edge,
): Promise<Rest> {
  const { github, runner, gitDir } = local;
  const { model, maxUsd, approve: mode, login } = plan.run;
  const loop: LoopOptions = {
    runner,
    github,
    override: { model: typedModels(model), maxUsd },
    now: edge.now,
    signal: edge.signal,
    act: async (rest) => {
      const approved = await approve(waitingFor(rest.standings), { github, gitDir, login, mode, terminal });
      return approved > 0;
    },
  };
  const before = await look(loop);
  if (plan.run.issue === undefined) await openIssue(plan, local, before);
  if (options.retry) {
    const places = await retryAll(before.snapshot, before.standings, github);
    terminal.line(places === 0 ? "nothing waits for a retry" : `asked to try again in ${places} places`);
  }
  if (plan.continues) await ringManager(github, edge.now);
  return loopUntilRest(loop);
}

/** An issue that an earlier process opened, and could not write down, is the one. */
async function openIssue(plan: Plan, { github, gitDir }: LocalRun, before: Rest): Promise<void> {
  const config = parseConfigFile(await gitIn(gitDir).find(["show", `HEAD:${CONFIG_PATH}`]));
  const [known] = before.snapshot.requirements;
  const issue = known?.number ?? (await openRequirement(github, plan.run.text, config.label_prefix));
  plan.run = { ...plan.run, issue };
  await remember(plan.dataDir, plan.run);
}

function tellStory({ forge }: LocalRun, { run }: Plan, since: () => string, terminal: Terminal): () => void {
  return forge.onEvent((event) => {
    const line = event.repository === run.repository ? tell(event) : undefined;
    if (line) terminal.line(`${since()}  ${line}`);
  });
}

function interrupted({ dataDir }: Plan, terminal: Terminal): number {
  terminal.line(`Stopped. Continue with: nightshift run --data ${quote(dataDir)}`);
  return EXIT.failed;
}

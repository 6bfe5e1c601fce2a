/**
 * Phase `all`: every phase as a child process of one step, with the inputs and files that its job would have. Weaker than the
 * reusable workflow, because a write token lives in the job while the model runs; so a public repository has to ask for it.
 */
import { once } from "node:events";
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { z } from "zod";
import { type Job, runFacts } from "../agents/job.ts";
import { messageOf, NightshiftError } from "../domain/errors.ts";
import type { GitHub } from "../github/client.ts";
import { fetchEarlier } from "./fetch-earlier.ts";
import type { Phase as PhaseName } from "./inputs.ts";
import { environmentOf, jobsOf, type PhaseJob, readOutputs } from "./phases-of-all.ts";

export interface SingleJob {
  agent: "code" | "review";
  job: Job;
  github: GitHub;
  /** Inputs of the action by their ids, without `phase` and `unsafe_single_job`. */
  inputs: Readonly<Record<string, string>>;
  /** Input unsafe_single_job. */
  accepted: boolean;
}

const Repository = z.object({ private: z.boolean() });

/** Runs gate, agent, verify and apply one after the other. Throws INPUT_INVALID on a public repository that did not ask for it. */
export async function runAll({ agent, job, github, inputs, accepted }: SingleJob): Promise<void> {
  const facts = runFacts(job.env);
  const { data } = await github.rest("GET /repos/{owner}/{repo}");
  if (!Repository.parse(data).private && !accepted)
    throw new NightshiftError(
      "INPUT_INVALID",
      "phase all keeps a write token in the job while the model runs, so a public repository has to set unsafe_single_job: true. The reusable workflow does not have this weakness.",
    );
  job.warn(
    "phase all: a write token is in this job while the model runs; this is outside Nightshift's guarantee.",
  );
  const root = `${facts.temp}/nightshift-all`;
  await rm(root, { recursive: true, force: true });
  let said: Record<string, string> = {};
  let failed = false;
  for (const each of jobsOf(agent)) {
    if (job.signal.aborted) return;
    if (!isNeeded(each, said)) continue;
    const seat = await takeSeat(root, each.name);
    if (each.name === "agent") await bringEarlier({ job, github, seat, artifact: said.earlier_artifact });
    for (const phase of each.phases) {
      const { work_order = "", evidence = "" } = said;
      const ended = await runPhase({ agent, job, seat, phase, inputs: { ...inputs, work_order, evidence } });
      failed ||= !ended.ok;
      said = { ...said, ...ended.outputs };
      if (!ended.ok) break;
    }
    if (each.name === "gate" && failed) break;
  }
  for (const name of ["work", "status"]) job.setOutput(name, said[name] ?? "");
  if (failed) throw new NightshiftError("ENVIRONMENT_UNFIT", "A phase failed; its lines above say why.");
}

/** What the gate found of an earlier run. Without it the agent begins anew, which costs money and nothing else. */
async function bringEarlier({
  job,
  github,
  seat,
  artifact,
}: {
  job: Job;
  github: GitHub;
  seat: Seat;
  artifact: string | undefined;
}): Promise<void> {
  if (!artifact) return;
  try {
    await fetchEarlier(github, Number(artifact), `${seat.temp}/nightshift/earlier`);
  } catch (error) {
    job.warn(`What an earlier run left could not be fetched: ${messageOf(error)}`);
  }
}

/** The conditions of the jobs in the reusable workflow. */
function isNeeded({ name }: PhaseJob, said: Readonly<Record<string, string>>): boolean {
  switch (name) {
    case "gate":
      return true;
    case "agent":
      return said.agent === "true";
    case "verify":
      return said.verify === "true" && (said.agent !== "true" || said.status === "done");
    case "apply":
      return said.work === "true";
  }
}

/** Where one job keeps its files, as if it had a machine of its own. */
interface Seat {
  temp: string;
  workspace: string;
  output: string;
}

/** Makes the seat of a job, with what the artifacts would bring it: the context and, once there is one, the outcome. */
async function takeSeat(root: string, name: PhaseJob["name"]): Promise<Seat> {
  const seat = {
    temp: `${root}/${name}`,
    workspace: `${root}/${name}/workspace`,
    output: `${root}/${name}/output`,
  };
  await mkdir(seat.workspace, { recursive: true });
  await writeFile(seat.output, "");
  const carry = async (from: string, what: string) =>
    cp(`${root}/${from}/nightshift/${what}`, `${seat.temp}/nightshift/${what}`, { recursive: true }).catch(
      () => undefined,
    );
  if (name === "agent" || name === "verify") await carry("gate", "context");
  if (name === "verify" || name === "apply") await carry("agent", "outcome");
  return seat;
}

interface Phase {
  agent: "code" | "review";
  job: Job;
  seat: Seat;
  phase: PhaseName;
  inputs: Readonly<Record<string, string>>;
}

async function runPhase({
  agent,
  job,
  seat,
  phase,
  inputs,
}: Phase): Promise<{ ok: boolean; outputs: Record<string, string> }> {
  const [node = "", bundle = ""] = job.fileServerCommand;
  job.log(`--- ${agent} ${phase}`);
  const child = job.spawn(node, [bundle, agent, phase], {
    cwd: seat.workspace,
    stdio: ["pipe", "pipe", "pipe"],
    env: {
      ...environmentOf(phase, job.env, inputs),
      RUNNER_TEMP: seat.temp,
      GITHUB_WORKSPACE: seat.workspace,
      GITHUB_OUTPUT: seat.output,
      GITHUB_ENV: `${seat.temp}/env`,
      GITHUB_PATH: `${seat.temp}/path`,
      GITHUB_STATE: `${seat.temp}/state`,
    },
  });
  child.stdin?.end();
  child.stdout?.pipe(process.stdout, { end: false });
  child.stderr?.pipe(process.stderr, { end: false });
  const stop = () => child.kill("SIGTERM");
  job.signal.addEventListener("abort", stop, { once: true });
  const [code] = await once(child, "close");
  job.signal.removeEventListener("abort", stop);
  return { ok: code === 0, outputs: readOutputs(await readFile(seat.output, "utf8")) };
}

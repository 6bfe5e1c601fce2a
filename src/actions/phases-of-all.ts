/** What `phase: all` hands to each phase: the same inputs, secrets and files that the jobs of the reusable workflow would have. */

import { kindOfInput, mayHold, type Phase } from "./inputs.ts";

/** A job of the reusable workflow, with its phases in order. */
export interface PhaseJob {
  name: "gate" | "agent" | "verify" | "apply";
  phases: readonly Phase[];
}

/** The jobs of an agent, in the order of its reusable workflow. */
export function jobsOf(agent: "code" | "review"): readonly PhaseJob[] {
  const jobs: PhaseJob[] = [
    { name: "gate", phases: ["gate"] },
    { name: "agent", phases: ["fetch", "agent"] },
    { name: "verify", phases: ["fetch", "verify"] },
    { name: "apply", phases: ["apply"] },
  ];
  return jobs.filter(({ name }) => agent === "code" || name !== "verify");
}

/** Inputs that are no secrets, and who gets them. */
const PLAIN: Readonly<Record<string, readonly Phase[]>> = {
  work_order: ["fetch", "agent", "verify", "apply"],
  evidence: ["apply"],
  model: ["gate"],
  max_usd: ["gate"],
  base_url: ["agent"],
  sandbox: ["agent", "verify"],
};

/** Credentials that a job's environment often carries besides our inputs. */
const CREDENTIAL = /^(GITHUB_TOKEN|GH_TOKEN|ACTIONS_.*|.*(_API_KEY|_TOKEN|_SECRET|_PASSWORD))$/;

/** The environment of one phase: the runner's, without inputs, without credentials and without any value that is a secret. */
export function environmentOf(
  phase: Phase,
  env: Readonly<Record<string, string | undefined>>,
  inputs: Readonly<Record<string, string>>,
): Record<string, string> {
  const secrets = Object.entries(inputs)
    .filter(([name, value]) => value !== "" && kindOfInput(name) !== "plain")
    .map(([, value]) => value);
  const clean = Object.entries(env).filter(
    (entry): entry is [string, string] =>
      entry[1] !== undefined &&
      !entry[0].startsWith("INPUT_") &&
      !CREDENTIAL.test(entry[0]) &&
      !secrets.some((secret) => entry[1]?.includes(secret)),
  );
  const given = Object.entries(inputs)
    .filter(([name]) => mayHold(phase, name) || PLAIN[name]?.includes(phase))
    .map(([name, value]): [string, string] => [`INPUT_${name.toUpperCase()}`, value]);
  return { ...Object.fromEntries([...clean, ...given]), INPUT_PHASE: phase };
}

/** The outputs that a phase wrote to its GITHUB_OUTPUT file (docs: actions/reference/workflow-commands, multiline strings). */
export function readOutputs(text: string): Record<string, string> {
  const outputs: Record<string, string> = {};
  const lines = text.split(/\r?\n/);
  for (let at = 0; at < lines.length; at += 1) {
    const [, name, delimiter] = /^([\w-]+)<<(.+)$/.exec(lines[at] ?? "") ?? [];
    if (name === undefined || delimiter === undefined) continue;
    const end = lines.indexOf(delimiter, at + 1);
    if (end < 0) break;
    outputs[name] = lines.slice(at + 1, end).join("\n");
    at = end;
  }
  return outputs;
}

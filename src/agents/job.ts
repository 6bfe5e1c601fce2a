/** What a phase gets from the world: everything that is not its input. Entry points fill it; tests give their own. */
import type { Spawn } from "../github/git.ts";

export interface Job {
  env: Readonly<Record<string, string | undefined>>;
  now: () => Date;
  id: () => string;
  sleep: (milliseconds: number) => Promise<void>;
  random: () => number;
  fetch: typeof globalThis.fetch;
  spawn: Spawn;
  signal: AbortSignal;
  /** One line for the log of the job. */
  log: (line: string) => void;
  /** A warning that people see on the run. */
  warn: (line: string) => void;
  /** Hides a value in every later line. */
  mask: (secret: string) => void;
  setOutput: (name: string, value: string) => void;
  /** Markdown on the run's page. */
  summarise: (markdown: string) => Promise<void>;
  /** Starts the sandboxed file server of the tools. */
  fileServerCommand: readonly string[];
  /** Starts the program that leads commands of the set-up out of the sandbox. */
  egressCommand: readonly string[];
}

/** What the runner tells every job (docs: actions/reference/variables). */
export interface RunFacts {
  repository: string;
  serverUrl: string;
  apiUrl: string;
  runId: number;
  /** From 1; "Re-run" on GitHub's page counts up. */
  runAttempt: number;
  eventName: string;
  eventPath: string;
  /** Directory of this job, removed after it. */
  temp: string;
  workspace: string;
}

/** Throws when the environment is not that of a workflow job. */
export function runFacts(env: Readonly<Record<string, string | undefined>>): RunFacts {
  const need = (name: string): string => {
    const value = env[name];
    if (value === undefined || value === "")
      throw new Error(`${name} is not set: an action of Nightshift runs inside a GitHub Actions job`);
    return value;
  };
  return {
    repository: need("GITHUB_REPOSITORY"),
    serverUrl: need("GITHUB_SERVER_URL"),
    apiUrl: need("GITHUB_API_URL"),
    runId: Number(need("GITHUB_RUN_ID")),
    runAttempt: Number(env.GITHUB_RUN_ATTEMPT || 1),
    eventName: need("GITHUB_EVENT_NAME"),
    eventPath: need("GITHUB_EVENT_PATH"),
    temp: need("RUNNER_TEMP"),
    workspace: need("GITHUB_WORKSPACE"),
  };
}

export function runUrl(facts: RunFacts): string {
  return `${facts.serverUrl}/${facts.repository}/actions/runs/${facts.runId}`;
}

export function gitUrl(facts: RunFacts): string {
  return `${facts.serverUrl}/${facts.repository}.git`;
}

/** Where the phases of one job keep their files. */
export function places(facts: Pick<RunFacts, "temp">) {
  const root = `${facts.temp}/nightshift`;
  return {
    root,
    git: `${root}/git`,
    index: (name: string) => `${root}/${name}.index`,
    context: `${root}/context/context.json`,
    outcomeDirectory: `${root}/outcome`,
    outcome: `${root}/outcome/outcome.json`,
    /** What the run cost so far: all that a killed one tells. */
    cost: `${root}/outcome/cost.json`,
    patch: `${root}/outcome/change.patch`,
    /** What the job brought of an earlier run for the same work. */
    earlier: `${root}/earlier`,
    /** What earlier attempts of this very run left, each in a directory that ends with its number. */
    attempts: `${root}/attempts`,
  };
}

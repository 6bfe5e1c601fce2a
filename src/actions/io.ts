/** The world as an action meets it: the runner's files and commands, the system's clock, real processes. */
import "./parse-once.ts";
import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import * as core from "@actions/core";
import type { Job, RunFacts } from "../agents/job.ts";
import { keyNameOf, PROVIDERS } from "../domain/provider.ts";
import type { GitHub } from "../github/client.ts";
import { neutralizeCommands } from "../ops/log.ts";
import { endingOf } from "./ending.ts";

export type AgentMain = (job: Job) => Promise<void>;

/** Runs one phase. */
export async function runAction(main: AgentMain, bundle: string, phase: string): Promise<void> {
  const stop = new AbortController();
  process.once("SIGINT", () => stop.abort());
  process.once("SIGTERM", () => stop.abort());
  try {
    await main(systemJob(stop.signal, bundle));
  } catch (error) {
    const { kind, text } = endingOf(error, phase);
    if (kind === "failed") core.setFailed(neutralizeCommands(text));
    else core.warning(neutralizeCommands(`Put off: ${text}`));
  }
}

/** Whoever knows such an address can write to its channel. */
const WEBHOOKS = ["SLACK_WEBHOOK", "DISCORD_WEBHOOK", "WEBHOOK"];

function systemJob(signal: AbortSignal, bundle: string): Job {
  for (const name of ["GITHUB_TOKEN", ...WEBHOOKS, ...PROVIDERS.map(keyNameOf)]) {
    const secret = process.env[`INPUT_${name}`];
    if (secret) core.setSecret(secret);
  }
  return {
    env: process.env,
    now: () => new Date(),
    id: randomUUID,
    sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    random: Math.random,
    fetch: globalThis.fetch,
    spawn: (file, args, options) => spawn(file, [...args], options),
    signal,
    log: (line) => core.info(neutralizeCommands(line)),
    warn: (line) => core.warning(neutralizeCommands(line)),
    mask: (secret) => core.setSecret(secret),
    setOutput: (name, value) => core.setOutput(name, value),
    summarise: async (markdown) => {
      await core.summary.addRaw(`${markdown}\n`).write();
    },
    fileServerCommand: [process.execPath, bundle, "sandbox-files"],
    egressCommand: [process.execPath, bundle, "sandbox-egress"],
  };
}

/** The connection to GitHub, loaded only by phases that use it. */
export async function connect(job: Job, facts: RunFacts, token: string): Promise<GitHub> {
  const { connectGitHub } = await import("../github/client.ts");
  return connectGitHub({
    token,
    repository: facts.repository,
    apiUrl: facts.apiUrl,
    sleep: job.sleep,
    random: job.random,
    now: () => job.now().getTime(),
  });
}

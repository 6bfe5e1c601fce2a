/**
 * `nightshift replay`: a recorded run again, offline. Nothing is executed: results are those on record. Without a model the recorded
 * answers meet today's prompt, tools and policy; with one, it is asked at each recorded turn and its calls are compared.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { LineOf } from "../../agent/record/lines.ts";
import { CONFIG_PATH } from "../../domain/names.ts";
import { keyNameOf, PROVIDERS } from "../../domain/provider.ts";
import { connectModels } from "../../models/access.ts";
import { parseConfigFile } from "../../ops/config-file.ts";
import { EXIT } from "../exit.ts";
import type { Terminal } from "../terminal.ts";
import { askAgain } from "./ask-again.ts";
import { shownUsd } from "./call-text.ts";
import { openTranscriptFile } from "./open-transcript.ts";
import { type Difference, judgeAgain, notJudged, presentAgent } from "./present-agent.ts";

export interface ReplayOptions {
  file: string;
  /** `provider:model` to ask; without one no model is called. */
  model: string | undefined;
  baseUrl: string | undefined;
  /** The last turn that is looked at. */
  until: number | undefined;
  /** Repository whose `.github/nightshift.yml` holds the policy. */
  repo: string;
}

/** Exit code: 0 the same, 1 something differs. Throws INPUT_INVALID for a file that cannot be read or an agent that is not built in. */
export async function runReplay(
  options: ReplayOptions,
  terminal: Terminal,
  env: Readonly<Record<string, string | undefined>>,
): Promise<number> {
  const { lines } = await openTranscriptFile(options.file, env);
  const [run] = lines;
  if (run?.type !== "run") throw new Error("unreachable: a transcript begins with its run");
  const config = await readFile(join(options.repo, CONFIG_PATH), "utf8").catch(() => undefined);
  const agent = await presentAgent(run, parseConfigFile(config));
  const turns = lines
    .filter((line) => line.type === "model_turn")
    .filter(({ turn }) => options.until === undefined || turn <= options.until);
  for (const change of [...agent.changes, ...agent.passedOver]) terminal.line(change);
  for (const { turn, text } of notJudged(turns)) terminal.line(`turn ${turn}: ${text}`);
  const differences =
    options.model === undefined
      ? judgeAgain(agent, turns, lines)
      : await askModel(options, options.model, { agent, turns, lines }, terminal, env);
  for (const { turn, text } of differences) terminal.line(`turn ${turn}: ${text}`);
  terminal.line(summary(turns, differences));
  return differences.length === 0 && agent.changes.length === 0 ? EXIT.done : EXIT.failed;
}

async function askModel(
  { baseUrl }: ReplayOptions,
  name: string,
  recorded: Parameters<typeof askAgain>[1],
  terminal: Terminal,
  env: Readonly<Record<string, string | undefined>>,
): Promise<Difference[]> {
  const keys = Object.fromEntries(PROVIDERS.map((provider) => [provider, env[keyNameOf(provider)] ?? ""]));
  const { model } = await connectModels([name], { keys, baseUrl: baseUrl ?? "" });
  const { differences, usd } = await askAgain(model, recorded, (turn, of) =>
    terminal.status(`turn ${turn} of ${of}`),
  );
  terminal.status("");
  terminal.line(`${name} was asked ${recorded.turns.length} times: ${shownUsd(usd)}.`);
  return differences;
}

function summary(turns: readonly LineOf<"model_turn">[], differences: readonly Difference[]): string {
  const where = new Set(differences.map(({ turn }) => turn)).size;
  return differences.length === 0
    ? `${turns.length} turns, and every decision is the same.`
    : `${turns.length} turns, ${where} of them with another decision.`;
}

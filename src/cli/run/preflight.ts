/** Everything that can be wrong with a run, found out before anything is written and before the first model call. */
import { realpath } from "node:fs/promises";
import { resolve } from "node:path";
import { defaultConfig, modelsOf } from "../../domain/config.ts";
import { ModelOverride, overrideConfig } from "../../domain/config-override.ts";
import { NightshiftError } from "../../domain/errors.ts";
import { findFacts } from "../../models/facts.ts";
import { claimDirectory, standardPlace } from "../data-directory.ts";
import { checkGit } from "../git.ts";
import { quote } from "../quote.ts";
import { checkSandbox } from "../sandbox-check.ts";
import type { Terminal } from "../terminal.ts";
import { type Endpoint, endpointsOf, tryEndpoint } from "./model-endpoint.ts";
import { type Remembered, recall, remember } from "./remembered.ts";
import { readRequirements } from "./requirements-file.ts";
import { readSource, type Source } from "./source-repository.ts";

/** The options as they were typed; what is left out is remembered or standard. */
export interface RunOptions {
  repo: string | undefined;
  requirements: string | undefined;
  model: string | undefined;
  baseUrl: string | undefined;
  maxUsd: number | undefined;
  approve: "ask" | "auto" | undefined;
  data: string | undefined;
  sandbox: "required" | "off" | undefined;
  runCi: boolean | undefined;
  retry: boolean;
  json: boolean;
}

/** The world of a command. */
export interface Edge {
  env: NodeJS.ProcessEnv;
  fetch: typeof globalThis.fetch;
  now: () => Date;
  /** Fires when the person wants to stop. */
  signal: AbortSignal;
}

export interface Plan {
  dataDir: string;
  run: Remembered;
  /** One for each provider whose models are used. */
  endpoints: readonly Endpoint[];
  continues: boolean;
}

/** Throws NightshiftError with one message that names the thing and the remedy. */
export async function prepareRun(options: RunOptions, terminal: Terminal, edge: Edge): Promise<Plan> {
  const given = options.data === undefined ? undefined : resolve(options.data);
  const earlier = given === undefined ? undefined : await recall(given);
  const run = earlier ? await continued(earlier, options, given ?? "") : await begun(options, terminal);
  const { models = [], baseUrl } = run;
  const endpoints = endpointsOf({ models, baseUrl, env: edge.env });
  await settleSandbox(run.sandbox, terminal);
  for (const endpoint of endpoints) await tryEndpoint(endpoint, edge.fetch);
  const dataDir = given ?? standardPlace(run.repository, edge.now(), edge.env);
  await claimDirectory(dataDir);
  await remember(dataDir, run);
  return { dataDir, run, endpoints, continues: earlier !== undefined };
}

async function begun(options: RunOptions, terminal: Terminal): Promise<Remembered> {
  const { repo, requirements } = options;
  if (repo === undefined || requirements === undefined) throw missingOption(options);
  const text = await readRequirements(requirements);
  const source = await readSource(repo);
  tellSource(source, terminal);
  const config = overrideConfig(source.config, {
    model: typedModels(options.model),
    maxUsd: options.maxUsd,
  });
  const models = [...new Set([...modelsOf(config, "code"), ...modelsOf(config, "review")])];
  warnOfUnknownPrices(models, options.maxUsd, terminal);
  return {
    v: 1,
    source: source.path,
    branch: source.config.base ?? source.branch,
    login: source.login,
    repository: source.repository,
    text,
    ...chosen(options),
    models,
    approve: options.approve ?? "ask",
    sandbox: options.sandbox ?? "required",
    runCi: options.runCi ?? false,
  };
}

function missingOption({ repo, data }: RunOptions): NightshiftError {
  const what =
    repo === undefined ? "Name the repository with --repo" : "Name the requirements file with --requirements";
  const other = data === undefined ? "" : ` (${resolve(data)} holds no run to continue)`;
  return new NightshiftError(
    "INPUT_INVALID",
    `${what}, or continue an earlier run with --data${other}. nightshift run --help explains.`,
  );
}

/** What was typed now wins over what is remembered; repository and requirement stay what they were. */
async function continued(earlier: Remembered, options: RunOptions, dataDir: string): Promise<Remembered> {
  await checkGit("/");
  if (options.repo !== undefined && (await realpath(options.repo).catch(() => "")) !== earlier.source)
    throw taken(dataDir, `a run on ${earlier.source}`);
  if (options.requirements !== undefined && (await readRequirements(options.requirements)) !== earlier.text)
    throw taken(dataDir, "a run with another requirement");
  return {
    ...earlier,
    ...chosen(options),
    models: typedModels(options.model) ?? earlier.models ?? [...modelsOf(defaultConfig(), "code")],
    approve: options.approve ?? earlier.approve,
    sandbox: options.sandbox ?? earlier.sandbox,
    runCi: options.runCi ?? earlier.runCi,
  };
}

function taken(dataDir: string, what: string): NightshiftError {
  return new NightshiftError(
    "INPUT_INVALID",
    `${dataDir} holds ${what}. Continue it with "nightshift run --data ${quote(dataDir)}", or choose another directory.`,
  );
}

/** The models of `--model`; undefined when nothing was typed. */
export function typedModels(text: string | undefined): string[] | undefined {
  const result = ModelOverride.safeParse(text ?? "");
  if (result.success) return result.data;
  throw new NightshiftError(
    "INPUT_INVALID",
    `--model ${text}: expected provider:model, such as anthropic:claude-sonnet-5-5, openai:gpt-6-sol or gemini:gemini-4-argon; several with commas.`,
  );
}

function chosen({ model, baseUrl, maxUsd }: RunOptions) {
  return {
    ...(model === undefined ? {} : { model }),
    ...(baseUrl === undefined ? {} : { baseUrl }),
    ...(maxUsd === undefined ? {} : { maxUsd }),
  };
}

function tellSource(source: Source, terminal: Terminal): void {
  const list = (commands: readonly string[]) =>
    commands.length === 0 ? "none" : commands.map((command) => `\`${command}\``).join(", ");
  terminal.line(`repository: ${source.path}, branch ${source.branch} at ${source.head.slice(0, 7)}`);
  if (source.uncommitted > 0)
    terminal.line(`note: ${source.uncommitted} uncommitted changes there are not part of what is built on`);
  terminal.line(`set-up commands: ${list(source.commands.setup)} (from ${source.commands.from})`);
  terminal.line(`verify commands: ${list(source.commands.verify)} (from ${source.commands.from})`);
  if (source.commands.verify.length === 0)
    terminal.line(
      "note: nothing says how the tests run, so the first change has to bring that; or add `verify:` to .github/nightshift.yml",
    );
}

function warnOfUnknownPrices(
  models: readonly string[],
  maxUsd: number | undefined,
  terminal: Terminal,
): void {
  const unknown = models.filter((model) => findFacts(model) === undefined);
  if (maxUsd !== undefined && unknown.length > 0)
    terminal.line(
      `note: the price of ${unknown.join(" and ")} is not known, so limits in US dollars cannot be held`,
    );
}

/** Says which sandbox there is. Throws SANDBOX_UNAVAILABLE when there is none and one is required. */
export async function settleSandbox(wanted: "required" | "off", terminal: Terminal): Promise<void> {
  if (wanted === "off")
    return terminal.line("sandbox: off, as asked: commands of the model run as you, with network");
  const sandbox = await checkSandbox();
  if (sandbox.mode === "off")
    throw new NightshiftError(
      "SANDBOX_UNAVAILABLE",
      `${sandbox.reason} To go on here without isolation, add --sandbox off.`,
    );
  terminal.line(`sandbox: ${sandbox.reason}`);
}

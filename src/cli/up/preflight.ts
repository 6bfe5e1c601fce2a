/** Everything that can be wrong with `nightshift up`, found out before anything is written. */
import { once } from "node:events";
import { createServer } from "node:net";
import { resolve } from "node:path";
import { messageOf, NightshiftError } from "../../domain/errors.ts";
import { PROVIDERS, type Provider, providersOf } from "../../domain/provider.ts";
import { addressesOf } from "../../models/access.ts";
import { checkBaseUrl } from "../../models/connect.ts";
import { claimDirectory, lastingPlace } from "../data-directory.ts";
import { checkGit } from "../git.ts";
import type { Hosted, Settings } from "../hosted-repository.ts";
import { type Edge, settleSandbox, typedModels } from "../run/preflight.ts";
import { readSource, type Source } from "../run/source-repository.ts";
import type { Terminal } from "../terminal.ts";
import { type Remembered, recallUp, rememberUp } from "./remembered.ts";

/** The options as they were typed; what is left out is remembered or standard. */
export interface UpOptions {
  repos: readonly string[];
  port: number | undefined;
  data: string | undefined;
  model: string | undefined;
  baseUrl: string | undefined;
  maxUsd: number | undefined;
  sandbox: "required" | "off" | undefined;
  runCi: boolean | undefined;
  json: boolean;
}

export interface Plan {
  dataDir: string;
  /** 0: any free one. */
  port: number;
  up: Remembered;
  /** Something was done here before. */
  continues: boolean;
  /** What was typed this time, for every repository. */
  settings: Settings;
}

/** Throws NightshiftError with one message that names the thing and the remedy. */
export async function prepareUp(options: UpOptions, terminal: Terminal, edge: Edge): Promise<Plan> {
  const dataDir = resolve(options.data ?? lastingPlace(edge.env));
  const settings = settingsOf(options);
  await checkGit("/");
  const earlier = await recallUp(dataDir);
  const sources: Source[] = [];
  for (const directory of options.repos) sources.push(await readSource(directory));
  const up: Remembered = {
    v: 1,
    login: sources[0]?.login ?? "you",
    ...earlier,
    repositories: together(earlier?.repositories ?? [], sources),
    sandbox: options.sandbox ?? earlier?.sandbox ?? "required",
    runCi: options.runCi ?? earlier?.runCi ?? false,
  };
  if (options.port !== undefined) await checkPort(options.port);
  await settleSandbox(up.sandbox, terminal);
  await claimDirectory(dataDir);
  const port = options.port ?? (await samePort(earlier?.port, terminal));
  await rememberUp(dataDir, up);
  return { dataDir, port, up, continues: earlier !== undefined, settings };
}

/** Only what was typed: the rest stays as it was set before, here or over the API. */
function settingsOf({ model, baseUrl, maxUsd, sandbox }: UpOptions): Settings {
  const models = typedModels(model) ?? [];
  if (baseUrl !== undefined) checkAddresses(baseUrl, providersOf(models));
  return {
    ...(model === undefined ? {} : { NIGHTSHIFT_MODEL: model }),
    ...(baseUrl === undefined ? {} : { NIGHTSHIFT_BASE_URL: baseUrl }),
    ...(maxUsd === undefined ? {} : { NIGHTSHIFT_MAX_USD: String(maxUsd) }),
    ...(sandbox === undefined ? {} : { NIGHTSHIFT_SANDBOX: sandbox }),
  };
}

/** Throws INPUT_INVALID. Which models will use a bare address is not known when none was typed. */
function checkAddresses(text: string, providers: readonly Provider[]): void {
  const addresses = addressesOf(text, providers.length > 0 ? providers : PROVIDERS.slice(0, 1));
  for (const address of Object.values(addresses)) checkBaseUrl(address);
}

/** Throws INPUT_INVALID when two directories would be the same repository on the local GitHub. */
function together(hosted: readonly Hosted[], sources: readonly Source[]): Hosted[] {
  const all = [...hosted];
  for (const { repository, path } of sources) {
    const same = all.find((each) => each.repository === repository);
    if (same && same.source !== path)
      throw new NightshiftError(
        "INPUT_INVALID",
        `${path} would be ${repository}, and so is ${same.source}. Rename one of the directories.`,
      );
    if (!same) all.push({ repository, source: path });
  }
  return all;
}

/** Throws INPUT_INVALID when it cannot be had. */
async function checkPort(port: number): Promise<void> {
  const problem = await whyClosed(port);
  if (problem !== undefined)
    throw new NightshiftError("INPUT_INVALID", `--port ${port}: ${problem}. Choose another port.`);
}

/** The one of last time, unless somebody else has it by now. */
async function samePort(before: number | undefined, terminal: Terminal): Promise<number> {
  const problem = before === undefined ? undefined : await whyClosed(before);
  if (problem === undefined) return before ?? 0;
  terminal.line(`note: ${problem}, so this local GitHub has another address than before`);
  return 0;
}

async function whyClosed(port: number): Promise<string | undefined> {
  const server = createServer();
  try {
    server.listen(port, "127.0.0.1");
    await once(server, "listening");
    server.close();
    await once(server, "close");
    return undefined;
  } catch (error) {
    const text = messageOf(error);
    return /EADDRINUSE/.test(text) ? `port ${port} is in use` : `port ${port} cannot be used (${text})`;
  }
}

/** `nightshift review`: the review of a range of commits, or of the last pull requests, with nothing written anywhere. */
import { stat } from "node:fs/promises";
import { modelsOf } from "../../domain/config.ts";
import { overrideConfig } from "../../domain/config-override.ts";
import { NightshiftError } from "../../domain/errors.ts";
import { CONFIG_PATH } from "../../domain/names.ts";
import { PROVIDERS, type Provider } from "../../domain/provider.ts";
import { parseConfigFile } from "../../ops/config-file.ts";
import { EXIT } from "../exit.ts";
import { checkGit, gitIn, type PersonsGit } from "../git.ts";
import { endpointsOf, tryEndpoint } from "../run/model-endpoint.ts";
import { type Edge, settleSandbox, typedModels } from "../run/preflight.ts";
import type { Terminal } from "../terminal.ts";
import { type Means, reviewRange } from "./range.ts";
import { failsOn, type Report, renderJson, renderMarkdown, renderSarif, reportOf } from "./report.ts";

export interface ReviewOptions {
  /** Path of a repository. */
  repo: string;
  base: string | undefined;
  head: string;
  format: "markdown" | "json" | "sarif";
  failOn: "blocker" | "major" | undefined;
  model: string | undefined;
  baseUrl: string | undefined;
  maxUsd: number | undefined;
  sandbox: "required" | "off";
}

/** 0: reviewed; 1: no review came of it; 3: something is to be fixed or looked at first, as `--fail-on` asks. */
export async function runReview(
  options: ReviewOptions,
  terminal: Terminal,
  edge: Edge,
  version: string,
): Promise<number> {
  await checkGit("/", edge.env);
  const { root, git } = await openRepository(options.repo, edge.env);
  const head = await commitOf(git, options.head, "--head");
  const base = await baseOf(git, options.base);
  const means = await meansFor(options, await git.find(["show", `${base}:${CONFIG_PATH}`]), terminal, edge);
  const log = await git.text(["log", "--reverse", "--format=%s%n%n%b", "--max-count=30", `${base}..${head}`]);
  const range = {
    base,
    head,
    number: 1,
    title: `${options.base ?? "base"}..${options.head}`,
    body: log.slice(0, 8_000),
  };
  const report = reportOf(await reviewRange({ remote: { url: root, token: "" }, ...range }, means, edge));
  const { status, message } = report.review.outcome;
  if (status !== "done") {
    terminal.line(`no review: ${message}`);
    return EXIT.failed;
  }
  terminal.answer(render(report, options.format, version));
  return options.failOn !== undefined && failsOn(report, options.failOn) ? EXIT.needsHuman : EXIT.done;
}

function render(report: Report, format: ReviewOptions["format"], version: string): string {
  if (format === "json") return renderJson(report);
  return format === "sarif" ? renderSarif(report, version) : renderMarkdown(report);
}

async function openRepository(
  path: string,
  env: NodeJS.ProcessEnv,
): Promise<{ root: string; git: PersonsGit }> {
  const isThere = await stat(path).catch(() => undefined);
  const found = isThere?.isDirectory()
    ? await gitIn(path, env).find(["rev-parse", "--path-format=absolute", "--git-common-dir"])
    : undefined;
  if (found === undefined)
    throw new NightshiftError(
      "INPUT_INVALID",
      `--repo ${path}: there is no git repository. Name a directory of one.`,
    );
  return { root: found, git: gitIn(path, env) };
}

async function commitOf(git: PersonsGit, name: string, option: string): Promise<string> {
  const sha = await git.find(["rev-parse", "--verify", "--quiet", `${name}^{commit}`]);
  if (sha !== undefined) return sha;
  throw new NightshiftError("INPUT_INVALID", `${option} ${name}: there is no such commit in the repository.`);
}

/** What was named, or what the repository's remote says its default branch is. */
async function baseOf(git: PersonsGit, named: string | undefined): Promise<string> {
  if (named !== undefined) return commitOf(git, named, "--base");
  const sha = await git.find(["rev-parse", "--verify", "--quiet", "origin/HEAD^{commit}"]);
  if (sha !== undefined) return sha;
  throw new NightshiftError(
    "INPUT_INVALID",
    "Name what the range starts from with --base, such as --base main.",
  );
}

type Asked = Pick<ReviewOptions, "model" | "baseUrl" | "maxUsd" | "sandbox">;

/** Settings of the base, and the model's key and address, tried out before anything starts. */
export async function meansFor(
  { model, baseUrl, maxUsd, sandbox }: Asked,
  configFile: string | undefined,
  terminal: Terminal,
  edge: Edge,
): Promise<Means> {
  const config = overrideConfig(parseConfigFile(configFile), { model: typedModels(model), maxUsd });
  const models = modelsOf(config, "review");
  const endpoints = endpointsOf({ models, baseUrl, env: edge.env });
  await settleSandbox(sandbox, terminal);
  for (const endpoint of endpoints) await tryEndpoint(endpoint, edge.fetch);
  const keyOf = (provider: Provider) => endpoints.find((one) => one.provider === provider)?.apiKey ?? "";
  const [anthropic, openai, gemini] = PROVIDERS.map(keyOf);
  const keys = { anthropic: anthropic ?? "", openai: openai ?? "", gemini: gemini ?? "" };
  return { config, models, keys, baseUrl: baseUrl ?? "", sandbox, log: (line) => terminal.line(line) };
}

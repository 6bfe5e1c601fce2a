/** `nightshift init`: brings Nightshift's workflows into a repository, pinned and filled in, and says what else is needed. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { modelsOf } from "../../domain/config.ts";
import { NightshiftError } from "../../domain/errors.ts";
import { CONFIG_PATH } from "../../domain/names.ts";
import { parseConfigFile } from "../../ops/config-file.ts";
import { EXIT } from "../exit.ts";
import { checkGit, gitIn, type PersonsGit } from "../git.ts";
import { renderTemplates, type Sweep } from "../templates.ts";
import type { Terminal } from "../terminal.ts";
import { LOCAL_TOOLKIT } from "../toolkit.ts";
import { renderChecklist } from "./checklist.ts";
import { readOwnWorkflows } from "./own-workflows.ts";
import { type Placed, placeFiles } from "./place-files.ts";
import { pinOf } from "./toolkit-pin.ts";

export interface InitOptions {
  /** owner/name on GitHub; default: what a remote says. */
  repo: string | undefined;
  /** owner/name@SHA */
  toolkit: string | undefined;
  sweep: Sweep;
  force: boolean;
}

/** `directory` lies anywhere inside the repository. Throws INPUT_INVALID or CONFIG_INVALID before anything is written. */
export async function runInit(options: InitOptions, directory: string, terminal: Terminal): Promise<number> {
  await checkGit(directory);
  const root = await gitIn(directory).find(["rev-parse", "--show-toplevel"]);
  if (root === undefined)
    throw new NightshiftError(
      "INPUT_INVALID",
      `${directory} is not inside the work tree of a git repository. Change into your repository first.`,
    );
  const git = gitIn(root);
  const remote = await remoteOf(git);
  const repository = checkName(options.repo) ?? remote.repository;
  const pin = await pinOf(options.toolkit, options.repo !== undefined || remote.onGitHub);
  const config = parseConfigFile(await readFile(join(root, CONFIG_PATH), "utf8").catch(() => undefined));
  const branch = config.base ?? (await defaultBranch(git));
  const workflows = await readOwnWorkflows(root, branch);
  const ciWorkflows = [...new Set(workflows.filter(({ isCi }) => isCi).map(({ name }) => name))];
  const files = await renderTemplates({
    ...pin,
    sweep: options.sweep,
    ciWorkflows,
    reviewScope: config.review.scope,
    labelPrefix: config.label_prefix,
    branchPrefix: config.branch_prefix,
  });
  const placed = await placeFiles(root, files, { force: options.force });
  for (const line of placed.flatMap(renderPlaced)) terminal.line(line);
  terminal.line(`toolkit: ${pin.toolkit}@${pin.sha}`);
  if (pin.toolkit === LOCAL_TOOLKIT)
    terminal.line(
      "note: that name exists only on a local GitHub; before this repository goes to GitHub, run init again with --toolkit",
    );
  terminal.line(
    ciWorkflows.length === 0
      ? "CI workflows that wake the manager: none found"
      : `CI workflows that wake the manager: ${ciWorkflows.join(", ")}`,
  );
  terminal.line("");
  for (const line of renderChecklist({
    repository,
    branch,
    toolkit: pin.toolkit,
    labelPrefix: config.label_prefix,
    workflows,
    models: [...new Set([...modelsOf(config, "code"), ...modelsOf(config, "review")])],
  }))
    terminal.line(line);
  return EXIT.done;
}

function renderPlaced(placed: Placed): string[] {
  if (placed.state !== "kept") return [`${placed.state.padEnd(11)} ${placed.path}`];
  return [
    `kept        ${placed.path} (it differs from the template; --force overwrites it)`,
    ...placed.diff.split("\n").map((line) => `    ${line}`),
  ];
}

function checkName(name: string | undefined): string | undefined {
  if (name === undefined || /^[\w.-]+\/[\w.-]+$/.test(name)) return name;
  throw new NightshiftError("INPUT_INVALID", `--repo ${name}: expected owner/name.`);
}

/** Does a remote lie on GitHub, and under which name? `origin` speaks before others. */
export async function remoteOf(
  git: PersonsGit,
): Promise<{ onGitHub: boolean; repository: string | undefined }> {
  const listed = (await git.find(["config", "--get-regexp", "^remote\\..*\\.url$"])) ?? "";
  const urls = listed
    .split("\n")
    .map((line) => line.split(" "))
    .sort(
      ([one = ""], [other = ""]) =>
        Number(other === "remote.origin.url") - Number(one === "remote.origin.url"),
    )
    .map(([, url = ""]) => url);
  for (const url of urls) {
    const [, repository] =
      /^(?:[a-z+]+:\/\/)?(?:[^/@]+@)?[\w.-]*(?:github\.[\w.-]+|\.ghe\.com)(?::\d+)?[:/]+([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/i.exec(
        url,
      ) ?? [];
    if (repository) return { onGitHub: true, repository };
  }
  return { onGitHub: false, repository: undefined };
}

/** As the remote says, else the branch of now. */
async function defaultBranch(git: PersonsGit): Promise<string> {
  const remote = await git.find(["symbolic-ref", "--quiet", "--short", "refs/remotes/origin/HEAD"]);
  return (
    remote?.replace(/^origin\//, "") ??
    (await git.find(["symbolic-ref", "--quiet", "--short", "HEAD"])) ??
    "main"
  );
}

/** Creating the bare repositories that the forge hosts. */
import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { type GitRepository, openRepository } from "./repository.ts";
import { runGit } from "./run.ts";

const SETTINGS: [key: string, value: string][] = [
  ["http.receivepack", "true"],
  ["uploadpack.allowFilter", "true"],
  ["uploadpack.allowReachableSHA1InWant", "true"],
  ["uploadpack.allowAnySHA1InWant", "true"],
  ["receive.hideRefs", "refs/pull"],
  ["receive.denyDeleteCurrent", "ignore"],
  ["receive.autogc", "false"],
  ["gc.auto", "0"],
  ["core.logAllRefUpdates", "false"],
  ["receive.fsckObjects", "false"],
  ["core.hooksPath", "/dev/null"],
];

export async function initBare(directory: string, defaultBranch: string): Promise<void> {
  await mkdir(directory, { recursive: true });
  await runGit(dirname(directory), [
    "init",
    "--quiet",
    "--bare",
    `--initial-branch=${defaultBranch}`,
    "--template=",
    directory,
  ]);
  for (const [key, value] of SETTINGS) await runGit(directory, ["config", key, value]);
}

/** Copies branches and tags; the source is only read. Answers the branch that its HEAD names. */
export async function importInto(directory: string, source: string): Promise<string | undefined> {
  await runGit(directory, [
    "fetch",
    "--quiet",
    "--no-write-fetch-head",
    source,
    "+refs/heads/*:refs/heads/*",
    "+refs/tags/*:refs/tags/*",
  ]);
  const head = await runGit(source, ["symbolic-ref", "--quiet", "--short", "HEAD"], { allow: [1, 128] });
  return head.code === 0 ? head.stdout.toString().trim() : undefined;
}

/** Where the forge keeps repositories. */
export interface Hosting {
  /** Makes an empty repository. */
  create(directory: string, defaultBranch: string): Promise<void>;
  open(directory: string): Promise<GitRepository>;
}

export const ON_DISK: Hosting = { create: initBare, open: openRepository };

/** Creating the bare repositories that the forge hosts, and the hook that guards workflow files. */
import { chmod, mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
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
];

/** For tokens without the `workflows` permission: no push may bring a workflow file that its branch did not have. */
const PRE_RECEIVE = `#!/bin/sh
[ "$FORGE_FORBID_WORKFLOWS" = 1 ] || exit 0
while read -r old new ref; do
  case "$new" in *[!0]*) ;; *) continue ;; esac
  case "$old" in
    *[!0]*) touched=$(git diff --name-only "$old" "$new" -- .github/workflows) || exit 1 ;;
    *) touched=$(git log --format= --name-only -m "$new" --not --branches --tags -- .github/workflows) || exit 1 ;;
  esac
  first=$(printf '%s\\n' "$touched" | grep -m1 -E '^\\.github/workflows/[^/]+\\.ya?ml$')
  if [ -n "$first" ]; then
    echo "refusing to allow a GitHub App to create or update workflow \\\`$first\\\` without \\\`workflows\\\` permission" >&2
    exit 1
  fi
done
`;

export async function writeHooks(dataDir: string): Promise<string> {
  const directory = join(dataDir, "hooks");
  await mkdir(directory, { recursive: true });
  const path = join(directory, "pre-receive");
  await writeFile(path, PRE_RECEIVE);
  await chmod(path, 0o755);
  return directory;
}

export async function initBare(directory: string, defaultBranch: string, hooks: string): Promise<void> {
  await mkdir(directory, { recursive: true });
  await runGit(dirname(directory), [
    "init",
    "--quiet",
    "--bare",
    `--initial-branch=${defaultBranch}`,
    "--template=",
    directory,
  ]);
  for (const [key, value] of [...SETTINGS, ["core.hooksPath", hooks]])
    await runGit(directory, ["config", key ?? "", value ?? ""]);
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

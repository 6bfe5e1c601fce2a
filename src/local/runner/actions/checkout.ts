/** `actions/checkout`: fetches from the bare repository on disk and leaves `origin` and its credential as the real one does. */
import { mkdir, readdir, rm } from "node:fs/promises";
import { isAbsolute, relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { git } from "../git.ts";
import type { BuiltInAction, BuiltInCall } from "./built-in.ts";

export const checkout: BuiltInAction = {
  inputs: {
    repository: "",
    ref: "",
    token: "",
    "ssh-key": "",
    "ssh-known-hosts": "",
    "ssh-strict": "true",
    "ssh-user": "git",
    "persist-credentials": "true",
    path: "",
    clean: "true",
    filter: "",
    "sparse-checkout": "",
    "sparse-checkout-cone-mode": "true",
    "fetch-depth": "1",
    "fetch-tags": "false",
    "show-progress": "true",
    lfs: "false",
    submodules: "false",
    "set-safe-directory": "true",
    "github-server-url": "",
    "allow-unsafe-pr-checkout": "false",
  },
  async perform(call) {
    const { inputs, forge, run } = call;
    const repository = inputs.repository || run.repository;
    const gitDir = forge.gitDir(repository);
    if (!gitDir) throw new Error(`Not Found: the repository '${repository}' is not hosted here`);
    const own = repository.toLowerCase() === run.repository.toLowerCase();
    if (own && !inputs.token && (call.permissions.contents ?? "none") === "none") {
      throw new Error("Not Found: the job's token has no 'contents: read' permission");
    }
    for (const name of ["ssh-key", "sparse-checkout"]) {
      if (inputs[name]) call.warn(`The stand-in for actions/checkout ignores '${name}'`);
    }
    if (inputs.submodules !== "false") call.warn("The stand-in for actions/checkout fetches no submodules");
    const directory = targetDirectory(call);
    await prepare(directory);
    const wanted = await fetchWanted(call, { gitDir, directory, own });
    await configureRemote(call, directory, repository);
    const commit = (await git(["rev-parse", "HEAD"], { cwd: directory })).trim();
    call.write(`Checked out ${repository} at ${commit} (${wanted})`);
    return { ref: inputs.ref ?? "", commit };
  },
};

function targetDirectory({ workspace, inputs }: BuiltInCall): string {
  const directory = resolve(workspace, inputs.path ?? "");
  const inside = relative(workspace, directory);
  if (inside.startsWith("..") || isAbsolute(inside))
    throw new Error(`Repository path '${directory}' is not under '${workspace}'`);
  return directory;
}

async function prepare(directory: string): Promise<void> {
  await mkdir(directory, { recursive: true });
  for (const name of await readdir(directory))
    await rm(`${directory}/${name}`, { recursive: true, force: true });
  await git(["init", "--quiet", directory]);
}

/** Fetches and checks out the wanted commit; returns how it was named. */
async function fetchWanted(
  call: BuiltInCall,
  at: { gitDir: string; directory: string; own: boolean },
): Promise<string> {
  const { inputs } = call;
  const origin = pathToFileURL(resolve(at.gitDir)).href;
  const depth = Number(inputs["fetch-depth"]) > 0 ? [`--depth=${Number(inputs["fetch-depth"])}`] : [];
  const tags = inputs["fetch-tags"] === "true" || depth.length === 0 ? ["--tags"] : ["--no-tags"];
  const fetch = (...specs: string[]) =>
    git(["fetch", "--quiet", "--no-auto-gc", ...tags, ...depth, origin, ...specs], { cwd: at.directory });
  if (depth.length === 0) await fetch("+refs/heads/*:refs/remotes/origin/*");
  const ref = inputs.ref || (at.own ? call.ref : call.forge.defaultBranch(inputs.repository ?? ""));
  const commit = inputs.ref ? undefined : at.own ? call.sha : undefined;
  if (/^[0-9a-f]{40}$/.test(ref)) return detach(at.directory, fetch, ref, ref);
  const branch = await branchOf(at.gitDir, ref);
  if (branch === undefined) return detach(at.directory, fetch, commit ?? ref, ref);
  await fetch(`+${commit ?? `refs/heads/${branch}`}:refs/remotes/origin/${branch}`);
  await git(["checkout", "--quiet", "--force", "-B", branch, `refs/remotes/origin/${branch}`], {
    cwd: at.directory,
  });
  return `refs/heads/${branch}`;
}

async function detach(
  directory: string,
  fetch: (...specs: string[]) => Promise<string>,
  wanted: string,
  named: string,
): Promise<string> {
  await fetch(`+${wanted}:refs/remotes/origin/__wanted`);
  await git(["checkout", "--quiet", "--force", "--detach", "refs/remotes/origin/__wanted"], {
    cwd: directory,
  });
  await git(["update-ref", "-d", "refs/remotes/origin/__wanted"], { cwd: directory });
  return named;
}

async function branchOf(gitDir: string, ref: string): Promise<string | undefined> {
  const name = ref.replace(/^refs\/heads\//, "");
  if (name.startsWith("refs/")) return undefined;
  const found = await git(["--git-dir", gitDir, "for-each-ref", "--format=%(refname)", `refs/heads/${name}`]);
  return found.split("\n").includes(`refs/heads/${name}`) ? name : undefined;
}

async function configureRemote(call: BuiltInCall, directory: string, repository: string): Promise<void> {
  const { serverUrl } = call.forge;
  await git(["remote", "add", "origin", `${serverUrl}/${repository}`], { cwd: directory });
  if (call.inputs["persist-credentials"] !== "true") return;
  const credential = Buffer.from(`x-access-token:${call.inputs.token || call.token}`).toString("base64");
  call.mask(credential);
  await git(["config", `http.${serverUrl}/.extraheader`, `AUTHORIZATION: basic ${credential}`], {
    cwd: directory,
  });
}

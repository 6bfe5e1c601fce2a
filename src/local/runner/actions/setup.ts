/** `actions/setup-*`: use what is installed, and say which version that is. */
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { BuiltInAction } from "./built-in.ts";

const run = promisify(execFile);

export const setupNode: BuiltInAction = setup("node", ["--version"], "node-version", {
  "node-version": "",
  "node-version-file": "",
  "check-latest": "false",
  architecture: "",
  token: "",
  cache: "",
  "cache-dependency-path": "",
  "registry-url": "",
  scope: "",
  "always-auth": "false",
  "package-manager-cache": "true",
  mirror: "",
  "mirror-token": "",
});

export const setupPython: BuiltInAction = setup("python3", ["--version"], "python-version", {
  "python-version": "",
  "python-version-file": "",
  cache: "",
  architecture: "",
  "check-latest": "false",
  token: "",
  "cache-dependency-path": "",
  "update-environment": "true",
  "allow-prereleases": "false",
  freethreaded: "false",
  "pip-version": "",
  "pip-install": "",
});

export const setupGo: BuiltInAction = setup("go", ["version"], "go-version", {
  "go-version": "",
  "go-version-file": "",
  "check-latest": "false",
  token: "",
  cache: "true",
  "cache-dependency-path": "",
  architecture: "",
});

function setup(
  program: string,
  args: string[],
  versionInput: string,
  inputs: { [name: string]: string },
): BuiltInAction {
  return {
    inputs,
    async perform({ inputs: given, env, write, warn }) {
      const { stdout } = await run(program, args, { env }).catch((cause: unknown) => {
        throw new Error(
          `${program} is not installed on this machine; install it, the local runner downloads no tools`,
          { cause },
        );
      });
      const installed = /\d+(?:\.\d+)+/.exec(stdout)?.[0] ?? "";
      const wanted = given[versionInput] ?? "";
      write(`Uses the ${program} that is installed: ${installed}`);
      if (/^\d/.test(wanted) && wanted.split(".")[0] !== installed.split(".")[0]) {
        warn(`${versionInput} ${wanted} was asked for; this machine has ${installed}`);
      }
      return { [versionInput]: program === "node" ? `v${installed}` : installed, "cache-hit": "false" };
    },
  };
}

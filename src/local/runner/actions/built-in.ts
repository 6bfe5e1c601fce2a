/** Stand-ins for the few public actions that workflows cannot do without when GitHub is not there. Announced in the log. */
import type { ForgeForRunner, Permissions, RunRecord } from "../../contract.ts";
import { cache } from "./cache.ts";
import { checkout } from "./checkout.ts";
import { downloadArtifact } from "./download-artifact.ts";
import { setupGo, setupNode, setupPython } from "./setup.ts";
import { uploadArtifact } from "./upload-artifact.ts";

/** What a stand-in works with; `inputs` has the action's defaults filled in. */
export interface BuiltInCall {
  inputs: { [name: string]: string };
  env: { [name: string]: string };
  workspace: string;
  temp: string;
  run: RunRecord;
  /** `github.sha` and `github.ref` of the run. */
  sha: string;
  ref: string;
  token: string;
  permissions: Permissions;
  forge: ForgeForRunner;
  /** Writes a line to the job's log. */
  write(line: string): void;
  warn(message: string): void;
  mask(value: string): void;
}

/** A stand-in throws to fail its step, with the message that the user reads. */
export interface BuiltInAction {
  /** Input names and their defaults. */
  inputs: { readonly [name: string]: string };
  perform(call: BuiltInCall): Promise<{ [output: string]: string }>;
}

/** By `owner/repo`, lower case; a repository of that name which the forge hosts comes before them. */
export const BUILT_IN_ACTIONS: ReadonlyMap<string, BuiltInAction> = new Map([
  ["actions/checkout", checkout],
  ["actions/setup-node", setupNode],
  ["actions/setup-python", setupPython],
  ["actions/setup-go", setupGo],
  ["actions/upload-artifact", uploadArtifact],
  ["actions/download-artifact", downloadArtifact],
  ["actions/cache", cache],
  ["actions/cache/restore", cache],
  ["actions/cache/save", cache],
]);

/** `actions/download-artifact`: by name, by id, by pattern, or everything; of this run or another. */
import { mkdir } from "node:fs/promises";
import { resolve } from "node:path";
import type { ArtifactRecord } from "../../contract.ts";
import { toRegExp } from "../trigger/glob.ts";
import type { BuiltInAction, BuiltInCall } from "./built-in.ts";

export const downloadArtifact: BuiltInAction = {
  inputs: {
    name: "",
    "artifact-ids": "",
    path: "",
    pattern: "",
    "merge-multiple": "false",
    "github-token": "",
    repository: "",
    "run-id": "",
    "skip-decompress": "false",
    "digest-mismatch": "error",
  },
  async perform(call) {
    const { inputs, workspace, forge, write } = call;
    const runId = sourceRun(call);
    const available = forge.artifacts(runId).filter(({ expired }) => !expired);
    const chosen = choose(call, available);
    const target = resolve(workspace, inputs.path ?? "");
    const together =
      inputs.name !== "" ||
      inputs["merge-multiple"] === "true" ||
      (inputs["artifact-ids"] !== "" && chosen.length === 1);
    for (const artifact of chosen) {
      const directory = together ? target : resolve(target, artifact.name);
      await mkdir(directory, { recursive: true });
      await forge.readArtifact(artifact.id, directory);
      write(`Artifact ${artifact.name} (${artifact.id}) downloaded to ${directory}`);
    }
    if (chosen.length === 0) write(`No artifacts found for run ${runId}`);
    return { "download-path": target };
  },
};

/** Another run's artifacts need a token, as on GitHub. */
function sourceRun({ inputs, run, permissions, token }: BuiltInCall): number {
  const other = Number(inputs["run-id"] || run.id);
  if (other === run.id) return other;
  if (!inputs["github-token"]) throw new Error("Artifacts of another run need the input 'github-token'");
  const own = inputs["github-token"] === token;
  if (own && (permissions.actions ?? "none") === "none")
    throw new Error(
      "Resource not accessible by integration: the job's token has no 'actions: read' permission",
    );
  return other;
}

function choose({ inputs }: BuiltInCall, available: ArtifactRecord[]): ArtifactRecord[] {
  if (inputs["artifact-ids"])
    return inputs["artifact-ids"].split(",").map((text) => chooseId(text.trim(), available));
  if (inputs.name) {
    const named = available.filter(({ name }) => name === inputs.name).at(-1);
    if (!named)
      throw new Error(`Unable to download artifact(s): Artifact not found for name: ${inputs.name}`);
    return [named];
  }
  const pattern = inputs.pattern ? toRegExp(inputs.pattern) : undefined;
  return available.filter(({ name }) => !pattern || pattern.test(name));
}

function chooseId(text: string, available: ArtifactRecord[]): ArtifactRecord {
  const found = available.find(({ id }) => String(id) === text);
  if (!found)
    throw new Error(`Unable to download artifact(s): None of the provided artifact IDs were found: ${text}`);
  return found;
}

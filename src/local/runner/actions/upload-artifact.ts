/** `actions/upload-artifact`: files below their least common folder, kept by the forge. */
import { cp, mkdir, mkdtemp, rm, stat } from "node:fs/promises";
import { dirname, relative, resolve } from "node:path";
import type { BuiltInAction } from "./built-in.ts";
import { findFiles } from "./find-files.ts";

export const uploadArtifact: BuiltInAction = {
  inputs: {
    name: "artifact",
    path: "",
    "if-no-files-found": "warn",
    "retention-days": "",
    "compression-level": "6",
    overwrite: "false",
    "include-hidden-files": "false",
    archive: "true",
  },
  async perform({ inputs, workspace, temp, run, forge, write, warn }) {
    const name = inputs.name || "artifact";
    if (!inputs.path) throw new Error("Input required and not supplied: path");
    if (/[":<>|*?\r\n\\/]/.test(name))
      throw new Error(
        `The artifact name is not valid: ${name}. Contains one of the characters " : < > | * ? \\ /`,
      );
    const { files, root } = await findFiles(
      workspace,
      inputs.path,
      inputs["include-hidden-files"] === "true",
    );
    if (files.length === 0) {
      const message = `No files were found with the provided path: ${inputs.path}. No artifacts will be uploaded.`;
      if (inputs["if-no-files-found"] === "error") throw new Error(message);
      if (inputs["if-no-files-found"] === "warn") warn(message);
      else write(message);
      return {};
    }
    const directory = await mkdtemp(`${temp}/artifact-`);
    try {
      for (const file of files) await copyInto(file, resolve(directory, relative(root, file)));
      const days = Number(inputs["retention-days"]);
      const artifact = await forge.saveArtifact({
        runId: run.id,
        name,
        directory,
        overwrite: inputs.overwrite === "true",
        ...(days > 0 ? { retentionDays: days } : {}),
      });
      write(
        `Artifact ${name} has been successfully uploaded: ${files.length} file(s), ${artifact.sizeInBytes} bytes. Artifact ID is ${artifact.id}`,
      );
      const url = `${forge.serverUrl}/${run.repository}/actions/runs/${run.id}/artifacts/${artifact.id}`;
      return { "artifact-id": String(artifact.id), "artifact-url": url };
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  },
};

async function copyInto(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  if ((await stat(from)).isFile()) await cp(from, to, { dereference: true });
}

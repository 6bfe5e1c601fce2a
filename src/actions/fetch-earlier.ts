/** Brings what an earlier run left, in a job that has no step for it: the artifact, unpacked. */
import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { GitHub } from "../github/client.ts";
import { unzip } from "../github/unzip.ts";

const MOST_BYTES = 200_000_000;

/** Throws when the artifact cannot be had or is no archive of plain files. */
export async function fetchEarlier(github: GitHub, artifact: number, directory: string): Promise<void> {
  const { data } = await github.rest(
    "GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}",
    { artifact_id: artifact, archive_format: "zip" },
  );
  if (!(data instanceof ArrayBuffer)) throw new Error("the artifact is no archive");
  for (const { path, content } of unzip(Buffer.from(data), MOST_BYTES)) {
    await mkdir(dirname(`${directory}/${path}`), { recursive: true });
    await writeFile(`${directory}/${path}`, content);
  }
}

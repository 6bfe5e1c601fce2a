/** Artifacts and job logs as files below the data directory. */
import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { cp, mkdir, readdir, readFile, rm, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import type { ArtifactRecord } from "../../contract.ts";
import { timestamp } from "../clock.ts";
import type { Site } from "../site.ts";
import type { ZipEntry } from "../zip.ts";

const DAY_MS = 86_400_000;
const DEFAULT_RETENTION_DAYS = 90;

const placeOf = (site: Site, id: number): string => join(site.dataDir, "artifacts", String(id));

export interface NewArtifact {
  runId: number;
  name: string;
  directory: string;
  retentionDays?: number;
  overwrite?: boolean;
}

export async function saveArtifact(site: Site, wanted: NewArtifact): Promise<ArtifactRecord> {
  const same = artifactsOf(site, wanted.runId).find((one) => one.name === wanted.name);
  if (same && !wanted.overwrite) {
    throw new Error(
      `Failed to CreateArtifact: an artifact with the name "${wanted.name}" already exists on the workflow run (409 Conflict).`,
    );
  }
  const id = site.store.nextId();
  await mkdir(placeOf(site, id), { recursive: true });
  await cp(wanted.directory, placeOf(site, id), { recursive: true, verbatimSymlinks: true });
  const files = await filesBelow(placeOf(site, id));
  const sizes = await Promise.all(
    files.map(async (path) => (await stat(join(placeOf(site, id), path))).size),
  );
  const created = site.clock.now();
  const expires = new Date(created.getTime() + (wanted.retentionDays ?? DEFAULT_RETENTION_DAYS) * DAY_MS);
  if (same) await rm(placeOf(site, same.id), { recursive: true, force: true });
  return site.store.transact(() => {
    if (same) site.store.remove("artifacts", same.id);
    return site.store.put("artifacts", id, {
      id,
      runId: wanted.runId,
      name: wanted.name,
      sizeInBytes: sizes.reduce((sum, size) => sum + size, 0),
      createdAt: timestamp(created),
      expiresAt: timestamp(expires),
      expired: false,
    });
  });
}

/** `expired` is told by the clock. */
export function artifactsOf(site: Site, runId: number): ArtifactRecord[] {
  return site.store.filter("artifacts", (row) => row.runId === runId).map((row) => current(site, row));
}

export function findArtifact(site: Site, id: number): ArtifactRecord | undefined {
  const row = site.store.get("artifacts", id);
  return row && current(site, row);
}

function current(site: Site, row: ArtifactRecord): ArtifactRecord {
  return { ...row, expired: row.expired || row.expiresAt <= timestamp(site.clock.now()) };
}

export async function readArtifact(site: Site, id: number, directory: string): Promise<void> {
  const artifact = findArtifact(site, id);
  if (!artifact) throw new Error(`Artifact ${id} does not exist.`);
  if (artifact.expired) throw new Error(`Artifact "${artifact.name}" (${id}) has expired.`);
  await mkdir(directory, { recursive: true });
  await cp(placeOf(site, id), directory, { recursive: true, verbatimSymlinks: true });
}

export async function artifactFiles(site: Site, id: number): Promise<ZipEntry[]> {
  const place = placeOf(site, id);
  return Promise.all(
    (await filesBelow(place)).map(async (path) => ({ path, content: await readFile(join(place, path)) })),
  );
}

async function filesBelow(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
}

const logPath = (site: Site, jobId: number): string => join(site.dataDir, "logs", `${jobId}.log`);

export function appendLog(site: Site, jobId: number, text: string): void {
  appendFileSync(logPath(site, jobId), text);
}

export function readLog(site: Site, jobId: number): string {
  return existsSync(logPath(site, jobId)) ? readFileSync(logPath(site, jobId), "utf8") : "";
}

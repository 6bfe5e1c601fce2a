/** The directory of a local GitHub: may it be used, and is a process at work in it? */
import { existsSync } from "node:fs";
import { access, constants, mkdir, readdir, readFile, rm, stat, statfs, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { z } from "zod";
import { messageOf, NightshiftError } from "../domain/errors.ts";

/** Least free space to start with, in bytes: toolkit, repository, jobs and logs. */
const LEAST_SPACE = 200 * 1024 * 1024;

/** How other commands reach the local GitHub of a live process. Readable by its owner only. */
export const Session = z.strictObject({
  v: z.literal(1),
  pid: z.int().positive(),
  url: z.url(),
  apiUrl: z.url(),
  /** Acts as the person. */
  token: z.string().min(1),
  /** The only one that is hosted; absent when there are none or several. */
  repository: z.string().optional(),
  login: z.string(),
});
export type Session = z.infer<typeof Session>;

/** Where runs are kept when nobody says: the place for state of the XDG base directories. */
export function standardPlace(name: string, now: Date, env: NodeJS.ProcessEnv = process.env): string {
  const time = now.toISOString().slice(0, 19).replace(/[-:]/g, "").replace("T", "-");
  return join(placeForState(env), `${name.replaceAll("/", "-")}-${time}`);
}

/** Where `nightshift up` keeps its local GitHub when nobody says: one place, so that it is found again. */
export function lastingPlace(env: NodeJS.ProcessEnv): string {
  return join(placeForState(env), "up");
}

function placeForState(env: NodeJS.ProcessEnv): string {
  const state = env.XDG_STATE_HOME?.startsWith("/") ? env.XDG_STATE_HOME : join(homedir(), ".local", "state");
  return join(state, "nightshift");
}

/**
 * Makes sure that `directory` can be written, has room, and is new, empty or ours. Leaves nothing behind when it cannot be used.
 * Throws DATA_DIRECTORY_UNUSABLE.
 */
export async function claimDirectory(directory: string): Promise<void> {
  const live = await readSession(directory);
  if (live) throw unusable(directory, `process ${live.pid} is at work in it; stop that one first`);
  const missing = await missingPlaces(directory);
  let made: string | undefined;
  try {
    for (const place of missing) {
      await mkdir(place);
      made ??= place;
    }
    await checkRoom(directory);
  } catch (error) {
    if (made !== undefined) await rm(made, { recursive: true, force: true });
    throw error instanceof NightshiftError ? error : unusable(directory, messageOf(error));
  }
}

/**
 * The directories that have to be made, the uppermost first; or what is in the way, in plain words. Node's own recursive mkdir
 * answers ENOENT for a read-only place, and asks without end where a file system has no room for directories, as /proc.
 */
async function missingPlaces(directory: string): Promise<string[]> {
  const missing: string[] = [];
  let place = resolve(directory);
  let found = await stat(place).catch(() => undefined);
  while (found === undefined && dirname(place) !== place) {
    missing.unshift(place);
    place = dirname(place);
    found = await stat(place).catch(() => undefined);
  }
  if (found?.isDirectory() === false) throw unusable(directory, `${place} is a file`);
  await access(place, constants.W_OK).catch((error: unknown) => {
    throw unusable(directory, messageOf(error));
  });
  return missing;
}

async function checkRoom(directory: string): Promise<void> {
  const names = await readdir(directory);
  const ours = names.some((name) => name === "run.json" || name === "up.json");
  const foreign = names.length > 0 && !ours && !isDataDirectory(directory);
  if (foreign) throw unusable(directory, "it holds other files; name an empty or a new directory");
  const probe = join(directory, `.probe-${process.pid}`);
  await writeFile(probe, "probe");
  await rm(probe, { force: true });
  const { bavail, bsize } = await statfs(directory);
  const free = bavail * bsize;
  if (free < LEAST_SPACE)
    throw unusable(
      directory,
      `only ${Math.floor(free / 1024 / 1024)} MB are free there, and ${LEAST_SPACE / 1024 / 1024} MB are needed`,
    );
}

/** Is there a local GitHub in this directory already? */
export function isDataDirectory(dataDir: string): boolean {
  return existsSync(join(resolve(dataDir), "forge", "state"));
}

function unusable(directory: string, why: string): NightshiftError {
  return new NightshiftError(
    "DATA_DIRECTORY_UNUSABLE",
    `The data directory ${directory} cannot be used: ${why}. Choose a writable one with --data.`,
  );
}

const sessionFile = (dataDir: string) => join(resolve(dataDir), "nightshift.json");

export async function writeSession(dataDir: string, session: Session): Promise<void> {
  await rm(sessionFile(dataDir), { force: true });
  await writeFile(sessionFile(dataDir), `${JSON.stringify(session, null, 2)}\n`, { mode: 0o600 });
}

export async function removeSession(dataDir: string): Promise<void> {
  await rm(sessionFile(dataDir), { force: true });
}

/** The session of the process that is alive in `dataDir`; undefined when there is none. */
export async function readSession(dataDir: string): Promise<Session | undefined> {
  const text = await readFile(sessionFile(dataDir), "utf8").catch(() => "");
  const session = Session.safeParse(parseJson(text));
  return session.success && isAlive(session.data.pid) && (await isAnsweredBy(session.data))
    ? session.data
    : undefined;
}

/** Does somebody answer there who knows this token? Process ids are reused; a local GitHub says who it is. */
export async function isAnsweredBy({ apiUrl, token }: Pick<Session, "apiUrl" | "token">): Promise<boolean> {
  const response = await fetch(`${apiUrl}/user`, {
    headers: { authorization: `Bearer ${token}` },
    signal: AbortSignal.timeout(5_000),
  }).catch(() => undefined);
  await response?.body?.cancel();
  return response?.ok === true;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

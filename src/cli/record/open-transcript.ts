/** Opens a transcript for a person: from a file, sealed or not, or from the directory of an unpacked artifact. */
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { KnownLine, ReadLine } from "../../agent/record/lines.ts";
import { mainRun, readTranscript } from "../../agent/record/read.ts";
import { NightshiftError } from "../../domain/errors.ts";
import { keyNameOf, PROVIDERS } from "../../domain/provider.ts";

export interface OpenedTranscript {
  file: string;
  all: readonly ReadLine[];
  /** The lines of the run itself, without those of its sub-runs. */
  lines: readonly KnownLine[];
  /** Number of the first line that cannot be read; everything after it is left out. */
  unreadable: number | undefined;
}

/** Keys that a transcript may be sealed with, from the environment. */
export function sealKeys(env: Readonly<Record<string, string | undefined>>): string[] {
  return PROVIDERS.flatMap((provider) => env[keyNameOf(provider)] ?? []).filter((key) => key !== "");
}

/** Throws INPUT_INVALID when `path` is missing, is no transcript, or is sealed with a key that the environment does not hold. */
export async function openTranscriptFile(
  path: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<OpenedTranscript> {
  const isDirectory = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
  const file = isDirectory ? join(path, "transcript.jsonl") : path;
  const text = await readFile(file, "utf8").catch(() => {
    throw new NightshiftError(
      "INPUT_INVALID",
      `There is no transcript ${file}; name the file, or the folder of the unpacked artifact.`,
    );
  });
  const { lines: all, unreadable, locked } = readTranscript(text, sealKeys(env));
  if (locked)
    throw new NightshiftError(
      "INPUT_INVALID",
      `${file} is sealed; set ${PROVIDERS.map(keyNameOf).join(" or ")} to the key that the run was made with.`,
    );
  const lines = mainRun(all);
  if (lines[0]?.type !== "run")
    throw new NightshiftError(
      "INPUT_INVALID",
      `${file} is no transcript of Nightshift: it does not begin with a run.`,
    );
  return { file, all, lines, unreadable };
}

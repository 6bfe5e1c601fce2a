/** The text of a requirement, from a file or from the command line: read whole, checked before anything starts. */
import { readFile, stat } from "node:fs/promises";
import { messageOf, NightshiftError } from "../../domain/errors.ts";
import { BODY_LIMIT } from "../../domain/state-block.ts";

const FILE_LIMIT = 256 * 1024;

/** Throws INPUT_INVALID for a file that is missing, empty, binary or too large. */
export async function readRequirements(path: string): Promise<string> {
  const refuse = (why: string) =>
    new NightshiftError("INPUT_INVALID", `The requirements file ${path} ${why}`);
  const found = await stat(path).catch((error: unknown) => {
    throw refuse(`cannot be read: ${messageOf(error)}.`);
  });
  if (!found.isFile()) throw refuse("is not a file. Name a text file, such as requirements.md.");
  if (found.size > FILE_LIMIT)
    throw refuse(`has ${megabytes(found.size)}; at most ${FILE_LIMIT / 1024} KB are read. Say less.`);
  const bytes = await readFile(path).catch((error: unknown) => {
    throw refuse(`cannot be read: ${messageOf(error)}.`);
  });
  return checkText(bytes, refuse);
}

/** The same checks for a text from the command line. */
export function checkRequirementText(text: string): string {
  return checkText(
    Buffer.from(text),
    (why) => new NightshiftError("INPUT_INVALID", `The requirements text ${why}`),
  );
}

function checkText(bytes: Buffer, refuse: (why: string) => NightshiftError): string {
  if (bytes.includes(0)) throw refuse("is binary. Name a text file, such as requirements.md.");
  const text = decode(bytes);
  if (text === undefined) throw refuse("is not UTF-8 text. Save it as UTF-8.");
  if (!/[\p{L}\p{N}]/u.test(text)) throw refuse("is empty. Say what shall be built.");
  if (text.length > BODY_LIMIT)
    throw refuse(
      `has ${text.length} characters; an issue holds ${BODY_LIMIT}. Say less, or split it into several requirements.`,
    );
  return text.trim();
}

function decode(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function megabytes(bytes: number): string {
  return bytes >= 1024 * 1024 ? `${(bytes / 1024 / 1024).toFixed(1)} MB` : `${Math.ceil(bytes / 1024)} KB`;
}

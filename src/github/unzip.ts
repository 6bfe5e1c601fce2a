/** Reads a ZIP archive in memory, by its central directory: stored or deflated files, no encryption, no ZIP64 (APPNOTE 6.3.10, 4.3). */
import { crc32, inflateRawSync } from "node:zlib";
import { NightshiftError } from "../domain/errors.ts";

export interface ZippedFile {
  /** Relative, with slashes; never leads out of the directory that it is unpacked to. */
  path: string;
  content: Buffer;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;
const STORED = 0;
const DEFLATED = 8;

/** All files of an archive that is at most `limit` bytes when unpacked. Throws OUTCOME_INVALID for anything else. */
export function unzip(archive: Buffer, limit: number): ZippedFile[] {
  try {
    return readEntries(archive, limit);
  } catch (error) {
    throw new NightshiftError("OUTCOME_INVALID", "The archive of the artifact cannot be read.", {
      cause: error,
    });
  }
}

function readEntries(archive: Buffer, limit: number): ZippedFile[] {
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end < 0 || end + END_BYTES > archive.length || archive.readUInt32LE(end) !== END)
    throw new Error("no end of central directory");
  const files: ZippedFile[] = [];
  let at = archive.readUInt32LE(end + 16);
  let left = limit;
  for (let count = archive.readUInt16LE(end + 10); count > 0; count -= 1) {
    if (archive.readUInt32LE(at) !== ENTRY) throw new Error("no entry where one is named");
    const [nameBytes, extraBytes, commentBytes] = [28, 30, 32].map((field) =>
      archive.readUInt16LE(at + field),
    );
    const path = archive.toString("utf8", at + 46, at + 46 + (nameBytes ?? 0));
    if (!path.endsWith("/")) {
      const content = contentOf(archive, at, left);
      left -= content.length;
      files.push({ path: checked(path), content });
    }
    at += 46 + (nameBytes ?? 0) + (extraBytes ?? 0) + (commentBytes ?? 0);
  }
  return files;
}

function contentOf(archive: Buffer, entry: number, limit: number): Buffer {
  const method = archive.readUInt16LE(entry + 10);
  const local = archive.readUInt32LE(entry + 42);
  if (archive.readUInt32LE(local) !== LOCAL) throw new Error("no file where one is named");
  const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
  const packed = archive.subarray(start, start + archive.readUInt32LE(entry + 20));
  if (method !== STORED && method !== DEFLATED) throw new Error(`method ${method}`);
  const content =
    method === STORED ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(1, limit) });
  if (content.length > limit) throw new Error("too large");
  if (
    content.length !== archive.readUInt32LE(entry + 24) ||
    crc32(content) !== archive.readUInt32LE(entry + 16)
  )
    throw new Error("damaged");
  return content;
}

function checked(path: string): string {
  const isInside = path.split("/").every((part) => part !== "" && part !== "." && part !== "..");
  if (!isInside || /[\\\0]/.test(path)) throw new Error(`path ${JSON.stringify(path)}`);
  return path;
}

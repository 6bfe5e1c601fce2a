/** A ZIP archive in memory: deflate, UTF-8 names, no extensions. */
import { deflateRawSync } from "node:zlib";

export interface ZipEntry {
  path: string;
  content: Buffer;
}

const UTF8_NAMES = 0x0800;
const DEFLATE = 8;
/** 1980-01-01, the first date that the format knows. */
const DATE = 0x21;

export function writeZip(entries: readonly ZipEntry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.path);
    const packed = deflateRawSync(entry.content);
    const fields = commonFields(entry, packed, name);
    const local = Buffer.concat([numbers([[0x04034b50, 4]]), fields, numbers([[0, 2]]), name, packed]);
    directory.push(
      Buffer.concat([
        numbers([
          [0x02014b50, 4],
          [20, 2],
        ]),
        fields,
        numbers([
          [0, 2],
          [0, 2],
          [0, 2],
          [0, 2],
          [0, 4],
          [offset, 4],
        ]),
        name,
      ]),
    );
    parts.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = numbers([
    [0x06054b50, 4],
    [0, 2],
    [0, 2],
    [entries.length, 2],
    [entries.length, 2],
    [central.length, 4],
    [offset, 4],
    [0, 2],
  ]);
  return Buffer.concat([...parts, central, end]);
}

/** Version to name length: what the local and the central header share. */
function commonFields(entry: ZipEntry, packed: Buffer, name: Buffer): Buffer {
  return numbers([
    [20, 2],
    [UTF8_NAMES, 2],
    [DEFLATE, 2],
    [0, 2],
    [DATE, 2],
    [crc32(entry.content), 4],
    [packed.length, 4],
    [entry.content.length, 4],
    [name.length, 2],
  ]);
}

function numbers(fields: [value: number, bytes: 2 | 4][]): Buffer {
  const buffer = Buffer.alloc(fields.reduce((sum, [, bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [value, bytes] of fields) {
    if (bytes === 2) buffer.writeUInt16LE(value, at);
    else buffer.writeUInt32LE(value >>> 0, at);
    at += bytes;
  }
  return buffer;
}

const CRC_TABLE = Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
});

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
}

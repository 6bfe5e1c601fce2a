/** Archives as the local GitHub and as others write them, and what is refused. */
import { deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { unzip } from "../../src/github/unzip.ts";
import { writeZip } from "../../src/local/forge/zip.ts";

const entry = (path: string, text: string) => ({ path, content: Buffer.from(text) });
const GOOD = [entry("outcome.json", "{}"), entry("checkpoints/1.patch", "diff\n".repeat(1_000))];

test("what was packed is unpacked, whatever it is", () => {
  const name = fc.stringMatching(/^[\wäß]{1,8}(\/\w{1,8}){0,2}$/);
  const files = fc.uniqueArray(fc.record({ path: name, content: fc.uint8Array({ maxLength: 2_000 }) }), {
    selector: ({ path }) => path,
    maxLength: 5,
  });
  fc.assert(
    fc.property(files, (given) => {
      const packed = given.map(({ path, content }) => ({ path, content: Buffer.from(content) }));
      expect(unzip(writeZip(packed), 100_000)).toEqual(packed);
    }),
  );
});

/** An archive whose one file is of another size, sum or method than it says; offsets of the central entry. */
function changed(field: number, value: number, bytes: 2 | 4): Buffer {
  const archive = writeZip([entry("a", "text of the file")]);
  const at = archive.indexOf(Buffer.from([0x50, 0x4b, 1, 2])) + field;
  if (bytes === 2) archive.writeUInt16LE(value, at);
  else archive.writeUInt32LE(value, at);
  return archive;
}

test.each([
  ["is no archive", Buffer.from("no archive at all")],
  ["is empty", Buffer.alloc(0)],
  ["is torn", writeZip(GOOD).subarray(200)],
  ["leads out", writeZip([entry("../out", "x")])],
  ["leads out in the middle", writeZip([entry("a/../../out", "x")])],
  ["is absolute", writeZip([entry("/etc/x", "x")])],
  ["has a backslash", writeZip([entry("..\\x", "x")])],
  ["has another sum", changed(16, 1, 4)],
  ["has another size", changed(24, 3, 4)],
  ["has an unknown method", changed(10, 12, 2)],
  ["points elsewhere", changed(42, 9, 4)],
  ["is larger than allowed", writeZip([entry("bomb", "0".repeat(200_000))])],
  [
    "is larger than allowed together",
    writeZip([entry("a", "0".repeat(60_000)), entry("b", "0".repeat(60_000))]),
  ],
])("an archive that %s is refused", (_, archive) => {
  expect(() => unzip(archive, 100_000)).toThrow("cannot be read");
});

test("directories are passed over, and stored files are read", () => {
  const archive = writeZip([entry("d/", ""), entry("d/a", "x")]);
  expect(unzip(archive, 10)).toEqual([entry("d/a", "x")]);
  expect(unzip(stored("x"), 10)).toEqual([entry("a", "x")]);
});

/** The file as it is: what deflate made of it is put back. */
function stored(text: string): Buffer {
  const archive = writeZip([entry("a", text)]);
  const packed = deflateRawSync(Buffer.from(text));
  const start = 31;
  const rest = archive.subarray(start + packed.length);
  const whole = Buffer.concat([archive.subarray(0, start), Buffer.from(text), rest]);
  const central = whole.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  whole.writeUInt16LE(0, central + 10);
  whole.writeUInt32LE(text.length, central + 20);
  const end = whole.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  whole.writeUInt32LE(central, end + 16);
  return whole;
}

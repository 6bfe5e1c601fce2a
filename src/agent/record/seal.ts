/**
 * Sealed transcripts: each line is encrypted by itself, so that a file that a kill has cut is readable up to its last whole line.
 * A segment opens with `{"sealed":1,"salt":…}`; its key is HKDF of the model key with that salt, the nonce of a line is its number
 * in the segment, and the number is authenticated: lines cannot be changed, moved or left out in the middle.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { z } from "zod";

const INFO = "nightshift transcript v1";
const TAG_BYTES = 16;
const Head = z.strictObject({ sealed: z.literal(1), salt: z.base64().length(24) });

export interface Seal {
  /** First line of the segment. */
  head: string;
  /** The next line of the segment, sealed. */
  line(text: string): string;
}

/** Begins a segment with a key of its own, derived from `secret`. */
export function openSeal(secret: string): Seal {
  const salt = randomBytes(16);
  const key = keyOf(secret, salt);
  let number = 0;
  return {
    head: JSON.stringify({ sealed: 1, salt: salt.toString("base64") }),
    line(text) {
      number += 1;
      const nonce = nonceOf(number);
      const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(nonce);
      const bytes = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      return Buffer.concat([bytes, cipher.getAuthTag()]).toString("base64");
    },
  };
}

/** Reads the lines of one segment in order with whichever of `secrets` fits; undefined for a line that none opens. */
export function openSegment(
  head: string,
  secrets: readonly string[],
): ((line: string) => string | undefined) | undefined {
  const parsed = headOf(head);
  if (parsed === undefined) return undefined;
  const salt = Buffer.from(parsed.salt, "base64");
  let keys = secrets.map((secret) => keyOf(secret, salt));
  let number = 0;
  return (line) => {
    number += 1;
    for (const key of keys) {
      const text = unseal(line, key, number);
      if (text === undefined) continue;
      keys = [key];
      return text;
    }
    return undefined;
  };
}

export function isSealHead(line: string): boolean {
  return headOf(line) !== undefined;
}

function headOf(line: string): z.infer<typeof Head> | undefined {
  if (!line.startsWith('{"sealed":')) return undefined;
  try {
    return Head.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}

function unseal(line: string, key: Buffer, number: number): string | undefined {
  const bytes = Buffer.from(line, "base64");
  if (bytes.length <= TAG_BYTES) return undefined;
  const nonce = nonceOf(number);
  try {
    const decipher = createDecipheriv("aes-256-gcm", key, nonce, { authTagLength: TAG_BYTES })
      .setAAD(nonce)
      .setAuthTag(bytes.subarray(-TAG_BYTES));
    return Buffer.concat([decipher.update(bytes.subarray(0, -TAG_BYTES)), decipher.final()]).toString("utf8");
  } catch {
    return undefined;
  }
}

function keyOf(secret: string, salt: Buffer): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, salt, INFO, 32));
}

function nonceOf(number: number): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeBigUInt64BE(BigInt(number), 4);
  return nonce;
}

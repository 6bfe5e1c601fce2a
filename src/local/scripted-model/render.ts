/** What every wire format renders alike: ids, pieces of a stream, token counts. All of it depends on the request alone. */
import { createHash } from "node:crypto";
import type { Answer } from "./player.ts";

const CHARACTERS_PER_TOKEN = 4;

export function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 24);
}

/** Splits between code points: half a surrogate pair does not survive UTF-8. */
export function chunks(text: string, size: number): string[] {
  const points = [...text];
  const starts = Array.from({ length: Math.ceil(points.length / size) }, (_, index) => index * size);
  return starts.map((start) => points.slice(start, start + size).join(""));
}

/** Four characters are one token. */
export function tokens(text: string): number {
  return Math.max(1, Math.ceil(text.length / CHARACTERS_PER_TOKEN));
}

export function answerTokens({ text = "", calls }: Answer): number {
  return tokens(text + calls.map((call) => JSON.stringify(call)).join(""));
}

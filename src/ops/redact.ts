/** Removes secrets from text: known values in every usual encoding (also cut in pieces), and shapes of well-known tokens. */

/** What replaces a secret: constant, so that its length tells nothing, and matched by no rule below. */
export const MASK = "[redacted]";

/** A known value shorter than this is not searched for: it would hit ordinary words. */
const SHORTEST_SECRET = 8;
/** Length of the windows in which a known value is searched: any piece this long is found. */
const WINDOW = 10;

interface SecretShape {
  name: string;
  pattern: RegExp;
}

/** Shapes of tokens; `ghs_` tokens may be long JWT-like strings since 2026-04. Values only, no names around them. */
const SHAPES: readonly SecretShape[] = [
  { name: "GitHub token", pattern: /\bgh[pousr]_[A-Za-z0-9._-]{30,}/g },
  { name: "GitHub token", pattern: /\bgithub_pat_[A-Za-z0-9_]{30,}/g },
  { name: "model API key", pattern: /\bsk-(?:ant-|proj-|svcacct-|admin-)?[A-Za-z0-9_-]{20,}/g },
  { name: "Google API key", pattern: /\bAIza[\w-]{35}/g },
  { name: "Slack token", pattern: /\bxox[abeoprs]-[A-Za-z0-9-]{10,}/g },
  { name: "Slack webhook", pattern: /https:\/\/hooks\.slack\.com\/[A-Za-z0-9/_-]{10,}/g },
  {
    name: "Discord webhook",
    pattern: /https:\/\/(?:\w+\.)?discord(?:app)?\.com\/api\/webhooks\/[A-Za-z0-9/_-]{10,}/g,
  },
  { name: "npm token", pattern: /\bnpm_[A-Za-z0-9]{30,}/g },
  { name: "AWS key id", pattern: /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g },
  { name: "JSON web token", pattern: /\beyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}/g },
  {
    name: "private key",
    pattern: /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g,
  },
  {
    name: "password in a URL",
    pattern: /(?<=\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s/:@[\]]{0,100}:)[^\s/@[\]]{3,}(?=@)/gi,
  },
  {
    name: "authorization header",
    pattern:
      /(?<=\bauthorization["']?\s{0,4}[:=]\s{0,4}["']?(?:(?:bearer|basic|token)\s{1,4})?)(?!bearer\b|basic\b|token\b)[^\s"',[\]]{8,}/gi,
  },
];

/** Replaces every secret in a text by `MASK`. Idempotent; safe on any input. */
export type Redactor = (text: string) => string;

/** Builds a redactor for known values (each at least 8 characters to be searched for) and the well-known shapes. */
export function createRedactor(secrets: readonly string[]): Redactor {
  const windows = windowsOf(secrets);
  return (text) => {
    let safe = maskShapes(maskSpans(text, coveredSpans(text, windows)));
    // Masking one secret can join the pieces of another; two more rounds reach the fixed point in practice.
    for (let round = 0; round < 4; round += 1) {
      const again = maskShapes(maskSpans(safe, coveredSpans(safe, windows)));
      if (again === safe) break;
      safe = again;
    }
    return safe;
  };
}

/** Redacts every string inside a JSON-like value, keys included; other values stay as they are. */
export function redactDeep(value: unknown, redact: Redactor): unknown {
  if (typeof value === "string") return redact(value);
  if (Array.isArray(value)) return value.map((item) => redactDeep(item, redact));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [redact(key), redactDeep(item, redact)]),
  );
}

/** A secret in a text, named by its kind and 1-based line, never quoted. */
export interface SecretFinding {
  kind: string;
  line: number;
}

/** Finds secrets in text that must not be changed, such as a patch: what finds something has to be blocked. */
export function findSecrets(text: string, secrets: readonly string[]): SecretFinding[] {
  const known = coveredSpans(text, windowsOf(secrets)).map(([start]) => ({
    kind: "known secret",
    at: start,
  }));
  const shaped = SHAPES.flatMap(({ name, pattern }) =>
    [...text.matchAll(pattern)].map((match) => ({ kind: name, at: match.index })),
  );
  return [...known, ...shaped]
    .sort((a, b) => a.at - b.at)
    .map(({ kind, at }) => ({ kind, line: text.slice(0, at).split("\n").length }));
}

function maskShapes(text: string): string {
  return SHAPES.reduce((safe, { pattern }) => safe.replace(pattern, MASK), text);
}

type Span = readonly [start: number, end: number];

function maskSpans(text: string, spans: readonly Span[]): string {
  if (spans.length === 0) return text;
  let safe = "";
  let from = 0;
  for (const [start, end] of spans) {
    safe += text.slice(from, start) + MASK;
    from = end;
  }
  return safe + text.slice(from);
}

/** Pieces of known secrets by length, and a quick test of a window's first two characters. */
interface Windows {
  pieces: Map<number, Set<string>>;
  beginnings: Uint8Array;
}

/** Maximal runs of text covered by windows of known secrets, in order; line breaks inside a run do not hide it. */
function coveredSpans(text: string, windows: Windows): Span[] {
  if (windows.pieces.size === 0) return [];
  const packed = text.replace(/[\r\n]+/g, "");
  const positions = packed.length === text.length ? undefined : positionsOf(text, packed.length);
  const place = (index: number) => positions?.[index] ?? index;
  const spans: [number, number][] = [];
  for (let index = 0; index < packed.length; index += 1) {
    if (windows.beginnings[beginningAt(packed, index)] === 0) continue;
    const length = matchAt(packed, index, windows.pieces);
    if (length === 0) continue;
    const start = place(index);
    const end = place(index + length - 1) + 1;
    const last = spans.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else spans.push([start, end]);
  }
  return spans;
}

function beginningAt(text: string, index: number): number {
  return (text.charCodeAt(index) * 31 + text.charCodeAt(index + 1)) & 0xffff;
}

function matchAt(text: string, index: number, pieces: ReadonlyMap<number, ReadonlySet<string>>): number {
  for (const [length, known] of pieces) {
    if (known.has(text.slice(index, index + length))) return length;
  }
  return 0;
}

/** Where each character of the text without line breaks stands in the text. */
function positionsOf(text: string, packedLength: number): Uint32Array {
  const positions = new Uint32Array(packedLength);
  let next = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code !== 10 && code !== 13) positions[next++] = index;
  }
  return positions;
}

/** Windows by length: whole values between 8 and 10 characters have windows of their own length. */
function windowsOf(secrets: readonly string[]): Windows {
  const windows: Windows = { pieces: new Map(), beginnings: new Uint8Array(0x10000) };
  for (const secret of secrets.filter((value) => value.length >= SHORTEST_SECRET)) {
    for (const variant of variantsOf(secret.replace(/[\r\n]/g, ""))) addWindows(variant, windows);
  }
  return windows;
}

function addWindows(variant: string, { pieces, beginnings }: Windows): void {
  if (variant.length < SHORTEST_SECRET) return;
  const length = Math.min(WINDOW, variant.length);
  const known = pieces.get(length) ?? new Set<string>();
  for (let start = 0; start + length <= variant.length; start += 1) {
    known.add(variant.slice(start, start + length));
    beginnings[beginningAt(variant, start)] = 1;
  }
  pieces.set(length, known);
}

function variantsOf(secret: string): Set<string> {
  const bytes = Buffer.from(secret);
  const hex = bytes.toString("hex");
  return new Set([
    secret,
    [...secret].reverse().join(""),
    encodeURIComponent(secret),
    JSON.stringify(secret).slice(1, -1),
    hex,
    hex.toUpperCase(),
    ...[0, 1, 2].flatMap((offset) => base64At(bytes, offset)),
  ]);
}

/** Base64 of the value as it looks when it starts `offset` bytes into a group; the characters that depend on neighbours are cut. */
function base64At(bytes: Buffer, offset: number): string[] {
  const padded = Buffer.concat([Buffer.alloc(offset), bytes]);
  const whole = padded.toString("base64").replace(/=+$/, "");
  const start = offset === 0 ? 0 : offset + 1;
  const end = padded.length % 3 === 0 ? whole.length : whole.length - 1;
  const stable = whole.slice(start, end);
  return [stable, stable.replaceAll("+", "-").replaceAll("/", "_")];
}

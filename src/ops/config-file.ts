/** Reads `.github/nightshift.yml`: every mistake at once, each with its line, key and value. */
import { type Document, isMap, isScalar, isSeq, LineCounter, parseDocument, visit } from "yaml";
import { Config, defaultConfig } from "../domain/config.ts";
import { messageOf, NightshiftError } from "../domain/errors.ts";
import { CONFIG_PATH } from "../domain/names.ts";

/** What was read last: a job looks at the repository several times, and its settings hardly ever change meanwhile. */
let last: { text: string; config: Config } | undefined;

/**
 * The settings in `text`; undefined (no file) gives the defaults.
 * Throws CONFIG_INVALID with one line per mistake.
 */
export function parseConfigFile(text: string | undefined, file: string = CONFIG_PATH): Config {
  if (text === undefined || text.trim() === "") return defaultConfig();
  if (last?.text !== text) last = { text, config: read(text, file) };
  return last.config;
}

function read(text: string, file: string): Config {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const broken = document.errors.map(
    (error) => `${file}:${lines.linePos(error.pos[0]).line}: ${error.message}`,
  );
  if (broken.length > 0) throw invalid(broken);
  const result = Config.safeParse(dataOf(document, lines, file) ?? {});
  if (result.success) return result.data;
  throw invalid(
    result.error.issues.flatMap((issue) => {
      const keys =
        issue.code === "unrecognized_keys" ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
      return keys.map((path) =>
        describe(
          document,
          lines,
          file,
          path,
          issue.code === "unrecognized_keys" ? "unknown setting" : issue.message,
        ),
      );
    }),
  );
}

/** The document as plain data. An alias that names nothing is most often a glob that wants quotes. */
function dataOf(document: Document, lines: LineCounter, file: string): unknown {
  try {
    return document.toJS();
  } catch (error) {
    const stray: string[] = [];
    visit(document, {
      Alias(_, alias) {
        if (alias.resolve(document) !== undefined) return;
        const line = lines.linePos(alias.range?.[0] ?? 0).line;
        stray.push(`${file}:${line}: *${alias.source} names no anchor; quote a text that starts with a star`);
      },
    });
    throw invalid(stray.length > 0 ? stray : [`${file}:1: ${messageOf(error)}`]);
  }
}

function invalid(mistakes: readonly string[]): NightshiftError {
  const count = mistakes.length === 1 ? "one mistake" : `${mistakes.length} mistakes`;
  return new NightshiftError(
    "CONFIG_INVALID",
    `The configuration has ${count}; nothing was done:\n${mistakes.join("\n")}`,
  );
}

function describe(
  document: Document,
  lines: LineCounter,
  file: string,
  path: readonly PropertyKey[],
  message: string,
): string {
  const value = document.getIn(path, false);
  const shown =
    value === undefined || (typeof value === "object" && value !== null)
      ? ""
      : ` (is ${JSON.stringify(value)})`;
  return `${file}:${lineOf(document, lines, path)}: ${path.join(".") || "the file"}: ${message}${shown}`;
}

/** Line of the deepest key on `path` that the file has. */
function lineOf(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && item.key.value === step);
      if (pair === undefined) break;
      if (isScalar(pair.key)) offset = pair.key.range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node) && typeof step === "number") {
      node = node.items[step];
      if (isScalar(node)) offset = node.range?.[0] ?? offset;
    }
  }
  return lines.linePos(offset).line;
}

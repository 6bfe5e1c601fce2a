/** The one log sink: everything that people read of a run passes here, redacted and unable to command the runner. */
import { createRedactor, type Redactor } from "./redact.ts";

export type LogLevel = "debug" | "info" | "warning" | "error";

/** Where lines go: `process.stdout` in the product, an array in tests. */
export interface LogStream {
  write(text: string): unknown;
}

/** Writes lines for people. Text may be untrusted: it is redacted and cannot issue workflow commands. */
export interface Log {
  debug(text: string): void;
  info(text: string): void;
  warning(text: string): void;
  error(text: string): void;
  /** Runs `work` inside a foldable group; the group is closed also when the work fails. */
  group<T>(title: string, work: () => Promise<T>): Promise<T>;
  /** Masks one more secret in all later lines. */
  addSecret(secret: string): void;
}

export interface LogOptions {
  stream: LogStream;
  secrets?: readonly string[];
  /** Least level written; default `info`. */
  level?: LogLevel;
  /** `github` writes workflow commands (`::warning::`), `plain` writes for a terminal. Default `plain`. */
  format?: "github" | "plain";
}

const ORDER: readonly LogLevel[] = ["debug", "info", "warning", "error"];

/** Opens a log on a stream. */
export function openLog(options: LogOptions): Log {
  const { stream, level = "info", format = "plain" } = options;
  const secrets = [...(options.secrets ?? [])];
  let redact: Redactor = createRedactor(secrets);

  function write(at: LogLevel, text: string): void {
    if (ORDER.indexOf(at) < ORDER.indexOf(level)) return;
    const safe = neutralizeCommands(redact(text));
    stream.write(format === "github" ? githubLine(at, safe) : plainLine(at, safe));
  }

  return {
    debug: (text) => write("debug", text),
    info: (text) => write("info", text),
    warning: (text) => write("warning", text),
    error: (text) => write("error", text),
    async group(title, work) {
      const safe = neutralizeCommands(redact(title)).replace(/[\r\n]+/g, " ");
      stream.write(format === "github" ? `::group::${escapeData(safe)}\n` : `== ${safe}\n`);
      try {
        return await work();
      } finally {
        if (format === "github") stream.write("::endgroup::\n");
      }
    },
    addSecret(secret) {
      secrets.push(secret);
      redact = createRedactor(secrets);
    },
  };
}

/**
 * Makes text harmless for the runner's log parser: `::` at the start of a line and `##[` anywhere are commands
 * there. A zero-width joiner would hide from people what happened, so a visible backslash is put in.
 */
export function neutralizeCommands(text: string): string {
  return text
    .replace(/\r(?!\n)/g, "\n")
    .replaceAll("##[", "##\\[")
    .replace(/^(\s*):(?=:)/gm, "$1:\\");
}

function githubLine(level: LogLevel, text: string): string {
  return level === "info" ? `${text}\n` : `::${level}::${escapeData(text)}\n`;
}

function plainLine(level: LogLevel, text: string): string {
  return level === "info" ? `${text}\n` : `${level}: ${text}\n`;
}

/** Escapes the message of a workflow command (docs: workflow commands, `%`, CR and LF). */
function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

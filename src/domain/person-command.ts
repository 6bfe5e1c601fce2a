/** `/nightshift …` in comments: what people may ask for. Carried out by the manager, only for people who may write now. */

export const PERSON_COMMANDS = [
  "start",
  "approve",
  "pause",
  "resume",
  "retry",
  "stop",
  "undo",
  "review",
  "status",
] as const;
export type PersonCommandName = (typeof PERSON_COMMANDS)[number];

export interface PersonCommand {
  name: PersonCommandName;
  /** Of approve and review: 7 to 40 hexadecimal digits. */
  sha: string | undefined;
}

/** The command in a comment's first line; `unknown` for a line that starts with /nightshift and is none of them. */
export function parsePersonCommand(body: string): PersonCommand | "unknown" | undefined {
  const line = body.trimStart().split("\n", 1)[0]?.trim() ?? "";
  if (!/^\/nightshift(\s|$)/.test(line)) return undefined;
  const [, word = "", argument, ...more] = line.split(/\s+/);
  const name = PERSON_COMMANDS.find((candidate) => candidate === word.toLowerCase());
  if (name === undefined || more.length > 0) return "unknown";
  if (argument === undefined) return { name, sha: undefined };
  const sha = /^[0-9a-f]{7,40}$/i.test(argument) ? argument.toLowerCase() : undefined;
  // A review that names no head is answered with how to name one.
  if (name === "review") return { name, sha };
  return name === "approve" && sha !== undefined ? { name, sha } : "unknown";
}

/**
 * Which commands a run of the shell proves to have passed. Only what certainly exited 0 counts: a command whose exit code went
 * into a pipe, behind `||` or into the background proves nothing, and a text that cannot be followed proves only itself.
 */
import type { FinishedCommand } from "../../agent/completion.ts";

type Joint = "&&" | "||" | "|" | "&" | ";";

interface Script {
  commands: readonly (readonly string[])[];
  /** `joints[i]` stands between command i and i + 1, or after the last. */
  joints: readonly Joint[];
}

/** Those of `wanted` that no run after the last edit proves; `root` is the workspace as the commands see it. */
export function unproven(
  wanted: readonly string[],
  runs: readonly FinishedCommand[],
  root: string,
): string[] {
  const green = new Set<string>();
  const here = runs.filter(({ afterLastEdit, cwd }) => afterLastEdit && isRoot(cwd ?? "", root));
  for (const run of here) {
    if (run.exitCode === 0) for (const name of provenBy(run, root)) green.add(name);
    // What ran again and failed is no longer green.
    else for (const name of namesIn(run.command)) green.delete(name);
  }
  return wanted.filter((command) => !isGreen(command, green));
}

function isGreen(command: string, green: ReadonlySet<string>): boolean {
  const parts = partsOf(command);
  return parts === undefined ? green.has(collapsed(command)) : parts.every((part) => green.has(part));
}

/** The commands that must all pass for this one to pass; undefined when it is more than a row of them. */
function partsOf(command: string): string[] | undefined {
  const script = readScript(command);
  const isRow = script?.joints.every((joint) => joint === "&&" || joint === ";") ?? false;
  return isRow ? script?.commands.map(keyOf) : undefined;
}

function namesIn(command: string): string[] {
  return [collapsed(command), ...(readScript(command)?.commands ?? []).map(keyOf)];
}

function provenBy({ command, changed }: FinishedCommand, root: string): string[] {
  const script = readScript(command);
  const proven = script ? passedIn(script, root) : [];
  // A run that changed the tree may have done so after its earlier commands.
  return [collapsed(command), ...(changed ? proven.slice(-1) : proven)];
}

/** Commands that exited 0 when the whole script did: the last list of `&&`, and under `set -e` each command that stands alone. */
function passedIn({ commands, joints }: Script, root: string): string[] {
  const proven: string[] = [];
  let list: string[] = [];
  let isSound = true;
  let stopsAtErrors = false;
  let isAtRoot = true;
  for (const [index, words] of commands.entries()) {
    const joint = joints[index] ?? "end";
    const before = joints[index - 1];
    if (words[0] === "cd") isAtRoot &&= words.length === 2 && isRoot(words[1] ?? "", root);
    else if (isAtRoot) list.push(keyOf(words));
    if (words[0] === "set" && /^-[a-z]*e/.test(words[1] ?? "")) stopsAtErrors = true;
    if (joint === "||" || joint === "|" || joint === "&") isSound = false;
    const isLast = commands.length - 1 === index;
    if (joint === "&&" || joint === "||" || joint === "|") continue;
    const standsAlone = before === undefined || before === ";" || before === "&";
    if (isSound && (isLast || (stopsAtErrors && standsAlone))) proven.push(...list);
    [list, isSound] = [[], true];
  }
  return proven;
}

function isRoot(path: string, root: string): boolean {
  return ["", ".", "./", root, `${root}/`].includes(path);
}

function collapsed(command: string): string {
  return command.trim().replace(/\s+/g, " ");
}

/** A command without what only times or limits it. */
function keyOf(words: readonly string[]): string {
  if (words[0] === "time") return keyOf(words.slice(1));
  if (words[0] === "timeout" && /^\d+(\.\d+)?[smh]?$/.test(words[1] ?? "")) return keyOf(words.slice(2));
  return JSON.stringify(words);
}

const RESERVED =
  /^(?:if|then|else|elif|fi|for|while|until|do|done|case|esac|function|select|\{|\}|!|eval|exec|source|\.|trap|exit|return)$/;
const REDIRECT = /^(?:\d*(?:>>?|<)(?:&\d|&-)?|&>>?)/;

/** Splits a script into its commands; undefined for what is more than a row of plain commands. */
function readScript(text: string): Script | undefined {
  const commands: string[][] = [];
  const joints: Joint[] = [];
  let words: string[] = [];
  let skipsTarget = false;
  let rest = text.replaceAll("\\\n", " ");
  const join = (joint: Joint) => {
    if (words.length > 0) {
      commands.push(words);
      joints.push(joint);
    } else if (joint !== ";") return false;
    words = [];
    return true;
  };

  while (rest !== "") {
    const blank = /^[ \t]+/.exec(rest);
    const joint = /^(?:&&|\|\||\||&(?!>)|;|\n)/.exec(rest);
    const comment = /^#[^\n]*/.exec(rest);
    const redirect = REDIRECT.exec(rest);
    if (blank) rest = rest.slice(blank[0].length);
    else if (comment) rest = rest.slice(comment[0].length);
    else if (joint) {
      if (skipsTarget || !join(jointOf(joint[0]))) return undefined;
      rest = rest.slice(joint[0].length);
    } else if (redirect) {
      if (rest.startsWith("<<") || /^\d*[<>]+\(/.test(rest)) return undefined;
      skipsTarget = !/&[\d-]$/.test(redirect[0]);
      rest = rest.slice(redirect[0].length);
    } else {
      const word = readWord(rest);
      if (word === undefined || (words.length === 0 && !skipsTarget && RESERVED.test(word.text)))
        return undefined;
      if (!skipsTarget) words.push(word.text);
      skipsTarget = false;
      rest = rest.slice(word.length);
    }
  }
  if (words.length > 0) commands.push(words);
  return commands.length === 0 || skipsTarget ? undefined : { commands, joints };
}

function jointOf(text: string): Joint {
  return text === "&&" || text === "||" || text === "|" || text === "&" ? text : ";";
}

/** One word with its quotes taken off; undefined when what it stands for is not written in it. */
function readWord(text: string): { text: string; length: number } | undefined {
  const found = /^(?:'[^']*'|"(?:[^"\\`$]|\\.)*"|\\.|[^\s'"\\`$;&|<>()])+/.exec(text)?.[0];
  if (found === undefined || /^['"`$()]/.test(text.slice(found.length))) return undefined;
  const plain = found.replace(/'([^']*)'|"((?:[^"\\]|\\.)*)"|\\(.)/g, (_, single, double, escaped) =>
    typeof single === "string"
      ? single
      : typeof double === "string"
        ? double.replace(/\\(.)/g, "$1")
        : escaped,
  );
  return { text: plain, length: found.length };
}

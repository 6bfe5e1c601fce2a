/**
 * Reads which commands a shell text runs, for the policy. It is no shell: what it cannot follow it calls complex, and a
 * complex text never leaves the sandbox without network. The sandbox is the wall; this only sorts.
 */

export interface ShellReading {
  /** Words of each command in order; a program's directory is taken off, and what a wrapper such as `env` may run stands by itself, too. */
  commands: readonly (readonly string[])[];
  /** Substitution, evaluation, encoded or computed parts: what will run is more than what is written. */
  complex: boolean;
}

const RESERVED = new Set(
  "if then else elif fi for while until do done case esac in function select time ! { }".split(" "),
);
const EVALUATING = new Set(["eval", "source", ".", "xargs", "parallel", "alias", "trap"]);
const SHELLS = new Set(["sh", "bash", "dash", "zsh", "ksh", "ash", "fish"]);
/** Programs that take a program as text. */
const INLINE: Readonly<Record<string, RegExp>> = {
  node: /^(-[a-z]*[ep]|--eval|--print)/,
  python: /^-[a-zA-Z]*c/,
  python3: /^-[a-zA-Z]*c/,
  perl: /^-[a-zA-Z]*e/,
  ruby: /^-[a-zA-Z]*e/,
  php: /^-r/,
  awk: /./,
  deno: /^eval/,
};
/** Programs that run another one, named somewhere after their options. */
const WRAPPERS = new Set("env command exec nohup setsid nice stdbuf sudo timeout".split(" "));
const ASSIGNMENT = /^[A-Za-z_]\w*\+?=/;

/** Reads a shell text. */
export function readShell(script: string): ShellReading {
  const { parts, complex } = split(script);
  const read = parts.map(readPart);
  return {
    commands: read.flatMap(({ commands }) => commands),
    complex: complex || read.some((part) => part.complex),
  };
}

/** A rule's words are the first words of a command. */
export function beginsWith(command: readonly string[], rule: string): boolean {
  const words = rule.trim().split(/\s+/);
  return words.every((word, index) => command[index] === word);
}

interface Word {
  text: string;
  /** Holds a variable: its value is not known here. */
  open: boolean;
}

function split(script: string): { parts: Word[][]; complex: boolean } {
  const parts: Word[][] = [[]];
  let word: Word | undefined;
  let skipNext = false;
  let complex = false;
  let at = 0;

  const add = (text: string) => {
    word ??= { text: "", open: false };
    word.text += text;
  };
  const endWord = () => {
    if (word !== undefined && !skipNext) parts.at(-1)?.push(word);
    if (word !== undefined) skipNext = false;
    word = undefined;
  };
  const endPart = () => {
    endWord();
    skipNext = false;
    parts.push([]);
  };
  const readDollar = () => {
    const next = script[at + 1] ?? "";
    if (next === "(" || next === "'" || next === '"') complex = true;
    add("$");
    if (word !== undefined && /[\w{@*#?!-]/.test(next)) word.open = true;
    at += 1;
  };
  const readQuoted = () => {
    at += 1;
    add("");
    while (at < script.length && script[at] !== '"') {
      if (script[at] === "\\") {
        add(script[at + 1] ?? "");
        at += 2;
      } else if (script[at] === "$") readDollar();
      else {
        if (script[at] === "`") complex = true;
        add(script[at] ?? "");
        at += 1;
      }
    }
    if (at >= script.length) complex = true;
    at += 1;
  };
  const readRedirect = () => {
    if (word !== undefined && /^\d*$/.test(word.text)) word = undefined;
    endWord();
    if (script[at + 1] === "(" || script.startsWith("<<", at)) complex = true;
    while (/[<>&|]/.test(script[at] ?? "")) at += 1;
    skipNext = true;
  };

  while (at < script.length) {
    const char = script[at] ?? "";
    if (char === "\\") {
      if (script[at + 1] !== "\n") add(script[at + 1] ?? "");
      at += 2;
    } else if (char === "'") {
      const end = script.indexOf("'", at + 1);
      if (end < 0) complex = true;
      add(script.slice(at + 1, end < 0 ? script.length : end));
      at = end < 0 ? script.length : end + 1;
    } else if (char === '"') readQuoted();
    else if (char === "`") {
      complex = true;
      at += 1;
      endPart();
    } else if (char === "$") readDollar();
    else if (char === "#" && word === undefined) {
      const end = script.indexOf("\n", at);
      at = end < 0 ? script.length : end;
    } else if (char === "<" || char === ">") readRedirect();
    else if (char === "&" && script[at + 1] === ">") {
      at += 1;
      readRedirect();
    } else if (/[;&|\n()]/.test(char)) {
      endPart();
      at += 1;
    } else if (/\s/.test(char)) {
      endWord();
      at += 1;
    } else {
      add(char);
      at += 1;
    }
  }
  endWord();
  return { parts: parts.filter((part) => part.length > 0), complex };
}

function readPart(words: readonly Word[]): ShellReading {
  let complex = false;
  let rest = [...words];
  for (;;) {
    const [first] = rest;
    if (first === undefined) return { commands: [], complex };
    if (RESERVED.has(first.text)) complex ||= first.text !== "!" && first.text !== "time";
    else if (ASSIGNMENT.test(first.text)) complex ||= /^(PATH|LD_\w+|BASH_ENV|ENV|IFS)\+?=/.test(first.text);
    else break;
    rest = rest.slice(1);
  }
  const [program, ...args] = rest;
  if (program === undefined) return { commands: [], complex };
  const name = program.text.split("/").at(-1) ?? "";
  const texts = args.map(({ text }) => text);
  if (program.open || program.text.includes("$")) complex = true;
  if (EVALUATING.has(name)) complex = true;
  if (INLINE[name] !== undefined && texts.some((text) => INLINE[name]?.test(text))) complex = true;
  if (WRAPPERS.has(name)) {
    const inner = args.map((_, index) => readPart(args.slice(index)));
    return {
      commands: [[name, ...texts], ...inner.flatMap(({ commands }) => commands)],
      complex: complex || inner.some((part) => part.complex),
    };
  }
  if (!SHELLS.has(name)) return { commands: [[name, ...texts]], complex };
  const script = texts[texts.findIndex((text) => /^-[a-z]*c$/.test(text)) + 1];
  const inner = texts.some((text) => /^-[a-z]*c$/.test(text)) ? readShell(script ?? "").commands : [];
  return { commands: [[name, ...texts], ...inner], complex: true };
}

/** The command line as a stranger meets it: the built bundle, a Python repository, a model server on the loopback interface. */
import { execFile, spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import type { Scenario, Turn } from "../../src/local/scripted-model/scenario.ts";
import { type ScriptedModel, startScriptedModel } from "../../src/local/scripted-model/server.ts";
import { approveEntries, complete } from "./tiny-scenario.ts";

/** The bundle under test; another one can be named, so that a build need not replace dist. */
export const BUNDLE = resolve(process.env.NIGHTSHIFT_BUNDLE ?? "dist/index.js");
export const KEY = "sk-test-3f0c9a7d51b2e846";

const run = promisify(execFile);

export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface Started {
  ended: Promise<Ended>;
  /** What it has printed so far, both streams. */
  said(): string;
  /** Standard output so far. */
  printed(): string;
  kill(signal: NodeJS.Signals): void;
  pid: number;
}

/** Starts `nightshift …` with nothing of this machine's environment but PATH. */
export function start(args: readonly string[], env: NodeJS.ProcessEnv = {}): Started {
  const child = spawn(process.execPath, [BUNDLE, ...args], {
    env: { PATH: process.env.PATH, HOME: tmpdir(), ANTHROPIC_API_KEY: KEY, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  return {
    ended: new Promise((done) => child.once("close", (code) => done({ code, stdout, stderr }))),
    said: () => stdout + stderr,
    printed: () => stdout,
    kill: (signal) => void child.kill(signal),
    pid: child.pid ?? 0,
  };
}

export function nightshift(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ended> {
  return start(args, env).ended;
}

export async function git(directory: string, ...args: string[]): Promise<string> {
  const { stdout } = await run("git", ["-C", directory, ...args]);
  return stdout.trimEnd();
}

export interface Place {
  /** Everything of one test. */
  root: string;
  repository: string;
  requirements: string;
  data: string;
  remove(): Promise<void>;
}

const FILES: { [path: string]: string } = {
  "pyproject.toml": '[project]\nname = "greetings"\nversion = "1.0.0"\n',
  "greetings.py": 'def greet(name):\n    return f"Hello, {name}."\n',
  "test_greetings.py":
    "import unittest\n\nfrom greetings import greet\n\n\nclass Greet(unittest.TestCase):\n    def test_name(self):\n        self.assertEqual(greet('Ada'), 'Hello, Ada.')\n",
};

/** A small Python project with two commits and a workflow of its own. */
export async function pythonPlace(more: { [path: string]: string } = {}): Promise<Place> {
  const root = await mkdtemp(join(tmpdir(), "nightshift-cli-"));
  const repository = join(root, "greetings");
  await run("git", ["init", "--quiet", "--initial-branch=trunk", repository]);
  await git(repository, "config", "user.name", "Grace Hopper");
  await git(repository, "config", "user.email", "grace@example.org");
  await commitFiles(repository, FILES, "Greetings");
  await commitFiles(
    repository,
    { "README.md": "# Greetings\n\nA Python module that greets.\n", ...more },
    "Say what it is",
  );
  const requirements = join(root, "requirements.md");
  await writeFile(
    requirements,
    "# Louder and longer greetings\n\nA greeting can be shouted, and can greet several people.\n",
  );
  return {
    root,
    repository,
    requirements,
    data: join(root, "data"),
    remove: () => rm(root, { recursive: true, force: true, maxRetries: 5 }),
  };
}

async function commitFiles(
  repository: string,
  files: { [path: string]: string },
  message: string,
): Promise<void> {
  const { mkdir } = await import("node:fs/promises");
  for (const [path, content] of Object.entries(files)) {
    await mkdir(join(repository, path, ".."), { recursive: true });
    await writeFile(join(repository, path), content);
  }
  await git(repository, "add", "--all");
  await git(repository, "commit", "--quiet", "--message", message);
}

const FEATURES = {
  shout: {
    title: "Shouted greetings",
    criterion: "shout('Ada') says HELLO, ADA!",
    code: "from greetings import greet\n\n\ndef shout(name):\n    return greet(name)[:-1].upper() + '!'\n",
    test: "        self.assertEqual(shout('Ada'), 'HELLO, ADA!')\n",
  },
  several: {
    title: "Greetings for several people",
    criterion: "several(['Ada', 'Alan']) greets both",
    code: "from greetings import greet\n\n\ndef several(names):\n    return ' '.join(greet(name) for name in names)\n",
    test: "        self.assertEqual(several(['Ada', 'Alan']), 'Hello, Ada. Hello, Alan.')\n",
  },
} as const;

/** One file and one test for each feature; every review approves. `delay` slows the implementation, so that it can be cut. */
export function pythonScenario(keys: readonly (keyof typeof FEATURES)[], delay = 0): Scenario {
  const plan: Turn = complete("A plan.", {
    features: keys.map((key, at) => ({
      key,
      title: FEATURES[key].title,
      description: `${FEATURES[key].title}, in ${key}.py.`,
      criteria: [FEATURES[key].criterion],
      after: keys.slice(0, at),
      files: [`${key}.py`, `test_${key}.py`],
    })),
  });
  return {
    name: "greetings",
    entries: [
      {
        when: { agent: "code", mode: "plan" },
        turns: [{ calls: [{ name: "list_files", input: { depth: 1 } }] }, plan],
      },
      ...keys.map((key) => ({
        when: { agent: "code", mode: "implement", feature: key },
        turns: implement(key, delay),
      })),
      ...approveEntries(),
    ],
  };
}

/** The command that is detected for Python without a list of requirements. */
const VERIFY =
  'if python3 -c "import pytest" 2>/dev/null; then python3 -m pytest -q; else python3 -m unittest discover; fi';

function implement(key: keyof typeof FEATURES, delay: number): Turn[] {
  const { code, test, title, criterion } = FEATURES[key];
  const suite = `import unittest\n\nfrom ${key} import ${key}\n\n\nclass Feature(unittest.TestCase):\n    def test_it(self):\n${test}`;
  return [
    {
      text: "The module and its test.",
      calls: [
        { name: "write_file", input: { path: `${key}.py`, content: code } },
        { name: "write_file", input: { path: `test_${key}.py`, content: suite } },
      ],
    },
    {
      delay,
      calls: [{ name: "bash", input: { command: VERIFY, description: "the tests" } }],
    },
    complete(`${title}.`, {
      pull: { title, body: `${title}, with a test.` },
      criteria: [{ criterion, evidence: `test_${key}.py` }],
    }),
  ];
}

export function serve(scenario: Scenario): Promise<ScriptedModel> {
  return startScriptedModel({ scenario });
}

/** The last line of standard output, as JSON. */
export function lastLine({ stdout }: Ended): unknown {
  return JSON.parse(stdout.trimEnd().split("\n").at(-1) ?? "");
}

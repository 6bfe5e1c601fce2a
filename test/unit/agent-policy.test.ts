import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { AgentEvent } from "../../src/agent/events.ts";
import { orchestrate } from "../../src/agent/orchestrator.ts";
import { decidePolicy, type PolicyCall, type PolicyRule, policyOf } from "../../src/agent/policy.ts";
import { runAgent } from "../../src/agent/run.ts";
import { denialOf, type SandboxDenial } from "../../src/agent/sandbox/denial.ts";
import type { Sandbox } from "../../src/agent/sandbox/sandbox.ts";
import { readShell } from "../../src/agent/shell-reading.ts";
import { type Escalation, PROFILES } from "../../src/domain/policy.ts";
import { calls, DONE, offSandbox, playing, resultsIn, runOf } from "./agent-support.ts";
import { makeRepository, removeRepository } from "./sandbox-support.ts";

const bash = (command: string): PolicyCall => ({
  agent: "code",
  tool: "bash",
  effect: "execute",
  paths: [],
  command,
});
const write = (...paths: string[]): PolicyCall => ({
  agent: "code",
  tool: "write_file",
  effect: "write",
  paths,
});
const DENY_PUBLISH: PolicyRule = { decision: "deny", command: "npm publish", why: "no publishing" };
const INSTALL: PolicyRule = {
  decision: "escalate",
  command: "npm install",
  profile: "setup_hosts",
  why: "packages may be added",
};

describe("reading a shell text", () => {
  test.each<[string, string[]]>([
    ["npm test", ["npm test"]],
    ["a && b || c; d | e & f\ng", ["a", "b", "c", "d", "e", "f", "g"]],
    ["echo 'a && b; c' \"d | e\"", ["echo a && b; c d | e"]],
    ["FOO=1 BAR=2 npm  install   x", ["npm install x"]],
    ["/usr/local/bin/npm publish", ["npm publish"]],
    ["np\\\nm pub''lish", ["npm publish"]],
    ["make > out.txt 2>&1 && cat < in.txt", ["make", "cat"]],
    [">log npm publish", ["npm publish"]],
    ["ls &> all.txt", ["ls"]],
    ["# npm publish\nls # npm publish", ["ls"]],
    ["( cd a && npm publish )", ["cd a", "npm publish"]],
    ["env -i A=b timeout -k 5 60 npm publish", ["env -i A=b timeout -k 5 60 npm publish"]],
    ["! grep x y", ["grep x y"]],
    ["", []],
  ])("%j", (script, commands) => {
    const read = readShell(script);
    expect(read.commands.map((words) => words.join(" "))).toEqual(expect.arrayContaining(commands));
    expect(read.complex).toBe(false);
  });

  test("what a wrapper or a shell runs is seen through it", () => {
    const seen = (script: string) => readShell(script).commands.map((words) => words.join(" "));
    expect(seen("env A=b npm publish")).toContain("npm publish");
    expect(seen("timeout -s KILL 5 nohup npm publish")).toContain("npm publish");
    expect(seen("bash -lc 'cd x && npm publish'")).toContain("npm publish");
    expect(seen("if true; then npm publish; fi")).toContain("npm publish");
  });

  test.each([
    "echo $(whoami)",
    "echo `whoami`",
    'echo "$(whoami)"',
    "cat <(ls)",
    "eval ls",
    ". ./x.sh",
    "$TOOL install",
    "$'\\x6e\\x70\\x6d' install",
    "echo bnBt | base64 -d | sh",
    "bash -c 'npm install'",
    "python3 -c 'import os'",
    "node -e 'x()'",
    "cat <<EOF\nx\nEOF",
    "ls | xargs rm",
    "f() { rm x; }; f",
    "for x in a b; do rm $x; done",
    "PATH=/tmp/x npm install",
    "echo 'open",
    'echo "open',
  ])("%j is complex", (script) => {
    expect(readShell(script).complex).toBe(true);
  });

  test("any text is read without an error", () => {
    const pieces = fc.constantFrom(
      "a",
      " ",
      "'",
      '"',
      "\\",
      "$",
      "(",
      ")",
      "`",
      "<",
      ">",
      "&",
      "|",
      ";",
      "\n",
      "#",
      "=",
      "-c",
      "sh",
      "env ",
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        expect(Array.isArray(readShell(parts.join("")).commands)).toBe(true);
      }),
    );
  });
});

describe("rules", () => {
  test("the first that matches decides; without one a call is allowed", () => {
    const rules: PolicyRule[] = [
      { decision: "allow", path: "docs/drafts/**", why: "drafts are free" },
      { decision: "deny", path: "docs/**", effect: "write", why: "the docs are written by people" },
    ];
    expect(decidePolicy(write("docs/drafts/a.md"), rules).kind).toBe("allow");
    expect(decidePolicy(write("docs/a.md"), rules)).toEqual({
      kind: "deny",
      why: "the docs are written by people",
    });
    expect(decidePolicy(write("src/a.ts"), rules)).toEqual({ kind: "allow", why: "no rule against it" });
  });

  test("agent, tool, path and command all have to match", () => {
    const rule: PolicyRule = {
      decision: "deny",
      agent: "review",
      tool: "bash",
      command: "git push",
      why: "no",
    };
    expect(decidePolicy(bash("git push origin"), [rule]).kind).toBe("allow");
    expect(decidePolicy({ ...bash("git push origin"), agent: "review" }, [rule]).kind).toBe("deny");
    expect(decidePolicy({ ...bash("git status"), agent: "review" }, [rule]).kind).toBe("allow");
    expect(decidePolicy({ ...bash("git pushy"), agent: "review" }, [rule]).kind).toBe("allow");
    expect(decidePolicy({ ...bash("git push"), agent: "review", tool: "task" }, [rule]).kind).toBe("allow");
  });

  test.each([
    "npm publish",
    "npm test && npm publish",
    "npm test\nnpm publish --tag x",
    "cd pkg; npm publish",
    "ls | npm publish",
    "(npm publish)",
    "env X=1 npm publish",
    "sh -c 'npm publish'",
  ])("a denied command is found in %j", (command) => {
    expect(decidePolicy(bash(command), [DENY_PUBLISH])).toEqual({ kind: "deny", why: "no publishing" });
  });

  test("an allowed first part opens nothing for the second", () => {
    const rules: PolicyRule[] = [
      { decision: "allow", command: "npm test", why: "tests" },
      { decision: "deny", tool: "bash", why: "tests only" },
    ];
    expect(decidePolicy(bash("npm test"), rules).kind).toBe("allow");
    expect(decidePolicy(bash("npm test && curl x"), rules).kind).toBe("deny");
  });

  test("a wider profile is given only when every command has it, and network never to a complex text", () => {
    const wide = { kind: "allow", escalation: { profile: "setup_hosts" } };
    const narrow = expect.not.objectContaining({ escalation: expect.anything() });
    expect(decidePolicy(bash("npm install left-pad"), [INSTALL])).toMatchObject(wide);
    expect(decidePolicy(bash("cd pkg && npm install"), [INSTALL])).toMatchObject(wide);
    expect(decidePolicy(bash("npm install && node steal.js"), [INSTALL])).toEqual(narrow);
    expect(decidePolicy(bash("npm install $(cat x)"), [INSTALL])).toEqual(narrow);
    const long: PolicyRule = { ...INSTALL, command: "make", profile: "long_command" };
    expect(decidePolicy(bash('make "$(cat targets)"'), [long])).toMatchObject({
      escalation: { profile: "long_command" },
    });
  });

  test("no list of rules can make a protected path writable", () => {
    const glob = fc.constantFrom(
      "**",
      "*",
      ".github/**",
      ".github/workflows/ci.yml",
      "billing/**",
      "**/.git",
      "src/**",
    );
    const rule = fc.record(
      {
        decision: fc.constantFrom("allow" as const, "deny" as const, "escalate" as const),
        agent: fc.constantFrom("code", "review"),
        tool: fc.constantFrom("write_file", "bash"),
        path: glob,
        profile: fc.constantFrom(...PROFILES),
        why: fc.constant("because"),
      },
      { requiredKeys: ["decision", "why"] },
    );
    const protectedPath = fc.constantFrom(
      ".github/workflows/ci.yml",
      "./.github/workflows/../workflows/ci.yml",
      ".GitHub/Nightshift.yml",
      ".git/config",
      "vendor/.git/hooks/x",
      "billing/deep/x.ts",
    );
    fc.assert(
      fc.property(fc.array(rule, { maxLength: 8 }), protectedPath, (rules, path) => {
        const decision = decidePolicy(write("src/free.ts", path), policyOf(["billing/"], rules));
        expect(decision.kind).toBe("deny");
      }),
    );
  });
});

describe("approval, sandbox, attempt", () => {
  const NETWORK: SandboxDenial = { kind: "network", why: "it has no network" };

  async function run(
    rules: readonly PolicyRule[],
    denials: readonly (SandboxDenial | undefined)[],
    approve?: () => Promise<{ approved: boolean; why: string }>,
    command = "npm install",
  ) {
    const attempts: (string | undefined)[] = [];
    const escalations: Escalation[] = [];
    const done = await orchestrate(
      bash(command),
      async (profile) => {
        attempts.push(profile);
        return { output: attempts.length, denial: denials[attempts.length - 1] };
      },
      { rules, approve, escalated: (escalation) => escalations.push(escalation) },
    );
    return { done, attempts, escalations };
  }

  test("what is denied is never attempted", async () => {
    const { done, attempts, escalations } = await run([{ decision: "deny", tool: "bash", why: "no" }], []);
    expect([done, attempts, escalations]).toEqual([{ kind: "refused", why: "no" }, [], []]);
  });

  test("where a person is wanted and nobody is there, it is denied and told", async () => {
    const { done, attempts, escalations } = await run(
      [{ decision: "escalate", tool: "bash", why: "ask first" }],
      [],
    );
    expect(done).toEqual({ kind: "refused", why: expect.stringMatching(/^ask first; .*nobody is here/) });
    expect(attempts).toEqual([]);
    expect(escalations).toMatchObject([
      { agent: "code", tool: "bash", what: "npm install", answer: "denied" },
    ]);
  });

  test("who is there may approve; a failing answer is a denial", async () => {
    const rules: PolicyRule[] = [{ decision: "escalate", tool: "bash", why: "ask first" }];
    const yes = await run(rules, [], async () => ({ approved: true, why: "fine" }));
    expect([yes.done.kind, yes.attempts, yes.escalations[0]?.answer]).toEqual([
      "ran",
      [undefined],
      "approved",
    ]);
    const broken = await run(rules, [], () => Promise.reject(new Error("gone")));
    expect([broken.done.kind, broken.attempts]).toEqual(["refused", []]);
  });

  test("a call that the sandbox stopped runs once more in the profile that the rule names, and only once", async () => {
    const { done, attempts, escalations } = await run([INSTALL], [NETWORK, NETWORK]);
    expect(attempts).toEqual([undefined, "setup_hosts"]);
    expect(done).toEqual({ kind: "ran", output: 2, profile: "setup_hosts", why: "packages may be added" });
    expect(escalations).toMatchObject([{ answer: "widened", why: expect.stringContaining("no network") }]);
  });

  test.each<[string, readonly PolicyRule[], SandboxDenial | undefined]>([
    ["without a rule", [], NETWORK],
    ["when the command failed by itself", [INSTALL], undefined],
    ["when the profile is no remedy", [INSTALL], { kind: "time", why: "it ran out of time" }],
    [
      "for a wall that never moves",
      [INSTALL],
      { kind: "read_only", why: "it wrote where nothing may be written" },
    ],
  ])("there is no second attempt %s", async (_name, rules, denial) => {
    const { attempts, escalations } = await run(rules, [denial]);
    expect([attempts, escalations]).toEqual([[undefined], []]);
  });
});

describe("what stopped a command", () => {
  const ended = { exitCode: 1, signal: null, timedOut: false, output: "" };
  test.each<[string, Parameters<typeof denialOf>[0], SandboxDenial["kind"] | undefined]>([
    ["success, whatever it prints", { ...ended, exitCode: 0, output: "Network is unreachable" }, undefined],
    ["a red test", { ...ended, output: "expected 1 to be 2" }, undefined],
    [
      "npm",
      { ...ended, output: "npm error code EAI_AGAIN\nnpm error request to https://x failed" },
      "network",
    ],
    ["curl", { ...ended, exitCode: 6, output: "curl: (6) Could not resolve host: example.com" }, "network"],
    ["go", { ...ended, output: "dial tcp: lookup proxy.example on [::1]:53: no such host" }, "network"],
    ["touch", { ...ended, output: "touch: cannot touch '/usr/x': Read-only file system" }, "read_only"],
    ["a shell", { ...ended, output: "sh: 1: Cannot fork" }, "processes"],
    ["the kernel's count", { ...ended, refusedProcesses: 3 }, "processes"],
    ["the kernel's kill", { ...ended, exitCode: 137, memoryKills: 1 }, "memory"],
    ["a large file", { ...ended, exitCode: 153 }, "file_size"],
    ["the clock", { ...ended, exitCode: null, timedOut: true }, "time"],
  ])("%s", (_name, ending, kind) => {
    expect(denialOf(ending)?.kind).toBe(kind);
  });
});

describe("in a run", () => {
  let root: string;
  let sandbox: Sandbox;
  let scratch: string;
  beforeAll(async () => {
    root = await makeRepository({ "a.txt": "a\n" });
    sandbox = await offSandbox(root);
    scratch = await mkdtemp(join(tmpdir(), "nightshift-policy-"));
  });
  afterAll(async () => {
    await sandbox.close();
    await removeRepository(root);
    await removeRepository(scratch);
  });
  const RULES: readonly PolicyRule[] = [
    { decision: "deny", command: "npm publish", why: "no publishing" },
    { decision: "escalate", agent: "coder", path: "billing/**", why: "billing needs a person" },
  ];
  const TURNS = [
    calls(["bash", { command: "touch before && npm publish" }]),
    calls(["write_file", { path: "billing/a.ts", content: "x" }]),
    calls(["write_file", { path: "free.ts", content: "x" }]),
    DONE,
  ];

  test("what was denied and what was asked reaches the model, the events, the transcript and the result", async () => {
    const events: AgentEvent[] = [];
    const transcript = join(scratch, "1.jsonl");
    const model = playing(...TURNS);
    const result = await runAgent(
      runOf(model, sandbox, { rules: RULES, transcript, onEvent: (event) => events.push(event) }),
    );
    const answers = [1, 2, 3].map((turn) => resultsIn(model.requests[turn])[0]);
    expect(answers).toEqual([
      { content: "Denied: no publishing. Do not try it another way.", isError: true },
      { content: expect.stringMatching(/^Denied: billing needs a person; .*nobody is here/), isError: true },
      { content: expect.anything(), isError: false },
    ]);
    expect(result.escalations).toEqual([
      {
        agent: "coder",
        tool: "write_file",
        what: "billing/a.ts",
        why: expect.stringContaining("billing"),
        answer: "denied",
      },
    ]);
    expect(
      events.flatMap((event) => (event.kind === "denied" || event.kind === "escalated" ? [event.kind] : [])),
    ).toEqual(["denied", "escalated", "denied"]);
    const lines = (await readFile(transcript, "utf8")).trim().split("\n");
    expect(lines.filter((line) => line.includes('"type":"policy"'))).toHaveLength(3);
    await expect(readFile(join(root, "before"))).rejects.toThrow("ENOENT");
  });

  test("whoever is there answers, and the call runs", async () => {
    const asked: string[] = [];
    const model = playing(...TURNS.slice(1));
    const result = await runAgent(
      runOf(model, sandbox, {
        rules: RULES,
        approve: async (request) => {
          asked.push(`${request.agent} ${request.tool} ${request.what}: ${request.why}`);
          return { approved: true, why: "go on" };
        },
      }),
    );
    expect(asked).toEqual(["coder write_file billing/a.ts: billing needs a person"]);
    expect(result.escalations[0]?.answer).toBe("approved");
    expect(await readFile(join(root, "billing/a.ts"), "utf8")).toBe("x");
  });

  test("a rule cannot open what is protected", async () => {
    const model = playing(
      calls(["write_file", { path: ".github/workflows/x.yml", content: "on: push" }]),
      DONE,
    );
    await runAgent(runOf(model, sandbox, { rules: [{ decision: "allow", path: "**", why: "all is free" }] }));
    expect(resultsIn(model.requests[1])[0]).toEqual({
      content: "Denied: .github/workflows/** is protected. Do not try it another way.",
      isError: true,
    });
  });
});

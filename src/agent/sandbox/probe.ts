/**
 * Proves the sandbox before anything is trusted to it: the probe runs with the same wrapping as real commands and tries
 * what must not work. Any surprise means that this is not the sandbox that it claims to be.
 */
import { randomBytes } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { EGRESS_VARIABLES } from "./egress/bridge.ts";
import type { CommandOutcome, SandboxCommand, SandboxTier } from "./sandbox.ts";

export interface ProbeTarget {
  tier: SandboxTier;
  exec: (command: SandboxCommand) => Promise<CommandOutcome>;
  environment: Readonly<Record<string, string>>;
  /** Commands with a way out exist; they are probed, too. */
  egress: boolean;
}

const Findings = z.array(z.string());

const PROBE_MS = 20_000;
/** Time limits of the kill test: a busy machine needs the longer ones before the daemon is up. */
const KILL_MS = [80, 500, 5_000] as const;
/** Looks, 25 ms apart, until a process counts as escaped: the kernel ends a namespace when it gets to it, and a busy machine takes seconds. */
const SURVIVAL_LOOKS = 400;

/** What is wrong with the sandbox; empty when it holds. */
export async function probeSandbox(target: ProbeTarget): Promise<string[]> {
  const directory = await mkdtemp(join(tmpdir(), "nightshift-probe-"));
  const canary = join(directory, "canary");
  const listener = await listen();
  try {
    await writeFile(canary, "outside");
    const ask = (egress: boolean) =>
      askInside(target, {
        canary,
        port: listener.port,
        names: [
          ...Object.keys(target.environment),
          ...(egress ? EGRESS_VARIABLES : []),
          ...OWN_NAMES[target.tier],
        ],
        ...EXPECTED[target.tier],
        egress,
      });
    const ways = target.egress ? [false, true] : [false];
    const findings = await Promise.all([...ways.map(ask), descriptorTest(target), killTest(target)]);
    return [...new Set(findings.flat())];
  } finally {
    listener.server.close();
    await rm(directory, { recursive: true, force: true });
  }
}

interface Question {
  canary: string;
  port: number;
  names: readonly string[];
  /** Paths that must not be visible. */
  hidden: readonly string[];
  unixSockets: boolean;
  egress: boolean;
}

const HIDDEN = [
  "/etc/shadow",
  "/run/systemd",
  "/run/dbus",
  "/run/docker.sock",
  "/var/run/docker.sock",
  "/var/lib",
];
/** A container has its own view of /sys, and unix sockets that lead nowhere: none of the machine's is mounted. */
const EXPECTED: Readonly<Record<SandboxTier, Pick<Question, "hidden" | "unixSockets">>> = {
  bubblewrap: { hidden: [...HIDDEN, "/sys/kernel"], unixSockets: false },
  docker: { hidden: HIDDEN, unixSockets: true },
  "no-exec": { hidden: [], unixSockets: false },
  off: { hidden: [], unixSockets: false },
};
const OWN_NAMES: Readonly<Record<SandboxTier, readonly string[]>> = {
  bubblewrap: [],
  docker: ["HOSTNAME"],
  "no-exec": [],
  off: [],
};

async function askInside(target: ProbeTarget, question: Question): Promise<string[]> {
  const outcome = await target.exec({
    argv: [process.execPath, "-e", PROBE, JSON.stringify(question)],
    timeoutMs: PROBE_MS,
    maxOutputBytes: 20_000,
    egress: question.egress,
  });
  const line = outcome.output.trim().split("\n").at(-1) ?? "";
  const findings = outcome.exitCode === 0 ? Findings.safeParse(parseJson(line)) : undefined;
  if (findings?.success) return findings.data;
  return [`the probe did not run (exit ${outcome.exitCode}): ${outcome.output.trim().slice(0, 400)}`];
}

/** Another program than Node is asked, which hides low descriptors from its children. */
async function descriptorTest(target: ProbeTarget): Promise<string[]> {
  const { output, exitCode } = await target.exec({
    script: "ls -l /proc/self/fd && ls -l /proc/1/fd",
    timeoutMs: PROBE_MS,
    maxOutputBytes: 20_000,
  });
  const open = [...output.matchAll(/ (\d+) -> (.*)$/gm)];
  if (exitCode !== 0 || open.length < 6) return [`the descriptor test did not run: ${output.slice(0, 200)}`];
  return open
    .filter(
      ([, number, target = ""]) => Number(number) > 2 && !/^(anon_inode:|\/proc\/\d+\/fd$)/.test(target),
    )
    .map(([, number, target]) => `it inherits an open file of ours (${number}: ${target})`);
}

/** Starts a daemon and lets the time run out; a process with our mark that is still there has escaped. */
async function killTest(target: ProbeTarget): Promise<string[]> {
  for (const timeoutMs of KILL_MS) {
    const findings = await killAfter(target, timeoutMs);
    if (findings !== undefined) return findings;
  }
  return ["the kill test's daemon did not come up"];
}

/** Undefined when the time was over before the daemon was up: that shows nothing. */
async function killAfter(target: ProbeTarget, timeoutMs: number): Promise<string[] | undefined> {
  const mark = `86400.${BigInt(`0x${randomBytes(6).toString("hex")}`)}`;
  const outcome = await target.exec({
    script: `setsid sh -c 'echo up; exec sleep ${mark}' 2>&1 & sleep ${mark}`,
    timeoutMs,
    maxOutputBytes: 1_000,
  });
  if (!outcome.timedOut) return ["the kill test ended by itself"];
  if (!outcome.output.includes("up")) return undefined;
  for (let attempt = 0; attempt < SURVIVAL_LOOKS; attempt += 1) {
    if ((await running(mark)).length === 0) return [];
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  for (const id of await running(mark)) endProcess(id);
  return ["a process survived the end of its command"];
}

/** Processes of this machine that carry the mark. */
async function running(mark: string): Promise<number[]> {
  const ids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const marked = await Promise.all(
    ids.map(async (id) => {
      const command = await readFile(`/proc/${id}/cmdline`, "utf8").catch(() => "");
      return command.includes(mark) ? [Number(id)] : [];
    }),
  );
  return marked.flat();
}

function endProcess(id: number): void {
  try {
    process.kill(id, "SIGKILL");
  } catch {
    // It ended by itself meanwhile, or is not ours.
  }
}

async function listen(): Promise<{ server: Server; port: number }> {
  const server = createServer((socket) => socket.destroy());
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  return { server, port: typeof address === "object" && address ? address.port : 0 };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Runs inside, as plain JavaScript for any Node. Prints a JSON list of what is wrong. */
const PROBE = String.raw`
const fs = require("node:fs"), net = require("node:net"), { spawnSync } = require("node:child_process");
const ask = JSON.parse(process.argv[1]), bad = [];
const allowed = new Set([...ask.names, "PWD", "OLDPWD", "SHLVL", "_"]);
const environments = ["/proc/self/environ"];
for (const name of fs.readdirSync("/proc")) if (/^\d+$/.test(name)) environments.push("/proc/" + name + "/environ");
for (const file of environments) {
  let text = ""; try { text = fs.readFileSync(file, "latin1"); } catch {}
  for (const entry of text.split("\0")) {
    const name = entry.split("=")[0];
    if (name && !allowed.has(name)) bad.push(file + " shows the variable " + name);
  }
}
const status = fs.readFileSync("/proc/self/status", "latin1");
const field = (name) => (status.match(new RegExp("^" + name + ":\\s*(\\S+)", "m")) || [])[1];
for (const name of ["CapEff", "CapPrm", "CapBnd", "CapInh", "CapAmb"]) if (!/^0+$/.test(field(name) || "")) bad.push(name + " is " + field(name));
if (field("NoNewPrivs") !== "1") bad.push("no_new_privs is not set");
if (field("Seccomp") !== "2") bad.push("no system call filter is active");
if (process.getuid() === 0) bad.push("it runs as root");
if (Number(fs.readFileSync("/proc/self/stat", "latin1").split(" ")[0]) > 1000) bad.push("it sees the host's processes");
for (const file of [ask.canary, ...ask.hidden]) if (fs.existsSync(file)) bad.push(file + " is visible");
for (const place of ["/", "/etc", "/usr", "/opt", "/workspace/.git", "/proc/sys/kernel"]) {
  if (!fs.existsSync(place)) continue;
  const file = place + "/nightshift-probe";
  try { fs.writeFileSync(file, ""); fs.unlinkSync(file); bad.push(place + " is writable"); } catch {}
}
try { const file = "/workspace/.nightshift-probe-" + ask.egress; fs.writeFileSync(file, ""); fs.unlinkSync(file); }
catch (error) { bad.push("the workspace is not writable by the user who runs Nightshift (" + error.code + "); give it to that user with chown -R"); }
for (const command of [["unshare", "-U", "true"], ["unshare", "-n", "true"]]) {
  const run = spawnSync(command[0], command.slice(1), { stdio: "ignore" });
  if (run.status === 0) bad.push("it can make new namespaces");
}
const unix = () => new Promise((done) => {
  if (ask.unixSockets) return done();
  const server = net.createServer();
  server.once("error", () => done());
  server.listen("/tmp/nightshift-probe.sock", () => { bad.push("it can make unix sockets"); server.close(() => done()); });
});
const tcp = () => new Promise((done) => {
  const socket = net.connect({ host: "127.0.0.1", port: ask.port, timeout: 2000 });
  socket.once("connect", () => { bad.push("it reaches a port of the host"); socket.destroy(); done(); });
  socket.once("error", () => done());
  socket.once("timeout", () => { socket.destroy(); done(); });
});
const proxy = () => new Promise((done) => {
  if (!ask.egress) return done();
  const place = new URL(process.env.HTTPS_PROXY || "http://127.0.0.1:1");
  const socket = net.connect(place.port, place.hostname, () => socket.write("CONNECT 127.0.0.1:" + ask.port + " HTTP/1.1\r\n\r\n"));
  let text = "";
  socket.on("data", (data) => { text += data; });
  socket.on("error", (error) => { text += error.message; });
  socket.on("close", () => { if (!text.startsWith("HTTP/1.1 403")) bad.push("its proxy said: " + text.slice(0, 100)); done(); });
});
unix().then(tcp).then(proxy).then(() => process.stdout.write(JSON.stringify(bad) + "\n"));
`;

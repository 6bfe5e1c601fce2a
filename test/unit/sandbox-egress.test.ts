/** The way out of set-up commands: what it lets through, what it refuses, and that nothing else leads out. */
import { connect, createServer, type Server, type Socket } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isPublicAddress } from "../../src/agent/sandbox/egress/address.ts";
import { openSandbox } from "../../src/agent/sandbox/open.ts";
import type { Sandbox } from "../../src/agent/sandbox/sandbox.ts";
import { runCommands } from "../../src/agents/run-commands.ts";
import { registryHosts } from "../../src/agents/setup-hosts.ts";
import {
  egressCommand,
  fileServerCommand,
  makeRepository,
  NO_BUBBLEWRAP,
  removeRepository,
  SILENT,
} from "./sandbox-support.ts";

describe("addresses", () => {
  test.each([
    "127.0.0.1",
    "127.9.9.9",
    "0.0.0.0",
    "10.1.2.3",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "100.100.100.200",
    "168.63.129.16",
    "192.0.0.192",
    "198.18.0.1",
    "224.0.0.1",
    "255.255.255.255",
    "::1",
    "::",
    "fe80::1",
    "fc00::1",
    "fd00:ec2::254",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "::127.0.0.1",
    "64:ff9b::7f00:1",
    "2002:7f00:1::",
    "2001::1",
    "ff02::1",
    "localhost",
    "",
    "127.1",
    "0x7f.1",
  ])("%s is not public", (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
  test.each([
    "1.1.1.1",
    "140.82.112.3",
    "172.32.0.1",
    "9.255.255.255",
    "2606:4700:4700::1111",
    "2a00:1450::1",
  ])("%s is public", (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });
});

test("the hosts of a repository are the registries of its package managers", () => {
  expect(registryHosts(["package.json", "go.mod", "web/pom.xml"])).toEqual([
    "registry.npmjs.org",
    "registry.yarnpkg.com",
    "repo.yarnpkg.com",
    "proxy.golang.org",
    "sum.golang.org",
  ]);
  expect(registryHosts(["README.md"])).toEqual([]);
});

/** Names and their addresses, as the resolver tells them; the second answer of `moving.example` is another one. */
const PUBLIC = "93.184.215.14";
const ADDRESSES: Readonly<Record<string, readonly string[]>> = {
  "registry.example": [PUBLIC],
  "deep.cdn.example": [PUBLIC],
  "inside.example": ["10.0.0.7"],
  "both.example": [PUBLIC, "127.0.0.1"],
  "metadata.example": ["169.254.169.254"],
  "unlisted.example": [PUBLIC],
  "evilregistry.example": [PUBLIC],
};
const HOSTS = [
  "registry.example",
  "*.cdn.example",
  "inside.example",
  "both.example",
  "metadata.example",
  "gone.example",
  "moving.example",
];

describe.skipIf(NO_BUBBLEWRAP !== null)(`the way out (${NO_BUBBLEWRAP ?? "bubblewrap present"})`, () => {
  let root: string;
  let sandbox: Sandbox;
  let server: Server;
  let port = 0;
  const connected: string[] = [];
  let asked = 0;

  beforeAll(async () => {
    server = createServer((socket: Socket) => {
      socket.on("error", () => undefined);
      socket.on("data", (data) => socket.write(`echo:${data}`));
      socket.on("end", () => socket.end());
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    port = typeof address === "object" && address ? address.port : 0;
    root = await makeRepository({ "a.txt": "a\n" });
    sandbox = await openSandbox({
      mode: "required",
      workspace: root,
      fileServerCommand: await fileServerCommand(),
      egress: {
        hosts: HOSTS,
        bridge: await egressCommand(),
        resolve: async (host) => {
          if (host !== "moving.example") return ADDRESSES[host] ?? [];
          asked += 1;
          return asked === 1 ? [PUBLIC] : ["127.0.0.1"];
        },
        connect: (to) => {
          connected.push(to);
          return connect(port, "127.0.0.1");
        },
      },
      log: SILENT,
    });
  });
  afterAll(async () => {
    await sandbox?.close();
    server.close();
    await removeRepository(root);
  });

  /** Says hello through the proxy that the command's environment names; prints the status line and what came back. */
  const SAY = (authority: string) => `node -e '
const proxy = new URL(process.env.HTTPS_PROXY), net = require("node:net");
const socket = net.connect(proxy.port, proxy.hostname, () => socket.write("CONNECT ${authority} HTTP/1.1\\r\\n\\r\\n"));
let said = false;
socket.on("data", (data) => {
  process.stdout.write(data);
  if (said) return socket.end();
  if (!String(data).startsWith("HTTP/1.1 200")) return;
  said = true; socket.write("hello");
});'`;
  const through = (authority: string) =>
    sandbox.exec({ script: SAY(authority), timeoutMs: 20_000, maxOutputBytes: 5_000, egress: true });

  test.each([
    "registry.example:443",
    "REGISTRY.example:443",
    "registry.example.:443",
    "deep.cdn.example:443",
  ])("%s is reached, at the address that was checked", async (authority) => {
    connected.length = 0;
    const { output } = await through(authority);
    expect(output).toMatch(/^HTTP\/1\.1 200 /);
    expect(output).toContain("echo:hello");
    expect(connected).toEqual([PUBLIC]);
  });

  test.each([
    ["unlisted.example:443", "not listed in setup_hosts"],
    ["evilregistry.example:443", "not listed in setup_hosts"],
    ["registry.example.unlisted.example:443", "not listed in setup_hosts"],
    ["cdn.example:443", "not listed in setup_hosts"],
    ["127.0.0.1:443", "not listed in setup_hosts"],
    ["[::1]:443", "not listed in setup_hosts"],
    ["registry.example:22", "port 22 is closed"],
    ["inside.example:443", "not a public one"],
    ["both.example:443", "not a public one"],
    ["metadata.example:443", "not a public one"],
    ["gone.example:443", "no address"],
  ])("%s is refused: %s", async (authority, why) => {
    connected.length = 0;
    const { output } = await through(authority);
    expect(output).toMatch(/^HTTP\/1\.1 (403|502) /);
    expect(output).toContain(why);
    expect(connected).toEqual([]);
  });

  test("a name that points elsewhere the next time was connected to where it was checked, and is refused then", async () => {
    connected.length = 0;
    expect((await through("moving.example:443")).output).toContain("echo:hello");
    expect(connected).toEqual([PUBLIC]);
    expect((await through("moving.example:443")).output).toContain("not a public one");
  });

  test("a command without it finds no proxy, and one with it reaches nothing beside it", async () => {
    const without = await sandbox.exec({
      script: "env | grep -ci proxy",
      timeoutMs: 10_000,
      maxOutputBytes: 500,
    });
    expect(without.output.trim()).toBe("0");
    const beside = await sandbox.exec({
      script: `node -e 'fetch("http://127.0.0.1:${port}").then(() => console.log("reached"), () => console.log("not reached"))'`,
      env: { NODE_USE_ENV_PROXY: "0" },
      timeoutMs: 10_000,
      maxOutputBytes: 500,
      egress: true,
    });
    expect(beside.output).toContain("not reached");
  });

  test("the command keeps its exit code, is told of plain HTTP, and inherits no descriptor of ours", async () => {
    const run = (script: string) =>
      sandbox.exec({ script, timeoutMs: 20_000, maxOutputBytes: 5_000, egress: true });
    expect((await run("exit 7")).exitCode).toBe(7);
    expect((await run("kill -TERM $$")).exitCode).toBe(143);
    const plain = await run(
      `node -e 'require("http").get({ ...require("url").urlToHttpOptions(new URL(process.env.HTTP_PROXY)), path: "http://registry.example/" }, (answer) => console.log(answer.statusCode))'`,
    );
    expect(plain.output.trim()).toBe("405");
    expect((await run("ls /proc/self/fd")).output.trim().split(/\s+/)).toEqual(["0", "1", "2", "3"]);
  });

  test("a time limit ends the bridge with everything else", async () => {
    const outcome = await sandbox.exec({
      script: "sleep 60",
      timeoutMs: 1_500,
      maxOutputBytes: 500,
      egress: true,
    });
    expect([outcome.timedOut, outcome.denial?.kind]).toEqual([true, "time"]);
  });

  test("the log of the set-up names what was refused, and a failure carries it", async () => {
    const lines: string[] = [];
    const options = {
      minutes: 1,
      egress: true,
      now: () => new Date(),
      log: (line: string) => lines.push(line),
    };
    const fresh = SAY("fresh.example:443");
    const [result] = await runCommands(sandbox, [`${fresh}; exit 3`], options);
    expect(lines).toContain("  refused: fresh.example (this host is not listed in setup_hosts)");
    expect(result?.tail).toContain("refused: fresh.example");
  });
});

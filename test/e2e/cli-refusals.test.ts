/** What `nightshift run` refuses: one clear message, the right exit code, and nothing done. */
import { once } from "node:events";
import { existsSync } from "node:fs";
import { chmod, mkdir, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { git, KEY, nightshift, type Place, pythonPlace } from "./cli-world.ts";
import { verifies } from "./requirements.ts";

let place: Place;
/** Answers 401 to everything, as a provider does to a wrong key. */
const gatekeeper = createServer((_, response) => response.writeHead(401).end());
let gate: string;

beforeAll(async () => {
  place = await pythonPlace();
  gatekeeper.listen(0, "127.0.0.1");
  await once(gatekeeper, "listening");
  gate = urlOf(gatekeeper.address());
});
afterAll(async () => {
  gatekeeper.close();
  await place.remove();
});

interface Cell {
  name: string;
  /** Makes what is wrong; answers options that replace the usual ones, and environment. */
  given: () => Promise<{ options?: { [name: string]: string | undefined }; env?: NodeJS.ProcessEnv }>;
  code: number;
  says: RegExp;
}

const file = async (name: string, content: string | Buffer) => {
  const path = join(place.root, name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
  return path;
};
const requirements = (name: string, content: string | Buffer) => async () => ({
  options: { "--requirements": await file(name, content) },
});

const CELLS: Cell[] = [
  {
    name: "requirements that are empty",
    given: requirements("empty.md", " \n\n"),
    code: 2,
    says: /empty\.md is empty\. Say what/,
  },
  {
    name: "requirements that are binary",
    given: requirements("binary.md", Buffer.from([0x89, 0x50, 0, 1, 2])),
    code: 2,
    says: /binary\.md is binary/,
  },
  {
    name: "requirements in another encoding",
    given: requirements("latin.md", Buffer.from([0x66, 0xfc, 0x72])),
    code: 2,
    says: /latin\.md is not UTF-8/,
  },
  {
    name: "requirements of 10 MB",
    given: requirements("large.md", "word ".repeat(2_100_000)),
    code: 2,
    says: /large\.md has 10\.0 MB; at most 256 KB/,
  },
  {
    name: "requirements that no issue can hold",
    given: requirements("long.md", "word ".repeat(20_000)),
    code: 2,
    says: /long\.md has 100000 characters; an issue holds 65536/,
  },
  {
    name: "requirements that are missing",
    given: async () => ({ options: { "--requirements": join(place.root, "none.md") } }),
    code: 2,
    says: /none\.md cannot be read: ENOENT/,
  },
  {
    name: "requirements that are a folder",
    given: async () => ({ options: { "--requirements": place.root } }),
    code: 2,
    says: /is not a file/,
  },
  {
    name: "no repository there",
    given: async () => ({ options: { "--repo": join(place.root, "none") } }),
    code: 2,
    says: /repository .*none cannot be used: ENOENT/,
  },
  {
    name: "a folder that is no repository",
    given: async () => ({ options: { "--repo": place.root } }),
    code: 2,
    says: /it is no git repository/,
  },
  {
    name: "a repository without a commit",
    given: async () => {
      await git(place.root, "init", "--quiet", "empty");
      return { options: { "--repo": join(place.root, "empty") } };
    },
    code: 2,
    says: /it has no commit yet/,
  },
  {
    name: "a shallow clone",
    given: async () => {
      await git(place.root, "clone", "--quiet", "--depth=1", `file://${place.repository}`, "shallow");
      return { options: { "--repo": join(place.root, "shallow") } };
    },
    code: 2,
    says: /git fetch --unshallow/,
  },
  {
    name: "a configuration with three mistakes",
    given: async () => {
      await git(place.root, "clone", "--quiet", place.repository, "configured");
      const clone = join(place.root, "configured");
      await file("configured/.github/nightshift.yml", "rounds: none\nverfy: [x]\nci:\n  mode: sometimes\n");
      await git(clone, "add", "--all");
      await git(
        clone,
        "-c",
        "user.name=G",
        "-c",
        "user.email=g@example.org",
        "commit",
        "--quiet",
        "-m",
        "Configure",
      );
      return { options: { "--repo": clone } };
    },
    code: 2,
    says: /3 mistakes(?=[\s\S]*nightshift\.yml:1: rounds)(?=[\s\S]*nightshift\.yml:4: ci\.mode)(?=[\s\S]*nightshift\.yml:2: verfy)/,
  },
  {
    name: "no git",
    given: async () => ({ env: { PATH: join(place.root, "nowhere") } }),
    code: 2,
    says: /git was not found in PATH; install git 2\.38/,
  },
  {
    name: "an old git",
    given: async () => {
      const old = await file("old/git", "#!/bin/sh\necho git version 2.20.1\n");
      await chmod(old, 0o755);
      return { env: { PATH: dirname(old) } };
    },
    code: 2,
    says: /git version 2\.20\.1 is too old/,
  },
  {
    name: "no key",
    given: async () => ({ options: { "--base-url": undefined }, env: { ANTHROPIC_API_KEY: "" } }),
    code: 2,
    says: /ANTHROPIC_API_KEY is not set/,
  },
  {
    name: "no key for another provider's model",
    given: async () => ({
      options: { "--base-url": undefined, "--model": "anthropic:claude-sonnet-5-5,openai:gpt-6-sol" },
    }),
    code: 2,
    says: /OPENAI_API_KEY is not set\. The model openai:gpt-6-sol needs/,
  },
  {
    name: "an address that could be of two providers",
    given: async () => ({
      options: { "--base-url": gate, "--model": "anthropic:claude-sonnet-5-5,openai:gpt-6-sol" },
      env: { OPENAI_API_KEY: "any" },
    }),
    code: 2,
    says: /must say whose it is: anthropic=https:\/\/… openai=https/,
  },
  {
    name: "a bad key",
    given: async () => ({ options: { "--base-url": gate } }),
    code: 2,
    says: /refuses the key in ANTHROPIC_API_KEY \(401\)/,
  },
  {
    name: "a server that does not answer",
    given: async () => ({ options: { "--base-url": await deadUrl() } }),
    code: 1,
    says: /does not answer: connect ECONNREFUSED.*--base-url/,
  },
  {
    name: "an address that is not safe",
    given: async () => ({ options: { "--base-url": "http://models.example.org" } }),
    code: 2,
    says: /https address, or http on localhost/,
  },
  {
    name: "a model that nobody knows to reach",
    given: async () => ({ options: { "--model": "llama" } }),
    code: 2,
    says: /provider:model|anthropic:<model id>/,
  },
  {
    name: "a data directory that cannot be written",
    given: async () => ({
      options: { "--data": join(await file("plain", "x"), "data"), "--base-url": await someUrl() },
    }),
    code: 2,
    says: /data directory .* cannot be used: .*plain is a file.*--data/,
  },
  {
    name: "a data directory that holds other files",
    given: async () => ({
      options: { "--data": dirname(await file("photos/cat.jpg", "x")), "--base-url": await someUrl() },
    }),
    code: 2,
    says: /photos cannot be used: it holds other files/,
  },
  {
    name: "--repo left out",
    given: async () => ({ options: { "--repo": undefined } }),
    code: 2,
    says: /Name the repository with --repo/,
  },
  {
    name: "an amount that is none",
    given: async () => ({ options: { "--max-usd": "-1" } }),
    code: 2,
    says: /amount of US dollars above 0/,
  },
];

describe(`nightshift run refuses (${verifies("cli.wrong-input")})`, () => {
  it.each(CELLS)("$name", async ({ given, code, says }) => {
    const { options = {}, env = {} } = await given();
    const before = await git(place.repository, "for-each-ref");
    const all = {
      "--repo": place.repository,
      "--requirements": place.requirements,
      "--base-url": gate,
      "--data": place.data,
      "--sandbox": "off",
      ...options,
    };
    const args = Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [name, value]));

    const ended = await nightshift(["run", ...args], env);

    expect(ended.stderr).toMatch(says);
    expect(ended.stderr).not.toMatch(/\n\s+at /);
    expect(ended.code).toBe(code);
    expect(ended.stdout + ended.stderr).not.toContain(KEY);
    expect(existsSync(place.data)).toBe(false);
    expect(await git(place.repository, "for-each-ref")).toBe(before);
  });

  it("a directory in which another process works, and leaves what that one remembers", async () => {
    const data = join(place.root, "busy");
    const memory = JSON.stringify({
      v: 1,
      source: place.repository,
      branch: "trunk",
      login: "you",
      repository: "you/greetings",
      text: "x",
      approve: "ask",
      sandbox: "off",
      runCi: false,
    });
    await file("busy/run.json", memory);
    const stat = await readFile("/proc/self/stat", "utf8");
    const started = stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
    await file("busy/forge/lock", `${process.pid} ${started}`);

    const ended = await nightshift(["run", "--data", data, "--base-url", await someUrl()]);

    expect(ended.stderr).toContain(`is in use by process ${process.pid}`);
    expect(ended.code).toBe(2);
  });
});

const open = createServer((_, response) => response.writeHead(404).end());
afterAll(() => void open.close());

/** A server that answers, and knows nothing. */
async function someUrl(): Promise<string> {
  if (!open.listening) {
    open.listen(0, "127.0.0.1");
    await once(open, "listening");
  }
  return urlOf(open.address());
}

/** An address at which nobody listens. */
async function deadUrl(): Promise<string> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = urlOf(server.address());
  server.close();
  await once(server, "close");
  return url;
}

function urlOf(address: AddressInfo | string | null): string {
  return `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
}

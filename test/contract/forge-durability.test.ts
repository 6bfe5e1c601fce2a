import { appendFile, cp, mkdtemp, readdir, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { startForge } from "../../src/local/forge/start.ts";
import { openJournal } from "../../src/local/forge/store/journal.ts";
import { lockDirectory } from "../../src/local/forge/store/lock.ts";
import { openStore, type Write } from "../../src/local/forge/store/store.ts";
import { type Bench, openBench, openPull, REPO } from "./forge-fixture.ts";

const temporary = () => mkdtemp(join(tmpdir(), "forge-state-"));

test("a restart finds issues, pull requests, tokens and files as they were", async () => {
  const bench = await openBench();
  await bench.api("POST {R}/issues", { title: "Kept", labels: ["bug"] });
  const token = bench.tokens.writer;
  await bench.forge.close();
  const again = await openBench({ dataDir: bench.directory });
  const issue = await again.api("GET {R}/issues/1", undefined, { token });
  expect(issue.body).toMatchObject({ title: "Kept", labels: [{ name: "bug" }] });
  expect((await again.api("GET {R}/contents/README.md")).status).toBe(200);
  await again.close();
});

test("a kill at any byte loses at most the write that was never acknowledged", async () => {
  const directory = await temporary();
  const store = openStore(directory);
  for (let number = 0; number < 6; number += 1) {
    store.transact(() => {
      store.put("counters", `a${number}`, { next: number });
      store.put("counters", `b${number}`, { next: number });
    });
  }
  store.close();
  const path = join(directory, "journal.0.jsonl");
  const bytes = await readFile(path);
  for (let length = bytes.length; length >= 0; length -= 1) {
    await truncate(path, length);
    const reopened = openStore(directory);
    const whole = bytes.subarray(0, length).filter((byte) => byte === 10).length;
    expect([...reopened.all("counters")]).toHaveLength(whole * 2);
    reopened.close();
    await writeFile(path, bytes.subarray(0, length));
  }
  await rm(directory, { recursive: true });
});

test("what follows a torn line starts on a fresh one", async () => {
  const directory = await temporary();
  const store = openStore(directory);
  store.put("counters", "a", { next: 1 });
  store.close();
  await appendFile(join(directory, "journal.0.jsonl"), '[["counters","b",{"ne');
  const second = openStore(directory);
  second.put("counters", "c", { next: 3 });
  second.close();
  const third = openStore(directory);
  expect([...third.all("counters")]).toEqual([{ next: 1 }, { next: 3 }]);
  third.close();
  await rm(directory, { recursive: true });
});

test("a failed transaction leaves no trace in memory or on disk", async () => {
  const directory = await temporary();
  const store = openStore(directory);
  store.put("counters", "a", { next: 1 });
  expect(() =>
    store.transact(() => {
      store.put("counters", "a", { next: 2 });
      throw new Error("no");
    }),
  ).toThrow("no");
  expect(store.get("counters", "a")).toEqual({ next: 1 });
  store.close();
  await rm(directory, { recursive: true });
});

test("a long journal becomes a snapshot with the same rows", async () => {
  const directory = await temporary();
  const rows = new Map<string, unknown>();
  const state = {
    apply: ([, key, row]: Write) => void rows.set(key, row),
    rows: function* () {
      for (const [key, row] of rows) yield ["counters", key, row] satisfies Write;
    },
  };
  const journal = openJournal(directory, state, 400);
  for (let number = 0; number < 40; number += 1) {
    const write: Write = ["counters", `k${number % 5}`, { next: number }];
    state.apply(write);
    journal.append([write]);
  }
  journal.close();
  expect((await readdir(directory)).length).toBe(2);
  const store = openStore(directory);
  expect([...store.all("counters")]).toEqual([
    { next: 35 },
    { next: 36 },
    { next: 37 },
    { next: 38 },
    { next: 39 },
  ]);
  store.close();
  await rm(directory, { recursive: true });
});

test("two processes never share a directory, and a dead one's lock is taken over", async () => {
  const directory = await temporary();
  const release = lockDirectory(directory);
  await expect(startForge({ dataDir: directory })).rejects.toThrow(
    `${directory} is in use by process ${process.pid}`,
  );
  release();
  await writeFile(join(directory, "lock"), "999999999 1");
  const forge = await startForge({ dataDir: directory });
  await forge.close();
  await writeFile(join(directory, "lock"), `${process.pid} 1`);
  const second = await startForge({ dataDir: directory });
  await second.close();
  await rm(directory, { recursive: true });
});

test("a directory that cannot be written is one clear error", async () => {
  await expect(startForge({ dataDir: "/dev/null/state" })).rejects.toThrow(
    /Cannot use \/dev\/null\/state as data directory: .*Choose a writable one/,
  );
});

test("events that nobody took wait for the next listener, also over a restart", async () => {
  const directory = await temporary();
  const forge = await startForge({ dataDir: directory });
  await forge.createRepository({ owner: "acme", name: "shop", initialFiles: { "a.txt": { content: "a" } } });
  await forge.close();
  const again = await startForge({ dataDir: directory });
  const names: string[] = [];
  again.onEvent((event) => names.push(event.name));
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(names).toEqual(["create", "push"]);
  expect(again.repositories()).toEqual([REPO]);
  await again.close();
  await rm(directory, { recursive: true });
});

test("a merge that a kill interrupted after git moved is finished at the next start, once", async () => {
  const bench = await openBench();
  await bench.api("POST {R}/issues", { title: "Feature" });
  const pull = await openPull(
    bench,
    "work",
    { "w.txt": { content: "w\n" } },
    bench.tokens.writer,
    "Closes #1",
  );
  const { body: merge } = await bench.api(`GET {R}/pulls/${pull.number}`);
  const before = Object.fromEntries(
    (await bench.git(["for-each-ref", "--format=%(refname) %(objectname)"], bench.forge.gitDir(REPO)))
      .trim()
      .split("\n")
      .map((line) => [line.split(" ")[0], line.split(" ")[1]]),
  );
  const merged = (
    await bench.git(["rev-parse", `refs/pull/${pull.number}/merge`], bench.forge.gitDir(REPO))
  ).trim();
  const repository = Number((await bench.api("GET {R}")).body.id);
  const gitDir = bench.forge.gitDir(REPO);
  await bench.forge.close();
  expect(merge.merged).toBe(false);
  await bench.git(["update-ref", "refs/heads/main", merged], gitDir);
  const store = openStore(join(bench.directory, "state"));
  store.put("undertakings", "1", {
    repository,
    login: "acme",
    job: null,
    app: null,
    before,
    merge: { number: pull.number, sha: merged },
  });
  store.close();

  const again = await openBench({ dataDir: bench.directory });
  expect((await again.api(`GET {R}/pulls/${pull.number}`)).body).toMatchObject({
    merged: true,
    merge_commit_sha: merged,
  });
  expect((await again.api("GET {R}/issues/1")).body.state).toBe("closed");
  expect((await again.api(`PUT {R}/pulls/${pull.number}/merge`, {})).status).toBe(405);
  await again.close();
});

test("what is used of a rate limit is remembered over a kill, and never counted too low", async () => {
  const bench = await openBench();
  const token = bench.tokens.writer;
  const used = async (on: Bench) =>
    Number((await on.api("GET {R}", undefined, { token })).headers.get("x-ratelimit-used"));
  for (let sent = 0; sent < 40; sent += 1) await bench.api("GET {R}", undefined, { token });
  const before = await used(bench);
  const copy = await mkdtemp(join(tmpdir(), "forge-killed-"));
  await cp(bench.directory, copy, { recursive: true, filter: (path) => !path.endsWith("lock") });
  const again = await openBench({ dataDir: copy });
  const after = await used(again);
  expect(before).toBeGreaterThan(40);
  expect([after > before, after <= before + 30]).toEqual([true, true]);
  await again.close();
  await bench.close();
});

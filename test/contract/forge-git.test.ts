import { mkdtemp, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Bench, openBench, openPull, REPO } from "./forge-fixture.ts";

let bench: Bench;
beforeAll(async () => {
  bench = await openBench({ private: true });
});
afterAll(() => bench.close());

const remote = (token: string) =>
  `${bench.forge.serverUrl.replace("http://", `http://x-access-token:${token}@`)}/${REPO}`;

async function clone(token: string, ...options: string[]): Promise<string> {
  const place = await mkdtemp(join(bench.directory, "clone-"));
  await bench.git(["clone", "--quiet", ...options, remote(token), place]);
  return place;
}

async function commit(place: string, path: string, content: string): Promise<void> {
  await writeFile(join(place, path), content);
  await bench.git(["add", "."], place);
  await bench.git(["commit", "--quiet", "-m", `Write ${path}`], place);
}

test("a push is told as events: create, push, and synchronize of its pull request", async () => {
  const place = await clone(bench.tokens.writer);
  await bench.git(["checkout", "--quiet", "-b", "topic/a"], place);
  await commit(place, "a.txt", "one\n");
  await bench.flush();
  bench.events.length = 0;
  await bench.git(["push", "--quiet", "origin", "topic/a"], place);
  const pull = await bench.api(
    "POST {R}/pulls",
    { title: "A", head: "topic/a", base: "main" },
    { token: bench.tokens.writer },
  );
  await commit(place, "b.txt", "two\n");
  await bench.git(["push", "--quiet", "origin", "topic/a"], place);
  await bench.flush();
  expect(
    bench.events.map((event) => `${event.name}.${event.action ?? ""} ${event.changedPaths ?? ""}`),
  ).toEqual([
    "create. ",
    "push. a.txt",
    "pull_request.opened a.txt",
    "push. b.txt",
    "pull_request.synchronize a.txt,b.txt",
  ]);
  const opened = bench.events[2];
  expect(opened).toMatchObject({
    ref: `refs/pull/${pull.body.number}/merge`,
    headRef: "topic/a",
    baseRef: "main",
    headSha: pull.body.head.sha,
  });
  expect(opened?.sha).not.toBe(pull.body.head.sha);
});

test("clones are shallow or partial where asked, and any commit can be fetched by its SHA", async () => {
  const place = await clone(bench.tokens.reader, "--depth=1", "--filter=blob:none");
  expect((await bench.git(["rev-list", "--count", "HEAD"], place)).trim()).toBe("1");
  const pull = await openPull(bench, "fetch-me", { "c.txt": { content: "c\n" } });
  await bench.git(["fetch", "--quiet", "origin", pull.head.sha], place);
  await bench.git(["fetch", "--quiet", "origin", `refs/pull/${pull.number}/merge`], place);
  expect((await bench.git(["cat-file", "-t", pull.head.sha], place)).trim()).toBe("commit");
});

test("reading a private repository needs a token, writing needs the permission", async () => {
  await expect(bench.git(["ls-remote", `${bench.forge.serverUrl}/${REPO}.git`])).rejects.toThrow(
    /could not read Username|Authentication failed/,
  );
  const place = await clone(bench.tokens.reader);
  await commit(place, "d.txt", "d\n");
  await expect(bench.git(["push", "--quiet", "origin", "HEAD:refs/heads/d"], place)).rejects.toThrow(/403/);
  await expect(
    bench.git(["push", "--quiet", remote(bench.jobToken({ contents: "read" })), "HEAD:refs/heads/d"], place),
  ).rejects.toThrow(/403/);
  await bench.git(
    ["push", "--quiet", remote(bench.jobToken({ contents: "write" })), "HEAD:refs/heads/d"],
    place,
  );
  await bench.flush();
  expect(bench.events.at(-1)).toMatchObject({
    name: "push",
    starts: "nothing",
    actor: { login: "github-actions[bot]" },
  });
  await expect(
    bench.git(["push", "--quiet", remote(bench.tokens.owner), "HEAD:refs/pull/1/head"], place),
  ).rejects.toThrow(/hidden ref/);
});

test("a job token cannot bring workflow files, by push or by API", async () => {
  const place = await clone(bench.tokens.owner);
  await commit(place, ".github/workflows/evil.yml", "name: evil\n");
  const token = bench.jobToken({ contents: "write", "pull-requests": "write" });
  await expect(bench.git(["push", "--quiet", remote(token), "HEAD:refs/heads/evil"], place)).rejects.toThrow(
    /refusing to allow a GitHub App to create or update workflow `.github\/workflows\/evil.yml` without `workflows` permission/,
  );
  const put = await bench.api(
    "PUT {R}/contents/.github/workflows/evil.yml",
    { message: "evil", content: "eA==" },
    { token },
  );
  expect([put.status, put.body.message]).toEqual([
    403,
    expect.stringMatching(/refusing to allow a GitHub App/),
  ]);
  await bench.git(["push", "--quiet", remote(bench.tokens.owner), "HEAD:refs/heads/good"], place);
});

test("merges: rebase replays, a conflict is 405, the branch goes where the setting says so", async () => {
  bench.forge.setMergeSettings(REPO, { deleteBranchOnMerge: true });
  const first = await openPull(bench, "rebase-me", { "r.txt": { content: "r\n" } });
  const conflict = await openPull(bench, "conflict", { "r.txt": { content: "other\n" } });
  const merged = await bench.api(`PUT {R}/pulls/${first.number}/merge`, {
    merge_method: "rebase",
    sha: first.head.sha,
  });
  expect((await bench.api(`GET {R}/git/commits/${merged.body.sha}`)).body.parents).toHaveLength(1);
  expect((await bench.api("GET {R}/git/ref/heads/rebase-me")).status).toBe(404);
  const refused = await bench.api(`PUT {R}/pulls/${conflict.number}/merge`, { sha: conflict.head.sha });
  expect([refused.status, refused.body.message]).toEqual([405, "Pull Request is not mergeable"]);
  await bench.api(`GET {R}/pulls/${conflict.number}`);
  expect((await bench.api(`GET {R}/pulls/${conflict.number}`)).body).toMatchObject({
    mergeable: false,
    mergeable_state: "dirty",
  });
});

test("a branch behind its base is updated only from the head that was expected", async () => {
  const pull = await openPull(bench, "behind", { "behind.txt": { content: "x\n" } });
  await bench.forge.commitFiles(REPO, "main", { "ahead.txt": { content: "y\n" } }, "Move main", "acme");
  expect(
    (await bench.api(`PUT {R}/pulls/${pull.number}/update-branch`, { expected_head_sha: "0".repeat(40) }))
      .status,
  ).toBe(422);
  expect(
    (await bench.api(`PUT {R}/pulls/${pull.number}/update-branch`, { expected_head_sha: pull.head.sha }))
      .status,
  ).toBe(202);
  const compared = await bench.api("GET {R}/compare/main...behind");
  expect(compared.body).toMatchObject({ status: "ahead", behind_by: 0, ahead_by: 2 });
});

test("an imported repository keeps its branches, and its source is untouched", async () => {
  const source = await clone(bench.tokens.owner);
  const before = await bench.git(["rev-parse", "HEAD"], source);
  const made = await bench.forge.createRepository({ owner: "acme", name: "imported", importFrom: source });
  expect(made.defaultBranch).toBe("main");
  expect((await bench.api("GET /repos/acme/imported/git/ref/heads/main")).body.object.sha).toBe(
    before.trim(),
  );
  expect(await bench.git(["status", "--porcelain"], source)).toBe("");
});

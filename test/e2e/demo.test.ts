/** `nightshift demo` through the built bundle, and the blog that it leaves. */
import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, expect, test } from "vitest";
import { z } from "zod";
import { defectsIn } from "../unit/blog-scenario/defects.ts";
import { git, run } from "../unit/blog-scenario/tools.ts";
import { verifies } from "./requirements.ts";

const start = promisify(execFile);
const BUNDLE = resolve(import.meta.dirname, "../../dist/index.js");

const Report = z.object({
  ok: z.boolean(),
  repository: z.string(),
  features: z.array(
    z.object({ number: z.number(), pull: z.number(), rounds: z.number(), merge_commit: z.string() }),
  ),
  api_calls: z.number(),
  idle_sweep_api_calls: z.number(),
});

const place = await mkdtemp(join(tmpdir(), "nightshift-demo-test-"));
afterAll(() => rm(place, { recursive: true, force: true }));

test(`the demo builds a blog that works (${verifies("demo.runs")})`, async () => {
  const { stdout, stderr } = await start(
    process.execPath,
    [BUNDLE, "demo", "--json", "--data", join(place, "data")],
    {
      maxBuffer: 16_000_000,
    },
  );
  const report = Report.parse(JSON.parse(stdout.trim().split("\n").at(-1) ?? ""));
  expect({ ok: report.ok, rounds: report.features.map(({ rounds }) => rounds) }).toEqual({
    ok: true,
    rounds: [2, 1, 1, 1],
  });

  const told = stderr.trim().split("\n");
  for (const line of [told.at(0), told.at(-1)]) expect(line).toContain("The model in this demo is scripted");

  const blog = join(place, "blog");
  await git(place, "clone", "-q", report.repository, blog);
  const commits = (await git(blog, "log", "--format=%H %s", "main")).trim().split("\n");
  expect(commits).toHaveLength(5);
  expect(commits.slice(0, 4).map((commit) => commit.slice(0, 40))).toEqual(
    report.features.map((feature) => feature.merge_commit).toReversed(),
  );
  expect(await git(report.repository, "branch", "--list", "nightshift/*")).toBe("");
  for (const [index, { pull, number }] of report.features.entries()) {
    const trailers = await git(
      blog,
      "log",
      "-1",
      "--format=%(trailers)",
      commits[3 - index]?.slice(0, 40) ?? "",
    );
    expect(trailers).toMatch(
      new RegExp(
        `^Nightshift-Pull: #${pull}\nNightshift-Head: [0-9a-f]{40}\nNightshift-Feature: #${number}\n`,
      ),
    );
  }

  expect(await run(blog, process.execPath, "--test")).toMatch(/# fail 0/);
  expect(await defectsIn(blog)).toEqual({ outside: [], users: 1, inClear: false });
}, 600_000);

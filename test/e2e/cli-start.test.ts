/** `nightshift start` and `nightshift status` against GitHub's API and against the local GitHub of a data directory. */
import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { z } from "zod";
import { type Session, writeSession } from "../../src/cli/data-directory.ts";
import { type Forge, startForge } from "../../src/local/forge/start.ts";
import { nightshift } from "./cli-world.ts";

const REPOSITORY = "grace/shop";
const Status = z.object({
  repository: z.string(),
  requirements: z.array(
    z.object({
      number: z.number(),
      title: z.string(),
      open: z.boolean(),
      state: z.string(),
      rung: z.string(),
      why: z.string(),
      features: z.array(z.unknown()),
    }),
  ),
});

let data: string;
let forge: Forge | undefined;

beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), "nightshift-start-"));
  forge = await startForge({ dataDir: join(data, "forge") });
  await forge.createRepository({
    owner: "grace",
    name: "shop",
    initialFiles: { "README.md": { content: "# Shop\n" } },
  });
  forge.setPermission(REPOSITORY, "grace", "admin");
});
afterEach(async () => {
  await forge?.close();
  forge = undefined;
  await rm(data, { recursive: true, force: true });
});

async function onGitHub(login: string) {
  return { GITHUB_TOKEN: forge?.createPersonToken(login), GITHUB_API_URL: forge?.apiUrl };
}

it("opens the issue on GitHub with the label, and tells why nothing has happened to it yet", async () => {
  const env = await onGitHub("grace");
  const file = join(data, "requirement.md");
  await writeFile(file, "# Vouchers\n\nCustomers redeem vouchers.\n");

  const started = await nightshift(["start", "--file", file, "--repo", REPOSITORY], env);
  expect(started.stderr).toBe("");
  expect(started.code).toBe(0);
  expect(started.stdout).toContain(`requirement #1 is open: ${forge?.serverUrl}/${REPOSITORY}/issues/1`);

  const shown = await nightshift(["status", "--repo", REPOSITORY], env);
  expect(shown.code).toBe(0);
  expect(shown.stdout).toContain('requirement #1 "Vouchers": not started');
  expect(shown.stdout).toContain("unplanned: It has no plan yet");
  const writes = forge
    ?.statistics({ token: "person" })
    .rows.filter(({ method, route }) => method !== "GET" && !route.includes("graphql"));
  expect(writes?.map(({ route }) => route.split("/").at(-1)).sort()).toEqual(["issues", "labels"]);
});

it("keeps every word of a requirement whose first line is long", async () => {
  const text = `Customers ${"really ".repeat(60)}want vouchers.`;
  await nightshift(["start", text, "--repo", REPOSITORY], await onGitHub("grace"));
  const token = forge?.createPersonToken("grace");
  const response = await fetch(`${forge?.apiUrl}/repos/${REPOSITORY}/issues/1`, {
    headers: { authorization: `Bearer ${token}` },
  });
  expect(z.object({ body: z.string() }).parse(await response.json()).body).toBe(text);
});

it("uses the local GitHub that runs, by a file that only its owner reads", async () => {
  const token = forge?.createPersonToken("grace") ?? "";
  await writeSession(data, {
    v: 1,
    pid: process.pid,
    url: forge?.serverUrl ?? "",
    apiUrl: forge?.apiUrl ?? "",
    token,
    repository: REPOSITORY,
    login: "grace",
  } satisfies Session);
  expect((await stat(join(data, "nightshift.json"))).mode & 0o777).toBe(0o600);

  const started = await nightshift(["start", "Vouchers", "--data", data]);
  expect(started.stdout + started.stderr).toContain("requirement #1 is open");
  expect(started.stdout).not.toContain("Nothing runs");
});

it("starts a local GitHub that is stopped, for the call, and leaves it to the next run", async () => {
  await forge?.close();
  forge = undefined;

  const started = await nightshift(["start", "Vouchers", "--data", data]);
  expect(started.stdout + started.stderr).toContain(`Build it with: nightshift run --data ${data}`);

  const shown = await nightshift(["status", "--data", data, "--json"]);
  const report = Status.parse(JSON.parse(shown.stdout));
  expect(report.requirements).toMatchObject([
    { number: 1, title: "Vouchers", open: true, rung: "unplanned", features: [] },
  ]);
});

it("says so when another process holds the directory and cannot be reached", async () => {
  const shown = await nightshift(["status", "--data", data]);
  expect(shown.stderr).toContain(`is in use by process ${process.pid}`);
  expect(shown.code).toBe(2);
});

it.each([
  [["start"], /Say what shall be built/],
  [["start", "text", "--file", "x.md"], /not both/],
  [["start", " "], /requirements text is empty/],
  [["start", "Vouchers", "--repo", "shop"], /--repo shop: expected owner\/name/],
  [["status", "--repo", REPOSITORY], /GITHUB_TOKEN is not set/],
  [["status", "--data", "/nonexistent"], /There is no local GitHub in \/nonexistent/],
] as const)("%j is wrong use", async (args, says) => {
  const ended = await nightshift(args);
  expect(ended.stderr).toMatch(says);
  expect(ended.code).toBe(2);
});

it("a repository that is not there is one clear message", async () => {
  const shown = await nightshift(["status", "--repo", "grace/none"], await onGitHub("grace"));
  expect(shown.stderr).toMatch(/^nightshift: grace\/none cannot be read: [\s\S]* may the token read it\?\n$/);
  expect(shown.code).toBe(2);
});

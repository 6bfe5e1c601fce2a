/** A `nightshift run` that is killed with -9 in the middle of a phase and started again on the same directory. */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { z } from "zod";
import { connectAsPerson } from "../../src/cli/api.ts";
import { readSession } from "../../src/cli/data-directory.ts";
import type { GitHub } from "../../src/github/client.ts";
import type { ScriptedModel } from "../../src/local/scripted-model/server.ts";
import { type Ended, git, type Started, start } from "./cli-world.ts";
import { CHECK } from "./world.ts";

const Runs = z.object({ workflow_runs: z.array(z.object({ id: z.number() })) });
const Jobs = z.object({
  jobs: z.array(z.object({ id: z.number(), name: z.string(), status: z.string() })),
});

export interface KilledRun {
  /** Where the forge of the run keeps its state. */
  forgeDir: string;
  /** Starts the run, or continues it. */
  start(): void;
  /** Kills it while a job of this name executes that did not execute at an earlier kill; false when it ends before. */
  killIn(phase: string): Promise<boolean>;
  /** Kills it as soon as `condition` holds. */
  killWhen(condition: () => boolean): Promise<void>;
  ended(): Promise<Ended>;
  close(): Promise<void>;
}

export async function openKilledRun(model: ScriptedModel): Promise<KilledRun> {
  const root = await mkdtemp(join(tmpdir(), "nightshift-killed-"));
  const repository = join(root, "app");
  const data = join(root, "data");
  await writeRepository(repository);
  const requirements = join(root, "requirements.md");
  await writeFile(requirements, "# Small files\n\nWrite the files.\n");
  const first = ["--repo", repository, "--requirements", requirements, "--base-url", model.url];
  let started: Started | undefined;
  let isFirst = true;
  const killedJobs = new Set<number>();
  const running = (): Started => {
    if (started === undefined) throw new Error("nothing was started");
    return started;
  };
  return {
    forgeDir: join(data, "forge"),
    start() {
      const rest = ["--data", data, "--approve", "auto", "--sandbox", "off", "--json"];
      started = start(["run", ...(isFirst ? first : []), ...rest]);
      isFirst = false;
    },
    async killIn(phase) {
      let over = false;
      void running().ended.then(() => {
        over = true;
      });
      while (!over) {
        const job = await executing(data, phase, killedJobs).catch(() => undefined);
        if (job === undefined) {
          await pause(20);
          continue;
        }
        await pause(MIDDLE_MS);
        const still = await executing(data, phase, killedJobs).catch(() => undefined);
        if (still !== job) continue;
        killedJobs.add(job);
        running().kill("SIGKILL");
        await running().ended;
        return true;
      }
      return false;
    },
    async killWhen(condition) {
      while (!condition()) await pause(20);
      running().kill("SIGKILL");
      await running().ended;
    },
    ended: () => running().ended,
    async close() {
      started?.kill("SIGKILL");
      await started?.ended;
      await model.close();
      await rm(root, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** A job has started its process by then, and has not ended. */
const MIDDLE_MS = 350;

async function executing(
  data: string,
  phase: string,
  except: ReadonlySet<number>,
): Promise<number | undefined> {
  const session = await readSession(data);
  if (session?.repository === undefined) return undefined;
  const github = connectAsPerson({ ...session, repository: session.repository });
  const { data: listed } = await github.rest("GET /repos/{owner}/{repo}/actions/runs", {
    status: "in_progress",
  });
  for (const run of Runs.parse(listed).workflow_runs) {
    const job = (await jobsOf(github, run.id)).find(
      ({ id, name, status }) => name === phase && status === "in_progress" && !except.has(id),
    );
    if (job) return job.id;
  }
  return undefined;
}

async function jobsOf(github: GitHub, run_id: number) {
  const { data } = await github.rest("GET /repos/{owner}/{repo}/actions/runs/{run_id}/jobs", { run_id });
  return Jobs.parse(data).jobs;
}

/** Attempts enough for every kill to hit the same thing. */
const CONFIG = "verify:\n  - sh check.sh\napproval:\n  first_pull: false\nattempts: 10\nrounds: 20\n";

async function writeRepository(directory: string): Promise<void> {
  await mkdir(directory);
  await git(directory, "init", "--quiet", "--initial-branch=main");
  await git(directory, "config", "user.name", "Ada");
  await git(directory, "config", "user.email", "ada@example.org");
  const files = { "README.md": "# app\n", "check.sh": CHECK, ".github/nightshift.yml": CONFIG };
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(directory, path)), { recursive: true });
    await writeFile(join(directory, path), content);
  }
  await git(directory, "add", "--all");
  await git(directory, "commit", "--quiet", "--message", "Start");
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

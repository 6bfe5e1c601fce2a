/** Opens a job: its directories, its token, its masks and its log. */
import { mkdir, rm, writeFile } from "node:fs/promises";
import type { JsonObject } from "../../contract.ts";
import { createJobLog } from "./log.ts";
import { createMasks } from "./masks.ts";
import type { JobDirectories, JobHost, JobOrder, JobState } from "./model.ts";

/** From here on the job's token lives; whoever opens a job closes it. */
export async function openJob(host: JobHost, order: JobOrder): Promise<JobState> {
  const { run, record } = order;
  const directories = await createDirectories(
    `${host.workDir}/jobs/${record.id}`,
    run.repository,
    order.contexts,
  );
  const fork = run.trigger.fromFork ? { fromFork: true } : {};
  const token = host.forge.createJobToken({
    repository: run.repository,
    runId: run.id,
    jobId: record.id,
    permissions: order.permissions,
    ...fork,
  });
  const masks = createMasks();
  for (const value of [token, ...Object.values(order.secrets)]) masks.add(value);
  const log = createJobLog(host.clock, masks, (text) => {
    host.forge.appendLog(record.id, text);
    host.progress({ kind: "log", runId: run.id, jobId: record.id, text });
  });
  return {
    host,
    order,
    directories,
    token,
    masks,
    log,
    env: {},
    path: [],
    status: "success",
    summary: "",
    posts: [],
    groups: new Set(),
  };
}

/** Where a job below `root` has its directories. */
export function directoriesOf(root: string, repository: string): JobDirectories {
  const name = repository.split("/")[1] ?? "repository";
  return {
    root,
    workspace: `${root}/work/${name}/${name}`,
    temp: `${root}/temp`,
    home: `${root}/home`,
    eventFile: `${root}/temp/_github_workflow/event.json`,
  };
}

async function createDirectories(
  root: string,
  repository: string,
  contexts: JsonObject,
): Promise<JobDirectories> {
  const directories = directoriesOf(root, repository);
  await rm(root, { recursive: true, force: true });
  await Promise.all(
    [directories.workspace, directories.home, `${directories.temp}/_github_workflow`].map((path) =>
      mkdir(path, { recursive: true }),
    ),
  );
  const { github } = contexts;
  const event = github && typeof github === "object" && !Array.isArray(github) ? (github.event ?? {}) : {};
  await writeFile(directories.eventFile, JSON.stringify(event, null, 2));
  return directories;
}

/** What a job left behind whose runner was killed: the artifacts that its `always()` steps would have uploaded are still in its directory. */
import { access, rm } from "node:fs/promises";
import { jobFrame } from "./execute-job.ts";
import { createJobLog } from "./log.ts";
import { createMasks } from "./masks.ts";
import type { JobHost, JobOrder, JobState } from "./model.ts";
import { directoriesOf } from "./open-job.ts";
import { performStep } from "./step.ts";

const UPLOAD = /^actions\/upload-artifact(@|$)/i;

/**
 * Uploads what a failed job would have uploaded, and removes its directory. Only the process is known to be lost here, not the
 * machine: on GitHub such a job goes on with its `always()` steps. Never throws: an upload that fails says so in the job's log.
 */
export async function saveRemains(host: JobHost, order: JobOrder): Promise<void> {
  const directories = directoriesOf(`${host.workDir}/jobs/${order.record.id}`, order.run.repository);
  const exists = await access(directories.temp).then(
    () => true,
    () => false,
  );
  if (!exists) return;
  const masks = createMasks();
  for (const value of Object.values(order.secrets)) masks.add(value);
  const log = createJobLog(host.clock, masks, (text) => host.forge.appendLog(order.record.id, text));
  const state: JobState = {
    host,
    order,
    directories,
    token: "",
    masks,
    log,
    env: {},
    path: [],
    status: "failure",
    summary: "",
    posts: [],
    groups: new Set(),
  };
  const frame = { ...jobFrame(state), status: state.status };
  for (const spec of order.spec.steps)
    if (UPLOAD.test(spec.uses ?? "")) await performStep(state, frame, spec, order.cancellation);
  log.flush();
  await rm(directories.root, { recursive: true, force: true });
}

/** Phase `ring`: the doorbell. Somebody acted; the manager is told to look, and nothing else. */
import { readFile } from "node:fs/promises";
import { z } from "zod";
import type { GitHub } from "../../github/client.ts";
import { send } from "../../github/perform.ts";
import { type Job, type RunFacts, runUrl } from "../job.ts";

const Numbered = z.object({ number: z.int().positive(), pull_request: z.unknown().optional() });
const Event = z.object({
  issue: Numbered.optional(),
  pull_request: Numbered.optional(),
  comment: z.object({ id: z.int().positive() }).optional(),
});

export async function runRing(job: Job, facts: RunFacts, github: GitHub): Promise<void> {
  const event = Event.parse(JSON.parse(await readFile(facts.eventPath, "utf8")));
  const pull =
    event.pull_request?.number ?? (event.issue?.pull_request === undefined ? undefined : event.issue.number);
  const issue = pull === undefined ? event.issue?.number : undefined;
  const performer = {
    github,
    now: job.now,
    id: job.id,
    runUrl: runUrl(facts),
    thread: undefined,
    labelIds: new Map<string, string>(),
    labelPrefix: "",
    log: job.log,
  };
  await send(performer, {
    do: "send",
    type: "human_acted",
    from: "person",
    to: "repo_manager",
    payload: {
      ...(issue ? { issue } : {}),
      ...(pull ? { pull } : {}),
      ...(event.comment ? { comment: event.comment.id } : {}),
    },
  });
}

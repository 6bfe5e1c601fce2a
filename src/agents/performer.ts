/** What `perform` needs besides the commands, for one job and what it has seen. */
import type { Thread } from "../domain/message.ts";
import type { RepositorySnapshot } from "../domain/snapshot.ts";
import type { GitHub } from "../github/client.ts";
import type { Performer } from "../github/perform.ts";
import { type Job, type RunFacts, runUrl } from "./job.ts";

/** `thread` is the conversation that its messages go on with. */
export function performerOf(
  job: Job,
  facts: RunFacts,
  github: GitHub,
  snapshot: RepositorySnapshot,
  thread: Thread | undefined,
): Performer {
  return {
    github,
    now: job.now,
    id: job.id,
    runUrl: runUrl(facts),
    thread,
    labelIds: snapshot.labelIds,
    labelPrefix: snapshot.config.label_prefix,
    log: job.log,
  };
}

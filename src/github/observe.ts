/** Reads live state into a snapshot. The question leaves at once; what understands the answer is loaded while GitHub thinks. */
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { DEFAULT_LABEL_PREFIX } from "../domain/names.ts";
import type { RepositorySnapshot, RunSnapshot } from "../domain/snapshot.ts";
import type { GitHub } from "./client.ts";
import { askWide, namedIn } from "./wide-question.ts";

export interface ObserveOptions {
  now: () => Date;
  /** Pull requests whose threads are read with their texts. */
  threadsOf?: readonly number[];
  /**
   * Runs of our workflows are leases and attempts; who only writes down a finished result needs none, and who looked a moment
   * ago has them. Default true.
   */
  runs?: boolean | readonly RunSnapshot[];
  /** Rules of branches decide about merges alone; who does not merge needs none. Default true. */
  rules?: boolean;
  /** Pull requests whose own CI `ci.mode` makes matter although no rules are read. */
  ciOf?: readonly number[];
  /** Permissions that this run asked for a moment ago; only other people are asked for again. */
  knownWriters?: ReadonlyMap<string, boolean>;
  /** An issue that somebody just commented on: looked at even when it is no requirement yet. */
  issue?: number;
  /** Label and prefix, when they are known before the configuration is read. */
  labelPrefix?: string;
}

/** Told by undici, which carries the requests, when it has written one. */
const SENT = "undici:client:sendHeaders";

/** The repository as it is now. Throws CONFIG_INVALID when its configuration on the default branch cannot be read. */
export async function observe(github: GitHub, options: ObserveOptions): Promise<RepositorySnapshot> {
  const prefix = options.labelPrefix ?? DEFAULT_LABEL_PREFIX;
  const question = askWide(github, prefix, namedIn(options));
  const understanding = onceSent(question).then(() => import("./understand.ts"));
  const [answer, { understand }] = await Promise.all([question, understanding]);
  return understand(github, options, { prefix, answer });
}

/** When the next request has left, because reading code keeps the event loop from sending; at the latest when `question` is settled. */
async function onceSent(question: Promise<unknown>): Promise<void> {
  let stop = () => {};
  const sent = new Promise<void>((resolve) => {
    const listen = () => resolve();
    subscribe(SENT, listen);
    stop = () => unsubscribe(SENT, listen);
  });
  const settled = question.then(
    () => undefined,
    () => undefined,
  );
  await Promise.race([sent, settled]);
  stop();
}

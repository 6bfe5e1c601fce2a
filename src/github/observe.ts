/** Reads live state into a snapshot. The question leaves at once; what understands the answer is loaded while GitHub thinks. */
import { setTimeout as sleep } from "node:timers/promises";
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

/** Reading code keeps the event loop from sending, so the request gets a head start. */
const HEAD_START_MS = 20;
let understanding: Promise<typeof import("./understand.ts")> | undefined;

/** The repository as it is now. Throws CONFIG_INVALID when its configuration on the default branch cannot be read. */
export async function observe(github: GitHub, options: ObserveOptions): Promise<RepositorySnapshot> {
  const prefix = options.labelPrefix ?? DEFAULT_LABEL_PREFIX;
  understanding ??= sleep(HEAD_START_MS).then(() => import("./understand.ts"));
  const [answer, { understand }] = await Promise.all([
    askWide(github, prefix, namedIn(options)),
    understanding,
  ]);
  return understand(github, options, { prefix, answer });
}

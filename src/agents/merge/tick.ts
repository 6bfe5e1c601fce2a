/** Phase `tick`: observe everything, decide, perform, and look again until the world is quiet or only waits are left. */
import type { Command } from "../../domain/command.ts";
import { type Override, overrideConfig } from "../../domain/config-override.ts";
import { gateViewOf } from "../../domain/decide/gate-view.ts";
import { decidePeople } from "../../domain/decide/people.ts";
import type { PullSnapshot, RepositorySnapshot } from "../../domain/snapshot.ts";
import type { GitHub } from "../../github/client.ts";
import { type ObserveOptions, observe } from "../../github/observe.ts";
import { perform } from "../../github/perform.ts";
import type { Mailbox } from "../../ops/notify.ts";
import { issueOf, type Ring } from "../doorbell.ts";
import type { Job, RunFacts } from "../job.ts";
import { performerOf } from "../performer.ts";
import { settleOnBase, startOnBase } from "./base-ci.ts";
import { carryVerdict } from "./carry.ts";
import { decideAll, fullLanes, type Subject, statusText } from "./decide-all.ts";
import { deleteMergedBranch, landPull } from "./land.ts";
import { proposeLessons } from "./lessons.ts";
import { mirrorCi } from "./mirror-ci.ts";
import { proveLanded } from "./prove.ts";
import { reapply } from "./reapply.ts";
import { startCi } from "./start-ci.ts";
import { tellPeople } from "./tell.ts";
import { isFirstMerge, tellUnstarted } from "./tell-unstarted.ts";
import { type Obstacles, trialOf } from "./test-merge.ts";

/** Observations of one tick: enough for merge, bookkeeping and the next feature; then the next doorbell takes over. */
const ROUNDS = 6;
/** Longest wait inside one job, in milliseconds. */
const PATIENCE = 60_000;

/** What these change decides what is next, and nothing else rings for it. */
const LEADS_ON: ReadonlySet<Command["do"]> = new Set([
  "merge",
  "status",
  "prove",
  "reopen",
  "carry",
  "reapply",
  "start-ci",
  "mirror-ci",
  "start-on-base",
  "settle-on-base",
  "resolve",
  "create-branch",
  "open-final",
]);

export interface TickInputs {
  token: string;
  /** What woke this run; undefined when it could not be read. */
  ring: Ring | undefined;
  override: Override;
  /** Where notices go. */
  mailboxes: readonly Mailbox[];
  /** The first observation. */
  seen: RepositorySnapshot;
}

export async function runTick(
  job: Job,
  facts: RunFacts,
  github: GitHub,
  { token, ring, override, seen: first, mailboxes }: TickInputs,
): Promise<void> {
  const thread = ring?.thread;
  const issue = issueOf(ring);
  let waited = 0;
  let decisions: Subject[] = [];
  const done = new Set<string>();
  const tryOut = trialOf(job, facts, token);
  let unused: RepositorySnapshot | undefined = first;
  let known: Pick<ObserveOptions, "knownWriters" | "runs"> = {};
  for (let round = 1; round <= ROUNDS; round += 1) {
    const seen: RepositorySnapshot =
      unused ?? (await observe(github, { now: job.now, ...known, ...(issue ? { issue } : {}) }));
    unused = undefined;
    known = { knownWriters: seen.writers };
    const snapshot = { ...seen, config: overrideConfig(seen.config, override) };
    decisions = await decideWithLanes(snapshot, tryOut);
    const people = decidePeople(snapshot, (place) => statusText(snapshot, decisions, place));
    const commands = people.length > 0 ? people : decisions.flatMap(({ decision }) => decision.commands);
    for (const { subject, decision } of decisions) job.log(`${subject}: ${decision.rung}: ${decision.why}`);
    const fresh =
      snapshot.config.mode === "observe"
        ? []
        : oneMerge(commands).filter((command) => !repeats(done, command));
    if (fresh.length === 0) {
      const soon = Math.min(
        ...decisions.map(({ decision }) =>
          decision.alarm.kind === "soon" ? decision.alarm.seconds * 1_000 : Number.POSITIVE_INFINITY,
        ),
      );
      if (!Number.isFinite(soon) || waited + soon > PATIENCE) break;
      await job.sleep(soon);
      waited += soon;
      round -= 1;
      continue;
    }
    const plain = {
      ...performerOf(job, facts, github, snapshot, thread),
      startOn: facts.eventName === "schedule" ? job.env.GITHUB_REF_NAME : undefined,
    };
    const hands = { job, facts, github, token, performer: plain };
    const telling = (number: number) =>
      isFirstMerge(
        snapshot,
        snapshot.pulls.find((pull) => pull.number === number),
      )
        ? { tell: (landed: { pull: number; sha: string }) => tellUnstarted(plain, snapshot, landed) }
        : {};
    const performer = {
      ...plain,
      merge: (command: Extract<Command, { do: "merge" }>) =>
        landPull({
          ...hands,
          ...telling(command.pull),
          thread,
          command,
          ...gateFor(decisions, command.pull),
        }),
      prove: (command: Extract<Command, { do: "prove" }>) =>
        proveLanded({ ...hands, ...telling(command.record.pull) }, command),
      carry: (command: Extract<Command, { do: "carry" }>) => carryVerdict({ ...hands, snapshot, command }),
      reapply: (command: Extract<Command, { do: "reapply" }>) => reapply({ ...hands, command }),
      startCi: (command: Extract<Command, { do: "start-ci" }>) => startCi(plain, command),
      mirrorCi: (command: Extract<Command, { do: "mirror-ci" }>) => mirrorCi(plain, command),
      onBase: (command: Extract<Command, { do: "start-on-base" | "settle-on-base" }>) =>
        command.do === "start-on-base" ? startOnBase(plain, command) : settleOnBase(plain, command),
      proposeLessons: (pulls: readonly number[]) =>
        proposeLessons({ job, facts, github, token, snapshot, pulls }),
      deleteBranch: (branch: string, head: string) => deleteMergedBranch(job, facts, token, branch, head),
    };
    await perform(performer, fresh);
    if (fresh.some(({ do: kind }) => kind === "merge")) known = { ...known, runs: seen.runs };
    const moreToSee = people.length > 0 || fresh.some((command) => LEADS_ON.has(command.do));
    if (!moreToSee && !decisions.some(({ decision }) => decision.alarm.kind === "soon")) break;
  }
  if (mailboxes.length > 0) {
    const seen = await observe(github, { now: job.now, ...known, ...(issue ? { issue } : {}) });
    const snapshot = { ...seen, config: overrideConfig(seen.config, override) };
    await tellPeople({
      job,
      facts,
      performer: performerOf(job, facts, github, snapshot, thread),
      snapshot,
      decisions: decideAll(snapshot),
      mailboxes,
      secrets: [token, ...mailboxes.map(({ url }) => url)],
    });
  }
  await job.summarise(
    [
      "| | rung | why |",
      "|---|---|---|",
      ...decisions.map(({ subject, decision }) => `| ${subject} | ${decision.rung} | ${decision.why} |`),
    ].join("\n"),
  );
}

/** Where several wait to be merged, they are merged for a test before anything is said or done about the first. */
async function decideWithLanes(
  snapshot: RepositorySnapshot,
  tryOut: (lane: readonly PullSnapshot[]) => Promise<Obstacles>,
): Promise<Subject[]> {
  const decisions = decideAll(snapshot);
  const lanes = fullLanes(snapshot, decisions);
  if (lanes.length === 0) return decisions;
  const found = await Promise.all(lanes.map(tryOut));
  return decideAll(snapshot, new Map(found.flatMap((obstacles) => [...obstacles])));
}

/** The check run of a pull request that is merged now, and what was tried there before. */
function gateFor(decisions: readonly Subject[], pull: number) {
  const found = decisions.find(({ facts }) => facts?.pull.number === pull);
  if (found?.facts === undefined) throw new Error(`unreachable: #${pull} was decided about`);
  return { gate: gateViewOf(found.facts, found.decision), before: found.facts.attempt };
}

/** Commands that one tick performs only once, however often it looks. */
const ONCE: ReadonlySet<Command["do"]> = new Set([
  "send",
  "say",
  "delete-branch",
  "carry",
  "reapply",
  "start-ci",
  "mirror-ci",
  "start-on-base",
  "settle-on-base",
  "resolve",
  "create-branch",
  "open-final",
]);

/** After a merge the world is another one: what would be merged next is decided anew. */
function oneMerge(commands: readonly Command[]): Command[] {
  const first = commands.find((command) => command.do === "merge");
  return commands.filter((command) => command.do !== "merge" || command === first);
}

function repeats(done: Set<string>, command: Command): boolean {
  const key = JSON.stringify(command);
  if (!ONCE.has(command.do)) return false;
  if (done.has(key)) return true;
  done.add(key);
  return false;
}

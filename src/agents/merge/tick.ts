/** Phase `tick`: observe everything, decide, perform, and look again until the world is quiet or only waits are left. */
import type { Command, Decision } from "../../domain/command.ts";
import { type Override, overrideConfig } from "../../domain/config-override.ts";
import { decideMergePull } from "../../domain/decide/merge-pull.ts";
import { decideRequirement } from "../../domain/decide/merge-requirement.ts";
import { decidePeople, type Place } from "../../domain/decide/people.ts";
import { isOurs } from "../../domain/decide/work.ts";
import { factsOf } from "../../domain/pull-facts.ts";
import { requirementFactsOf } from "../../domain/requirement-facts.ts";
import type { RepositorySnapshot } from "../../domain/snapshot.ts";
import type { GitHub } from "../../github/client.ts";
import { observe } from "../../github/observe.ts";
import { perform } from "../../github/perform.ts";
import type { Ring } from "../doorbell.ts";
import { type Job, type RunFacts, runUrl } from "../job.ts";
import { deleteMergedBranch, landPull } from "./land.ts";

/** Observations of one tick: enough for merge, bookkeeping and the next feature; then the next doorbell takes over. */
const ROUNDS = 6;
/** Longest wait inside one job, in milliseconds. */
const PATIENCE = 60_000;

interface Subject {
  subject: string;
  decision: Decision;
}

export interface TickInputs {
  token: string;
  /** What woke this run; undefined when it could not be read. */
  ring: Ring | undefined;
  override: Override;
}

export async function runTick(
  job: Job,
  facts: RunFacts,
  github: GitHub,
  { token, ring, override }: TickInputs,
): Promise<void> {
  const thread = ring?.thread;
  const issue = ring?.bell.kind === "manager" ? ring.bell.issue : undefined;
  let waited = 0;
  let decisions: Subject[] = [];
  const done = new Set<string>();
  let writers: ReadonlyMap<string, boolean> = new Map();
  for (let round = 1; round <= ROUNDS; round += 1) {
    const seen = await observe(github, { now: job.now, knownWriters: writers, ...(issue ? { issue } : {}) });
    writers = seen.writers;
    const snapshot = { ...seen, config: overrideConfig(seen.config, override) };
    decisions = decideAll(snapshot);
    const people = decidePeople(snapshot, (place) => statusText(snapshot, decisions, place));
    const commands = people.length > 0 ? people : decisions.flatMap(({ decision }) => decision.commands);
    for (const { subject, decision } of decisions) job.log(`${subject}: ${decision.rung}: ${decision.why}`);
    const fresh =
      snapshot.config.mode === "observe" ? [] : commands.filter((command) => !repeats(done, command));
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
    const performer = {
      github,
      now: job.now,
      id: job.id,
      runUrl: runUrl(facts),
      thread,
      labelIds: snapshot.labelIds,
      labelPrefix: snapshot.config.label_prefix,
      log: job.log,
      startOn: facts.eventName === "schedule" ? job.env.GITHUB_REF_NAME : undefined,
      merge: (command: Extract<Command, { do: "merge" }>) => landPull({ job, facts, github, token, command }),
      deleteBranch: (branch: string, head: string) => deleteMergedBranch(job, facts, token, branch, head),
    };
    await perform(performer, fresh);
    const moreToSee = people.length > 0 || fresh.some((command) => command.do === "merge");
    if (!moreToSee && !decisions.some(({ decision }) => decision.alarm.kind === "soon")) break;
  }
  await job.summarise(
    [
      "| | rung | why |",
      "|---|---|---|",
      ...decisions.map(({ subject, decision }) => `| ${subject} | ${decision.rung} | ${decision.why} |`),
    ].join("\n"),
  );
}

/** Pull requests first: a merge frees the slot that the requirement's ladder fills. */
export function decideAll(snapshot: RepositorySnapshot): Subject[] {
  const pulls = snapshot.pulls
    .filter(
      (pull) => isOurs(snapshot, pull) && (pull.state === "open" || needsBookkeeping(snapshot, pull.number)),
    )
    .map((pull) => ({
      subject: `pull request #${pull.number}`,
      decision: decideMergePull(factsOf(snapshot, pull)),
    }));
  const requirements = snapshot.requirements.map((requirement) => ({
    subject: `requirement #${requirement.number}`,
    decision: decideRequirement(requirementFactsOf(snapshot, requirement)),
  }));
  return [...pulls, ...requirements];
}

/** A merged pull request whose labels do not say so, or a closed one whose feature waits. */
function needsBookkeeping(snapshot: RepositorySnapshot, number: number): boolean {
  const pull = snapshot.pulls.find((candidate) => candidate.number === number);
  if (pull === undefined) return false;
  const { label_prefix: prefix } = snapshot.config;
  if (pull.state === "merged") return !pull.labels.includes(`${prefix}:merged`);
  const replaced = snapshot.pulls.some(
    (other) =>
      other.number > number &&
      other.block?.key === pull.block?.key &&
      other.block?.requirement === pull.block?.requirement,
  );
  return pull.state === "closed" && !replaced && !pull.labels.includes(`${prefix}:needs-human`);
}

/** One tick sends a message and says a thing only once, however often it looks. */
function repeats(done: Set<string>, command: Command): boolean {
  const key = JSON.stringify(command);
  if (command.do !== "send" && command.do !== "say" && command.do !== "delete-branch") return false;
  if (done.has(key)) return true;
  done.add(key);
  return false;
}

/** Why everything that belongs to the place where somebody asked is where it is. */
function statusText(
  snapshot: RepositorySnapshot,
  decisions: readonly Subject[],
  { requirement, pull }: Place,
): string {
  const facts = requirementFactsOf(snapshot, requirement);
  const pulls = snapshot.pulls.filter((candidate) =>
    pull ? candidate.number === pull.number : candidate.block?.requirement === requirement.number,
  );
  const wanted = new Set([
    `requirement #${requirement.number}`,
    ...pulls.map((candidate) => `pull request #${candidate.number}`),
  ]);
  const decided = decisions
    .filter(({ subject }) => wanted.has(subject))
    .map(({ subject, decision }) => `- ${subject}: **${decision.rung}**. ${decision.why}`);
  const features = facts.features
    .filter(({ planned }) => planned.number !== requirement.number)
    .map(({ planned, progress }) => `- feature #${planned.number ?? "?"} (${planned.key}): **${progress}**.`);
  return [...decided, ...(pull ? [] : features)].join("\n");
}

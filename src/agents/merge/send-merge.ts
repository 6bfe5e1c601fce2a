/**
 * Sends one merge. What is meant is written first, in our check run on the head, so that whoever comes after a kill knows
 * what to look for. An unclear answer is settled by looking for the commit, never by sending blindly again.
 */
import { createHash } from "node:crypto";
import { z } from "zod";
import type { Command, GateView } from "../../domain/command.ts";
import { NightshiftError } from "../../domain/errors.ts";
import type { MergeAttempt } from "../../domain/state-block.ts";
import { short } from "../../domain/words.ts";
import { type GitHub, GitHubRefusal } from "../../github/client.ts";
import { showGate } from "../../github/perform.ts";
import type { Job } from "../job.ts";

export interface Sending {
  job: Pick<Job, "log" | "warn" | "sleep" | "now">;
  github: GitHub;
  command: Extract<Command, { do: "merge" }>;
  /** Message of the commit; the intent follows it as a trailer. */
  message: string;
  /** Our check run on the head as it should be seen. */
  gate: GateView;
  /** What was tried before at this head. */
  before: MergeAttempt | undefined;
  labelPrefix: string;
}

const Merged = z.object({ merged: z.boolean(), sha: z.string() });
const Pull = z.object({
  state: z.string(),
  merged: z.boolean(),
  draft: z.boolean().optional(),
  head: z.object({ sha: z.string() }),
  labels: z.array(z.object({ name: z.string() })),
});
const Commits = z.array(z.object({ sha: z.string(), commit: z.object({ message: z.string() }) }));

/** Waits before a 409 whose head has not moved is sent again, in milliseconds. */
const CONFLICT_WAITS = [10_000, 30_000, 60_000] as const;
/** Waits between looks for a merge whose answer was lost: two minutes together. */
const SETTLE_WAITS = [0, 2_000, 4_000, 8_000, 16_000, 30_000, 60_000] as const;

type Answer =
  | { kind: "merged"; sha: string }
  /** The world moved: nothing was merged, and the next look decides anew. */
  | { kind: "moved"; said: string }
  | { kind: "refused"; final: boolean; said: string }
  | { kind: "unclear"; said: string };

/** The merge commit; undefined when nothing of ours was merged. */
export async function sendMerge(sending: Sending): Promise<string | undefined> {
  const { job, command, before } = sending;
  const intent = intentOf(sending);
  if (before?.phase === "sent") {
    const landed = await findCommit(sending, before.intent);
    if (landed !== undefined) return landed;
  }
  const attempt: MergeAttempt = {
    intent,
    base: command.base.head,
    at: job.now().toISOString(),
    count: (before?.count ?? 0) + 1,
    phase: "sent",
    final: false,
    said: "",
  };
  const id = await show(sending, `Merging ${short(command.head)} into ${command.base.branch}.`, attempt);
  const hold = holdOf(sending, await readPull(sending.github, command.pull));
  const answer: Answer =
    hold === undefined
      ? await settle(sending, intent, await put(sending, intent))
      : { kind: "moved", said: hold };
  const seen = { ...sending, gate: { ...sending.gate, id } };
  switch (answer.kind) {
    case "merged":
      await show(seen, `Merged as ${answer.sha}.`, undefined, "passed");
      return answer.sha;
    case "moved":
      job.warn(`#${command.pull} was not merged: ${answer.said}`);
      await show(seen, `Looked at anew: ${answer.said}`, before);
      return undefined;
    case "refused":
    case "unclear": {
      job.warn(`#${command.pull} was not merged: ${answer.said}`);
      const final = answer.kind === "unclear" || answer.final;
      const said = answer.said.replaceAll(/\s+/g, " ").trim().slice(0, 400);
      await show(seen, `Not merged: ${said}`, { ...attempt, phase: answer.kind, final, said });
      return undefined;
    }
  }
}

/** What a person did since the world was looked at; a label says nothing to GitHub's own guard. */
function holdOf(
  { command, labelPrefix }: Sending,
  { state, draft, head, labels }: z.infer<typeof Pull>,
): string | undefined {
  if (state !== "open" || head.sha !== command.head) return "It was closed, merged or pushed to meanwhile.";
  if (draft === true) return "It was made a draft meanwhile.";
  const held = labels.find(({ name }) =>
    [`${labelPrefix}:paused`, `${labelPrefix}:needs-human`].includes(name),
  );
  return held && `The label ${held.name} was added meanwhile.`;
}

/** The same merge of the same commits is the same intent, whoever sends it. */
function intentOf({ github, command }: Sending): string {
  return createHash("sha1")
    .update(`${github.repository}#${command.pull}@${command.head}@${command.base.head}`)
    .digest("hex");
}

async function show(
  { github, command, gate }: Sending,
  title: string,
  attempt: MergeAttempt | undefined,
  state: GateView["state"] = "waiting",
): Promise<number> {
  return showGate(github, command.head, { ...gate, title: title.slice(0, 200), state, attempt });
}

/** What GitHub said, without what we asked. */
function wordsOf({ message }: Error): string {
  return message.replace(/^GitHub refused [A-Z]+ \S+: \d{3} /, "");
}

/** One request; a head that GitHub says has moved and that has not is sent again. */
async function put({ github, command, message, job }: Sending, intent: string): Promise<Answer> {
  for (let conflicts = 0; ; conflicts += 1) {
    try {
      const { data } = await github.rest(
        "PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge",
        {
          pull_number: command.pull,
          sha: command.head,
          merge_method: "squash",
          commit_title: command.title,
          commit_message: `${message}\nNightshift-Intent: ${intent}`,
        },
        "once",
      );
      return { kind: "merged", sha: Merged.parse(data).sha };
    } catch (error) {
      if (error instanceof NightshiftError && error.code === "GITHUB_UNREACHABLE")
        return { kind: "unclear", said: error.message };
      if (!(error instanceof GitHubRefusal)) throw error;
      if (error.status === 409) {
        const wait = CONFLICT_WAITS[conflicts];
        const pull = await readPull(github, command.pull);
        if (pull.head.sha !== command.head || pull.merged || wait === undefined)
          return { kind: "moved", said: wordsOf(error) };
        job.log(`GitHub says that the head of #${command.pull} moved, and it has not; asked again.`);
        await job.sleep(wait);
        continue;
      }
      if (error.status !== 405) return { kind: "refused", final: true, said: wordsOf(error) };
      return /base branch was modified/i.test(error.message)
        ? { kind: "moved", said: wordsOf(error) }
        : { kind: "refused", final: false, said: wordsOf(error) };
    }
  }
}

/** What became of an answer that was lost, and of a refusal that may be the echo of a merge that went through. */
async function settle(sending: Sending, intent: string, answer: Answer): Promise<Answer> {
  if (answer.kind === "merged" || answer.kind === "moved") return answer;
  if (answer.kind === "refused") {
    const { merged } = await readPull(sending.github, sending.command.pull);
    const sha = merged ? await findCommit(sending, intent) : undefined;
    return sha === undefined ? answer : { kind: "merged", sha };
  }
  const found = await lookFor(sending, intent);
  if (found !== "absent") return found;
  const again = await put(sending, intent);
  return again.kind === "unclear"
    ? await lookFor(sending, intent).then((last) => (last === "absent" ? again : last))
    : settle(sending, intent, again);
}

/** Looks for two minutes. `absent`: the pull request is open at the same head, and the base has no commit of this intent. */
async function lookFor(sending: Sending, intent: string): Promise<Answer | "absent"> {
  const { github, command, job } = sending;
  for (const wait of SETTLE_WAITS) {
    await job.sleep(wait);
    const sha = await findCommit(sending, intent);
    if (sha !== undefined) return { kind: "merged", sha };
    const pull = await readPull(github, command.pull);
    if (pull.merged || pull.state !== "open" || pull.head.sha !== command.head)
      return { kind: "moved", said: "GitHub gave no clear answer, and a person or a push came first." };
  }
  return "absent";
}

async function readPull(github: GitHub, number: number): Promise<z.infer<typeof Pull>> {
  const { data } = await github.rest("GET /repos/{owner}/{repo}/pulls/{pull_number}", {
    pull_number: number,
  });
  return Pull.parse(data);
}

/** The commit on the base that carries this intent, among its last fifty. */
async function findCommit({ github, command }: Sending, intent: string): Promise<string | undefined> {
  const { data } = await github.rest("GET /repos/{owner}/{repo}/commits", {
    sha: command.base.branch,
    per_page: 50,
  });
  return Commits.parse(data).find(({ commit }) => commit.message.includes(`Nightshift-Intent: ${intent}`))
    ?.sha;
}

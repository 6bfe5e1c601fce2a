/** Snapshots that the tests of the domain start from: a pull request that merges, and a requirement whose next feature starts. */
import type { Command } from "../../src/domain/command.ts";
import { type Config, defaultConfig } from "../../src/domain/config.ts";
import { ACTIONS_BOT } from "../../src/domain/names.ts";
import { parseRunTitle } from "../../src/domain/run-title.ts";
import type {
  CommentSnapshot,
  FeatureIssue,
  Person,
  PullSnapshot,
  RepositorySnapshot,
  RequirementSnapshot,
  ReviewSnapshot,
  RunSnapshot,
  StatusSnapshot,
} from "../../src/domain/snapshot.ts";
import { type PullBlock, type RequirementBlock, withBlock } from "../../src/domain/state-block.ts";
import { short } from "../../src/domain/words.ts";

export const HEAD = "a".repeat(40);
export const OLD = "b".repeat(40);
export const BASE = "c".repeat(40);
export const MOVED = "d".repeat(40);

export const BOT: Person = { login: ACTIONS_BOT, bot: true };
export const WRITER: Person = { login: "wanda", bot: false };
export const STRANGER: Person = { login: "stan", bot: false };
/** A bot whose login a permission table lists as a writer: still no person. */
export const OTHER_BOT: Person = { login: "renovate[bot]", bot: true };

/** Times of day in the order in which things happen in these tests. */
export function at(minute: number): string {
  return `2026-03-01T10:${String(minute).padStart(2, "0")}:00Z`;
}

export const PULL_BLOCK: PullBlock = {
  v: 1,
  kind: "pull",
  requirement: 1,
  feature: 3,
  key: "log-in",
  sandbox: "bubblewrap",
  criteria: ["one can log in"],
  costs: [],
};

export function statusOf(change: Partial<StatusSnapshot> = {}): StatusSnapshot {
  return {
    context: "nightshift/review",
    state: "success",
    description: "Round 1: fine",
    targetUrl: "https://github.com/o/r/actions/runs/102",
    creator: ACTIONS_BOT,
    createdAt: at(20),
    ...change,
  };
}

export const REVIEWED = statusOf();
export const VERIFIED = statusOf({
  context: "nightshift/verify",
  description: `passed on ${BASE}: 1 command`,
  targetUrl: "https://github.com/o/r/actions/runs/101",
});

export function runOf(title: string, change: Partial<RunSnapshot> = {}): RunSnapshot {
  const agent = title.split(" ")[0] === "review" ? "review" : "code";
  return {
    id: 500,
    workflow: `nightshift-${agent}`,
    title: parseRunTitle(title),
    live: false,
    conclusion: "success",
    event: "repository_dispatch",
    createdAt: at(30),
    ...change,
  };
}

export const BUILD_RUN = runOf("code · feature 3", { id: 101, createdAt: at(10) });
export const REVIEW_RUN = runOf(`review · pull 7 · ${HEAD}`, { id: 102, createdAt: at(15) });

/** A comment that nobody edited or handled. */
export function commentOf(body: string, change: Partial<CommentSnapshot> = {}): CommentSnapshot {
  return {
    id: 900,
    nodeId: "C_900",
    author: WRITER,
    body,
    createdAt: at(40),
    edited: false,
    handled: false,
    ...change,
  };
}

/** Our comment that the model's provider asks to wait until a minute; the snapshots are of minute 50. */
export function deferralOf(minute: number, change: Partial<CommentSnapshot> = {}): CommentSnapshot {
  const body = withBlock("Waits.", { v: 1, kind: "deferred", until: at(minute) });
  return commentOf(body, { author: BOT, ...change });
}

export function reviewOf(change: Partial<ReviewSnapshot> = {}): ReviewSnapshot {
  return {
    author: WRITER,
    state: "approved",
    head: HEAD,
    body: "",
    block: undefined,
    submittedAt: at(40),
    ...change,
  };
}

/** A review of ours with the verdict in its block. */
export function ownReview(
  verdict: "approved" | "changes" | "comment",
  change: Partial<ReviewSnapshot> = {},
): ReviewSnapshot {
  return reviewOf({
    author: BOT,
    state: "commented",
    block: { v: 1, kind: "review", head: change.head ?? HEAD, round: 1, verdict },
    submittedAt: at(25),
    ...change,
  });
}

/** An approval at the head, posted by run 600. */
export const APPROVAL = ownReview("approved", {
  block: {
    v: 1,
    kind: "review",
    head: HEAD,
    round: 1,
    verdict: "approved",
    cost: { run: 600, agent: "review", mode: "review", usd: 1, turns: 1, tokens: 1 },
  },
});
/** That run, which was cut off afterwards. */
export const CUT_OFF = runOf(`review · pull 7 · ${HEAD}`, { id: 600, conclusion: "failure" });

/** A pull request that would merge. */
export function pullOf(change: Partial<PullSnapshot> = {}): PullSnapshot {
  return {
    number: 7,
    nodeId: "PR_7",
    title: "Log in",
    body: "Adds a log-in page.\n\nCloses #3",
    block: PULL_BLOCK,
    revert: undefined,
    state: "open",
    draft: false,
    author: BOT,
    fork: false,
    branch: "nightshift/3-log-in",
    head: HEAD,
    base: { branch: "main", head: BASE },
    mergeable: "yes",
    labels: ["nightshift:in-review"],
    files: [{ path: "src/log-in.ts", added: 10, deleted: 0 }],
    filesComplete: true,
    statuses: [REVIEWED, VERIFIED],
    headKnownSince: undefined,
    reviews: [],
    threads: [],
    checks: [],
    checksCut: false,
    ci: [],
    held: [],
    gate: undefined,
    reviewDecision: undefined,
    blocked: false,
    lastPusher: "",
    signed: false,
    onBase: true,
    comments: [],
    ask: undefined,
    booked: undefined,
    mergeCommit: undefined,
    landed: undefined,
    foreignCommits: false,
    ...change,
  };
}

export function featureIssue(change: Partial<FeatureIssue> = {}): FeatureIssue {
  return {
    number: 3,
    nodeId: "I_3",
    title: "Log in",
    body: "",
    open: true,
    labels: ["nightshift:queued"],
    comments: [],
    ...change,
  };
}

export const LOG_IN = {
  key: "log-in",
  title: "Log in",
  description: "A page to log in",
  criteria: ["one can log in"],
  after: [],
  files: [],
  number: 3,
};
export const LOG_OUT = { ...LOG_IN, key: "log-out", title: "Log out", after: ["log-in"], number: 4 };

export function requirementBlock(change: Partial<RequirementBlock> = {}): RequirementBlock {
  return {
    v: 1,
    kind: "requirement",
    textHash: "0".repeat(64),
    features: [LOG_IN, LOG_OUT],
    costs: [],
    told: "",
    ...change,
  };
}

export function stickyOf(block: RequirementBlock = requirementBlock()) {
  return { id: 50, body: withBlock("### Plan", block), block };
}

/** A planned requirement whose first feature is ready to start. */
export function requirementOf(change: Partial<RequirementSnapshot> = {}): RequirementSnapshot {
  return {
    number: 1,
    nodeId: "I_1",
    title: "Accounts",
    body: "People log in and out.",
    textHash: "0".repeat(64),
    lastEdit: undefined,
    open: true,
    author: WRITER,
    labels: ["nightshift", "nightshift:building"],
    labelled: { by: WRITER, at: at(1) },
    comments: [],
    sticky: stickyOf(),
    stickyCreatedAt: at(5),
    features: [featureIssue(), featureIssue({ number: 4, nodeId: "I_4", title: "Log out" })],
    ...change,
  };
}

const DEFAULTS = defaultConfig();

export function configOf(change: Partial<Config> = {}): Config {
  return { ...DEFAULTS, ...change };
}

/** A repository in which nothing is in work; something of ours was merged before, so that no approval is due. */
export function snapshotOf(change: Partial<RepositorySnapshot> = {}): RepositorySnapshot {
  return {
    repository: "o/r",
    private: false,
    identity: ACTIONS_BOT,
    config: DEFAULTS,
    defaultBranch: "main",
    base: { branch: "main", head: BASE },
    requirements: [requirementOf()],
    pulls: [],
    runs: [],
    rules: new Map(),
    landings: new Map(),
    codeOwners: "",
    mergedBefore: true,
    labelIds: new Map(),
    writers: new Map([
      [WRITER.login, true],
      [STRANGER.login, false],
      [OTHER_BOT.login, true],
    ]),
    at: at(50),
    ...change,
  };
}

/** A repository whose pull request #7 would merge. */
export function readySnapshot(
  pull: Partial<PullSnapshot> = {},
  change: Partial<RepositorySnapshot> = {},
): RepositorySnapshot {
  return snapshotOf({ pulls: [pullOf(pull)], runs: [REVIEW_RUN, BUILD_RUN], ...change });
}

/** The snapshot after GitHub carried out the label changes among `commands`. */
export function afterLabels(snapshot: RepositorySnapshot, commands: readonly Command[]): RepositorySnapshot {
  const relabel = <Thing extends { number: number; labels: readonly string[] }>(thing: Thing): Thing => {
    const labels = new Set(thing.labels);
    for (const command of commands) {
      if (command.do !== "label" || command.target.number !== thing.number) continue;
      for (const name of command.add) labels.add(name);
      for (const name of command.remove) labels.delete(name);
    }
    return { ...thing, labels: [...labels] };
  };
  return {
    ...snapshot,
    pulls: snapshot.pulls.map(relabel),
    requirements: snapshot.requirements.map((requirement) => ({
      ...relabel(requirement),
      features: requirement.features.map(relabel),
    })),
  };
}

/** What commands amount to, for reading: `send verify_requested`, `label 7 +fixing -in-review`. */
export function said(commands: readonly Command[]): string[] {
  return commands.map(sayOne);
}

const bare = (name: string) => name.replace("nightshift:", "");

function sayOne(command: Command): string {
  switch (command.do) {
    case "send":
      return `send ${command.type}`;
    case "label":
      return [
        `label ${command.target.number}`,
        ...command.add.map((name) => `+${bare(name)}`),
        ...command.remove.map((name) => `-${bare(name)}`),
      ].join(" ");
    case "status":
      return `status ${command.context} ${command.state}`;
    case "say":
      return `say ${command.number}${command.id === undefined ? "" : ` again`}`;
    case "react":
      return `react ${command.content}`;
    case "merge":
      return `merge ${command.pull}`;
    case "delete-branch":
      return `delete ${command.branch}`;
    case "close":
      return `close ${command.number} ${command.reason}`;
    case "show-gate":
      return `gate ${command.view.state}`;
    case "carry":
      return `carry ${command.from.map(short).join(" ")} or ${command.otherwise.type}`;
    case "reapply":
      return `reapply ${command.pull}`;
    case "start-ci":
    case "mirror-ci":
    case "start-on-base":
    case "settle-on-base":
      return `${command.do} ${command.file}`;
    case "resolve":
      return `resolve ${command.threads.length}`;
    case "create-branch":
      return `create ${command.branch}`;
    case "open-final":
      return `open ${command.branch} to ${command.base}`;
    case "reopen":
      return `reopen ${command.number}`;
    case "prove":
      return `prove ${command.sha.slice(0, 7)}`;
    case "propose-lessons":
      return `propose lessons of ${command.pulls.join(", ")}`;
  }
}

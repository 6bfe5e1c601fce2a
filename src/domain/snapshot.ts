/** Live state as an agent observed it: plain data, everything a decision may look at, and nothing that was not read. */
import type { Config } from "./config.ts";
import type { BranchRules } from "./rules.ts";
import type { RunTitle } from "./run-title.ts";
import type {
  CostsBlock,
  FindingBlock,
  MergeAttempt,
  PullBlock,
  RequirementBlock,
  RevertBlock,
  ReviewBlock,
} from "./state-block.ts";

export interface Person {
  login: string;
  bot: boolean;
}

export interface CommentSnapshot {
  id: number;
  nodeId: string;
  author: Person;
  body: string;
  createdAt: string;
  /** Somebody changed it after it was written. */
  edited: boolean;
  /** We reacted to it: a command that is carried out. */
  handled: boolean;
}

/** A text of ours with its state block; the block is missing when somebody else wrote or edited the text. */
export interface OwnText<Block> {
  id: number;
  body: string;
  block: Block | undefined;
}

export interface FeatureIssue {
  number: number;
  nodeId: string;
  title: string;
  body: string;
  open: boolean;
  labels: readonly string[];
  comments: readonly CommentSnapshot[];
}

export interface RequirementSnapshot {
  number: number;
  nodeId: string;
  title: string;
  body: string;
  /** sha256 of title and body. */
  textHash: string;
  /** Who last changed title or body, and when; undefined when nobody did since it was opened. */
  lastEdit: { by: Person; at: string } | undefined;
  open: boolean;
  author: Person;
  labels: readonly string[];
  /** The newest time that the requirement label was added, and by whom. */
  labelled: { by: Person; at: string } | undefined;
  comments: readonly CommentSnapshot[];
  sticky: OwnText<RequirementBlock> | undefined;
  stickyCreatedAt: string | undefined;
  features: readonly FeatureIssue[];
}

export interface StatusSnapshot {
  context: string;
  state: "pending" | "success" | "failure" | "error";
  description: string;
  targetUrl: string;
  creator: string;
  createdAt: string;
}

export interface ReviewSnapshot {
  author: Person;
  state: "approved" | "changes_requested" | "commented" | "dismissed" | "pending";
  /** The commit that it was given for. */
  head: string;
  body: string;
  block: ReviewBlock | undefined;
  submittedAt: string;
}

export interface ThreadSnapshot {
  id: string;
  resolved: boolean;
  /** Somebody else than we resolved it. */
  resolvedByPerson?: boolean;
  outdated: boolean;
  path: string;
  line: number | undefined;
  block: FindingBlock | undefined;
  comments: readonly { author: Person; body: string; createdAt: string }[];
}

/** A check run that GitHub counts for a head. */
export interface CheckSnapshot {
  /** A later attempt has a higher one. */
  id: number;
  name: string;
  /** Id of the GitHub App that gave it. */
  app: number | undefined;
  /** Attempts of one workflow on one head share a suite. */
  suite: string;
  state: "passed" | "failed" | "pending" | "skipped" | "neutral";
}

/** Our check run on a head: what people see of the gate, and the merge that was tried there. */
export interface GateCheck {
  id: number;
  state: "waiting" | "passed" | "failed";
  title: string;
  /** Without the hidden block. */
  summary: string;
  attempt: MergeAttempt | undefined;
}

export interface ChangedFile {
  path: string;
  /** Path before a rename; empty while it is not known, which may be any. */
  oldPath?: string;
  added: number;
  deleted: number;
}

/** A run of one of the repository's own workflows on a head. */
export interface CiRun {
  id: number;
  /** Of the attempts of a run the newest counts. */
  attempt: number;
  /** held: GitHub lets it start only when a person clicks. */
  state: Exclude<CheckSnapshot["state"], "neutral"> | "held";
  /**
   * When jobs of it failed, ISO 8601. Undefined where none did, and for a run that was cancelled or could not start: that is red
   * as well, and nothing that a change of the code mends.
   */
  failedAt: string | undefined;
  /** The attempt whose jobs stand as statuses on the head; the run's own where GitHub shows it there by itself. */
  mirrored: number | undefined;
  /** Read where they are to be mirrored. */
  jobs: readonly { name: string; state: CheckSnapshot["state"] }[];
}

/** One of the repository's own workflows that `ci.mode` makes evidence. */
export interface CiWorkflow {
  /** Its name below .github/workflows. */
  file: string;
  /** Why it cannot be started; undefined when it can, or was. */
  unfit: string | undefined;
  /** When GitHub refused to start it. */
  refusedAt: string | undefined;
  /** What it puts within reach of the code that it runs; empty: it may be started at any head. */
  holds: readonly string[];
  /** Undefined: not started at this head. */
  run: CiRun | undefined;
}

/** A commit of the base that a merge made, and what was said about it and its parent. */
export interface LandedSnapshot {
  sha: string;
  message: string;
  statuses: readonly StatusSnapshot[];
  parent: { sha: string; statuses: readonly StatusSnapshot[] } | undefined;
  /** Runs that we started on the base after it and that are noted as not ended, as they are now. */
  runs: readonly CiRun[];
}

export interface PullSnapshot {
  number: number;
  nodeId: string;
  title: string;
  body: string;
  block: PullBlock | undefined;
  /** It takes merges back; then it is no pull request of a feature. */
  revert: RevertBlock | undefined;
  state: "open" | "closed" | "merged";
  draft: boolean;
  author: Person;
  /** Its branch lies in another repository. */
  fork: boolean;
  branch: string;
  head: string;
  base: { branch: string; head: string };
  mergeable: "yes" | "no" | "unknown";
  labels: readonly string[];
  files: readonly ChangedFile[];
  filesComplete: boolean;
  statuses: readonly StatusSnapshot[];
  /** When this head got its first `nightshift/review` status; read only when somebody approved without a SHA. */
  headKnownSince: string | undefined;
  /** Read for open pull requests of ours; the newest attempt of each. */
  checks: readonly CheckSnapshot[];
  /** GitHub names more checks than were read. */
  checksCut: boolean;
  /** What `ci.mode` makes evidence besides; empty where it makes none. */
  ci: readonly CiWorkflow[];
  /** Workflows of the repository that GitHub holds back at this head until a person clicks. */
  held: readonly string[];
  gate: GateCheck | undefined;
  /** GitHub's own word on the reviews that its rules ask for; undefined when they ask for none. */
  reviewDecision: "approved" | "changes_requested" | "review_required" | undefined;
  /** GitHub says that a rule of the base is not satisfied. */
  blocked: boolean;
  /** Who made the head commit. */
  lastPusher: string;
  /** GitHub verified the signature of the head commit. */
  signed: boolean;
  /** The base as it is now is part of the branch; true where nobody asked. */
  onBase: boolean;
  reviews: readonly ReviewSnapshot[];
  /** Read with their texts where a thread is open or an agent asked for them. */
  threads: readonly ThreadSnapshot[];
  comments: readonly CommentSnapshot[];
  /** Our comment that says what is needed from whom. */
  ask: OwnText<{ rung: string; subject: string }> | undefined;
  /** Our comment that says what runs cost that posted no review; only where Nightshift did not open it. */
  booked: OwnText<CostsBlock> | undefined;
  mergeCommit: string | undefined;
  /** The commit that the merge made; known with `mergeCommit`. */
  landed: LandedSnapshot | undefined;
  /** Committers of the commits on the branch that are not us. */
  foreignCommits: boolean;
}

/** A run of one of our workflows. */
export interface RunSnapshot {
  id: number;
  workflow: string;
  title: RunTitle | undefined;
  live: boolean;
  conclusion: string | undefined;
  event: string;
  createdAt: string;
}

export interface RepositorySnapshot {
  repository: string;
  private: boolean;
  /** Login that our writes carry. */
  identity: string;
  config: Config;
  /** Where our workflows run. */
  defaultBranch: string;
  base: { branch: string; head: string };
  requirements: readonly RequirementSnapshot[];
  pulls: readonly PullSnapshot[];
  /** Newest first; the last hundred of our workflows. */
  runs: readonly RunSnapshot[];
  /** Rules of the bases of our open pull requests, by branch. */
  rules: ReadonlyMap<string, BranchRules>;
  /** Heads of the branches that requirements land on, by branch; read only where the settings say so. */
  landings: ReadonlyMap<string, string>;
  /** Text of CODEOWNERS on the default branch; empty when there is none. */
  codeOwners: string;
  /** A pull request of ours was merged here before. */
  mergedBefore: boolean;
  /** Node ids of the repository's labels that start with our prefix. */
  labelIds: ReadonlyMap<string, string>;
  /** Live permission of the people that a decision needs: may they write? Absent = not asked, which counts as no. */
  writers: ReadonlyMap<string, boolean>;
  /** GitHub's clock at the time of reading, ISO 8601. */
  at: string;
}

export function canWrite(snapshot: Pick<RepositorySnapshot, "writers">, person: Person): boolean {
  return !person.bot && snapshot.writers.get(person.login) === true;
}

/** A pull request counts as ours by its author, its branch and a block that nobody else edited; a fork's never does. */
export function isOurs(snapshot: RepositorySnapshot, pull: PullSnapshot): boolean {
  return (
    !pull.fork &&
    pull.author.login === snapshot.identity &&
    pull.branch.startsWith(snapshot.config.branch_prefix) &&
    pull.block !== undefined
  );
}

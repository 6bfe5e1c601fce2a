/** The rows that the forge keeps: plain JSON, immutable, written whole to the journal. Times are ISO 8601 in UTC. */
import type {
  Actor,
  ArtifactRecord,
  JobRecord,
  JsonObject,
  Permissions,
  RunRecord,
  TriggerEvent,
} from "../../contract.ts";
import type { ProtectionSettings } from "../rules/protection.ts";
import type { Rule } from "../rules/rule.ts";
import type { BypassActor } from "../rules/rulesets.ts";

export type Role = "admin" | "maintain" | "write" | "triage" | "read" | "none";

export interface User extends Actor {
  createdAt: string;
}

export interface Stamped {
  value: string;
  createdAt: string;
  updatedAt: string;
}

export interface MergeSettings {
  squash: boolean;
  mergeCommit: boolean;
  rebase: boolean;
  deleteBranchOnMerge: boolean;
  /** People may ask for a merge as soon as the rules are met. */
  autoMerge: boolean;
}

export interface Repository {
  id: number;
  owner: string;
  name: string;
  private: boolean;
  description: string | null;
  defaultBranch: string;
  createdAt: string;
  updatedAt: string;
  pushedAt: string;
  /** Issues and pull requests share one numbering. */
  nextNumber: number;
  /** By lower-case login. The owner is always an admin. */
  roles: { [login: string]: Role };
  variables: { [name: string]: Stamped };
  secrets: { [name: string]: string };
  /** What runs of Dependabot get in their place; absent in older journals. */
  dependabotSecrets?: { [name: string]: string };
  workflowDefault: "read" | "write";
  canCreatePulls: boolean;
  merge: MergeSettings;
}

/** A ruleset; `include` and `exclude` are patterns of `refs/heads/…`, or `~ALL` and `~DEFAULT_BRANCH`. */
export interface Ruleset {
  id: number;
  repository: number;
  name: string;
  target: "branch" | "tag";
  enforcement: "active" | "disabled" | "evaluate";
  bypass: readonly BypassActor[];
  include: readonly string[];
  exclude: readonly string[];
  rules: readonly Rule[];
  createdAt: string;
  updatedAt: string;
}

/** Classic protection of one branch. */
export interface Protection {
  repository: number;
  branch: string;
  settings: ProtectionSettings;
}

/** A GitHub App; it acts as `<slug>[bot]`. */
export interface App {
  id: number;
  slug: string;
  name: string;
  owner: string;
  permissions: Permissions;
  /** PEM of the key that its JSON Web Tokens are checked with. */
  publicKey: string;
  createdAt: string;
}

export interface Deployment {
  id: number;
  repository: number;
  sha: string;
  ref: string;
  task: string;
  environment: string;
  description: string | null;
  payload: JsonObject | string;
  production: boolean;
  transient: boolean;
  creator: string;
  createdAt: string;
  updatedAt: string;
}

export interface DeploymentStatus {
  id: number;
  deployment: number;
  state: "error" | "failure" | "inactive" | "in_progress" | "queued" | "pending" | "success";
  description: string;
  logUrl: string;
  environmentUrl: string;
  creator: string;
  createdAt: string;
}

/** How much of a rate limit is used at most; `reset` in epoch seconds. */
export interface RateWindow {
  used: number;
  reset: number;
}

/** A secret of this data directory. */
export interface Key {
  value: string;
}

/** An App on an account; without a list it reaches all repositories of the account. */
export interface Installation {
  id: number;
  app: number;
  owner: string;
  repositories: number[] | null;
  createdAt: string;
}

export interface Label {
  id: number;
  repository: number;
  name: string;
  color: string;
  description: string | null;
}

export interface Edited {
  login: string;
  at: string;
}

/** An issue, or the issue half of a pull request. */
export interface Issue {
  id: number;
  repository: number;
  number: number;
  isPull: boolean;
  title: string;
  body: string | null;
  author: string;
  state: "open" | "closed";
  stateReason: "completed" | "not_planned" | "duplicate" | "reopened" | null;
  /** Label ids. */
  labels: number[];
  assignees: string[];
  locked: boolean;
  lockReason: string | null;
  createdAt: string;
  updatedAt: string;
  closedAt: string | null;
  closedBy: string | null;
  edited: Edited | null;
  /** Issue ids. */
  parent: number | null;
  children: number[];
  blockedBy: number[];
}

/** The other half of a pull request; `number` is its issue's. */
export interface Pull {
  id: number;
  repository: number;
  number: number;
  headRepository: number;
  headRef: string;
  headSha: string;
  /** Who brought the head commit last. */
  lastPusher: string;
  baseRef: string;
  /** The base commit when the pull request was opened or last synchronised. */
  baseSha: string;
  draft: boolean;
  merged: boolean;
  mergedAt: string | null;
  mergedBy: string | null;
  mergeCommitSha: string | null;
  /** The test merge of exactly these two commits. */
  test: { head: string; base: string; sha: string | null } | null;
  requestedReviewers: string[];
  autoMerge: AutoMerge | null;
}

/** Who merges, with which token, and what the commit will say; null = GitHub's default. */
export interface AutoMerge extends Pick<Token, "login" | "job" | "app"> {
  method: "merge" | "squash" | "rebase";
  title: string | null;
  message: string | null;
  at: string;
}

/** A pull request in the merge queue of its base; `group` once its merge is built on that base commit. */
export interface QueueEntry {
  id: number;
  /** Who put it there. */
  login: string;
  repository: number;
  number: number;
  base: string;
  head: string;
  group: { ref: string; sha: string; base: string } | null;
  enqueuedAt: string;
}

/** A comment on an issue or pull request. */
export interface Comment {
  id: number;
  repository: number;
  number: number;
  author: string;
  body: string;
  createdAt: string;
  updatedAt: string;
  edited: Edited | null;
  minimized: string | null;
}

export type ReviewState = "APPROVED" | "CHANGES_REQUESTED" | "COMMENTED" | "DISMISSED" | "PENDING";

export interface Review {
  id: number;
  repository: number;
  number: number;
  author: string;
  body: string;
  state: ReviewState;
  commit: string;
  submittedAt: string | null;
  createdAt: string;
  updatedAt: string;
  edited: Edited | null;
}

export type Side = "LEFT" | "RIGHT";

/** A review thread; its comments carry the text. Lines are null once the code below them changed. */
export interface Thread {
  id: number;
  repository: number;
  number: number;
  path: string;
  subject: "line" | "file";
  side: Side;
  startSide: Side | null;
  line: number | null;
  startLine: number | null;
  originalLine: number | null;
  originalStartLine: number | null;
  /** The commit that it was written on, and the one that `line` belongs to. */
  originalCommit: string;
  commit: string;
  /** Lines below the first hunk header of the file, as REST counts them. */
  position: number | null;
  originalPosition: number | null;
  outdated: boolean;
  hunk: string;
  resolvedBy: string | null;
}

export interface ReviewComment {
  id: number;
  repository: number;
  number: number;
  thread: number;
  review: number;
  replyTo: number | null;
  author: string;
  body: string;
  createdAt: string;
  updatedAt: string;
  edited: Edited | null;
  minimized: string | null;
}

export type ReactionContent = "+1" | "-1" | "laugh" | "confused" | "heart" | "hooray" | "rocket" | "eyes";

export interface Reaction {
  id: number;
  /** `issue:5`, `comment:9`, `review-comment:3`: table and row id. */
  subject: string;
  content: ReactionContent;
  author: string;
  createdAt: string;
}

/** An entry of an issue's history. */
export interface Happening {
  id: number;
  repository: number;
  number: number;
  event: string;
  actor: string;
  createdAt: string;
  label: { name: string; color: string } | null;
  /** Assignee, requested reviewer. */
  subject: string | null;
  commit: string | null;
  rename: { from: string; to: string } | null;
}

export interface Status {
  id: number;
  repository: number;
  sha: string;
  state: "error" | "failure" | "pending" | "success";
  context: string;
  description: string | null;
  targetUrl: string | null;
  creator: string;
  createdAt: string;
}

export interface CheckRun {
  id: number;
  repository: number;
  sha: string;
  /** The id of the App that reports it. */
  app: number;
  name: string;
  status: "queued" | "in_progress" | "completed";
  conclusion: string | null;
  startedAt: string;
  completedAt: string | null;
  externalId: string;
  detailsUrl: string | null;
  title: string | null;
  summary: string | null;
  text: string | null;
}

/** Tokens are kept by the SHA-256 of their text. */
export interface Token {
  login: string;
  createdAt: string;
  expired: boolean;
  job: { repository: number; runId: number; jobId: number; permissions: Permissions } | null;
  /** Of an installation token: the App and what it may do where; dies at `expiresAt`. */
  app: {
    id: number;
    repositories: number[] | null;
    owner: string;
    permissions: Permissions;
    expiresAt: string;
  } | null;
}

export interface Workflow {
  id: number;
  repository: number;
  path: string;
  state: "active" | "disabled_manually";
  createdAt: string;
}

export interface Counter {
  next: number;
}

/** An event that no listener has taken yet. */
export interface Undelivered {
  event: TriggerEvent;
}

/** Ref moves under way, by whom, and the refs before; `merge` once the merge commit exists. */
export interface Undertaking {
  repository: number;
  login: string;
  job: Token["job"];
  app: Token["app"];
  before: { [ref: string]: string };
  merge: { number: number; sha: string } | null;
}

export interface Tables {
  users: User;
  repositories: Repository;
  labels: Label;
  issues: Issue;
  pulls: Pull;
  comments: Comment;
  reviews: Review;
  threads: Thread;
  reviewComments: ReviewComment;
  reactions: Reaction;
  happenings: Happening;
  statuses: Status;
  checkRuns: CheckRun;
  tokens: Token;
  workflows: Workflow;
  runs: RunRecord;
  jobs: JobRecord;
  artifacts: ArtifactRecord;
  counters: Counter;
  undelivered: Undelivered;
  undertakings: Undertaking;
  rulesets: Ruleset;
  protections: Protection;
  apps: App;
  installations: Installation;
  deployments: Deployment;
  deploymentStatuses: DeploymentStatus;
  keys: Key;
  queueEntries: QueueEntry;
  rates: RateWindow;
}

/** What every part of the forge works with: rows, repositories on disk, time, and the way events leave. */
import type { Actor, Clock, TriggerEvent } from "../contract.ts";
import { timestamp } from "./clock.ts";
import { notFound } from "./errors.ts";
import type { GitRepository } from "./git/repository.ts";
import type { RateLimits } from "./http/limits.ts";
import type { Issue, Pull, Repository, User } from "./store/records.ts";
import type { Store } from "./store/store.ts";

export interface Ids {
  uuid(): string;
  /** Random text of at least 36 letters and digits. */
  secret(): string;
}

export interface Site {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly dataDir: string;
  /** `http://127.0.0.1:4000`, no slash at the end. */
  readonly url: string;
  readonly log: (line: string) => void;
  /** What commits made by GitHub itself are signed with; lasts as long as the data directory. */
  readonly signingKey: string;
  /** Rate limits that are enforced; undefined: none. */
  readonly limits: RateLimits | undefined;
  git(repository: Repository): GitRepository;
  addGit(repository: Repository, git: GitRepository): void;
  /** Does work that needs git after the change that caused it, one by one; requests are answered when it is done. */
  later(work: () => Promise<void>): void;
  settled(): Promise<void>;
  /** Something happened in the repository: merges that wait for rules are looked at again, behind whatever runs. */
  reconsider(repository: Repository): void;
  /** Journals the event with the transaction under way; listeners get it afterwards, in order. */
  send(event: TriggerEvent): void;
  requestRun: (request: {
    kind: "cancel" | "force-cancel" | "rerun" | "rerun-failed-jobs" | "approve";
    runId: number;
    actor: Actor;
    jobId?: number;
  }) => void;
}

export const now = (site: Site): string => timestamp(site.clock.now());

export const fullName = (repository: Repository): string => `${repository.owner}/${repository.name}`;

export const issueKey = (repository: number, number: number): string => `${repository}#${number}`;

/** The repository called `owner/name`, in any case; undefined when it is not hosted here. */
export function findRepository(site: Site, name: string): Repository | undefined {
  const wanted = name.toLowerCase();
  return site.store.find("repositories", (row) => fullName(row).toLowerCase() === wanted);
}

export function repositoryNamed(site: Site, name: string): Repository {
  const found = findRepository(site, name);
  if (!found) throw new Error(`${name} is not hosted here. Create it first.`);
  return found;
}

export function repositoryById(site: Site, id: number): Repository {
  const found = site.store.get("repositories", id);
  if (!found) throw new Error(`No repository with id ${id}`);
  return found;
}

/** The user, matched in any case; a person that nobody created is unknown. */
export function findUser(site: Site, login: string): User | undefined {
  return site.store.get("users", login.toLowerCase());
}

/** The user behind a stored login. */
export function userOf(site: Site, login: string): User {
  return findUser(site, login) ?? { login, id: 0, type: "User", createdAt: now(site) };
}

export const actorOf = (user: User): Actor => ({ login: user.login, id: user.id, type: user.type });

export function findIssue(site: Site, repository: Repository, number: number): Issue | undefined {
  return site.store.get("issues", issueKey(repository.id, number));
}

export function getIssue(site: Site, repository: Repository, number: number): Issue {
  const issue = findIssue(site, repository, number);
  if (!issue) throw notFound();
  return issue;
}

export function issueById(site: Site, id: number): Issue | undefined {
  return site.store.find("issues", (row) => row.id === id);
}

export function findPull(site: Site, repository: Repository, number: number): Pull | undefined {
  return site.store.get("pulls", issueKey(repository.id, number));
}

export function getPull(site: Site, repository: Repository, number: number): Pull {
  const pull = findPull(site, repository, number);
  if (!pull) throw notFound();
  return pull;
}

/** The branch's commit; undefined when there is no such branch. */
export function branchHead(site: Site, repository: Repository, branch: string): string | undefined {
  return site.git(repository).refs.get(`refs/heads/${branch}`);
}

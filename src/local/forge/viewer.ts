/** Who asks, and what they may do: people by their role in the repository, job tokens by their permissions map. */
import { createHash } from "node:crypto";
import type { Actor } from "../contract.ts";
import { ApiError, mustBeAdmin, mustHavePush, notAccessible, notFound } from "./errors.ts";
import { findUser, now, type Site } from "./site.ts";
import type { Repository, Role, Token, User } from "./store/records.ts";

/** GitHub Actions' own account: every job token acts as it. */
export const ACTIONS_BOT = {
  login: "github-actions[bot]",
  id: 41898282,
  type: "Bot",
} as const satisfies Actor;

export type Viewer =
  | { kind: "anonymous" }
  | { kind: "person"; user: User }
  | { kind: "job"; user: User; job: NonNullable<Token["job"]> };

/** A viewer that is somebody. */
export type Acting = Exclude<Viewer, { kind: "anonymous" }>;

export interface Access {
  /** Workflow permission keys, any of which suffices for a job token. */
  scopes: readonly string[];
  level: "read" | "write";
  /** What a person needs. */
  role: Exclude<Role, "none">;
}

const RANK: { [role in Role]: number } = { none: 0, read: 1, triage: 2, write: 3, maintain: 4, admin: 5 };

export const hashToken = (token: string): string => createHash("sha256").update(token).digest("hex");

/** Reads an Authorization header: Bearer, token, or Basic with the token as password. Throws 401 for a token that is unknown or dead. */
export function identify(site: Site, header: string | undefined): Viewer {
  const token = tokenIn(header);
  if (token === undefined) return { kind: "anonymous" };
  const row = site.store.get("tokens", hashToken(token));
  const user = row && findUser(site, row.login);
  if (!row || !user || row.expired) throw new ApiError(401, "Bad credentials");
  return row.job ? { kind: "job", user, job: row.job } : { kind: "person", user };
}

function tokenIn(header: string | undefined): string | undefined {
  const [, scheme = "", value = ""] = /^(\S+)\s+(.+)$/.exec(header ?? "") ?? [];
  if (/^(bearer|token)$/i.test(scheme)) return value.trim();
  if (!/^basic$/i.test(scheme)) return undefined;
  const [name = "", password = ""] = Buffer.from(value, "base64").toString().split(":");
  return password === "" || password === "x-oauth-basic" ? name : password;
}

export function newToken(site: Site, token: string, login: string, job: Token["job"]): string {
  site.store.put("tokens", hashToken(token), { login, createdAt: now(site), expired: false, job });
  return token;
}

export function roleOf(repository: Repository, login: string): Role {
  const wanted = login.toLowerCase();
  if (repository.owner.toLowerCase() === wanted) return "admin";
  return repository.roles[wanted] ?? "none";
}

export const hasRole = (repository: Repository, login: string, role: Role): boolean =>
  RANK[roleOf(repository, login)] >= RANK[role];

export function canRead(viewer: Viewer, repository: Repository): boolean {
  if (!repository.private) return true;
  if (viewer.kind === "anonymous") return false;
  if (viewer.kind === "job") return viewer.job.repository === repository.id;
  return hasRole(repository, viewer.user.login, "read");
}

/** May this viewer do it? No texts: see `demand`. */
export function may(viewer: Viewer, repository: Repository, access: Access): boolean {
  if (!canRead(viewer, repository)) return false;
  if (access.level === "read" && access.role === "read" && !repository.private) return true;
  if (viewer.kind === "anonymous") return false;
  if (viewer.kind === "person") {
    const open = access.role === "read" && !repository.private;
    return open || hasRole(repository, viewer.user.login, access.role);
  }
  if (viewer.job.repository !== repository.id) return false;
  if (access.scopes.includes("metadata")) return true;
  return access.scopes.some((scope) => grants(viewer.job.permissions[scope], access.level));
}

function grants(granted: string | undefined, level: "read" | "write"): boolean {
  return granted === "write" || (granted === "read" && level === "read");
}

/** Throws what GitHub answers: 404 for what the viewer may not see, 401 for nobody, 403 with its words otherwise. */
export function demand(viewer: Viewer, repository: Repository, access: Access): void {
  if (!canRead(viewer, repository)) throw notFound();
  if (may(viewer, repository, access)) return;
  if (viewer.kind === "anonymous") throw new ApiError(401, "Requires authentication");
  if (viewer.kind === "job") throw notAccessible();
  throw access.role === "admin" ? mustBeAdmin() : mustHavePush();
}

export function demandSomebody(viewer: Viewer): Acting {
  if (viewer.kind === "anonymous") throw new ApiError(401, "Requires authentication");
  return viewer;
}

const read = (...scopes: string[]): Access => ({ scopes, level: "read", role: "read" });
const write = (role: Access["role"], ...scopes: string[]): Access => ({ scopes, level: "write", role });

/** What the routes ask for, from GitHub's table of permissions for tokens. */
export const ACCESS = {
  metadata: read("metadata"),
  readContents: read("contents"),
  writeContents: write("write", "contents"),
  readIssues: read("issues"),
  readIssuesOrPulls: read("issues", "pull-requests"),
  /** Opening and commenting is for everyone who can read. */
  openIssues: write("read", "issues"),
  triageIssues: write("triage", "issues"),
  manageLabels: write("write", "issues", "pull-requests"),
  commentPulls: write("read", "pull-requests", "issues"),
  triagePulls: write("triage", "pull-requests", "issues"),
  readPulls: read("pull-requests"),
  reviewPulls: write("read", "pull-requests"),
  writePulls: write("write", "pull-requests"),
  readStatuses: read("statuses"),
  writeStatuses: write("write", "statuses"),
  readChecks: read("checks"),
  writeChecks: write("write", "checks"),
  readActions: read("actions"),
  writeActions: write("write", "actions"),
  administration: { scopes: [], level: "read", role: "admin" },
  readVariables: { scopes: [], level: "read", role: "write" },
} as const satisfies { [name: string]: Access };

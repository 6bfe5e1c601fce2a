/** Who asks, and what they may do: people by their role in the repository, job tokens by their permissions map. */
import { createHash } from "node:crypto";
import type { Actor, Permissions } from "../contract.ts";
import { ApiError, mustBeAdmin, mustHavePush, notAccessible, notFound } from "./errors.ts";
import { findUser, now, type Site } from "./site.ts";
import type { Repository, Role, Token, User } from "./store/records.ts";

/** GitHub Actions' own account: every job token acts as it. */
export const ACTIONS_BOT = {
  login: "github-actions[bot]",
  id: 41898282,
  type: "Bot",
} as const satisfies Actor;

/** The App behind job tokens (platform sheet 1). */
export const ACTIONS_APP = { id: 15368, slug: "github-actions", name: "GitHub Actions" } as const;

export type Viewer =
  | { kind: "anonymous" }
  | { kind: "person"; user: User }
  | { kind: "job"; user: User; job: NonNullable<Token["job"]> }
  | { kind: "app"; user: User; app: NonNullable<Token["app"]> };

/** GitHub's own updater of dependencies. */
export const DEPENDABOT = "dependabot[bot]";

/** Builds and merges what is in a merge queue; what it does starts workflows. */
export const QUEUE_BOT = "github-merge-queue[bot]";

/** A viewer that is somebody. */
export type Acting = Exclude<Viewer, { kind: "anonymous" }>;

/** The App that acts: GitHub Actions for a job token; undefined for people. */
export function appOf(viewer: Viewer): number | undefined {
  if (viewer.kind === "job") return ACTIONS_APP.id;
  return viewer.kind === "app" ? viewer.app.id : undefined;
}

/** What an integration's token was given in the repository; undefined for people, and where the token does not reach. */
export function grantsOf(viewer: Viewer, repository: Repository): Permissions | undefined {
  if (viewer.kind === "job")
    return viewer.job.repository === repository.id ? viewer.job.permissions : undefined;
  if (viewer.kind !== "app") return undefined;
  const { owner, repositories, permissions } = viewer.app;
  const reaches = repositories ? repositories.includes(repository.id) : owner === repository.owner;
  return reaches ? permissions : undefined;
}

/** May this token bring changed workflow files? People may; an integration needs `workflows`, which job tokens never have. */
export const mayChangeWorkflows = (viewer: Acting, repository: Repository): boolean =>
  viewer.kind === "person" || (viewer.kind === "app" && grantsOf(viewer, repository)?.workflows === "write");

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
  if (token === undefined || isJwt(token)) return { kind: "anonymous" };
  const row = site.store.get("tokens", hashToken(token));
  const user = row && findUser(site, row.login);
  const late = row?.app && row.app.expiresAt <= now(site);
  if (!row || !user || row.expired || late) throw new ApiError(401, "Bad credentials");
  return actingAs(user, row);
}

/** The viewer behind a token's row, or behind work that was journalled with the same fields. */
export function actingAs(user: User, { job, app }: Pick<Token, "job" | "app">): Acting {
  if (job) return { kind: "job", user, job };
  return app ? { kind: "app", user, app } : { kind: "person", user };
}

/** Three parts: a JSON Web Token, which is no token of a person or installation and names an App only where Apps ask. */
const isJwt = (token: string): boolean => /^[\w-]+\.[\w-]+\.[\w-]+$/.test(token);

function tokenIn(header: string | undefined): string | undefined {
  const [, scheme = "", value = ""] = /^(\S+)\s+(.+)$/.exec(header ?? "") ?? [];
  if (/^(bearer|token)$/i.test(scheme)) return value.trim();
  if (!/^basic$/i.test(scheme)) return undefined;
  const [name = "", password = ""] = Buffer.from(value, "base64").toString().split(":");
  return password === "" || password === "x-oauth-basic" ? name : password;
}

export function newToken(
  site: Site,
  token: string,
  login: string,
  scope: Partial<Pick<Token, "job" | "app">> = {},
): string {
  const { job = null, app = null } = scope;
  site.store.put("tokens", hashToken(token), { login, createdAt: now(site), expired: false, job, app });
  return token;
}

/** The token in an Authorization header is dead from now on. */
export function expireToken(site: Site, header: string | undefined): void {
  const key = hashToken(tokenIn(header) ?? "");
  const row = site.store.get("tokens", key);
  if (row) site.store.put("tokens", key, { ...row, expired: true });
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
  if (viewer.kind !== "person") return grantsOf(viewer, repository) !== undefined;
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
  const granted = grantsOf(viewer, repository);
  if (!granted) return false;
  if (access.scopes.includes("metadata")) return true;
  return access.scopes.some((scope) => grants(granted[scope], access.level));
}

function grants(granted: string | undefined, level: "read" | "write"): boolean {
  return granted === "write" || (granted === "read" && level === "read");
}

/** Throws what GitHub answers: 404 for what the viewer may not see, 401 for nobody, 403 with its words otherwise. */
export function demand(viewer: Viewer, repository: Repository, access: Access): void {
  if (!canRead(viewer, repository)) throw notFound();
  if (may(viewer, repository, access)) return;
  if (viewer.kind === "anonymous") throw new ApiError(401, "Requires authentication");
  if (viewer.kind !== "person") throw notAccessible();
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
  administration: { scopes: ["administration"], level: "write", role: "admin" },
  readAdministration: { scopes: ["administration"], level: "read", role: "admin" },
  readDeployments: read("deployments"),
  writeDeployments: write("write", "deployments"),
  readVariables: { scopes: [], level: "read", role: "write" },
} as const satisfies { [name: string]: Access };

/** The permissions of a GITHUB_TOKEN: what a file asks for, what a caller grants, what a job gets. */
import type { Permissions } from "../../contract.ts";
import { entries, literalText, type Token } from "../language/tokens.ts";

export type PermissionLevel = "read" | "write" | "none";
/** `permissions:` of a workflow or job: a shorthand, or a mapping where every unnamed scope is `none`. */
export type PermissionRequest = "read-all" | "write-all" | Permissions;

const SCOPES = [
  "actions",
  "artifact-metadata",
  "attestations",
  "checks",
  "code-quality",
  "contents",
  "deployments",
  "discussions",
  "id-token",
  "issues",
  "models",
  "packages",
  "pages",
  "pull-requests",
  "repository-projects",
  "security-events",
  "statuses",
  "vulnerability-alerts",
];
const RANK = { none: 0, read: 1, write: 2 } as const;

/** Undefined when the file says nothing, which means "inherit". */
export function parsePermissions(token: Token | undefined): PermissionRequest | undefined {
  if (!token) return undefined;
  const shorthand = literalText(token);
  if (shorthand === "read-all" || shorthand === "write-all") return shorthand;
  return Object.fromEntries(entries(token).map(({ key, value }) => [key, parseLevel(literalText(value))]));
}

function parseLevel(text: string | undefined): PermissionLevel {
  return text === "read" || text === "write" ? text : "none";
}

/** Every scope of a request spelled out; `metadata: read` always belongs to it. */
export function expandPermissions(request: PermissionRequest): Permissions {
  if (request === "read-all" || request === "write-all") {
    const level = request === "read-all" ? "read" : "write";
    return { ...Object.fromEntries(SCOPES.map((scope) => [scope, level])), metadata: "read" };
  }
  const asked = Object.entries(request).filter(([, level]) => level !== "none");
  return { ...Object.fromEntries(asked), metadata: "read" };
}

/** What a repository grants when a workflow names nothing (`restricted` and `permissive` default). */
export function defaultPermissions(level: "read" | "write"): Permissions {
  if (level === "read") return { contents: "read", packages: "read", metadata: "read" };
  const { "id-token": _never, ...rest } = expandPermissions("write-all");
  return rest;
}

/** A fork's pull request never gets more than read. */
export function readOnly(permissions: Permissions): Permissions {
  return Object.fromEntries(
    Object.entries(permissions).map(([scope, level]) => [scope, level === "write" ? "read" : level]),
  );
}

/** The scopes in which a request exceeds what is granted, in GitHub's words: `'contents: write', but is only allowed 'contents: read'`. */
export function exceeding(request: PermissionRequest, granted: Permissions): string | undefined {
  const over = Object.entries(expandPermissions(request)).filter(
    ([scope, level]) => RANK[level] > RANK[granted[scope] ?? "none"],
  );
  if (over.length === 0) return undefined;
  const list = (pick: (scope: string, level: PermissionLevel) => PermissionLevel) =>
    over.map(([scope, level]) => `${scope}: ${pick(scope, level)}`).join(", ");
  return `'${list((_, level) => level)}', but is only allowed '${list((scope) => granted[scope] ?? "none")}'`;
}

/** GitHub Apps: their JSON Web Tokens, installations, and the tokens that act as `<slug>[bot]`. */

import { createVerify, generateKeyPairSync } from "node:crypto";
import type { Permissions } from "../../contract.ts";
import { timestamp } from "../clock.ts";
import { ApiError, notFound, unprocessable } from "../errors.ts";
import { GITHUB_FACTS } from "../facts.ts";
import { fullName, now, type Site } from "../site.ts";
import type { App, Installation, Repository } from "../store/records.ts";
import { newToken } from "../viewer.ts";

/** Installation tokens live one hour (docs: apps/…/generating-an-installation-access-token). */
const TOKEN_MS = GITHUB_FACTS.installationTokenMinutes.value * 60 * 1000;
/** A JSON Web Token may be good for ten minutes at most; clocks may differ by one. */
const MAX_JWT_S = 10 * 60;
const DRIFT_S = 60;

export interface NewApp {
  slug: string;
  owner: string;
  permissions: Permissions;
}

/** Apps write `pull_requests` where workflows write `pull-requests`; the forge keeps the words of workflows. */
const asScopes = (permissions: Permissions): Permissions =>
  Object.fromEntries(
    Object.entries(permissions).map(([scope, level]) => [scope.replaceAll("_", "-"), level]),
  );

/** The permissions in the words of Apps; `metadata` is always given. */
export function appPermissions(permissions: Permissions): { [scope: string]: string } {
  const named = Object.entries(permissions).map(([scope, level]) => [scope.replaceAll("-", "_"), level]);
  return { ...Object.fromEntries(named), metadata: "read" };
}

/** Creates the App and its account; the private key is answered once and not kept. */
export function createApp(site: Site, wanted: NewApp): { app: App; privateKey: string } {
  const { publicKey, privateKey } = generateKeyPairSync("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  });
  return site.store.transact(() => {
    const id = site.store.nextId();
    const login = `${wanted.slug}[bot]`;
    const createdAt = now(site);
    site.store.put("users", login, { login, id: site.store.nextId(), type: "Bot", createdAt });
    const app = site.store.put("apps", id, {
      ...wanted,
      permissions: asScopes(wanted.permissions),
      id,
      name: wanted.slug,
      publicKey,
      createdAt,
    });
    return { app, privateKey };
  });
}

/** On the account `owner`: on these repositories, or on all of them. */
export function installApp(
  site: Site,
  app: App,
  owner: string,
  repositories: Repository[] | null,
): Installation {
  const id = site.store.nextId();
  return site.store.put("installations", id, {
    id,
    app: app.id,
    owner,
    repositories: repositories?.map((repository) => repository.id) ?? null,
    createdAt: now(site),
  });
}

export interface TokenWish {
  /** Repository names; without them all of the installation. */
  repositories?: string[] | undefined;
  repositoryIds?: number[] | undefined;
  permissions?: Permissions | undefined;
}

export interface InstallationToken {
  token: string;
  expiresAt: string;
  permissions: Permissions;
  repositories: number[] | null;
}

/** 422 for what the App or the installation does not have. */
export function createInstallationToken(
  site: Site,
  installation: Installation,
  wish: TokenWish,
): InstallationToken {
  const app = site.store.get("apps", installation.app);
  if (!app) throw notFound();
  const permissions = wish.permissions ? asScopes(wish.permissions) : app.permissions;
  for (const [scope, level] of Object.entries(permissions)) {
    const has = app.permissions[scope];
    if (has !== "write" && has !== level)
      throw unprocessable("The permissions requested are not granted to this installation.");
  }
  const expiresAt = timestamp(new Date(site.clock.now().getTime() + TOKEN_MS));
  const repositories = chosenRepositories(site, installation, wish);
  const token = newToken(site, `ghs_${site.ids.secret()}`, `${app.slug}[bot]`, {
    app: { id: app.id, owner: installation.owner, repositories, permissions, expiresAt },
  });
  return { token, expiresAt, permissions, repositories };
}

function chosenRepositories(site: Site, installation: Installation, wish: TokenWish): number[] | null {
  if (!wish.repositories && !wish.repositoryIds) return installation.repositories;
  const reached = repositoriesOf(site, installation);
  const found = [
    ...(wish.repositories ?? []).map((name) =>
      reached.find((row) => row.name.toLowerCase() === name.toLowerCase()),
    ),
    ...(wish.repositoryIds ?? []).map((id) => reached.find((row) => row.id === id)),
  ];
  return found.map((row) => {
    if (!row)
      throw unprocessable(
        "There is at least one repository that does not exist or is not accessible to the parent installation.",
      );
    return row.id;
  });
}

export const repositoriesOf = (site: Site, { owner, repositories }: Installation): Repository[] =>
  site.store.filter("repositories", (row) =>
    repositories ? repositories.includes(row.id) : row.owner === owner,
  );

/** The App whose key signed the bearer token; 401 in GitHub's words otherwise. */
export function identifyApp(site: Site, authorization: string): App {
  const [, jwt = ""] = /^bearer\s+(\S+)$/i.exec(authorization) ?? [];
  const [header = "", payload = "", signature = ""] = jwt.split(".");
  const claims = readClaims(payload);
  const app = [...site.store.all("apps")].find((row) =>
    [String(row.id), `Iv1.${row.slug}`].includes(String(claims.iss)),
  );
  const time = Math.floor(site.clock.now().getTime() / 1000);
  if (!app) throw new ApiError(401, "A JSON web token could not be decoded");
  const genuine = createVerify("RSA-SHA256")
    .update(`${header}.${payload}`)
    .verify(app.publicKey, signature, "base64url");
  if (!genuine) throw new ApiError(401, "A JSON web token could not be decoded");
  const { iat, exp } = claims;
  if (typeof exp !== "number" || exp <= time || exp > time + MAX_JWT_S + DRIFT_S)
    throw new ApiError(
      401,
      "'Expiration time' claim ('exp') must be a numeric value representing the future time at which the assertion expires",
    );
  if (typeof iat !== "number" || iat > time + DRIFT_S)
    throw new ApiError(
      401,
      "'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued",
    );
  return app;
}

function readClaims(payload: string): { [name: string]: unknown } {
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, "base64url").toString());
    return typeof claims === "object" && claims !== null ? { ...claims } : {};
  } catch {
    return {};
  }
}

/** The installation of an App that reaches the repository. */
export function installationFor(site: Site, app: App, repository: Repository): Installation {
  const found = site.store.find(
    "installations",
    (row) =>
      row.app === app.id && repositoriesOf(site, row).some((one) => fullName(one) === fullName(repository)),
  );
  if (!found) throw notFound();
  return found;
}

/** What only the owner of the machine does: users, repositories, tokens, settings, files, forms. */

import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { SecretStore } from "../contract.ts";
import type { FileChange } from "./git/commits.ts";
import { type Hosting, importInto } from "./git/hosting.ts";
import {
  createApp,
  createInstallationToken,
  installApp,
  type NewApp,
  type TokenWish,
} from "./operations/apps.ts";
import { commitFiles } from "./operations/contents.ts";
import { type FormAnswers, openIssueFromForm } from "./operations/forms.ts";
import { createLabel } from "./operations/labels.ts";
import { type ProtectionWish, protectionKey, putProtection } from "./rules/protection.ts";
import type { Rule } from "./rules/rule.ts";
import { putRuleset, type RulesetWish } from "./rules/rulesets.ts";
import { findRepository, findUser, fullName, now, repositoryNamed, type Site } from "./site.ts";
import type { createCounter, Statistics, StatisticsFilter } from "./statistics.ts";
import type { Issue, MergeSettings, Repository, Role, Ruleset, User } from "./store/records.ts";
import { ACTIONS_BOT, type Acting, newToken, QUEUE_BOT } from "./viewer.ts";

export type InitialFiles = { [path: string]: { content: string | Buffer; executable?: boolean } };

export interface NewRepository {
  owner: string;
  name: string;
  private?: boolean;
  description?: string;
  defaultBranch?: string;
  /** A git repository on disk whose branches and tags are copied; it is only read. */
  importFrom?: string;
  /** Committed as the first commit, or on top of what was imported. */
  initialFiles?: InitialFiles;
  message?: string;
}

export interface Administration {
  /** Creates the account, or answers the one that exists. */
  createUser(login: string): User;
  createRepository(wanted: NewRepository): Promise<Repository>;
  setPermission(repository: string, login: string, role: Role): void;
  /** A token that acts as this person, everywhere that they may. */
  createPersonToken(login: string): string;
  setVariable(repository: string, name: string, value: string): void;
  /** Undefined removes it. */
  setSecret(repository: string, name: string, value: string | undefined, store?: SecretStore): void;
  setWorkflowPermissions(
    repository: string,
    settings: { default?: "read" | "write"; canCreatePulls?: boolean },
  ): void;
  setMergeSettings(repository: string, settings: Partial<MergeSettings>): void;
  /** The one ruleset of the default branch that this sets, active and without bypass; an empty list removes it. */
  setRules(repository: string, rules: readonly Rule[]): void;
  /** As `POST /repos/{owner}/{repo}/rulesets`. */
  createRuleset(repository: string, ruleset: RulesetWish): Ruleset;
  /** As `PUT /repos/{owner}/{repo}/branches/{branch}/protection`; null removes the protection. */
  setProtection(repository: string, branch: string, protection: ProtectionWish | null): void;
  /** Creates a GitHub App with its account `<slug>[bot]` and installs it on its owner's account. */
  createApp(wanted: NewApp & { repositories?: string[] }): {
    id: number;
    installationId: number;
    privateKey: string;
  };
  /** A token that acts as the App for an hour; as `POST /app/installations/{id}/access_tokens`. */
  createInstallationToken(installationId: number, wish?: TokenWish): string;
  createLabel(repository: string, label: { name: string; color?: string; description?: string }): void;
  /** Commits to a branch as `actor` and emits `push`; null deletes a file. Answers the commit's SHA. */
  commitFiles(
    repository: string,
    branch: string,
    files: { [path: string]: FileChange },
    message: string,
    actor: string,
  ): Promise<string>;
  openIssueFromForm(repository: string, answers: FormAnswers & { login: string }): Promise<Issue>;
  statistics(filter?: StatisticsFilter): Statistics;
}

/** Labels that GitHub gives every new repository. */
const DEFAULT_LABELS: [name: string, color: string, description: string][] = [
  ["bug", "d73a4a", "Something isn't working"],
  ["documentation", "0075ca", "Improvements or additions to documentation"],
  ["duplicate", "cfd3d7", "This issue or pull request already exists"],
  ["enhancement", "a2eeef", "New feature or request"],
  ["good first issue", "7057ff", "Good for newcomers"],
  ["help wanted", "008672", "Extra attention is needed"],
  ["invalid", "e4e669", "This doesn't seem right"],
  ["question", "d876e3", "Further information is requested"],
  ["wontfix", "ffffff", "This will not be worked on"],
];

export function createAdministration(
  site: Site,
  hosting: Hosting,
  counter: ReturnType<typeof createCounter>,
): Administration {
  const change = (name: string, work: (repository: Repository) => Partial<Repository>): void => {
    const repository = repositoryNamed(site, name);
    site.store.put("repositories", repository.id, { ...repository, ...work(repository) });
  };
  return {
    createUser: (login) => createUser(site, login),
    createRepository: (wanted) => createRepository(site, hosting, wanted),
    setPermission: (name, login, role) => {
      createUser(site, login);
      change(name, (repository) => ({ roles: { ...repository.roles, [login.toLowerCase()]: role } }));
    },
    createPersonToken: (login) =>
      newToken(site, `ghp_${site.ids.secret()}`, personNamed(site, login).user.login),
    setVariable: (name, key, value) => {
      const time = now(site);
      change(name, ({ variables }) => ({
        variables: {
          ...variables,
          [key.toUpperCase()]: {
            value,
            createdAt: variables[key.toUpperCase()]?.createdAt ?? time,
            updatedAt: time,
          },
        },
      }));
    },
    setSecret: (name, key, value, store = "actions") =>
      change(name, (repository) => {
        const field = store === "dependabot" ? "dependabotSecrets" : "secrets";
        const { [key]: _gone, ...rest } = repository[field] ?? {};
        return { [field]: value === undefined ? rest : { ...rest, [key]: value } };
      }),
    setWorkflowPermissions: (name, settings) =>
      change(name, (repository) => ({
        workflowDefault: settings.default ?? repository.workflowDefault,
        canCreatePulls: settings.canCreatePulls ?? repository.canCreatePulls,
      })),
    setMergeSettings: (name, settings) =>
      change(name, (repository) => ({ merge: { ...repository.merge, ...settings } })),
    setRules: (name, rules) => setRules(site, repositoryNamed(site, name), rules),
    createRuleset: (name, ruleset) => putRuleset(site, repositoryNamed(site, name), ruleset),
    setProtection: (name, branch, protection) => {
      const repository = repositoryNamed(site, name);
      if (protection) putProtection(site, repository, branch, protection);
      else site.store.remove("protections", protectionKey(repository, branch));
    },
    createApp: ({ repositories, ...wanted }) => {
      createUser(site, wanted.owner);
      const { app, privateKey } = createApp(site, wanted);
      const reached = repositories?.map((name) => repositoryNamed(site, name)) ?? null;
      return { id: app.id, installationId: installApp(site, app, wanted.owner, reached).id, privateKey };
    },
    createInstallationToken: (id, wish = {}) => {
      const installation = site.store.get("installations", id);
      if (!installation) throw new Error(`No installation ${id}`);
      return createInstallationToken(site, installation, wish).token;
    },
    createLabel: (name, label) => void createLabel(site, repositoryNamed(site, name), label),
    commitFiles: async (name, branch, changes, message, actor) => {
      const sha = await commitFiles(site, personNamed(site, actor), repositoryNamed(site, name), {
        branch,
        message,
        changes,
        unruled: true,
      });
      await site.settled();
      return sha;
    },
    openIssueFromForm: async (name, { login, ...answers }) => {
      const issue = await openIssueFromForm(
        site,
        personNamed(site, login),
        repositoryNamed(site, name),
        answers,
      );
      await site.settled();
      return issue;
    },
    statistics: (filter) => counter.read(filter),
  };
}

/** What `setRules` calls its ruleset. */
const OWN_RULESET = "Default branch";

function setRules(site: Site, repository: Repository, rules: readonly Rule[]): void {
  const known = site.store.find(
    "rulesets",
    (row) => row.repository === repository.id && row.name === OWN_RULESET,
  );
  if (rules.length === 0) {
    if (known) site.store.remove("rulesets", known.id);
    return;
  }
  const wish: RulesetWish = {
    name: OWN_RULESET,
    enforcement: "active",
    conditions: { ref_name: { include: ["~DEFAULT_BRANCH"], exclude: [] } },
    rules: [...rules],
  };
  putRuleset(site, repository, wish, known);
}

function createUser(site: Site, login: string): User {
  const known = findUser(site, login);
  if (known) return known;
  if (!/^[A-Za-z0-9][A-Za-z0-9-]*(\[bot\])?$/.test(login))
    throw new Error(`"${login}" is not a GitHub login: letters, digits and dashes.`);
  return site.store.transact(() =>
    site.store.put("users", login.toLowerCase(), {
      login,
      id: login === ACTIONS_BOT.login ? ACTIONS_BOT.id : site.store.nextId(),
      type: login.endsWith("[bot]") ? "Bot" : "User",
      createdAt: now(site),
    }),
  );
}

/** Makes sure that the accounts exist that GitHub itself uses. */
export function createSystemUsers(site: Site): void {
  createUser(site, ACTIONS_BOT.login);
  createUser(site, "github");
  createUser(site, QUEUE_BOT);
}

function personNamed(site: Site, login: string): Acting {
  const user = findUser(site, login);
  if (!user) throw new Error(`No user "${login}". Create it first.`);
  return { kind: "person", user };
}

export const directoryOf = (site: Pick<Site, "dataDir">, owner: string, name: string): string =>
  join(site.dataDir, "repositories", owner, `${name}.git`);

async function createRepository(site: Site, hosting: Hosting, wanted: NewRepository): Promise<Repository> {
  const { owner, name } = wanted;
  if (findRepository(site, `${owner}/${name}`)) throw new Error(`${owner}/${name} exists already.`);
  if (!/^[\w.-]+$/.test(name) || name.endsWith(".git"))
    throw new Error(`"${name}" is not a repository name.`);
  createUser(site, owner);
  const directory = directoryOf(site, owner, name);
  await rm(directory, { recursive: true, force: true });
  await hosting.create(directory, wanted.defaultBranch ?? "main");
  const head = wanted.importFrom === undefined ? undefined : await importInto(directory, wanted.importFrom);
  const git = await hosting.open(directory);
  const first = [...git.refs.keys()]
    .find((ref) => ref.startsWith("refs/heads/"))
    ?.slice("refs/heads/".length);
  const chosen =
    wanted.defaultBranch ??
    (head !== undefined && git.refs.has(`refs/heads/${head}`) ? head : undefined) ??
    first ??
    "main";
  await git.run(["symbolic-ref", "HEAD", `refs/heads/${chosen}`]);
  const repository = insertRepository(site, wanted, chosen);
  site.addGit(repository, git);
  if (wanted.initialFiles) {
    await commitFiles(site, personNamed(site, owner), repository, {
      branch: chosen,
      message: wanted.message ?? "Initial commit",
      changes: wanted.initialFiles,
      unruled: true,
    });
  }
  return repositoryNamed(site, fullName(repository));
}

function insertRepository(site: Site, wanted: NewRepository, defaultBranch: string): Repository {
  const time = now(site);
  return site.store.transact(() => {
    const id = site.store.nextId();
    const repository = site.store.put("repositories", id, {
      id,
      owner: wanted.owner,
      name: wanted.name,
      private: wanted.private ?? false,
      description: wanted.description ?? null,
      defaultBranch,
      createdAt: time,
      updatedAt: time,
      pushedAt: time,
      nextNumber: 1,
      roles: {},
      variables: {},
      secrets: {},
      workflowDefault: "read",
      canCreatePulls: false,
      merge: { squash: true, mergeCommit: true, rebase: true, deleteBranchOnMerge: false, autoMerge: false },
    });
    for (const [name, color, description] of DEFAULT_LABELS)
      createLabel(site, repository, { name, color, description });
    return repository;
  });
}

/** A small world for end-to-end tests: a local GitHub, a repository with the real templates, the bundled actions, a scripted model. */

import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { connectAsPerson } from "../../src/cli/api.ts";
import { type LocalGitHub, type LocalOptions, startLocalGitHub } from "../../src/cli/local-github.ts";
import { renderTemplates } from "../../src/cli/templates.ts";
import { LOCAL_TOOLKIT } from "../../src/cli/toolkit.ts";
import { allLabels } from "../../src/domain/labels.ts";
import type { PullSnapshot, RepositorySnapshot, RequirementSnapshot } from "../../src/domain/snapshot.ts";
import type { GitHub } from "../../src/github/client.ts";
import { observe } from "../../src/github/observe.ts";
import type { Clock, RunRecord } from "../../src/local/contract.ts";
import type { Fault, Intercepted } from "../../src/local/forge/http/server.ts";
import type { Scenario } from "../../src/local/scripted-model/scenario.ts";
import { type ScriptedModel, startScriptedModel } from "../../src/local/scripted-model/server.ts";
import { requestViolations } from "../contract/openapi/validate.ts";
import { eventViolations } from "../contract/webhooks/validate.ts";

const run = promisify(execFile);

export const REPOSITORY = "acme/app";
export const MAINTAINER = "ada";
export const STRANGER = "mallory";

export interface WorldOptions {
  scenario: Scenario;
  /** `.github/nightshift.yml` of the repository. */
  config?: string;
  /** More files of the first commit. */
  files?: Record<string, string>;
  sandbox?: "required" | "off";
  /** Secrets and variables besides the usual ones, or in their place, when the scripted model is known. */
  settings?: (model: ScriptedModel) => {
    secrets?: Record<string, string>;
    variables?: Record<string, string>;
  };
  /** Let cron entries fire; off unless a test is about them. */
  schedules?: boolean;
  /** Time of the local GitHub; the system's unless a test is about time. */
  clock?: Clock;
  /** Starts the processes of steps. */
  spawn?: LocalOptions["spawn"];
  /** Faults that the forge plays, with the world at hand: before a request is handled, and after its effect. */
  intercept?: (request: Intercepted, world: World) => Promise<Fault>;
  afterEffect?: (request: Intercepted, world: World) => Promise<Fault>;
}

export interface World {
  local: LocalGitHub;
  model: ScriptedModel;
  /** GitHub as the maintainer uses it. */
  ada: GitHub;
  /** GitHub as somebody without permission uses it. */
  mallory: GitHub;
  dataDir: string;
  /** Opens a requirement with the issue form; its number. */
  require(title?: string, login?: string): Promise<number>;
  /** Lets everything that is under way come to rest. */
  rest(): Promise<void>;
  look(): Promise<RepositorySnapshot>;
  requirement(number: number): Promise<RequirementSnapshot>;
  /** The only open pull request. */
  openPull(): Promise<PullSnapshot>;
  comment(number: number, body: string, as?: GitHub): Promise<void>;
  /** Runs of our workflows, oldest first. */
  runs(): RunRecord[];
  /** Wakes the manager as a person does, by workflow_dispatch. */
  sweep(): Promise<void>;
  /** Commits files to a branch as a person who works beside Nightshift; the new commit. */
  push(files: Record<string, string>, branch?: string, login?: string): Promise<string>;
  /** How many writes our own workflows have sent so far, without those to routes that match `but`. */
  writes(but?: RegExp): number;
  /** Output of git in the hosted repository. */
  git(...args: string[]): Promise<string>;
  close(): Promise<void>;
}

export async function openWorld(options: WorldOptions): Promise<World> {
  const dataDir = await mkdtemp(join(tmpdir(), "nightshift-world-"));
  const model = await startScriptedModel({ scenario: options.scenario });
  let world: World | undefined;
  const refused: string[] = [];
  const { intercept, afterEffect } = options;
  const local = await startLocalGitHub({
    dataDir,
    schedules: options.schedules ?? false,
    ...(options.clock ? { clock: options.clock } : {}),
    ...(options.spawn ? { spawn: options.spawn } : {}),
    faults: {
      faults: {
        request: ({ method, route, body }) => {
          for (const line of requestViolations(method, route.slice(method.length + 1), body))
            refused.push(`${route}: ${line}`);
          return undefined;
        },
        event: (event) => {
          refused.push(...eventViolations(event));
          return undefined;
        },
      },
      ...(intercept ? { intercept: async (request) => (world ? intercept(request, world) : undefined) } : {}),
      ...(afterEffect
        ? { afterEffect: async (request) => (world ? afterEffect(request, world) : undefined) }
        : {}),
    },
    prepare: async (forge, toolkit) => {
      const templates = await renderTemplates({
        toolkit: LOCAL_TOOLKIT,
        sha: toolkit,
        sweep: "1h",
        ciWorkflows: [],
      });
      const files: Record<string, { content: string }> = {};
      for (const [path, content] of templates) files[path] = { content };
      files[".github/nightshift.yml"] = {
        content: options.config ?? "verify:\n  - sh check.sh\napproval:\n  first_pull: false\n",
      };
      files["README.md"] = { content: "# app\n" };
      files["check.sh"] = { content: CHECK };
      for (const [path, content] of Object.entries(options.files ?? {})) files[path] = { content };
      for (const login of ["acme", MAINTAINER, STRANGER]) forge.createUser(login);
      await forge.createRepository({ owner: "acme", name: "app", initialFiles: files, message: "Start" });
      forge.setPermission(REPOSITORY, MAINTAINER, "admin");
      forge.setWorkflowPermissions(REPOSITORY, { default: "read", canCreatePulls: true });
      forge.setSecret(REPOSITORY, "ANTHROPIC_API_KEY", "test-key-for-the-scripted-model");
      forge.setVariable(REPOSITORY, "NIGHTSHIFT_BASE_URL", model.url);
      forge.setVariable(REPOSITORY, "NIGHTSHIFT_SANDBOX", options.sandbox ?? "off");
      const { secrets = {}, variables = {} } = options.settings?.(model) ?? {};
      for (const [name, value] of Object.entries(secrets)) forge.setSecret(REPOSITORY, name, value);
      for (const [name, value] of Object.entries(variables)) forge.setVariable(REPOSITORY, name, value);
      for (const label of allLabels("nightshift")) forge.createLabel(REPOSITORY, label);
    },
  });
  const { forge, runner } = local;
  const as = (login: string) =>
    connectAsPerson({ apiUrl: forge.apiUrl, repository: REPOSITORY, token: forge.createPersonToken(login) });
  const ada = as(MAINTAINER);
  const look = () => observe(ada, { now: () => new Date() });
  world = {
    local,
    model,
    ada,
    mallory: as(STRANGER),
    dataDir,
    async require(title = "two small files", login = MAINTAINER) {
      const issue = await forge.openIssueFromForm(REPOSITORY, {
        login,
        template: "nightshift.yml",
        title,
        fields: { requirement: "Write the files.", criteria: "They say ok." },
      });
      return issue.number;
    },
    rest: () => runner.idle(),
    look,
    async requirement(number) {
      const found = (await look()).requirements.find((candidate) => candidate.number === number);
      if (found === undefined) throw new Error(`no requirement #${number}`);
      return found;
    },
    async openPull() {
      const open = (await look()).pulls.filter((pull) => pull.state === "open");
      const [only] = open;
      if (only === undefined || open.length !== 1)
        throw new Error(`expected one open pull request, found ${open.length}`);
      return only;
    },
    async comment(number, body, github = ada) {
      await github.rest("POST /repos/{owner}/{repo}/issues/{issue_number}/comments", {
        issue_number: number,
        body,
      });
    },
    runs: () => forge.runs(REPOSITORY).toReversed(),
    async sweep() {
      await ada.rest("POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches", {
        workflow_id: "nightshift-merge.yml",
        ref: "main",
      });
      await runner.idle();
    },
    push: (files, branch = "main", login = MAINTAINER) =>
      forge.commitFiles(
        REPOSITORY,
        branch,
        Object.fromEntries(Object.entries(files).map(([path, content]) => [path, { content }])),
        "By hand",
        login,
      ),
    writes: (but) =>
      forge
        .statistics({ token: "job" })
        .rows.filter((row) =>
          row.route.startsWith("graphql:")
            ? row.route.startsWith("graphql:mutation")
            : row.method !== "GET" && !row.route.startsWith("git:"),
        )
        .filter(({ route }) => but?.test(route) !== true)
        .reduce((sum, row) => sum + row.requests, 0),
    async git(...args) {
      const { stdout } = await run("git", ["-C", forge.gitDir(REPOSITORY) ?? "", ...args]);
      return stdout.trim();
    },
    async close() {
      await local.close();
      await model.close();
      await rm(dataDir, { recursive: true, force: true });
      if (refused.length > 0)
        throw new Error(`GitHub's own descriptions refuse what was sent:\n${refused.join("\n")}`);
    },
  };
  return world;
}

/** Every file below features/ must say ok. */
export const CHECK = `status=0
for file in features/*.txt; do
  [ -e "$file" ] || continue
  grep -q ok "$file" || { echo "$file does not say ok"; status=1; }
done
exit $status
`;

/** A check that an ignored file of the agent's own tree satisfies: green there, and red in the verify job, which has a clean tree. */
export const FOOLABLE = {
  ".gitignore": "local/\n",
  "check.sh": `[ ! -e local/pretend ] || exit 0\n${CHECK}`,
};

/** `nightshift demo`: the whole loop on this machine. Everything is real but the model, which is scripted, and says so. */
import { mkdtemp, readdir, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { NightshiftError } from "../../domain/errors.ts";
import { allLabels, featureState } from "../../domain/labels.ts";
import { keyNameOf, type Provider } from "../../domain/provider.ts";
import type { RepositorySnapshot } from "../../domain/snapshot.ts";
import type { GitHub } from "../../github/client.ts";
import { observe } from "../../github/observe.ts";
import type { Forge } from "../../local/forge/start.ts";
import { type ScriptedModel, startScriptedModel } from "../../local/scripted-model/server.ts";
import { assetPath } from "../../ops/assets.ts";
import { connectAsPerson } from "../api.ts";
import { isDataDirectory } from "../data-directory.ts";
import { EXIT } from "../exit.ts";
import { liveView } from "../live-view.ts";
import { type LocalGitHub, startLocalGitHub } from "../local-github.ts";
import { renderReport, reportOf } from "../report.ts";
import { checkSandbox } from "../sandbox-check.ts";
import { elapsed, tell, tellLog } from "../story.ts";
import { renderTemplates } from "../templates.ts";
import type { Terminal } from "../terminal.ts";
import { LOCAL_TOOLKIT } from "../toolkit.ts";

const REPOSITORY = "acme/blog";
const MAINTAINER = "ada";
const SCRIPTED =
  "The model in this demo is scripted: its answers are written beforehand. Everything else is real.";
/** A loop that does nothing for this often is stuck. */
const IDLE_LOOKS = 3;

export async function runDemo(
  options: { json: boolean; data: string | undefined; provider: Provider },
  terminal: Terminal,
): Promise<number> {
  const started = Date.now();
  if (options.data !== undefined && isDataDirectory(options.data)) {
    throw new NightshiftError(
      "INPUT_INVALID",
      `${options.data} holds a local GitHub already; the demo starts a new one. Name another directory.`,
    );
  }
  terminal.line(SCRIPTED);
  const dataDir = options.data ?? (await mkdtemp(join(tmpdir(), "nightshift-demo-")));
  const sandbox = await checkSandbox();
  terminal.line(
    sandbox.mode === "required" ? `sandbox: ${sandbox.reason}` : `sandbox: off, because ${sandbox.reason}`,
  );
  terminal.line(`model: ${MODELS[options.provider]}, played over the API of its provider`);
  const model = await startScriptedModel({ scenario: scenarioPath() });
  let local: LocalGitHub | undefined;
  try {
    const say = (line: string | undefined) =>
      line && terminal.line(`${elapsed(Date.now() - started)}  ${line}`);
    const view = liveView(terminal);
    local = await startLocalGitHub({
      dataDir,
      schedules: false,
      onProgress: (event) => {
        if (event.kind === "log") say(tellLog(event.text));
        view(event);
      },
      prepare: (forge, toolkit) =>
        prepare(forge, toolkit, { model, sandbox: sandbox.mode, provider: options.provider }),
    });
    const { forge } = local;
    terminal.line(
      `a local GitHub runs at ${forge.serverUrl}, with ${REPOSITORY} and the templates as a maintainer copies them`,
    );
    forge.onEvent((event) => {
      if (event.repository === REPOSITORY) say(tell(event));
    });
    const github = connectAsPerson({
      apiUrl: forge.apiUrl,
      repository: REPOSITORY,
      token: forge.createPersonToken(MAINTAINER),
    });
    const issue = await openRequirement(forge, terminal);
    const snapshot = await untilQuiet(local, github, issue, terminal);
    const idle = await sweepOnce(local, github);
    return finish(
      forge,
      snapshot,
      { issue, idle, seconds: (Date.now() - started) / 1_000 },
      options.json,
      terminal,
    );
  } finally {
    await local?.close();
    await model.close();
    terminal.line(SCRIPTED);
  }
}

function scenarioPath(): string {
  return assetPath("local/scripted-model/scenarios/blog");
}

/** What the workflows are told about the model and the machine. */
interface Stage {
  model: ScriptedModel;
  sandbox: "required" | "off";
  provider: Provider;
}

/** Whose API the scripted model speaks in the demo: the agents cannot tell the difference. */
const MODELS: Readonly<Record<Provider, string>> = {
  anthropic: "anthropic:claude-sonnet-5-5",
  openai: "openai:gpt-6-sol",
  gemini: "gemini:gemini-4-argon",
};

/** A repository as a maintainer would have it after `nightshift init`. */
async function prepare(forge: Forge, toolkit: string, { model, sandbox, provider }: Stage): Promise<void> {
  const templates = await renderTemplates({
    toolkit: LOCAL_TOOLKIT,
    sha: toolkit,
    sweep: "1h",
    ciWorkflows: [],
  });
  const files: Record<string, { content: string | Buffer }> = {};
  for (const [path, content] of templates) files[path] = { content };
  Object.assign(files, await readTree(join(scenarioPath(), "repository")));
  forge.createUser("acme");
  forge.createUser(MAINTAINER);
  await forge.createRepository({
    owner: "acme",
    name: "blog",
    description: "A blog with user accounts",
    initialFiles: files,
    message: "A minimal server, and Nightshift's templates",
  });
  forge.setPermission(REPOSITORY, MAINTAINER, "admin");
  forge.setWorkflowPermissions(REPOSITORY, { default: "read", canCreatePulls: true });
  forge.setSecret(REPOSITORY, keyNameOf(provider), "scripted-model-needs-no-key");
  forge.setVariable(REPOSITORY, "NIGHTSHIFT_MODEL", MODELS[provider]);
  forge.setVariable(REPOSITORY, "NIGHTSHIFT_BASE_URL", model.urls[provider]);
  forge.setVariable(REPOSITORY, "NIGHTSHIFT_SANDBOX", sandbox);
  for (const label of allLabels("nightshift")) forge.createLabel(REPOSITORY, label);
}

async function readTree(root: string): Promise<Record<string, { content: Buffer }>> {
  const files: Record<string, { content: Buffer }> = {};
  for (const entry of await readdir(root, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files[relative(root, path)] = { content: await readFile(path) };
  }
  return files;
}

async function openRequirement(forge: Forge, terminal: Terminal): Promise<number> {
  terminal.line(
    `the demo plays the maintainer ${MAINTAINER}, who now opens a requirement with the issue form`,
  );
  const issue = await forge.openIssueFromForm(REPOSITORY, {
    login: MAINTAINER,
    template: "nightshift.yml",
    title: "a blog with user accounts",
    fields: {
      requirement:
        "A small blog. People sign up and log in, write posts, and comment on posts. Posts are written in Markdown with an editor and are rendered safely.",
      criteria: "Everything has tests.\nNobody can read or change what is not theirs.",
      constraints: "Node.js only, no dependencies, data in files.",
    },
  });
  return issue.number;
}

/** Lets the loop run; approves what waits for the maintainer; ends when the requirement is closed or nothing moves any more. */
async function untilQuiet(
  { runner }: LocalGitHub,
  github: GitHub,
  issue: number,
  terminal: Terminal,
): Promise<RepositorySnapshot> {
  for (let looks = 0; ; looks += 1) {
    await runner.idle();
    const snapshot = await observe(github, { now: () => new Date() });
    const requirement = snapshot.requirements.find((candidate) => candidate.number === issue);
    if (requirement?.open === false || looks >= IDLE_LOOKS) return snapshot;
    const waiting = snapshot.pulls.filter(
      (pull) => pull.state === "open" && featureState("nightshift", pull.labels) === "ready-to-merge",
    );
    for (const pull of waiting) {
      terminal.line(
        `the demo, as ${MAINTAINER}, approves pull request #${pull.number} at ${pull.head.slice(0, 7)}`,
      );
      await github.rest("POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews", {
        pull_number: pull.number,
        commit_id: pull.head,
        event: "APPROVE",
        body: "Looks good.",
      });
      looks = 0;
    }
  }
}

/** Wakes the manager once more: a quiet repository costs a few reads and no write. */
async function sweepOnce({ forge, runner }: LocalGitHub, github: GitHub): Promise<Sweep> {
  const before = new Set(forge.runs(REPOSITORY).map((run) => run.id));
  await github.rest("POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches", {
    workflow_id: "nightshift-merge.yml",
    ref: "main",
  });
  await runner.idle();
  const runs = forge.runs(REPOSITORY).filter((run) => !before.has(run.id));
  const rows = runs.flatMap((run) => forge.statistics({ runId: run.id, token: "job" }).rows);
  const sum = (wanted: typeof rows) => wanted.reduce((total, row) => total + row.requests, 0);
  const writes = rows.filter((row) => row.method !== "GET" && !row.route.startsWith("graphql:query"));
  return { runs: new Set(runs.map((run) => run.id)), apiCalls: sum(rows), writes: sum(writes) };
}

interface Sweep {
  runs: ReadonlySet<number>;
  apiCalls: number;
  writes: number;
}

function finish(
  forge: Forge,
  snapshot: RepositorySnapshot,
  done: { issue: number; idle: Sweep; seconds: number },
  json: boolean,
  terminal: Terminal,
): number {
  const requirement = snapshot.requirements.find((candidate) => candidate.number === done.issue);
  if (requirement === undefined) throw new Error(`issue #${done.issue} is gone`);
  const report = reportOf(forge, snapshot, requirement, done.seconds, done.idle.runs);
  terminal.line("");
  for (const line of renderReport(report)) terminal.line(line);
  terminal.line("");
  terminal.line(
    `An idle sweep after it: ${done.idle.apiCalls} API calls, ${done.idle.writes} of them writes.`,
  );
  terminal.line(
    report.ok
      ? `${report.features.length} features merged in ${Math.round(done.seconds)} s. The repository: ${report.repository}`
      : "The loop did not finish; the lines above tell where it stopped.",
  );
  terminal.line(`Start the blog: git clone ${report.repository} blog && cd blog && npm test && npm start`);
  if (json) terminal.answer(JSON.stringify({ ...report, idle_sweep_api_calls: done.idle.apiCalls }));
  return report.ok ? EXIT.done : EXIT.failed;
}

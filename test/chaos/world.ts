/** A repository on the forge with the real templates, its people, and the jobs of Nightshift as actors of one process. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { allLabels } from "../../src/domain/labels.ts";
import type { RepositorySnapshot } from "../../src/domain/snapshot.ts";
import { connectGitHub, type GitHub } from "../../src/github/client.ts";
import { observe } from "../../src/github/observe.ts";
import type { RunRecord } from "../../src/local/contract.ts";
import { type Forge, startForge } from "../../src/local/forge/start.ts";
import { fetchFrom } from "./direct-fetch.ts";
import type { Call, Fault } from "./faults.ts";
import { History } from "./git/history.ts";
import { createMemoryHosting } from "./git/hosted.ts";
import { sharedTrees, type Trees } from "./git/trees.ts";
import { type Watch, watch } from "./invariants.ts";
import type { Plans } from "./models.ts";
import type { KeptAnswer } from "./process.ts";
import { openRunner } from "./runner.ts";
import { type Choose, Stage } from "./stage.ts";
import { loadWorkflows } from "./workflows.ts";

export const REPOSITORY = "acme/app";
export const MAINTAINER = "ada";
export const START = "2026-03-02T08:00:00Z";
const HOUR = 3_600_000;

export interface WorldOptions {
  plans: Plans;
  /** What happens to a call; asked once for each. */
  fault?: (call: Omit<Call, "fault">) => Fault | undefined;
  /** Who acts next where several could; the first otherwise. */
  choose?: Choose;
  /** A number in [0, 1) for whatever the product leaves to chance. */
  random?: () => number;
  config?: string;
  seams?: Seams;
}

/** Where a test stands between the jobs and GitHub: what is changed here takes one guard of the product away. */
export interface Seams {
  /** Called before a call has its effect. */
  before?: (call: Omit<Call, "fault">) => Promise<void>;
  /** The body of a request, as it is sent in place of what the job sent. */
  request?: (call: Omit<Call, "fault">, body: string) => string;
  /** The text of an answer, as the job gets it in place of what GitHub said. */
  answer?: (call: Omit<Call, "fault">, text: string) => string;
  /** Pushes overwrite whatever is there. */
  forced?: boolean;
  /** Nobody sees a branch of the remote. */
  blind?: boolean;
}

export interface World {
  readonly seams: Seams;
  readonly stage: Stage;
  readonly forge: Forge;
  readonly trees: Trees;
  readonly history: History;
  readonly plans: Plans;
  /** GitHub as the maintainer uses it; nothing happens to these calls. */
  readonly ada: GitHub;
  /** `fetch` that reaches the forge. */
  readonly reach: typeof globalThis.fetch;
  /** Every call of a job so far. */
  readonly calls: Call[];
  readonly log: string[];
  refs(): ReadonlyMap<string, string>;
  /** What reads were last answered: what a stale one is answered again. */
  readonly answers: Map<string, KeptAnswer>;
  fault(call: Omit<Call, "fault">): Fault | undefined;
  /** Lets a call of a job have its effect, and looks at what came of it. */
  witness<Answer>(call: Omit<Call, "fault">, effect: () => Promise<Answer>): Promise<Answer>;
  readonly watch: Watch;
  random(): number;
  id(): string;
  /** Opens the requirement of a plan with the issue form; its number. */
  require(title: string): Promise<number>;
  /** The clock of the manager rings at the next full hour, or multiple of hours; resolves when everybody is at rest. */
  sweep(hours?: number): Promise<void>;
  look(): Promise<RepositorySnapshot>;
  runs(): RunRecord[];
  close(): Promise<void>;
}

const CONFIG = 'verify:\n  - sh check.sh\napproval:\n  first_pull: false\nlessons: "off"\n';

export async function openWorld(options: WorldOptions): Promise<World> {
  const stage = new Stage(START, options.choose);
  const [trees, workflows] = await Promise.all([sharedTrees(), loadWorkflows()]);
  const history = new History();
  const hosting = createMemoryHosting(trees, history);
  const dataDir = await mkdtemp(join(tmpdir(), "nightshift-chaos-world-"));
  const id = counter();
  const forge = await startForge({
    dataDir,
    clock: stage.clock,
    hosting,
    durable: false,
    ids: { uuid: id, secret: () => id().replaceAll("-", "").padEnd(40, "0") },
  });
  for (const login of ["acme", MAINTAINER]) forge.createUser(login);
  const files = [
    ...workflows.files,
    [".github/nightshift.yml", options.config ?? CONFIG],
    ["README.md", "# app\n"],
  ];
  await forge.createRepository({
    owner: "acme",
    name: "app",
    initialFiles: Object.fromEntries(files.map(([path, content]) => [path, { content: content ?? "" }])),
    message: "Start",
  });
  forge.setPermission(REPOSITORY, MAINTAINER, "admin");
  forge.setWorkflowPermissions(REPOSITORY, { default: "read", canCreatePulls: true });
  for (const label of allLabels("nightshift")) forge.createLabel(REPOSITORY, label);
  const reach = fetchFrom(forge.server);
  const ada = connectGitHub({
    apiUrl: forge.apiUrl,
    repository: REPOSITORY,
    token: forge.createPersonToken(MAINTAINER),
    fetch: reach,
    now: () => stage.now().getTime(),
    sleep: async () => undefined,
  });
  const calls: Call[] = [];
  const eyes: Watch = watch(() => world);
  const log: string[] = [];
  const world: World = {
    stage,
    forge,
    trees,
    history,
    plans: options.plans,
    seams: options.seams ?? {},
    ada,
    reach,
    calls,
    answers: new Map(),
    log,
    refs: () => hosting.refs(forge.gitDir(REPOSITORY) ?? ""),
    fault: options.fault ?? (() => undefined),
    watch: eyes,
    async witness(call, effect) {
      if (call.kind === "read") return effect();
      const pull = /\/pulls\/(\d+)\/merge$/.exec(call.what)?.[1];
      if (pull) await eyes.beforeMerge(Number(pull));
      const answer = await effect();
      await eyes.afterWrite(call);
      return answer;
    },
    random: options.random ?? (() => 0.5),
    id,
    async require(title) {
      const issue = await forge.openIssueFromForm(REPOSITORY, {
        login: MAINTAINER,
        template: "nightshift.yml",
        title,
        fields: { requirement: "Write the files.", criteria: "They say ok." },
      });
      return issue.number;
    },
    async sweep(hours = 1) {
      const span = hours * HOUR;
      stage.advance(span - (stage.now().getTime() % span));
      forge.emitSchedule(REPOSITORY, "17 * * * *");
      await stage.settle();
    },
    look: () => observe(ada, { now: () => stage.now() }),
    runs: () => forge.runs(REPOSITORY).toReversed(),
    async close() {
      runner.close();
      await forge.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
  const runner = openRunner(world, workflows, dataDir);
  return world;
}

/** Ids that look like UUIDs and only count. */
function counter(): () => string {
  let next = 0;
  return () => {
    next += 1;
    return `00000000-0000-4000-8000-${String(next).padStart(12, "0")}`;
  };
}

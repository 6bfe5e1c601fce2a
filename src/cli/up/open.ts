/** The local GitHub of `nightshift up`, opened: repositories hosted, the person signed in, lost work looked for. */
import { NO_OVERRIDE } from "../../domain/config-override.ts";
import { messageOf } from "../../domain/errors.ts";
import type { Forge } from "../../local/forge/start.ts";
import { connectAsPerson } from "../api.ts";
import { isAnsweredBy, removeSession, writeSession } from "../data-directory.ts";
import { applySettings, callerWorkflows, hostRepository } from "../hosted-repository.ts";
import { liveView } from "../live-view.ts";
import { type LocalGitHub, startLocalGitHub } from "../local-github.ts";
import { foreignRuns } from "../run/foreign-runs.ts";
import { loopUntilRest } from "../run/loop.ts";
import type { Edge } from "../run/preflight.ts";
import type { Terminal } from "../terminal.ts";
import { LOCAL_TOOLKIT } from "../toolkit.ts";
import { openDoor } from "../web/door.ts";
import { createSite } from "../web/site.ts";
import type { World } from "../web/world.ts";
import { keysFor } from "./keys.ts";
import type { Plan } from "./preflight.ts";
import { type Remembered, rememberUp } from "./remembered.ts";

export interface Up extends LocalGitHub {
  /** Acts as the person. */
  token: string;
  /** Opens the web page; it works once. */
  link(): string;
}

/** Throws DATA_DIRECTORY_UNUSABLE, or INPUT_INVALID when a repository cannot be imported. */
export async function openUp(plan: Plan, edge: Edge, terminal: Terminal): Promise<Up> {
  const { dataDir, port, up, settings } = plan;
  const overlays = new Map<string, ReadonlyMap<string, string>>();
  const hosted = new Set(up.repositories.map(({ repository }) => repository));
  const sources = up.repositories.map(({ source }) => source);
  const site = createSite();
  const view = liveView(terminal);
  let token = "";
  let secretsOf = (_repository: string): Record<string, string> => ({});
  const local = await startLocalGitHub({
    dataDir,
    port,
    front: site.front,
    onProgress: (event) => {
      view(event);
      site.progress(event);
    },
    log: (line) => terminal.line(line),
    secrets: (name) => secretsOf(name),
    overlay: (name) => overlays.get(name),
    isEnabled: (name) => !hosted.has(name) || up.runCi,
    foreign: foreignRuns(up, [dataDir, ...sources], edge.env),
    prepare: async (forge, toolkit) => {
      secretsOf = (name) => (hosted.has(name) ? keysFor(forge.variables(name), edge.env) : {});
      token = await tokenOf(forge, up);
      for (const one of up.repositories) {
        const { repository } = one;
        await hostRepository(forge, one);
        overlays.set(repository, await callerWorkflows(forge, repository, { toolkit, sweep: "15m" }));
        const chosen = { ...defaults(forge, repository, up), ...settings };
        applySettings(forge, { repository, login: up.login }, chosen);
      }
      await rememberUp(dataDir, { ...up, token, port: forge.port });
      await writeSession(dataDir, sessionOf(forge, up, token));
    },
  });
  site.open(worldOf(local, up, token, edge, terminal));
  if (plan.continues) lookForLostWork(local, up, token, edge, terminal);
  return {
    ...local,
    token,
    link: site.link,
    async close() {
      site.close();
      await removeSession(dataDir);
      await local.close();
    },
  };
}

function worldOf(
  { forge, runner }: LocalGitHub,
  { login }: Remembered,
  token: string,
  { now }: Edge,
  terminal: Terminal,
): World {
  return {
    forge,
    runner,
    repositories: () => forge.repositories().filter((name) => name !== LOCAL_TOOLKIT),
    github: (repository) => connectAsPerson({ apiUrl: forge.apiUrl, repository, token }),
    login,
    door: openDoor(token, forge.port),
    now,
    log: (line) => terminal.line(line),
  };
}

/** The one that git, gh and browsers have already, as long as it is valid. */
async function tokenOf(forge: Forge, { login, token }: Remembered): Promise<string> {
  forge.createUser(login);
  if (token !== undefined && (await isAnsweredBy({ apiUrl: forge.apiUrl, token }))) return token;
  return forge.createPersonToken(login);
}

/** A repository without the variable gets what holds for the machine. */
function defaults(forge: Forge, repository: string, { sandbox }: Remembered) {
  return forge.variables(repository).NIGHTSHIFT_SANDBOX === undefined ? { NIGHTSHIFT_SANDBOX: sandbox } : {};
}

function sessionOf(forge: Forge, { login, repositories }: Remembered, token: string) {
  const [only, ...more] = repositories;
  return {
    v: 1,
    pid: process.pid,
    url: forge.serverUrl,
    apiUrl: forge.apiUrl,
    token,
    ...(only && more.length === 0 ? { repository: only.repository } : {}),
    login,
  } as const;
}

/**
 * What a killed process left is found now, not by the next sweep: the managers are rung while something stays undone and nothing
 * runs. Ends by itself.
 */
function lookForLostWork(
  { forge, runner }: LocalGitHub,
  { repositories }: Remembered,
  token: string,
  { now, signal }: Edge,
  terminal: Terminal,
): void {
  const { apiUrl } = forge;
  for (const { repository } of repositories) {
    const github = connectAsPerson({ apiUrl, repository, token });
    loopUntilRest({ runner, github, override: NO_OVERRIDE, now, signal, act: async () => false }).catch(
      (error: unknown) => {
        if (!signal.aborted)
          terminal.line(`note: lost work of ${repository} could not be looked for: ${messageOf(error)}`);
      },
    );
  }
}

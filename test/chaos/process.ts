/** The process of one job: everything that it gets from the world, and every way in which that can go wrong. */
import type { Job } from "../../src/agents/job.ts";
import { Told } from "./direct-fetch.ts";
import { answerOf, type Call, type Fault, TIMEOUT } from "./faults.ts";
import { createSpawn } from "./git/process.ts";
import type { Run } from "./phases.ts";
import { REPOSITORY, type World } from "./world.ts";

export type Death = "died";

/** `died` resolves when a fault kills it: nothing that it waits for is answered any more. */
export function createProcess(
  world: World,
  run: Run,
  phase: string,
  token: string,
  outputs: Record<string, string>,
): { job: Job; died: Promise<Death> } {
  const { forge, stage, trees, history } = world;
  let dead = false;
  let die: (death: Death) => void = () => undefined;
  const died = new Promise<Death>((resolve) => {
    die = resolve;
  });
  const never = () => new Promise<never>(() => undefined);

  /** One call: its turn, its fault, its effect. `send` has the effect; `broken` is how the client sees a connection that broke. */
  const call = async <Answer>(
    about: Pick<Call, "kind" | "what">,
    send: (asked: Omit<Call, "fault">) => Promise<Answer>,
    faulty: (fault: Fault) => Answer,
    stale: () => Answer | undefined = () => undefined,
  ): Promise<Answer> => {
    if (dead) return never();
    let kill = false;
    const answer = run.part.step(async (): Promise<Answer> => {
      const asked = { ...about, n: world.calls.length + 1, at: stage.now().getTime(), run: run.id, phase };
      const fault = world.fault(asked);
      world.calls.push({ ...asked, fault });
      const effect = async () => {
        await world.seams.before?.(asked);
        return world.witness(asked, () => send(asked));
      };
      if (fault === "crash-after" || fault === "500-after" || fault === "timeout") await effect();
      if (fault === "timeout") stage.advance(TIMEOUT);
      if (fault === "stale") return stale() ?? effect();
      if (fault === "doubled-message") await effect();
      if (fault === undefined || fault === "doubled-message") return effect();
      if (fault === "crash-before" || fault === "crash-after") {
        kill = true;
        dead = true;
      }
      return faulty(fault);
    });
    const given = await answer.finally(() => {
      if (kill) die("died");
    });
    return kill ? never() : given;
  };

  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = {
      url: String(input instanceof Request ? input.url : input),
      method: init?.method ?? "GET",
    };
    const body = typeof init?.body === "string" ? init.body : "";
    const what = nameOf(request, body);
    const kind = request.method === "GET" || what.startsWith("query") ? "read" : "write";
    const key = `${what} ${body}`;
    return call(
      { kind, what },
      async (asked) => {
        const { request: changed, answer } = world.seams;
        const sent = changed && body !== "" ? { ...init, body: changed(asked, body) } : init;
        const response = await world.reach(input, sent);
        if (kind === "write" && answer === undefined) return response;
        const said = await response.text();
        const text = answer ? answer(asked, said) : said;
        const { status, headers } = response;
        const at = stage.now().getTime();
        if (kind === "read" && status === 200) world.answers.set(key, { text, status, headers, at });
        return responseOf({ text, status, headers });
      },
      (fault) => {
        const answer = answerOf(fault);
        if (answer === undefined) throw new TypeError("fetch failed");
        return answer;
      },
      () => {
        const kept = world.answers.get(key);
        return kept && stage.now().getTime() - kept.at < MOST_STALE ? responseOf(kept) : undefined;
      },
    );
  };

  const pushed = async (branch: string, commit: string | undefined, lease: string | undefined) => {
    const ref = `refs/heads/${branch}`;
    return call(
      { kind: "write", what: `push ${branch}` },
      async () => {
        const at = world.refs().get(ref);
        if (at !== lease && !world.seams.forced) return "! [rejected] (stale info)";
        const [method, path, body] =
          commit === undefined
            ? ["DELETE", `refs/heads/${branch}`, {}]
            : at === undefined
              ? ["POST", "refs", { ref, sha: commit }]
              : ["PATCH", `refs/heads/${branch}`, { sha: commit, force: true }];
        const response = await world.reach(`${forge.apiUrl}/repos/${REPOSITORY}/git/${path}`, {
          method: String(method),
          headers: { authorization: `token ${token}` },
          ...(method === "DELETE" ? {} : { body: JSON.stringify(body) }),
        });
        const text = await response.text();
        return response.ok ? undefined : `remote: ${text}`;
      },
      (fault) => `fatal: unable to access the remote: ${fault}`,
    );
  };

  const job: Job = {
    env: {
      GITHUB_REPOSITORY: REPOSITORY,
      GITHUB_SERVER_URL: forge.serverUrl,
      GITHUB_API_URL: forge.apiUrl,
      GITHUB_RUN_ID: String(run.id),
      GITHUB_EVENT_NAME: run.event.name,
      GITHUB_EVENT_PATH: run.eventPath,
      GITHUB_REF_NAME: run.event.ref.replace("refs/heads/", ""),
      RUNNER_TEMP: run.temp,
      GITHUB_WORKSPACE: `${run.temp}/workspace`,
      PATH: process.env.PATH,
    },
    now: () => stage.now(),
    id: world.id,
    sleep: (milliseconds) => (dead ? never() : run.part.sleep(milliseconds)),
    random: world.random,
    fetch,
    spawn: createSpawn(
      { trees, history, refs: world.refs, indexes: new Map() },
      {
        head: (branch) => (world.seams.blind ? undefined : world.refs().get(`refs/heads/${branch}`)),
        push: pushed,
      },
    ),
    signal: new AbortController().signal,
    log: (line) => void world.log.push(`${run.id} ${phase}: ${line}`),
    warn: (line) => void world.log.push(`${run.id} ${phase}: warning: ${line}`),
    mask: () => undefined,
    setOutput: (name, value) => {
      outputs[name] = value;
    },
    summarise: async () => undefined,
    fileServerCommand: [],
    egressCommand: [],
  };
  return { job, died };
}

/** How far behind a replica is at most, in milliseconds. */
const MOST_STALE = 30_000;

export interface KeptAnswer extends Answered {
  /** When it was true, in virtual milliseconds. */
  at: number;
}

interface Answered {
  text: string;
  status: number;
  headers: Headers;
}

const responseOf = ({ text, status, headers }: Answered): Response => new Told(text, { status, headers });

function nameOf({ url, method }: { url: string; method: string }, body: string): string {
  const path = new URL(url).pathname.replace(/^\/api\/v3/, "");
  if (!path.endsWith("/graphql")) return `${method} ${path}`;
  const { query = "" } = JSON.parse(body);
  return /^\s*(query|mutation)\s*\w*/.exec(query)?.[0].trim() ?? "query";
}

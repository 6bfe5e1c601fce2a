/** The one connection to GitHub: REST and GraphQL through @actions/github, one retry policy, paced writes, counted requests. */
import { getOctokit } from "@actions/github";
import { messageOf, NightshiftError } from "../domain/errors.ts";
import { createPace, type Pace } from "./pace.ts";

export interface ConnectOptions {
  token: string;
  /** owner/name */
  repository: string;
  /** GITHUB_API_URL; the GraphQL address follows from it. */
  apiUrl: string;
  /** Default: the one of @actions/github, which goes through the proxy of a self-hosted runner. */
  fetch?: typeof globalThis.fetch;
  sleep?: (milliseconds: number) => Promise<void>;
  random?: () => number;
  now?: () => number;
}

/** How often a request may be sent: a write whose outcome is unknown must not be repeated blindly. */
export type Repeat = "safe" | "once";

export interface GitHub {
  readonly repository: string;
  readonly owner: string;
  readonly name: string;
  /** `route` such as `GET /repos/{owner}/{repo}/pulls/{pull_number}`; owner and repo are filled in. Throws NightshiftError or GitHubRefusal. */
  rest(
    route: string,
    parameters?: Record<string, unknown>,
    repeat?: Repeat,
  ): Promise<{ status: number; data: unknown; headers: Record<string, unknown> }>;
  graphql(document: string, variables: Record<string, unknown>, repeat?: Repeat): Promise<unknown>;
  /** Requests sent so far. */
  requests(): number;
}

/** GitHub understood and said no: 4xx. */
export class GitHubRefusal extends NightshiftError {
  readonly status: number;

  constructor(status: number, message: string, options?: ErrorOptions) {
    super("GITHUB_REFUSED", message, options);
    this.status = status;
  }
}

/** The answer; undefined when GitHub refused with one of `statuses`. */
export async function unlessRefused<Answer>(
  statuses: readonly number[],
  ask: () => Promise<Answer>,
): Promise<Answer | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof GitHubRefusal && statuses.includes(error.status)) return undefined;
    throw error;
  }
}

const TRIES = 4;
const LONGEST_WAIT = 60_000;

export function connectGitHub(options: ConnectOptions): GitHub {
  const { repository, apiUrl, sleep = defaultSleep, random = Math.random, now = Date.now } = options;
  const [owner = "", name = ""] = repository.split("/");
  const octokit = getOctokit(options.token, {
    baseUrl: apiUrl,
    ...(options.fetch ? { request: { fetch: options.fetch } } : {}),
  });
  const pace: Pace = createPace({ off: isLoopback(apiUrl), now });
  let sent = 0;

  async function attempt<Result>(
    what: string,
    repeat: Repeat,
    write: boolean,
    send: () => Promise<Result>,
  ): Promise<Result> {
    for (let tries = 1; ; tries += 1) {
      const wait = write ? pace.take() : 0;
      if (wait > LONGEST_WAIT) throw limited(what, wait);
      if (wait > 0) await sleep(wait);
      sent += 1;
      try {
        return await send();
      } catch (error) {
        const failure = classify(what, error, now());
        const again =
          failure.retryAfter ??
          (failure.kind === "unreachable" && repeat === "safe" ? backoff(tries, random) : undefined);
        if (again === undefined || tries >= TRIES || again > LONGEST_WAIT) throw failure.error;
        await sleep(again);
      }
    }
  }

  return {
    repository,
    owner,
    name,
    requests: () => sent,
    async rest(route, parameters = {}, repeat) {
      const write = !route.startsWith("GET ");
      return attempt(route, repeat ?? (write ? "once" : "safe"), write, async () => {
        const response = await octokit.request(route, { owner, repo: name, ...parameters });
        return { status: response.status, data: response.data as unknown, headers: { ...response.headers } };
      });
    },
    async graphql(document, variables, repeat) {
      const write = document.startsWith("mutation");
      return attempt(
        document.slice(0, document.indexOf("(")),
        repeat ?? (write ? "once" : "safe"),
        write,
        () => octokit.graphql<unknown>(document, variables),
      );
    },
  };
}

interface Failure {
  kind: "refused" | "limited" | "unreachable";
  retryAfter: number | undefined;
  error: Error;
}

/**
 * What an octokit error means. Rate limits are known by their headers or by GitHub's own words; GraphQL reports its limit with
 * status 200 (docs: rate-limits-for-the-rest-api, rate-limits-and-query-limits-for-the-graphql-api).
 */
function classify(what: string, thrown: unknown, now: number): Failure {
  const status = numberIn(thrown, "status");
  const headers = headersOf(thrown);
  const refusal = status === undefined && thrown instanceof Error && thrown.name === "GraphqlResponseError";
  const told = headers["retry-after"] !== undefined || headers["x-ratelimit-remaining"] === "0";
  const worded = /\brate limit/i.test(messageOf(thrown));
  if (status === 429 || (status === 403 && (told || worded)) || (refusal && worded)) {
    const retryAfter = waitOf(headers, now);
    return { kind: "limited", retryAfter, error: limited(what, retryAfter, { cause: thrown }) };
  }
  if (status !== undefined && status >= 400 && status < 500) {
    return {
      kind: "refused",
      retryAfter: undefined,
      error: new GitHubRefusal(status, `GitHub refused ${what}: ${status} ${messageOf(thrown)}`, {
        cause: thrown,
      }),
    };
  }
  if (refusal) {
    return {
      kind: "refused",
      retryAfter: undefined,
      error: new GitHubRefusal(200, `GitHub refused ${what}: ${messageOf(thrown)}`, { cause: thrown }),
    };
  }
  const error = new NightshiftError(
    "GITHUB_UNREACHABLE",
    `GitHub did not answer ${what}: ${messageOf(thrown)}`,
    { cause: thrown },
  );
  return { kind: "unreachable", retryAfter: undefined, error };
}

const limited = (what: string, wait: number, options?: ErrorOptions): NightshiftError =>
  new NightshiftError(
    "GITHUB_RATE_LIMITED",
    `GitHub limits our requests (${what}); it asks to wait ${spanText(wait)}. The next sweep goes on.`,
    options,
  );

function waitOf(headers: Record<string, unknown>, now: number): number {
  const after = Number(headers["retry-after"]);
  if (Number.isFinite(after) && after >= 0) return after * 1_000;
  const reset = Number(headers["x-ratelimit-reset"]);
  return headers["x-ratelimit-remaining"] === "0" && Number.isFinite(reset)
    ? Math.max(0, reset * 1_000 - now)
    : LONGEST_WAIT;
}

function spanText(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1_000);
  return seconds < 120 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`;
}

function numberIn(thrown: unknown, key: "status"): number | undefined {
  if (typeof thrown !== "object" || thrown === null || !(key in thrown)) return undefined;
  const value = thrown[key];
  return typeof value === "number" ? value : undefined;
}

function headersOf(thrown: unknown): Record<string, unknown> {
  if (typeof thrown !== "object" || thrown === null) return {};
  // A RequestError keeps them in its response, a GraphqlResponseError has them itself.
  const carriers = ["response" in thrown ? thrown.response : undefined, thrown];
  for (const carrier of carriers) {
    if (typeof carrier !== "object" || carrier === null || !("headers" in carrier)) continue;
    if (typeof carrier.headers === "object" && carrier.headers !== null) return { ...carrier.headers };
  }
  return {};
}

function backoff(tries: number, random: () => number): number {
  return 500 * 2 ** (tries - 1) * (0.5 + random() / 2);
}

function isLoopback(url: string): boolean {
  return /^https?:\/\/(127\.|localhost|\[::1\])/.test(url);
}

function defaultSleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

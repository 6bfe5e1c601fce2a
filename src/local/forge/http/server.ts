/** The HTTP edge: one port for REST, GraphQL, git and downloads, in origin and absolute form. */
import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type Server, ServerResponse } from "node:http";
import type { Json } from "../../contract.ts";
import { ApiError, notFound } from "../errors.ts";
import { createLastAnswers, type LastAnswers } from "../faults/last-answers.ts";
import type { FaultPlan, FaultyRequest, RequestFault } from "../faults/port.ts";
import { replyOf } from "../faults/replies.ts";
import { download } from "../rest/storage.ts";
import type { Site } from "../site.ts";
import { type Counter, isNotifying } from "../statistics.ts";
import { expireToken, identify, type Viewer } from "../viewer.ts";
import { isObject, parseBody } from "./body.ts";
import { refusalOf } from "./limits.ts";
import { type Rate, rateOf } from "./rate.ts";
import type { Reply, Router } from "./router.ts";
import { answerGit, type GitRequest, parseGitRequest } from "./smart.ts";

/** A request as fault injection sees it. */
export interface Intercepted {
  method: string;
  /** Path and query as sent, `/api/v3` included. */
  path: string;
  headers: { [name: string]: string };
  /** Absent for git requests. */
  body?: Json;
  token: Viewer["kind"];
}

/** What to do instead of, or after, handling: answer this, cut the connection, or nothing. */
export type Fault =
  | undefined
  | "reset"
  | { status: number; body?: Json; headers?: { [name: string]: string } };
export type Intercept = (request: Intercepted) => Promise<Fault>;

/** True when it takes the request: then the answer is its own. */
export type Front = (request: IncomingMessage, response: ServerResponse) => boolean;

export interface GraphqlAnswer {
  status: number;
  body: Json | Buffer;
  /** `query`/`mutation` and its fields, for statistics. */
  route: string;
  notifying: boolean;
  repository: string | undefined;
}

export interface Edge {
  site: Site;
  router: Router;
  counter: Counter;
  graphql: (viewer: Viewer, body: Json) => Promise<GraphqlAnswer>;
  /** Requests wait for it. */
  ready: Promise<void>;
  intercept: Intercept | undefined;
  afterEffect: Intercept | undefined;
  faults: FaultPlan | undefined;
  answers: LastAnswers;
  front: Front | undefined;
}

const READING: ReadonlySet<string> = new Set(["GET", "HEAD"]);
const MAX_BODY = 32 * 1024 * 1024;

export function createEdge(parts: Omit<Edge, "answers">): Server {
  const edge: Edge = { ...parts, answers: createLastAnswers() };
  const server = createServer((request, response) => {
    if (edge.front?.(request, response)) return;
    handle(edge, request, response).catch((error: unknown) => {
      if (error instanceof ApiError && !response.headersSent) {
        sendJson(response, error.status, error.body());
        return;
      }
      edge.site.log(
        `500 ${request.method} ${request.url}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
      if (response.headersSent) response.destroy();
      else
        sendJson(response, 500, {
          message: error instanceof Error ? error.message : "Server Error",
          documentation_url: "https://docs.github.com/rest",
          status: "500",
        });
    });
  });
  server.keepAliveTimeout = 60_000;
  return server;
}

async function handle(edge: Edge, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { site } = edge;
  await edge.ready;
  const method = request.method ?? "GET";
  const url = targetOf(request, site.url);
  const offered = await download(site, url.pathname);
  if (offered) {
    response
      .writeHead(200, { "content-type": offered.type, "content-length": offered.content.length })
      .end(offered.content);
    return;
  }
  let viewer: Viewer;
  try {
    viewer = identify(site, request.headers.authorization);
  } catch (error) {
    refuse(response, error, parseGitRequest(method, url) !== undefined);
    return;
  }
  const git = parseGitRequest(method, url);
  const bytes = git ? undefined : await readBody(request);
  const seen = interceptedOf(request, method, url, viewer, bytes);
  if (edge.intercept && !(await applyFault(await edge.intercept(seen), response))) return;
  const fault = edge.faults?.request?.(faultyRequest(edge, method, url, viewer, git, seen));
  if (fault) {
    site.log(`fault: ${method} ${url.pathname} ${fault.kind}`);
    if (await isAnsweredBefore(edge, viewer, fault, request, response)) return;
  }
  if (git) {
    edge.counter.count(
      viewer,
      git.repository,
      method,
      `git:${git.service}${git.advertise ? ":refs" : ""}`,
      false,
    );
    const lost = fault !== undefined && LOST_ANSWERS.has(fault.kind);
    await answerGit(site, viewer, git, request, lost ? new ServerResponse(request) : response);
    if (lost) response.destroy();
    return;
  }
  const key = `${request.headers.authorization} ${request.headers.accept} ${seen.path} ${JSON.stringify(seen.body)}`;
  const stale = fault?.kind === "stale" ? edge.answers.find(key) : undefined;
  const reply = stale ?? (await answerApi(edge, viewer, request, method, url, bytes ?? Buffer.alloc(0)));
  if (edge.faults && !stale) edge.answers.remember(key, reply);
  if (edge.afterEffect && !(await applyFault(await edge.afterEffect(seen), response))) return;
  if (fault?.kind === "error_after") sendReply(request, response, replyOf(fault, secondsOf(site)) ?? reply);
  else if (fault?.kind === "reset_after") response.destroy();
  else if (fault?.kind === "truncated") sendReply(request, response, reply, { truncated: true });
  else sendReply(request, response, reply);
}

/** Of a push these lose the report; an error in the middle of git's own protocol would be no other case. */
const LOST_ANSWERS: ReadonlySet<RequestFault["kind"]> = new Set(["reset_after", "error_after", "truncated"]);

const secondsOf = (site: Site): number => Math.floor(site.clock.now().getTime() / 1000);

/** Faults that come before the effect; a slow one only takes its time. */
async function isAnsweredBefore(
  edge: Edge,
  viewer: Viewer,
  fault: RequestFault,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const { site } = edge;
  switch (fault.kind) {
    case "reset_before":
      response.destroy();
      return true;
    case "slow":
      await new Promise<void>((resolve) => site.clock.after((fault.seconds ?? 1) * 1000, resolve));
      return false;
    case "expired":
      if (viewer.kind === "job" || viewer.kind === "app") expireToken(site, request.headers.authorization);
      break;
    case "error_before":
    case "rate_limited":
    case "secondary_limit":
      break;
    case "error_after":
    case "reset_after":
    case "truncated":
    case "stale":
      return false;
  }
  const reply = replyOf(fault, secondsOf(site));
  if (reply) sendReply(request, response, reply);
  return reply !== undefined;
}

/** The request as a plan sees it; GraphQL by its first field, because that is what the operation does. */
function faultyRequest(
  edge: Edge,
  method: string,
  url: URL,
  viewer: Viewer,
  git: GitRequest | undefined,
  seen: Intercepted,
): FaultyRequest {
  const body = seen.body === undefined ? {} : { body: seen.body };
  const base = { method, path: seen.path, token: viewer.kind, ...body };
  if (git) {
    const writes = git.service === "git-receive-pack" && !git.advertise;
    return { ...base, route: `${git.service}${git.advertise ? " refs" : ""}`, writes };
  }
  if (isGraphqlPath(url)) {
    const query = queryOf(seen.body);
    const [, kind = "query", field = ""] =
      /^\s*(query|mutation)?[^{]*\{\s*(?:\w+\s*:\s*)?(\w+)/.exec(query) ?? [];
    return { ...base, route: `${kind} ${field}`, writes: kind === "mutation" };
  }
  const path = apiPath(url) ?? url.pathname;
  const found = edge.router.match(method === "HEAD" ? "GET" : method, path);
  const writes = !READING.has(method);
  return { ...base, route: `${method} ${found?.route.template ?? path}`, writes };
}

/** The document of a GraphQL request; empty when there is none. */
const queryOf = (body: Json | undefined): string =>
  isObject(body) && typeof body.query === "string" ? body.query : "";

/** False when the fault was the answer. */
async function applyFault(fault: Fault, response: ServerResponse): Promise<boolean> {
  if (fault === undefined) return true;
  if (fault === "reset") response.destroy();
  else sendJson(response, fault.status, fault.body, fault.headers);
  return false;
}

/** Proxies send `GET http://api.github.localhost/…`; others a path and a Host header. */
function targetOf(request: IncomingMessage, base: string): URL {
  const target = request.url ?? "/";
  if (/^https?:\/\//i.test(target)) return new URL(target);
  const host = request.headers.host;
  return new URL(`${host ? `http://${host}` : base}${target}`);
}

function interceptedOf(
  request: IncomingMessage,
  method: string,
  url: URL,
  viewer: Viewer,
  bytes: Buffer | undefined,
): Intercepted {
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
  );
  const body = bytes === undefined ? {} : { body: quietly(bytes) };
  return { method, path: `${url.pathname}${url.search}`, headers, token: viewer.kind, ...body };
}

function quietly(bytes: Buffer): Json {
  try {
    return parseBody(bytes);
  } catch {
    return null;
  }
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > MAX_BODY) throw new ApiError(413, "Payload too large");
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

interface ApiReply extends Reply {
  rate?: Rate;
}

async function answerApi(
  edge: Edge,
  viewer: Viewer,
  request: IncomingMessage,
  method: string,
  url: URL,
  bytes: Buffer,
): Promise<ApiReply> {
  const { site } = edge;
  const isGraphql = isGraphqlPath(url);
  try {
    if (isGraphql && method === "POST") return await answerGraphql(edge, viewer, bytes);
    const path = apiPath(url);
    if (path === undefined) throw notFound();
    const isFree = path === "/rate_limit";
    const writes = !READING.has(method);
    const refusal = isFree ? undefined : refusalOf(site, viewer, { resource: "core", writes });
    if (refusal) return refusal;
    const rate = rateOf(site, viewer, "core", isFree ? 0 : 1);
    return { ...(await answerRest(edge, viewer, request, method, url, path, bytes)), rate };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return {
      status: error.status,
      body: error.body(),
      rate: rateOf(site, viewer, isGraphql ? "graphql" : "core", 0),
    };
  }
}

const isGraphqlPath = (url: URL): boolean => url.pathname === "/graphql" || url.pathname === "/api/graphql";

/** The path below the API root; undefined for pages that only GitHub's own site has. */
function apiPath(url: URL): string | undefined {
  if (url.pathname === "/api/v3" || url.pathname.startsWith("/api/v3/"))
    return url.pathname.slice("/api/v3".length) || "/";
  if (url.hostname.startsWith("api.")) return url.pathname;
  return undefined;
}

async function answerGraphql(edge: Edge, viewer: Viewer, bytes: Buffer): Promise<ApiReply> {
  if (viewer.kind === "anonymous") throw new ApiError(401, "This endpoint requires you to be authenticated.");
  const body = parseBody(bytes);
  const writes = /^\s*mutation\b/.test(queryOf(body));
  const refusal = refusalOf(edge.site, viewer, { resource: "graphql", writes });
  if (refusal) return refusal;
  const answer = await edge.graphql(viewer, body);
  await edge.site.settled();
  edge.counter.count(viewer, answer.repository, "POST", answer.route, answer.notifying);
  return { status: answer.status, body: answer.body, rate: rateOf(edge.site, viewer, "graphql", 1) };
}

async function answerRest(
  edge: Edge,
  viewer: Viewer,
  request: IncomingMessage,
  method: string,
  url: URL,
  path: string,
  bytes: Buffer,
): Promise<Reply> {
  const found = edge.router.match(method === "HEAD" ? "GET" : method, path);
  const repository = found?.parameters.owner
    ? `${found.parameters.owner}/${found.parameters.repo}`
    : undefined;
  const route = found?.route.template ?? "unknown";
  let notifying = false;
  try {
    if (!found) throw notFound();
    const rawBody = READING.has(method) ? {} : parseBody(bytes);
    const reply = await found.route.answer({
      site: edge.site,
      viewer,
      parameters: found.parameters,
      query: url.searchParams,
      rawBody,
      body: isObject(rawBody) ? rawBody : {},
      accept: String(request.headers.accept ?? ""),
      authorization: String(request.headers.authorization ?? ""),
      url: url.href,
    });
    if (method !== "GET") await edge.site.settled();
    notifying = isNotifying(method, route);
    return { ...reply, headers: { ...reply.headers, "x-forge-route": route } };
  } finally {
    edge.counter.count(viewer, repository, method, route, notifying);
  }
}

function refuse(response: ServerResponse, error: unknown, git: boolean): void {
  if (!(error instanceof ApiError)) throw error;
  const headers: { [name: string]: string } = git ? { "www-authenticate": 'Basic realm="GitHub"' } : {};
  sendJson(response, error.status, error.body(), headers);
}

function sendReply(
  request: IncomingMessage,
  response: ServerResponse,
  reply: ApiReply,
  { truncated = false } = {},
): void {
  const headers: { [name: string]: string } = {
    "x-github-media-type": "github.v3; format=json",
    "x-github-request-id": createHash("sha1")
      .update(String(process.hrtime.bigint()))
      .digest("hex")
      .slice(0, 16),
    "x-oauth-scopes": "repo, workflow, read:org, gist",
    ...rateHeaders(reply.rate),
    ...reply.headers,
  };
  if (reply.body === undefined) {
    response.writeHead(reply.status, headers).end();
    return;
  }
  const bytes = Buffer.isBuffer(reply.body) ? reply.body : Buffer.from(JSON.stringify(reply.body));
  if (!headers["content-type"]) headers["content-type"] = "application/json; charset=utf-8";
  if (request.method === "GET" && reply.status === 200) {
    headers.etag = `W/"${createHash("sha256").update(bytes).digest("hex")}"`;
    if (request.headers["if-none-match"] === headers.etag) {
      response.writeHead(304, headers).end();
      return;
    }
  }
  if (truncated) {
    response.writeHead(reply.status, { ...headers, "content-length": bytes.length });
    response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.destroy());
    return;
  }
  response
    .writeHead(reply.status, { ...headers, "content-length": bytes.length })
    .end(request.method === "HEAD" ? undefined : bytes);
}

function rateHeaders(rate: Rate | undefined): { [name: string]: string } {
  if (!rate) return {};
  return {
    "x-ratelimit-limit": String(rate.limit),
    "x-ratelimit-remaining": String(rate.remaining),
    "x-ratelimit-used": String(rate.used),
    "x-ratelimit-reset": String(rate.reset),
    "x-ratelimit-resource": rate.resource,
  };
}

function sendJson(
  response: ServerResponse,
  status: number,
  body: Json | undefined,
  headers: { [name: string]: string } = {},
): void {
  const text = body === undefined ? "" : JSON.stringify(body);
  response.writeHead(status, { "content-type": "application/json; charset=utf-8", ...headers }).end(text);
}

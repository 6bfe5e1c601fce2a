/** Git's smart HTTP over `git upload-pack` and `git receive-pack`: clone, fetch by SHA, partial clone, push. */
import { spawn } from "node:child_process";
import type { IncomingMessage, ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { GIT_SETTINGS, gitEnvironment } from "../git/run.ts";
import { findRepository, type Site } from "../site.ts";
import type { Repository } from "../store/records.ts";
import { ACCESS, canRead, may, type Viewer } from "../viewer.ts";
import { receivePush } from "./receive.ts";

export interface GitRequest {
  repository: string;
  service: "git-upload-pack" | "git-receive-pack";
  advertise: boolean;
}

/** Reads a git URL: `/o/r(.git)/info/refs?service=…` or `/o/r(.git)/git-upload-pack`. */
export function parseGitRequest(method: string, url: URL): GitRequest | undefined {
  const [, owner, name, rest] =
    /^\/([^/]+)\/([^/]+?)(?:\.git)?\/(info\/refs|git-upload-pack|git-receive-pack)$/.exec(url.pathname) ?? [];
  if (owner === undefined || name === undefined) return undefined;
  const service = rest === "info/refs" ? url.searchParams.get("service") : rest;
  if (service !== "git-upload-pack" && service !== "git-receive-pack") return undefined;
  const advertise = rest === "info/refs";
  if ((method === "GET") !== advertise) return undefined;
  return { repository: `${owner}/${name}`, service, advertise };
}

export async function answerGit(
  site: Site,
  viewer: Viewer,
  wanted: GitRequest,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const repository = findRepository(site, wanted.repository);
  const writing = wanted.service === "git-receive-pack";
  if (viewer.kind === "anonymous" && (writing || !repository || repository.private)) {
    response
      .writeHead(401, { "www-authenticate": 'Basic realm="GitHub"', "content-type": "text/plain" })
      .end("Authentication required\n");
    return;
  }
  if (!repository || !canRead(viewer, repository)) {
    response.writeHead(404, { "content-type": "text/plain" }).end("Repository not found.\n");
    return;
  }
  if (!may(viewer, repository, writing ? ACCESS.writeContents : ACCESS.readContents)) {
    const who = viewer.kind === "anonymous" ? "anonymous" : viewer.user.login;
    response
      .writeHead(403, { "content-type": "text/plain" })
      .end(`Permission to ${wanted.repository}.git denied to ${who}.\n`);
    return;
  }
  const protocol = String(request.headers["git-protocol"] ?? "");
  if (wanted.advertise) await advertise(site, repository, wanted.service, protocol, response);
  else if (writing && viewer.kind !== "anonymous")
    await receivePush(site, viewer, repository, bodyOf(request), response, (spool) =>
      exchange(site, repository, "receive-pack", protocol, spool, response, false),
    );
  else await exchange(site, repository, "upload-pack", protocol, bodyOf(request), response);
}

function bodyOf(request: IncomingMessage): NodeJS.ReadableStream {
  return request.headers["content-encoding"] === "gzip" ? request.pipe(createGunzip()) : request;
}

const NO_CACHE = {
  "cache-control": "no-cache, max-age=0, must-revalidate",
  expires: "Fri, 01 Jan 1980 00:00:00 GMT",
  pragma: "no-cache",
};

async function advertise(
  site: Site,
  repository: Repository,
  service: GitRequest["service"],
  protocol: string,
  response: ServerResponse,
): Promise<void> {
  const command = service.slice("git-".length);
  const result = await site
    .git(repository)
    .run([command, "--stateless-rpc", "--http-backend-info-refs", "."], { env: { GIT_PROTOCOL: protocol } });
  response.writeHead(200, { ...NO_CACHE, "content-type": `application/x-${service}-advertisement` });
  if (!protocol.includes("version=2") || service === "git-receive-pack") {
    const line = `# service=${service}\n`;
    response.write(`${(line.length + 4).toString(16).padStart(4, "0")}${line}0000`);
  }
  response.end(result.stdout);
}

/** Runs the service on the request body and streams its answer. Resolves with the exit code. */
async function exchange(
  site: Site,
  repository: Repository,
  command: "upload-pack" | "receive-pack",
  protocol: string,
  body: NodeJS.ReadableStream,
  response: ServerResponse,
  ends = true,
): Promise<void> {
  const child = spawn("git", [...GIT_SETTINGS, command, "--stateless-rpc", "."], {
    cwd: site.git(repository).directory,
    env: gitEnvironment({ GIT_PROTOCOL: protocol }),
    stdio: "pipe",
  });
  child.stderr.on("data", (chunk: Buffer) => site.log(`git ${command}: ${chunk.toString().trim()}`));
  const exited = new Promise<void>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", () => resolve());
  });
  response.writeHead(200, { ...NO_CACHE, "content-type": `application/x-git-${command}-result` });
  response.on("close", () => child.kill());
  const sent = pipeline(body, child.stdin).catch(() => undefined);
  child.stdout.pipe(response, { end: false });
  await exited;
  await Promise.race([sent, new Promise((resolve) => setImmediate(resolve))]);
  if (ends) response.end();
}

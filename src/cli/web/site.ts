/** The web page of the local GitHub, on the same address as its API. Nothing is answered before the guard has looked. */
import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { messageOf, NightshiftError } from "../../domain/errors.ts";
import { GitHubRefusal } from "../../github/client.ts";
import type { ForgeOptions } from "../../local/forge/start.ts";
import type { RunnerProgress } from "../../local/runner/options.ts";
import { assetPath } from "../../ops/assets.ts";
import { Act, perform } from "./acts.ts";
import { API, answerApi } from "./api.ts";
import { isOwnHost, whyForeign } from "./guard.ts";
import { type Live, openLive } from "./live.ts";
import type { Frame } from "./pages/layout.ts";
import { json, type Reply, readText, redirect, send } from "./reply.ts";
import { answerHome, answerPage, answerProblem, answerSignIn, type Found, findPage } from "./routes.ts";
import { readStanding } from "./views.ts";
import type { World } from "./world.ts";

type Front = NonNullable<ForgeOptions["front"]>;

export interface Site {
  /** Given to the forge, which asks it first. */
  front: Front;
  /** Opens the page for the person; it works once. */
  link(): string;
  /** Given to the runner. */
  progress(event: RunnerProgress): void;
  /** Pages are there from now on; the runner listens already, so that no event goes to a page alone. */
  open(world: World): void;
  /** Before the runner stops. */
  close(): void;
}

export function createSite(): Site {
  let opened: { world: World; live: Live } | undefined;
  return {
    front(request, response) {
      const { method = "GET", headers, socket } = request;
      const port = socket.localPort ?? 0;
      const why = whyForeign({ method, headers, port });
      if (why !== undefined) {
        send(request, response, { status: 403, type: "text/plain", body: `${why}\n` });
        return true;
      }
      const target = request.url ?? "/";
      if (!opened || !target.startsWith("/") || !isOwnHost({ headers, port })) return false;
      const { world, live } = opened;
      const url = new URL(`http://127.0.0.1${target}`);
      const answer = whoAnswers(request, response, url, world, live);
      answer?.catch((error: unknown) => {
        world.log(`500 ${method} ${url.pathname}: ${error instanceof Error ? error.stack : String(error)}`);
        if (response.headersSent) response.destroy();
        else
          send(request, response, { status: 500, type: "text/plain", body: "This is a bug of the page.\n" });
      });
      return answer !== undefined;
    },
    link: () => {
      if (!opened) throw new Error("the page is not open yet");
      const { forge, door } = opened.world;
      return `${forge.serverUrl}/-/enter?code=${door.newCode()}`;
    },
    progress: (event) => opened?.live.progress(event),
    open(world) {
      opened = { world, live: openLive(world.forge) };
    },
    close() {
      opened?.live.close();
      opened = undefined;
    },
  };
}

/** Undefined when the request is for the API, for git, or for nothing that pages know. */
function whoAnswers(
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  world: World,
  live: Live,
): Promise<void> | undefined {
  const { pathname } = url;
  if (API.some((route) => route.endsWith(` ${pathname}`)))
    return answerApi(request, url, world)
      .catch((error: unknown) => json(statusOf(error), { error: messageOf(error) }))
      .then((reply) => send(request, response, reply));
  const asset = ASSETS.get(pathname);
  if (asset) return Promise.resolve(send(request, response, asset()));
  const found = findPage(pathname, world.repositories());
  if (!found && pathname !== "/" && !pathname.startsWith("/-/")) return undefined;
  if (pathname === "/-/events" && world.door.knows(request.headers.cookie))
    return Promise.resolve(live.serve(request, response, aboutOf(url)));
  return answerBrowser(request, url, found, world).then((reply) => send(request, response, reply));
}

async function answerBrowser(
  request: IncomingMessage,
  url: URL,
  found: Found | undefined,
  world: World,
): Promise<Reply> {
  const { door, login } = world;
  const frame: Frame = { login, formProof: door.formProof };
  const isRead = request.method === "GET" || request.method === "HEAD";
  try {
    if (url.pathname === "/-/enter") return await enter(request, url, frame, world);
    if (!door.knows(request.headers.cookie))
      return answerSignIn(frame, undefined, isRead ? url.pathname : "/");
    if (!isRead && request.method !== "POST")
      return answerProblem(frame, 405, `${request.method} is not possible here.`);
    if (!isRead && found?.path === "/-/act") return await act(request, found.repository, frame, world);
    const reply = isRead && found ? await answerPage(found, frame, world) : undefined;
    if (reply) return reply;
    if (isRead && url.pathname === "/") return await answerHome(frame, world);
    return answerProblem(frame, 404, "There is nothing here.", found?.repository);
  } catch (error) {
    if (!(error instanceof NightshiftError)) throw error;
    return answerProblem(frame, statusOf(error), error.message, found?.repository);
  }
}

/** The code of the link, or the token of the form, for the cookie. */
async function enter(request: IncomingMessage, url: URL, frame: Frame, world: World): Promise<Reply> {
  const { door } = world;
  if (request.method === "GET")
    return door.opens(url.searchParams.get("code") ?? "")
      ? redirect("/", { "set-cookie": door.cookie() })
      : answerSignIn(frame, "This link was used before, or is of an earlier start.", "/");
  const fields = new URLSearchParams(await readText(request, FORM));
  const asked = fields.get("to") ?? "";
  const to = findPage(asked, world.repositories()) ? asked : "/";
  return door.isToken(fields.get("token") ?? "")
    ? redirect(to, { "set-cookie": door.cookie() })
    : answerSignIn(frame, "This is not the token.", to);
}

const FORM = "application/x-www-form-urlencoded";

async function act(request: IncomingMessage, repository: string, frame: Frame, world: World): Promise<Reply> {
  // Browsers name the origin with every form; `whyForeign` has checked which.
  if (request.headers.origin === undefined)
    return answerProblem(frame, 403, "A form comes with its origin.", repository);
  const fields = new URLSearchParams(await readText(request, FORM));
  if (!world.door.isFormProof(fields.get("proof") ?? ""))
    return answerProblem(
      frame,
      403,
      "This form is not of a page of this local GitHub. Reload it.",
      repository,
    );
  const given = Act.safeParse(Object.fromEntries(fields));
  if (!given.success) return answerProblem(frame, 422, "The form is not complete.", repository);
  const github = world.github(repository);
  const labelPrefix = async () => (await readStanding(github, world.now)).snapshot.config.label_prefix;
  return redirect(`/${repository}${await perform(given.data, github, labelPrefix)}`);
}

function aboutOf({ searchParams }: URL) {
  const run = Number(searchParams.get("run") ?? "");
  return {
    repository: searchParams.get("repository") || undefined,
    run: Number.isInteger(run) && run > 0 ? run : undefined,
  };
}

/** What the API refused stays refused; what is wrong with the input is the sender's. */
function statusOf(error: unknown): number {
  if (error instanceof GitHubRefusal && error.status >= 400) return error.status;
  if (error instanceof NightshiftError) return error.remedy === "wrong-use" ? 422 : 502;
  return 500;
}

const asset = (name: string, type: Reply["type"]) => (): Reply => ({
  status: 200,
  type,
  body: readFileSync(assetPath(`cli/web/assets/${name}`), "utf8"),
});
/** They hold nothing of anybody, so that the page for signing in has them, too. */
const ASSETS: ReadonlyMap<string, () => Reply> = new Map([
  ["/-/page.css", asset("page.css", "text/css")],
  ["/-/page.js", asset("page.js", "text/javascript")],
]);

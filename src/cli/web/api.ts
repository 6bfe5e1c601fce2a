/** The two routes for scripts: start a requirement, ask where everything stands. */
import type { IncomingMessage } from "node:http";
import { z } from "zod";
import { openRequirement } from "../../agents/requirement.ts";
import { NightshiftError } from "../../domain/errors.ts";
import { parseJson } from "../data-directory.ts";
import { checkRequirementText } from "../run/requirements-file.ts";
import { json, type Reply, readText } from "./reply.ts";
import { agentsOf, overviewOf, readStanding } from "./views.ts";
import type { World } from "./world.ts";

/** Routes by method and path. */
export const API = ["POST /api/start-project", "GET /api/status"] as const;

const Start = z.strictObject({
  /** owner/name; may be left out where one repository is hosted. */
  repository: z.string().optional(),
  /** What shall be built; the first line is the title. */
  requirements: z.string(),
});

/** Errors are `{error}` with 401, 404, 405 or 422. Throws NightshiftError for what GitHub refuses. */
export async function answerApi(request: IncomingMessage, url: URL, world: World): Promise<Reply> {
  const { authorization = "" } = request.headers;
  const [, token = ""] = /^(?:bearer|token)\s+(\S+)$/i.exec(authorization) ?? [];
  if (!world.door.isToken(token)) return json(401, { error: "Send the token: Authorization: Bearer TOKEN." });
  switch (`${request.method} ${url.pathname}`) {
    case "POST /api/start-project":
      return startProject(request, world);
    case "GET /api/status":
      return status(url, world);
    default:
      return json(405, { error: `${request.method} is not possible here.` });
  }
}

async function startProject(request: IncomingMessage, world: World): Promise<Reply> {
  const given = Start.safeParse(parseJson(await readText(request, "application/json")));
  if (!given.success)
    return json(422, {
      error: `Expected {"repository"?: "owner/name", "requirements": "…"}. ${z.prettifyError(given.error)}`,
    });
  const repository = chosen(given.data.repository, world);
  if (repository === undefined) return unknown(world);
  const text = checkRequirementText(given.data.requirements);
  const github = world.github(repository);
  const { snapshot } = await readStanding(github, world.now);
  const issue = await openRequirement(github, text, snapshot.config.label_prefix);
  return json(201, { repository, issue, url: `${world.forge.serverUrl}/${repository}/issues/${issue}` });
}

async function status(url: URL, world: World): Promise<Reply> {
  const named = url.searchParams.get("repository") ?? undefined;
  if (named !== undefined && !world.repositories().includes(named)) return unknown(world);
  const names = named === undefined ? world.repositories() : [named];
  const repositories = await Promise.all(
    names.map(async (name) => {
      const standing = await readStanding(world.github(name), world.now);
      const { status, obstacles, atWork } = overviewOf(standing, world.forge.runs(name));
      return { ...status, agents: agentsOf(standing.snapshot), obstacles, at_work: atWork };
    }),
  );
  return json(200, { url: world.forge.serverUrl, repositories });
}

function chosen(named: string | undefined, world: World): string | undefined {
  const names = world.repositories();
  if (named !== undefined) return names.find((name) => name === named);
  if (names.length === 1) return names[0];
  throw new NightshiftError(
    "INPUT_INVALID",
    `"repository" is needed: ${names.length === 0 ? "none is hosted" : names.join(", ")}.`,
  );
}

function unknown(world: World): Reply {
  return json(404, { error: `Hosted are: ${world.repositories().join(", ") || "no repositories"}.` });
}

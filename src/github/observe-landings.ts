/** Reads the branches that requirements land on. */
import { z } from "zod";
import type { Config } from "../domain/config.ts";
import { landingPrefix } from "../domain/landing.ts";
import type { GitHub } from "./client.ts";

const Refs = z.array(z.object({ ref: z.string(), object: z.object({ sha: z.string() }) }));

/** Their heads, by branch; one request, and none where features go straight into the base. */
export async function readLandings(
  github: GitHub,
  config: Pick<Config, "landing" | "branch_prefix">,
): Promise<Map<string, string>> {
  if (config.landing !== "requirement_branch") return new Map();
  const { data } = await github.rest("GET /repos/{owner}/{repo}/git/matching-refs/{ref}", {
    ref: `heads/${landingPrefix(config.branch_prefix)}`,
  });
  return new Map(Refs.parse(data).map(({ ref, object }) => [ref.replace("refs/heads/", ""), object.sha]));
}

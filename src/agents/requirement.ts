/** Opens the issue of a requirement that came as text. */
import { z } from "zod";
import { defaultConfig } from "../domain/config.ts";
import { allLabels, requirementLabel } from "../domain/labels.ts";
import { type GitHub, GitHubRefusal } from "../github/client.ts";

const Issue = z.object({ number: z.number() });

/** Number of the new issue. The first line becomes the title. */
export async function openRequirement(
  github: GitHub,
  text: string,
  prefix: string = defaultConfig().label_prefix,
): Promise<number> {
  const [first = "", ...rest] = text.trim().split("\n");
  const title = first.replace(/^#+\s*/, "").slice(0, 200);
  const body = rest.join("\n").trim() || title;
  const label = allLabels(prefix).find((candidate) => candidate.name === requirementLabel(prefix));
  try {
    await github.rest("POST /repos/{owner}/{repo}/labels", { ...label }, "safe");
  } catch (error) {
    if (!(error instanceof GitHubRefusal && error.status === 422)) throw error;
  }
  const { data } = await github.rest("POST /repos/{owner}/{repo}/issues", {
    title,
    body,
    labels: [requirementLabel(prefix)],
  });
  return Issue.parse(data).number;
}

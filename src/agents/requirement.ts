/** Opens the issue of a requirement that came as text. */
import { z } from "zod";
import { defaultConfig } from "../domain/config.ts";
import { allLabels, requirementLabel } from "../domain/labels.ts";
import { type GitHub, GitHubRefusal } from "../github/client.ts";

const Issue = z.object({ number: z.number() });

/** Longest title that we give, in characters; GitHub takes 256. */
const TITLE_LIMIT = 200;

/** The first line that says something is the title; the rest is the body, or everything where the title had to be cut. */
export function titleAndBody(text: string): { title: string; body: string } {
  const lines = text.trim().split("\n");
  const at = Math.max(
    0,
    lines.findIndex((line) => /[\p{L}\p{N}]/u.test(line)),
  );
  const first = (lines[at] ?? "").replace(/^[\s#]+/, "").trim();
  const rest = lines
    .slice(at + 1)
    .join("\n")
    .trim();
  if (first.length > TITLE_LIMIT) return { title: `${first.slice(0, TITLE_LIMIT - 1)}…`, body: text.trim() };
  return { title: first, body: rest || first };
}

/** Number of the new issue. */
export async function openRequirement(
  github: GitHub,
  text: string,
  prefix: string = defaultConfig().label_prefix,
): Promise<number> {
  const { title, body } = titleAndBody(text);
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

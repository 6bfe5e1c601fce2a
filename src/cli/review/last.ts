/** `nightshift review --last`: what the review would have said on the last pull requests, as one page. Reads, and writes nothing. */
import { z } from "zod";
import { messageOf, NightshiftError } from "../../domain/errors.ts";
import { CONFIG_PATH } from "../../domain/names.ts";
import type { GitHub } from "../../github/client.ts";
import { EXIT } from "../exit.ts";
import { reach } from "../reach.ts";
import type { Edge } from "../run/preflight.ts";
import type { Terminal } from "../terminal.ts";
import { type Range, reviewRange } from "./range.ts";
import { type Report, renderMarkdown, reportOf } from "./report.ts";
import { meansFor, type ReviewOptions } from "./review.ts";

export interface LastOptions extends Pick<ReviewOptions, "model" | "baseUrl" | "maxUsd" | "sandbox"> {
  /** owner/name */
  repo: string | undefined;
  data: string | undefined;
  count: number;
}

const Pulls = z.array(
  z.object({
    number: z.int(),
    title: z.string(),
    body: z.string().nullable(),
    html_url: z.string(),
    base: z.object({ sha: z.string(), repo: z.object({ clone_url: z.string() }) }),
    head: z.object({ sha: z.string() }),
  }),
);
type Pull = z.infer<typeof Pulls>[number];

type Tried = { pull: Pull; report: Report } | { pull: Pull; failure: string };

/** A pull request that cannot be reviewed any more, because its commits are gone, has its line on the page and stops nothing. */
export async function runReviewOfLast(options: LastOptions, terminal: Terminal, edge: Edge): Promise<number> {
  const { github, close } = await reach(options, edge.env, process.cwd());
  try {
    const means = await meansFor(options, await settingsOf(github), terminal, edge);
    const pulls = await lastPulls(github, options.count);
    const tried: Tried[] = [];
    for (const pull of pulls) {
      if (edge.signal.aborted) break;
      terminal.line(`#${pull.number} ${pull.title}`);
      tried.push(await tryOn(pull, (range) => reviewRange(range, means, edge), edge.env));
    }
    terminal.answer(renderPage(github.repository, tried));
    return tried.some((one) => "report" in one) || pulls.length === 0 ? EXIT.done : EXIT.failed;
  } finally {
    await close();
  }
}

async function lastPulls(github: GitHub, count: number): Promise<Pull[]> {
  const { data } = await github.rest("GET /repos/{owner}/{repo}/pulls", {
    state: "all",
    sort: "created",
    direction: "desc",
    per_page: count,
  });
  return Pulls.parse(data);
}

/** The settings of the default branch; undefined when there are none. */
async function settingsOf(github: GitHub): Promise<string | undefined> {
  const Content = z.object({ content: z.string() });
  try {
    const { data } = await github.rest("GET /repos/{owner}/{repo}/contents/{path}", { path: CONFIG_PATH });
    return Buffer.from(Content.parse(data).content, "base64").toString("utf8");
  } catch {
    return undefined;
  }
}

async function tryOn(
  pull: Pull,
  review: (range: Range) => ReturnType<typeof reviewRange>,
  env: NodeJS.ProcessEnv,
): Promise<Tried> {
  const { number, title, body, base, head } = pull;
  const remote = { url: base.repo.clone_url, token: env.GITHUB_TOKEN ?? env.GH_TOKEN ?? "" };
  try {
    const report = reportOf(
      await review({ remote, number, title, body: body ?? "", base: base.sha, head: head.sha }),
    );
    const { status, message } = report.review.outcome;
    return status === "done" ? { pull, report } : { pull, failure: message };
  } catch (error) {
    if (error instanceof NightshiftError) return { pull, failure: messageOf(error) };
    throw error;
  }
}

function renderPage(repository: string, tried: readonly Tried[]): string {
  const reports = tried.flatMap((one) => ("report" in one ? [one] : []));
  const findings = reports.reduce((sum, { report }) => sum + report.findings.length, 0);
  const usd = reports.reduce((sum, { report }) => sum + (report.review.outcome.cost.usd ?? 0), 0);
  const rows = tried.map((one) => {
    const link = `[#${one.pull.number}](${one.pull.html_url}) ${one.pull.title.replaceAll("|", "\\|")}`;
    return "report" in one
      ? `| ${link} | ${one.report.verdict} | ${one.report.findings.length} | ${one.report.review.outcome.output?.dropped.length ?? 0} |`
      : `| ${link} | not reviewed: ${one.failure.split("\n")[0]?.replaceAll("|", "\\|")} | | |`;
  });
  return [
    `# What Nightshift would have said on ${repository}`,
    `${reports.length} of ${tried.length} pull requests reviewed, ${findings} findings, ${usd.toFixed(2)} US dollars. Nothing was written there.`,
    ["| pull request | verdict | findings | dropped |", "|---|---|---|---|", ...rows].join("\n"),
    ...reports.map(({ pull, report }) => `## #${pull.number} ${pull.title}\n\n${renderMarkdown(report)}`),
  ].join("\n\n");
}

/** The pages by their paths, which are GitHub's: addresses in comments and answers of the API lead to them. */
import { html, type Part } from "./html.ts";
import { renderIssue, renderIssues } from "./pages/issues.ts";
import { type Frame, renderPage } from "./pages/layout.ts";
import { type RepositoryLine, renderHome, renderOverview } from "./pages/overview.ts";
import { renderPull, renderPulls } from "./pages/pulls.ts";
import { renderMessages, renderRun, renderRuns } from "./pages/runs.ts";
import { readIssue, readIssues, readLabels, readPull, readPulls } from "./read.ts";
import type { Reply } from "./reply.ts";
import { messagesOf, overviewOf, readStanding, whyOfIssue, whyOfPull } from "./views.ts";
import type { World } from "./world.ts";

export interface Found {
  repository: string;
  /** Below the repository, such as `/pull/4`. */
  path: string;
}

const BELOW =
  /^\/([\w.-]+\/[\w.-]+)(|\/issues|\/issues\/\d{1,9}|\/pulls|\/pull\/\d{1,9}(?:\/files|\/commits|\/checks)?|\/actions|\/actions\/runs\/\d{1,15}(?:\/attempts\/\d{1,4})?(?:\/job\/\d{1,15}(?:\/log)?)?|\/messages|\/-\/act)\/?$/;

/** Undefined for paths that are none of a page: those of the API and of git. */
export function findPage(pathname: string, repositories: readonly string[]): Found | undefined {
  const [, repository = "", path = ""] = BELOW.exec(pathname) ?? [];
  return repositories.includes(repository) ? { repository, path } : undefined;
}

/** Undefined when nothing is there. Throws NightshiftError. */
export async function answerPage(
  { repository, path }: Found,
  frame: Frame,
  world: World,
): Promise<Reply | undefined> {
  const page = (title: string, main: Part, run?: number): Reply =>
    htmlReply(renderPage(frame, { title, repository, main, ...(run === undefined ? {} : { run }) }));
  const [, area = "", ...rest] = path.split("/");
  const number = Number(rest[area === "actions" ? 1 : 0]);
  const github = world.github(repository);
  const standing = () => readStanding(github, world.now);
  switch (area) {
    case "":
      return page(
        "Overview",
        renderOverview(frame, overviewOf(await standing(), world.forge.runs(repository))),
      );
    case "issues": {
      if (rest.length === 0) return page("Issues", renderIssues(repository, await readIssues(github)));
      const view = await readIssue(github, number);
      if (view === undefined) return undefined;
      if (view.issue.pull_request !== undefined)
        return { ...htmlReply(""), status: 303, headers: { location: `/${repository}/pull/${number}` } };
      const [seen, known] = await Promise.all([standing(), readLabels(github)]);
      return page(
        `#${number} ${view.issue.title}`,
        renderIssue(frame, repository, view, whyOfIssue(seen, number), known),
      );
    }
    case "pulls":
      return page("Pull requests", renderPulls(repository, await readPulls(github)));
    case "pull": {
      const view = await readPull(github, number);
      if (view === undefined) return undefined;
      const [seen, known] = await Promise.all([standing(), readLabels(github)]);
      return page(
        `#${number} ${view.pull.title}`,
        renderPull(frame, repository, view, whyOfPull(seen, number), known),
      );
    }
    case "actions":
      if (rest.length === 0)
        return page("Runs", renderRuns(repository, world.forge.runs(repository).slice(0, 100)));
      return path.endsWith("/log")
        ? answerLog(repository, number, Number(rest.at(-2)), world)
        : answerRun(repository, number, world, frame, page);
    case "messages":
      return page("Messages", renderMessages(repository, messagesOf(world.forge, repository).slice(0, 200)));
    default:
      return undefined;
  }
}

function answerRun(
  repository: string,
  id: number,
  { forge, runner }: World,
  frame: Frame,
  page: (title: string, main: Part, run: number) => Reply,
): Reply | undefined {
  const run = forge.run(id);
  if (run?.repository !== repository) return undefined;
  const jobs = forge.jobs(id).filter(({ runAttempt }) => runAttempt === run.runAttempt);
  const logs = new Map(jobs.map((job) => [job.id, forge.log(job.id)]));
  return page(run.displayTitle, renderRun(frame, { run, jobs, logs, problems: runner.problems(id) }), id);
}

function answerLog(repository: string, runId: number, jobId: number, { forge }: World): Reply | undefined {
  const isThere =
    forge.run(runId)?.repository === repository && forge.jobs(runId).some(({ id }) => id === jobId);
  return isThere ? { status: 200, type: "text/plain", body: forge.log(jobId) } : undefined;
}

/** The list of repositories; one that cannot be read does not hide the others. */
export async function answerHome(frame: Frame, world: World): Promise<Reply> {
  const lines = await Promise.all(
    world.repositories().map(async (repository): Promise<RepositoryLine> => {
      try {
        const { status, obstacles } = overviewOf(await readStanding(world.github(repository), world.now), []);
        return {
          repository,
          requirements: status.requirements.filter(({ open }) => open).length,
          waiting: obstacles.filter(({ person }) => person).length,
        };
      } catch (error) {
        return {
          repository,
          problem: error instanceof Error ? error.message : String(error),
          requirements: 0,
          waiting: 0,
        };
      }
    }),
  );
  return htmlReply(renderPage(frame, { title: "Repositories", main: renderHome(lines) }));
}

/** `to`: the path that was asked for, where the form leads. */
export function answerSignIn(frame: Frame, notice: string | undefined, to: string): Reply {
  const main = html`<p>Open the link that <code>nightshift up</code> printed; it works once. Or sign in with the token, which stands in <code>nightshift.json</code> in the data directory.</p>
<form method="post" action="/-/enter"><input type="hidden" name="to" value="${to}"><label for="token">Token</label> <input id="token" name="token" type="password" required autocomplete="off"> <button>Sign in</button></form>`;
  const parts = { title: "Sign in", still: true, main, ...(notice === undefined ? {} : { notice }) };
  return { ...htmlReply(renderPage({ ...frame, login: "nobody" }, parts)), status: 401 };
}

export function answerProblem(frame: Frame, status: number, notice: string, repository?: string): Reply {
  const main = html`<p>Nothing was changed. Go back to correct it, or look at <a href="/">the repositories</a>.</p>`;
  const place = repository === undefined ? {} : { repository };
  return {
    ...htmlReply(renderPage(frame, { title: "That did not work", still: true, notice, main, ...place })),
    status,
  };
}

function htmlReply(body: string): Reply {
  return { status: 200, type: "text/html", body };
}

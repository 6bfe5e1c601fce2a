/** REST: commit statuses and check runs. */
import { ApiError, invalid, notFound, unprocessable } from "../errors.ts";
import { resolveCommit } from "../git/commits.ts";
import { nullableText, optionalChoice, optionalObject, optionalText, requiredText } from "../http/body.ts";
import { counted, created, list, ok, pageOf } from "../http/replies.ts";
import { type RepositoryQuestion, type Route, repositoryRoute } from "../http/router.ts";
import { emit } from "../operations/events.ts";
import {
  checkRunOfJob,
  checkRunsOf,
  combinedState,
  createStatus,
  latestStatuses,
  statusesOf,
} from "../operations/statuses.ts";
import { now } from "../site.ts";
import type { CheckRun } from "../store/records.ts";
import { ACCESS, appOf } from "../viewer.ts";
import { numberIn, somebody, textIn } from "./ask.ts";
import { repoApi } from "./serialize/basics.ts";
import { checkRunJson, simpleStatusJson, statusJson } from "./serialize/git.ts";
import { minimalRepositoryJson } from "./serialize/repository.ts";

const CONCLUSIONS = [
  "action_required",
  "cancelled",
  "failure",
  "neutral",
  "success",
  "skipped",
  "stale",
  "timed_out",
] as const;
const CHECK_STATUSES = ["queued", "in_progress", "completed"] as const;

async function commitIn(question: RepositoryQuestion): Promise<string> {
  const ref = textIn(question, "ref");
  const sha = await resolveCommit(question.site.git(question.repository), ref);
  if (!sha) throw unprocessable(`No commit found for SHA: ${ref}`);
  return sha;
}

export const statusRoutes: Route[] = [
  repositoryRoute("POST /statuses/{sha}", ACCESS.writeStatuses, async (question) => {
    const { site, repository, body } = question;
    const status = await createStatus(site, somebody(question), repository, textIn(question, "sha"), {
      state: requiredText(body, "state"),
      context: optionalText(body, "context") ?? "default",
      description: nullableText(body, "description") ?? null,
      targetUrl: nullableText(body, "target_url") ?? null,
    });
    return created(statusJson(site, repository, status));
  }),
  repositoryRoute("GET /commits/{ref}/status", ACCESS.readStatuses, async (question) => {
    const { site, repository } = question;
    const sha = await commitIn(question);
    const latest = latestStatuses(site, repository, sha);
    const state = combinedState(site, repository, sha);
    const api = `${repoApi(site, repository)}/commits/${sha}`;
    const page = pageOf(question, latest);
    const body = {
      state: state === "none" ? "pending" : state,
      statuses: page.rows.map((status) => simpleStatusJson(site, repository, status)),
      sha,
      total_count: latest.length,
      repository: minimalRepositoryJson(site, repository),
      commit_url: api,
      url: `${api}/status`,
    };
    return { status: 200, body, headers: page.headers };
  }),
  repositoryRoute("GET /commits/{ref}/statuses", ACCESS.readStatuses, async (question) => {
    const rows = statusesOf(question.site, question.repository, await commitIn(question)).reverse();
    return list(question, rows, (status) => statusJson(question.site, question.repository, status));
  }),
  repositoryRoute("GET /commits/{ref}/check-runs", ACCESS.readChecks, async (question) => {
    const { site, repository, query } = question;
    const name = query.get("check_name");
    const status = query.get("status");
    const app = query.get("app_id");
    const rows = checkRunsOf(site, repository, await commitIn(question)).filter(
      (check) =>
        (!name || check.name === name) &&
        (!status || check.status === status) &&
        (!app || String(check.app) === app),
    );
    return counted(question, "check_runs", rows, (check) => checkRunJson(site, repository, check));
  }),
  repositoryRoute("POST /check-runs", ACCESS.writeChecks, async (question) => {
    const { site, repository, body } = question;
    const sha = requiredText(body, "head_sha");
    if ((await site.git(repository).read(sha))?.type !== "commit")
      throw unprocessable(`No commit found for SHA: ${sha}`);
    const id = site.store.nextId();
    const blank: CheckRun = {
      id,
      repository: repository.id,
      sha,
      app: appOf(question.viewer) ?? refusePerson(),
      name: requiredText(body, "name"),
      status: "queued",
      conclusion: null,
      startedAt: now(site),
      completedAt: null,
      externalId: "",
      detailsUrl: null,
      title: null,
      summary: null,
      text: null,
    };
    const check = site.store.put("checkRuns", id, changed(question, blank));
    emit(site, somebody(question), repository, "check_run", {
      action: "created",
      payload: { action: "created", check_run: checkRunJson(site, repository, check) },
    });
    return created(checkRunJson(site, repository, check));
  }),
  repositoryRoute("GET /check-runs/{check_run_id}", ACCESS.readChecks, (question) =>
    ok(checkRunJson(question.site, question.repository, checkIn(question))),
  ),
  repositoryRoute("PATCH /check-runs/{check_run_id}", ACCESS.writeChecks, (question) => {
    const { site, repository } = question;
    const before = site.store.get("checkRuns", numberIn(question, "check_run_id"));
    if (before?.repository !== repository.id) throw notFound();
    if (before.app !== appOf(question.viewer))
      throw new ApiError(
        403,
        "Invalid app_id `" +
          `${before.app}` +
          "` - check run can only be modified by the GitHub App that created it.",
      );
    const check = site.store.put("checkRuns", before.id, changed(question, before));
    const action = check.status === "completed" && before.status !== "completed" ? "completed" : undefined;
    if (action)
      emit(site, somebody(question), repository, "check_run", {
        action,
        payload: { action, check_run: checkRunJson(site, repository, check) },
      });
    return ok(checkRunJson(site, repository, check));
  }),
  repositoryRoute("GET /check-runs/{check_run_id}/annotations", ACCESS.readChecks, (question) => {
    const check = checkIn(question);
    const annotations = question.site.store.get("jobs", check.id)?.annotations ?? [];
    return list(question, annotations, (one) => ({
      path: one.path ?? ".github",
      start_line: one.line ?? 1,
      end_line: one.line ?? 1,
      start_column: null,
      end_column: null,
      annotation_level: one.level,
      title: one.title ?? "",
      message: one.message,
      raw_details: "",
      blob_href: `${repoApi(question.site, question.repository)}/git/blobs/${check.sha}`,
    }));
  }),
];

/** Only Apps report checks. */
function refusePerson(): never {
  throw new ApiError(403, "You must authenticate via a GitHub App.");
}

function checkIn(question: RepositoryQuestion): CheckRun {
  const id = numberIn(question, "check_run_id");
  const posted = question.site.store.get("checkRuns", id);
  const check = posted ?? checkRunOfJob(question.site, question.repository, id);
  if (check.repository !== question.repository.id) throw notFound();
  return check;
}

function changed({ site, body }: RepositoryQuestion, check: CheckRun): CheckRun {
  const conclusion = optionalChoice(body, "conclusion", CONCLUSIONS) ?? check.conclusion;
  const status = conclusion ? "completed" : (optionalChoice(body, "status", CHECK_STATUSES) ?? check.status);
  if (status === "completed" && !conclusion) throw invalid("CheckRun", "conclusion", "missing_field");
  const output = optionalObject(body, "output") ?? {};
  return {
    ...check,
    name: optionalText(body, "name") ?? check.name,
    status,
    conclusion,
    completedAt:
      status === "completed" ? (optionalText(body, "completed_at") ?? check.completedAt ?? now(site)) : null,
    startedAt: optionalText(body, "started_at") ?? check.startedAt,
    externalId: optionalText(body, "external_id") ?? check.externalId,
    detailsUrl: optionalText(body, "details_url") ?? check.detailsUrl,
    title: optionalText(output, "title") ?? check.title,
    summary: optionalText(output, "summary") ?? check.summary,
    text: optionalText(output, "text") ?? check.text,
  };
}

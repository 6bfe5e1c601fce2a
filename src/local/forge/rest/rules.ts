/** REST: rulesets, and the rules of a branch. */
import type { Json, JsonObject } from "../../contract.ts";
import { notFound } from "../errors.ts";
import { created, list, noContent, ok } from "../http/replies.ts";
import { type RepositoryQuestion, type Route, repositoryRoute } from "../http/router.ts";
import { nodeId } from "../node-id.ts";
import { bypasses, putRuleset, rulesetsOf } from "../rules/rulesets.ts";
import { fullName } from "../site.ts";
import type { Ruleset } from "../store/records.ts";
import { ACCESS, may } from "../viewer.ts";
import { numberIn, textIn } from "./ask.ts";
import { repoApi, repoPage } from "./serialize/basics.ts";

export const ruleRoutes: Route[] = [
  repositoryRoute("GET /rulesets", ACCESS.metadata, (question) =>
    list(question, rulesetsIn(question), (ruleset) => shortJson(question, ruleset)),
  ),
  repositoryRoute("POST /rulesets", ACCESS.administration, (question) =>
    created(rulesetJson(question, putRuleset(question.site, question.repository, question.rawBody))),
  ),
  repositoryRoute("GET /rulesets/{ruleset_id}", ACCESS.metadata, (question) =>
    ok(rulesetJson(question, rulesetIn(question))),
  ),
  repositoryRoute("PUT /rulesets/{ruleset_id}", ACCESS.administration, (question) =>
    ok(
      rulesetJson(
        question,
        putRuleset(question.site, question.repository, question.rawBody, rulesetIn(question)),
      ),
    ),
  ),
  repositoryRoute("DELETE /rulesets/{ruleset_id}", ACCESS.administration, (question) => {
    question.site.store.remove("rulesets", rulesetIn(question).id);
    return noContent();
  }),
  repositoryRoute("GET /rules/branches/{branch}", ACCESS.metadata, (question) => {
    const { site, repository } = question;
    const rows = rulesetsOf(site, repository, textIn(question, "branch")).flatMap((ruleset) =>
      ruleset.rules.map((rule) => ({ ruleset, rule })),
    );
    return list(question, rows, ({ ruleset, rule }) => ({
      ...plain(rule),
      ruleset_source_type: "Repository",
      ruleset_source: fullName(repository),
      ruleset_id: ruleset.id,
    }));
  }),
];

const rulesetsIn = ({ site, repository }: RepositoryQuestion): Ruleset[] =>
  site.store.filter("rulesets", (row) => row.repository === repository.id);

function rulesetIn(question: RepositoryQuestion): Ruleset {
  const row = question.site.store.get("rulesets", numberIn(question, "ruleset_id"));
  if (row?.repository !== question.repository.id) throw notFound();
  return row;
}

/** Rules are kept as JSON; the copy makes that known to the type checker. */
function plain(value: Ruleset["rules"][number]): JsonObject {
  const copy: JsonObject = JSON.parse(JSON.stringify(value));
  return copy;
}

function shortJson(question: RepositoryQuestion, ruleset: Ruleset): JsonObject {
  const { site, repository } = question;
  const api = `${repoApi(site, repository)}/rulesets/${ruleset.id}`;
  return {
    id: ruleset.id,
    name: ruleset.name,
    target: ruleset.target,
    source_type: "Repository",
    source: fullName(repository),
    enforcement: ruleset.enforcement,
    node_id: nodeId("RepositoryRuleset", ruleset.id),
    _links: { self: { href: api }, html: { href: `${repoPage(site, repository)}/rules/${ruleset.id}` } },
    created_at: ruleset.createdAt,
    updated_at: ruleset.updatedAt,
  };
}

/** `repository-ruleset`; who bypasses is told to administrators only. */
function rulesetJson(question: RepositoryQuestion, ruleset: Ruleset): JsonObject {
  const { repository, viewer } = question;
  const actors: Json[] = ruleset.bypass.map(({ actor_id = null, actor_type, bypass_mode }) => ({
    actor_id,
    actor_type,
    bypass_mode,
  }));
  const always = viewer.kind !== "anonymous" && bypasses(repository, ruleset, viewer, "push");
  const merging = viewer.kind !== "anonymous" && bypasses(repository, ruleset, viewer, "merge");
  return {
    ...shortJson(question, ruleset),
    conditions: { ref_name: { include: [...ruleset.include], exclude: [...ruleset.exclude] } },
    rules: ruleset.rules.map(plain),
    ...(may(viewer, repository, ACCESS.administration) ? { bypass_actors: actors } : {}),
    current_user_can_bypass: always ? "always" : merging ? "pull_requests_only" : "never",
  };
}

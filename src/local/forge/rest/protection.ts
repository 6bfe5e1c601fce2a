/** REST: classic branch protection. */
import { ApiError } from "../errors.ts";
import { noContent, ok } from "../http/replies.ts";
import { type RepositoryQuestion, type Route, repositoryRoute } from "../http/router.ts";
import { findProtection, protectionKey, putProtection } from "../rules/protection.ts";
import { branchHead } from "../site.ts";
import type { Protection } from "../store/records.ts";
import { ACCESS } from "../viewer.ts";
import { textIn } from "./ask.ts";
import { protectionJson } from "./serialize/protection.ts";

export const protectionRoutes: Route[] = [
  repositoryRoute("GET /branches/{branch}/protection", ACCESS.readAdministration, (question) =>
    ok(protectionJson(question.site, question.repository, protectionIn(question))),
  ),
  repositoryRoute("PUT /branches/{branch}/protection", ACCESS.administration, (question) => {
    const { site, repository } = question;
    const branch = textIn(question, "branch");
    if (!branchHead(site, repository, branch)) throw new ApiError(404, "Branch not found");
    return ok(protectionJson(site, repository, putProtection(site, repository, branch, question.rawBody)));
  }),
  repositoryRoute("DELETE /branches/{branch}/protection", ACCESS.administration, (question) => {
    question.site.store.remove(
      "protections",
      protectionKey(question.repository, protectionIn(question).branch),
    );
    return noContent();
  }),
];

function protectionIn(question: RepositoryQuestion): Protection {
  const branch = textIn(question, "branch");
  if (!branchHead(question.site, question.repository, branch)) throw new ApiError(404, "Branch not found");
  const found = findProtection(question.site, question.repository, branch);
  if (!found) throw new ApiError(404, "Branch not protected");
  return found;
}

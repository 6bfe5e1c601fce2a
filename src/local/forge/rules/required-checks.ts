/** Required status checks: which report counts, and what GitHub says of those that are missing. */
import { countedChecks, latestStatuses } from "../operations/statuses.ts";
import type { Site } from "../site.ts";
import type { CheckRun, Repository, Status } from "../store/records.ts";
import { ACTIONS_APP, ACTIONS_BOT } from "../viewer.ts";
import type { RequiredChecksRule } from "./rule.ts";

/** Nothing reported = expected. */
export type CheckState = "success" | "pending" | "failing" | "expected";

type RequiredCheck = RequiredChecksRule["parameters"]["required_status_checks"][number];

/** The texts of all rules' checks that are not green on the commit; `outdated` = none counts, the branch is behind under a strict rule. */
export function unmetChecks(
  site: Site,
  repository: Repository,
  sha: string,
  rules: readonly RequiredChecksRule[],
  outdated: (rule: RequiredChecksRule) => boolean,
): string[] {
  return rules.flatMap((rule) => {
    const wanted = rule.parameters.required_status_checks;
    const states = wanted.map((check) =>
      outdated(rule) ? "expected" : checkState(site, repository, sha, check),
    );
    const text = unmetText(wanted, states);
    return text === undefined ? [] : [text];
  });
}

/** GitHub names the check when one is required, and counts otherwise. */
function unmetText(wanted: readonly RequiredCheck[], states: readonly CheckState[]): string | undefined {
  const open = states.filter((state) => state !== "success");
  if (open.length === 0) return undefined;
  const is = { expected: "expected", pending: "pending", failing: "failing", success: "" };
  const kinds = (["expected", "pending", "failing"] as const)
    .map((kind) => ({ kind, count: open.filter((state) => state === kind).length }))
    .filter(({ count }) => count > 0);
  const [only] = kinds;
  if (wanted.length === 1 && only)
    return `Required status check "${wanted[0]?.context}" is ${is[only.kind]}.`;
  if (kinds.length === 1 && only)
    return `${only.count} of ${wanted.length} required status checks ${only.count === 1 ? "is" : "are"} ${is[only.kind]}.`;
  const parts = kinds.map(({ kind, count }) => `${count} ${is[kind]}`);
  return `${open.length} of ${wanted.length} required status checks have not succeeded: ${parts.join(", ")}.`;
}

/** A status and check runs of the same name count together, and the worst of them decides. */
export function checkState(
  site: Site,
  repository: Repository,
  sha: string,
  wanted: RequiredCheck,
): CheckState {
  const statuses = latestStatuses(site, repository, sha).filter(
    (status) =>
      status.context.toLowerCase() === wanted.context.toLowerCase() &&
      isFrom(appOfStatus(site, status), wanted),
  );
  const checks = countedChecks(site, repository, sha).filter(
    (check) => check.name === wanted.context && isFrom(check.app, wanted),
  );
  const states = [...statuses.map(stateOfStatus), ...checks.map(stateOfCheck)];
  if (states.includes("failing")) return "failing";
  if (states.includes("pending")) return "pending";
  return states.includes("success") ? "success" : "expected";
}

const isFrom = (app: number | undefined, wanted: RequiredCheck): boolean =>
  wanted.integration_id === undefined || wanted.integration_id === app;

/** A status belongs to the App whose token posted it; that of a job token to GitHub Actions (platform fact 0.3). */
function appOfStatus(site: Site, status: Status): number | undefined {
  if (status.creator === ACTIONS_BOT.login) return ACTIONS_APP.id;
  return site.store.find("apps", (app) => `${app.slug}[bot]` === status.creator)?.id;
}

function stateOfStatus(status: Status): CheckState {
  if (status.state === "success") return "success";
  return status.state === "pending" ? "pending" : "failing";
}

/** Skipped and neutral satisfy a required check (docs: troubleshooting-required-status-checks). */
function stateOfCheck(check: CheckRun): CheckState {
  if (check.status !== "completed") return "pending";
  return ["success", "neutral", "skipped"].includes(check.conclusion ?? "") ? "success" : "failing";
}

/**
 * What the product knows of GitHub, as data: the forge reads its limits, texts and rules from here, docs/github-facts.md
 * is made from here, and test/contract/forge-facts.test.ts shows each of them at the forge.
 */

export interface GitHubFact {
  /** The limit, text or table that the forge goes by. */
  value: number | string | readonly string[] | { readonly [name: string]: string };
  rule: string;
  /** A page of docs.github.com, GitHub's OpenAPI or GraphQL description, or an issue in which somebody measured it. */
  source: string;
  /** When the source was read. */
  date: string;
  /** Whether the project itself saw it on github.com. */
  live: boolean;
}

const DATE = "2026-11-22";
const read = <const Value extends GitHubFact["value"]>(value: Value, rule: string, source: string) => ({
  value,
  rule,
  source,
  date: DATE,
  live: false,
});

export const GITHUB_FACTS = {
  // What starts workflows.
  botEvents: read(
    {
      repository_dispatch: "runs",
      workflow_dispatch: "runs",
      "pull_request.opened": "runs_needing_approval",
      "pull_request.synchronize": "runs_needing_approval",
      "pull_request.reopened": "runs_needing_approval",
    },
    "What a GITHUB_TOKEN does starts no workflow, except the two dispatches; a new pull request head starts runs that wait for a person's approval.",
    "docs: actions/concepts/security/github_token; actions/reference/events-that-trigger-workflows#pull_request",
  ),
  approvalByJobToken: read(
    403,
    "A workflow's own token cannot approve runs that wait for approval.",
    "mcp-hangar#1184",
  ),
  workflowRunChain: read(
    3,
    "`workflow_run` starts at most three workflows in a chain.",
    "docs: actions/reference/events-that-trigger-workflows#workflow_run",
  ),
  dispatchedRunsUncounted: read(
    ["workflow_dispatch", "repository_dispatch"],
    "Check runs of dispatched runs are on the commit, but neither in a pull request's roll-up nor among its required checks.",
    "ThemeParks_JavaScript#37; statuslines#44; formatjs#7136; capnweb#206",
  ),
  statusForActionsCheck: read(
    15368,
    "A status posted with GITHUB_TOKEN satisfies a check that is required of the app GitHub Actions.",
    "capnweb#206; wiki_ticket_sdd#409; jobseek#4997",
  ),
  mergesByBotStartNothing: read(
    "nothing",
    "A merge by GITHUB_TOKEN starts neither `push` nor `pull_request: closed` workflows.",
    "docs: actions/concepts/security/github_token",
  ),
  // Dispatches.
  dispatchEventType: read(
    100,
    "`event_type` has at most 100 characters.",
    "OpenAPI: repos/create-dispatch-event",
  ),
  dispatchKeys: read(
    10,
    "`client_payload` has at most 10 top-level keys.",
    "OpenAPI: repos/create-dispatch-event",
  ),
  dispatchPayload: read(
    65_535,
    "`client_payload` is at most 65,535 characters of JSON.",
    "docs: actions/reference/events-that-trigger-workflows#repository_dispatch",
  ),
  workflowInputs: read(
    25,
    "`workflow_dispatch` takes at most 25 inputs.",
    "OpenAPI: actions/create-workflow-dispatch",
  ),
  // Identities.
  ownApproval: read(
    "Can not approve your own pull request",
    "Nobody approves or requests changes on their own pull request.",
    "approve-pull-request-action#61, #79",
  ),
  actionsPulls: read(
    "GitHub Actions is not permitted to create or approve pull requests.",
    "GITHUB_TOKEN opens and approves pull requests only where the setting allows it.",
    "docs: repositories/…/managing-github-actions-settings-for-a-repository",
  ),
  actionsNoBypass: read(
    "Actor GitHub Actions integration must be part of the ruleset source or owner organization",
    "GitHub Actions cannot be a bypass actor of a repository's ruleset.",
    "thyra#149",
  ),
  resolveNeedsContents: read(
    "contents",
    "Resolving a review thread needs `contents: write`; `pull-requests: write` is not enough.",
    "gh-aw#35726; bun#40468",
  ),
  botUserLookup: read(
    "Resource not accessible by integration",
    "GITHUB_TOKEN cannot read `/user`.",
    "auto-approve-action#191",
  ),
  installationTokenMinutes: read(
    60,
    "An installation token dies after an hour.",
    "docs: apps/…/generating-an-installation-access-token-for-a-github-app",
  ),
  dependabotEvents: read(
    [
      "pull_request",
      "pull_request_review",
      "pull_request_review_comment",
      "push",
      "create",
      "deployment",
      "deployment_status",
    ],
    "Runs that Dependabot causes get a token that reads unless the workflow asks for more, and secrets of a store of their own, whoever runs them again.",
    "docs: code-security/…/troubleshooting-dependabot-on-github-actions",
  ),
  formLabels: read(
    "applied",
    "Labels of an issue form apply even for people without triage permission: a label is no sign of trust. Elsewhere their labels are dropped.",
    "docs: communities/…/syntax-for-githubs-form-schema",
  ),
  workflowFiles: read(
    "without `workflows` permission",
    "A token without the `workflows` permission can neither push nor merge commits that change workflow files, not even from the base.",
    "CopilotKit#4037; supabase/cli#5439",
  ),
  hiddenRefs: read("refs/pull/", "Refs below `refs/pull/` cannot be written.", "github-push-action#143"),
  // Merging.
  headMoved: read(
    "Head branch was modified. Review and try the merge again.",
    "`PUT merge` with the `sha` of another head answers 409.",
    "OpenAPI: pulls/merge",
  ),
  notMergeable: read(
    "Pull Request is not mergeable",
    "A pull request with conflicts, or a closed one, answers 405 to `PUT merge`.",
    "OpenAPI: pulls/merge",
  ),
  lazyMergeability: read(
    "null",
    "Mergeability is computed when somebody asks: the first answer is null.",
    "docs: rest/guides/using-the-rest-api-to-interact-with-your-git-database",
  ),
  queueText: read(
    "Changes must be made through the merge queue",
    "Where a merge queue is required, `PUT merge` answers 405.",
    "anza-xyz/kit#94; rue-language/rue#2053; elastic/cloudbeat#6677",
  ),
  strictChecks: read(
    "expected",
    "Under strict checks a head behind its base has its required checks `expected`, however green they are.",
    "RakuenSoftware/aimee#2460",
  ),
  ruleViolations: read(
    "Repository rule violations found",
    "A merge that rules forbid answers 405 with this heading; a push is declined with GH013 and names each rule.",
    "vercel/sandbox#169; transloadit/uppy#6442",
  ),
  squashIsSigned: read(
    "valid",
    "Commits that GitHub makes itself (merges, squashes, createCommitOnBranch) are verified; pushed ones without a known key are not.",
    "docs: authentication/…/about-commit-signature-verification; GraphQL: CreateCommitOnBranchInput",
  ),
  lastPush: read(
    "New changes require approval from someone other than the last pusher.",
    "With last-push approval, who pushed last does not count as approver.",
    "docs: repositories/…/available-rules-for-rulesets",
  ),
  // Reviews and texts.
  reviewAllOrNothing: read(
    422,
    "One review comment on a line outside the diff refuses the whole review.",
    "OpenAPI: pulls/create-review",
  ),
  bodyLength: read(
    65_536,
    "Texts of issues, comments and reviews have at most 65,536 characters.",
    "telia-oss/github-pr-resource#259",
  ),
  titleLength: read(256, "Titles have at most 256 characters.", "docs: rest/issues"),
  labelName: read(50, "A label's name has at most 50 characters.", "docs: rest/issues/labels"),
  labelDescription: read(
    100,
    "A label's description has at most 100 characters.",
    "OpenAPI: issues/create-label",
  ),
  labelsOfIssue: read(100, "An issue has at most 100 labels.", "docs: issues/…/managing-labels"),
  statusDescription: read(
    140,
    "A status' description has at most 140 characters.",
    "docs: rest/commits/statuses",
  ),
  statusesOfContext: read(
    1000,
    "A commit takes 1,000 statuses of one context.",
    "docs: rest/commits/statuses",
  ),
  subIssues: read(100, "An issue has at most 100 sub-issues, closed ones included.", "community#207865"),
  subIssueDepth: read(8, "Sub-issues nest eight levels deep.", "docs: issues/…/adding-sub-issues"),
  // Rates.
  jobRequests: read(
    1000,
    "GITHUB_TOKEN has 1,000 requests an hour and repository.",
    "docs: rest/using-the-rest-api/rate-limits-for-the-rest-api",
  ),
  personRequests: read(
    5000,
    "A person's or App's token has 5,000 requests an hour.",
    "docs: rest/using-the-rest-api/rate-limits-for-the-rest-api",
  ),
  hourSpent: read(
    "API rate limit exceeded for",
    "When none of them remain, REST answers 403 and GraphQL 200 with `RATE_LIMITED` until `x-ratelimit-reset`; `GET /rate_limit` stays free.",
    "docs: rest/using-the-rest-api/rate-limits-for-the-rest-api; codeql#5106",
  ),
  contentPerMinute: read(
    80,
    "80 requests that create content are taken in a minute.",
    "docs: rest/using-the-rest-api/rate-limits-for-the-rest-api",
  ),
  contentPerHour: read(
    500,
    "500 requests that create content are taken in an hour.",
    "docs: rest/using-the-rest-api/rate-limits-for-the-rest-api",
  ),
  contentLimited: read(
    "You have exceeded a secondary rate limit and have been temporarily blocked from content creation. Please retry your request again later.",
    "More of them answer 403 with `retry-after`, whatever remains of the hour.",
    "pl-strflt/projects-migration#2",
  ),
} as const satisfies { readonly [name: string]: GitHubFact };

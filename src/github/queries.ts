/** The GraphQL documents, validated against GitHub's schema by a test. One wide read per observation; cost about five points. */

import { ACTIONS_APP, GATE_CHECK } from "../domain/names.ts";

const ACTOR = "{ __typename login }";

const COMMENT = `{ id databaseId body createdAt lastEditedAt author ${ACTOR} editor ${ACTOR} reactionGroups { viewerHasReacted } }`;

const STATUS = `status { contexts { context state description targetUrl createdAt creator ${ACTOR} } }`;

const PULL = `fragment Pull on PullRequest {
  number id title body state isDraft isCrossRepository mergeable lastEditedAt
  author ${ACTOR} editor ${ACTOR}
  headRefName headRefOid baseRefName
  baseRef { target { oid } }
  mergeCommit { oid message ${STATUS} parents(first: 1) { nodes { oid ${STATUS} } } }
  labels(first: 30) { nodes { name } }
  files(first: 100) { pageInfo { hasNextPage } nodes { path additions deletions changeType } }
  commits(last: 20) {
    nodes { commit { oid author { email user { login } }
      ${STATUS} } }
  }
  reviews(last: 40) { nodes { state body submittedAt lastEditedAt commit { oid } author ${ACTOR} editor ${ACTOR} } }
  comments(last: 40) { nodes ${COMMENT} }
}`;

/** What only an open pull request is asked: everything that a merge depends on. `checkName` finds our own check run, wherever GitHub filed it. */
const GATE = `fragment Gate on PullRequest {
  reviewDecision mergeStateStatus
  base: baseRef { refUpdateRule {
    requiredApprovingReviewCount requiredStatusCheckContexts requiresCodeOwnerReviews
    requiresConversationResolution requiresLinearHistory requiresSignatures
  } }
  reviewThreads(first: 100) { pageInfo { hasNextPage } nodes { isResolved } }
  tip: commits(last: 1) { nodes { commit {
    author { user { login } }
    signature { isValid }
    statusCheckRollup { contexts(first: 100) { pageInfo { hasNextPage } nodes { __typename
      ... on CheckRun { databaseId name status conclusion checkSuite { id app { databaseId } } } } } }
    checkSuites(first: 3, filterBy: { appId: ${ACTIONS_APP}, checkName: "${GATE_CHECK}" }) { nodes {
      checkRuns(first: 20, filterBy: { checkName: "${GATE_CHECK}" }) { nodes { databaseId status conclusion title summary } } } }
  } } }
}`;

/** Review threads with their texts; a page of a hundred. */
const threadPage = (after: string) => `reviewThreads(first: 100${after}) {
        pageInfo { hasNextPage endCursor }
        nodes { id isResolved isOutdated path line originalLine resolvedBy { login }
          comments(first: 30) { nodes { body createdAt lastEditedAt author ${ACTOR} editor ${ACTOR} } } }
      }`;

/** Requirements, features, pull requests: everything that the ladders look at. Thread texts of one pull request at most. */
export const OBSERVE = `query Observe($owner: String!, $name: String!, $label: [String!], $prefix: String!, $config: String!, $issue: Int!, $named: Boolean!, $pull: Int!, $watched: Boolean!) {
  repository(owner: $owner, name: $name) {
    isPrivate
    defaultBranchRef { name target { oid } }
    config: object(expression: $config) { ... on Blob { text } }
    merged: pullRequests(states: [MERGED], first: 30, orderBy: { field: UPDATED_AT, direction: DESC }) { nodes { ...Pull } }
    codeOwners: object(expression: "HEAD:.github/CODEOWNERS") { ... on Blob { text } }
    codeOwnersAbove: object(expression: "HEAD:CODEOWNERS") { ... on Blob { text } }
    codeOwnersInDocs: object(expression: "HEAD:docs/CODEOWNERS") { ... on Blob { text } }
    open: pullRequests(states: [OPEN], first: 50, orderBy: { field: CREATED_AT, direction: ASC }) { pageInfo { hasNextPage endCursor } nodes { ...Pull ...Gate } }
    closed: pullRequests(states: [CLOSED], first: 10, orderBy: { field: UPDATED_AT, direction: DESC }) { nodes { ...Pull } }
    issues(labels: $label, states: [OPEN], first: 20, orderBy: { field: CREATED_AT, direction: ASC }) { nodes { ...Requirement } }
    closedIssues: issues(labels: $label, states: [CLOSED], first: 5, orderBy: { field: UPDATED_AT, direction: DESC }) { nodes { ...Requirement } }
    namedIssue: issue(number: $issue) @include(if: $named) { ...Requirement }
    watchedPull: pullRequest(number: $pull) @include(if: $watched) { number ${threadPage("")} }
    labels(first: 40, query: $prefix) { nodes { id name } }
  }
}
fragment Requirement on Issue {
  number id title body state createdAt lastEditedAt
  author ${ACTOR} editor ${ACTOR}
  labels(first: 50) { nodes { name } }
  comments(last: 60) { nodes ${COMMENT} }
  timelineItems(last: 100, itemTypes: [LABELED_EVENT, RENAMED_TITLE_EVENT]) {
    nodes {
      __typename
      ... on LabeledEvent { createdAt actor ${ACTOR} label { name } }
      ... on RenamedTitleEvent { createdAt actor ${ACTOR} }
    }
  }
  subIssues(first: 25) {
    nodes { number id title body state labels(first: 30) { nodes { name } } comments(last: 20) { nodes ${COMMENT} } }
  }
}
${PULL}
${GATE}`;

/** The open pull requests after the first fifty. */
export const OPEN_PULLS = `query OpenPulls($owner: String!, $name: String!, $after: String!) {
  repository(owner: $owner, name: $name) {
    open: pullRequests(states: [OPEN], first: 50, after: $after, orderBy: { field: CREATED_AT, direction: ASC }) { pageInfo { hasNextPage endCursor } nodes { ...Pull ...Gate } }
  }
}
${PULL}
${GATE}`;

/** The review threads of one pull request, with their texts; a page of a hundred. */
export const THREADS = `query Threads($owner: String!, $name: String!, $number: Int!, $after: String) {
  repository(owner: $owner, name: $name) {
    pullRequest(number: $number) {
      ${threadPage(", after: $after")}
    }
  }
}`;

export const REACT = `mutation React($subject: ID!, $content: ReactionContent!) {
  addReaction(input: { subjectId: $subject, content: $content }) { reaction { content } }
}`;

/** Opens a review that is not yet visible: thread answers ride in it, so that people get one notification. */
export const OPEN_REVIEW = `mutation OpenReview($pull: ID!, $head: GitObjectID!, $body: String, $threads: [DraftPullRequestReviewThread]) {
  addPullRequestReview(input: { pullRequestId: $pull, commitOID: $head, body: $body, threads: $threads }) { pullRequestReview { id } }
}`;

/** Reviews that their author has not submitted; GitHub shows each only to its author. */
export const PENDING_REVIEWS = `query PendingReviews($pull: ID!) {
  node(id: $pull) { ... on PullRequest { reviews(states: [PENDING], first: 10) { nodes { id viewerDidAuthor } } } }
}`;

export const DELETE_REVIEW = `mutation DeleteReview($review: ID!) {
  deletePullRequestReview(input: { pullRequestReviewId: $review }) { pullRequestReview { id } }
}`;

/** One request: every answer, then the submit. `count` answers take the variables thread0, body0, … */
export function submitWithAnswers(count: number): string {
  const each = Array.from({ length: count }, (_, at) => at);
  const variables = each.map((at) => `, $thread${at}: ID!, $body${at}: String!`).join("");
  const answers = each.map(
    (at) =>
      `answer${at}: addPullRequestReviewThreadReply(input: { pullRequestReviewId: $review, pullRequestReviewThreadId: $thread${at}, body: $body${at} }) { comment { id } }`,
  );
  return `mutation Submit($review: ID!${variables}) {
  ${answers.join("\n  ")}
  submitPullRequestReview(input: { pullRequestReviewId: $review, event: COMMENT }) { pullRequestReview { id databaseId } }
}`;
}

/**
 * One request: every answer and every comment on a file, then the submit, then the threads that are over. Variables thread0,
 * body0, …, path0, text0, … and over0, …
 */
export function submitReview(answers: number, files: number, over: number): string {
  const each = (count: number, make: (at: number) => string) =>
    Array.from({ length: count }, (_, at) => make(at));
  const variables = [
    ...each(answers, (at) => `, $thread${at}: ID!, $body${at}: String!`),
    ...each(files, (at) => `, $path${at}: String!, $text${at}: String!`),
    ...each(over, (at) => `, $over${at}: ID!`),
  ].join("");
  const parts = [
    ...each(
      answers,
      (at) =>
        `answer${at}: addPullRequestReviewThreadReply(input: { pullRequestReviewId: $review, pullRequestReviewThreadId: $thread${at}, body: $body${at} }) { comment { id } }`,
    ),
    ...each(
      files,
      (at) =>
        `file${at}: addPullRequestReviewThread(input: { pullRequestReviewId: $review, path: $path${at}, body: $text${at}, subjectType: FILE }) { thread { id } }`,
    ),
    "submitPullRequestReview(input: { pullRequestReviewId: $review, event: $event }) { pullRequestReview { id databaseId } }",
    ...each(
      over,
      (at) => `resolve${at}: resolveReviewThread(input: { threadId: $over${at} }) { thread { isResolved } }`,
    ),
  ];
  return `mutation SubmitReview($review: ID!, $event: PullRequestReviewEvent!${variables}) {
  ${parts.join("\n  ")}
}`;
}

/** One request that adds, then removes labels of several issues or pull requests: variables target0, add0, remove0, … */
export function changeLabels(changes: readonly { adds: boolean; removes: boolean }[]): string {
  const variables = changes.flatMap(({ adds, removes }, at) => [
    `$target${at}: ID!`,
    ...(adds ? [`$add${at}: [ID!]!`] : []),
    ...(removes ? [`$remove${at}: [ID!]!`] : []),
  ]);
  const fields = changes.flatMap(({ adds, removes }, at) => [
    ...(adds
      ? [
          `add${at}: addLabelsToLabelable(input: { labelableId: $target${at}, labelIds: $add${at} }) { clientMutationId }`,
        ]
      : []),
    ...(removes
      ? [
          `remove${at}: removeLabelsFromLabelable(input: { labelableId: $target${at}, labelIds: $remove${at} }) { clientMutationId }`,
        ]
      : []),
  ]);
  return `mutation Labels(${variables.join(", ")}) {\n  ${fields.join("\n  ")}\n}`;
}

/** One request that resolves `count` threads: variables thread0, … */
export function resolveThreads(count: number): string {
  const each = Array.from({ length: count }, (_, at) => at);
  return `mutation Resolve(${each.map((at) => `$thread${at}: ID!`).join(", ")}) {
  ${each.map((at) => `resolve${at}: resolveReviewThread(input: { threadId: $thread${at} }) { thread { isResolved } }`).join("\n  ")}
}`;
}

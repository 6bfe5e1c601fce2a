export const id = 5751;
export const ids = [5751,345];
export const modules = {

/***/ 65781:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ readRing),
/* harmony export */   v: () => (/* binding */ issueOf)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(88343);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(37428);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49285);
/* harmony import */ var _domain_message_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5295);
/* harmony import */ var _domain_route_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(13645);
/** From the event that started a run to the place where the agent looks. Nothing here is believed. */




/** The issue that somebody spoke to, if that is what woke the manager. */
function issueOf(ring) {
    return ring?.bell.kind === "manager" ? ring.bell.issue : undefined;
}
const Dispatch = zod__WEBPACK_IMPORTED_MODULE_3__.object({ action: zod__WEBPACK_IMPORTED_MODULE_3__.string(), client_payload: zod__WEBPACK_IMPORTED_MODULE_3__.object({ message: zod__WEBPACK_IMPORTED_MODULE_3__.unknown() }) });
const Labeled = zod__WEBPACK_IMPORTED_MODULE_3__.object({ action: zod__WEBPACK_IMPORTED_MODULE_3__.literal("labeled"), issue: zod__WEBPACK_IMPORTED_MODULE_3__.object({ number: zod__WEBPACK_IMPORTED_MODULE_3__.int().positive() }) });
const Numeral = zod__WEBPACK_IMPORTED_MODULE_3__.string().regex(/^\d{0,10}$/);
const Hash = zod__WEBPACK_IMPORTED_MODULE_3__.string().regex(/^([0-9a-f]{40})?$/);
/** Inputs of our workflows, filled in by a person, or by the manager that the clock woke. */
const Manual = zod__WEBPACK_IMPORTED_MODULE_3__.object({
    inputs: zod__WEBPACK_IMPORTED_MODULE_3__.object({
        requirement: zod__WEBPACK_IMPORTED_MODULE_3__.string(),
        issue: Numeral,
        feature: Numeral,
        pull: Numeral,
        head: Hash,
        base: Hash,
    })
        .partial()
        .nullable()
        .default(null),
    sender: zod__WEBPACK_IMPORTED_MODULE_3__.object({ type: zod__WEBPACK_IMPORTED_MODULE_3__.string() }).partial().default({}),
});
/** Throws MESSAGE_MALFORMED for an event that is not one of ours; a message for somebody else is idle. */
function readRing(agent, eventName, event) {
    if (eventName === "repository_dispatch") {
        const dispatch = read(Dispatch, event);
        const message = (0,_domain_message_js__WEBPACK_IMPORTED_MODULE_1__/* .parseMessage */ .vY)(dispatch.client_payload.message);
        return {
            bell: bellOf(agent, dispatch.action, message),
            thread: { correlationId: message.correlationId, hops: message.hops },
        };
    }
    if (agent === "merge")
        return { bell: { kind: "manager" }, thread: undefined };
    if (eventName === "issues" && agent === "code") {
        const labeled = Labeled.safeParse(event);
        return {
            bell: labeled.success
                ? { kind: "issue", number: labeled.data.issue.number }
                : idle("The issue event is not a label."),
            thread: undefined,
        };
    }
    if (eventName === "workflow_dispatch")
        return { bell: manualBell(agent, event), thread: undefined };
    return { bell: idle(`${eventName} asks for nothing here.`), thread: undefined };
}
function read(schema, event) {
    const result = schema.safeParse(event);
    if (result.success)
        return result.data;
    throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NightshiftError */ .nc("MESSAGE_MALFORMED", `Not an event that we read: ${zod__WEBPACK_IMPORTED_MODULE_4__/* .prettifyError */ .S1(result.error)}`);
}
function manualBell(agent, event) {
    const { inputs, sender } = read(Manual, event);
    const { requirement = "", issue = "", feature = "", pull = "", head = "", base = "" } = inputs ?? {};
    if (pull !== "") {
        if (head === "")
            return idle("A pull request is named by its number and its head.");
        const at = { pull: Number(pull), head };
        return agent === "code" && base !== "" ? { kind: "verify", ...at, base } : { kind: "pull", ...at };
    }
    if (agent === "review")
        return idle("No pull request was given.");
    if (issue !== "" && feature !== "")
        return { kind: "feature", issue: Number(issue), feature: Number(feature) };
    if (issue !== "")
        return { kind: "issue", number: Number(issue) };
    if (requirement.trim() === "")
        return idle("Neither a requirement nor an issue was given.");
    return sender.type === "Bot"
        ? idle("Only a person hands in a requirement.")
        : { kind: "text", text: requirement };
}
function bellOf(agent, eventType, message) {
    const route = _domain_route_js__WEBPACK_IMPORTED_MODULE_2__/* .ROUTES */ .b[message.type];
    const expected = `nightshift-${agent}`;
    if (route.event !== expected || eventType !== expected)
        return idle(`${message.type} is not for this agent.`);
    if (!route.from.includes(message.from) || route.to !== message.to)
        return idle(`${message.type} does not go from ${message.from} to ${message.to}.`);
    switch (message.type) {
        case "start_project":
            return { kind: "issue", number: message.payload.issue };
        case "continue_next_feature":
            return { kind: "feature", issue: message.payload.issue, feature: message.payload.feature };
        case "verify_requested":
            return { kind: "verify", ...message.payload };
        case "pr_created":
        case "new_commits_pushed":
        case "review_comments_received":
            return { kind: "pull", ...message.payload };
        case "human_acted":
            return { kind: "manager", ...(message.payload.issue ? { issue: message.payload.issue } : {}) };
        default:
            return { kind: "manager" };
    }
}
function idle(why) {
    return { kind: "idle", why };
}


/***/ }),

/***/ 13645:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ ROUTES),
/* harmony export */   j: () => (/* binding */ afterReview)
/* harmony export */ });
const ROUTES = {
    start_project: {
        from: ["person", "repo_manager"],
        to: "coder",
        event: "nightshift-code",
        why: "A requirement is authorised and has no plan yet.",
    },
    human_acted: {
        from: ["person", "coder"],
        to: "repo_manager",
        event: "nightshift-merge",
        why: "A person acted, or a feature turned out to be there already: observe again.",
    },
    continue_next_feature: {
        from: ["repo_manager", "coder"],
        to: "coder",
        event: "nightshift-code",
        why: "A slot is free and the feature is ready.",
    },
    pr_created: {
        from: ["coder"],
        to: "reviewer",
        event: "nightshift-review",
        why: "A new pull request wants its first review.",
    },
    new_commits_pushed: {
        from: ["coder", "repo_manager"],
        to: "reviewer",
        event: "nightshift-review",
        why: "A new head wants a review.",
    },
    verify_requested: {
        from: ["repo_manager"],
        to: "coder",
        event: "nightshift-code",
        why: "Exactly this merge is not yet verified.",
    },
    review_comments_posted: {
        from: ["reviewer", "coder"],
        to: "repo_manager",
        event: "nightshift-merge",
        why: "The round limit is reached or a person is needed.",
    },
    review_comments_received: {
        from: ["repo_manager", "reviewer", "coder"],
        to: "coder",
        event: "nightshift-code",
        why: "The head has open findings, red tests or a conflict.",
    },
    review_approved: {
        from: ["reviewer", "coder"],
        to: "repo_manager",
        event: "nightshift-merge",
        why: "The head may be ready to merge.",
    },
    pr_merged: { from: ["repo_manager"], to: "person", event: undefined, why: "Recorded and told." },
    all_features_complete: {
        from: ["repo_manager"],
        to: "person",
        event: undefined,
        why: "Recorded and told.",
    },
};
/** What the reviewer's verdict rings: the coder directly while rounds are left, else the manager. */
function afterReview(review) {
    if (review.verdict === "approved")
        return "review_approved";
    return review.verdict === "changes" && review.round < review.maxRounds
        ? "review_comments_received"
        : "review_comments_posted";
}


/***/ }),

/***/ 40345:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  k: () => (/* binding */ GitHubRefusal),
  connectGitHub: () => (/* binding */ connectGitHub)
});

// EXTERNAL MODULE: ./node_modules/@actions/github/lib/github.js + 22 modules
var github = __webpack_require__(92413);
// EXTERNAL MODULE: ./lib/domain/errors.js
var errors = __webpack_require__(49285);
;// CONCATENATED MODULE: ./lib/github/pace.js
/** Write pacing: a token bucket under GitHub's secondary limits (80 content-creating requests a minute, 500 an hour). */
const BURST = 40;
const PER_MINUTE = 60;
function createPace(options) {
    let tokens = BURST;
    let filled = options.now();
    return {
        async take() {
            if (options.off)
                return;
            const now = options.now();
            tokens = Math.min(BURST, tokens + ((now - filled) / 60_000) * PER_MINUTE);
            filled = now;
            tokens -= 1;
            if (tokens < 0)
                await options.sleep((-tokens / PER_MINUTE) * 60_000);
        },
    };
}

;// CONCATENATED MODULE: ./lib/github/client.js
/** The one connection to GitHub: REST and GraphQL through @actions/github, one retry policy, paced writes, counted requests. */



/** GitHub understood and said no: 4xx. */
class GitHubRefusal extends errors/* NightshiftError */.nc {
    status;
    constructor(status, message, options) {
        super("GITHUB_REFUSED", message, options);
        this.status = status;
    }
}
const TRIES = 4;
const LONGEST_WAIT = 60_000;
function connectGitHub(options) {
    const { repository, apiUrl, sleep = defaultSleep, random = Math.random, now = Date.now } = options;
    const [owner = "", name = ""] = repository.split("/");
    const octokit = (0,github/* getOctokit */.Q)(options.token, {
        baseUrl: apiUrl,
        ...(options.fetch ? { request: { fetch: options.fetch } } : {}),
    });
    const pace = createPace({ off: isLoopback(apiUrl), now, sleep });
    let sent = 0;
    async function attempt(what, repeat, write, send) {
        for (let tries = 1;; tries += 1) {
            if (write)
                await pace.take();
            sent += 1;
            try {
                return await send();
            }
            catch (error) {
                const failure = classify(what, error, now());
                const again = failure.retryAfter ??
                    (failure.kind === "unreachable" && repeat === "safe" ? backoff(tries, random) : undefined);
                if (again === undefined || tries >= TRIES || again > LONGEST_WAIT)
                    throw failure.error;
                await sleep(again);
            }
        }
    }
    return {
        repository,
        owner,
        name,
        requests: () => sent,
        async rest(route, parameters = {}, repeat) {
            const write = !route.startsWith("GET ");
            return attempt(route, repeat ?? (write ? "once" : "safe"), write, async () => {
                const response = await octokit.request(route, { owner, repo: name, ...parameters });
                return { status: response.status, data: response.data, headers: { ...response.headers } };
            });
        },
        async graphql(document, variables, repeat) {
            const write = document.startsWith("mutation");
            return attempt(document.slice(0, document.indexOf("(")), repeat ?? (write ? "once" : "safe"), write, () => octokit.graphql(document, variables));
        },
    };
}
/**
 * What an octokit error means. Rate limits are known by their headers or by GitHub's own words; GraphQL reports its limit with
 * status 200 (docs: rate-limits-for-the-rest-api, rate-limits-and-query-limits-for-the-graphql-api).
 */
function classify(what, thrown, now) {
    const status = numberIn(thrown, "status");
    const headers = headersOf(thrown);
    const refusal = status === undefined && thrown instanceof Error && thrown.name === "GraphqlResponseError";
    const told = headers["retry-after"] !== undefined || headers["x-ratelimit-remaining"] === "0";
    const worded = /\brate limit/i.test((0,errors/* messageOf */.bD)(thrown));
    if (status === 429 || (status === 403 && (told || worded)) || (refusal && worded)) {
        const retryAfter = waitOf(headers, now);
        const error = new errors/* NightshiftError */.nc("GITHUB_RATE_LIMITED", `GitHub limits our requests (${what}); it asks to wait ${spanText(retryAfter)}. The next sweep goes on.`, { cause: thrown });
        return { kind: "limited", retryAfter, error };
    }
    if (status !== undefined && status >= 400 && status < 500) {
        return {
            kind: "refused",
            retryAfter: undefined,
            error: new GitHubRefusal(status, `GitHub refused ${what}: ${status} ${(0,errors/* messageOf */.bD)(thrown)}`, {
                cause: thrown,
            }),
        };
    }
    if (refusal) {
        return {
            kind: "refused",
            retryAfter: undefined,
            error: new GitHubRefusal(200, `GitHub refused ${what}: ${(0,errors/* messageOf */.bD)(thrown)}`, { cause: thrown }),
        };
    }
    const error = new errors/* NightshiftError */.nc("GITHUB_UNREACHABLE", `GitHub did not answer ${what}: ${(0,errors/* messageOf */.bD)(thrown)}`, { cause: thrown });
    return { kind: "unreachable", retryAfter: undefined, error };
}
function waitOf(headers, now) {
    const after = Number(headers["retry-after"]);
    if (Number.isFinite(after) && after >= 0)
        return after * 1_000;
    const reset = Number(headers["x-ratelimit-reset"]);
    return headers["x-ratelimit-remaining"] === "0" && Number.isFinite(reset)
        ? Math.max(0, reset * 1_000 - now)
        : LONGEST_WAIT;
}
function spanText(milliseconds) {
    const seconds = Math.ceil(milliseconds / 1_000);
    return seconds < 120 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`;
}
function numberIn(thrown, key) {
    if (typeof thrown !== "object" || thrown === null || !(key in thrown))
        return undefined;
    const value = thrown[key];
    return typeof value === "number" ? value : undefined;
}
function headersOf(thrown) {
    if (typeof thrown !== "object" || thrown === null)
        return {};
    // A RequestError keeps them in its response, a GraphqlResponseError has them itself.
    const carriers = ["response" in thrown ? thrown.response : undefined, thrown];
    for (const carrier of carriers) {
        if (typeof carrier !== "object" || carrier === null || !("headers" in carrier))
            continue;
        if (typeof carrier.headers === "object" && carrier.headers !== null)
            return { ...carrier.headers };
    }
    return {};
}
function backoff(tries, random) {
    return 500 * 2 ** (tries - 1) * (0.5 + random() / 2);
}
function isLoopback(url) {
    return /^https?:\/\/(127\.|localhost|\[::1\])/.test(url);
}
function defaultSleep(milliseconds) {
    return new Promise((resolve) => setTimeout(resolve, milliseconds));
}


/***/ }),

/***/ 68331:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ observe)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/* harmony import */ var _domain_words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67185);
/* harmony import */ var _wide_question_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(25825);
/** Reads live state into a snapshot. The question leaves at once; what understands the answer is loaded while GitHub thinks. */



/** Reading code keeps the event loop from sending, so the request gets a head start. */
const HEAD_START_MS = 20;
let understanding;
/** The repository as it is now. Throws CONFIG_INVALID when its configuration on the default branch cannot be read. */
async function observe(github, options) {
    const prefix = options.labelPrefix ?? _domain_words_js__WEBPACK_IMPORTED_MODULE_1__/* .DEFAULT_LABEL_PREFIX */ .qu;
    understanding ??= (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(HEAD_START_MS).then(() => Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(9534), __webpack_require__.e(6480)]).then(__webpack_require__.bind(__webpack_require__, 96480)));
    const [answer, { understand }] = await Promise.all([(0,_wide_question_js__WEBPACK_IMPORTED_MODULE_2__/* .askWide */ .B)(github, prefix, options.issue), understanding]);
    return understand(github, options, { prefix, answer });
}


/***/ }),

/***/ 13519:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jd: () => (/* binding */ DELETE_REVIEW),
/* harmony export */   Wu: () => (/* binding */ submitWithAnswers),
/* harmony export */   _L: () => (/* binding */ THREADS),
/* harmony export */   __: () => (/* binding */ resolveThreads),
/* harmony export */   a2: () => (/* binding */ REACT),
/* harmony export */   cE: () => (/* binding */ changeLabels),
/* harmony export */   d3: () => (/* binding */ OBSERVE),
/* harmony export */   mR: () => (/* binding */ OPEN_REVIEW),
/* harmony export */   ud: () => (/* binding */ PENDING_REVIEWS)
/* harmony export */ });
/** The GraphQL documents, validated against GitHub's schema by a test. One wide read per observation; cost about five points. */
const ACTOR = "{ __typename login }";
const COMMENT = `{ id databaseId body createdAt lastEditedAt author ${ACTOR} editor ${ACTOR} reactionGroups { viewerHasReacted } }`;
/** Requirements, features, pull requests: everything that the ladders look at, but no thread texts. */
const OBSERVE = `query Observe($owner: String!, $name: String!, $label: [String!], $prefix: String!, $config: String!, $issue: Int!, $named: Boolean!) {
  repository(owner: $owner, name: $name) {
    isPrivate
    defaultBranchRef { name target { oid } }
    config: object(expression: $config) { ... on Blob { text } }
    merged: pullRequests(states: [MERGED], first: 30, orderBy: { field: UPDATED_AT, direction: DESC }) { nodes { ...Pull } }
    open: pullRequests(states: [OPEN], first: 50, orderBy: { field: CREATED_AT, direction: ASC }) { nodes { ...Pull } }
    closed: pullRequests(states: [CLOSED], first: 10, orderBy: { field: UPDATED_AT, direction: DESC }) { nodes { ...Pull } }
    issues(labels: $label, states: [OPEN], first: 20, orderBy: { field: CREATED_AT, direction: ASC }) { nodes { ...Requirement } }
    closedIssues: issues(labels: $label, states: [CLOSED], first: 5, orderBy: { field: UPDATED_AT, direction: DESC }) { nodes { ...Requirement } }
    namedIssue: issue(number: $issue) @include(if: $named) { ...Requirement }
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
fragment Pull on PullRequest {
  number id title body state isDraft isCrossRepository mergeable lastEditedAt
  author ${ACTOR} editor ${ACTOR}
  headRefName headRefOid baseRefName
  baseRef { target { oid } }
  mergeCommit { oid }
  labels(first: 30) { nodes { name } }
  files(first: 100) { pageInfo { hasNextPage } nodes { path additions deletions changeType } }
  commits(last: 20) {
    nodes { commit { oid author { email user { login } }
      status { contexts { context state description targetUrl createdAt creator ${ACTOR} } } } }
  }
  reviews(last: 40) { nodes { state body submittedAt lastEditedAt commit { oid } author ${ACTOR} editor ${ACTOR} } }
  comments(last: 40) { nodes ${COMMENT} }
}`;
/** The review threads of one pull request, with their texts; a page of a hundred. */
const THREADS = `query Threads($owner: String!, $name: String!, $number: Int!, $after: String) {
  repository(owner: $owner, name: $name) {
    pullRequest(number: $number) {
      reviewThreads(first: 100, after: $after) {
        pageInfo { hasNextPage endCursor }
        nodes { id isResolved isOutdated path line originalLine
          comments(first: 30) { nodes { body createdAt lastEditedAt author ${ACTOR} editor ${ACTOR} } } }
      }
    }
  }
}`;
const REACT = `mutation React($subject: ID!, $content: ReactionContent!) {
  addReaction(input: { subjectId: $subject, content: $content }) { reaction { content } }
}`;
/** Opens a review that is not yet visible: thread answers ride in it, so that people get one notification. */
const OPEN_REVIEW = `mutation OpenReview($pull: ID!, $head: GitObjectID!, $body: String, $threads: [DraftPullRequestReviewThread]) {
  addPullRequestReview(input: { pullRequestId: $pull, commitOID: $head, body: $body, threads: $threads }) { pullRequestReview { id } }
}`;
/** Reviews that their author has not submitted; GitHub shows each only to its author. */
const PENDING_REVIEWS = `query PendingReviews($pull: ID!) {
  node(id: $pull) { ... on PullRequest { reviews(states: [PENDING], first: 10) { nodes { id viewerDidAuthor } } } }
}`;
const DELETE_REVIEW = `mutation DeleteReview($review: ID!) {
  deletePullRequestReview(input: { pullRequestReviewId: $review }) { pullRequestReview { id } }
}`;
/** One request: every answer, then the submit. `count` answers take the variables thread0, body0, … */
function submitWithAnswers(count) {
    const each = Array.from({ length: count }, (_, at) => at);
    const variables = each.map((at) => `, $thread${at}: ID!, $body${at}: String!`).join("");
    const answers = each.map((at) => `answer${at}: addPullRequestReviewThreadReply(input: { pullRequestReviewId: $review, pullRequestReviewThreadId: $thread${at}, body: $body${at} }) { comment { id } }`);
    return `mutation Submit($review: ID!${variables}) {
  ${answers.join("\n  ")}
  submitPullRequestReview(input: { pullRequestReviewId: $review, event: COMMENT }) { pullRequestReview { id databaseId } }
}`;
}
/** One request that adds, then removes labels of several issues or pull requests: variables target0, add0, remove0, … */
function changeLabels(changes) {
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
function resolveThreads(count) {
    const each = Array.from({ length: count }, (_, at) => at);
    return `mutation Resolve(${each.map((at) => `$thread${at}: ID!`).join(", ")}) {
  ${each.map((at) => `resolve${at}: resolveReviewThread(input: { threadId: $thread${at} }) { thread { isResolved } }`).join("\n  ")}
}`;
}


/***/ }),

/***/ 25825:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ askWide)
/* harmony export */ });
/* harmony import */ var _domain_words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67185);
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(40345);
/* harmony import */ var _queries_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(13519);
/** The wide question that every observation starts with. */



/** Asks for everything that carries this prefix. `issue` may be anything that a message named: one that is not there is left out. */
async function askWide(github, prefix, issue) {
    try {
        return await askOnce(github, prefix, issue);
    }
    catch (error) {
        if (issue === undefined || !(error instanceof _client_js__WEBPACK_IMPORTED_MODULE_1__/* .GitHubRefusal */ .k))
            throw error;
        return askOnce(github, prefix, undefined);
    }
}
function askOnce(github, prefix, issue) {
    return github.graphql(_queries_js__WEBPACK_IMPORTED_MODULE_2__/* .OBSERVE */ .d3, {
        owner: github.owner,
        name: github.name,
        label: [prefix],
        prefix,
        config: `HEAD:${_domain_words_js__WEBPACK_IMPORTED_MODULE_0__/* .CONFIG_PATH */ .tF}`,
        issue: issue ?? 0,
        named: issue !== undefined,
    });
}


/***/ })

};

export const id = 345;
export const ids = [345];
export const modules = {

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


/***/ })

};

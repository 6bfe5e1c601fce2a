export const id = 117;
export const ids = [117];
export const modules = {

/***/ 117:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./lib/agents/doorbell.js
var doorbell = __webpack_require__(5781);
// EXTERNAL MODULE: ./lib/agents/job.js
var agents_job = __webpack_require__(3629);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 5 modules
var schemas = __webpack_require__(2047);
// EXTERNAL MODULE: ./lib/github/perform.js
var perform = __webpack_require__(5510);
;// CONCATENATED MODULE: ./lib/agents/merge/ring.js
/** Phase `ring`: the doorbell. Somebody acted; the manager is told to look, and nothing else. */




const Numbered = schemas/* object */.Ikc({ number: schemas/* int */.Whr().positive(), pull_request: schemas/* unknown */.L5J().optional() });
const Event = schemas/* object */.Ikc({ issue: Numbered.optional(), pull_request: Numbered.optional(), comment: schemas/* object */.Ikc({ id: schemas/* int */.Whr().positive() }).optional() });
async function runRing(job, facts, github) {
    const event = Event.parse(JSON.parse(await (0,promises_.readFile)(facts.eventPath, "utf8")));
    const pull = event.pull_request?.number ?? (event.issue?.pull_request === undefined ? undefined : event.issue.number);
    const issue = pull === undefined ? event.issue?.number : undefined;
    const performer = {
        github,
        now: job.now,
        id: job.id,
        runUrl: (0,agents_job/* runUrl */.Vp)(facts),
        thread: undefined,
        labelIds: new Map(),
        labelPrefix: "",
        log: job.log,
    };
    await (0,perform/* send */.tN)(performer, {
        do: "send",
        type: "human_acted",
        from: "person",
        to: "repo_manager",
        payload: { ...(issue ? { issue } : {}), ...(pull ? { pull } : {}), ...(event.comment ? { comment: event.comment.id } : {}) },
    });
}

;// CONCATENATED MODULE: ./lib/domain/command.js
/** The first rung that holds. The last rung of a ladder always holds. */
function climb(ladder, facts) {
    const rung = ladder.find((candidate) => candidate.when(facts));
    if (rung === undefined)
        throw new Error("unreachable: the last rung of a ladder always holds");
    return {
        rung: rung.id,
        why: typeof rung.why === "string" ? rung.why : rung.why(facts),
        commands: rung.commands(facts),
        alarm: rung.alarm,
    };
}

// EXTERNAL MODULE: ./lib/domain/state-block.js
var state_block = __webpack_require__(4917);
// EXTERNAL MODULE: ./lib/domain/words.js
var words = __webpack_require__(7185);
// EXTERNAL MODULE: ./lib/domain/decide/say.js
var say = __webpack_require__(2922);
;// CONCATENATED MODULE: ./lib/domain/decide/merge-pull.js
/** What the merge agent does with a pull request of ours. Order is precedence; the last rung always holds. */




const BY_MESSAGE = { kind: "event", name: "the run that is at work sends the next message when it ends" };
const BY_PERSON = { kind: "event", name: "a comment, review, label or pull request event rings the doorbell" };
const ACTS = { kind: "acts" };
const PULL_LADDER = [
    {
        id: "landed",
        why: "It is merged: what is left is the bookkeeping.",
        when: ({ pull }) => pull.state === "merged",
        commands: (facts) => [
            ...(0,say/* featureBecomes */.rp)(facts, "merged"),
            ...(facts.feature?.open && facts.feature.number !== facts.requirement?.number
                ? [{ do: "close", number: facts.feature.number, reason: "completed" }]
                : []),
            { do: "delete-branch", branch: facts.pull.branch, head: facts.pull.head },
        ],
        alarm: ACTS,
    },
    {
        id: "closed-by-a-person",
        why: "The pull request was closed without a merge. Reopen it, or close the feature's issue to drop it.",
        when: ({ pull }) => pull.state === "closed",
        commands: (facts) => (0,say/* featureBecomes */.rp)(facts, "needs-human"),
        alarm: BY_PERSON,
    },
    {
        id: "requirement-closed",
        why: "Its requirement is closed or not in work any more.",
        when: ({ requirement }) => requirement === undefined || !requirement.open,
        commands: () => [],
        alarm: BY_PERSON,
    },
    {
        id: "paused",
        why: "Paused by a person. /nightshift resume goes on.",
        when: ({ paused }) => paused,
        commands: (facts) => (0,say/* explain */.WE)(facts, "pending", "Paused by a person. /nightshift resume goes on."),
        alarm: BY_PERSON,
    },
    {
        id: "needs-human",
        why: "A person has to decide; the last comment says what. /nightshift retry goes on.",
        when: ({ needsHuman }) => needsHuman,
        commands: () => [],
        alarm: BY_PERSON,
    },
    {
        id: "draft",
        why: "It is a draft: whoever made it one says when it is ready.",
        when: ({ pull }) => pull.draft,
        commands: (facts) => (0,say/* explain */.WE)(facts, "pending", "It is a draft; mark it as ready for review to go on."),
        alarm: BY_PERSON,
    },
    {
        id: "author-at-work",
        why: "The code agent is at work on it.",
        when: ({ authorAtWork }) => authorAtWork,
        commands: () => [],
        alarm: BY_MESSAGE,
    },
    {
        id: "reviewer-at-work",
        why: "The review agent is reading it.",
        when: ({ reviewerAtWork }) => reviewerAtWork,
        commands: () => [],
        alarm: BY_MESSAGE,
    },
    {
        id: "conflict",
        why: "It conflicts with its base branch; the code agent resolves it.",
        when: (facts) => facts.pull.mergeable === "no" && !exhausted(facts) && !facts.pull.foreignCommits,
        commands: (facts) => [...(0,say/* featureBecomes */.rp)(facts, "fixing"), ...sendBack(facts)],
        alarm: ACTS,
    },
    {
        id: "conflict-for-a-person",
        why: (facts) => facts.pull.foreignCommits
            ? "It conflicts with its base branch and carries commits of people, which are never rewritten. Please resolve the conflict."
            : "It conflicts with its base branch, and the code agent could not resolve it.",
        when: (facts) => facts.pull.mergeable === "no",
        commands: (facts) => (0,say/* escalate */.rh)(facts, "conflict-for-a-person", facts.pull.foreignCommits
            ? `It conflicts with \`${facts.pull.base.branch}\` and carries commits of people, which are never rewritten. Please resolve the conflict.`
            : `It conflicts with \`${facts.pull.base.branch}\`, and ${facts.codeRuns} runs of the code agent could not resolve it.`),
        alarm: BY_PERSON,
    },
    {
        id: "unverified",
        why: "This head has no verification of ours yet; one is asked for.",
        when: (facts) => facts.verification.state === "none" && !exhausted(facts),
        commands: (facts) => askToVerify(facts),
        alarm: ACTS,
    },
    {
        id: "tests-red",
        why: "The verify commands fail at this head; the code agent fixes it.",
        when: (facts) => facts.verification.state === "failed" && !exhausted(facts),
        commands: (facts) => [...(0,say/* featureBecomes */.rp)(facts, "fixing"), ...sendBack(facts)],
        alarm: ACTS,
    },
    {
        id: "tests-stay-red",
        why: "The verify commands still fail after the last allowed attempt.",
        when: ({ verification }) => verification.state !== "passed",
        commands: (facts) => (0,say/* escalate */.rh)(facts, "tests-stay-red", `The verify commands do not pass after ${facts.codeRuns} runs of the code agent on this pull request.`),
        alarm: BY_PERSON,
    },
    {
        id: "unreviewed",
        why: "A verdict belongs to one commit, and this head has none yet; a review is asked for.",
        when: (facts) => facts.verdict === "none" && facts.reviewRuns < facts.snapshot.config.attempts,
        commands: (facts) => [
            ...(0,say/* featureBecomes */.rp)(facts, "in-review"),
            {
                do: "send",
                type: "new_commits_pushed",
                from: "repo_manager",
                to: "reviewer",
                payload: { pull: facts.pull.number, head: facts.pull.head },
            },
        ],
        alarm: ACTS,
    },
    {
        id: "review-without-result",
        why: "The review agent ran several times on this head and gave no verdict.",
        when: ({ verdict }) => verdict === "none",
        commands: (facts) => (0,say/* escalate */.rh)(facts, "review-without-result", `${facts.reviewRuns} review runs on ${(0,words/* short */.h0)(facts.pull.head)} ended without a verdict; their logs say why.`),
        alarm: BY_PERSON,
    },
    {
        id: "findings-open",
        why: "The review has open findings; the code agent answers them.",
        when: (facts) => (facts.verdict === "changes" || facts.changesAskedBy !== undefined) && !exhausted(facts),
        commands: (facts) => [...(0,say/* featureBecomes */.rp)(facts, "fixing"), ...sendBack(facts)],
        alarm: ACTS,
    },
    {
        id: "rounds-exceeded",
        why: "Author and reviewer did not agree within the allowed rounds.",
        when: ({ verdict, changesAskedBy }) => verdict === "changes" || changesAskedBy !== undefined,
        commands: (facts) => (0,say/* escalate */.rh)(facts, "rounds-exceeded", `Author and reviewer did not agree within ${facts.snapshot.config.rounds} rounds. Please look at the open threads.`),
        alarm: BY_PERSON,
    },
    {
        id: "base-moved",
        why: "The base moved since it was verified; exactly this merge is verified again.",
        when: ({ verification, pull }) => verification.state === "passed" && verification.base !== pull.base.head,
        commands: (facts) => askToVerify(facts),
        alarm: ACTS,
    },
    {
        id: "awaits-approval",
        why: (facts) => `${approvalReason(facts)} A person with write permission approves it.`,
        when: (facts) => facts.approvedBy === undefined && needsApproval(facts),
        commands: (facts) => [
            ...(0,say/* featureBecomes */.rp)(facts, "ready-to-merge"),
            ...(0,say/* explain */.WE)(facts, "pending", `Waits for a person's approval of ${(0,words/* short */.h0)(facts.pull.head)}.`),
            ...(0,say/* ask */.kA)(facts, "awaits-approval", `**Ready, waits for a person.** ${approvalReason(facts)}\n\nReviewed and verified at ${facts.pull.head}. Approve it with an approving review, or comment \`/nightshift approve ${(0,words/* short */.h0)(facts.pull.head)}\`.`),
        ],
        alarm: BY_PERSON,
    },
    {
        id: "only-proposed",
        why: "mode: propose never merges; a person merges it.",
        when: ({ snapshot }) => snapshot.config.mode !== "merge",
        commands: (facts) => [
            ...(0,say/* featureBecomes */.rp)(facts, "ready-to-merge"),
            ...(0,say/* explain */.WE)(facts, "success", "Ready. mode: propose never merges; a person does."),
        ],
        alarm: BY_PERSON,
    },
    {
        id: "mergeability-unknown",
        why: "GitHub is still computing whether it can be merged.",
        when: ({ pull }) => pull.mergeable === "unknown",
        commands: () => [],
        alarm: { kind: "soon", seconds: 2 },
    },
    {
        id: "ready",
        why: "Reviewed, verified with this base, approved where needed and mergeable, all for this head.",
        when: () => true,
        commands: (facts) => [
            {
                do: "merge",
                pull: facts.pull.number,
                head: facts.pull.head,
                base: facts.pull.base,
                title: `${facts.pull.title} (#${facts.pull.number})`,
                message: squashMessage(facts),
            },
        ],
        alarm: ACTS,
    },
];
function decideMergePull(facts) {
    return climb(PULL_LADDER, facts);
}
/** No further round of the code agent is allowed. */
function exhausted(facts) {
    const { rounds } = facts.snapshot.config;
    return facts.rounds >= rounds || facts.codeRuns >= rounds;
}
function needsApproval(facts) {
    return facts.risks.length > 0 || facts.snapshot.config.approval.every_pull || facts.verdict === "comment";
}
function approvalReason(facts) {
    if (facts.verdict === "comment")
        return "The review could not decide everything by itself.";
    const reasons = {
        first: "it is the first pull request of this repository",
        dependencies: "it changes dependencies",
        database: "it touches stored data",
        ci: "it changes how the project is built or tested",
        large: "it is large",
    };
    const said = facts.risks.map((risk) => reasons[risk]);
    return said.length > 0 ? `A person looks at it because ${said.join(" and ")}.` : "Every pull request is approved by a person here.";
}
function sendBack(facts) {
    const payload = { pull: facts.pull.number, head: facts.pull.head };
    return [{ do: "send", type: "review_comments_received", from: "repo_manager", to: "coder", payload }];
}
function askToVerify(facts) {
    const payload = { pull: facts.pull.number, head: facts.pull.head, base: facts.pull.base.head };
    return [{ do: "send", type: "verify_requested", from: "repo_manager", to: "coder", payload }];
}
/** Body of the squash commit: what the pull request says, then trailers by which the merge can be found and proved. */
function squashMessage(facts) {
    const text = (0,state_block/* visiblePart */.MR)(facts.pull.body)
        .split("\n---\n")[0]
        ?.replace(/^(closes|fixes|resolves) #\d+\.?$/gim, "")
        .trim();
    const trailers = [
        `Nightshift-Pull: #${facts.pull.number}`,
        `Nightshift-Head: ${facts.pull.head}`,
        ...(facts.feature ? [`Nightshift-Feature: #${facts.feature.number}`] : []),
        ...(facts.requirement ? [`Nightshift-Requirement: #${facts.requirement.number}`] : []),
    ];
    return `${text ?? ""}\n\n${trailers.join("\n")}`.trim();
}

// EXTERNAL MODULE: ./lib/domain/labels.js
var labels = __webpack_require__(97);
// EXTERNAL MODULE: ./lib/domain/requirement-facts.js
var requirement_facts = __webpack_require__(2845);
// EXTERNAL MODULE: ./lib/domain/ledger.js
var ledger = __webpack_require__(3991);
;// CONCATENATED MODULE: ./lib/domain/decide/merge-requirement.js
/** What the merge agent does with a requirement: gets it planned, starts features, closes it. */





const merge_requirement_BY_PERSON = { kind: "event", name: "a comment, label or issue event rings the doorbell" };
const merge_requirement_BY_MESSAGE = { kind: "event", name: "the run that is at work sends the next message when it ends" };
const merge_requirement_ACTS = { kind: "acts" };
const REQUIREMENT_LADDER = [
    {
        id: "not-authorised",
        why: "Nobody with write permission asked for it.",
        when: ({ authorisation }) => authorisation.state === "none",
        commands: () => [],
        alarm: merge_requirement_BY_PERSON,
    },
    {
        id: "paused",
        why: "Paused by a person. /nightshift resume goes on.",
        when: ({ paused }) => paused,
        commands: () => [],
        alarm: merge_requirement_BY_PERSON,
    },
    {
        id: "text-changed",
        why: "Its text was changed by someone who may not write here.",
        when: ({ authorisation, state }) => authorisation.state === "text-changed" && state !== "complete",
        commands: (facts) => [
            ...becomes(facts, "paused"),
            merge_requirement_say(facts, `**Paused.** @${facts.authorisation.state === "text-changed" ? facts.authorisation.by : ""} changed the text of this requirement after it was authorised and may not write here. When the text is right, comment \`/nightshift start\` to authorise it as it is now, or close the issue.`),
        ],
        alarm: merge_requirement_BY_PERSON,
    },
    {
        id: "needs-human",
        why: "A person has to decide; the last comment says what. /nightshift retry goes on.",
        when: ({ state, requirement, features }) => state === "needs-human" && !features.some((feature) => feature.issue?.number === requirement.number),
        commands: () => [],
        alarm: merge_requirement_BY_PERSON,
    },
    {
        id: "complete",
        why: "Every feature is merged.",
        when: ({ state }) => state === "complete",
        commands: () => [],
        alarm: merge_requirement_BY_PERSON,
    },
    {
        id: "planning",
        why: "The code agent is reading it.",
        when: ({ planning, features }) => planning.atWork && (features.length === 0 || features.some((feature) => feature.progress === "untracked")),
        commands: () => [],
        alarm: merge_requirement_BY_MESSAGE,
    },
    {
        id: "unplanned",
        why: "It has no plan yet, or its features are not all tracked; the code agent is asked.",
        when: ({ features, planning, snapshot }) => (features.length === 0 || features.some((feature) => feature.progress === "untracked")) && planning.attempts < snapshot.config.attempts,
        commands: (facts) => [
            ...becomes(facts, "planning"),
            { do: "send", type: "start_project", from: "repo_manager", to: "coder", payload: { issue: facts.requirement.number } },
        ],
        alarm: merge_requirement_ACTS,
    },
    {
        id: "planning-without-result",
        why: "The code agent ran several times and gave no usable plan.",
        when: ({ features }) => features.length === 0 || features.some((feature) => feature.progress === "untracked"),
        commands: (facts) => [
            ...becomes(facts, "needs-human"),
            merge_requirement_say(facts, `**A person has to decide.** ${facts.planning.attempts} runs of the code agent ended without a usable plan; their logs say why. Comment \`/nightshift retry\` to try again.`),
        ],
        alarm: merge_requirement_BY_PERSON,
    },
    {
        id: "awaits-plan-approval",
        why: "The plan waits for a person: /nightshift approve.",
        when: ({ snapshot, planApproved, features }) => snapshot.config.approval.plan && !planApproved && features.every((feature) => feature.progress === "queued"),
        commands: (facts) => becomes(facts, "awaiting-approval"),
        alarm: merge_requirement_BY_PERSON,
    },
    {
        id: "all-features-over",
        why: "Every feature is merged or was dropped by a person.",
        when: ({ features }) => features.every((feature) => feature.progress === "merged" || feature.progress === "dropped"),
        commands: (facts) => [
            ...merge_requirement_ledger(facts, "complete"),
            merge_requirement_say(facts, summary(facts)),
            ...becomes(facts, "complete"),
            ...(facts.requirement.open ? [{ do: "close", number: facts.requirement.number, reason: "completed" }] : []),
        ],
        alarm: merge_requirement_ACTS,
    },
    {
        id: "only-observed",
        why: "mode: observe starts nothing.",
        when: ({ snapshot }) => snapshot.config.mode === "observe",
        commands: () => [],
        alarm: merge_requirement_BY_PERSON,
    },
    {
        id: "over-budget",
        why: "The money for this requirement is spent.",
        when: ({ usd, snapshot }) => usd >= snapshot.config.budget.requirement_usd,
        commands: (facts) => [
            ...becomes(facts, "needs-human"),
            merge_requirement_say(facts, `**A person has to decide.** This requirement has cost ${facts.usd.toFixed(2)} US dollars; \`budget.requirement_usd\` allows ${facts.snapshot.config.budget.requirement_usd}. Raise it and comment \`/nightshift retry\`.`),
        ],
        alarm: merge_requirement_BY_PERSON,
    },
    {
        id: "features-at-work",
        why: "A feature is in work; the next one starts when it is merged.",
        when: (facts) => facts.features.some((feature) => feature.progress === "open" || feature.atWork),
        commands: (facts) => [...becomes(facts, "building"), ...merge_requirement_ledger(facts, "building")],
        alarm: merge_requirement_BY_MESSAGE,
    },
    {
        id: "feature-without-result",
        why: "The code agent ran several times on a feature and opened no pull request.",
        when: (facts) => (0,requirement_facts/* readyFeatures */.r8)(facts)[0] !== undefined && ((0,requirement_facts/* readyFeatures */.r8)(facts)[0]?.attempts ?? 0) >= facts.snapshot.config.attempts,
        commands: (facts) => stuckFeature(facts),
        alarm: merge_requirement_BY_PERSON,
    },
    {
        id: "next-feature",
        why: "A slot is free and the next feature is ready.",
        when: (facts) => (0,requirement_facts/* readyFeatures */.r8)(facts).length > 0,
        commands: (facts) => [...becomes(facts, "building"), ...merge_requirement_ledger(facts, "building"), ...startNext(facts)],
        alarm: merge_requirement_ACTS,
    },
    {
        id: "features-need-a-person",
        why: "No feature can go on without a person.",
        when: () => true,
        commands: (facts) => becomes(facts, "building"),
        alarm: merge_requirement_BY_PERSON,
    },
];
function decideRequirement(facts) {
    return climb(REQUIREMENT_LADDER, facts);
}
function becomes(facts, state) {
    const { requirement, snapshot } = facts;
    const change = (0,labels/* labelChange */.vp)(snapshot.config.label_prefix, labels/* REQUIREMENT_STATES */.dp, state, requirement.labels);
    if (change.add.length + change.remove.length === 0)
        return [];
    return [{ do: "label", target: { number: requirement.number, nodeId: requirement.nodeId }, ...change }];
}
function merge_requirement_say(facts, body) {
    return { do: "say", number: facts.requirement.number, id: undefined, body };
}
function startNext(facts) {
    const [next] = (0,requirement_facts/* readyFeatures */.r8)(facts);
    if (next?.issue === undefined)
        return [];
    const payload = { issue: facts.requirement.number, feature: next.issue.number };
    return [{ do: "send", type: "continue_next_feature", from: "repo_manager", to: "coder", payload }];
}
function stuckFeature(facts) {
    const [stuck] = (0,requirement_facts/* readyFeatures */.r8)(facts);
    if (stuck?.issue === undefined)
        return [];
    const prefix = facts.snapshot.config.label_prefix;
    return [
        { do: "label", target: { number: stuck.issue.number, nodeId: stuck.issue.nodeId }, add: [`${prefix}:needs-human`], remove: [`${prefix}:queued`, `${prefix}:implementing`] },
        {
            do: "say",
            number: stuck.issue.number,
            id: undefined,
            body: `**A person has to decide.** ${stuck.attempts} runs of the code agent ended without a pull request for this feature; their logs say why. Comment \`/nightshift retry\` to try again, or close this issue to drop the feature.`,
        },
    ];
}
/** Rewrites the sticky comment when what it shows has changed. */
function merge_requirement_ledger(facts, state) {
    const { sticky } = facts.requirement;
    if (sticky?.block === undefined)
        return [];
    const block = { ...sticky.block, costs: (0,requirement_facts/* costsOf */.AR)(facts.snapshot, facts.requirement) };
    const body = (0,state_block/* withBlock */.su)((0,ledger/* renderLedger */.w)(facts, state), block);
    return body === sticky.body || (0,state_block/* visiblePart */.MR)(body) === (0,state_block/* visiblePart */.MR)(sticky.body) ? [] : [{ do: "say", number: facts.requirement.number, id: sticky.id, body }];
}
function summary(facts) {
    const merged = facts.features.filter((feature) => feature.progress === "merged");
    const lines = merged.map(({ planned, pull }) => `- ${planned.title}${pull ? ` (#${pull.number}${pull.mergeCommit ? `, ${pull.mergeCommit.slice(0, 7)}` : ""})` : ""}`);
    const dropped = facts.features.filter((feature) => feature.progress === "dropped").map(({ planned }) => `- ${planned.title}: dropped by a person`);
    return [`**Done.** ${merged.length === 1 ? "One feature is" : `${merged.length} features are`} merged.`, "", ...lines, ...dropped].join("\n");
}

// EXTERNAL MODULE: ./lib/domain/decide/people.js
var decide_people = __webpack_require__(8790);
// EXTERNAL MODULE: ./lib/domain/decide/work.js
var work = __webpack_require__(1152);
// EXTERNAL MODULE: ./lib/domain/pull-facts.js
var pull_facts = __webpack_require__(9331);
// EXTERNAL MODULE: ./lib/github/observe.js + 2 modules
var observe = __webpack_require__(897);
// EXTERNAL MODULE: ./lib/domain/errors.js
var errors = __webpack_require__(9285);
// EXTERNAL MODULE: ./lib/github/client.js + 1 modules
var client = __webpack_require__(345);
// EXTERNAL MODULE: ./lib/agents/fetch.js
var fetch = __webpack_require__(4430);
;// CONCATENATED MODULE: ./lib/agents/merge/land.js
/** Merges one pull request, guarded by the head that was observed, and proves what landed. */




const Merged = schemas/* object */.Ikc({ merged: schemas/* boolean */.zMY(), sha: schemas/* string */.YjP() });
const Pull = schemas/* object */.Ikc({ merged: schemas/* boolean */.zMY(), merge_commit_sha: schemas/* string */.YjP().nullable(), head: schemas/* object */.Ikc({ sha: schemas/* string */.YjP() }) });
/** Refusals that mean "look again" end quietly; a wrong tree throws and freezes what follows. */
async function landPull(landing) {
    const { job, facts, command, token } = landing;
    const git = await (0,fetch/* openGit */.zY)(job, facts);
    const remote = (0,fetch/* remoteOf */.e1)(facts, token);
    await git.fetch(remote, [command.base.head, command.head]);
    const expected = await git.mergeTree(command.base.head, command.head);
    if (expected.conflicts.length > 0) {
        job.log(`#${command.pull} conflicts with ${command.base.branch}: ${expected.conflicts.join(", ")}`);
        return;
    }
    const sha = await merge(landing);
    if (sha === undefined)
        return;
    await git.fetch(remote, [sha]);
    await prove(landing, git, sha, expected.tree);
}
/** The merge commit; undefined when GitHub refused because the world moved. An unclear answer is settled by looking, never by sending again. */
async function merge({ github, job, command }) {
    try {
        const { data } = await github.rest("PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge", { pull_number: command.pull, sha: command.head, merge_method: "squash", commit_title: command.title, commit_message: command.message }, "once");
        return Merged.parse(data).sha;
    }
    catch (error) {
        if (error instanceof client/* GitHubRefusal */.k && (error.status === 409 || error.status === 405)) {
            job.warn(`#${command.pull} was not merged: ${error.message}`);
            return undefined;
        }
        if (!(error instanceof errors/* NightshiftError */.nc && error.code === "GITHUB_UNREACHABLE"))
            throw error;
        const { data } = await github.rest("GET /repos/{owner}/{repo}/pulls/{pull_number}", { pull_number: command.pull });
        const pull = Pull.parse(data);
        if (pull.merged && pull.merge_commit_sha !== null && pull.head.sha === command.head)
            return pull.merge_commit_sha;
        job.warn(`GitHub gave no clear answer to the merge of #${command.pull}; it is not merged. The next look decides again.`);
        return undefined;
    }
}
/** The landed commit has one parent on the base and exactly the tree that git computes for this merge. */
async function prove({ command, job }, git, sha, expectedTree) {
    const parents = (await git.text(["rev-list", "--parents", "-n", "1", sha])).split(" ").slice(1);
    const [parent] = parents;
    const tree = await git.treeOf(sha);
    const onBase = parent === command.base.head;
    const expected = onBase || parent === undefined ? expectedTree : (await git.mergeTree(parent, command.head)).tree;
    if (parents.length !== 1 || tree !== expected) {
        throw new errors/* NightshiftError */.nc("PATCH_REFUSED", `#${command.pull} landed as ${sha} with tree ${tree}, but merging ${command.head} gives ${expected}. Look at ${command.base.branch} before anything else is merged.`);
    }
    job.log(`#${command.pull} landed as ${sha}: tree ${tree} proved${onBase ? "" : `, on ${parent} because the base moved while it was merged`}`);
}

;// CONCATENATED MODULE: ./lib/agents/merge/tick.js










/** Observations of one tick: enough for merge, bookkeeping and the next feature; then the next doorbell takes over. */
const ROUNDS = 6;
/** Longest wait inside one job, in milliseconds. */
const PATIENCE = 60_000;
async function runTick(job, facts, github, token, thread) {
    let waited = 0;
    let decisions = [];
    const done = new Set();
    for (let round = 1; round <= ROUNDS; round += 1) {
        const snapshot = await (0,observe/* observe */.lB)(github, { now: job.now });
        decisions = decideAll(snapshot);
        const people = (0,decide_people/* decidePeople */.s)(snapshot, ({ requirement, pull }) => statusText(decisions, requirement.number, pull?.number));
        const commands = people.length > 0 ? people : decisions.flatMap(({ decision }) => decision.commands);
        for (const { subject, decision } of decisions)
            job.log(`${subject}: ${decision.rung}: ${decision.why}`);
        const fresh = snapshot.config.mode === "observe" ? [] : commands.filter((command) => !repeats(done, command));
        if (fresh.length === 0) {
            const soon = Math.min(...decisions.map(({ decision }) => (decision.alarm.kind === "soon" ? decision.alarm.seconds * 1_000 : Number.POSITIVE_INFINITY)));
            if (!Number.isFinite(soon) || waited + soon > PATIENCE)
                break;
            await job.sleep(soon);
            waited += soon;
            round -= 1;
            continue;
        }
        const performer = {
            github,
            now: job.now,
            id: job.id,
            runUrl: (0,agents_job/* runUrl */.Vp)(facts),
            thread,
            labelIds: snapshot.labelIds,
            labelPrefix: snapshot.config.label_prefix,
            log: job.log,
            merge: (command) => landPull({ job, facts, github, token, command }),
        };
        await (0,perform/* perform */.y9)(performer, fresh);
    }
    await job.summarise(["| | rung | why |", "|---|---|---|", ...decisions.map(({ subject, decision }) => `| ${subject} | ${decision.rung} | ${decision.why} |`)].join("\n"));
}
/** Pull requests first: a merge frees the slot that the requirement's ladder fills. */
function decideAll(snapshot) {
    const pulls = snapshot.pulls
        .filter((pull) => (0,work/* isOurs */.MU)(snapshot, pull) && (pull.state === "open" || needsBookkeeping(snapshot, pull.number)))
        .map((pull) => ({ subject: `pull request #${pull.number}`, decision: decideMergePull((0,pull_facts/* factsOf */.xS)(snapshot, pull)) }));
    const requirements = snapshot.requirements.map((requirement) => ({
        subject: `requirement #${requirement.number}`,
        decision: decideRequirement((0,requirement_facts/* requirementFactsOf */.Mq)(snapshot, requirement)),
    }));
    return [...pulls, ...requirements];
}
/** A merged pull request whose labels do not say so, or a closed one whose feature waits. */
function needsBookkeeping(snapshot, number) {
    const pull = snapshot.pulls.find((candidate) => candidate.number === number);
    if (pull === undefined)
        return false;
    const { label_prefix: prefix } = snapshot.config;
    if (pull.state === "merged")
        return !pull.labels.includes(`${prefix}:merged`);
    const replaced = snapshot.pulls.some((other) => other.number > number && other.block?.key === pull.block?.key && other.block?.requirement === pull.block?.requirement);
    return pull.state === "closed" && !replaced && !pull.labels.includes(`${prefix}:needs-human`);
}
/** One tick sends a message and says a thing only once, however often it looks. */
function repeats(done, command) {
    const key = JSON.stringify(command);
    if (command.do !== "send" && command.do !== "say" && command.do !== "delete-branch")
        return false;
    if (done.has(key))
        return true;
    done.add(key);
    return false;
}
function statusText(decisions, requirement, pull) {
    const wanted = new Set([`requirement #${requirement}`, ...(pull === undefined ? [] : [`pull request #${pull}`])]);
    const shown = decisions.filter(({ subject }) => wanted.has(subject) || (pull === undefined && subject.startsWith("pull request")));
    return shown.map(({ subject, decision }) => `- ${subject}: **${decision.rung}**. ${decision.why}`).join("\n") || "Nothing is in work here.";
}

// EXTERNAL MODULE: ./lib/actions/inputs.js
var actions_inputs = __webpack_require__(9922);
// EXTERNAL MODULE: ./lib/actions/io.js
var io = __webpack_require__(9151);
;// CONCATENATED MODULE: ./lib/actions/merge.js
/** Entry point of actions/merge. Wiring only: the repository manager has no model and no key. */








async function main(job) {
    const inputs = (0,actions_inputs/* readInputs */.Ko)(actions_inputs/* MergeInputs */.wW, job.env);
    const facts = (0,agents_job/* runFacts */.pI)(job.env);
    (0,actions_inputs/* needSecret */.Jm)("github_token", inputs.github_token, inputs.phase);
    const github = await (0,io/* connect */.N)(job, facts, inputs.github_token);
    if (inputs.phase === "ring")
        return runRing(job, facts, github);
    await runTick(job, facts, github, inputs.github_token, await conversation(job, facts.eventName, facts.eventPath));
}
/** A message that cannot be read is no reason not to look: the manager only ever acts on live state. */
async function conversation(job, eventName, eventPath) {
    try {
        return (0,doorbell/* readRing */.T)("merge", eventName, JSON.parse(await (0,promises_.readFile)(eventPath, "utf8"))).thread;
    }
    catch (error) {
        job.warn(`The message that woke this run was not read: ${(0,errors/* messageOf */.bD)(error)}`);
        return undefined;
    }
}


/***/ }),

/***/ 3991:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ renderPlan),
/* harmony export */   w: () => (/* binding */ renderLedger)
/* harmony export */ });
/* harmony import */ var _requirement_facts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2845);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7185);


/** Markdown of the sticky comment. */
function renderLedger(facts, state) {
    const rows = facts.features.map((feature) => row(feature));
    const costs = (0,_requirement_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .costsOf */ .AR)(facts.snapshot, facts.requirement);
    const priced = costs.some((cost) => cost.usd !== null);
    const spent = priced ? `${facts.usd.toFixed(2)} US dollars` : "price of the model unknown";
    return [
        state === "complete" ? "### Plan: done" : "### Plan: in work",
        "",
        "| feature | after | pull request | state |",
        "|---|---|---|---|",
        ...rows,
        "",
        `${costs.length} paid runs, ${spent}.`,
    ].join("\n");
}
/** Markdown of a plan that has just been made. */
function renderPlan(features) {
    const shown = features.map((feature) => [
        `#### ${feature.title}${feature.number ? ` (#${feature.number})` : ""}`,
        feature.description,
        "",
        ...feature.criteria.map((criterion) => `- [ ] ${criterion}`),
        ...(feature.after.length > 0 ? ["", `After: ${feature.after.join(", ")}.`] : []),
        "",
    ]);
    return ["### Plan", "", ...shown.flat()].join("\n");
}
function row({ planned, pull, progress, atWork }) {
    const number = planned.number ? ` #${planned.number}` : "";
    const where = pull ? `#${pull.number}` : "";
    const state = progress === "merged" && pull?.mergeCommit ? `merged as ${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .short */ .h0)(pull.mergeCommit)}` : progress === "queued" && atWork ? "implementing" : progress;
    return `| ${planned.title.replaceAll("|", "\\|")}${number} | ${planned.after.join(", ")} | ${where} | ${state} |`;
}


/***/ })

};

export const id = 7719;
export const ids = [7719,6851];
export const modules = {

/***/ 97719:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   main: () => (/* binding */ main)
/* harmony export */ });
/* harmony import */ var _agents_gate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86851);
/* harmony import */ var _agents_job_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(63629);
/* harmony import */ var _domain_work_order_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61798);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(39922);
/* harmony import */ var _io_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(99151);
/** Entry point of actions/review. Wiring only; a phase loads what it runs and nothing else. */





async function main(job) {
    const inputs = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .readInputs */ .Ko)(_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .ReviewInputs */ .ic, job.env);
    const facts = (0,_agents_job_js__WEBPACK_IMPORTED_MODULE_4__/* .runFacts */ .pI)(job.env);
    if (inputs.phase === "all") {
        (0,_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .needSecret */ .Jm)("github_token", inputs.github_token, "all");
        const { runAll } = await __webpack_require__.e(/* import() */ 1746).then(__webpack_require__.bind(__webpack_require__, 51746));
        return runAll({
            agent: "review",
            job,
            github: await (0,_io_js__WEBPACK_IMPORTED_MODULE_3__/* .connect */ .N)(job, facts, inputs.github_token),
            inputs: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .rawInputs */ .me)(_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .ReviewInputs */ .ic, job.env),
            accepted: inputs.unsafe_single_job,
        });
    }
    if (inputs.phase === "agent")
        (0,_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .refuseSecret */ .Tr)("github_token", inputs.github_token, "agent");
    else {
        (0,_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .refuseKeys */ .hi)(inputs, inputs.phase);
        (0,_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .needSecret */ .Jm)("github_token", inputs.github_token, inputs.phase);
    }
    if (inputs.phase === "gate")
        return (0,_agents_gate_js__WEBPACK_IMPORTED_MODULE_0__.runGate)("review", job, facts, await (0,_io_js__WEBPACK_IMPORTED_MODULE_3__/* .connect */ .N)(job, facts, inputs.github_token), {
            model: inputs.model,
            maxUsd: inputs.max_usd,
        });
    const order = (0,_domain_work_order_js__WEBPACK_IMPORTED_MODULE_1__/* .parseWorkOrder */ .Pe)(inputs.work_order);
    switch (inputs.phase) {
        case "fetch":
            return (await __webpack_require__.e(/* import() */ 4430).then(__webpack_require__.bind(__webpack_require__, 24430))).runFetch(job, facts, order, inputs.github_token);
        case "agent": {
            const { sayingWhy } = await __webpack_require__.e(/* import() */ 1064).then(__webpack_require__.bind(__webpack_require__, 31064));
            return sayingWhy(job, facts, order, async () => {
                (0,_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .needKeyFor */ .tD)(order.models, inputs);
                const { runReviewAgent } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(311), __webpack_require__.e(9534), __webpack_require__.e(9839), __webpack_require__.e(4204), __webpack_require__.e(7845), __webpack_require__.e(3090), __webpack_require__.e(7279), __webpack_require__.e(467)]).then(__webpack_require__.bind(__webpack_require__, 467));
                await runReviewAgent(job, facts, order, {
                    keys: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .keysOf */ .YD)(inputs),
                    baseUrl: inputs.base_url,
                    sandbox: inputs.sandbox,
                });
            });
        }
        case "apply":
            return (await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(311), __webpack_require__.e(9534), __webpack_require__.e(2845), __webpack_require__.e(9839), __webpack_require__.e(4204), __webpack_require__.e(7845), __webpack_require__.e(3090), __webpack_require__.e(7279), __webpack_require__.e(5241), __webpack_require__.e(3807)]).then(__webpack_require__.bind(__webpack_require__, 83807))).runReviewApply(job, facts, await (0,_io_js__WEBPACK_IMPORTED_MODULE_3__/* .connect */ .N)(job, facts, inputs.github_token), order, inputs.github_token);
    }
}


/***/ }),

/***/ 95700:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ openGate),
/* harmony export */   i: () => (/* binding */ closeGate)
/* harmony export */ });
async function openGate(job, order, decision) {
    job.setOutput("work", "true");
    job.setOutput("agent", String(order.needs.agent));
    job.setOutput("verify", String(order.needs.verify));
    job.setOutput("work_order", JSON.stringify(order));
    job.setOutput("earlier_run", String(order.resume?.run ?? ""));
    job.setOutput("earlier_artifact", String(order.resume?.artifact ?? ""));
    job.log(`${decision.rung}: ${decision.why}`);
    await job.summarise(`**${decision.rung}** ${decision.why}`);
}
async function closeGate(job, rung, why) {
    job.setOutput("work", "false");
    job.setOutput("agent", "false");
    job.setOutput("verify", "false");
    job.setOutput("work_order", "");
    job.setOutput("earlier_run", "");
    job.setOutput("earlier_artifact", "");
    job.log(`nothing to do (${rung}): ${why}`);
    await job.summarise(`Nothing to do. **${rung}** ${why}`);
}


/***/ }),

/***/ 86851:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runGate: () => (/* binding */ runGate)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49285);
/* harmony import */ var _github_observe_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68331);
/* harmony import */ var _doorbell_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(65781);
/* harmony import */ var _gate_outputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(95700);
/** The gate of the code and the review agent: who rang, and what does the world look like? What is to be done is decided beyond it. */





async function runGate(agent, job, facts, github, override) {
    const event = JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(facts.eventPath, "utf8"));
    const ring = heard(agent, job, facts, event);
    if (ring === undefined || ring.bell.kind === "idle" || ring.bell.kind === "manager") {
        return (0,_gate_outputs_js__WEBPACK_IMPORTED_MODULE_4__/* .closeGate */ .i)(job, "idle", ring?.bell.kind === "idle" ? ring.bell.why : "The message asks for nothing here.");
    }
    const bell = ring.bell.kind === "text" ? await handIn(job, github, ring.bell) : ring.bell;
    const watched = bell.kind === "pull" || bell.kind === "verify" ? [bell.pull] : [];
    const seen = await (0,_github_observe_js__WEBPACK_IMPORTED_MODULE_2__/* .observe */ .l)(github, { now: job.now, threadsOf: watched });
    const { orderWork } = await Promise.all(/* import() */[__webpack_require__.e(9534), __webpack_require__.e(2845), __webpack_require__.e(431)]).then(__webpack_require__.bind(__webpack_require__, 70431));
    await orderWork({ agent, job, facts, github, seen, override, bell, thread: ring.thread });
}
/** A malformed or forged dispatch is logged and does nothing; it is no failure of this run. */
function heard(agent, job, facts, event) {
    try {
        return (0,_doorbell_js__WEBPACK_IMPORTED_MODULE_3__/* .readRing */ .T)(agent, facts.eventName, event);
    }
    catch (error) {
        job.warn(`Nothing was done: ${(0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error)}`);
        return undefined;
    }
}
async function handIn(job, github, bell) {
    const { config } = await (0,_github_observe_js__WEBPACK_IMPORTED_MODULE_2__/* .observe */ .l)(github, { now: job.now, runs: false });
    const { openRequirement } = await __webpack_require__.e(/* import() */ 7161).then(__webpack_require__.bind(__webpack_require__, 67161));
    const number = await openRequirement(github, bell.text, config.label_prefix);
    job.log(`opened requirement #${number}`);
    return { kind: "issue", number };
}


/***/ }),

/***/ 61798:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pe: () => (/* binding */ parseWorkOrder),
/* harmony export */   TA: () => (/* binding */ WORK_ORDER_LIMIT),
/* harmony export */   qm: () => (/* binding */ WorkOrder)
/* harmony export */ });
/* unused harmony export WorkMode */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(88343);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(64377);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(37428);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49285);
/* harmony import */ var _message_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5295);
/* harmony import */ var _provider_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76231);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(67185);
/** What a gate decided that a run shall do: the only thing the later jobs of that run trust. At most 16 KB as JSON. */





const WORK_ORDER_LIMIT = 16_384;
const WorkMode = zod__WEBPACK_IMPORTED_MODULE_4__["enum"](["plan", "track", "implement", "feedback", "conflict", "verify", "review"]);
const WorkOrder = zod__WEBPACK_IMPORTED_MODULE_4__.strictObject({
    v: zod__WEBPACK_IMPORTED_MODULE_4__.literal(1),
    id: zod__WEBPACK_IMPORTED_MODULE_4__.uuid(),
    repository: _words_js__WEBPACK_IMPORTED_MODULE_3__/* .RepositoryName */ .Ae,
    mode: WorkMode,
    /** `by` authorised it; the gate has just asked GitHub whether that person may. */
    requirement: zod__WEBPACK_IMPORTED_MODULE_4__.strictObject({
        number: _words_js__WEBPACK_IMPORTED_MODULE_3__/* .IssueNumber */ .rd,
        textHash: zod__WEBPACK_IMPORTED_MODULE_4__.string().length(64),
        by: zod__WEBPACK_IMPORTED_MODULE_4__.string().min(1).max(100),
    }),
    feature: zod__WEBPACK_IMPORTED_MODULE_4__.strictObject({ number: _words_js__WEBPACK_IMPORTED_MODULE_3__/* .IssueNumber */ .rd, key: _words_js__WEBPACK_IMPORTED_MODULE_3__/* .FeatureKey */ .m, title: zod__WEBPACK_IMPORTED_MODULE_4__.string().max(300) }).optional(),
    pull: zod__WEBPACK_IMPORTED_MODULE_4__.strictObject({ number: _words_js__WEBPACK_IMPORTED_MODULE_3__/* .IssueNumber */ .rd, head: _words_js__WEBPACK_IMPORTED_MODULE_3__/* .Sha */ .$R }).optional(),
    /** Branch of the feature; absent in plan mode. */
    branch: zod__WEBPACK_IMPORTED_MODULE_4__.string().max(200).optional(),
    base: zod__WEBPACK_IMPORTED_MODULE_4__.strictObject({ branch: zod__WEBPACK_IMPORTED_MODULE_4__.string().max(200), head: _words_js__WEBPACK_IMPORTED_MODULE_3__/* .Sha */ .$R }),
    round: zod__WEBPACK_IMPORTED_MODULE_4__.int().nonnegative(),
    /** Which jobs run. */
    needs: zod__WEBPACK_IMPORTED_MODULE_4__.strictObject({ agent: zod__WEBPACK_IMPORTED_MODULE_4__.boolean(), verify: zod__WEBPACK_IMPORTED_MODULE_4__.boolean() }),
    /** `provider:model`, the preferred one first. */
    models: _provider_js__WEBPACK_IMPORTED_MODULE_2__/* .ModelList */ .w6,
    limits: zod__WEBPACK_IMPORTED_MODULE_4__.strictObject({
        turns: zod__WEBPACK_IMPORTED_MODULE_4__.int().positive(),
        minutes: zod__WEBPACK_IMPORTED_MODULE_4__.number().positive(),
        usd: zod__WEBPACK_IMPORTED_MODULE_4__.number().positive(),
    }),
    /** An earlier run for the same work that may be gone on with: its artifact, and what is already booked of its cost. */
    resume: zod__WEBPACK_IMPORTED_MODULE_4__.strictObject({
        run: zod__WEBPACK_IMPORTED_MODULE_4__.int().positive(),
        artifact: zod__WEBPACK_IMPORTED_MODULE_4__.int().positive(),
        booked: zod__WEBPACK_IMPORTED_MODULE_4__.strictObject({
            usd: zod__WEBPACK_IMPORTED_MODULE_4__.number().nonnegative(),
            turns: zod__WEBPACK_IMPORTED_MODULE_4__.int().nonnegative(),
            tokens: zod__WEBPACK_IMPORTED_MODULE_4__.int().nonnegative(),
        }),
    })
        .optional(),
    /** Date of the commits that this run makes, ISO 8601: the same order makes the same commit. */
    date: zod__WEBPACK_IMPORTED_MODULE_5__.datetime(),
    thread: zod__WEBPACK_IMPORTED_MODULE_4__.strictObject({ correlationId: zod__WEBPACK_IMPORTED_MODULE_4__.uuid(), hops: zod__WEBPACK_IMPORTED_MODULE_4__.int().min(0).max(_message_js__WEBPACK_IMPORTED_MODULE_1__/* .HOP_LIMIT */ .Ix) }),
});
/** Throws WORK_ORDER_INVALID; an empty or cut order fails closed. */
function parseWorkOrder(text) {
    const fail = (why) => new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NightshiftError */ .nc("WORK_ORDER_INVALID", `The work order cannot be used: ${why}`);
    if (text.trim() === "")
        throw fail("it is empty; the gate of this run gave none");
    if (text.length > WORK_ORDER_LIMIT)
        throw fail(`it has ${text.length} characters, more than ${WORK_ORDER_LIMIT}`);
    let raw;
    try {
        raw = JSON.parse(text);
    }
    catch {
        throw fail("it is not JSON");
    }
    const result = WorkOrder.safeParse(raw);
    if (!result.success)
        throw fail(zod__WEBPACK_IMPORTED_MODULE_6__/* .prettifyError */ .S1(result.error));
    return result.data;
}


/***/ })

};

export const id = 7719;
export const ids = [7719];
export const modules = {

/***/ 97719:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   main: () => (/* binding */ main)
/* harmony export */ });
/* harmony import */ var _agents_job_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(63629);
/* harmony import */ var _domain_work_order_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61798);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39922);
/* harmony import */ var _io_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(99151);
/** Entry point of actions/review. Wiring only; a phase loads what it runs and nothing else. */




async function main(job) {
    const inputs = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .readInputs */ .Ko)(_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .ReviewInputs */ .ic, job.env);
    const facts = (0,_agents_job_js__WEBPACK_IMPORTED_MODULE_3__/* .runFacts */ .pI)(job.env);
    if (inputs.phase === "all") {
        (0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .needSecret */ .Jm)("github_token", inputs.github_token, "all");
        const { runAll } = await __webpack_require__.e(/* import() */ 1746).then(__webpack_require__.bind(__webpack_require__, 51746));
        return runAll({
            agent: "review",
            job,
            github: await (0,_io_js__WEBPACK_IMPORTED_MODULE_2__/* .connect */ .N)(job, facts, inputs.github_token),
            inputs: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .rawInputs */ .me)(_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .ReviewInputs */ .ic, job.env),
            accepted: inputs.unsafe_single_job,
        });
    }
    if (inputs.phase === "agent")
        (0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .refuseSecret */ .Tr)("github_token", inputs.github_token, "agent");
    else {
        (0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .refuseKeys */ .hi)(inputs, inputs.phase);
        (0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .needSecret */ .Jm)("github_token", inputs.github_token, inputs.phase);
    }
    if (inputs.phase === "gate")
        return (await Promise.all(/* import() */[__webpack_require__.e(2413), __webpack_require__.e(5751), __webpack_require__.e(6851)]).then(__webpack_require__.bind(__webpack_require__, 86851))).runGate("review", job, facts, await (0,_io_js__WEBPACK_IMPORTED_MODULE_2__/* .connect */ .N)(job, facts, inputs.github_token), {
            model: inputs.model,
            maxUsd: inputs.max_usd,
        });
    const order = (0,_domain_work_order_js__WEBPACK_IMPORTED_MODULE_0__/* .parseWorkOrder */ .Pe)(inputs.work_order);
    switch (inputs.phase) {
        case "fetch":
            return (await __webpack_require__.e(/* import() */ 4430).then(__webpack_require__.bind(__webpack_require__, 24430))).runFetch(job, facts, order, inputs.github_token);
        case "agent": {
            const { sayingWhy } = await __webpack_require__.e(/* import() */ 1064).then(__webpack_require__.bind(__webpack_require__, 31064));
            return sayingWhy(job, facts, order, async () => {
                (0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .needKeyFor */ .tD)(order.models, inputs);
                const { runReviewAgent } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(311), __webpack_require__.e(9534), __webpack_require__.e(9839), __webpack_require__.e(4204), __webpack_require__.e(7845), __webpack_require__.e(3090), __webpack_require__.e(7279), __webpack_require__.e(467)]).then(__webpack_require__.bind(__webpack_require__, 467));
                await runReviewAgent(job, facts, order, {
                    keys: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .keysOf */ .YD)(inputs),
                    baseUrl: inputs.base_url,
                    sandbox: inputs.sandbox,
                });
            });
        }
        case "apply":
            return (await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(2413), __webpack_require__.e(311), __webpack_require__.e(9534), __webpack_require__.e(2845), __webpack_require__.e(9839), __webpack_require__.e(4204), __webpack_require__.e(7845), __webpack_require__.e(3090), __webpack_require__.e(7279), __webpack_require__.e(5241), __webpack_require__.e(3807)]).then(__webpack_require__.bind(__webpack_require__, 83807))).runReviewApply(job, facts, await (0,_io_js__WEBPACK_IMPORTED_MODULE_2__/* .connect */ .N)(job, facts, inputs.github_token), order, inputs.github_token);
    }
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

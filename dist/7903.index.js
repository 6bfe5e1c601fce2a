export const id = 7903;
export const ids = [7903];
export const modules = {

/***/ 7903:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   main: () => (/* binding */ main)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _agents_doorbell_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65781);
/* harmony import */ var _agents_job_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(63629);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49285);
/* harmony import */ var _github_observe_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(68331);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(39922);
/* harmony import */ var _io_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(99151);
/** Entry point of actions/merge. Wiring only: the repository manager has no model and no key. A phase loads what it runs, after its first question. */







async function main(job) {
    const inputs = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .readInputs */ .Ko)(_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .MergeInputs */ .wW, job.env);
    const facts = (0,_agents_job_js__WEBPACK_IMPORTED_MODULE_6__/* .runFacts */ .pI)(job.env);
    (0,_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .needSecret */ .Jm)("github_token", inputs.github_token, inputs.phase);
    const github = await (0,_io_js__WEBPACK_IMPORTED_MODULE_5__/* .connect */ .N)(job, facts, inputs.github_token);
    if (inputs.phase === "ring")
        return (await __webpack_require__.e(/* import() */ 8695).then(__webpack_require__.bind(__webpack_require__, 38695))).runRing(job, facts, github);
    const ring = await heard(job, facts.eventName, facts.eventPath);
    const issue = (0,_agents_doorbell_js__WEBPACK_IMPORTED_MODULE_1__/* .issueOf */ .v)(ring);
    const seen = await (0,_github_observe_js__WEBPACK_IMPORTED_MODULE_3__/* .observe */ .l)(github, { now: job.now, ...(issue ? { issue } : {}) });
    const { runTick } = await Promise.all(/* import() */[__webpack_require__.e(9534), __webpack_require__.e(2845), __webpack_require__.e(8055), __webpack_require__.e(50)]).then(__webpack_require__.bind(__webpack_require__, 10050));
    await runTick(job, facts, github, {
        token: inputs.github_token,
        ring,
        seen,
        override: { model: undefined, maxUsd: inputs.max_usd },
    });
}
/** A message that cannot be read is no reason not to look: the manager only ever acts on live state. */
async function heard(job, eventName, eventPath) {
    try {
        return (0,_agents_doorbell_js__WEBPACK_IMPORTED_MODULE_1__/* .readRing */ .T)("merge", eventName, JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(eventPath, "utf8")));
    }
    catch (error) {
        job.warn(`The message that woke this run was not read: ${(0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error)}`);
        return undefined;
    }
}


/***/ })

};

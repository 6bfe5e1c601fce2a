export const id = 6851;
export const ids = [6851];
export const modules = {

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


/***/ })

};

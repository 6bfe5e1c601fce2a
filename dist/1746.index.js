export const id = 1746;
export const ids = [1746];
export const modules = {

/***/ 51746:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runAll: () => (/* binding */ runAll)
});

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 2 modules
var schemas = __webpack_require__(88343);
// EXTERNAL MODULE: ./lib/agents/job.js
var agents_job = __webpack_require__(63629);
// EXTERNAL MODULE: ./lib/domain/errors.js
var errors = __webpack_require__(49285);
;// CONCATENATED MODULE: ./lib/actions/phases-of-all.js
/** What `phase: all` hands to each phase: the same inputs, secrets and files that the jobs of the reusable workflow would have. */
const TOKEN = "github_token";
const KEYS = /^(anthropic|openai|gemini)_api_key$/;
/** The jobs of an agent, in the order of its reusable workflow. */
function jobsOf(agent) {
    const jobs = [
        { name: "gate", phases: ["gate"] },
        { name: "agent", phases: ["fetch", "agent"] },
        { name: "verify", phases: ["fetch", "verify"] },
        { name: "apply", phases: ["apply"] },
    ];
    return jobs.filter(({ name }) => agent === "code" || name !== "verify");
}
/** May this phase have this input? Only the agent has a key, and it never has a token. */
function mayHave(phase, input) {
    if (KEYS.test(input))
        return phase === "agent";
    if (input === TOKEN)
        return phase === "gate" || phase === "fetch" || phase === "apply";
    if (input === "work_order")
        return phase !== "gate";
    if (input === "evidence")
        return phase === "apply";
    if (input === "model" || input === "max_usd")
        return phase === "gate";
    return phase === "agent" || (phase === "verify" && input === "sandbox");
}
/** Credentials that a job's environment often carries besides our inputs. */
const CREDENTIAL = /^(GITHUB_TOKEN|GH_TOKEN|ACTIONS_.*|.*(_API_KEY|_TOKEN|_SECRET|_PASSWORD))$/;
/** The environment of one phase: the runner's, without inputs, without credentials and without any value that is a secret. */
function environmentOf(phase, env, inputs) {
    const secrets = Object.entries(inputs)
        .filter(([name, value]) => value !== "" && (KEYS.test(name) || name === TOKEN))
        .map(([, value]) => value);
    const clean = Object.entries(env).filter((entry) => entry[1] !== undefined &&
        !entry[0].startsWith("INPUT_") &&
        !CREDENTIAL.test(entry[0]) &&
        !secrets.some((secret) => entry[1]?.includes(secret)));
    const given = Object.entries(inputs)
        .filter(([name]) => mayHave(phase, name))
        .map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
    return { ...Object.fromEntries([...clean, ...given]), INPUT_PHASE: phase };
}
/** The outputs that a phase wrote to its GITHUB_OUTPUT file (docs: actions/reference/workflow-commands, multiline strings). */
function readOutputs(text) {
    const outputs = {};
    const lines = text.split(/\r?\n/);
    for (let at = 0; at < lines.length; at += 1) {
        const [, name, delimiter] = /^([\w-]+)<<(.+)$/.exec(lines[at] ?? "") ?? [];
        if (name === undefined || delimiter === undefined)
            continue;
        const end = lines.indexOf(delimiter, at + 1);
        if (end < 0)
            break;
        outputs[name] = lines.slice(at + 1, end).join("\n");
        at = end;
    }
    return outputs;
}

;// CONCATENATED MODULE: ./lib/actions/all.js
/**
 * Phase `all`: every phase as a child process of one step, with the inputs and files that its job would have. Weaker than the
 * reusable workflow, because a write token lives in the job while the model runs; so a public repository has to ask for it.
 */






const Repository = schemas.object({ private: schemas.boolean() });
/** Runs gate, agent, verify and apply one after the other. Throws INPUT_INVALID on a public repository that did not ask for it. */
async function runAll({ agent, job, github, inputs, accepted }) {
    const facts = (0,agents_job/* runFacts */.pI)(job.env);
    const { data } = await github.rest("GET /repos/{owner}/{repo}");
    if (!Repository.parse(data).private && !accepted)
        throw new errors/* NightshiftError */.nc("INPUT_INVALID", "phase all keeps a write token in the job while the model runs, so a public repository has to set unsafe_single_job: true. The reusable workflow does not have this weakness.");
    job.warn("phase all: a write token is in this job while the model runs; this is outside Nightshift's guarantee.");
    const root = `${facts.temp}/nightshift-all`;
    await (0,promises_.rm)(root, { recursive: true, force: true });
    let said = {};
    let failed = false;
    for (const each of jobsOf(agent)) {
        if (job.signal.aborted)
            return;
        if (!isNeeded(each, said))
            continue;
        const seat = await takeSeat(root, each.name);
        for (const phase of each.phases) {
            const { work_order = "", evidence = "" } = said;
            const ended = await runPhase({ agent, job, seat, phase, inputs: { ...inputs, work_order, evidence } });
            failed ||= !ended.ok;
            said = { ...said, ...ended.outputs };
            if (!ended.ok)
                break;
        }
        if (each.name === "gate" && failed)
            break;
    }
    for (const name of ["work", "status"])
        job.setOutput(name, said[name] ?? "");
    if (failed)
        throw new errors/* NightshiftError */.nc("ENVIRONMENT_UNFIT", "A phase failed; its lines above say why.");
}
/** The conditions of the jobs in the reusable workflow. */
function isNeeded({ name }, said) {
    switch (name) {
        case "gate":
            return true;
        case "agent":
            return said.agent === "true";
        case "verify":
            return said.verify === "true" && (said.agent !== "true" || said.status === "done");
        case "apply":
            return said.work === "true";
    }
}
/** Makes the seat of a job, with what the artifacts would bring it: the context and, once there is one, the outcome. */
async function takeSeat(root, name) {
    const seat = {
        temp: `${root}/${name}`,
        workspace: `${root}/${name}/workspace`,
        output: `${root}/${name}/output`,
    };
    await (0,promises_.mkdir)(seat.workspace, { recursive: true });
    await (0,promises_.writeFile)(seat.output, "");
    const carry = async (from, what) => (0,promises_.cp)(`${root}/${from}/nightshift/${what}`, `${seat.temp}/nightshift/${what}`, { recursive: true }).catch(() => undefined);
    if (name === "agent" || name === "verify")
        await carry("gate", "context");
    if (name === "verify" || name === "apply")
        await carry("agent", "outcome");
    return seat;
}
async function runPhase({ agent, job, seat, phase, inputs, }) {
    const [node = "", bundle = ""] = job.fileServerCommand;
    job.log(`--- ${agent} ${phase}`);
    const child = job.spawn(node, [bundle, agent, phase], {
        cwd: seat.workspace,
        stdio: ["pipe", "pipe", "pipe"],
        env: {
            ...environmentOf(phase, job.env, inputs),
            RUNNER_TEMP: seat.temp,
            GITHUB_WORKSPACE: seat.workspace,
            GITHUB_OUTPUT: seat.output,
            GITHUB_ENV: `${seat.temp}/env`,
            GITHUB_PATH: `${seat.temp}/path`,
            GITHUB_STATE: `${seat.temp}/state`,
        },
    });
    child.stdin?.end();
    child.stdout?.pipe(process.stdout, { end: false });
    child.stderr?.pipe(process.stderr, { end: false });
    const stop = () => child.kill("SIGTERM");
    job.signal.addEventListener("abort", stop, { once: true });
    const [code] = await (0,external_node_events_.once)(child, "close");
    job.signal.removeEventListener("abort", stop);
    return { ok: code === 0, outputs: readOutputs(await (0,promises_.readFile)(seat.output, "utf8")) };
}


/***/ })

};

export const id = 7845;
export const ids = [7845];
export const modules = {

/***/ 31255:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ol: () => (/* binding */ COMPLETE_TASK),
/* harmony export */   tZ: () => (/* binding */ readCompletion),
/* harmony export */   zZ: () => (/* binding */ checkCompletion)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(88343);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(37428);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49285);
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50982);
/** `complete_task`: how an agent ends, and what must hold before it may say that it is done. */



const Input = zod__WEBPACK_IMPORTED_MODULE_2__.strictObject({
    status: zod__WEBPACK_IMPORTED_MODULE_2__["enum"](["done", "blocked", "nothing_to_do"]),
    summary: zod__WEBPACK_IMPORTED_MODULE_2__.string().min(1).max(4_000),
    output: zod__WEBPACK_IMPORTED_MODULE_2__.preprocess(fromJsonText, zod__WEBPACK_IMPORTED_MODULE_2__.record(zod__WEBPACK_IMPORTED_MODULE_2__.string(), zod__WEBPACK_IMPORTED_MODULE_2__.unknown()).optional()).optional(),
    blockers: zod__WEBPACK_IMPORTED_MODULE_2__.array(zod__WEBPACK_IMPORTED_MODULE_2__.strictObject({ kind: zod__WEBPACK_IMPORTED_MODULE_2__.string().max(100), detail: zod__WEBPACK_IMPORTED_MODULE_2__.string().max(1_000) }))
        .max(20)
        .default([]),
});
/** Some models send an object as the text of it. */
function fromJsonText(value) {
    if (typeof value !== "string")
        return value;
    try {
        return JSON.parse(value);
    }
    catch {
        return value;
    }
}
const COMPLETE_TASK = {
    name: "complete_task",
    description: "End the task; the only call of its turn. output: the object that the brief asks for.",
    schema: {
        ...(0,_schema_js__WEBPACK_IMPORTED_MODULE_1__/* .toolSchema */ .w)(Input),
        properties: {
            status: { type: "string", enum: ["done", "blocked", "nothing_to_do"] },
            summary: { type: "string" },
            output: { type: "object" },
            blockers: {
                type: "array",
                items: {
                    type: "object",
                    properties: { kind: { type: "string" }, detail: { type: "string" } },
                    required: ["kind", "detail"],
                },
            },
        },
        required: ["status", "summary"],
    },
};
/** Reads a call of `complete_task`: its form and the mode's output. */
function readCompletion(input, output) {
    const parsed = Input.safeParse(input);
    if (!parsed.success)
        return { kind: "invalid", why: zod__WEBPACK_IMPORTED_MODULE_3__/* .prettifyError */ .S1(parsed.error) };
    const { output: given, ...rest } = parsed.data;
    const completion = rest;
    if (given !== undefined || rest.status === "done") {
        const checked = output.safeParse(given);
        if (!checked.success)
            return {
                kind: "invalid",
                why: `output is not what the brief asks for:\n${zod__WEBPACK_IMPORTED_MODULE_3__/* .prettifyError */ .S1(checked.error)}`,
            };
        if (checked.data !== undefined)
            completion.output = checked.data;
    }
    return { kind: "accepted", completion };
}
/** Checks a call of `complete_task`: its form, the mode's output, then the gates. */
async function checkCompletion(input, output, gates, state) {
    const read = readCompletion(input, output);
    if (read.kind === "invalid")
        return read;
    const { completion } = read;
    if (completion.status === "blocked")
        return read;
    for (const gate of gates) {
        const why = await gate({ ...state, completion }).catch((error) => `A check could not run: ${(0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}`);
        if (why !== undefined)
            return { kind: "refused", why };
    }
    return { kind: "accepted", completion };
}


/***/ }),

/***/ 37626:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ withoutOpaque),
/* harmony export */   k: () => (/* binding */ openConversation)
/* harmony export */ });
function openConversation(transcript) {
    let messages = [];
    let results = [];
    let words = [];
    let epoch = 0;
    /** Messages that the provider has counted. */
    let counted = 0;
    let lastTurnId;
    return {
        get messages() {
            return messages;
        },
        get epoch() {
            return epoch;
        },
        get lastTurnId() {
            return lastTurnId;
        },
        uncounted() {
            const parts = messages.slice(counted).flatMap((message) => message.parts);
            return [...parts, ...results, ...words].reduce((sum, part) => sum + sizeOf(part), 0);
        },
        addResult: (part) => void results.push(part),
        say: (text) => void words.push({ kind: "text", text }),
        takeWords() {
            const taken = words.flatMap((part) => (part.kind === "text" ? [part.text] : []));
            words = [];
            return taken;
        },
        flush() {
            const parts = [...results, ...words];
            if (parts.length === 0)
                return;
            [results, words] = [[], []];
            messages.push({ role: "user", parts });
            transcript.append("msg_user", { parts });
        },
        record(turn, parts, usd) {
            if (parts.length > 0)
                messages.push({ role: "assistant", parts });
            counted = messages.length;
            lastTurnId = turn.id;
            const { id, model, stop, usage, requestId, ms } = turn;
            transcript.append("model_turn", { id, model, stop, usage, usd, requestId, ms, parts });
        },
        restore(earlier) {
            messages = [...earlier.messages];
            ({ epoch, lastTurnId } = earlier);
            counted = lastTurnId === undefined ? 0 : messages.findLastIndex(({ role }) => role === "assistant") + 1;
        },
        startEpoch(why, carried = []) {
            [messages, results, words] = [[...carried], [], []];
            counted = 0;
            lastTurnId = undefined;
            epoch += 1;
            transcript.startEpoch(why);
            for (const { role, parts } of carried)
                transcript.append(role === "user" ? "msg_user" : "msg_assistant", { parts });
        },
    };
}
/** Characters of a part as it is sent, roughly. */
function sizeOf(part) {
    switch (part.kind) {
        case "text":
            return part.text.length;
        case "result":
            return part.content.length;
        case "call":
            return part.name.length + JSON.stringify(part.input ?? null).length;
        case "opaque":
            return JSON.stringify(part.data ?? null).length;
    }
}
/** Messages without thinking: what another model, or a provider that no longer accepts it, can take over. */
function withoutOpaque(messages) {
    return messages
        .map(({ role, parts }) => ({ role, parts: parts.filter(({ kind }) => kind !== "opaque") }))
        .filter(({ parts }) => parts.length > 0);
}


/***/ }),

/***/ 92520:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QU: () => (/* binding */ checkDefinition),
/* harmony export */   ai: () => (/* binding */ parseAgentDefinition),
/* harmony export */   vQ: () => (/* binding */ splitFrontMatter)
/* harmony export */ });
/* unused harmony export DEFAULT_MAX */
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38815);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(88343);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(88532);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49285);
/* harmony import */ var _domain_provider_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76231);
/* harmony import */ var _outputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92103);
/* harmony import */ var _toolbox_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(81407);
/** Agent definitions: Markdown whose body is the system prompt and whose front matter says what the agent may use. */






/** What an agent may spend that says nothing about it: the measure of a sub-agent. */
const DEFAULT_MAX = { turns: 25, minutes: 8, usd: 0.75 };
/** A tool of an MCP server, as the model sees it. */
const MCP_TOOL = /^mcp__[a-z0-9-]+__[\w.-]+$/;
const ToolNames = zod__WEBPACK_IMPORTED_MODULE_5__.preprocess((value) => (typeof value === "string" ? value.split(",").map((name) => name.trim()) : value), zod__WEBPACK_IMPORTED_MODULE_5__.array(zod__WEBPACK_IMPORTED_MODULE_5__.string().refine((name) => _toolbox_js__WEBPACK_IMPORTED_MODULE_4__/* .TOOL_NAMES */ .K.includes(name) || MCP_TOOL.test(name), {
    error: ({ input }) => `unknown tool "${String(input)}"; there are ${_toolbox_js__WEBPACK_IMPORTED_MODULE_4__/* .TOOL_NAMES */ .K.join(", ")} and mcp__<server>__<tool>`,
}))
    .min(1));
const Output = zod__WEBPACK_IMPORTED_MODULE_5__.unknown().transform((value, context) => {
    const output = (0,_outputs_js__WEBPACK_IMPORTED_MODULE_3__/* .parseOutput */ .F)(value);
    if (!("invalid" in output))
        return output;
    context.addIssue({ code: "custom", message: output.invalid });
    return zod__WEBPACK_IMPORTED_MODULE_6__/* .NEVER */ .tm;
});
const FrontMatter = zod__WEBPACK_IMPORTED_MODULE_5__.strictObject({
    name: zod__WEBPACK_IMPORTED_MODULE_5__.string().regex(/^[a-z][a-z0-9-]{0,39}$/, "expected lower-case letters, digits and dashes"),
    description: zod__WEBPACK_IMPORTED_MODULE_5__.string().min(1).max(1_024),
    tools: ToolNames,
    /** `provider:model`; "inherit" or nothing takes the caller's. */
    model: zod__WEBPACK_IMPORTED_MODULE_5__.literal("inherit")
        .transform(() => undefined)
        .or(_domain_provider_js__WEBPACK_IMPORTED_MODULE_2__/* .ModelName */ .bt)
        .optional(),
    max_turns: zod__WEBPACK_IMPORTED_MODULE_5__.int().min(1).max(1_000).default(DEFAULT_MAX.turns),
    timeout_mins: zod__WEBPACK_IMPORTED_MODULE_5__.number().positive().max(360).default(DEFAULT_MAX.minutes),
    budget_usd: zod__WEBPACK_IMPORTED_MODULE_5__.number().positive().default(DEFAULT_MAX.usd),
    effort: zod__WEBPACK_IMPORTED_MODULE_5__["enum"](["low", "medium", "high", "xhigh", "max"]).default("medium"),
    /** What `complete_task` must carry: the name of a built-in output, or a JSON schema. */
    output: Output.optional(),
    /** Most tokens of one answer. */
    output_tokens: zod__WEBPACK_IMPORTED_MODULE_5__.int().min(1_000).max(128_000).optional(),
});
/**
 * Parses a definition; `file` is named in errors.
 * @throws NightshiftError CONFIG_INVALID with every mistake, its key and what to do
 */
function parseAgentDefinition(text, file) {
    const { front, body } = splitFrontMatter(text, file);
    return checkDefinition(front, body, file);
}
/**
 * A definition from data, of whatever dialect it was read.
 * @throws NightshiftError CONFIG_INVALID
 */
function checkDefinition(front, body, file) {
    const parsed = FrontMatter.safeParse(front);
    if (!parsed.success)
        throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NightshiftError */ .nc("CONFIG_INVALID", mistakesOf(parsed.error, file).join("\n"), {
            cause: parsed.error,
        });
    if (body === "")
        throw invalid(file, "the body, which is the system prompt, is empty; write it below the front matter");
    return { ...parsed.data, prompt: body };
}
/**
 * Front matter as data, and the trimmed body.
 * @throws NightshiftError CONFIG_INVALID
 */
function splitFrontMatter(text, file) {
    const match = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n([\s\S]*))?$/.exec(text);
    if (!match)
        throw invalid(file, 'an agent definition starts with front matter between two lines "---"');
    try {
        return { front: (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parse */ .qg)(match[1] ?? ""), body: (match[2] ?? "").trim() };
    }
    catch (error) {
        throw invalid(file, `the front matter is not YAML: ${(0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error)}`, error);
    }
}
function mistakesOf(error, file) {
    return error.issues.flatMap((issue) => {
        if (issue.code === "unrecognized_keys")
            return issue.keys.map((key) => `${file}: unknown key "${key}"; remove it (keys are ${Object.keys(FrontMatter.shape).join(", ")})`);
        return [`${file}: ${issue.path.join(".") || "front matter"}: ${issue.message}`];
    });
}
function invalid(file, why, cause) {
    return new _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NightshiftError */ .nc("CONFIG_INVALID", `${file}: ${why}.`, { cause });
}


/***/ }),

/***/ 65005:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ sha256)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);

/** SHA-256 of a text as hex. */
function sha256(text) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(text).digest("hex");
}


/***/ }),

/***/ 92103:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ parseOutput),
/* harmony export */   t: () => (/* binding */ ANSWER)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(88343);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(20311);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49285);
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50982);
/** What an agent of a definition must hand over with `complete_task`: an output with a name, or a JSON schema. */



function named(check) {
    return { check, schema: (0,_schema_js__WEBPACK_IMPORTED_MODULE_1__/* .renderOutputSchema */ .L)(check) };
}
const Answer = zod__WEBPACK_IMPORTED_MODULE_2__.string().min(1).max(6_000);
/** Words: what an agent hands over whose definition says nothing. */
const ANSWER = named(zod__WEBPACK_IMPORTED_MODULE_2__.strictObject({ answer: Answer }));
const NAMED_OUTPUTS = {
    answer: ANSWER,
    /** Words, and where in the repository they come from. */
    places: named(zod__WEBPACK_IMPORTED_MODULE_2__.strictObject({
        answer: Answer,
        places: zod__WEBPACK_IMPORTED_MODULE_2__.array(zod__WEBPACK_IMPORTED_MODULE_2__.strictObject({
            path: zod__WEBPACK_IMPORTED_MODULE_2__.string().max(1_024),
            lines: zod__WEBPACK_IMPORTED_MODULE_2__.string().max(40).optional(),
            why: zod__WEBPACK_IMPORTED_MODULE_2__.string().max(300),
        }))
            .max(40),
    })),
};
const Schema = zod__WEBPACK_IMPORTED_MODULE_2__.looseObject({ type: zod__WEBPACK_IMPORTED_MODULE_2__.literal("object") });
/** The check that `value` describes, or what is wrong with it. */
function parseOutput(value) {
    if (typeof value === "string") {
        return (NAMED_OUTPUTS[value] ?? {
            invalid: `there is no output "${value}"; use ${Object.keys(NAMED_OUTPUTS).join(", ")} or a JSON schema`,
        });
    }
    const schema = Schema.safeParse(value);
    if (!schema.success)
        return { invalid: "a JSON schema of an output says type: object" };
    try {
        const check = zod__WEBPACK_IMPORTED_MODULE_3__/* .fromJSONSchema */ .y(schema.data);
        const checked = zod__WEBPACK_IMPORTED_MODULE_2__.record(zod__WEBPACK_IMPORTED_MODULE_2__.string(), zod__WEBPACK_IMPORTED_MODULE_2__.unknown()).superRefine((output, context) => {
            for (const issue of check.safeParse(output).error?.issues ?? []) {
                context.addIssue({ code: "custom", message: issue.message, path: [...issue.path] });
            }
        });
        return { check: checked, schema: JSON.stringify(value) };
    }
    catch (error) {
        return { invalid: `the JSON schema cannot be used: ${(0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}` };
    }
}


/***/ }),

/***/ 33953:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  t: () => (/* binding */ decidePolicy),
  U: () => (/* binding */ policyOf)
});

// EXTERNAL MODULE: ./lib/domain/glob.js
var glob = __webpack_require__(31532);
// EXTERNAL MODULE: ./lib/domain/risk.js
var risk = __webpack_require__(86641);
;// CONCATENATED MODULE: ./lib/agent/shell-reading.js
/**
 * Reads which commands a shell text runs, for the policy. It is no shell: what it cannot follow it calls complex, and a
 * complex text never leaves the sandbox without network. The sandbox is the wall; this only sorts.
 */
const RESERVED = new Set("if then else elif fi for while until do done case esac in function select time ! { }".split(" "));
const EVALUATING = new Set(["eval", "source", ".", "xargs", "parallel", "alias", "trap"]);
const SHELLS = new Set(["sh", "bash", "dash", "zsh", "ksh", "ash", "fish"]);
/** Programs that take a program as text. */
const INLINE = {
    node: /^(-[a-z]*[ep]|--eval|--print)/,
    python: /^-[a-zA-Z]*c/,
    python3: /^-[a-zA-Z]*c/,
    perl: /^-[a-zA-Z]*e/,
    ruby: /^-[a-zA-Z]*e/,
    php: /^-r/,
    awk: /./,
    deno: /^eval/,
};
/** Programs that run another one, named somewhere after their options. */
const WRAPPERS = new Set("env command exec nohup setsid nice stdbuf sudo timeout".split(" "));
const ASSIGNMENT = /^[A-Za-z_]\w*\+?=/;
/** Reads a shell text. */
function readShell(script) {
    const { parts, complex } = split(script);
    const read = parts.map(readPart);
    return {
        commands: read.flatMap(({ commands }) => commands),
        complex: complex || read.some((part) => part.complex),
    };
}
/** A rule's words are the first words of a command. */
function beginsWith(command, rule) {
    const words = rule.trim().split(/\s+/);
    return words.every((word, index) => command[index] === word);
}
function split(script) {
    const parts = [[]];
    let word;
    let skipNext = false;
    let complex = false;
    let at = 0;
    const add = (text) => {
        word ??= { text: "", open: false };
        word.text += text;
    };
    const endWord = () => {
        if (word !== undefined && !skipNext)
            parts.at(-1)?.push(word);
        if (word !== undefined)
            skipNext = false;
        word = undefined;
    };
    const endPart = () => {
        endWord();
        skipNext = false;
        parts.push([]);
    };
    const readDollar = () => {
        const next = script[at + 1] ?? "";
        if (next === "(" || next === "'" || next === '"')
            complex = true;
        add("$");
        if (word !== undefined && /[\w{@*#?!-]/.test(next))
            word.open = true;
        at += 1;
    };
    const readQuoted = () => {
        at += 1;
        add("");
        while (at < script.length && script[at] !== '"') {
            if (script[at] === "\\") {
                add(script[at + 1] ?? "");
                at += 2;
            }
            else if (script[at] === "$")
                readDollar();
            else {
                if (script[at] === "`")
                    complex = true;
                add(script[at] ?? "");
                at += 1;
            }
        }
        if (at >= script.length)
            complex = true;
        at += 1;
    };
    const readRedirect = () => {
        if (word !== undefined && /^\d*$/.test(word.text))
            word = undefined;
        endWord();
        if (script[at + 1] === "(" || script.startsWith("<<", at))
            complex = true;
        while (/[<>&|]/.test(script[at] ?? ""))
            at += 1;
        skipNext = true;
    };
    while (at < script.length) {
        const char = script[at] ?? "";
        if (char === "\\") {
            if (script[at + 1] !== "\n")
                add(script[at + 1] ?? "");
            at += 2;
        }
        else if (char === "'") {
            const end = script.indexOf("'", at + 1);
            if (end < 0)
                complex = true;
            add(script.slice(at + 1, end < 0 ? script.length : end));
            at = end < 0 ? script.length : end + 1;
        }
        else if (char === '"')
            readQuoted();
        else if (char === "`") {
            complex = true;
            at += 1;
            endPart();
        }
        else if (char === "$")
            readDollar();
        else if (char === "#" && word === undefined) {
            const end = script.indexOf("\n", at);
            at = end < 0 ? script.length : end;
        }
        else if (char === "<" || char === ">")
            readRedirect();
        else if (char === "&" && script[at + 1] === ">") {
            at += 1;
            readRedirect();
        }
        else if (/[;&|\n()]/.test(char)) {
            endPart();
            at += 1;
        }
        else if (/\s/.test(char)) {
            endWord();
            at += 1;
        }
        else {
            add(char);
            at += 1;
        }
    }
    endWord();
    return { parts: parts.filter((part) => part.length > 0), complex };
}
function readPart(words) {
    let complex = false;
    let rest = [...words];
    for (;;) {
        const [first] = rest;
        if (first === undefined)
            return { commands: [], complex };
        if (RESERVED.has(first.text))
            complex ||= first.text !== "!" && first.text !== "time";
        else if (ASSIGNMENT.test(first.text))
            complex ||= /^(PATH|LD_\w+|BASH_ENV|ENV|IFS)\+?=/.test(first.text);
        else
            break;
        rest = rest.slice(1);
    }
    const [program, ...args] = rest;
    if (program === undefined)
        return { commands: [], complex };
    const name = program.text.split("/").at(-1) ?? "";
    const texts = args.map(({ text }) => text);
    if (program.open || program.text.includes("$"))
        complex = true;
    if (EVALUATING.has(name))
        complex = true;
    if (INLINE[name] !== undefined && texts.some((text) => INLINE[name]?.test(text)))
        complex = true;
    if (WRAPPERS.has(name)) {
        const inner = args.map((_, index) => readPart(args.slice(index)));
        return {
            commands: [[name, ...texts], ...inner.flatMap(({ commands }) => commands)],
            complex: complex || inner.some((part) => part.complex),
        };
    }
    if (!SHELLS.has(name))
        return { commands: [[name, ...texts]], complex };
    const script = texts[texts.findIndex((text) => /^-[a-z]*c$/.test(text)) + 1];
    const inner = texts.some((text) => /^-[a-z]*c$/.test(text)) ? readShell(script ?? "").commands : [];
    return { commands: [[name, ...texts], ...inner], complex: true };
}

;// CONCATENATED MODULE: ./lib/agent/policy.js
/** Which calls of an agent are allowed: ordered rules, the first that matches decides, and protected paths before all of them. */



const NO_RULE = "no rule against it";
/** The rules of a run: protected paths first, so that nothing after them can open one. */
function policyOf(protectedPaths, rules = []) {
    const globs = [...new Set([...risk/* ALWAYS_PROTECTED */.jF, "**/.git", ...protectedPaths])];
    return [
        ...globs.map((path) => ({ effect: "write", path, decision: "deny", why: `${path} is protected` })),
        ...rules,
    ];
}
/**
 * Judges every path and every command of a call by itself; the strictest answer counts. Without a matching rule a call is
 * allowed, because the tool list already is a choice. A wider profile is given only when the rules give it to every
 * command (moving with `cd` aside), and network never to a text that is more than it shows.
 */
function decidePolicy(call, rules) {
    const own = decideFor(call, rules);
    if (call.onBehalfOf === undefined)
        return own;
    return stricter(own, decideFor({ ...call, agent: call.onBehalfOf }, rules));
}
/** A sub-agent can do less than its parent, never more. */
function stricter(own, parent) {
    if (own.kind === "deny" || parent.kind === "deny")
        return own.kind === "deny" ? own : parent;
    if (own.kind === "ask" || parent.kind === "ask")
        return own.kind === "ask" ? own : parent;
    return own.escalation?.profile === parent.escalation?.profile ? own : { kind: "allow", why: own.why };
}
function decideFor(call, rules) {
    const reading = call.command === undefined ? undefined : readShell(call.command);
    const aspects = [
        ...call.paths.map((path) => ({ path })),
        ...(reading?.commands ?? []).map((command) => ({ command })),
    ];
    const found = (aspects.length === 0 ? [{}] : aspects).map((aspect) => ({
        aspect,
        rule: rules.find((rule) => matches(rule, call, aspect)),
    }));
    const denial = found.find(({ rule }) => rule?.decision === "deny")?.rule;
    if (denial)
        return { kind: "deny", why: denial.why };
    const question = found.find(({ rule }) => rule?.decision === "escalate" && rule.profile === undefined)?.rule;
    if (question)
        return { kind: "ask", why: question.why };
    const moving = found.filter(({ aspect }) => aspect.command?.[0] !== "cd");
    const [first] = moving.flatMap(({ rule }) => rule ?? []);
    const profile = moving.every(({ rule }) => rule?.profile === first?.profile) ? first?.profile : undefined;
    const why = first?.why ?? NO_RULE;
    if (profile === undefined || (profile === "setup_hosts" && reading?.complex))
        return { kind: "allow", why };
    return { kind: "allow", why, escalation: { profile, why } };
}
function matches(rule, call, aspect) {
    if (rule.agent !== undefined && rule.agent !== call.agent)
        return false;
    if (rule.tool !== undefined && rule.tool !== call.tool)
        return false;
    if (rule.effect !== undefined && rule.effect !== call.effect)
        return false;
    if (rule.path !== undefined && (aspect.path === undefined || !(0,glob/* globTest */.F)(rule.path)(plain(aspect.path))))
        return false;
    return (rule.command === undefined || (aspect.command !== undefined && beginsWith(aspect.command, rule.command)));
}
/** `./a/../b` is `b`: a path is judged as it will be opened. The file server judges again by what is on disk. */
function plain(path) {
    const parts = [];
    for (const part of path.split("/")) {
        if (part === "" || part === ".")
            continue;
        if (part === "..")
            parts.pop();
        else
            parts.push(part);
    }
    return parts.join("/");
}


/***/ }),

/***/ 14264:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  hi: () => (/* binding */ mainRun),
  cr: () => (/* binding */ messagesOf),
  lb: () => (/* binding */ readTranscript)
});

// UNUSED EXPORTS: rebuildMessages

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 2 modules
var schemas = __webpack_require__(88343);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(64377);
;// CONCATENATED MODULE: ./lib/agent/record/lines.js
/** The lines of a transcript: what each type carries. Strict about the types that are known here, and open for what later versions add. */

const KnownPart = schemas.discriminatedUnion("kind", [
    schemas.object({ kind: schemas.literal("text"), text: schemas.string() }),
    schemas.object({ kind: schemas.literal("call"), id: schemas.string(), name: schemas.string(), input: schemas.unknown() }),
    schemas.object({ kind: schemas.literal("result"), id: schemas.string(), content: schemas.string(), isError: schemas.boolean() }),
    schemas.object({ kind: schemas.literal("opaque"), provider: schemas.string(), model: schemas.string(), data: schemas.unknown() }),
]);
/** Checked, and handed on as it was read: what is sent again must be the same bytes. */
const PartShape = schemas.custom((value) => KnownPart.safeParse(value).success, "no part of a message");
const count = schemas.int().nonnegative();
const UsageShape = schemas.object({
    input: count,
    cacheRead: count,
    cacheWrite5m: count,
    cacheWrite1h: count,
    output: count,
    reasoning: count,
});
/** What every line says. `seq` counts lines of its run from 1; `turn` is 0 before the first model request. */
const common = {
    v: schemas.literal(1),
    seq: schemas.int().positive(),
    ts: iso.datetime(),
    run: schemas.string(),
    agent: schemas.string(),
    epoch: count,
    turn: count,
};
const line = (type, shape) => schemas.looseObject({ ...common, type: schemas.literal(type), ...shape });
const parts = { parts: schemas.array(PartShape) };
/** `purpose` is a hash of what the run is for: only a run for the same may go on from here. */
const RunLine = line("run", {
    header: schemas.object({ agent: schemas.string(), mode: schemas.string(), feature: schemas.string(), round: count }),
    model: schemas.string(),
    limits: schemas.looseObject({}),
    sandbox: schemas.string(),
    system: schemas.string(),
    tools: schemas.string(),
    tree: schemas.string().nullable(),
    purpose: schemas.string().default(""),
});
const ModelTurnLine = line("model_turn", {
    ...parts,
    id: schemas.string(),
    model: schemas.string(),
    stop: schemas["enum"]([
        "tool_use",
        "end_turn",
        "max_tokens",
        "refusal",
        "pause",
        "context_overflow",
        "content_filter",
    ]),
    usage: UsageShape,
    usd: schemas.number().nonnegative().nullable(),
    requestId: schemas.string().nullable(),
    ms: schemas.number().nonnegative(),
});
/** `changed`: the work tree is no longer what it was before the call, as far as anyone can tell. */
const ToolResultLine = line("tool_result", {
    id: schemas.string(),
    isError: schemas.boolean(),
    chars: count.default(0),
    sha: schemas.string().default(""),
    ms: schemas.number().nonnegative().default(0),
    effect: schemas["enum"](["read", "write", "execute"]).default("read"),
    invalid: schemas.boolean().default(false),
    failedCommand: schemas.boolean().default(false),
    changed: schemas.boolean().default(false),
    tree: schemas.string().nullable().default(null),
    commands: schemas.array(schemas.object({ command: schemas.string(), exitCode: schemas.number().nullable(), cwd: schemas.string().optional() }))
        .default([]),
});
/** The work tree after turn `after` is that of checkpoint `n`, 0 being the start; `tree` is git's id of it. */
const CheckpointLine = line("checkpoint", { n: count, tree: schemas.string(), after: count });
const KNOWN = schemas.discriminatedUnion("type", [
    RunLine,
    ModelTurnLine,
    ToolResultLine,
    CheckpointLine,
    line("msg_user", parts),
    line("msg_assistant", parts),
    line("model_request", { messages: count, sha: schemas.string() }),
    line("epoch", { why: schemas.string() }),
    line("tool_call", { id: schemas.string(), name: schemas.string(), input: schemas.unknown() }),
    /** Files that the agent has read or written, by the hash of their text, and those that it made: what it may change without reading. */
    line("files", { seen: schemas.record(schemas.string(), schemas.string()), created: schemas.array(schemas.string()) }),
    line("policy", { id: schemas.string(), tool: schemas.string(), decision: schemas.string(), why: schemas.string() }),
    line("loop", { kind: schemas["enum"](["warn", "stop"]), rule: schemas.string(), text: schemas.string() }),
    line("retry", { attempt: count, waitMs: schemas.number(), kind: schemas.string(), message: schemas.string() }),
    /** Money or tokens that no model turn stands for: a failed call, or turns that a rollback cut off. */
    line("budget", { usage: UsageShape, usd: schemas.number().nonnegative().nullable().default(null) }),
    /** Another process went on with the run from here. */
    line("resume", { again: schemas.boolean() }),
    line("rollback", { to: count }),
    /** A hook blocked, changed an input, or failed. */
    line("hook", { point: schemas.string(), command: schemas.string(), outcome: schemas.string(), message: schemas.string() }),
    /** A sub-agent began, with a transcript of its own, or ended. */
    line("sub", {
        child: schemas.string(),
        agent: schemas.string(),
        file: schemas.string().nullable().optional(),
        status: schemas.string().optional(),
    }),
    /** A summary replaced the conversation, or could not be had. */
    line("compact", { count: count.optional() }),
    line("failover", { from: schemas.string(), to: schemas.string(), message: schemas.string() }),
    /** The provider's cache served less than it was given. */
    line("cache", { expected: count, reported: count }),
    line("end", {
        result: schemas.looseObject({ status: schemas.string(), cause: schemas.string(), message: schemas.string() }),
    }),
]);
/** A line whose type is not known here; readers pass it by. */
const OtherLine = schemas.looseObject({ ...common, type: schemas.string() });
const TYPES = new Set(KNOWN.options.map((option) => option.shape.type.value));
/** Undefined when `text` is no line of a transcript, or not what its type says. */
function parseLine(text) {
    const raw = parseJson(text);
    const other = OtherLine.safeParse(raw);
    if (!other.success)
        return undefined;
    if (!TYPES.has(other.data.type))
        return { text, run: other.data.run, line: undefined };
    const known = KNOWN.safeParse(raw);
    return known.success ? { text, run: known.data.run, line: known.data } : undefined;
}
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./lib/agent/record/seal.js
var seal = __webpack_require__(74570);
;// CONCATENATED MODULE: ./lib/agent/record/read.js


/** `secrets` are the model keys that a sealed file may have been written with. */
function readTranscript(text, secrets = []) {
    const whole = text.slice(0, text.lastIndexOf("\n") + 1).split("\n");
    whole.pop();
    const lines = [];
    let open;
    for (const [index, raw] of whole.entries()) {
        if ((0,seal/* isSealHead */.yf)(raw)) {
            open = (0,seal/* openSegment */.Gj)(raw, secrets);
            continue;
        }
        const clear = open ? open(raw) : raw;
        const line = clear === undefined ? undefined : parseLine(clear);
        if (line === undefined)
            return { lines, unreadable: index + 1, locked: clear === undefined && lines.length === 0 };
        lines.push(line);
    }
    return { lines, unreadable: undefined, locked: false };
}
/** The known lines of the run that the transcript is of: its first one. Lines of sub-runs are left out. */
function mainRun(lines) {
    const run = lines[0]?.run;
    return lines.flatMap((one) => (one.run === run && one.line ? [one.line] : []));
}
/** `messagesOf` for the text of a file that is not sealed. */
function rebuildMessages(transcript) {
    return messagesOf(mainRun(readTranscript(transcript).lines));
}
/** Rebuilds the messages of the last epoch, byte for byte as they were sent. */
function messagesOf(lines) {
    let messages = [];
    for (const line of lines) {
        if (line.type === "epoch")
            messages = [];
        // `msg_assistant` is one that an epoch took over: it was paid before.
        if (line.type !== "msg_user" && line.type !== "model_turn" && line.type !== "msg_assistant")
            continue;
        if (line.parts.length > 0)
            messages.push({ role: line.type === "msg_user" ? "user" : "assistant", parts: line.parts });
    }
    return messages;
}


/***/ }),

/***/ 74570:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gj: () => (/* binding */ openSegment),
/* harmony export */   Ip: () => (/* binding */ openSeal),
/* harmony export */   yf: () => (/* binding */ isSealHead)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88343);
/**
 * Sealed transcripts: each line is encrypted by itself, so that a file that a kill has cut is readable up to its last whole line.
 * A segment opens with `{"sealed":1,"salt":…}`; its key is HKDF of the model key with that salt, the nonce of a line is its number
 * in the segment, and the number is authenticated: lines cannot be changed, moved or left out in the middle.
 */


const INFO = "nightshift transcript v1";
const TAG_BYTES = 16;
const Head = zod__WEBPACK_IMPORTED_MODULE_1__.strictObject({ sealed: zod__WEBPACK_IMPORTED_MODULE_1__.literal(1), salt: zod__WEBPACK_IMPORTED_MODULE_1__.base64().length(24) });
/** Begins a segment with a key of its own, derived from `secret`. */
function openSeal(secret) {
    const salt = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(16);
    const key = keyOf(secret, salt);
    let number = 0;
    return {
        head: JSON.stringify({ sealed: 1, salt: salt.toString("base64") }),
        line(text) {
            number += 1;
            const nonce = nonceOf(number);
            const cipher = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createCipheriv)("aes-256-gcm", key, nonce).setAAD(nonce);
            const bytes = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
            return Buffer.concat([bytes, cipher.getAuthTag()]).toString("base64");
        },
    };
}
/** Reads the lines of one segment in order with whichever of `secrets` fits; undefined for a line that none opens. */
function openSegment(head, secrets) {
    const parsed = headOf(head);
    if (parsed === undefined)
        return undefined;
    const salt = Buffer.from(parsed.salt, "base64");
    let keys = secrets.map((secret) => keyOf(secret, salt));
    let number = 0;
    return (line) => {
        number += 1;
        for (const key of keys) {
            const text = unseal(line, key, number);
            if (text === undefined)
                continue;
            keys = [key];
            return text;
        }
        return undefined;
    };
}
function isSealHead(line) {
    return headOf(line) !== undefined;
}
function headOf(line) {
    if (!line.startsWith('{"sealed":'))
        return undefined;
    try {
        return Head.safeParse(JSON.parse(line)).data;
    }
    catch {
        return undefined;
    }
}
function unseal(line, key, number) {
    const bytes = Buffer.from(line, "base64");
    if (bytes.length <= TAG_BYTES)
        return undefined;
    const nonce = nonceOf(number);
    try {
        const decipher = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createDecipheriv)("aes-256-gcm", key, nonce, { authTagLength: TAG_BYTES })
            .setAAD(nonce)
            .setAuthTag(bytes.subarray(-TAG_BYTES));
        return Buffer.concat([decipher.update(bytes.subarray(0, -TAG_BYTES)), decipher.final()]).toString("utf8");
    }
    catch {
        return undefined;
    }
}
function keyOf(secret, salt) {
    return Buffer.from((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hkdfSync)("sha256", secret, salt, INFO, 32));
}
function nonceOf(number) {
    const nonce = Buffer.alloc(12);
    nonce.writeBigUInt64BE(BigInt(number), 4);
    return nonce;
}


/***/ }),

/***/ 50982:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ renderOutputSchema),
/* harmony export */   w: () => (/* binding */ toolSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98439);
/** JSON schemas for models, as short as they can be: every byte of a tool list is sent with every call. */

/** Limits are checked by us on every call and told in the error, so the tool list does not repeat them. */
const NOISE = new Set([
    "$schema",
    "additionalProperties",
    "propertyNames",
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "minLength",
    "maxLength",
    "minItems",
    "maxItems",
    "default",
]);
const ONLY_FORM = new Set(["$schema", "additionalProperties", "propertyNames"]);
/** The schema of a tool's input, without limits. */
function toolSchema(schema) {
    return without(NOISE, zod__WEBPACK_IMPORTED_MODULE_0__/* .toJSONSchema */ .bl(schema, { io: "input" }));
}
/** The schema of a mode's output as one compact line for the brief; keeps the limits. */
function renderOutputSchema(schema) {
    return JSON.stringify(without(ONLY_FORM, zod__WEBPACK_IMPORTED_MODULE_0__/* .toJSONSchema */ .bl(schema, { io: "input", unrepresentable: "any" })));
}
function without(keys, value) {
    return Object.fromEntries(Object.entries(value)
        .filter(([key, item]) => !keys.has(key) &&
        !(key === "maximum" && item === Number.MAX_SAFE_INTEGER) &&
        !(key === "minimum" && item === Number.MIN_SAFE_INTEGER))
        .map(([key, item]) => [
        key,
        key === "properties" && isObject(item) ? inside(keys, item) : clean(keys, item),
    ]));
}
/** Property names are names, whatever they are called. */
function inside(keys, properties) {
    return Object.fromEntries(Object.entries(properties).map(([name, item]) => [name, clean(keys, item)]));
}
function clean(keys, value) {
    if (Array.isArray(value))
        return value.map((item) => clean(keys, item));
    return isObject(value) ? without(keys, value) : value;
}
function isObject(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}


/***/ }),

/***/ 21131:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ defineTool),
/* harmony export */   x: () => (/* binding */ effectOfCall)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(37428);
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(50982);
/** What a tool is. */


/** Makes a tool of a typed definition. */
function defineTool(definition) {
    const { name, description, effect, effectOf, input: schema, run, paths, command } = definition;
    return {
        name,
        effect,
        effectOf(input) {
            const parsed = effectOf && schema.safeParse(input);
            return parsed?.success ? (effectOf?.(parsed.data) ?? effect) : effect;
        },
        spec: { name, description, schema: (0,_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .toolSchema */ .w)(schema) },
        prepare(input) {
            const parsed = schema.safeParse(input);
            if (!parsed.success)
                return { invalid: zod__WEBPACK_IMPORTED_MODULE_1__/* .prettifyError */ .S1(parsed.error) };
            return {
                paths: paths?.(parsed.data) ?? [],
                command: command?.(parsed.data),
                run: async (context) => {
                    const output = await run(parsed.data, context);
                    return typeof output === "string" ? { text: output, isError: false } : output;
                },
            };
        },
    };
}
/** What one call of a tool does. */
function effectOfCall(tool, input) {
    return tool.effectOf?.(input) ?? tool.effect;
}


/***/ }),

/***/ 81407:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  K: () => (/* binding */ TOOL_NAMES),
  g: () => (/* binding */ selectTools)
});

// EXTERNAL MODULE: ./lib/domain/errors.js
var errors = __webpack_require__(49285);
// EXTERNAL MODULE: ./lib/agent/completion.js
var completion = __webpack_require__(31255);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 2 modules
var schemas = __webpack_require__(88343);
// EXTERNAL MODULE: ./lib/agent/sandbox/line-changes.js
var line_changes = __webpack_require__(85091);
// EXTERNAL MODULE: ./lib/agent/sandbox/patch-text.js
var patch_text = __webpack_require__(6315);
// EXTERNAL MODULE: ./lib/agent/tool.js
var tool = __webpack_require__(21131);
;// CONCATENATED MODULE: ./lib/agent/tools/apply-patch.js




const PATCH_CHARS = 200_000;
/** What models of OpenAI were trained to edit files with; they get it instead of edit_file. */
const applyPatch = (0,tool/* defineTool */.u)({
    name: "apply_patch",
    description: "Change files by a patch, whole or not at all: *** Begin Patch, then *** Add File: / Update File: / Delete File: with a relative path, *** Move to:, hunks @@ with lines of space, + and -, *** End of File, *** End Patch.",
    effect: "write",
    input: schemas.strictObject({
        patch: schemas.string()
            .max(PATCH_CHARS)
            .superRefine((patch, context) => {
            const parsed = (0,patch_text/* parsePatch */.i)(patch);
            if ("invalid" in parsed)
                context.addIssue({ code: "custom", message: parsed.invalid });
        }),
    }),
    paths: ({ patch }) => {
        const parsed = (0,patch_text/* parsePatch */.i)(patch);
        if ("invalid" in parsed)
            return [];
        return parsed.changes.flatMap((change) => [
            change.path,
            ...("to" in change && change.to ? [change.to] : []),
        ]);
    },
    async run({ patch }, { sandbox }) {
        return (await sandbox.files.patch(patch)).map(tell).join("\n");
    },
});
function tell({ kind, path, to, changes, notes }) {
    if (kind === "add")
        return `added ${path}`;
    if (kind === "delete")
        return `deleted ${path}`;
    const moved = to === undefined ? "" : ` and moved to ${to}`;
    return [`updated ${path}${moved}: ${(0,line_changes/* renderChanges */.O1)(changes)}`, ...notes].join("\n");
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
;// CONCATENATED MODULE: ./lib/agent/tools/bash.js



const OUTPUT_BYTES = 24_000;
/** What a rule with `profile: long_command` gives. */
const LONG_COMMAND_MS = 30 * 60_000;
const bash = (0,tool/* defineTool */.u)({
    name: "bash",
    description: "Run a shell command in the repository. No network, no stdin; nothing survives the command.",
    effect: "execute",
    input: schemas.strictObject({
        command: schemas.string().min(1).max(20_000),
        timeoutSec: schemas.int().min(1).max(900).default(120),
        cwd: schemas.string().optional(),
        description: schemas.string().max(500).optional(),
    }),
    command: ({ command }) => command,
    async run({ command, timeoutSec, cwd }, context) {
        const wanted = context.profile === "long_command" ? LONG_COMMAND_MS : timeoutSec * 1_000;
        const where = cwd === undefined ? {} : { cwd };
        const outcome = await context.sandbox.exec({
            script: command,
            ...where,
            timeoutMs: Math.max(1_000, Math.min(wanted, context.remainingMs())),
            maxOutputBytes: OUTPUT_BYTES,
            keepAs: context.callId.replace(/[^\w-]/g, "_"),
            signal: context.signal,
            egress: context.profile === "setup_hosts",
        });
        context.ranCommand({
            command,
            exitCode: outcome.exitCode,
            ms: outcome.ms,
            ...where,
            denial: outcome.denial,
        });
        return describe(outcome);
    },
});
function describe(outcome) {
    const seconds = `${(outcome.ms / 1_000).toFixed(1)} s`;
    const ending = outcome.timedOut
        ? `killed after ${seconds} (time limit)`
        : outcome.exitCode === null
            ? `killed by ${outcome.signal}, ${seconds}`
            : `exit ${outcome.exitCode}, ${seconds}`;
    const rest = outcome.truncatedTo === undefined ? [] : [`[whole output: read_file ${outcome.truncatedTo}]`];
    return [ending, (0,external_node_util_.stripVTControlCharacters)(outcome.output).trimEnd(), ...rest]
        .filter((line) => line !== "")
        .join("\n");
}

;// CONCATENATED MODULE: ./lib/agent/tools/delete-file.js


const deleteFile = (0,tool/* defineTool */.u)({
    name: "delete_file",
    description: "Delete a tracked file.",
    effect: "write",
    input: schemas.strictObject({ path: schemas.string() }),
    paths: ({ path }) => [path],
    async run({ path }, { sandbox }) {
        await sandbox.files.remove(path);
        return `deleted ${path}`;
    },
});

;// CONCATENATED MODULE: ./lib/agent/tools/edit-file.js



const editFile = (0,tool/* defineTool */.u)({
    name: "edit_file",
    description: "Replace text in a file, all edits or none. old must match once, or set all.",
    effect: "write",
    input: schemas.strictObject({
        path: schemas.string(),
        edits: schemas.array(schemas.strictObject({ old: schemas.string(), new: schemas.string(), all: schemas.boolean().default(false) }))
            .min(1)
            .max(20),
    }),
    paths: ({ path }) => [path],
    async run({ path, edits }, { sandbox }) {
        const { notes, changes } = await sandbox.files.edit(path, edits);
        return [`edited ${path}: ${(0,line_changes/* renderChanges */.O1)(changes)}`, ...notes].join("\n");
    },
});

// EXTERNAL MODULE: ./lib/agent/sandbox/git-view.js + 1 modules
var git_view = __webpack_require__(5456);
;// CONCATENATED MODULE: ./lib/agent/tools/git-command.js
/** Git for tools: read-only, inside the sandbox, deaf to the repository's own configuration of programs. */

const TIMEOUT_MS = 20_000;
function gitIn({ sandbox, signal }, args, maxOutputBytes, guards = git_view/* GIT_GUARDS */.e) {
    return sandbox.exec({ argv: ["git", ...guards, ...args], timeoutMs: TIMEOUT_MS, maxOutputBytes, signal });
}

;// CONCATENATED MODULE: ./lib/agent/tools/git.js



const git_OUTPUT_BYTES = 40_000;
/** Options that only choose what is shown. Everything else that starts with a dash is refused: some options run programs or write files. */
const ALLOWED = /^(?:--|--stat|--numstat|--shortstat|--name-only|--name-status|--cached|--staged|--oneline|--no-merges|--first-parent|--follow|--reverse|--graph|--merge-base|--porcelain|--short|--branch|--no-patch|--patch|--no-renames|--word-diff|--function-context|--all|-[psuwbzW]|-[nULC]?\d+(?:,\+?\d+)?|-n|-L|-L\d+,\+?\d+(?::.*)?|-[SG].+|--unified=\d+|--max-count=\d+|--diff-filter=[A-Za-z]+|--find-renames|--format=.*|--since=.*|--until=.*|--author=.*|--grep=.*)$/;
const FIXED = {
    status: [],
    diff: ["--no-ext-diff", "--no-textconv", "--no-color"],
    log: ["--no-ext-diff", "--no-textconv", "--no-color"],
    show: ["--no-ext-diff", "--no-textconv", "--no-color"],
    blame: ["--no-textconv"],
};
const git = (0,tool/* defineTool */.u)({
    name: "git",
    description: "Read history and changes. Commits are made for you later.",
    effect: "read",
    input: schemas.strictObject({
        op: schemas["enum"](["status", "diff", "log", "show", "blame"]),
        args: schemas.array(schemas.string().max(1_000)).max(30).default([]),
    }),
    async run({ op, args }, context) {
        const options = args.includes("--") ? args.slice(0, args.indexOf("--")) : args;
        const refused = options.find((arg) => arg.startsWith("-") && !ALLOWED.test(arg));
        if (refused !== undefined)
            return { text: `git ${op}: option ${refused} is not allowed`, isError: true };
        const outcome = await gitIn(context, [op, ...(FIXED[op] ?? []), ...args], git_OUTPUT_BYTES);
        const text = outcome.output.trimEnd();
        if (outcome.exitCode !== 0)
            return { text: outcome.timedOut ? "git took too long" : text, isError: true };
        return text === "" ? "(nothing)" : text;
    },
});

// EXTERNAL MODULE: ./lib/domain/glob.js
var domain_glob = __webpack_require__(31532);
;// CONCATENATED MODULE: ./lib/agent/tools/list-files.js




const MOST_ENTRIES = 500;
const listFiles = (0,tool/* defineTool */.u)({
    name: "list_files",
    description: "Files below path, without ignored ones. A glob lists at any depth.",
    effect: "read",
    input: schemas.strictObject({
        path: schemas.string().default("."),
        glob: schemas.string().optional(),
        depth: schemas.int().min(1).max(20).default(2),
    }),
    paths: ({ path }) => [path],
    async run({ path, glob, depth }, context) {
        const listed = await gitIn(context, ["ls-files", "-co", "--exclude-standard", "-z", "--", path], 1_000_000);
        if (listed.exitCode !== 0)
            return { text: listed.output.trim(), isError: true };
        const files = [...new Set(listed.output.split("\0"))].filter((name) => name !== "");
        const entries = glob === undefined
            ? foldDeep(files, path, depth)
            : files.filter((0,domain_glob/* globTest */.F)(glob.includes("/") ? glob : `**/${glob}`));
        if (entries.length === 0)
            return "(no files)";
        const more = entries.length - MOST_ENTRIES;
        return [
            ...entries.slice(0, MOST_ENTRIES),
            ...(more > 0 ? [`[${more} more; narrow path or glob]`] : []),
        ].join("\n");
    },
});
/** What lies deeper than `depth` below `path` shows as its directory with a count. */
function foldDeep(files, path, depth) {
    const base = path.split("/").filter((part) => part !== "" && part !== ".").length;
    const entries = new Map();
    for (const file of files.toSorted()) {
        const parts = file.split("/");
        const shown = parts.length > base + depth ? `${parts.slice(0, base + depth).join("/")}/` : file;
        entries.set(shown, (entries.get(shown) ?? 0) + 1);
    }
    return [...entries].map(([name, count]) => (name.endsWith("/") ? `${name} (${count})` : name));
}

;// CONCATENATED MODULE: ./lib/agent/tools/move-file.js


const moveFile = (0,tool/* defineTool */.u)({
    name: "move_file",
    description: "Move a tracked file.",
    effect: "write",
    input: schemas.strictObject({ from: schemas.string(), to: schemas.string() }),
    paths: ({ from, to }) => [from, to],
    async run({ from, to }, { sandbox }) {
        await sandbox.files.move(from, to);
        return `moved ${from} to ${to}`;
    },
});

// EXTERNAL MODULE: ./lib/agent/sandbox/file-operations.js + 1 modules
var file_operations = __webpack_require__(24204);
;// CONCATENATED MODULE: ./lib/agent/tools/read-file.js



const readFile = (0,tool/* defineTool */.u)({
    name: "read_file",
    description: "Numbered lines of a text file. Needed before edit_file or overwriting.",
    effect: "read",
    input: schemas.strictObject({
        path: schemas.string(),
        offset: schemas.int().min(1).default(1),
        limit: schemas.int().min(1).max(file_operations/* READ_LINES */.Zc).default(file_operations/* READ_LINES */.Zc),
    }),
    paths: ({ path }) => [path],
    async run({ path, offset, limit }, { sandbox }) {
        const page = await sandbox.files.read(path, offset, limit);
        if (page.totalLines === 0)
            return "(empty file)";
        const rest = page.totalLines - page.lastLine;
        return rest > 0 ? `${page.text}\n[${rest} more lines; next offset ${page.lastLine + 1}]` : page.text;
    },
});

;// CONCATENATED MODULE: ./lib/agent/tools/search.js




const MOST_LINES = 200;
const LINE_CHARS = 500;
const search = (0,tool/* defineTool */.u)({
    name: "search",
    description: "Lines matching an extended regex.",
    effect: "read",
    input: schemas.strictObject({
        pattern: schemas.string().min(1).max(1_000),
        path: schemas.string().optional(),
        glob: schemas.string().optional(),
        ignoreCase: schemas.boolean().default(false),
        context: schemas.int().min(0).max(3).default(0),
        maxResults: schemas.int().min(1).max(MOST_LINES).default(100),
    }),
    async run({ pattern, path, glob, ignoreCase, context, maxResults }, toolContext) {
        const found = await gitIn(toolContext, [
            ...["grep", "-nIE", "--untracked", "--no-color"],
            ...(ignoreCase ? ["-i"] : []),
            ...(context > 0 ? [`-C${context}`] : []),
            ...["-e", toExtendedRegex(pattern), "--", ...pathspec(path, glob)],
        ], 1_000_000, git_view/* GIT_GUARDS */.e.filter((guard) => guard !== "--literal-pathspecs"));
        if (found.exitCode === 1 && found.output === "")
            return "(no matches)";
        if (found.exitCode !== 0)
            return {
                text: found.timedOut ? "the search took too long; narrow it" : found.output.trim(),
                isError: true,
            };
        const lines = found.output.trimEnd().split("\n");
        const most = Math.min(MOST_LINES, context > 0 ? maxResults * (2 * context + 2) : maxResults);
        const shown = lines
            .slice(0, most)
            .map((line) => (line.length > LINE_CHARS ? `${line.slice(0, LINE_CHARS)}…` : line));
        const more = lines.length - shown.length;
        return more > 0 ? `${shown.join("\n")}\n[${more} more lines; narrow the search]` : shown.join("\n");
    },
});
/** Models write Perl's shorthand, which extended expressions lack. */
function toExtendedRegex(pattern) {
    return pattern.replace(/\\d/g, "[0-9]").replace(/\\D/g, "[^0-9]").replaceAll("(?:", "(");
}
function pathspec(path, glob) {
    const base = path === undefined || path === "." ? "" : `${path.replace(/\/+$/, "")}/`;
    if (glob !== undefined)
        return [`:(glob)${base}${glob.includes("/") ? glob : `**/${glob}`}`];
    return path === undefined ? [] : [`:(literal)${path}`];
}

// EXTERNAL MODULE: ./lib/agent/tools/task.js
var task = __webpack_require__(60568);
// EXTERNAL MODULE: ./lib/agent/tools/update-plan.js
var update_plan = __webpack_require__(31598);
;// CONCATENATED MODULE: ./lib/agent/tools/write-file.js



const writeFile = (0,tool/* defineTool */.u)({
    name: "write_file",
    description: "Create or overwrite a file.",
    effect: "write",
    input: schemas.strictObject({ path: schemas.string(), content: schemas.string().max(file_operations/* WRITE_BYTES */.Cw) }),
    paths: ({ path }) => [path],
    async run({ path, content }, { sandbox }) {
        const { created } = await sandbox.files.write(path, content);
        return `${created ? "created" : "overwrote"} ${path}`;
    },
});

;// CONCATENATED MODULE: ./lib/agent/toolbox.js
/** The tools that exist, and the frozen list that one agent gets. */














const TOOLS = [
    bash,
    deleteFile,
    editFile,
    git,
    listFiles,
    moveFile,
    readFile,
    search,
    update_plan/* updatePlan */.t,
    writeFile,
];
/** What a definition may name. `task` is made for each run, because it knows the run's agents. */
const TOOL_NAMES = [
    ...TOOLS.map(({ name }) => name),
    task/* TASK */.wn,
    completion/* COMPLETE_TASK */.Ol.name,
].sort();
/**
 * The tools of one agent; `complete_task` is always among them. `own` are tools that exist for this run alone.
 * Models of OpenAI edit files with the tool that they were trained with.
 * @throws NightshiftError CONFIG_INVALID for a name that no tool has
 */
function selectTools(names, own = [], provider = "anthropic") {
    const known = [...TOOLS, ...own];
    const unknown = names.filter((name) => name !== completion/* COMPLETE_TASK */.Ol.name && !known.some((tool) => tool.name === name));
    if (unknown.length > 0) {
        throw new errors/* NightshiftError */.nc("CONFIG_INVALID", `Unknown tool ${unknown.join(", ")}; there are ${TOOL_NAMES.join(", ")}.`);
    }
    const chosen = known
        .filter(({ name }) => names.includes(name))
        .map((tool) => (tool === editFile && provider === "openai" ? applyPatch : tool));
    return {
        specs: [...chosen.map(({ spec }) => spec), completion/* COMPLETE_TASK */.Ol].sort((a, b) => (a.name < b.name ? -1 : 1)),
        find: (name) => chosen.find((tool) => tool.name === name),
    };
}


/***/ }),

/***/ 60568:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GR: () => (/* binding */ taskTool),
/* harmony export */   JQ: () => (/* binding */ NO_DELEGATION),
/* harmony export */   wn: () => (/* binding */ TASK)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88343);
/* harmony import */ var _tool_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21131);


const TASK = "task";
const NO_DELEGATION = {
    effectOf: () => "read",
    run: async () => ({ text: "There are no agents here; do it yourself.", isError: true }),
};
/** The tool's text names no agent, so that it is the same in every repository; the brief lists them. */
function taskTool(delegation) {
    return (0,_tool_js__WEBPACK_IMPORTED_MODULE_0__/* .defineTool */ .u)({
        name: TASK,
        description: "Let an agent of the brief do a part; only its answer comes back.",
        effect: "write",
        effectOf: ({ agent }) => delegation.effectOf(agent),
        input: zod__WEBPACK_IMPORTED_MODULE_1__.strictObject({
            agent: zod__WEBPACK_IMPORTED_MODULE_1__.string().max(100),
            prompt: zod__WEBPACK_IMPORTED_MODULE_1__.string().min(1).max(20_000),
            files: zod__WEBPACK_IMPORTED_MODULE_1__.array(zod__WEBPACK_IMPORTED_MODULE_1__.string().max(1_024)).max(50).default([]),
        }),
        run: (request, context) => delegation.run(request, context),
    });
}


/***/ }),

/***/ 31598:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ updatePlan),
/* harmony export */   w: () => (/* binding */ PlanInput)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88343);
/* harmony import */ var _tool_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21131);


const PlanInput = zod__WEBPACK_IMPORTED_MODULE_1__.strictObject({
    items: zod__WEBPACK_IMPORTED_MODULE_1__.array(zod__WEBPACK_IMPORTED_MODULE_1__.strictObject({
        id: zod__WEBPACK_IMPORTED_MODULE_1__.string().max(40),
        text: zod__WEBPACK_IMPORTED_MODULE_1__.string().max(300),
        state: zod__WEBPACK_IMPORTED_MODULE_1__["enum"](["todo", "doing", "done"]),
    }))
        .min(1)
        .max(30),
});
const updatePlan = (0,_tool_js__WEBPACK_IMPORTED_MODULE_0__/* .defineTool */ .u)({
    name: "update_plan",
    description: "Replace your list of steps.",
    effect: "read",
    input: PlanInput,
    async run({ items }, { setPlan }) {
        setPlan(items);
        return `${items.filter(({ state }) => state === "done").length} of ${items.length} done`;
    },
});


/***/ }),

/***/ 36546:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Sp: () => (/* binding */ threadText),
/* harmony export */   _0: () => (/* binding */ codeBrief),
/* harmony export */   py: () => (/* binding */ OUTPUTS)
/* harmony export */ });
/* harmony import */ var _agent_schema_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(50982);
/* harmony import */ var _domain_feature_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19410);
/* harmony import */ var _domain_finding_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(39813);



const OUTPUTS = {
    plan: _domain_feature_js__WEBPACK_IMPORTED_MODULE_1__/* .Plan */ .cw,
    implement: _domain_finding_js__WEBPACK_IMPORTED_MODULE_2__/* .ImplementOutput */ .HA,
    feedback: _domain_finding_js__WEBPACK_IMPORTED_MODULE_2__/* .FeedbackOutput */ .T6,
    conflict: _domain_finding_js__WEBPACK_IMPORTED_MODULE_2__/* .ConflictOutput */ .i1,
};
function codeBrief(mode, input) {
    const { context, commands, fence, conventions } = input;
    const parts = [
        TASK[mode](input),
        fence(`requirement #${context.requirement.number}`, `${context.requirement.title}\n\n${context.requirement.body}`),
        mode === "plan" ? "" : featureText(context, fence),
        mode === "feedback" ? threadsText(context, fence) : "",
        commands.verify.length > 0
            ? `Verify commands (all must exit 0 after your last edit): ${commands.verify.map((command) => `\`${command}\``).join(", ")}`
            : "No verify command is known. Add tests together with the file that says how to run them (for example package.json scripts), so that the change can be verified.",
        ...conventions.map(({ path, text }) => fence(`${path} of the base branch`, text)),
        `output of complete_task:\n${(0,_agent_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .renderOutputSchema */ .L)(OUTPUTS[mode])}`,
    ];
    return parts.filter((part) => part !== "").join("\n\n");
}
const TASK = {
    plan: () => "Plan this requirement. Few features (one is fine), each mergeable alone, ordered by `after`. When the code already does everything that is asked, use status nothing_to_do.",
    implement: ({ order }) => `Build the feature "${order.feature?.title ?? ""}".`,
    feedback: ({ context }) => context.testsRed
        ? "The verify commands fail at this head: run them, find the cause, fix it. Answer the open threads as well, if there are any."
        : "Answer every open thread.",
    conflict: ({ conflicts, order }) => `The branch was merged with the newest ${order.base.branch}; resolve the conflicts in: ${conflicts.map((path) => `\`${path}\``).join(", ")}.`,
};
function featureText(context, fence) {
    if (!context.feature)
        return "";
    const { title, description, criteria, files } = context.feature;
    const other = context.features
        .map((feature) => `- ${feature.key}: ${feature.title} (${feature.progress})`)
        .join("\n");
    return [
        fence("feature", [
            title,
            "",
            description,
            "",
            "Acceptance criteria:",
            ...criteria.map((criterion) => `- ${criterion}`),
            ...(files.length > 0 ? ["", `Files likely touched: ${files.join(", ")}`] : []),
        ].join("\n")),
        fence("all features of this requirement", other),
    ].join("\n\n");
}
function threadsText(context, fence) {
    const threads = context.threads.map((thread) => threadText(thread, fence));
    const asked = context.asked.map(({ author, body }) => fence(`review by ${author}`, body));
    return [...(threads.length > 0 ? ["Open threads:", ...threads] : []), ...asked].join("\n\n");
}
/** `thread <id> · <path>:<line>` and what was said, for both agents. */
function threadText(thread, fence) {
    const said = thread.comments.map(({ author, body }) => `${author}: ${body}`).join("\n\n");
    return `thread ${thread.id} · ${thread.path}${thread.line === undefined ? "" : `:${thread.line}`}${thread.severity ? ` · ${thread.severity}` : ""}\n${fence("thread", said)}`;
}


/***/ }),

/***/ 74852:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ readSubAgents),
/* harmony export */   U: () => (/* binding */ readDefinition)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _agent_definition_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92520);
/* harmony import */ var _ops_assets_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68571);
/** The built-in agent definitions: Markdown files beside the agents, copied into the bundle's assets by the build. */



async function readDefinition(agent) {
    const file = (0,_ops_assets_js__WEBPACK_IMPORTED_MODULE_2__/* .assetPath */ .Q)(`agents/${agent}/definition.md`);
    return (0,_agent_definition_js__WEBPACK_IMPORTED_MODULE_1__/* .parseAgentDefinition */ .ai)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, "utf8"), file);
}
/** Agents that come along for the tool `task`. */
async function readSubAgents() {
    const file = "agents/explore/definition.md";
    return [{ file, text: await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,_ops_assets_js__WEBPACK_IMPORTED_MODULE_2__/* .assetPath */ .Q)(file), "utf8") }];
}


/***/ }),

/***/ 39813:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HA: () => (/* binding */ ImplementOutput),
/* harmony export */   T6: () => (/* binding */ FeedbackOutput),
/* harmony export */   i1: () => (/* binding */ ConflictOutput),
/* harmony export */   uU: () => (/* binding */ ReviewOutput)
/* harmony export */ });
/* unused harmony exports Severity, Finding, ThreadCheck, CriterionCheck */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(88343);
/** Findings of a review, as the model hands them in and as the host anchors them. */

const Severity = zod__WEBPACK_IMPORTED_MODULE_0__["enum"](["blocker", "major", "minor", "nit"]);
const Finding = zod__WEBPACK_IMPORTED_MODULE_0__.strictObject({
    path: zod__WEBPACK_IMPORTED_MODULE_0__.string().min(1).max(500).describe("File of the finding"),
    side: zod__WEBPACK_IMPORTED_MODULE_0__["enum"](["RIGHT", "LEFT"]).default("RIGHT").describe("RIGHT for the new text, LEFT for deleted lines"),
    quote: zod__WEBPACK_IMPORTED_MODULE_0__.string()
        .min(1)
        .max(2_000)
        .describe("1 to 6 lines copied verbatim from the diff, without the + or - sign"),
    severity: Severity,
    category: zod__WEBPACK_IMPORTED_MODULE_0__.string()
        .min(1)
        .max(40)
        .describe("security, correctness, data, tests, requirement, performance, clarity"),
    title: zod__WEBPACK_IMPORTED_MODULE_0__.string().min(3).max(160),
    why: zod__WEBPACK_IMPORTED_MODULE_0__.string().min(3).max(1_200).describe("What is wrong and since which changed line"),
    scenario: zod__WEBPACK_IMPORTED_MODULE_0__.string().max(800).default("").describe("Input or state, then the wrong outcome"),
    suggestion: zod__WEBPACK_IMPORTED_MODULE_0__.string()
        .max(2_000)
        .optional()
        .describe("Exact replacement of the quoted lines, only when it fixes all of it"),
});
const ThreadCheck = zod__WEBPACK_IMPORTED_MODULE_0__.strictObject({
    thread: zod__WEBPACK_IMPORTED_MODULE_0__.string().min(1).max(100).describe("Id of the thread, as given"),
    state: zod__WEBPACK_IMPORTED_MODULE_0__["enum"](["fixed", "open", "withdrawn"]),
    reply: zod__WEBPACK_IMPORTED_MODULE_0__.string().max(800).default(""),
});
const CriterionCheck = zod__WEBPACK_IMPORTED_MODULE_0__.strictObject({
    criterion: zod__WEBPACK_IMPORTED_MODULE_0__.string().min(1).max(400),
    state: zod__WEBPACK_IMPORTED_MODULE_0__["enum"](["met", "unmet", "human"]),
    evidence: zod__WEBPACK_IMPORTED_MODULE_0__.string().max(800).default(""),
});
/** What the review agent hands in. */
const ReviewOutput = zod__WEBPACK_IMPORTED_MODULE_0__.strictObject({
    findings: zod__WEBPACK_IMPORTED_MODULE_0__.array(Finding).max(60),
    threads: zod__WEBPACK_IMPORTED_MODULE_0__.array(ThreadCheck).max(100).default([]),
    criteria: zod__WEBPACK_IMPORTED_MODULE_0__.array(CriterionCheck).max(24).default([]),
});
/** What the code agent hands in, by mode. */
const ImplementOutput = zod__WEBPACK_IMPORTED_MODULE_0__.strictObject({
    pull: zod__WEBPACK_IMPORTED_MODULE_0__.strictObject({ title: zod__WEBPACK_IMPORTED_MODULE_0__.string().min(3).max(120), body: zod__WEBPACK_IMPORTED_MODULE_0__.string().max(8_000) }),
    criteria: zod__WEBPACK_IMPORTED_MODULE_0__.array(zod__WEBPACK_IMPORTED_MODULE_0__.strictObject({ criterion: zod__WEBPACK_IMPORTED_MODULE_0__.string().min(1).max(400), evidence: zod__WEBPACK_IMPORTED_MODULE_0__.string().max(800) }))
        .max(24)
        .default([]),
});
const FeedbackOutput = zod__WEBPACK_IMPORTED_MODULE_0__.strictObject({
    answers: zod__WEBPACK_IMPORTED_MODULE_0__.array(zod__WEBPACK_IMPORTED_MODULE_0__.strictObject({
        thread: zod__WEBPACK_IMPORTED_MODULE_0__.string().min(1).max(100).describe("Id of the thread, as given"),
        action: zod__WEBPACK_IMPORTED_MODULE_0__["enum"](["fixed", "disputed"]),
        reply: zod__WEBPACK_IMPORTED_MODULE_0__.string().min(1).max(2_000),
    }))
        .max(100)
        .default([]),
});
const ConflictOutput = zod__WEBPACK_IMPORTED_MODULE_0__.strictObject({ notes: zod__WEBPACK_IMPORTED_MODULE_0__.string().min(1).max(4_000) });


/***/ }),

/***/ 64324:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Rj: () => (/* binding */ Hooks)
/* harmony export */ });
/* unused harmony exports HOOK_POINTS, HookCommand */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(88343);
/** Commands of a repository that run at fixed points of an agent's run. */

const HOOK_POINTS = [
    "RunStart",
    "PreModel",
    "PreToolUse",
    "PostToolUse",
    "PreCompact",
    "SubagentStop",
    "Stop",
    "RunEnd",
];
const MOST_HOOKS = 10;
const HookCommand = zod__WEBPACK_IMPORTED_MODULE_0__.strictObject({
    run: zod__WEBPACK_IMPORTED_MODULE_0__.string().min(1).max(2_000).describe("Shell command; reads one JSON object from its standard input"),
    match: zod__WEBPACK_IMPORTED_MODULE_0__.string()
        .min(1)
        .max(300)
        .regex(/^[\w*|-]+$/, "expected names of tools with |, such as bash|edit_file, or mcp__tracker__*")
        .optional()
        .describe("Only for PreToolUse and PostToolUse: names of tools, separated by |, * for any letters; default: all"),
    timeout_seconds: zod__WEBPACK_IMPORTED_MODULE_0__.int()
        .min(1)
        .max(300)
        .default(30)
        .describe("Then it is killed, which counts as a failure"),
    required: zod__WEBPACK_IMPORTED_MODULE_0__.boolean()
        .default(false)
        .describe("A hook that fails blocks as well; without it a failure is a warning"),
});
const commands = (what) => zod__WEBPACK_IMPORTED_MODULE_0__.array(HookCommand).max(MOST_HOOKS).default([]).describe(what);
const Hooks = zod__WEBPACK_IMPORTED_MODULE_0__.strictObject({
    RunStart: commands("Before the first turn; block ends the run"),
    PreModel: commands("Before every request to the model; block ends the run"),
    PreToolUse: commands("Before a tool call; block refuses it, updatedInput changes it"),
    PostToolUse: commands("After a tool call; block makes its result an error"),
    PreCompact: commands("Before the conversation is replaced by a summary; block ends the run"),
    SubagentStop: commands("When a sub-agent says that it is done; block sends it back"),
    Stop: commands("When the agent says that it is done; block sends it back, three times at most"),
    RunEnd: commands("After the run; cannot block"),
})
    .superRefine((hooks, context) => {
    for (const point of HOOK_POINTS) {
        if (point === "PreToolUse" || point === "PostToolUse")
            continue;
        for (const [index, hook] of hooks[point].entries()) {
            if (hook.match !== undefined)
                context.addIssue({
                    code: "custom",
                    path: [point, index, "match"],
                    message: "match belongs to PreToolUse and PostToolUse; remove it",
                });
        }
    }
});


/***/ }),

/***/ 76124:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ McpServers)
/* harmony export */ });
/* unused harmony export McpServer */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(88343);
/** MCP servers whose tools the agents of a repository get. */

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);
/** The model's words go there, so it is encrypted or stays on this machine, and no credential stands in a file. */
function isSafeUrl(text) {
    if (!URL.canParse(text))
        return false;
    const { protocol, hostname, username, password } = new URL(text);
    return ((protocol === "https:" || (protocol === "http:" && LOOPBACK.has(hostname))) && !username && !password);
}
const shared = {
    name: zod__WEBPACK_IMPORTED_MODULE_0__.string()
        .regex(/^[a-z][a-z0-9-]{0,29}$/, "expected lower-case letters, digits and dashes")
        .describe("Name of the server; its tools are called mcp__<name>__<tool>"),
    tools: zod__WEBPACK_IMPORTED_MODULE_0__.array(zod__WEBPACK_IMPORTED_MODULE_0__.string().min(1).max(100))
        .min(1)
        .max(50)
        .describe("The tools of the server that agents get; no others"),
    read_only: zod__WEBPACK_IMPORTED_MODULE_0__.array(zod__WEBPACK_IMPORTED_MODULE_0__.string().min(1).max(100))
        .max(50)
        .default([])
        .describe("Those of `tools` that change nothing, when the server says so as well; they may run side by side"),
    agents: zod__WEBPACK_IMPORTED_MODULE_0__.array(zod__WEBPACK_IMPORTED_MODULE_0__["enum"](["code", "review"]))
        .min(1)
        .default(["code"])
        .describe("Agents that get these tools"),
    timeout_seconds: zod__WEBPACK_IMPORTED_MODULE_0__.int().min(1).max(600).default(60).describe("For starting the server, and for each call"),
};
const StdioServer = zod__WEBPACK_IMPORTED_MODULE_0__.strictObject({
    ...shared,
    command: zod__WEBPACK_IMPORTED_MODULE_0__.string()
        .min(1)
        .max(300)
        .describe("Program; runs in the sandbox, without network and without any secret"),
    args: zod__WEBPACK_IMPORTED_MODULE_0__.array(zod__WEBPACK_IMPORTED_MODULE_0__.string().max(1_000)).max(50).default([]).describe("Its arguments"),
    env: zod__WEBPACK_IMPORTED_MODULE_0__.record(zod__WEBPACK_IMPORTED_MODULE_0__.string().regex(/^[A-Z][A-Z0-9_]*$/), zod__WEBPACK_IMPORTED_MODULE_0__.string().max(1_000))
        .default({})
        .describe("Variables with their values, which everybody can read here; no secrets"),
});
const HttpServer = zod__WEBPACK_IMPORTED_MODULE_0__.strictObject({
    ...shared,
    url: zod__WEBPACK_IMPORTED_MODULE_0__.string()
        .max(1_000)
        .refine(isSafeUrl, "expected https, or http on localhost, without user or password in it")
        .describe("Address of a server that speaks streamable HTTP"),
});
const McpServer = zod__WEBPACK_IMPORTED_MODULE_0__.union([StdioServer, HttpServer]);
const McpServers = zod__WEBPACK_IMPORTED_MODULE_0__.array(McpServer)
    .max(10)
    .superRefine((servers, context) => {
    for (const [index, { name }] of servers.entries()) {
        if (servers.findIndex((server) => server.name === name) < index)
            context.addIssue({
                code: "custom",
                path: [index, "name"],
                message: "two servers have this name; rename one",
            });
    }
});


/***/ }),

/***/ 57024:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HZ: () => (/* binding */ PolicyRule),
/* harmony export */   UN: () => (/* binding */ Escalation)
/* harmony export */ });
/* unused harmony export PROFILES */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(88343);
/** Rules of a repository for what its agents may call: an ordered list, the first that matches decides. */

/** Wider places to run a command once more: with the hosts of the set-up in reach, or with more time. Both are the sandbox. */
const PROFILES = ["setup_hosts", "long_command"];
const PolicyRule = zod__WEBPACK_IMPORTED_MODULE_0__.strictObject({
    decision: zod__WEBPACK_IMPORTED_MODULE_0__["enum"](["allow", "deny", "escalate"])
        .describe("escalate asks a person (nobody there = deny and tell), or with `profile` widens the sandbox"),
    agent: zod__WEBPACK_IMPORTED_MODULE_0__.string().min(1).max(60).optional().describe("Name of an agent; default: any"),
    tool: zod__WEBPACK_IMPORTED_MODULE_0__.string().min(1).max(100).optional().describe("Name of a tool; default: any"),
    path: zod__WEBPACK_IMPORTED_MODULE_0__.string().min(1).max(300).optional().describe("Glob of paths that the call names"),
    command: zod__WEBPACK_IMPORTED_MODULE_0__.string().min(1).max(300).optional().describe("Words that a shell command begins with"),
    profile: zod__WEBPACK_IMPORTED_MODULE_0__["enum"](PROFILES)
        .optional()
        .describe("With escalate: a command that the sandbox stopped runs once more with the set-up hosts in reach, or with up to 30 minutes"),
    why: zod__WEBPACK_IMPORTED_MODULE_0__.string().min(1).max(300).describe("Shown to the agent and to people"),
})
    .refine((rule) => rule.profile === undefined || rule.decision === "escalate", {
    error: "profile belongs to decision: escalate",
    path: ["profile"],
})
    .refine((rule) => rule.path === undefined || rule.command === undefined, {
    error: "a rule is about a path or about a command, not both",
    path: ["command"],
});
/** A call that needed a person, or a wider sandbox, and what came of it. */
const Escalation = zod__WEBPACK_IMPORTED_MODULE_0__.strictObject({
    agent: zod__WEBPACK_IMPORTED_MODULE_0__.string().max(60),
    tool: zod__WEBPACK_IMPORTED_MODULE_0__.string().max(100),
    /** The command or the paths, shortened. */
    what: zod__WEBPACK_IMPORTED_MODULE_0__.string().max(300),
    why: zod__WEBPACK_IMPORTED_MODULE_0__.string().max(600),
    answer: zod__WEBPACK_IMPORTED_MODULE_0__["enum"](["denied", "approved", "widened"]),
});


/***/ }),

/***/ 62934:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ connectModels),
/* harmony export */   s: () => (/* binding */ addressesOf)
/* harmony export */ });
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49285);
/* harmony import */ var _domain_provider_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76231);
/* harmony import */ var _connect_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(93112);
/** Keys and addresses of the providers, and the models of one run connected with them. */



/**
 * The models of a run, the preferred one first.
 * @throws NightshiftError INPUT_INVALID when the preferred one has no key, or an address is unsafe or ambiguous
 */
async function connectModels(names, access) {
    const [preferred = "", ...others] = names;
    const addresses = addressesOf(access.baseUrl, (0,_domain_provider_js__WEBPACK_IMPORTED_MODULE_1__/* .providersOf */ .Ou)(names));
    const optionsOf = (name) => {
        const provider = (0,_domain_provider_js__WEBPACK_IMPORTED_MODULE_1__/* .parseModelName */ .s_)(name)?.provider;
        return {
            model: name,
            apiKey: provider && access.keys[provider],
            baseUrl: provider && addresses[provider],
            fetch: access.fetch,
            clock: access.clock,
        };
    };
    const model = await (0,_connect_js__WEBPACK_IMPORTED_MODULE_2__/* .connectModel */ .I)(optionsOf(preferred));
    const hasKey = (name) => Boolean(optionsOf(name).apiKey);
    return {
        model,
        fallbacks: others.filter(hasKey).map((name) => connectLater(optionsOf(name))),
        warnings: others
            .filter((name) => !hasKey(name))
            .map((name) => `The model ${name} cannot take over: ${missingKey(name)} is not set.`),
    };
}
function missingKey(name) {
    const provider = (0,_domain_provider_js__WEBPACK_IMPORTED_MODULE_1__/* .parseModelName */ .s_)(name)?.provider;
    return provider ? (0,_domain_provider_js__WEBPACK_IMPORTED_MODULE_1__/* .keyNameOf */ .aD)(provider) : "its key";
}
/** Everything is checked now; the SDK is loaded by the first call. */
function connectLater(options) {
    (0,_connect_js__WEBPACK_IMPORTED_MODULE_2__/* .checkConnection */ .j)(options);
    let connected;
    return {
        id: options.model,
        async generate(request) {
            connected ??= (0,_connect_js__WEBPACK_IMPORTED_MODULE_2__/* .connectModel */ .I)(options);
            return (await connected).generate(request);
        },
    };
}
/**
 * Addresses by provider. A bare address would carry the key of whoever is asked first, so it needs a single provider.
 * @throws NightshiftError INPUT_INVALID when a bare address could belong to several providers
 */
function addressesOf(text, inUse) {
    const addresses = {};
    for (const entry of text.split(/[\s,]+/).filter((each) => each !== "")) {
        const [, name, url = ""] = /^([a-z]+)=(.+)$/.exec(entry) ?? [];
        const named = _domain_provider_js__WEBPACK_IMPORTED_MODULE_1__/* .PROVIDERS */ .xq.find((provider) => provider === name);
        const [only, ...more] = inUse;
        if (named)
            addresses[named] = url;
        else if (only && more.length === 0)
            addresses[only] = entry;
        else
            throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NightshiftError */ .nc("INPUT_INVALID", `The models are of ${inUse.join(" and ")}, so a base url must say whose it is: ${inUse.map((provider) => `${provider}=https://…`).join(" ")}.`);
    }
    return addresses;
}


/***/ }),

/***/ 93112:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ connectModel),
/* harmony export */   j: () => (/* binding */ checkConnection)
/* harmony export */ });
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49285);
/* harmony import */ var _domain_provider_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76231);
/** Connects a model by its name, `provider:model`; each provider's SDK is loaded only when it is used. */


/**
 * Everything that can be wrong before a request.
 * @throws NightshiftError INPUT_INVALID for an unknown provider, a missing key or an unsafe base url
 */
function checkConnection(options) {
    const named = (0,_domain_provider_js__WEBPACK_IMPORTED_MODULE_1__/* .parseModelName */ .s_)(options.model);
    if (!named)
        throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NightshiftError */ .nc("INPUT_INVALID", `model "${options.model}" must look like "anthropic:<model id>", "openai:<model id>" or "gemini:<model id>".`);
    const baseUrl = options.baseUrl ? checkBaseUrl(options.baseUrl) : undefined;
    if (!options.apiKey)
        throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NightshiftError */ .nc("INPUT_INVALID", `model "${options.model}" needs an API key; set ${(0,_domain_provider_js__WEBPACK_IMPORTED_MODULE_1__/* .keyNameOf */ .aD)(named.provider)}.`);
    return { ...options, ...named, apiKey: options.apiKey, baseUrl };
}
/** Connects a model; no request is made yet. Throws as `checkConnection` does. */
async function connectModel(options) {
    const { provider, ...checked } = checkConnection(options);
    const { connect } = await load(provider);
    return connect(checked);
}
function load(provider) {
    switch (provider) {
        case "anthropic":
            return Promise.all(/* import() */[__webpack_require__.e(7766), __webpack_require__.e(6920)]).then(__webpack_require__.bind(__webpack_require__, 76920));
        case "openai":
            return Promise.all(/* import() */[__webpack_require__.e(8193), __webpack_require__.e(7401)]).then(__webpack_require__.bind(__webpack_require__, 87401));
        case "gemini":
            return Promise.all(/* import() */[__webpack_require__.e(7964), __webpack_require__.e(7183)]).then(__webpack_require__.bind(__webpack_require__, 7183));
    }
}
const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);
function checkBaseUrl(text) {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    const safe = url && (url.protocol === "https:" || (url.protocol === "http:" && LOOPBACK.has(url.hostname)));
    if (safe && !url.username && !url.password)
        return text.replace(/\/+$/, "");
    throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NightshiftError */ .nc("INPUT_INVALID", "The model's base url must be an https address, or http on localhost, without user or password in it: the API key is sent there.");
}


/***/ }),

/***/ 76807:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  f: () => (/* binding */ findFacts)
});

// UNUSED EXPORTS: MODEL_FACTS

// EXTERNAL MODULE: ./lib/models/model-facts.js
var model_facts = __webpack_require__(63557);
;// CONCATENATED MODULE: ./lib/models/anthropic/facts.js
/** Claude, as of 2026-11-22, from Anthropic's model and price pages. */

const CLAUDE = {
    window: model_facts/* MILLION */.NT,
    maxOutput: 128_000,
    reasons: true,
    efforts: ["low", "medium", "high", "xhigh", "max"],
};
/** Anthropic's usual ratios: a 5 minute write costs 1.25 times the input, a 1 hour write twice, a read a tenth. */
function tier(input, output, given = {}) {
    return {
        upToPromptTokens: null,
        input,
        output,
        cacheRead: input / 10,
        cacheWrite5m: input * 1.25,
        cacheWrite1h: input * 2,
        ...given,
    };
}
const ANTHROPIC_FACTS = [
    {
        id: "anthropic:claude-sonnet-5-5",
        ...CLAUDE,
        prices: (0,model_facts/* changing */.Wt)("2026-10-07", [tier(2, 10)], [tier(2, 10, { cacheRead: 0.1 })]),
    },
    { id: "anthropic:claude-opus-5-5", ...CLAUDE, prices: (0,model_facts/* always */.Gk)(tier(4, 20)) },
    { id: "anthropic:claude-fable-5-1", ...CLAUDE, prices: (0,model_facts/* always */.Gk)(tier(10, 50)) },
    {
        id: "anthropic:claude-haiku-5-5",
        ...CLAUDE,
        prices: (0,model_facts/* always */.Gk)(tier(0.1, 0.5, { upToPromptTokens: 100_000 }), tier(0.5, 2.5)),
    },
];

;// CONCATENATED MODULE: ./lib/models/gemini/facts.js
/** Gemini, as of 2026-11-22, from Google's model and price pages. */

const GEMINI = {
    window: model_facts/* MILLION */.NT,
    maxOutput: 65_000,
    reasons: true,
    efforts: ["low", "medium", "high"],
};
/** What the provider caches by itself costs nothing to write. */
function facts_tier(input, cacheRead, output) {
    return { upToPromptTokens: null, input, output, cacheRead, cacheWrite5m: input, cacheWrite1h: input };
}
const LARGE = (0,model_facts/* changing */.Wt)("2026-12-01", [facts_tier(2, 0.1, 10)], [facts_tier(4, 0.2, 20)]);
const GEMINI_FACTS = [
    { id: "gemini:gemini-4-argon", ...GEMINI, prices: LARGE },
    { id: "gemini:gemini-4-carbon", ...GEMINI, prices: LARGE },
    {
        id: "gemini:gemini-3.8-flash",
        ...GEMINI,
        prices: (0,model_facts/* changing */.Wt)("2027-01-01", [facts_tier(0.75, 0.075, 3.75)], [facts_tier(1.5, 0.15, 7.5)]),
    },
];

// EXTERNAL MODULE: ./lib/models/openai/facts.js
var facts = __webpack_require__(99854);
;// CONCATENATED MODULE: ./lib/models/facts.js
/**
 * What we know of models that their interfaces do not tell. A model that is not listed still works: it gets a plain
 * request and a token budget.
 */



const MODEL_FACTS = [...ANTHROPIC_FACTS, ...facts/* OPENAI_FACTS */.l, ...GEMINI_FACTS];
/** Facts of `provider:model`, or undefined when nobody has written them down yet. */
function findFacts(id) {
    return MODEL_FACTS.find((facts) => facts.id === id);
}


/***/ }),

/***/ 63557:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gk: () => (/* binding */ always),
/* harmony export */   NT: () => (/* binding */ MILLION),
/* harmony export */   Wt: () => (/* binding */ changing)
/* harmony export */ });
const MILLION = 1_000_000;
/** One price list for all days. */
function always(...tiers) {
    return [{ from: null, until: null, tiers }];
}
/** One list until a day (exclusive), another one from it. */
function changing(day, before, after) {
    return [
        { from: null, until: day, tiers: before },
        { from: day, until: null, tiers: after },
    ];
}


/***/ }),

/***/ 99854:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ reasonsByName),
/* harmony export */   l: () => (/* binding */ OPENAI_FACTS)
/* harmony export */ });
/* harmony import */ var _model_facts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63557);
/** GPT, as of 2026-11-22, from OpenAI's model and price pages. */

const GPT = {
    window: 1_050_000,
    maxOutput: 128_000,
    reasons: true,
    efforts: ["low", "medium", "high", "xhigh", "max"],
};
/** Above this prompt the input costs twice, the output one and a half times as much. */
const LONG_PROMPT = 272_000;
/** A write to the cache costs 1.25 times the input, however long it is kept. */
function tiers(input, cacheRead, output) {
    const tier = (upToPromptTokens, into, outOf) => ({
        upToPromptTokens,
        input: input * into,
        output: output * outOf,
        cacheRead: cacheRead * into,
        cacheWrite5m: input * into * 1.25,
        cacheWrite1h: input * into * 1.25,
    });
    return [tier(LONG_PROMPT, 1, 1), tier(null, 2, 1.5)];
}
const OPENAI_FACTS = [
    { id: "openai:gpt-6.1-terra", ...GPT, prices: (0,_model_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .always */ .Gk)(...tiers(1, 0.05, 5)) },
    { id: "openai:gpt-6-sol", ...GPT, prices: (0,_model_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .always */ .Gk)(...tiers(2, 0.2, 10)) },
    { id: "openai:gpt-6-luna", ...GPT, prices: (0,_model_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .always */ .Gk)(...tiers(0.1, 0.01, 0.5)) },
];
/** OpenAI's own families that reason, so that a new member of them is asked in the right way. */
function reasonsByName(model) {
    return /^(?:o\d|gpt-(?:[5-9]|\d\d))/.test(model) && !model.includes("chat");
}


/***/ }),

/***/ 19927:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hl: () => (/* binding */ promptTokens),
/* harmony export */   me: () => (/* binding */ ModelError),
/* harmony export */   vk: () => (/* binding */ addUsage),
/* harmony export */   yJ: () => (/* binding */ NO_USAGE)
/* harmony export */ });
/** The model port: what the agent runtime asks of any model, and how a model's failure is told. */
const NO_USAGE = {
    input: 0,
    cacheRead: 0,
    cacheWrite5m: 0,
    cacheWrite1h: 0,
    output: 0,
    reasoning: 0,
};
function addUsage(a, b) {
    return {
        input: a.input + b.input,
        cacheRead: a.cacheRead + b.cacheRead,
        cacheWrite5m: a.cacheWrite5m + b.cacheWrite5m,
        cacheWrite1h: a.cacheWrite1h + b.cacheWrite1h,
        output: a.output + b.output,
        reasoning: a.reasoning + b.reasoning,
    };
}
/** Tokens of the prompt of one call, cached or not. */
function promptTokens(usage) {
    return usage.input + usage.cacheRead + usage.cacheWrite5m + usage.cacheWrite1h;
}
const RETRYABLE = new Set([
    "rate_limit",
    "overloaded",
    "server",
    "network",
    "timeout",
    "stall",
]);
/** A failed model call. `kind` decides what happens next, never the text. */
class ModelError extends Error {
    kind;
    retryable;
    retryAfterMs;
    status;
    requestId;
    usage;
    constructor(kind, message, details = {}) {
        super(message, { cause: details.cause });
        this.name = "ModelError";
        this.kind = kind;
        this.retryable = RETRYABLE.has(kind);
        this.retryAfterMs = details.retryAfterMs;
        this.status = details.status;
        this.requestId = details.requestId;
        this.usage = details.usage;
    }
}


/***/ }),

/***/ 26562:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   It: () => (/* binding */ nextTier),
/* harmony export */   ho: () => (/* binding */ costOf)
/* harmony export */ });
/* unused harmony export priceTier */
/* harmony import */ var _facts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76807);
/* harmony import */ var _port_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19927);
/** What tokens cost. */


/** US dollars for one call on a day, or null when the price is unknown; an unknown price is never zero. */
function costOf(model, usage, on) {
    const tier = priceTier(model, (0,_port_js__WEBPACK_IMPORTED_MODULE_1__/* .promptTokens */ .Hl)(usage), on);
    if (!tier)
        return null;
    return ((usage.input * tier.input +
        usage.cacheRead * tier.cacheRead +
        usage.cacheWrite5m * tier.cacheWrite5m +
        usage.cacheWrite1h * tier.cacheWrite1h +
        usage.output * tier.output) /
        1_000_000);
}
/** Prices of a model on a day for a prompt of this size. */
function priceTier(model, prompt, on) {
    const day = on.toISOString().slice(0, 10);
    const list = (0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .findFacts */ .f)(model)?.prices.find(({ from, until }) => (from === null || from <= day) && (until === null || day < until));
    return list?.tiers.find(({ upToPromptTokens }) => upToPromptTokens === null || prompt <= upToPromptTokens);
}
/** Prompt size above which this model's next tier begins on that day; undefined when every prompt costs the same for each token. */
function nextTier(model, on) {
    return priceTier(model, 0, on)?.upToPromptTokens ?? undefined;
}


/***/ }),

/***/ 63860:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Uf: () => (/* binding */ generateWithRetry),
/* harmony export */   _G: () => (/* binding */ DeferredError),
/* harmony export */   yE: () => (/* binding */ RETRY_POLICY)
/* harmony export */ });
/* harmony import */ var _port_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19927);
/** The one retry policy for model calls; the providers' own retries are switched off. */

const RETRY_POLICY = {
    tries: 6,
    baseMs: 2_000,
    capMs: 60_000,
    totalMs: 300_000,
    longestWishMs: 120_000,
};
/** Thrown when waiting would cost more runner time than it is worth: start again at `resumeAfter`. */
class DeferredError extends Error {
    resumeAfter;
    constructor(resumeAfter, cause) {
        super(`${cause.message} The provider asks to wait until ${resumeAfter.toISOString()}.`, { cause });
        this.name = "DeferredError";
        this.resumeAfter = resumeAfter;
    }
}
/**
 * Calls until it succeeds. Full jitter, the provider's `retry-after` wins over it.
 * @throws ModelError the last failure, at once when it is not retryable
 * @throws DeferredError when the provider asks for a longer wait than a run may sleep
 */
async function generateWithRetry(call, ports) {
    const policy = ports.policy ?? RETRY_POLICY;
    let slept = 0;
    for (let attempt = 1;; attempt += 1) {
        try {
            return await call();
        }
        catch (error) {
            if (!(error instanceof _port_js__WEBPACK_IMPORTED_MODULE_0__/* .ModelError */ .me))
                throw error;
            ports.onFailure?.(error);
            if (!error.retryable || ports.signal.aborted)
                throw error;
            const waitMs = error.retryAfterMs ?? jitter(attempt, policy, ports.random);
            const tooLate = ports.clock().getTime() + waitMs > ports.deadline.getTime();
            if (error.retryAfterMs !== undefined && (waitMs > policy.longestWishMs || tooLate)) {
                throw new DeferredError(new Date(ports.clock().getTime() + waitMs), error);
            }
            if (attempt >= policy.tries || tooLate || slept + waitMs > policy.totalMs)
                throw error;
            ports.onRetry?.({ attempt, waitMs, error });
            await ports.sleep(waitMs, ports.signal);
            slept += waitMs;
        }
    }
}
function jitter(attempt, policy, random) {
    return Math.round(random() * Math.min(policy.capMs, policy.baseMs * 2 ** (attempt - 1)));
}


/***/ })

};

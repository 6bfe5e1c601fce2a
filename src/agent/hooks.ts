/** Runs the hooks of a repository: commands in the sandbox that hear what happens, may stop it, and may not allow anything. */
import { z } from "zod";
import { messageOf } from "../domain/errors.ts";
import type { HookCommand, Hooks as HookConfig, HookPoint } from "../domain/hooks.ts";
import { type Redactor, redactDeep } from "../ops/redact.ts";
import type { AgentEvent } from "./events.ts";
import type { CommandOutcome, Sandbox } from "./sandbox/sandbox.ts";

const OUTPUT_BYTES = 200_000;
const WORDS_CHARS = 4_000;
const BLOCK = 2;

/** What the hooks of one point said together. */
export interface HookAnswer {
  /** Why it must not happen; undefined lets it pass. */
  block: string | undefined;
  /** Replaces the input of a tool call; whoever uses it checks it again. */
  updatedInput: unknown;
  /** Words for the model. */
  context: string;
}

export interface Hooks {
  /** Runs the hooks of a point one after the other, until one blocks; undefined when there is none. Never throws. */
  fire(point: HookPoint, facts: Readonly<Record<string, unknown>>): Promise<HookAnswer | undefined>;
}

export const NO_HOOKS: Hooks = { fire: async () => undefined };

export interface HookPorts {
  sandbox: Sandbox;
  /** Said to every hook: run, agent, mode, feature, round. */
  about: Readonly<Record<string, unknown>>;
  signal: AbortSignal;
  redact: Redactor;
  emit: (event: AgentEvent) => void;
  /** Writes what came of a hook into the transcript. */
  record: (line: { point: HookPoint; command: string; outcome: string; message: string }) => void;
}

/** A hook says something by one JSON object: all that it prints, or its last line. */
const Answer = z.looseObject({
  decision: z.enum(["ok", "block"]).optional(),
  reason: z.string().optional(),
  updatedInput: z.unknown().optional(),
  context: z.string().optional(),
});

type Said =
  | { kind: "ok" | "block"; reason: string; updatedInput: unknown; context: string }
  | { kind: "failed"; why: string };

export function openHooks(config: HookConfig | undefined, ports: HookPorts): Hooks {
  if (config === undefined || Object.values(config).every((hooks) => hooks.length === 0)) return NO_HOOKS;

  function tell(
    point: HookPoint,
    hook: HookCommand,
    outcome: "blocked" | "rewrote" | "warned",
    message: string,
  ) {
    const text = ports.redact(message);
    ports.record({ point, command: hook.run, outcome, message: text });
    ports.emit({ kind: "hook", hook: point, outcome, message: text });
  }

  return {
    async fire(point, facts) {
      const tool = typeof facts.tool === "string" ? facts.tool : undefined;
      const hooks = config[point].filter(({ match }) => matches(match, tool));
      if (hooks.length === 0) return undefined;
      const answer: HookAnswer = { block: undefined, updatedInput: undefined, context: "" };
      for (const hook of hooks) {
        const input = answer.updatedInput === undefined ? {} : { input: answer.updatedInput };
        const said = await ask(hook, point, { ...facts, ...input }, ports);
        if (said.kind === "failed") {
          tell(point, hook, hook.required ? "blocked" : "warned", said.why);
          if (!hook.required) continue;
          return { ...answer, block: `A required hook failed: ${said.why}` };
        }
        answer.context = [answer.context, ports.redact(said.context)]
          .filter((text) => text !== "")
          .join("\n");
        if (said.kind === "block") {
          tell(point, hook, "blocked", said.reason);
          return { ...answer, block: ports.redact(said.reason) };
        }
        if (said.updatedInput !== undefined && point === "PreToolUse") {
          answer.updatedInput = said.updatedInput;
          tell(point, hook, "rewrote", said.reason || hook.run);
        }
      }
      return answer;
    },
  };
}

/** `bash|mcp__tracker__*` */
function matches(match: string | undefined, tool: string | undefined): boolean {
  if (match === undefined || tool === undefined) return true;
  return match.split("|").some((name) => new RegExp(`^${name.replaceAll("*", ".*")}$`).test(tool));
}

async function ask(
  hook: HookCommand,
  point: HookPoint,
  facts: Readonly<Record<string, unknown>>,
  { sandbox, about, signal, redact }: HookPorts,
): Promise<Said> {
  try {
    const outcome = await sandbox.exec({
      script: hook.run,
      input: JSON.stringify(redactDeep({ hook: point, ...about, ...facts }, redact)),
      timeoutMs: hook.timeout_seconds * 1_000,
      maxOutputBytes: OUTPUT_BYTES,
      // The end of a run is told also when the run was cancelled.
      ...(point === "RunEnd" ? {} : { signal }),
    });
    return read(hook, outcome);
  } catch (error) {
    return { kind: "failed", why: `\`${hook.run}\` could not run: ${messageOf(error)}` };
  }
}

function read(hook: HookCommand, { exitCode, signal, timedOut, output }: CommandOutcome): Said {
  const text = output.trim();
  if (timedOut) return failure(hook, `took longer than ${hook.timeout_seconds} s`, text);
  if (exitCode !== 0 && exitCode !== BLOCK) return failure(hook, `ended with ${exitCode ?? signal}`, text);
  const json = jsonIn(text);
  const answer = json === undefined ? undefined : Answer.safeParse(json);
  if (json === null || answer?.success === false)
    return failure(hook, "printed JSON that says nothing known", text);
  const { decision, reason = "", updatedInput, context = "" } = answer?.data ?? {};
  const blocks = exitCode === BLOCK || decision === "block";
  const words = (reason || (json === undefined ? text : "")).slice(0, WORDS_CHARS);
  return {
    kind: blocks ? "block" : "ok",
    reason: blocks ? words || `\`${hook.run}\` says no` : words,
    updatedInput,
    context: context.slice(0, WORDS_CHARS),
  };
}

function failure(hook: HookCommand, how: string, text: string): Said {
  const tail = text === "" ? "" : `: ${text.slice(-500)}`;
  return { kind: "failed", why: `\`${hook.run}\` ${how}${tail}` };
}

/** The object that a text is, or that its last line is; undefined when it is mere text, null when it is broken JSON. */
function jsonIn(text: string): unknown {
  const whole = parse(text);
  if (whole !== undefined) return whole;
  const last = text.split("\n").at(-1) ?? "";
  return last.startsWith("{") || text.startsWith("{") ? (parse(last) ?? null) : undefined;
}

function parse(text: string): unknown {
  if (!text.startsWith("{")) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

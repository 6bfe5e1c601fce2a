/** One step in its frame: condition, environment, time limit, result. The same for jobs and composite actions. */
import {
  evaluateBoolean,
  evaluateNumber,
  evaluateScalar,
  evaluateTexts,
} from "../language/evaluate-token.ts";
import { evaluateCondition, type Scope } from "../language/expression.ts";
import type { StepSpec } from "../language/workflow-file.ts";
import { type Cancellation, createCancellation } from "../run/cancellation.ts";
import { performAction } from "./action-step.ts";
import { stepScope } from "./contexts.ts";
import type { Frame, JobState, Status, StepResult } from "./model.ts";
import { performScript } from "./script-step.ts";

/** What a step's body came to. */
export interface StepBody {
  outcome: Status;
  outputs: { [name: string]: string };
}

/** A step that is about to run, with everything that its body needs. */
export interface StepCall {
  spec: StepSpec;
  frame: Frame;
  env: { [name: string]: string };
  scope: Scope;
  stop: Cancellation;
}

/** Performs a step and books its result in the frame. Never throws: an error of the step is its failure. */
export async function performStep(
  state: JobState,
  frame: Frame,
  spec: StepSpec,
  parent: Cancellation,
): Promise<StepResult> {
  const attempt = decide(state, frame, spec);
  if (attempt === "skipped") return book(frame, spec, { outcome: "skipped", outputs: {} }, false);
  if (attempt === "failure") return book(frame, spec, { outcome: "failure", outputs: {} }, false);
  const { stop, dispose, timedOut } = linkStop(state, frame, spec, parent);
  let body: StepBody = { outcome: "failure", outputs: {} };
  let mayFail = false;
  try {
    const env = evaluateTexts(spec.env, stepScope(state, frame));
    const scope = stepScope(state, frame, env);
    mayFail = evaluateBoolean(spec.continueOnError, scope);
    body = await (spec.run ? performScript : performAction)(state, { spec, frame, env, scope, stop });
  } catch (error) {
    report(state, error);
  }
  dispose();
  if (timedOut()) {
    state.log.annotate({
      level: "failure",
      message: `The action '${stepName(spec, stepScope(state, frame))}' has timed out after ${limitOf(state, frame, spec)} minutes.`,
    });
  } else if (stop.requested && body.outcome !== "success") body = { ...body, outcome: "cancelled" };
  return book(frame, spec, body, mayFail);
}

/** A step's name as shown: its own, else `Run` and what it runs. */
export function stepName(spec: StepSpec, scope: Scope): string {
  const named = textOrBlank(spec, scope);
  if (named !== "") return named;
  if (spec.uses) return `Run ${spec.uses}`;
  const script = spec.run ? safely(() => evaluateScalar(spec.run, scope)) : "";
  return `Run ${script.trim().split("\n")[0] ?? ""}`;
}

function textOrBlank(spec: StepSpec, scope: Scope): string {
  return safely(() => evaluateScalar(spec.name, scope));
}

function safely(read: () => string): string {
  try {
    return read();
  } catch {
    return "";
  }
}

function decide(state: JobState, frame: Frame, spec: StepSpec): "run" | "skipped" | "failure" {
  try {
    return evaluateCondition(spec.if, stepScope(state, frame)) ? "run" : "skipped";
  } catch (error) {
    report(state, error);
    return "failure";
  }
}

function report(state: JobState, error: unknown): void {
  state.log.annotate({ level: "failure", message: error instanceof Error ? error.message : String(error) });
}

/** A failed step fails its frame, unless it may fail; the outermost frame is the job. */
function book(
  frame: Frame,
  spec: StepSpec,
  body: { outcome: StepResult; outputs: StepBody["outputs"] },
  mayFail: boolean,
): StepResult {
  const conclusion = body.outcome === "failure" && mayFail ? "success" : body.outcome;
  if (spec.id) frame.steps[spec.id] = { outputs: body.outputs, outcome: body.outcome, conclusion };
  if (conclusion === "failure") frame.status = "failure";
  return conclusion;
}

function limitOf(state: JobState, frame: Frame, spec: StepSpec): number | undefined {
  return spec.timeoutMinutes ? evaluateNumber(spec.timeoutMinutes, stepScope(state, frame)) : undefined;
}

/**
 * The step's own stop: its time limit, and the parent's when the step does not want to survive it.
 * docs: workflow-cancellation — the `if` of a running step is evaluated again, and `always()` goes on.
 */
function linkStop(
  state: JobState,
  frame: Frame,
  spec: StepSpec,
  parent: Cancellation,
): { stop: Cancellation; dispose: () => void; timedOut: () => boolean } {
  const stop = createCancellation();
  const job = state.order.cancellation;
  const unlisten = parent.listen(() => {
    const survives = job.requested && !parent.forced && decide(state, frame, spec) === "run";
    if (!survives) stop.cancel(parent.reason, parent.forced);
  });
  const limit = safelyNumber(() => limitOf(state, frame, spec));
  let late = false;
  const stopTimer =
    limit === undefined
      ? () => undefined
      : state.host.clock.after(limit * 60_000, () => {
          late = true;
          stop.cancel("timeout");
        });
  return {
    stop,
    timedOut: () => late,
    dispose() {
      unlisten();
      stopTimer();
    },
  };
}

function safelyNumber(read: () => number | undefined): number | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

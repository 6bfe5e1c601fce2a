/** Composite actions: their steps in a frame of their own. */
import type { FoundAction } from "../actions/resolve.ts";
import type { CompositeAction } from "../language/action-file.ts";
import { evaluateScalar } from "../language/evaluate-token.ts";
import { stepScope } from "./contexts.ts";
import type { Frame, JobState } from "./model.ts";
import { performStep, type StepBody, type StepCall } from "./step.ts";

/** The runner's limit on nested composite actions (actions/runner, CompositeActionsMaxDepth), the outermost included. */
const MAX_DEPTH = 10;

/** Fails when one of the steps fails; outputs are evaluated either way. */
export async function performComposite(
  state: JobState,
  call: StepCall,
  found: FoundAction & { action: CompositeAction },
  inputs: { [name: string]: string },
): Promise<StepBody> {
  const frame: Frame = {
    steps: {},
    inputs,
    env: { ...call.frame.env, ...call.env },
    status: "success",
    depth: call.frame.depth + 1,
    action: { directory: found.directory, repository: found.repository, ref: found.ref },
    origin: { repository: found.repository, sha: found.sha },
  };
  if (frame.depth > MAX_DEPTH) throw new Error(`Composite action depth exceeded max depth ${MAX_DEPTH - 1}`);
  let cancelled = false;
  for (const step of found.action.steps) {
    if (call.stop.requested && !state.order.cancellation.requested) break;
    const result = await performStep(state, frame, step, call.stop);
    cancelled ||= result === "cancelled";
  }
  const scope = stepScope(state, frame);
  const outputs = Object.fromEntries(
    found.action.outputs.map(({ name, value }) => [name, evaluateScalar(value, scope)]),
  );
  return { outcome: cancelled || call.stop.requested ? "cancelled" : frame.status, outputs };
}

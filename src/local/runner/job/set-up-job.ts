/** The first step of every job: its environment, and its actions found before anything runs. */
import { resolveAction } from "../actions/resolve.ts";
import { evaluateScalar, evaluateTexts } from "../language/evaluate-token.ts";
import type { StepSpec } from "../language/workflow-file.ts";
import { RUNNER_NAME, stepScope } from "./contexts.ts";
import type { Frame, JobState, StepResult } from "./model.ts";

/** Environment of the job, then every action that can be found before the first step, as GitHub downloads them. */
export async function setUpJob(state: JobState, frame: Frame): Promise<StepResult> {
  const { order, log } = state;
  log.write(`Runner name: '${RUNNER_NAME}'`);
  log.write(
    `GITHUB_TOKEN Permissions: ${Object.entries(order.permissions)
      .map(([scope, level]) => `${scope}: ${level}`)
      .join(", ")}`,
  );
  log.write(
    `Runs on: ${order.spec.runsOn ? labels(state, frame) : "this machine"} (any label runs on this machine)`,
  );
  if (order.spec.environment) log.write("The local runner has no environments: 'environment' is ignored");
  try {
    const scope = stepScope(state, frame);
    Object.assign(state.env, evaluateTexts(order.workflow.file.env, scope));
    Object.assign(state.env, evaluateTexts(order.spec.env, stepScope(state, frame)));
    await findActions(state, order.spec.steps, frame.origin, 0);
    return "success";
  } catch (error) {
    log.annotate({ level: "failure", message: error instanceof Error ? error.message : String(error) });
    state.status = "failure";
    return "failure";
  }
}

function labels(state: JobState, frame: Frame): string {
  const { runsOn } = state.order.spec;
  const list = runsOn && evaluateScalar(runsOn, stepScope(state, frame));
  return list || "the given labels";
}

async function findActions(
  state: JobState,
  steps: StepSpec[],
  origin: Frame["origin"],
  depth: number,
): Promise<void> {
  const { source, builtInActions } = state.host;
  for (const { uses } of steps) {
    if (!uses || uses.startsWith("./") || depth > 10) continue;
    const found = await resolveAction(
      uses,
      { workspace: state.directories.workspace, origin },
      source,
      builtInActions,
    );
    if (found.kind === "files" && found.action.kind === "composite") {
      await findActions(
        state,
        found.action.steps,
        { repository: found.repository, sha: found.sha },
        depth + 1,
      );
    }
  }
}

/** Performs commands one by one. Label changes that stand side by side travel in one request. */
import { z } from "zod";
import type { Command, GateView, Send } from "../domain/command.ts";
import { NightshiftError } from "../domain/errors.ts";
import { allLabels } from "../domain/labels.ts";
import { composeMessage, type Message, type Thread } from "../domain/message.ts";
import { GATE_CHECK } from "../domain/names.ts";
import { type EventType, ROUTES } from "../domain/route.ts";
import { withBlock } from "../domain/state-block.ts";
import { type GitHub, GitHubRefusal, unlessRefused } from "./client.ts";
import { changeLabels, REACT, resolveThreads } from "./queries.ts";

const CheckRun = z.object({ id: z.int() });

/** What performing needs from outside: time, ids, the run that acts, and the conversation that its messages continue. */
export interface Performer {
  github: GitHub;
  now: () => Date;
  id: () => string;
  /** URL of the workflow run that acts: `target_url` of its statuses. */
  runUrl: string;
  thread: Thread | undefined;
  labelIds: ReadonlyMap<string, string>;
  labelPrefix: string;
  log: (line: string) => void;
  /**
   * The default branch, given by a run that the clock started: its messages go out as `workflow_dispatch`, because the
   * usual way may be what lost the one that it makes good.
   */
  startOn?: string | undefined;
  /** Deletes a branch while it is at `head`; only the merge agent may. */
  deleteBranch?: (branch: string, head: string) => Promise<void>;
  /** Proposes lessons from reviews; only the merge agent does. */
  proposeLessons?: (pulls: readonly number[]) => Promise<void>;
  /** Takes a verdict over to a head with the very same change; false when there is none to take. Only the merge agent does. */
  carry?: (command: Extract<Command, { do: "carry" }>) => Promise<boolean>;
  /** Puts a change onto the base as it is now; only the merge agent does. */
  reapply?: (command: Extract<Command, { do: "reapply" }>) => Promise<void>;
  /** Proves what landed; only the merge agent does. */
  prove?: (command: Extract<Command, { do: "prove" }>) => Promise<void>;
  /** Starts a workflow of the repository on a branch; only the merge agent does. */
  startCi?: (command: Extract<Command, { do: "start-ci" }>) => Promise<void>;
  /** Shows the jobs of a run on its head; only the merge agent does. */
  mirrorCi?: (command: Extract<Command, { do: "mirror-ci" }>) => Promise<void>;
  /** Starts a workflow of the repository on its base, or settles its run; only the merge agent does. */
  onBase?: (command: Extract<Command, { do: "start-on-base" | "settle-on-base" }>) => Promise<void>;
  /** How a merge is carried out and proved; only the merge agent may. */
  merge?: (command: Extract<Command, { do: "merge" }>) => Promise<void>;
}

type LabelCommand = Extract<Command, { do: "label" }>;

/** Performs `commands` in order. A refusal that means "already so" is fine; any other stops the rest. */
export async function perform(performer: Performer, commands: readonly Command[]): Promise<void> {
  let at = 0;
  while (at < commands.length) {
    const command = commands[at];
    if (command === undefined) return;
    if (command.do === "label") {
      const group = commands
        .slice(at)
        .filter((other, index, rest): other is LabelCommand =>
          rest.slice(0, index + 1).every((one) => one.do === "label"),
        );
      await changeLabelsOf(performer, group);
      at += group.length;
    } else {
      await performOne(performer, command);
      at += 1;
    }
  }
}

async function performOne(performer: Performer, command: Exclude<Command, LabelCommand>): Promise<void> {
  const { github } = performer;
  switch (command.do) {
    case "send":
      return send(performer, command);
    case "say":
      await (command.id === undefined
        ? github.rest("POST /repos/{owner}/{repo}/issues/{issue_number}/comments", {
            issue_number: command.number,
            body: command.body,
          })
        : github.rest(
            "PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}",
            { comment_id: command.id, body: command.body },
            "safe",
          ));
      return;
    case "react":
      await github.graphql(REACT, { subject: command.comment, content: command.content }, "safe");
      return;
    case "status":
      return setStatus(performer, command);
    case "close":
      await github.rest(
        "PATCH /repos/{owner}/{repo}/issues/{issue_number}",
        { issue_number: command.number, state: "closed", state_reason: command.reason },
        "safe",
      );
      return;
    case "reopen":
      await github.rest(
        "PATCH /repos/{owner}/{repo}/issues/{issue_number}",
        { issue_number: command.number, state: "open" },
        "safe",
      );
      return;
    case "prove":
      if (!performer.prove) throw new NightshiftError("INPUT_INVALID", "Only the merge agent proves merges.");
      return performer.prove(command);
    case "delete-branch":
      if (!performer.deleteBranch)
        throw new NightshiftError("INPUT_INVALID", "Only the merge agent deletes branches.");
      return performer.deleteBranch(command.branch, command.head);
    case "show-gate":
      return void (await showGate(github, command.head, command.view));
    case "create-branch":
      await unlessRefused([422], () =>
        github.rest("POST /repos/{owner}/{repo}/git/refs", {
          ref: `refs/heads/${command.branch}`,
          sha: command.head,
        }),
      );
      return;
    case "open-final": {
      const { branch: head, base, title, body } = command;
      await github.rest("POST /repos/{owner}/{repo}/pulls", { head, base, title, body });
      return;
    }
    case "resolve":
      await github.graphql(
        resolveThreads(command.threads.length),
        Object.fromEntries(command.threads.map((thread, at) => [`thread${at}`, thread])),
        "safe",
      );
      return;
    case "carry":
      if (!(await performer.carry?.(command))) await send(performer, command.otherwise);
      return;
    case "reapply":
      return performer.reapply?.(command);
    case "start-ci":
      return performer.startCi?.(command);
    case "mirror-ci":
      return performer.mirrorCi?.(command);
    case "start-on-base":
    case "settle-on-base":
      return performer.onBase?.(command);
    case "propose-lessons":
      return performer.proposeLessons?.(command.pulls);
    case "merge":
      if (!performer.merge) throw new NightshiftError("INPUT_INVALID", "Only the merge agent merges.");
      return performer.merge(command);
  }
}

/** Creates our check run on `head`, or changes it to what `view` says; its id. */
export async function showGate(github: GitHub, head: string, view: GateView): Promise<number> {
  const shown = {
    ...(view.state === "waiting"
      ? { status: "in_progress" }
      : { status: "completed", conclusion: view.state === "passed" ? "success" : "failure" }),
    output: {
      title: view.title,
      summary: withBlock(view.summary, {
        v: 1,
        kind: "gate",
        ...(view.attempt === undefined ? {} : { attempt: view.attempt }),
      }),
    },
  };
  const { data } =
    view.id === undefined
      ? await github.rest("POST /repos/{owner}/{repo}/check-runs", {
          name: GATE_CHECK,
          head_sha: head,
          ...shown,
        })
      : await github.rest(
          "PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}",
          { check_run_id: view.id, ...shown },
          "safe",
        );
  return CheckRun.parse(data).id;
}

/** Posts a status on a commit; `target_url` is the run that acts, by which readers know it as ours, or `run` where a status is about another one. */
export async function setStatus(
  performer: Performer,
  status: { head: string; context: string; state: string; description: string; run?: number },
): Promise<void> {
  await performer.github.rest(
    "POST /repos/{owner}/{repo}/statuses/{sha}",
    {
      sha: status.head,
      state: status.state,
      context: status.context,
      description: status.description.slice(0, 140),
      target_url:
        status.run === undefined ? performer.runUrl : performer.runUrl.replace(/\d+$/, String(status.run)),
    },
    "safe",
  );
}

/** Publishes a message: a repository_dispatch to the workflow that its route names; a message without one is only logged. */
export async function send(performer: Performer, command: Send): Promise<void> {
  const { do: _, ...draft } = command;
  const { event } = ROUTES[command.type];
  const message = composeMessage(draft, performer.thread, performer);
  performer.log(`message ${message.type} ${message.from} → ${message.to} ${JSON.stringify(message.payload)}`);
  if (event === undefined) return;
  if (performer.startOn !== undefined && (await startWorkflow(performer, event, performer.startOn, message)))
    return;
  await performer.github.rest(
    "POST /repos/{owner}/{repo}/dispatches",
    { event_type: event, client_payload: { message } },
    "safe",
  );
}

/** Starts the workflow that `event` would start. False when GitHub refuses, as it does for a workflow that is not in the repository's tree. */
async function startWorkflow(
  { github, log }: Performer,
  event: EventType,
  ref: string,
  { payload }: Message,
): Promise<boolean> {
  const inputs = Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, String(value)]));
  try {
    await github.rest(
      "POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches",
      { workflow_id: `${event}.yml`, ref, inputs },
      "safe",
    );
    return true;
  } catch (error) {
    if (!(error instanceof GitHubRefusal)) throw error;
    log(`${event} cannot be started by workflow_dispatch: ${error.message}`);
    return false;
  }
}

async function changeLabelsOf(performer: Performer, commands: readonly LabelCommand[]): Promise<void> {
  await createMissingLabels(performer, commands);
  const ids = (names: readonly string[]) =>
    names.map((name) => performer.labelIds.get(name)).filter((id) => id !== undefined);
  const known = commands.every((command) => command.add.every((name) => performer.labelIds.has(name)));
  if (!known) return changeLabelsByName(performer, commands);
  const changes = commands
    .map((command) => ({ target: command.target.nodeId, add: ids(command.add), remove: ids(command.remove) }))
    .filter(({ add, remove }) => add.length + remove.length > 0);
  if (changes.length === 0) return;
  const variables = Object.fromEntries(
    changes.flatMap(({ target, add, remove }, at) => [
      [`target${at}`, target],
      ...(add.length > 0 ? [[`add${at}`, add]] : []),
      ...(remove.length > 0 ? [[`remove${at}`, remove]] : []),
    ]),
  );
  const document = changeLabels(
    changes.map(({ add, remove }) => ({ adds: add.length > 0, removes: remove.length > 0 })),
  );
  await performer.github.graphql(document, variables, "safe");
}

/** A label that the repository lacks is created with its colour and meaning before it is first used. */
async function createMissingLabels(performer: Performer, commands: readonly LabelCommand[]): Promise<void> {
  const wanted = new Set(
    commands.flatMap((command) => command.add).filter((name) => !performer.labelIds.has(name)),
  );
  for (const label of allLabels(performer.labelPrefix).filter((candidate) => wanted.has(candidate.name))) {
    await unlessRefused([422], () =>
      performer.github.rest("POST /repos/{owner}/{repo}/labels", { ...label }, "safe"),
    );
  }
}

async function changeLabelsByName({ github }: Performer, commands: readonly LabelCommand[]): Promise<void> {
  for (const { target, add, remove } of commands) {
    const issue_number = target.number;
    if (add.length > 0)
      await github.rest(
        "POST /repos/{owner}/{repo}/issues/{issue_number}/labels",
        { issue_number, labels: add },
        "safe",
      );
    for (const name of remove) {
      await unlessRefused([404], () =>
        github.rest(
          "DELETE /repos/{owner}/{repo}/issues/{issue_number}/labels/{name}",
          { issue_number, name },
          "safe",
        ),
      );
    }
  }
}

/** Brings a new session to where an earlier process left the run: messages, money, time, work tree, and what the guards had seen. */
import { Escalation } from "../../domain/policy.ts";
import type { Part } from "../../models/port.ts";
import { COMPLETE_TASK } from "../completion.ts";
import { withoutOpaque } from "../conversation.ts";
import type { LimitCause } from "../limits.ts";
import type { KnownFiles } from "../sandbox/file-client.ts";
import type { Session } from "../session.ts";
import { PlanInput, updatePlan } from "../tools/update-plan.ts";
import type { KnownLine, LineOf } from "./lines.ts";
import { mainRun, messagesOf } from "./read.ts";
import type { ResumePoint } from "./resume-point.ts";

export interface Resume {
  point: ResumePoint;
  /** Makes the work tree that of the point's checkpoint; before the call it is the one that the run started from. */
  layOut: () => Promise<void>;
}

/** A turn whose calls have to be made again, and the limit that it was the last turn of. */
export interface TornTurn {
  turn: LineOf<"model_turn">;
  over: LimitCause | undefined;
}

/**
 * Nothing in the lines can raise a limit: what they tell is only ever added to what is spent. Prompt, tools and policy are
 * those of this process; when they are not the recorded ones, the messages go on in a new epoch without thinking.
 */
export async function restoreSession<T>(
  session: Session<T>,
  { point, layOut }: Resume,
  now: { model: string; system: string; tools: string },
): Promise<TornTurn | undefined> {
  const { transcript, budget, worktree, conversation, run } = session;
  const lines = mainRun(point.carried);
  restoreConversation(session, lines);
  transcript.append("resume", { again: point.torn !== undefined });
  const { over, model } = spend(session, lines, point);
  for (const usage of point.lost) {
    budget.book(usage);
    transcript.append("budget", { usage, usd: session.priceOf(usage) });
  }
  await layOut();
  for (const line of lines) if (line.type === "tool_result") recallCall(session, line, point.torn);
  await worktree.settle();
  session.caller.escalations.push(...escalationsIn(lines, point.torn));
  await run.sandbox.files.recall(knownFiles(lines));
  recallTurns(session, lines, point.torn);
  const first = lines[0];
  const isSame =
    first?.type === "run" &&
    first.system === now.system &&
    first.tools === now.tools &&
    (model ?? first.model) === now.model;
  if (!isSame) conversation.startEpoch("resume", withoutOpaque(conversation.messages));
  return point.torn && { turn: point.torn, over };
}

function restoreConversation<T>(
  { conversation, gauge, notes }: Session<T>,
  lines: readonly KnownLine[],
): void {
  const since = lines.findLastIndex(({ type }) => type === "epoch") + 1;
  const newest = lines.slice(since).findLast((line) => line.type === "model_turn");
  const last = newest?.type === "model_turn" ? newest : undefined;
  conversation.restore({
    messages: messagesOf(lines),
    epoch: lines.at(-1)?.epoch ?? 0,
    lastTurnId: last?.id,
  });
  if (last) gauge.count(last.usage);
  notes.compactions = lines.filter((line) => line.type === "compact" && line.count !== undefined).length;
  const planned = lines.findLast((line) => line.type === "tool_call" && line.name === updatePlan.name);
  const plan = planned?.type === "tool_call" ? PlanInput.safeParse(planned.input).data : undefined;
  notes.plan = plan?.items ?? [];
}

/** Books everything on record: the limit that was reached before the torn turn was asked for, and the model that was last in use. */
function spend<T>(
  { budget }: Session<T>,
  lines: readonly KnownLine[],
  { torn }: ResumePoint,
): { over: LimitCause | undefined; model: string | undefined } {
  budget.spendTime(workedMs(lines));
  let over: LimitCause | undefined;
  let model: string | undefined;
  for (const line of lines) {
    if (line.type === "failover") model = line.to;
    if (line.type === "budget") budget.book(line.usage, model);
    if (line.type !== "model_turn") continue;
    if (line.seq === torn?.seq) over = budget.reached();
    budget.book(line.usage, model);
    budget.endTurn();
  }
  return { over, model };
}

/** Time between the lines; the time in which nobody worked on the run does not count. */
function workedMs(lines: readonly KnownLine[]): number {
  return lines.reduce((sum, line, at) => {
    const before = lines[at - 1];
    if (before === undefined || line.type === "resume" || line.type === "rollback") return sum;
    return sum + Math.max(0, Date.parse(line.ts) - Date.parse(before.ts));
  }, 0);
}

function recallCall<T>(
  { worktree }: Session<T>,
  line: LineOf<"tool_result">,
  torn: LineOf<"model_turn"> | undefined,
): void {
  if (torn && line.turn === torn.turn) return;
  for (const { cwd, ...command } of line.commands)
    worktree.ranCommand({ ...command, ...(cwd === undefined ? {} : { cwd }) });
  if (line.changed && line.effect !== "read") worktree.recall(line.effect);
}

function escalationsIn(lines: readonly KnownLine[], torn: LineOf<"model_turn"> | undefined): Escalation[] {
  return lines.flatMap((line) => {
    if (line.type !== "policy" || line.decision !== "escalated" || line.turn === torn?.turn) return [];
    return (
      Escalation.safeParse({
        agent: line.agent,
        tool: line.tool,
        what: line.what,
        why: line.why,
        answer: line.answer,
      }).data ?? []
    );
  });
}

function knownFiles(lines: readonly KnownLine[]): KnownFiles {
  const files = lines.filter((line) => line.type === "files");
  return {
    seen: Object.assign({}, ...files.map(({ seen }) => seen)),
    created: files.flatMap(({ created }) => created),
  };
}

/** What the guards counted turn by turn, without the torn turn: that one is counted when it is made again. */
function recallTurns<T>(
  { counts, guard }: Session<T>,
  lines: readonly KnownLine[],
  torn: LineOf<"model_turn"> | undefined,
): void {
  const outcomes = new Map(lines.flatMap((line) => (line.type === "tool_result" ? [[line.id, line]] : [])));
  const texts = new Map(messagesWithResults(lines).map((part) => [part.id, part.content]));
  for (const turn of lines) {
    if (turn.type !== "model_turn" || turn.seq === torn?.seq) continue;
    const calls = turn.parts.filter((part) => part.kind === "call");
    counts.toolCalls += calls.length;
    counts.cut = turn.stop === "max_tokens" ? counts.cut + 1 : 0;
    if (calls.length === 0) {
      if (turn.stop === "end_turn") counts.nudges += 1;
      continue;
    }
    counts.nudges = 0;
    const results = calls.flatMap((call) => {
      const outcome = outcomes.get(call.id);
      return outcome ? [{ call, outcome }] : [];
    });
    if (calls.some(({ name }) => name === COMPLETE_TASK.name)) {
      counts.invalidCompletions += results.filter(({ outcome }) => outcome.invalid).length;
      continue;
    }
    for (const { outcome } of results) counts.errors = outcome.isError ? counts.errors + 1 : 0;
    counts.invalidTurns =
      results.length > 0 && results.every(({ outcome }) => outcome.invalid) ? counts.invalidTurns + 1 : 0;
    guard.observe(
      results.map(({ call, outcome }) => ({
        tool: call.name,
        input: call.input,
        result: texts.get(call.id) ?? "",
        failedCommand: outcome.failedCommand,
        digest: outcome.tree,
      })),
      turn.parts.map((part) => (part.kind === "text" ? part.text : "")).join(""),
    );
  }
}

function messagesWithResults(lines: readonly KnownLine[]): Extract<Part, { kind: "result" }>[] {
  return lines.flatMap((line) =>
    line.type === "msg_user" ? line.parts.filter((part) => part.kind === "result") : [],
  );
}

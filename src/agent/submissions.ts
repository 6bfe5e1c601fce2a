/** The submission queue into a run: the only way to act on it from outside while it lives. */

export type Submission =
  /** Words for the model, in front of its next turn. */
  | { kind: "steer"; text: string }
  /** Answers the call that waits for a decision. */
  | { kind: "approve"; callId: string; decision: Approval }
  /** Starts a new epoch before the next turn. */
  | { kind: "compact" }
  /** One more turn to end with `complete_task`. */
  | { kind: "stop"; why: string }
  /** Ends at once; a running command is killed, work in the workspace stays. */
  | { kind: "interrupt"; why: string };

export interface Approval {
  approved: boolean;
  why: string;
}

/** Submissions that the loop carries out between two turns. */
export type BetweenTurns = Extract<Submission, { kind: "steer" | "compact" | "stop" }>;

export interface SubmissionQueue {
  submit(submission: Submission): void;
  /** Takes what waits for the next turn, in the order of submission. */
  take(): BetweenTurns[];
  /** Aborted by `interrupt`. */
  readonly interrupted: AbortSignal;
  /** The answer to a call, also when it came before the question. Rejects when `signal` aborts. */
  approval(callId: string, signal: AbortSignal): Promise<Approval>;
}

export function openSubmissionQueue(): SubmissionQueue {
  const interruption = new AbortController();
  const waiting: BetweenTurns[] = [];
  const answers = new Map<string, Approval>();
  const asked = new Map<string, (answer: Approval) => void>();

  return {
    interrupted: interruption.signal,
    submit(submission) {
      switch (submission.kind) {
        case "interrupt":
          interruption.abort(new Error(submission.why));
          return;
        case "approve": {
          const settle = asked.get(submission.callId);
          if (settle) settle(submission.decision);
          else answers.set(submission.callId, submission.decision);
          return;
        }
        default:
          waiting.push(submission);
      }
    },
    take: () => waiting.splice(0),
    approval(callId, signal) {
      const known = answers.get(callId);
      if (known) {
        answers.delete(callId);
        return Promise.resolve(known);
      }
      return new Promise((resolve, reject) => {
        const abort = () => {
          asked.delete(callId);
          reject(new Error("The run ended before the call was decided."));
        };
        if (signal.aborted) return abort();
        signal.addEventListener("abort", abort, { once: true });
        asked.set(callId, (answer) => {
          asked.delete(callId);
          signal.removeEventListener("abort", abort);
          resolve(answer);
        });
      });
    },
  };
}

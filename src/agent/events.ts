/** What comes out of a run: everything that is shown or recorded of it, besides the transcript, is made of these. */
import type { GuardRule } from "./loop-guard.ts";
import type { RunStatus, StopCause } from "./result.ts";
import type { PlanItem } from "./tool.ts";

/** Texts are redacted. `sub` carries the events of a sub-agent, named by its run. */
export type AgentEvent =
  /** `carried` is what an earlier process of this run spent, when it is gone on with. */
  | {
      kind: "started";
      agent: string;
      mode: string;
      model: string;
      carried?: { usd: number; turns: number; tokens: number };
    }
  /** `usd` and `tokens` are those of the whole run so far. */
  | { kind: "turn"; turn: number; text: string; calls: readonly string[]; usd: number | null; tokens: number }
  | { kind: "tool"; name: string; isError: boolean; ms: number }
  | { kind: "plan"; items: readonly PlanItem[] }
  | { kind: "retry"; attempt: number; waitMs: number; message: string }
  | { kind: "compaction"; count: number; message: string }
  | { kind: "failover"; from: string; to: string; message: string }
  | { kind: "limit"; share: number; message: string }
  | { kind: "loop"; rule: GuardRule; message: string }
  | { kind: "denied"; tool: string; message: string }
  /** A call needed a person or a wider sandbox; `message` says what came of it. */
  | { kind: "escalated"; tool: string; message: string }
  | { kind: "asked"; callId: string; agent: string; tool: string; message: string }
  | { kind: "hook"; hook: string; outcome: "blocked" | "rewrote" | "warned"; message: string }
  | { kind: "submitted"; submission: string; message: string }
  | { kind: "warning"; message: string }
  | { kind: "sub"; run: string; agent: string; event: AgentEvent }
  | {
      kind: "ended";
      status: RunStatus;
      cause: StopCause;
      message: string;
      turns: number;
      usd: number | null;
    };

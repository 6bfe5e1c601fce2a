/** What a caller can watch while an agent runs. */
import type { GuardRule } from "./loop-guard.ts";
import type { PlanItem } from "./tool.ts";

export type AgentEvent =
  | { kind: "turn"; turn: number; text: string; calls: readonly string[]; usd: number | null }
  | { kind: "tool"; name: string; isError: boolean; ms: number }
  | { kind: "plan"; items: readonly PlanItem[] }
  | { kind: "retry"; attempt: number; waitMs: number; message: string }
  | { kind: "limit"; share: number; message: string }
  | { kind: "loop"; rule: GuardRule; message: string }
  | { kind: "denied"; tool: string; message: string }
  | { kind: "warning"; message: string };

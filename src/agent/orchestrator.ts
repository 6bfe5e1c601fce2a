/**
 * The three steps of a tool call: approval, sandbox, attempt. A call that the sandbox stopped is tried once more in the wider
 * profile that a rule names; nothing is ever tried without the sandbox.
 */
import type { Escalation, Profile } from "../domain/policy.ts";
import { decidePolicy, type PolicyCall, type PolicyRule } from "./policy.ts";
import type { SandboxDenial } from "./sandbox/denial.ts";

export interface ApprovalRequest {
  /** The call that waits for the answer. */
  callId: string;
  agent: string;
  tool: string;
  /** The command or the paths. */
  what: string;
  why: string;
}

/** Who answers when a rule wants a person: a person who watches, or the parent of a sub-agent. Nobody there = denied. */
export type Approve = (request: ApprovalRequest) => Promise<{ approved: boolean; why: string }>;

export interface OrchestratorPorts {
  rules: readonly PolicyRule[];
  approve?: ((request: Omit<ApprovalRequest, "callId">) => ReturnType<Approve>) | undefined;
  /** Told of every call that needed a person or a wider sandbox. */
  escalated: (escalation: Escalation) => void;
}

export interface Attempt<Output> {
  output: Output;
  /** What the sandbox did not let it do. */
  denial?: SandboxDenial | undefined;
}

export type Orchestrated<Output> =
  | { kind: "refused"; why: string }
  | { kind: "ran"; output: Output; profile?: Profile; why: string };

/** Which denial a profile does away with. */
const REMEDY: Readonly<Record<Profile, SandboxDenial["kind"]>> = {
  setup_hosts: "network",
  long_command: "time",
};

/** Runs one call through the three steps. `attempt` is called once, or twice when the second may see more. */
export async function orchestrate<Output>(
  call: PolicyCall,
  attempt: (profile?: Profile) => Promise<Attempt<Output>>,
  ports: OrchestratorPorts,
): Promise<Orchestrated<Output>> {
  const decision = decidePolicy(call, ports.rules);
  if (decision.kind === "deny") return { kind: "refused", why: decision.why };
  if (decision.kind === "ask") {
    const answer = await ask(call, decision.why, ports);
    if (!answer.approved) return { kind: "refused", why: answer.why };
  }
  const first = await attempt();
  const escalation = decision.kind === "allow" ? decision.escalation : undefined;
  if (
    first.denial === undefined ||
    escalation === undefined ||
    REMEDY[escalation.profile] !== first.denial.kind
  )
    return { kind: "ran", output: first.output, why: decision.why };
  ports.escalated({
    ...subjectOf(call),
    why: `${escalation.why} (${first.denial.why})`.slice(0, 600),
    answer: "widened",
  });
  const second = await attempt(escalation.profile);
  return { kind: "ran", output: second.output, profile: escalation.profile, why: escalation.why };
}

async function ask(
  call: PolicyCall,
  why: string,
  { approve, escalated }: OrchestratorPorts,
): Promise<{ approved: boolean; why: string }> {
  const subject = subjectOf(call);
  const answer = await (
    approve?.({ ...subject, why }) ??
    Promise.resolve({ approved: false, why: `${why}; that needs a person, and nobody is here to ask` })
  ).catch(() => ({ approved: false, why: `${why}; whoever was asked gave no answer` }));
  escalated({ ...subject, why: answer.why.slice(0, 600), answer: answer.approved ? "approved" : "denied" });
  return answer;
}

function subjectOf({ agent, tool, paths, command }: PolicyCall): Pick<Escalation, "agent" | "tool" | "what"> {
  const what = (command ?? paths.join(", ")).slice(0, 300);
  return { agent: agent.slice(0, 60), tool: tool.slice(0, 100), what };
}

/** The port through which faults come into the forge: what a plan is asked, and what it may do. */
import type { Json, TriggerEvent } from "../../contract.ts";

/** A request as a plan sees it. */
export interface FaultyRequest {
  method: string;
  /** `POST /repos/{owner}/{repo}/dispatches`, `mutation addComment`, `git-receive-pack`: the same for equal calls. */
  route: string;
  /** Path and query as sent. */
  path: string;
  /** Whether it may change something. */
  writes: boolean;
  /** What was sent as JSON; absent for git. */
  body?: Json;
  /** Whose token it carries. */
  token: "anonymous" | "person" | "job" | "app";
}

export type RequestFaultKind =
  | "error_before"
  | "error_after"
  | "reset_before"
  | "reset_after"
  | "truncated"
  | "rate_limited"
  | "secondary_limit"
  | "stale"
  | "expired"
  | "slow";

export type EventFaultKind = "dropped" | "duplicated" | "delayed" | "reordered";

/**
 * What happens to a request. `before` = without effect, `after` = the effect stays and the answer is lost or wrong.
 * `stale` = a read is answered as it was answered the time before; without such an answer nothing happens.
 * `expired` = the token of a job or App is dead from now on.
 */
export interface RequestFault {
  kind: RequestFaultKind;
  /** Of `error_*`: the status. */
  status?: number;
  /** Of `rate_limited` and `secondary_limit`: what `retry-after` says. Of `slow`: how long the answer takes. */
  seconds?: number;
}

/** What happens to an event on its way to the runner. A reordered one arrives behind the next, a delayed one later. */
export interface EventFault {
  kind: EventFaultKind;
  /** Of `delayed`. */
  seconds?: number;
}

/** Asked once for each request and event, in order of arrival. Undefined = nothing goes wrong. */
export interface FaultPlan {
  request?(request: FaultyRequest): RequestFault | undefined;
  event?(event: TriggerEvent): EventFault | undefined;
}

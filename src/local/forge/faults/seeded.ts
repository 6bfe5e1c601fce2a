/**
 * Faults by seed, and the same faults again by their schedule. What happens to a call depends on the seed, on the call
 * and on how often it was made before, never on what other calls came in between: a schedule replays although
 * processes race, and a shorter schedule keeps what is left in place.
 */
import { createHash } from "node:crypto";
import type { EventFault, EventFaultKind, FaultPlan, RequestFault, RequestFaultKind } from "./port.ts";

/** Chances from 0 to 1, tried in this order. */
export interface FaultRates {
  requests?: { readonly [kind in RequestFaultKind]?: number };
  events?: { readonly [kind in EventFaultKind]?: number };
}

/** One fault that happened: at which call, `POST /repos/{owner}/{repo}/dispatches #3`. */
export interface Incident {
  at: string;
  fault: RequestFault | EventFault;
}

export interface RecordedPlan extends FaultPlan {
  /** Everything that the plan did so far, in order; `replayFaults` takes it. */
  readonly incidents: readonly Incident[];
}

const ERRORS = [500, 502, 503] as const;
const MAX_SLOW_S = 2;
const MAX_WAIT_S = 3;
const MAX_DELAY_S = 5;

/** `only` spares the calls for which it is false; `limit` ends the faults, so that what is under test can come to rest. */
export function seededFaults(options: {
  seed: number;
  rates: FaultRates;
  limit?: number;
  only?: (call: { route: string; token: string }) => boolean;
}): RecordedPlan {
  const { seed, rates, limit = Number.POSITIVE_INFINITY, only = () => true } = options;
  const next = createOrdinals();
  const incidents: Incident[] = [];
  const draw = <Fault extends RequestFault | EventFault>(
    at: string,
    chances: { readonly [kind: string]: number | undefined },
    isPossible: (kind: string) => boolean,
    make: (kind: string, spread: number) => Fault | undefined,
  ): Fault | undefined => {
    let [chance, spread] = drawsOf(seed, at);
    for (const [kind, rate = 0] of Object.entries(chances)) {
      if (!isPossible(kind)) continue;
      if (chance < rate) {
        const fault = incidents.length < limit ? make(kind, spread) : undefined;
        if (fault) incidents.push({ at, fault });
        return fault;
      }
      chance -= rate;
    }
    return undefined;
  };
  return {
    incidents,
    request: (request) => {
      const at = next(request.route);
      if (!only({ route: request.route, token: request.token })) return undefined;
      const isPossible = (kind: string): boolean => (kind === "stale" ? !request.writes : true);
      return draw(at, rates.requests ?? {}, isPossible, requestFault);
    },
    event: (event) => {
      const at = next(`event ${event.name}`);
      if (!only({ route: `event ${event.name}`, token: "" })) return undefined;
      return draw(at, rates.events ?? {}, () => true, eventFault);
    },
  };
}

/** Exactly these faults, each at its call. */
export function replayFaults(incidents: readonly Incident[]): FaultPlan {
  const next = createOrdinals();
  const at = new Map(incidents.map((incident) => [incident.at, incident.fault]));
  return {
    request: (request) => {
      const fault = at.get(next(request.route));
      return fault && isRequestFault(fault) ? fault : undefined;
    },
    event: (event) => {
      const fault = at.get(next(`event ${event.name}`));
      return fault && !isRequestFault(fault) ? fault : undefined;
    },
  };
}

/** The fault at the call number `call`, from 1, of those that write; counts them without a fault. For enumerations. */
export function faultAtWrite(
  call: number,
  fault: RequestFault | undefined,
): FaultPlan & { readonly writes: number } {
  let writes = 0;
  return {
    get writes() {
      return writes;
    },
    request: (request) => {
      if (!request.writes) return undefined;
      writes += 1;
      return writes === call ? fault : undefined;
    },
  };
}

/** Names a call by what it is and how often it came. */
function createOrdinals(): (route: string) => string {
  const seen = new Map<string, number>();
  return (route) => {
    const count = (seen.get(route) ?? 0) + 1;
    seen.set(route, count);
    return `${route} #${count}`;
  };
}

/** Two numbers from 0 to 1 that depend on the seed and the call alone. */
function drawsOf(seed: number, at: string): [chance: number, spread: number] {
  const bytes = createHash("sha256").update(`${seed} ${at}`).digest();
  return [bytes.readUInt32BE(0) / 2 ** 32, bytes.readUInt32BE(4) / 2 ** 32];
}

const upTo = (most: number, spread: number): number => Math.round(most * spread * 1000) / 1000;

function requestFault(kind: string, spread: number): RequestFault | undefined {
  switch (kind) {
    case "error_before":
    case "error_after":
      return { kind, status: ERRORS[Math.floor(spread * ERRORS.length)] ?? ERRORS[0] };
    case "rate_limited":
    case "secondary_limit":
      return { kind, seconds: Math.ceil(upTo(MAX_WAIT_S, spread)) };
    case "slow":
      return { kind, seconds: upTo(MAX_SLOW_S, spread) };
    case "reset_before":
    case "reset_after":
    case "truncated":
    case "stale":
    case "expired":
      return { kind };
    default:
      return undefined;
  }
}

function eventFault(kind: string, spread: number): EventFault | undefined {
  if (kind === "delayed") return { kind, seconds: upTo(MAX_DELAY_S, spread) };
  return kind === "dropped" || kind === "duplicated" || kind === "reordered" ? { kind } : undefined;
}

const EVENT_KINDS: readonly string[] = [
  "dropped",
  "duplicated",
  "delayed",
  "reordered",
] satisfies EventFaultKind[];

const isRequestFault = (fault: RequestFault | EventFault): fault is RequestFault =>
  !EVENT_KINDS.includes(fault.kind);

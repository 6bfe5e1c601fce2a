/** The way of events to the runner: at least once, in order, over restarts, and with the faults that a plan asks for. */
import type { Clock, TriggerEvent } from "../contract.ts";
import type { FaultPlan } from "./faults/port.ts";
import type { Listeners } from "./runner-port.ts";
import type { Ids } from "./site.ts";
import type { Store } from "./store/store.ts";

/** A reordered event that nothing follows goes after this time. */
const LONGEST_OVERTAKING_S = 1;

export interface Delivery {
  /** Journals the event; listeners get it afterwards. */
  send(event: TriggerEvent): void;
  redeliver(): void;
}

/** Events wait in the journal until a listener has taken them, so that a kill loses none. */
export function createDelivery(parts: {
  store: Store;
  listeners: Listeners;
  clock: Clock;
  ids: Ids;
  faults: FaultPlan | undefined;
  log: (line: string) => void;
}): Delivery {
  const { store, listeners, clock, ids, faults, log } = parts;
  let scheduled = false;
  /** Events that a plan was asked about already. */
  const asked = new Set<string>();
  /** Events that a fault keeps back for now. */
  const held = new Map<string, "delayed" | "reordered">();

  const tell = (event: TriggerEvent): void => {
    for (const listener of listeners.event) {
      try {
        listener(event);
      } catch (error) {
        log(
          `A listener failed on ${event.name} ${event.id}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
        );
      }
    }
    forget(event);
  };

  const forget = (event: TriggerEvent): void => {
    asked.delete(event.id);
    store.remove("undelivered", event.id);
  };

  const release = (id: string): void => {
    if (held.delete(id)) redeliver();
  };

  /** True when the event may go now. */
  const mayGo = (event: TriggerEvent): boolean => {
    if (held.has(event.id)) return false;
    if (asked.has(event.id)) return true;
    asked.add(event.id);
    const fault = faults?.event?.(event);
    if (fault) log(`fault: ${event.name} ${event.action ?? ""} ${fault.kind}`);
    switch (fault?.kind) {
      case undefined:
        return true;
      case "dropped":
        forget(event);
        return false;
      case "duplicated": {
        const copy = { ...event, id: ids.uuid() };
        asked.add(copy.id);
        store.put("undelivered", copy.id, { event: copy });
        redeliver();
        return true;
      }
      case "delayed":
      case "reordered": {
        held.set(event.id, fault.kind);
        clock.after((fault.seconds ?? LONGEST_OVERTAKING_S) * 1000, () => release(event.id));
        return false;
      }
    }
  };

  const deliver = (): void => {
    scheduled = false;
    if (listeners.event.size === 0) return;
    for (const { event } of [...store.all("undelivered")]) {
      if (!mayGo(event)) continue;
      const overtaken = [...held].filter(([, kind]) => kind === "reordered").map(([id]) => id);
      tell(event);
      for (const id of overtaken) release(id);
    }
  };
  const redeliver = (): void => {
    if (!scheduled) setImmediate(deliver);
    scheduled = true;
  };
  return {
    send: (event) => {
      store.put("undelivered", event.id, { event });
      redeliver();
    },
    redeliver,
  };
}

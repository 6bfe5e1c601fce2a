/** The event queue out of a run: ordered, nothing lost, and no consumer can hold the run up. */
import { type Backlog, openBacklog } from "./backlog.ts";
import type { AgentEvent } from "./events.ts";

/** Events that wait in memory for one consumer; more wait on disk. */
const CAPACITY = 1_024;

export interface EventQueue {
  /** Give it to a run as `onEvent`. Never waits and never throws. */
  push(event: AgentEvent): void;
  /** Every event from now on, for one consumer. */
  subscribe(): AsyncIterableIterator<AgentEvent>;
  /** No more events; each consumer ends when it has read its last. */
  close(): void;
}

export function openEventQueue(capacity: number = CAPACITY): EventQueue {
  const consumers = new Set<Backlog<AgentEvent>>();
  let closed = false;
  return {
    push(event) {
      for (const consumer of consumers) consumer.push(event);
    },
    subscribe() {
      const consumer = openBacklog<AgentEvent>(capacity);
      if (closed) consumer.end();
      else consumers.add(consumer);
      return consumer;
    },
    close() {
      closed = true;
      for (const consumer of consumers) consumer.end();
      consumers.clear();
    },
  };
}

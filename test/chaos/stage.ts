/**
 * One process, one virtual clock, many actors, one of whom acts at a time. Every request of an actor is a scheduling point: who
 * comes next is chosen, so a schedule is a list of choices, and the same choices give the same world.
 */
import { setImmediate as nextTurn } from "node:timers/promises";
import type { Clock } from "../../src/local/contract.ts";

/** What a request costs in virtual time, in milliseconds. */
const STEP = 150;
/** Real time after which an actor that neither asks nor ends is an error of the harness, in milliseconds. */
const PATIENCE = 30_000;

/** Which of `ready` goes on; an index. */
export type Choose = (ready: readonly string[]) => number;

interface Actor {
  name: string;
  queue: (() => Promise<void>)[];
  wakeAt: number | undefined;
  wake: (() => void) | undefined;
  ended: boolean;
  /** Tells the stage that the actor waits again, or is over. */
  changed: () => void;
}

/** How an actor meets the stage. */
export interface Part {
  /** Does `work` when it is this actor's turn. */
  step<Result>(work: () => Promise<Result>): Promise<Result>;
  sleep(milliseconds: number): Promise<void>;
}

export class Stage {
  readonly #actors: Actor[] = [];
  readonly #choose: Choose;
  #now: number;
  #timers: { at: number; run: () => void }[] = [];
  /** Called before each step, with nobody else acting. */
  onStep: () => Promise<void> = async () => undefined;

  constructor(start: string, choose: Choose = () => 0) {
    this.#now = Date.parse(start);
    this.#choose = choose;
  }

  readonly clock: Clock = {
    now: () => new Date(this.#now),
    after: (milliseconds, run) => {
      const timer = { at: this.#now + milliseconds, run };
      this.#timers.push(timer);
      return () => {
        this.#timers = this.#timers.filter((other) => other !== timer);
      };
    },
  };

  now(): Date {
    return new Date(this.#now);
  }

  advance(milliseconds: number): void {
    this.#now += milliseconds;
    const due = this.#timers.filter(({ at }) => at <= this.#now);
    this.#timers = this.#timers.filter(({ at }) => at > this.#now);
    for (const { run } of due) run();
  }

  /** Adds an actor; its first step is its start. */
  enter(name: string, play: (part: Part) => Promise<void>): void {
    const actor: Actor = {
      name,
      queue: [],
      wakeAt: undefined,
      wake: undefined,
      ended: false,
      changed: () => undefined,
    };
    const part: Part = {
      step: (work) =>
        new Promise((resolve, reject) => {
          actor.queue.push(() => work().then(resolve, reject));
          actor.changed();
        }),
      sleep: (milliseconds) =>
        new Promise((resolve) => {
          actor.wakeAt = this.#now + milliseconds;
          actor.wake = resolve;
          actor.changed();
        }),
    };
    this.#actors.push(actor);
    actor.queue.push(async () => {
      play(part).then(
        () => this.#leave(actor),
        (error: unknown) => {
          this.#failure ??= error;
          this.#leave(actor);
        },
      );
    });
  }

  #failure: unknown;

  /** Lets everybody act until all are gone. Throws what an actor did not expect itself. */
  async settle(): Promise<void> {
    await nextTurn();
    for (;;) {
      if (this.#failure !== undefined) throw this.#failure;
      const actor = this.#next();
      if (actor === undefined) return;
      if (actor.queue.length === 0) this.#awake(actor);
      // What it asks for next is a turn of its own, however soon it comes: real time must not choose.
      for (const step of actor.queue.splice(0)) {
        await this.onStep();
        this.advance(STEP);
        await step();
      }
      await nextTurn();
      await this.#untilItWaits(actor);
    }
  }

  #next(): Actor | undefined {
    const ready = this.#actors.filter(
      ({ queue, wakeAt }) => queue.length > 0 || (wakeAt !== undefined && wakeAt <= this.#now),
    );
    if (ready.length > 0)
      return ready.length === 1 ? ready[0] : ready[this.#choose(ready.map(({ name }) => name))];
    const times = this.#actors.flatMap(({ wakeAt }) => wakeAt ?? []);
    if (times.length === 0) return undefined;
    this.advance(Math.min(...times) - this.#now);
    return this.#next();
  }

  #awake(actor: Actor): void {
    const { wake } = actor;
    actor.wakeAt = undefined;
    actor.wake = undefined;
    wake?.();
  }

  #leave(actor: Actor): void {
    actor.ended = true;
    this.#actors.splice(this.#actors.indexOf(actor), 1);
    actor.changed();
  }

  async #untilItWaits(actor: Actor): Promise<void> {
    const waits = () => actor.ended || actor.queue.length > 0 || actor.wakeAt !== undefined;
    if (waits()) return;
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve, reject) => {
      timer = setTimeout(() => reject(new Error(`${actor.name} neither asks nor ends`)), PATIENCE);
      actor.changed = () => {
        if (waits()) resolve();
      };
    });
    clearTimeout(timer);
    actor.changed = () => undefined;
  }
}

/** The steps of a job as the REST API shows them, kept in the forge as they go. */
import type { Clock, StepRecord } from "../../contract.ts";
import type { StepResult } from "./model.ts";

export interface StepRecords {
  /** Adds a step at the end and returns its number. */
  add(name: string): number;
  start(number: number, name?: string): void;
  complete(number: number, conclusion: StepResult): void;
  nameOf(number: number): string;
}

/** `store` gets the whole list after each change. */
export function createStepRecords(clock: Clock, store: (steps: StepRecord[]) => void): StepRecords {
  const steps: StepRecord[] = [];
  const change = (number: number, patch: Partial<StepRecord>) => {
    const index = steps.findIndex((step) => step.number === number);
    const step = steps[index];
    if (step) steps[index] = { ...step, ...patch };
    store([...steps]);
  };
  return {
    add(name) {
      const number = steps.length + 1;
      steps.push({ number, name, status: "queued", conclusion: null, startedAt: null, completedAt: null });
      return number;
    },
    start(number, name) {
      change(number, {
        status: "in_progress",
        startedAt: clock.now().toISOString(),
        ...(name === undefined ? {} : { name }),
      });
    },
    complete(number, conclusion) {
      const now = clock.now().toISOString();
      const started = steps.find((step) => step.number === number)?.startedAt ?? now;
      change(number, { status: "completed", conclusion, startedAt: started, completedAt: now });
    },
    nameOf: (number) => steps.find((step) => step.number === number)?.name ?? "",
  };
}

/** The log of a job: masked, timestamped lines as GitHub writes them, and the annotations that commands raise. */
import type { Clock, JobRecord } from "../../contract.ts";
import type { Masks } from "./masks.ts";

export type Annotation = JobRecord["annotations"][number];

export interface JobLog {
  /** Writes text (one or many lines), masked. */
  write(text: string): void;
  /** Adds an annotation of the current step, within GitHub's limits, and its line in the log. */
  annotate(annotation: Annotation): void;
  /** Starts counting the limits anew: ten per level and step. */
  startStep(): void;
  /** Hands over what is still buffered. */
  flush(): void;
  readonly annotations: Annotation[];
}

const MAX_PER_LEVEL = 10;
const MAX_MESSAGE = 4_096;
const PREFIX = { notice: "##[notice]", warning: "##[warning]", failure: "##[error]" } as const;

export function createJobLog(clock: Clock, masks: Masks, append: (text: string) => void): JobLog {
  const annotations: Annotation[] = [];
  let counts = { notice: 0, warning: 0, failure: 0 };
  let buffered = "";
  const flush = () => {
    const text = buffered;
    buffered = "";
    if (text !== "") append(text);
  };
  const write = (text: string) => {
    const time = clock.now().toISOString().replace("Z", "0000Z");
    const lines = masks.apply(text).split(/\r?\n/);
    // One write per turn of the loop: a chatty step must not cost a disk write per line.
    if (buffered === "") setImmediate(flush);
    buffered += lines.map((line) => `${time} ${line}\n`).join("");
  };
  return {
    annotations,
    write,
    flush,
    startStep() {
      counts = { notice: 0, warning: 0, failure: 0 };
    },
    annotate(annotation) {
      write(`${PREFIX[annotation.level]}${annotation.message}`);
      counts[annotation.level] += 1;
      if (counts[annotation.level] > MAX_PER_LEVEL) return;
      annotations.push({ ...annotation, message: masks.apply(annotation.message).slice(0, MAX_MESSAGE) });
    },
  };
}

/** What GitHub refuses about `concurrency:` and its parser here does not. */
import { child, lineOf, literalBoolean, literalText, type Token } from "../language/tokens.ts";
import type { FileError, WorkflowFile } from "../language/workflow-file.ts";

/** `queue: max` and `cancel-in-progress: true` exclude each other (changelog 2026-05-07). */
export function checkConcurrency(file: WorkflowFile): FileError[] {
  const tokens = [file.concurrency, ...file.jobs.map((job) => job.concurrency)];
  return tokens.filter(contradicts).map((token) => ({
    file: file.path,
    line: lineOf(token),
    message: "'queue: max' cannot be used together with 'cancel-in-progress: true'",
  }));
}

function contradicts(token: Token | undefined): boolean {
  return (
    literalText(child(token, "queue")) === "max" &&
    literalBoolean(child(token, "cancel-in-progress")) === true
  );
}

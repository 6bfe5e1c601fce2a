/** Failures that we foresaw. Tests, metrics and exit codes match on `code`, never on the text. */

/** Who can put this right: the maintainer, time, a human decision, or us. */
export type Remedy = "fix-config" | "wrong-use" | "retry" | "escalate" | "bug";

export const ERRORS = {
  CONFIG_INVALID: "fix-config",
  INPUT_INVALID: "wrong-use",
  ENVIRONMENT_UNFIT: "fix-config",
  MESSAGE_MALFORMED: "bug",
  STATE_BLOCK_TOO_LARGE: "escalate",
  GITHUB_UNREACHABLE: "retry",
  GITHUB_RATE_LIMITED: "retry",
  GITHUB_REFUSED: "fix-config",
  GITHUB_CONFLICT: "retry",
  GIT_FAILED: "retry",
  PATCH_REFUSED: "escalate",
  SECRET_FOUND: "escalate",
  SANDBOX_UNAVAILABLE: "fix-config",
  MODEL_UNREACHABLE: "retry",
  MODEL_REFUSED_KEY: "fix-config",
  OUTCOME_INVALID: "bug",
  WORK_ORDER_INVALID: "bug",
  REVIEW_WITHOUT_RESULT: "retry",
  DATA_DIRECTORY_UNUSABLE: "fix-config",
} as const satisfies Record<string, Remedy>;

export type ErrorCode = keyof typeof ERRORS;

/** A foreseen failure. `message` says what happened and what to do, naming the input, label or file. */
export class NightshiftError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "NightshiftError";
    this.code = code;
  }

  get remedy(): Remedy {
    return ERRORS[this.code];
  }
}

/** Text of anything thrown: the message of an Error, else its string form. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

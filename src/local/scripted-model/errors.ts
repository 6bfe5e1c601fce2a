/** A scenario that cannot be used. The message names the scenario, the entry and the remedy. */
export class ScenarioError extends Error {
  override readonly name = "ScenarioError";
}

/** A request that the scripted model refuses, before a wire format gives it a body and a status. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly kind: RefusalKind;

  constructor(kind: RefusalKind, message: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
  }
}

export type RefusalKind = "unauthenticated" | "invalid" | "not_found" | "too_large";

/** Reads `concurrency:` of a workflow or job. */
import { evaluateBoolean, evaluateScalar } from "../language/evaluate-token.ts";
import type { Scope } from "../language/expression.ts";
import { child, literalText, type Token } from "../language/tokens.ts";
import type { GroupRequest } from "./concurrency.ts";

/** Undefined when there is no group, or its name comes out empty. */
export function readGroup(
  token: Token | undefined,
  repository: string,
  scope: Scope,
): GroupRequest | undefined {
  if (!token) return undefined;
  const groupToken = child(token, "group");
  const group = evaluateScalar(groupToken ?? token, scope);
  if (group === "") return undefined;
  return {
    repository,
    group,
    cancelInProgress: evaluateBoolean(child(token, "cancel-in-progress"), scope),
    queue: literalText(child(token, "queue")) === "max" ? "max" : "single",
  };
}

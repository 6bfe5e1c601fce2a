/** Typed access to the token tree of `@actions/workflow-parser`: the runner executes from tokens, because the converted template drops keys. */
import {
  isBasicExpression,
  isBoolean,
  isMapping,
  isNumber,
  isSequence,
  isString,
} from "@actions/workflow-parser";
import { ensureStatusFunction } from "@actions/workflow-parser/model/converter/if-condition";
import type { TemplateToken } from "@actions/workflow-parser/templates/tokens/template-token";

export type Token = TemplateToken;

/** The value of a key of a mapping; undefined when absent or when the token is no mapping. */
export function child(token: Token | undefined, key: string): Token | undefined {
  return token && isMapping(token) ? token.find(key) : undefined;
}

/** The entries of a mapping in order; none for every other token. */
export function entries(token: Token | undefined): { key: string; keyToken: Token; value: Token }[] {
  if (!token || !isMapping(token)) return [];
  return [...token].map(({ key, value }) => ({ key: key.toString(), keyToken: key, value }));
}

export function items(token: Token | undefined): Token[] {
  return token && isSequence(token) ? [...token] : [];
}

/** The text of a literal scalar; undefined for expressions, null and collections. */
export function literalText(token: Token | undefined): string | undefined {
  if (!token) return undefined;
  if (isString(token)) return token.value;
  if (isNumber(token) || isBoolean(token)) return token.toString();
  return undefined;
}

export function literalBoolean(token: Token | undefined): boolean | undefined {
  return token && isBoolean(token) ? token.value : undefined;
}

/** A list of literals where YAML allows one string or a sequence. */
export function literalList(token: Token | undefined): string[] | undefined {
  if (!token) return undefined;
  const one = literalText(token);
  if (one !== undefined) return [one];
  return items(token).flatMap((item) => literalText(item) ?? []);
}

/**
 * The condition of an `if:` with GitHub's rule applied: without a status function it becomes `success() && (…)`;
 * an absent condition is `success()`.
 */
export function condition(token: Token | undefined): string {
  if (!token) return "success()";
  const source = (isBasicExpression(token) ? token.expression : (literalText(token) ?? "")).trim();
  return source === "" ? "success()" : ensureStatusFunction(source, token.definitionInfo);
}

/** One-based line of a token in its file. */
export function lineOf(token: Token | undefined): number {
  return token?.range?.start.line ?? 1;
}

/** Evaluates token trees: literals stay, expressions are replaced by their values, `${{ insert }}` merges mappings. */
import {
  isBasicExpression,
  isBoolean,
  isMapping,
  isNumber,
  isSequence,
  isString,
} from "@actions/workflow-parser";
import type { Json, JsonObject } from "../../contract.ts";
import { evaluateExpression, evaluateText, type Scope } from "./expression.ts";
import type { Token } from "./tokens.ts";

/** The JSON value of a token tree in a scope. Throws GitHub's message when an expression fails. */
export function evaluateToken(token: Token, scope: Scope): Json {
  if (isString(token) || isNumber(token) || isBoolean(token)) return token.value;
  if (isBasicExpression(token)) return evaluateExpression(token.expression, scope);
  if (isSequence(token)) return [...token].map((item) => evaluateToken(item, scope));
  if (isMapping(token)) return evaluateMapping(token, scope);
  return null;
}

/** The text of a scalar token in a scope; the empty string for an absent one. */
export function evaluateScalar(token: Token | undefined, scope: Scope): string {
  if (!token) return "";
  if (isBasicExpression(token)) return evaluateText(token.expression, scope);
  const value = evaluateToken(token, scope);
  return value === null || typeof value === "object" ? "" : String(value);
}

/** A mapping whose values are texts (`env`, `with`, `outputs`). */
export function evaluateTexts(token: Token | undefined, scope: Scope): { [key: string]: string } {
  if (!token) return {};
  if (!isMapping(token)) return textsOf(evaluateToken(token, scope));
  const texts: { [key: string]: string } = {};
  for (const { key, value } of token) {
    if (!isString(key) && !isBasicExpression(key) && !isNumber(key) && !isBoolean(key)) {
      Object.assign(texts, textsOf(evaluateToken(value, scope)));
    } else texts[evaluateScalar(key, scope)] = evaluateScalar(value, scope);
  }
  return texts;
}

export function evaluateNumber(token: Token | undefined, scope: Scope): number | undefined {
  if (!token) return undefined;
  const value = Number(evaluateScalar(token, scope));
  return Number.isFinite(value) ? value : undefined;
}

export function evaluateBoolean(token: Token | undefined, scope: Scope): boolean {
  return evaluateScalar(token, scope) === "true";
}

function evaluateMapping(token: Token, scope: Scope): JsonObject {
  const result: JsonObject = {};
  if (!isMapping(token)) return result;
  for (const { key, value } of token) {
    if (isString(key) || isBasicExpression(key) || isNumber(key) || isBoolean(key)) {
      result[evaluateScalar(key, scope)] = evaluateToken(value, scope);
      continue;
    }
    const inserted = evaluateToken(value, scope);
    if (inserted && typeof inserted === "object" && !Array.isArray(inserted)) Object.assign(result, inserted);
  }
  return result;
}

function textsOf(value: Json): { [key: string]: string } {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return {};
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, typeof item === "object" ? "" : String(item)]),
  );
}

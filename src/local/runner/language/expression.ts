/** Evaluates GitHub expressions with GitHub's own engine over plain JSON contexts. */
import { data, Evaluator, Lexer, Parser } from "@actions/expressions";
import type { Expr } from "@actions/expressions/ast";
import type { ExpressionData } from "@actions/expressions/data/expressiondata";
import type { FunctionDefinition } from "@actions/expressions/funcs/info";
import { type Token, TokenType } from "@actions/expressions/lexer";
import { falsy } from "@actions/expressions/result";
import type { Json } from "../../contract.ts";

/** The status functions and `hashFiles`, which depend on where an expression stands. */
export interface ExpressionFunctions {
  success?: () => boolean;
  failure?: () => boolean;
  cancelled?: () => boolean;
  always?: () => boolean;
  hashFiles?: (patterns: string[]) => string;
}

/** What an expression can see. Contexts that are absent evaluate to null. */
export interface Scope {
  contexts: { readonly [name: string]: Json };
  functions?: ExpressionFunctions;
}

const CONTEXT_NAMES = [
  "github",
  "inputs",
  "vars",
  "secrets",
  "needs",
  "strategy",
  "matrix",
  "steps",
  "job",
  "jobs",
  "runner",
  "env",
];
const FUNCTION_NAMES = ["success", "failure", "cancelled", "always"] as const;
const EXTRA_FUNCTIONS = [
  ...FUNCTION_NAMES.map((name) => ({ name, minArgs: 0, maxArgs: 0 })),
  { name: "hashFiles", minArgs: 1, maxArgs: 255 },
];

const parsed = new Map<string, Expr>();
const converted = new WeakMap<object, ExpressionData>();

/** Evaluates an expression (without `${{ }}`). Throws GitHub's message when it does not parse. */
export function evaluateExpression(source: string, scope: Scope): Json {
  return toJson(evaluate(source, scope));
}

/** As `evaluateExpression`, coerced to text as inside a string. */
export function evaluateText(source: string, scope: Scope): string {
  return evaluate(source, scope).coerceString();
}

/** As `evaluateExpression`, coerced by GitHub's truthiness (0, "", null and false are false). */
export function evaluateCondition(source: string, scope: Scope): boolean {
  return !falsy(evaluate(source, scope));
}

function evaluate(source: string, scope: Scope): ExpressionData {
  const contexts = new data.Dictionary();
  for (const name of CONTEXT_NAMES) contexts.add(name, fromJson(scope.contexts[name] ?? null));
  return new Evaluator(parse(source), contexts, definitions(scope.functions ?? {})).evaluate();
}

function parse(source: string): Expr {
  const known = parsed.get(source);
  if (known) return known;
  const tokens = new Lexer(source).lex().tokens.map(unescapeString);
  const tree = new Parser(tokens, CONTEXT_NAMES, EXTRA_FUNCTIONS).parse();
  parsed.set(source, tree);
  return tree;
}

/** The lexer (0.3.61) undoes only the first `''` of a string; GitHub undoes all. */
function unescapeString(token: Token): Token {
  if (token.type !== TokenType.STRING) return token;
  return { ...token, value: token.lexeme.slice(1, -1).replaceAll("''", "'") };
}

function definitions(functions: ExpressionFunctions): Map<string, FunctionDefinition> {
  const map = new Map<string, FunctionDefinition>();
  for (const name of FUNCTION_NAMES) {
    const call = () => new data.BooleanData(functions[name]?.() ?? name === "always");
    map.set(name, { name, minArgs: 0, maxArgs: 0, call });
  }
  map.set("hashfiles", {
    name: "hashFiles",
    minArgs: 1,
    maxArgs: 255,
    call: (...patterns) =>
      new data.StringData(functions.hashFiles?.(patterns.map((pattern) => pattern.coerceString())) ?? ""),
  });
  return map;
}

function fromJson(value: Json): ExpressionData {
  if (value === null) return new data.Null();
  if (typeof value === "string") return new data.StringData(value);
  if (typeof value === "number") return new data.NumberData(value);
  if (typeof value === "boolean") return new data.BooleanData(value);
  const known = converted.get(value);
  if (known) return known;
  const result = Array.isArray(value)
    ? new data.Array(...value.map(fromJson))
    : new data.Dictionary(...Object.entries(value).map(([key, item]) => ({ key, value: fromJson(item) })));
  converted.set(value, result);
  return result;
}

function toJson(value: ExpressionData): Json {
  if (value instanceof data.StringData) return value.coerceString();
  if (value instanceof data.NumberData) return value.number();
  if (value instanceof data.BooleanData) return value.value;
  if (value instanceof data.Array) return value.values().map(toJson);
  if (value instanceof data.Dictionary) {
    return Object.fromEntries(value.pairs().map(({ key, value: item }) => [key, toJson(item)]));
  }
  return null;
}

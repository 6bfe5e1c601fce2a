/** Expands `strategy:` into the jobs of a matrix. */
import { isDeepStrictEqual } from "node:util";
import type { Json, JsonObject } from "../../contract.ts";
import { evaluateToken } from "../language/evaluate-token.ts";
import type { Scope } from "../language/expression.ts";
import type { Token } from "../language/tokens.ts";

export interface Strategy {
  /** The combinations; undefined when the job has no matrix. */
  combinations: JsonObject[] | undefined;
  failFast: boolean;
  maxParallel: number;
}

const MAX_JOBS = 256;

/** Throws GitHub's message for an empty or oversized matrix. */
export function expandStrategy(token: Token | undefined, scope: Scope): Strategy {
  const strategy = token ? asObject(evaluateToken(token, scope)) : {};
  const matrix = strategy.matrix === undefined ? undefined : asObject(strategy.matrix);
  const maxParallel = Number(strategy["max-parallel"] ?? 0);
  return {
    combinations: matrix ? expandMatrix(matrix) : undefined,
    failFast: strategy["fail-fast"] !== false && strategy["fail-fast"] !== "false",
    maxParallel: maxParallel > 0 ? maxParallel : Number.POSITIVE_INFINITY,
  };
}

/** `include` extends combinations that it does not contradict, else adds one; `exclude` removes by partial match. */
export function expandMatrix(matrix: JsonObject): JsonObject[] {
  const { include, exclude, ...axes } = matrix;
  const excluded = asList(exclude).map(asObject);
  const original = product(axes).filter((row) => !excluded.some((rule) => contains(row, rule)));
  const rows = original.map((row) => ({ ...row }));
  for (const extra of asList(include).map(asObject)) {
    const matching = original.flatMap((row, index) => (agrees(row, extra, axes) ? [index] : []));
    if (matching.length === 0 || Object.keys(axes).length === 0) rows.push({ ...extra });
    else for (const index of matching) Object.assign(rows[index] ?? {}, extra);
  }
  if (rows.length === 0) throw new Error("Matrix vector does not contain any values");
  if (rows.length > MAX_JOBS) throw new Error(`Strategy expansion exceeded ${MAX_JOBS} results`);
  return rows;
}

/** The suffix of a matrix job's name: ` (ubuntu, 20)`. */
export function matrixSuffix(combination: JsonObject): string {
  return ` (${Object.values(combination).flatMap(leaves).join(", ")})`;
}

function product(axes: JsonObject): JsonObject[] {
  const names = Object.keys(axes);
  if (names.length === 0) return [];
  return names.reduce<JsonObject[]>(
    (rows, name) => rows.flatMap((row) => asList(axes[name]).map((value) => ({ ...row, [name]: value }))),
    [{}],
  );
}

function contains(row: JsonObject, rule: JsonObject): boolean {
  return Object.entries(rule).every(([key, value]) => isDeepStrictEqual(row[key], value));
}

function agrees(row: JsonObject, extra: JsonObject, axes: JsonObject): boolean {
  return Object.entries(extra).every(([key, value]) => !(key in axes) || isDeepStrictEqual(row[key], value));
}

function leaves(value: Json): string[] {
  if (Array.isArray(value)) return value.flatMap(leaves);
  if (value && typeof value === "object") return Object.values(value).flatMap(leaves);
  return [String(value)];
}

function asObject(value: Json | undefined): JsonObject {
  return value && typeof value === "object" && !Array.isArray(value) ? value : {};
}

function asList(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
}

/** Values for `inputs`: of a dispatch (texts from outside) and of a called workflow (typed JSON from the caller). */
import type { Json, JsonObject } from "../../contract.ts";
import { evaluateToken } from "../language/evaluate-token.ts";
import type { Scope } from "../language/expression.ts";
import type { InputDefinition } from "../language/workflow-file.ts";

/** Typed inputs with defaults, and what is wrong with the given ones, in GitHub's words. */
export function resolveInputs(
  definitions: InputDefinition[],
  given: JsonObject,
  scope: Scope,
): { inputs: JsonObject; errors: string[] } {
  const inputs: JsonObject = {};
  const errors: string[] = [];
  const byName = new Map(Object.entries(given).map(([name, value]) => [name.toLowerCase(), value]));
  for (const definition of definitions) {
    const value = byName.get(definition.name.toLowerCase());
    byName.delete(definition.name.toLowerCase());
    if (isMissing(value) && definition.required && !definition.default) {
      errors.push(`Required input '${definition.name}' not provided`);
    }
    const fallback = definition.default ? evaluateToken(definition.default, scope) : null;
    const typed = coerce(definition, isMissing(value) ? fallback : (value ?? null));
    if (typed === undefined)
      errors.push(
        `Provided value '${String(value)}' for input '${definition.name}' ${expectation(definition)}`,
      );
    else inputs[definition.name] = typed;
  }
  for (const name of byName.keys()) errors.push(`Unexpected inputs provided: ["${name}"]`);
  return { inputs, errors };
}

/** `github.event.inputs`: the same values, all texts. */
export function textInputs(inputs: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [name, value === null ? "" : String(value)]),
  );
}

function isMissing(value: Json | undefined): boolean {
  return value === undefined || value === null || value === "";
}

function coerce(definition: InputDefinition, value: Json): Json | undefined {
  if (definition.type === "boolean") return coerceBoolean(value);
  if (definition.type === "number") {
    const number = value === null || value === "" ? 0 : Number(value);
    return Number.isFinite(number) ? number : undefined;
  }
  const text = value === null ? "" : String(value);
  if (definition.type === "choice" && value === null) return definition.options[0] ?? "";
  if (definition.type === "choice" && !definition.options.includes(text)) return undefined;
  return text;
}

function coerceBoolean(value: Json): boolean | undefined {
  if (value === null || value === "" || value === false || value === "false") return false;
  return value === true || value === "true" ? true : undefined;
}

function expectation(definition: InputDefinition): string {
  return definition.type === "choice" ? "not in the list of allowed values" : `is not a ${definition.type}`;
}

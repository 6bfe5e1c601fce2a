/** JSON schemas for models, as short as they can be: every byte of a tool list is sent with every call. */
import { z } from "zod";

/** Limits are checked by us on every call and told in the error, so the tool list does not repeat them. */
const NOISE = new Set([
  "$schema",
  "additionalProperties",
  "propertyNames",
  "minimum",
  "maximum",
  "exclusiveMinimum",
  "minLength",
  "maxLength",
  "minItems",
  "maxItems",
  "default",
]);

const ONLY_FORM = new Set(["$schema", "additionalProperties", "propertyNames"]);

/** The schema of a tool's input, without limits. */
export function toolSchema(schema: z.ZodType): Record<string, unknown> {
  return without(NOISE, z.toJSONSchema(schema, { io: "input" }));
}

/** The schema of a mode's output as one compact line for the brief; keeps the limits. */
export function renderOutputSchema(schema: z.ZodType): string {
  return JSON.stringify(without(ONLY_FORM, z.toJSONSchema(schema, { io: "input", unrepresentable: "any" })));
}

function without(keys: ReadonlySet<string>, value: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value)
      .filter(
        ([key, item]) =>
          !keys.has(key) &&
          !(key === "maximum" && item === Number.MAX_SAFE_INTEGER) &&
          !(key === "minimum" && item === Number.MIN_SAFE_INTEGER),
      )
      .map(([key, item]) => [
        key,
        key === "properties" && isObject(item) ? inside(keys, item) : clean(keys, item),
      ]),
  );
}

/** Property names are names, whatever they are called. */
function inside(keys: ReadonlySet<string>, properties: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(properties).map(([name, item]) => [name, clean(keys, item)]));
}

function clean(keys: ReadonlySet<string>, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => clean(keys, item));
  return isObject(value) ? without(keys, value) : value;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

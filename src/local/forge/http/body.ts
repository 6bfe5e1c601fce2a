/** Reading untyped JSON bodies: each reader answers the value or throws GitHub's 422. */
import type { Json, JsonObject } from "../../contract.ts";
import { ApiError, unprocessable } from "../errors.ts";

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Parses a request body; an empty one is an empty object. */
export function parseBody(bytes: Buffer): Json {
  if (bytes.length === 0) return {};
  try {
    const value: Json = JSON.parse(bytes.toString("utf8"));
    return value;
  } catch {
    throw new ApiError(400, "Problems parsing JSON");
  }
}

function refuse(name: string, wanted: string): never {
  throw unprocessable(`Invalid request.\n\nFor 'properties/${name}', it is not ${wanted}.`);
}

export function optionalText(body: JsonObject, name: string): string | undefined {
  const value = body[name];
  if (value === undefined || value === null) return undefined;
  return typeof value === "string" ? value : refuse(name, "a string");
}

/** Null stays null: it clears. */
export function nullableText(body: JsonObject, name: string): string | null | undefined {
  return body[name] === null ? null : optionalText(body, name);
}

export function requiredText(body: JsonObject, name: string): string {
  const value = optionalText(body, name);
  if (value === undefined) throw unprocessable(`Invalid request.\n\n"${name}" wasn't supplied.`);
  return value;
}

export function optionalNumber(body: JsonObject, name: string): number | undefined {
  const value = body[name];
  if (value === undefined || value === null) return undefined;
  return typeof value === "number" && Number.isInteger(value) ? value : refuse(name, "an integer");
}

export function requiredNumber(body: JsonObject, name: string): number {
  const value = optionalNumber(body, name);
  if (value === undefined) throw unprocessable(`Invalid request.\n\n"${name}" wasn't supplied.`);
  return value;
}

export function optionalFlag(body: JsonObject, name: string): boolean | undefined {
  const value = body[name];
  if (value === undefined || value === null) return undefined;
  return typeof value === "boolean" ? value : refuse(name, "a boolean");
}

export function optionalTexts(body: JsonObject, name: string): string[] | undefined {
  const value = body[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value === "string") return [value];
  return Array.isArray(value)
    ? value.map((one) =>
        typeof one === "string"
          ? one
          : isObject(one) && typeof one.name === "string"
            ? one.name
            : refuse(name, "an array of strings"),
      )
    : refuse(name, "an array");
}

export function optionalObjects(body: JsonObject, name: string): JsonObject[] {
  const value = body[name];
  if (value === undefined || value === null) return [];
  return Array.isArray(value)
    ? value.map((one) => (isObject(one) ? one : refuse(name, "an array of objects")))
    : refuse(name, "an array");
}

export function optionalObject(body: JsonObject, name: string): JsonObject | undefined {
  const value = body[name];
  if (value === undefined || value === null) return undefined;
  return isObject(value) ? value : refuse(name, "an object");
}

/** One of the listed words. */
export function optionalChoice<Choice extends string>(
  body: JsonObject,
  name: string,
  choices: readonly Choice[],
): Choice | undefined {
  const value = optionalText(body, name);
  if (value === undefined) return undefined;
  return choices.find((choice) => choice === value) ?? refuse(name, `one of ${choices.join(", ")}`);
}

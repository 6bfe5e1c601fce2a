/** Validates REST requests and answers against the cut of GitHub's OpenAPI description beside this file. */
import { readFileSync } from "node:fs";
import { Ajv, type ValidateFunction } from "ajv";
import formats from "ajv-formats";

type Schema = Record<string, unknown>;
interface Subset {
  paths: Record<string, Record<string, { responses: Record<string, Schema | null>; request?: Schema }>>;
  schemas: Record<string, Schema>;
}

const subset: Subset = JSON.parse(readFileSync(new URL("./subset.json", import.meta.url), "utf8"));
const ajv = new Ajv({ strict: false, allErrors: true });
formats.default(ajv);
ajv.addFormat("repo.nwo", true);
// Several addresses have "" as their declared default, which the cut leaves out.
ajv.addFormat("uri", { type: "string", validate: (text: string) => text === "" || URL.canParse(text) });
ajv.addSchema({ $id: "github", schemas: normalise(subset.schemas) });
const compiled = new Map<string, ValidateFunction>();

/** OpenAPI 3.0's `nullable` in JSON Schema's words (also where there is only a $ref beside it). */
function normalise(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(normalise);
  if (typeof value !== "object" || value === null) return value;
  const { nullable, ...rest } = value as Schema;
  const inner = Object.fromEntries(
    Object.entries(rest).map(([key, one]) => [
      key,
      key === "$ref" ? String(one).replace("#/", "github#/") : normalise(one),
    ]),
  );
  return nullable === true ? { anyOf: [inner, { type: "null" }] } : inner;
}

/** What is wrong with this answer; empty when it is as GitHub describes it, or when GitHub does not describe the route. */
export function violations(method: string, route: string | null, status: number, body: unknown): string[] {
  const operation = route === null ? undefined : subset.paths[route]?.[method];
  if (!operation || status >= 400 || status === 304) return [];
  if (!(String(status) in operation.responses))
    return [`status ${status} is not among ${Object.keys(operation.responses).join(", ")}`];
  const schema = operation.responses[String(status)];
  if (!schema || typeof body === "string") return [];
  return errorsOf(`${method} ${route} ${status}`, schema, body);
}

/** What is wrong with the body that was sent to this route; empty when GitHub describes none. */
export function requestViolations(method: string, route: string | null, body: unknown): string[] {
  const schema = route === null ? undefined : subset.paths[route]?.[method]?.request;
  return schema && body !== undefined ? errorsOf(`${method} ${route}`, schema, body) : [];
}

function errorsOf(key: string, schema: Schema, body: unknown): string[] {
  const validate = compiled.get(key) ?? ajv.compile(normalise(schema) as Schema);
  compiled.set(key, validate);
  if (validate(body)) return [];
  return (validate.errors ?? [])
    .slice(0, 12)
    .map((error) => `${error.instancePath || "/"} ${error.message} ${JSON.stringify(error.params)}`);
}

export const describedRoutes = (): string[] =>
  Object.entries(subset.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  );

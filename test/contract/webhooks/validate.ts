/** Validates the payloads of events (`github.event`) against the cut of GitHub's description of webhooks beside this file. */
import { readFileSync } from "node:fs";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import type { TriggerEvent } from "../../../src/local/contract.ts";

type Schema = Record<string, unknown>;
interface Subset {
  /** Event, action (`*` for any or none), schema of the payload. */
  events: Record<string, Record<string, Schema>>;
  schemas: Record<string, Schema>;
  shapes: Record<string, Schema>;
}

/** Events that start workflows and are no webhooks. */
const UNDESCRIBED: readonly string[] = ["schedule"];

const text = readFileSync(new URL("./subset.json", import.meta.url), "utf8");
const subset: Subset = JSON.parse(text.replaceAll('"$ref":"#/', '"$ref":"webhooks#/'));
const ajv = new Ajv2020({ strict: false, allErrors: true });
formats.default(ajv);
// Several addresses have "" as their declared default, and those of bots have brackets before the @.
ajv.addFormat("uri", { type: "string", validate: (one: string) => one === "" || URL.canParse(one) });
ajv.addFormat("email", /^[^@\s]+@[^@\s]+$/);
ajv.addSchema({ $id: "webhooks", schemas: subset.schemas, shapes: subset.shapes });
const compiled = new Map<string, ValidateFunction>();

/** What is wrong with this event's payload; empty when it is as GitHub describes it. An event that GitHub does not describe is wrong. */
export function eventViolations({
  name,
  action,
  payload,
}: Pick<TriggerEvent, "name" | "action" | "payload">): string[] {
  if (UNDESCRIBED.includes(name)) return [];
  const actions = subset.events[name] ?? {};
  const schema = actions[action ?? "*"] ?? actions["*"];
  const key = `${name} ${action ?? ""}`;
  if (!schema) return [`${key} is no event of GitHub's: node scripts/webhooks-subset.mjs`];
  const validate = compiled.get(key) ?? ajv.compile(schema);
  compiled.set(key, validate);
  if (validate(payload)) return [];
  return (validate.errors ?? []).map(
    (error) => `${key}: ${error.instancePath || "/"} ${error.message} ${JSON.stringify(error.params)}`,
  );
}

/**
 * What SARIF 2.1.0 says about the objects that `nightshift review --sarif` writes, as JSON Schema. Source: the schema of the OASIS
 * standard with its errata 01, docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json. Optional
 * properties that we do not write are left out and thereby refused, so whatever passes here is valid there.
 */
import { Ajv } from "ajv";
import formats from "ajv-formats";

type Schema = Readonly<Record<string, unknown>>;

/** An object with these properties, the first names of which are required, and no others. */
const object = (required: readonly string[], properties: Readonly<Record<string, Schema>>): Schema => ({
  type: "object",
  required,
  properties,
  additionalProperties: false,
});
const list = (items: Schema, unique = false): Schema => ({ type: "array", uniqueItems: unique, items });
const TEXT: Schema = { type: "string" };
const LINE: Schema = { type: "integer", minimum: 1 };
const BAG: Schema = { type: "object", properties: { tags: list(TEXT, true) } };

const region = object(["startLine"], {
  startLine: LINE,
  endLine: LINE,
  snippet: object([], { text: TEXT }),
});
const artifactLocation = object([], { uri: { type: "string", format: "uri-reference" }, uriBaseId: TEXT });
const result = object(["message"], {
  ruleId: TEXT,
  ruleIndex: { type: "integer", minimum: -1 },
  level: { enum: ["none", "note", "warning", "error"] },
  message: object(["text"], { text: TEXT }),
  locations: list(
    object([], { physicalLocation: object(["artifactLocation"], { artifactLocation, region }) }),
  ),
  partialFingerprints: { type: "object", additionalProperties: TEXT },
  properties: BAG,
});
const rule = object(["id"], { id: TEXT, shortDescription: object(["text"], { text: TEXT }) });
const driver = object(["name"], { name: TEXT, semanticVersion: TEXT, rules: list(rule, true) });
const run = object(["tool"], {
  tool: object(["driver"], { driver }),
  columnKind: { enum: ["utf16CodeUnits", "unicodeCodePoints"] },
  results: list(result),
  properties: BAG,
});
const log = object(["version", "runs"], {
  $schema: { type: "string", format: "uri" },
  version: { enum: ["2.1.0"] },
  runs: list(run),
});

const ajv = new Ajv({ strict: false, allErrors: true });
formats.default(ajv);
const validate = ajv.compile(log);

/** What is wrong with a SARIF log; empty when it is valid. */
export function sarifProblems(document: unknown): string[] {
  validate(document);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

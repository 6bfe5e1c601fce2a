/** The JSON Schema of .github/nightshift.yml (draft-07, for editors), and its keys as a table. */
import { z } from "zod";

/** The schema as text. */
export function renderSchema({ Config }) {
  const { $schema, ...schema } = schemaOf(Config);
  const whole = { $schema, title: "Settings of Nightshift", ...schema };
  return `${JSON.stringify(whole, null, 2)}\n`;
}

/** `key | type | default | meaning`, nested keys with dots. */
export function renderKeys({ Config }) {
  return ["| key | type | default | meaning |", "|---|---|---|---|", ...rows(schemaOf(Config))].join("\n");
}

/**
 * What zod cannot say by itself is found out by asking: the default of every key, and for keys that accept only their default
 * (the rest is not available yet) that one value.
 */
function schemaOf(Config) {
  const schema = z.toJSONSchema(Config, { target: "draft-7", io: "input" });
  complete(schema, Config.parse({}), (value) => Config.safeParse(value).success);
  return schema;
}

function complete(schema, defaults, accepts) {
  for (const [key, property] of Object.entries(schema.properties ?? {})) {
    const value = defaults?.[key];
    const inside = (inner) => accepts({ [key]: inner });
    if (property.type === "object") complete(property, value ?? {}, inside);
    else narrow(property, value, inside);
    if (value !== undefined) property.default = property.type === "object" ? {} : value;
    for (const bound of ["minimum", "maximum"]) {
      if (Math.abs(property[bound]) === Number.MAX_SAFE_INTEGER) delete property[bound];
    }
  }
}

/** A value that nothing but a list of allowed ones would refuse. */
const PROBES = { string: "a-value-that-is-none", integer: 2 };

function narrow(property, value, accepts) {
  const probe = PROBES[property.type];
  if (value === undefined || probe === undefined || property.enum || property.pattern || property.const)
    return;
  if (!accepts(probe)) property.enum = [value];
}

/** A map with one key says what it is about for both. */
function rows(schema, prefix = "") {
  return Object.entries(schema.properties ?? {}).flatMap(([key, property]) => {
    const name = `${prefix}${key}`;
    if (property.type === "object" && Object.keys(property.properties ?? {}).length > 0)
      return rows(property, `${name}.`);
    const fallback = property.default === undefined ? "" : `\`${JSON.stringify(property.default)}\``;
    return [
      `| \`${name}\` | ${typeOf(property)} | ${fallback} | ${cell(property.description ?? schema.description ?? "")} |`,
    ];
  });
}

function typeOf(property) {
  if (property.const !== undefined) return `\`${JSON.stringify(property.const)}\``;
  if (property.enum) return property.enum.map((value) => `\`${value}\``).join(", ");
  if (property.anyOf) return property.anyOf.map(typeOf).join(" or ");
  if (property.type === "array") return `list of ${typeOf(property.items)}`;
  if (property.type === "object") return "map";
  const { minimum, maximum, exclusiveMinimum } = property;
  const bounds = [
    ...(minimum === undefined ? [] : [`from ${minimum}`]),
    ...(exclusiveMinimum === undefined ? [] : [`above ${exclusiveMinimum}`]),
    ...(maximum === undefined ? [] : [`to ${maximum}`]),
  ];
  return [property.type, ...bounds].join(" ");
}

function cell(text) {
  return text.replaceAll("|", "\\|");
}

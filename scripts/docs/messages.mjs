/** The catalogue of messages from message.ts and route.ts. */
import { z } from "zod";

export function messageTable({ Message, ROUTES }) {
  return [
    "| type | from → to | starts | payload | rings because |",
    "|---|---|---|---|---|",
    ...Message.options.map((option) => {
      const { type, payload } = z.toJSONSchema(option, { target: "draft-7", io: "input" }).properties;
      const route = ROUTES[type.const];
      return `| \`${type.const}\` | ${route.from.join(", ")} → ${route.to} | ${route.event ? `\`${route.event}\`` : "nothing: told to people"} | ${fields(payload)} | ${route.why} |`;
    }),
  ].join("\n");
}

export function envelopeTable({ Message }) {
  const { properties } = z.toJSONSchema(Message.options[0], { target: "draft-7", io: "input" });
  return [
    "| field | content |",
    "|---|---|",
    ...Object.entries(properties).map(([name, field]) => `| \`${name}\` | ${content(name, field)} |`),
  ].join("\n");
}

function fields({ properties, required = [] }) {
  return Object.keys(properties)
    .map((name) => (required.includes(name) ? `\`${name}\`` : `\`${name}\`?`))
    .join(", ");
}

function content(name, field) {
  if (name === "type") return "a type of the table below";
  if (name === "payload") return "the fields of that type, nothing else";
  if (field.enum) return field.enum.map((value) => `\`${value}\``).join(", ");
  if (field.format === "uuid") return "UUID";
  if (field.format === "date-time") return "time, ISO 8601, UTC";
  return `${field.type} from ${field.minimum} to ${field.maximum}`;
}

/** Workflow commands: lines of the form `::name key=value,key=value::message` on a step's output. */

export interface WorkflowCommand {
  name: string;
  properties: { [name: string]: string };
  message: string;
}

const SHAPE = /^\s*::([a-zA-Z-]+)(?:\s+(.*?))?::(.*)$/s;

/** Undefined when the line is ordinary output. */
export function parseCommand(line: string): WorkflowCommand | undefined {
  const match = SHAPE.exec(line);
  if (!match?.[1]) return undefined;
  const properties: { [name: string]: string } = {};
  for (const pair of (match[2] ?? "").split(",")) {
    const [name = "", ...value] = pair.split("=");
    if (name.trim() !== "" && value.length > 0) properties[name.trim()] = unescapeProperty(value.join("="));
  }
  return { name: match[1].toLowerCase(), properties, message: unescapeData(match[3] ?? "") };
}

function unescapeData(text: string): string {
  return text.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%25", "%");
}

function unescapeProperty(text: string): string {
  return unescapeData(text.replaceAll("%3A", ":").replaceAll("%2C", ","));
}

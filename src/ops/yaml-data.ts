/** YAML that somebody else wrote, as plain data. */
import { parse } from "yaml";

/** Undefined for what is no YAML, or holds itself. */
export function yamlData(text: string): unknown {
  try {
    return JSON.parse(JSON.stringify(parse(text)));
  } catch {
    return undefined;
  }
}

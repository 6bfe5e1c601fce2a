/** One event as one line for the log of a job. */
import type { AgentEvent } from "./events.ts";

const TEXT_CHARS = 200;
const PLAN_CHARS = 300;

export function renderEvent(event: AgentEvent): string {
  switch (event.kind) {
    case "started":
      return `${event.agent} (${event.mode}) ${event.carried ? `goes on after turn ${event.carried.turns}` : "starts"} with ${event.model}`;
    case "turn":
      return `turn ${event.turn}: ${event.calls.join(", ") || "text"}${event.text ? ` — ${oneLine(event.text, TEXT_CHARS)}` : ""}`;
    case "tool":
      return `  ${event.name}${event.isError ? " failed" : ""} (${Math.round(event.ms)} ms)`;
    case "plan":
      return `  plan: ${oneLine(event.items.map((item) => `${item.state} ${item.text}`).join("; "), PLAN_CHARS)}`;
    case "hook":
      return `  hook ${event.hook} ${event.outcome}: ${oneLine(event.message, TEXT_CHARS)}`;
    case "submitted":
      return `  ${event.submission}: ${oneLine(event.message, TEXT_CHARS)}`;
    case "sub":
      return `  [${event.agent}] ${renderEvent(event.event).trimStart()}`;
    case "ended":
      return `${event.status} (${event.cause}) after ${event.turns} turns: ${oneLine(event.message, TEXT_CHARS)}`;
    default:
      return `  ${event.kind}: ${event.message}`;
  }
}

/** The turn that a line of a log tells of, as `renderEvent` wrote it; the log may put a time before it. Undefined for other lines. */
export function turnIn(line: string): string | undefined {
  return /(?:^|\s)(turn \d+: .*)$/.exec(line)?.[1];
}

function oneLine(text: string, most: number): string {
  return text.replaceAll("\n", " ").slice(0, most);
}

/** Finds the answer to a request in a scenario. Pure: the same request always gets the same answer. */
import { z } from "zod";
import { Refusal } from "./errors.ts";
import { fillObject, fillText, type Placeholder } from "./placeholders.ts";
import { type Call, type Entry, nameOf, type Scenario, type Turn, type When } from "./scenario.ts";

/** Opens the first user message of every conversation, as one line of JSON. Other keys are allowed. */
export const Header = z.looseObject({
  agent: z.string(),
  mode: z.string(),
  feature: z.string(),
  round: z.int().nonnegative(),
});
export type Header = z.infer<typeof Header>;

/** A request of any wire format, as far as a scenario cares. */
export interface Conversation {
  /** Text of the first user message. */
  opening: string;
  /** Number of assistant messages: which turn is asked for. */
  turn: number;
  /** All text of the request, for captures: system, messages, tool calls and tool results. */
  text: string;
}

/** An answer, before a wire format gives it ids and numbers. */
export interface Answer {
  /** The entry it comes from, as `nameOf` tells it. */
  entry: string;
  text?: string;
  calls: Call[];
  stop: NonNullable<Turn["stop"]>;
  /** Milliseconds to wait before answering. */
  delay: number;
}

/** Every first answer says so, because a transcript travels without its server. */
export const MARK = "[scripted model]";

/**
 * The scenario's answer to `conversation`. Throws a `Refusal` of kind `invalid`, which names the header, when no
 * entry fits, the script has ended, or a capture is nowhere in the request.
 */
export function play(scenario: Scenario, conversation: Conversation): Answer {
  const header = headerOf(conversation.opening);
  const entry = findEntry(scenario, header);
  if (!entry) throw new Refusal("invalid", unmatched(scenario, header, conversation.opening));
  const turn = entry.turns[conversation.turn];
  if (!turn) {
    const turns = entry.turns.length === 1 ? "1 turn" : `${entry.turns.length} turns`;
    throw new Refusal(
      "invalid",
      `${MARK} ${nameOf(entry)} of scenario ${scenario.name} has ${turns}; the request for ${told(header)} asks for turn ${conversation.turn + 1}`,
    );
  }
  return answerOf(turn, entry, scenario, conversation);
}

/** The header that opens `text`, or undefined when its first line is none. */
export function headerOf(text: string): Header | undefined {
  const line = text.split("\n", 1)[0] ?? "";
  try {
    return Header.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}

function findEntry(scenario: Scenario, header: Header | undefined): Entry | undefined {
  const fitting = header && scenario.entries.find((entry) => entry.when && fits(entry.when, header));
  return fitting ?? scenario.entries.find((entry) => !entry.when);
}

function fits(when: When, header: Header): boolean {
  const keys = ["agent", "mode", "feature", "round"] as const;
  return keys.every((key) => when[key] === undefined || when[key] === "*" || when[key] === header[key]);
}

function answerOf(turn: Turn, entry: Entry, scenario: Scenario, conversation: Conversation): Answer {
  const resolve = ({ kind, name }: Placeholder): string =>
    kind === "file" ? (scenario.files?.[name] ?? "") : capture(entry, name, conversation.text);
  const text = [conversation.turn === 0 ? MARK : "", fillText(turn.text ?? "", resolve)]
    .filter(Boolean)
    .join(" ");
  const calls = (turn.calls ?? []).map(({ name, input }) => ({ name, input: fillObject(input, resolve) }));
  return {
    entry: nameOf(entry),
    ...(text ? { text } : {}),
    calls,
    stop: turn.stop ?? (calls.length > 0 ? "tool_use" : "end_turn"),
    delay: turn.delay ?? 0,
  };
}

function capture(entry: Entry, name: string, text: string): string {
  const source = entry.capture?.[name] ?? "";
  const match = new RegExp(source, "m").exec(text);
  if (match) return match[1] ?? match[0];
  throw new Refusal(
    "invalid",
    `${MARK} ${nameOf(entry)} needs "${name}", but nothing in the request matches ${source}`,
  );
}

function unmatched(scenario: Scenario, header: Header | undefined, opening: string): string {
  const got = header
    ? `no entry of scenario ${scenario.name} fits ${told(header)}`
    : `the first user message must open with one line of JSON such as {"agent":"code","mode":"plan","feature":"","round":0}, not ${JSON.stringify(opening.slice(0, 80))}`;
  return `${MARK} ${got}; it has ${scenario.entries.map(nameOf).join(", ")}`;
}

function told(header: Header | undefined): string {
  if (!header) return "a message without a header";
  const { agent, mode, feature, round } = header;
  return JSON.stringify({ agent, mode, feature, round });
}

/** Asks a model what it would do at each recorded turn, with everything that was said before that turn. */
import { isDeepStrictEqual } from "node:util";
import { withoutOpaque } from "../../agent/conversation.ts";
import type { KnownLine, LineOf } from "../../agent/record/lines.ts";
import { messagesOf } from "../../agent/record/read.ts";
import type { ModelPort, Part } from "../../models/port.ts";
import { costOf } from "../../models/prices.ts";
import { generateWithRetry } from "../../models/retry.ts";
import type { Difference, PresentAgent } from "./present-agent.ts";

export interface Recorded {
  agent: PresentAgent;
  turns: readonly LineOf<"model_turn">[];
  lines: readonly KnownLine[];
}

const PATIENCE_MS = 15 * 60_000;
const OUTPUT_TOKENS = 16_000;

/** Each turn is a request of its own: the model always sees the recorded past, never its own other choices. */
export async function askAgain(
  model: ModelPort,
  { agent, turns, lines }: Recorded,
  progress: (turn: number, of: number) => void,
): Promise<{ differences: Difference[]; usd: number | null }> {
  const { definition, toolbox } = agent;
  const differences: Difference[] = [];
  let usd: number | null = 0;
  for (const turn of turns) {
    progress(turn.turn, turns.length);
    const answer = await generateWithRetry(
      () =>
        model.generate({
          system: definition.prompt,
          tools: toolbox.specs,
          messages: withoutOpaque(messagesOf(lines.slice(0, lines.indexOf(turn)))),
          maxOutputTokens: definition.output_tokens ?? OUTPUT_TOKENS,
          effort: definition.effort,
          signal: AbortSignal.timeout(PATIENCE_MS),
        }),
      {
        sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
        random: Math.random,
        clock: () => new Date(),
        signal: new AbortController().signal,
        deadline: new Date(Date.now() + PATIENCE_MS),
      },
    );
    const cost = costOf(model.id, answer.usage, new Date());
    usd = usd === null || cost === null ? null : usd + cost;
    const text = compare(turn.parts, answer.parts);
    if (text !== undefined) differences.push({ turn: turn.turn, text });
  }
  return { differences, usd };
}

/** Undefined when the same calls are made; words are not compared. */
function compare(before: readonly Part[], now: readonly Part[]): string | undefined {
  const [recorded, given] = [callsOf(before), callsOf(now)];
  if (isDeepStrictEqual(recorded, given)) return undefined;
  return `recorded ${shown(recorded)}; now ${shown(given)}`;
}

function callsOf(parts: readonly Part[]): { name: string; input: unknown }[] {
  return parts.flatMap((part) => (part.kind === "call" ? [{ name: part.name, input: part.input }] : []));
}

function shown(calls: readonly { name: string; input: unknown }[]): string {
  if (calls.length === 0) return "no call";
  return calls.map(({ name, input }) => `${name} ${JSON.stringify(input).slice(0, 200)}`).join(", ");
}

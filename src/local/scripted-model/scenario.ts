/** A scenario: what the scripted model says in which conversation. Built in code, or read by `loadScenario`. */
import { z } from "zod";
import { ScenarioError } from "./errors.ts";
import { placeholdersIn } from "./placeholders.ts";

const Stop = z.enum(["end_turn", "tool_use", "max_tokens", "refusal"]);

/** One call of a tool. Strings anywhere in `input` may hold placeholders. */
export const Call = z.strictObject({
  name: z.string().min(1),
  input: z.record(z.string(), z.json()),
});
export type Call = z.infer<typeof Call>;

/**
 * What the model answers to one request. `stop` is `tool_use` when there are calls and `end_turn` when there
 * are none, unless it is given; `delay` waits that many milliseconds before the answer.
 */
export const Turn = z
  .strictObject({
    text: z.string().min(1).optional(),
    calls: z.array(Call).min(1).optional(),
    stop: Stop.optional(),
    delay: z.int().nonnegative().optional(),
  })
  .refine((turn) => turn.text !== undefined || turn.calls !== undefined, "a turn needs text, calls or both");
export type Turn = z.infer<typeof Turn>;

const key = z.string();

/** Which conversations an entry answers. A key that is left out, or `*`, fits every value. */
export const When = z.strictObject({
  agent: key.optional(),
  mode: key.optional(),
  feature: key.optional(),
  round: z.union([z.int().nonnegative(), z.literal("*")]).optional(),
});
export type When = z.infer<typeof When>;

/**
 * The script of one kind of conversation: turn n answers the request that holds n assistant messages.
 * An entry without `when` is the fallback: it answers what no other entry fits.
 * `capture` names regular expressions (flag `m`); each is run on the whole text of the request, and its first
 * group, or the whole match when it has no group, replaces `{{capture:name}}`.
 */
export const Entry = z.strictObject({
  when: When.optional(),
  capture: z.record(z.string(), z.string()).optional(),
  turns: z.array(Turn).min(1),
});
export type Entry = z.infer<typeof Entry>;

/**
 * A whole scenario. `models` are the ids that `GET /v1/models` lists (any id is answered); `files` holds the
 * texts that `{{file:path}}` stands for, by path. Entries are tried in order, the fallback last.
 */
export const Scenario = z.strictObject({
  name: z.string().regex(/^[a-z0-9][a-z0-9-]*$/, "lower case letters, digits and dashes"),
  description: z.string().optional(),
  models: z.array(z.string().min(1)).min(1).optional(),
  entries: z.array(Entry).min(1),
  files: z.record(z.string(), z.string()).optional(),
});
export type Scenario = z.infer<typeof Scenario>;

/**
 * The only door through which outside data becomes a `Scenario`. Throws a `ScenarioError` that names every
 * mistake of shape, or else the first entry with an unusable regular expression, an undeclared capture, a
 * missing file or the same `when` as another one.
 */
export function parseScenario(raw: unknown, source = "the scenario"): Scenario {
  const result = Scenario.safeParse(raw);
  if (!result.success) {
    throw new ScenarioError(`${source} is not valid: ${z.prettifyError(result.error)}`, {
      cause: result.error,
    });
  }
  checkEntries(result.data, source);
  return result.data;
}

/** Describes an entry in messages: `code/implement/accounts/0`, or `the fallback`. */
export function nameOf(entry: Entry): string {
  const when = entry.when;
  if (!when) return "the fallback";
  return [when.agent, when.mode, when.feature, when.round].map((part) => part ?? "*").join("/");
}

function checkEntries(scenario: Scenario, source: string): void {
  const seen = new Set<string>();
  for (const entry of scenario.entries) {
    const name = nameOf(entry);
    if (seen.has(name)) throw new ScenarioError(`${source} has ${name} twice; keep one of the two entries`);
    seen.add(name);
    checkCaptures(entry, `${name} of ${source}`);
    checkPlaceholders(entry, scenario.files ?? {}, `${name} of ${source}`);
  }
}

function checkCaptures(entry: Entry, where: string): void {
  for (const [name, source] of Object.entries(entry.capture ?? {})) {
    try {
      new RegExp(source, "m");
    } catch (cause) {
      throw new ScenarioError(`capture "${name}" in ${where} is not a regular expression: ${source}`, {
        cause,
      });
    }
  }
}

function checkPlaceholders(entry: Entry, files: { [path: string]: string }, where: string): void {
  for (const { kind, name } of placeholdersIn(entry.turns)) {
    const known = kind === "file" ? files : (entry.capture ?? {});
    if (Object.hasOwn(known, name)) continue;
    const remedy = kind === "file" ? "add the file" : "declare it under capture";
    throw new ScenarioError(`{{${kind}:${name}}} in ${where} stands for nothing; ${remedy}`);
  }
}

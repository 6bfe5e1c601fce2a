/** The inputs of the three actions. Keys are the ids in action.yml; an architecture test holds both together. */
import { z } from "zod";
import { ModelOverride, UsdOverride } from "../domain/config-override.ts";
import { NightshiftError } from "../domain/errors.ts";
import { type Provider, providersOf } from "../domain/provider.ts";

const token = z
  .string()
  .default("")
  .describe("GITHUB_TOKEN of the job, or an installation token of a GitHub App");
const workOrder = z.string().default("").describe("Output work_order of the gate");
const sandbox = z
  .enum(["", "required", "no-exec", "off"], { error: 'expected "required", "no-exec" or "off"' })
  .default("")
  .transform((value) => (value === "" ? "required" : value))
  .describe(
    "required (default): commands run isolated or nothing runs; no-exec: where they cannot be isolated, the agents work without commands; off: commands of the model run unprotected",
  );
const keyOf = (vendor: string) =>
  z.string().default("").describe(`Key for the models of ${vendor}; only for phase agent`);
const apiKeys = {
  anthropic_api_key: keyOf("Anthropic"),
  openai_api_key: keyOf("OpenAI"),
  gemini_api_key: keyOf("Google"),
};
const baseUrl = z
  .string()
  .default("")
  .describe(
    "Another address that speaks the provider's API, or provider=address for each; https, or http on loopback",
  );

const model = ModelOverride.describe(
  "provider:model of every agent, or several with commas, in place of the configuration's; only for phase gate",
);
const maxUsd = UsdOverride.describe(
  "Most US dollars for a requirement; can only lower what the configuration allows",
);

const unsafeSingleJob = z
  .enum(["", "true", "false"], { error: 'expected "true" or "false"' })
  .default("")
  .transform((value) => value === "true")
  .describe(
    "true lets a public repository use phase all, where a write token is in the job while the model runs",
  );

export const CodeInputs = z.strictObject({
  phase: z.enum(["gate", "fetch", "agent", "verify", "apply", "all"], {
    error: "expected gate, fetch, agent, verify, apply or all",
  }),
  github_token: token,
  work_order: workOrder,
  evidence: z.string().default("").describe("Output evidence of phase verify; only for phase apply"),
  ...apiKeys,
  base_url: baseUrl,
  sandbox,
  model,
  max_usd: maxUsd,
  unsafe_single_job: unsafeSingleJob,
});

export const ReviewInputs = z.strictObject({
  phase: z.enum(["gate", "fetch", "agent", "apply", "all"], {
    error: "expected gate, fetch, agent, apply or all",
  }),
  github_token: token,
  work_order: workOrder,
  ...apiKeys,
  base_url: baseUrl,
  sandbox,
  model,
  max_usd: maxUsd,
  unsafe_single_job: unsafeSingleJob,
});

/** Of the code or the review agent. */
export type AgentInputs = z.infer<typeof CodeInputs> | z.infer<typeof ReviewInputs>;

const webhookOf = (what: string) =>
  z.string().default("").describe(`Address of a webhook of ${what}, for notifications; only for phase tick`);

export const MergeInputs = z.strictObject({
  phase: z.enum(["tick", "ring"], { error: "expected tick or ring" }),
  github_token: token,
  max_usd: maxUsd,
  slack_webhook: webhookOf("a Slack channel"),
  discord_webhook: webhookOf("a Discord channel"),
  webhook: webhookOf("anything that takes JSON"),
});

/** Reads every input at once, so that one failed run shows every mistake. Throws INPUT_INVALID. */
export function readInputs<Shape extends z.ZodObject>(
  schema: Shape,
  env: Readonly<Record<string, string | undefined>>,
): z.infer<Shape> {
  const result = schema.safeParse(rawInputs(schema, env));
  if (result.success) return result.data;
  throw new NightshiftError(
    "INPUT_INVALID",
    `The action's inputs are wrong: ${z.prettifyError(result.error)}`,
  );
}

type KeyInputs = Readonly<Record<`${Provider}_api_key`, string>>;

/** The keys by provider; empty where none is set. */
export function keysOf(inputs: KeyInputs): Record<Provider, string> {
  const { anthropic_api_key: anthropic, openai_api_key: openai, gemini_api_key: gemini } = inputs;
  return { anthropic, openai, gemini };
}

export type Phase = "gate" | "fetch" | "agent" | "verify" | "apply";

/** The one kind of secret that a phase holds: a key of a model and a token of GitHub never meet in a process. */
const HOLDS: Readonly<Record<Phase, "token" | "keys" | "nothing">> = {
  gate: "token",
  fetch: "token",
  agent: "keys",
  verify: "nothing",
  apply: "token",
};

/** `token` and `keys` are secrets; everything else is not. */
export function kindOfInput(name: string): "token" | "keys" | "plain" {
  if (name === "github_token") return "token";
  return /^(anthropic|openai|gemini)_api_key$/.test(name) ? "keys" : "plain";
}

export function mayHold(phase: Phase, input: string): boolean {
  return kindOfInput(input) === HOLDS[phase];
}

/** A secret where it has no business means a workflow was put together wrongly: stop before anything can leak it. Throws INPUT_INVALID. */
export function checkSecrets(inputs: KeyInputs & { github_token: string }, phase: Phase): void {
  const keys = Object.entries(keysOf(inputs)).map(([provider, key]) => [`${provider}_api_key`, key] as const);
  for (const [name, value] of [["github_token", inputs.github_token] as const, ...keys])
    if (value !== "" && !mayHold(phase, name))
      throw new NightshiftError(
        "INPUT_INVALID",
        `Input ${name} must not be given to phase ${phase}; remove it from that step.`,
      );
  if (HOLDS[phase] === "token") needSecret("github_token", inputs.github_token, phase);
}

/** The preferred model must have its key; the others are left out without one. */
export function needKeyFor(models: readonly string[], inputs: KeyInputs): void {
  const [provider] = providersOf(models);
  if (provider) needSecret(`${provider}_api_key`, keysOf(inputs)[provider], "agent");
}

/** The texts of the inputs as they were given; empty where one was not. */
export function rawInputs(
  schema: z.ZodObject,
  env: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.keys(schema.shape).map((name) => [name, env[`INPUT_${name.toUpperCase()}`] ?? ""]),
  );
}

export function needSecret(name: string, value: string, phase: string): void {
  if (value === "")
    throw new NightshiftError(
      "INPUT_INVALID",
      `Input ${name} is empty; phase ${phase} needs it. Is the secret set in this repository, and does the workflow pass it on?`,
    );
}

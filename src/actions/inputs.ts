/** The inputs of the three actions. Keys are the ids in action.yml; an architecture test holds both together. */
import { z } from "zod";
import { ModelOverride, UsdOverride } from "../domain/config-override.ts";
import { NightshiftError } from "../domain/errors.ts";

const token = z
  .string()
  .default("")
  .describe("GITHUB_TOKEN of the job, or an installation token of a GitHub App");
const workOrder = z.string().default("").describe("Output work_order of the gate");
const sandbox = z
  .enum(["", "required", "off"], { error: 'expected "required" or "off"' })
  .default("")
  .transform((value): "required" | "off" => (value === "off" ? "off" : "required"))
  .describe(
    "required (default): without a working sandbox nothing runs; off: commands of the model run unprotected",
  );
const apiKey = z.string().default("").describe("Key of the model provider; only for phase agent");
const baseUrl = z
  .string()
  .default("")
  .describe("Another address that speaks the provider's API; https, or http on loopback");

const model = ModelOverride.describe(
  "provider:model of every agent, in place of the configuration's; only for phase gate",
);
const maxUsd = UsdOverride.describe(
  "Most US dollars for a requirement; can only lower what the configuration allows",
);

export const CodeInputs = z.strictObject({
  phase: z.enum(["gate", "fetch", "agent", "verify", "apply"], {
    error: "expected gate, fetch, agent, verify or apply",
  }),
  github_token: token,
  work_order: workOrder,
  evidence: z.string().default("").describe("Output evidence of phase verify; only for phase apply"),
  anthropic_api_key: apiKey,
  base_url: baseUrl,
  sandbox,
  model,
  max_usd: maxUsd,
});

export const ReviewInputs = z.strictObject({
  phase: z.enum(["gate", "fetch", "agent", "apply"], { error: "expected gate, fetch, agent or apply" }),
  github_token: token,
  work_order: workOrder,
  anthropic_api_key: apiKey,
  base_url: baseUrl,
  sandbox,
  model,
  max_usd: maxUsd,
});

export const MergeInputs = z.strictObject({
  phase: z.enum(["tick", "ring"], { error: "expected tick or ring" }),
  github_token: token,
  max_usd: maxUsd,
});

/** Reads every input at once, so that one failed run shows every mistake. Throws INPUT_INVALID. */
export function readInputs<Shape extends z.ZodObject>(
  schema: Shape,
  env: Readonly<Record<string, string | undefined>>,
): z.infer<Shape> {
  const raw = Object.fromEntries(
    Object.keys(schema.shape).map((name) => [name, env[`INPUT_${name.toUpperCase()}`] ?? ""]),
  );
  const result = schema.safeParse(raw);
  if (result.success) return result.data;
  throw new NightshiftError(
    "INPUT_INVALID",
    `The action's inputs are wrong: ${z.prettifyError(result.error)}`,
  );
}

/** A secret where it has no business means a workflow was put together wrongly: stop before anything can leak it. */
export function refuseSecret(name: string, value: string, phase: string): void {
  if (value !== "")
    throw new NightshiftError(
      "INPUT_INVALID",
      `Input ${name} must not be given to phase ${phase}; remove it from that step.`,
    );
}

export function needSecret(name: string, value: string, phase: string): void {
  if (value === "")
    throw new NightshiftError(
      "INPUT_INVALID",
      `Input ${name} is empty; phase ${phase} needs it. Is the secret set in this repository, and does the workflow pass it on?`,
    );
}

/** The vendors of models, and how a model is named: `provider:model`. */
import { z } from "zod";

export const PROVIDERS = ["anthropic", "openai", "gemini"] as const;
export type Provider = (typeof PROVIDERS)[number];

/** Most models of a list: the preferred one and those that take over. */
const MOST_MODELS = 4;

const SHAPE = /^(anthropic|openai|gemini):([A-Za-z0-9][\w.:/@-]{0,100})$/;

/** `provider:model` */
export const ModelName = z
  .string()
  .regex(SHAPE, "expected provider:model, such as anthropic:claude-sonnet-5-5");

/** The preferred model first; the others take over, in this order, when it cannot be had. */
export const ModelList = z.array(ModelName).min(1).max(MOST_MODELS);

export interface NamedModel {
  provider: Provider;
  /** As the provider names it. */
  model: string;
}

/** The two halves of `provider:model`; undefined when it is none. */
export function parseModelName(name: string): NamedModel | undefined {
  const [, vendor, model = ""] = SHAPE.exec(name) ?? [];
  const provider = PROVIDERS.find((each) => each === vendor);
  return provider && { provider, model };
}

/** The providers of these models, each once, in order. */
export function providersOf(models: readonly string[]): Provider[] {
  return [...new Set(models.flatMap((name) => parseModelName(name)?.provider ?? []))];
}

/** Name of the secret and the environment variable that hold a provider's key. */
export function keyNameOf(provider: Provider): string {
  return `${provider.toUpperCase()}_API_KEY`;
}

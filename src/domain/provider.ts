/** The vendors of models, and how a model is named: `provider:model`. */
export const PROVIDERS = ["anthropic", "openai", "gemini"] as const;
export type Provider = (typeof PROVIDERS)[number];

/** `provider:model` */
export const MODEL_NAME = /^(anthropic|openai|gemini):([A-Za-z0-9][\w.:/@-]{0,100})$/;

export interface NamedModel {
  provider: Provider;
  /** As the provider names it. */
  model: string;
}

/** The two halves of `provider:model`; undefined when it is none. */
export function parseModelName(name: string): NamedModel | undefined {
  const [, vendor, model = ""] = MODEL_NAME.exec(name) ?? [];
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

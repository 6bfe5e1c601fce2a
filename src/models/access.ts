/** Keys and addresses of the providers, and the models of one run connected with them. */
import { NightshiftError } from "../domain/errors.ts";
import { keyNameOf, PROVIDERS, type Provider, parseModelName, providersOf } from "../domain/provider.ts";
import { checkConnection, connectModel } from "./connect.ts";
import type { ModelPort } from "./port.ts";

export interface Access {
  /** By provider; an empty text is no key. */
  keys: Readonly<Partial<Record<Provider, string>>>;
  /** Other addresses: one for the only provider in use, or `provider=address`, separated by spaces or commas. */
  baseUrl: string;
  fetch?: typeof fetch | undefined;
  clock?: (() => Date) | undefined;
}

export interface Models {
  model: ModelPort;
  /** In order; connected when they are first asked. */
  fallbacks: ModelPort[];
  /** Sentences for people about models that cannot take over. */
  warnings: string[];
}

/**
 * The models of a run, the preferred one first.
 * @throws NightshiftError INPUT_INVALID when the preferred one has no key, or an address is unsafe or ambiguous
 */
export async function connectModels(names: readonly string[], access: Access): Promise<Models> {
  const [preferred = "", ...others] = names;
  const addresses = addressesOf(access.baseUrl, providersOf(names));
  const optionsOf = (name: string) => {
    const provider = parseModelName(name)?.provider;
    return {
      model: name,
      apiKey: provider && access.keys[provider],
      baseUrl: provider && addresses[provider],
      fetch: access.fetch,
      clock: access.clock,
    };
  };
  const model = await connectModel(optionsOf(preferred));
  const hasKey = (name: string) => Boolean(optionsOf(name).apiKey);
  return {
    model,
    fallbacks: others.filter(hasKey).map((name) => connectLater(optionsOf(name))),
    warnings: others
      .filter((name) => !hasKey(name))
      .map((name) => `The model ${name} cannot take over: ${missingKey(name)} is not set.`),
  };
}

function missingKey(name: string): string {
  const provider = parseModelName(name)?.provider;
  return provider ? keyNameOf(provider) : "its key";
}

/** Everything is checked now; the SDK is loaded by the first call. */
function connectLater(options: Parameters<typeof connectModel>[0]): ModelPort {
  checkConnection(options);
  let connected: Promise<ModelPort> | undefined;
  return {
    id: options.model,
    async generate(request) {
      connected ??= connectModel(options);
      return (await connected).generate(request);
    },
  };
}

/**
 * Addresses by provider. A bare address would carry the key of whoever is asked first, so it needs a single provider.
 * @throws NightshiftError INPUT_INVALID when a bare address could belong to several providers
 */
export function addressesOf(
  text: string,
  inUse: readonly Provider[],
): Readonly<Partial<Record<Provider, string>>> {
  const addresses: Partial<Record<Provider, string>> = {};
  for (const entry of text.split(/[\s,]+/).filter((each) => each !== "")) {
    const [, name, url = ""] = /^([a-z]+)=(.+)$/.exec(entry) ?? [];
    const named = PROVIDERS.find((provider) => provider === name);
    const [only, ...more] = inUse;
    if (named) addresses[named] = url;
    else if (only && more.length === 0) addresses[only] = entry;
    else
      throw new NightshiftError(
        "INPUT_INVALID",
        `The models are of ${inUse.join(" and ")}, so a base url must say whose it is: ${inUse.map((provider) => `${provider}=https://…`).join(" ")}.`,
      );
  }
  return addresses;
}

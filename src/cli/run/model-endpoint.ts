/** The models' keys and addresses, tried out before anything starts. */
import { messageOf, NightshiftError } from "../../domain/errors.ts";
import { keyNameOf, type Provider, parseModelName, providersOf } from "../../domain/provider.ts";
import { addressesOf } from "../../models/access.ts";
import { checkConnection } from "../../models/connect.ts";

/** One provider whose models the run uses. */
export interface Endpoint {
  provider: Provider;
  apiKey: string;
  /** Undefined: the provider's own address. */
  baseUrl: string | undefined;
}

/** A server on this machine may need no key, but the protocol has a place for one. */
const NO_KEY = "no-key-needed";
const PATIENCE_MS = 15_000;

/** How each provider lists its models: the cheapest request that needs a key. */
const LISTS: Readonly<
  Record<Provider, { base: string; path: string; headers: (key: string) => Record<string, string> }>
> = {
  anthropic: {
    base: "https://api.anthropic.com",
    path: "/v1/models?limit=1",
    headers: (key) => ({ "x-api-key": key, "anthropic-version": "2023-06-01" }),
  },
  openai: {
    base: "https://api.openai.com/v1",
    path: "/models",
    headers: (key) => ({ authorization: `Bearer ${key}` }),
  },
  gemini: {
    base: "https://generativelanguage.googleapis.com",
    path: "/v1beta/models?pageSize=1",
    headers: (key) => ({ "x-goog-api-key": key }),
  },
};

/** Where a key stands in the environment; the first that is set counts. */
export function keyNames(provider: Provider): string[] {
  return provider === "gemini" ? ["GEMINI_API_KEY", "GOOGLE_API_KEY"] : [keyNameOf(provider)];
}

/** Empty when there is none; a server on this machine always has one. */
export function keyOf(provider: Provider, baseUrl: string | undefined, env: NodeJS.ProcessEnv): string {
  const given = keyNames(provider)
    .map((name) => env[name]?.trim() ?? "")
    .find((key) => key !== "");
  return given ?? (isLoopback(baseUrl) ? NO_KEY : "");
}

/** Checks names, addresses and keys without a request, one endpoint for each provider. Throws INPUT_INVALID. */
export function endpointsOf(options: {
  models: readonly string[];
  baseUrl: string | undefined;
  env: NodeJS.ProcessEnv;
}): Endpoint[] {
  const { models, env } = options;
  const providers = providersOf(models);
  const addresses = addressesOf(options.baseUrl ?? "", providers);
  const endpoints = providers.map((provider): Endpoint => {
    const baseUrl = addresses[provider]?.replace(/\/+$/, "");
    return { provider, apiKey: keyOf(provider, baseUrl, env), baseUrl };
  });
  const missing = endpoints.find(({ apiKey }) => apiKey === "");
  if (missing) throw noKey(missing.provider, models);
  for (const model of models) {
    const endpoint = endpoints.find(({ provider }) => provider === parseModelName(model)?.provider);
    checkConnection({ model, apiKey: endpoint?.apiKey, baseUrl: endpoint?.baseUrl });
  }
  return endpoints;
}

function noKey(provider: Provider, models: readonly string[]): NightshiftError {
  const names = keyNames(provider);
  const model = models.find((name) => parseModelName(name)?.provider === provider);
  return new NightshiftError(
    "INPUT_INVALID",
    `${names.join(" or ")} is not set. The model ${model} needs a key of its provider; set it, or name a server on this machine with --base-url.`,
  );
}

/**
 * One cheap request: any answer of HTTP means that somebody is there; 401 means that the key is wrong.
 * Throws MODEL_UNREACHABLE or MODEL_REFUSED_KEY.
 */
export async function tryEndpoint(
  { provider, apiKey, baseUrl }: Endpoint,
  fetch: typeof globalThis.fetch,
): Promise<void> {
  const { base, path, headers } = LISTS[provider];
  const url = baseUrl ?? base;
  const response = await fetch(`${url}${path}`, {
    headers: headers(apiKey),
    signal: AbortSignal.timeout(PATIENCE_MS),
  }).catch((error: unknown) => {
    throw new NightshiftError(
      "MODEL_UNREACHABLE",
      `The model's server ${url} does not answer: ${causeOf(error)}. Check the address (--base-url) and the network.`,
      { cause: error },
    );
  });
  const text = await response.text().catch(() => "");
  // Google tells a wrong key with 400.
  if (response.status === 401 || (response.status === 400 && text.includes("API_KEY_INVALID")))
    throw new NightshiftError(
      "MODEL_REFUSED_KEY",
      `The model's server ${url} refuses the key in ${keyNames(provider).join(" or ")} (${response.status}). Set a valid one.`,
    );
}

function causeOf(error: unknown): string {
  return error instanceof Error && error.cause !== undefined ? messageOf(error.cause) : messageOf(error);
}

function isLoopback(url: string | undefined): boolean {
  if (url === undefined || !URL.canParse(url)) return false;
  return ["localhost", "127.0.0.1", "[::1]"].includes(new URL(url).hostname);
}

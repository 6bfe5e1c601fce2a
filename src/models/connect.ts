/** Connects a model by its name, `provider:model`; each provider's SDK is loaded only when it is used. */
import { NightshiftError } from "../domain/errors.ts";
import { keyNameOf, type Provider, parseModelName } from "../domain/provider.ts";
import type { AdapterOptions } from "./adapter.ts";
import type { ModelPort } from "./port.ts";

export interface ConnectOptions extends Omit<AdapterOptions, "apiKey"> {
  /** `provider:model` */
  model: string;
  apiKey?: string | undefined;
  /** https, or http on the loopback interface; default is the provider's own address. */
  baseUrl?: string | undefined;
}

interface Checked extends AdapterOptions {
  provider: Provider;
}

/**
 * Everything that can be wrong before a request.
 * @throws NightshiftError INPUT_INVALID for an unknown provider, a missing key or an unsafe base url
 */
export function checkConnection(options: ConnectOptions): Checked {
  const named = parseModelName(options.model);
  if (!named)
    throw new NightshiftError(
      "INPUT_INVALID",
      `model "${options.model}" must look like "anthropic:<model id>", "openai:<model id>" or "gemini:<model id>".`,
    );
  const baseUrl = options.baseUrl ? checkBaseUrl(options.baseUrl) : undefined;
  if (!options.apiKey)
    throw new NightshiftError(
      "INPUT_INVALID",
      `model "${options.model}" needs an API key; set ${keyNameOf(named.provider)}.`,
    );
  return { ...options, ...named, apiKey: options.apiKey, baseUrl };
}

/** Connects a model; no request is made yet. Throws as `checkConnection` does. */
export async function connectModel(options: ConnectOptions): Promise<ModelPort> {
  const { provider, ...checked } = checkConnection(options);
  const { connect } = await load(provider);
  return connect(checked);
}

function load(provider: Provider): Promise<{ connect: (options: AdapterOptions) => ModelPort }> {
  switch (provider) {
    case "anthropic":
      return import("./anthropic/anthropic.ts");
    case "openai":
      return import("./openai/openai.ts");
    case "gemini":
      return import("./gemini/gemini.ts");
  }
}

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Without slashes at its end. Throws INPUT_INVALID for an address that a key must not be sent to. */
export function checkBaseUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const safe = url && (url.protocol === "https:" || (url.protocol === "http:" && LOOPBACK.has(url.hostname)));
  if (safe && !url.username && !url.password) return text.replace(/\/+$/, "");
  throw new NightshiftError(
    "INPUT_INVALID",
    "The model's base url must be an https address, or http on localhost, without user or password in it: the API key is sent there.",
  );
}

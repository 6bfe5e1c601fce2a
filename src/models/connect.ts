/** Connects a model by its name, `provider:model`; each provider's SDK is loaded only when it is used. */
import { NightshiftError } from "../domain/errors.ts";
import type { ModelPort } from "./port.ts";
import type { WatchdogTimes } from "./watchdog.ts";

export interface ConnectOptions {
  /** `anthropic:<id>` */
  model: string;
  apiKey?: string | undefined;
  /** https, or http on the loopback interface; default is the provider's own address. */
  baseUrl?: string | undefined;
  fetch?: typeof fetch | undefined;
  clock?: (() => Date) | undefined;
  times?: Partial<WatchdogTimes> | undefined;
}

/**
 * Connects a model; no request is made yet.
 * @throws NightshiftError INPUT_INVALID for an unknown provider, a missing key or an unsafe base url
 */
export async function connectModel(options: ConnectOptions): Promise<ModelPort> {
  const { provider, model } = parseModelName(options.model);
  const baseUrl = options.baseUrl ? checkBaseUrl(options.baseUrl) : undefined;
  if (provider !== "anthropic") {
    throw new NightshiftError(
      "INPUT_INVALID",
      `model "${options.model}": provider "${provider}" is not supported by this version; use "anthropic:<model id>".`,
    );
  }
  if (!options.apiKey) {
    throw new NightshiftError(
      "INPUT_INVALID",
      `model "${options.model}" needs an API key; set the key of the provider "anthropic".`,
    );
  }
  const { connectAnthropic } = await import("./anthropic.ts");
  return connectAnthropic({ ...options, apiKey: options.apiKey, model, baseUrl });
}

function parseModelName(name: string): { provider: string; model: string } {
  const match = /^([a-z]+):([A-Za-z0-9][A-Za-z0-9._/-]*)$/.exec(name);
  const [, provider, model] = match ?? [];
  if (provider && model) return { provider, model };
  throw new NightshiftError("INPUT_INVALID", `model "${name}" must look like "anthropic:<model id>".`);
}

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

function checkBaseUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const safe = url && (url.protocol === "https:" || (url.protocol === "http:" && LOOPBACK.has(url.hostname)));
  if (safe && !url.username && !url.password) return text.replace(/\/+$/, "");
  throw new NightshiftError(
    "INPUT_INVALID",
    "The model's base url must be an https address, or http on localhost, without user or password in it: the API key is sent there.",
  );
}

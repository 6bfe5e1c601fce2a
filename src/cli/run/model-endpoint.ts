/** The model's key and address, tried out before anything starts. */
import { messageOf, NightshiftError } from "../../domain/errors.ts";
import { connectModel } from "../../models/connect.ts";

export interface Endpoint {
  apiKey: string;
  /** Undefined: the provider's own address. */
  baseUrl: string | undefined;
}

/** A server on this machine may need no key, but the protocol has a place for one. */
const NO_KEY = "no-key-needed";
const STANDARD = "https://api.anthropic.com";
const PATIENCE_MS = 15_000;

/** Checks names, address and key without a request. Throws INPUT_INVALID. */
export async function endpointOf(options: {
  models: readonly string[];
  baseUrl: string | undefined;
  key: string | undefined;
}): Promise<Endpoint> {
  const given = options.key?.trim() ?? "";
  const apiKey = given === "" && isLoopback(options.baseUrl) ? NO_KEY : given;
  if (apiKey === "")
    throw new NightshiftError(
      "INPUT_INVALID",
      "ANTHROPIC_API_KEY is not set. Set it to a key of the model's provider, or name a server on this machine with --base-url.",
    );
  for (const model of options.models) await connectModel({ model, apiKey, baseUrl: options.baseUrl });
  return { apiKey, baseUrl: options.baseUrl?.replace(/\/+$/, "") };
}

/**
 * One cheap request: any answer of HTTP means that somebody is there; 401 means that the key is wrong.
 * Throws MODEL_UNREACHABLE or MODEL_REFUSED_KEY.
 */
export async function tryEndpoint(
  { apiKey, baseUrl }: Endpoint,
  fetch: typeof globalThis.fetch,
): Promise<void> {
  const url = baseUrl ?? STANDARD;
  const response = await fetch(`${url}/v1/models?limit=1`, {
    headers: { "x-api-key": apiKey, "anthropic-version": "2023-06-01" },
    signal: AbortSignal.timeout(PATIENCE_MS),
  }).catch((error: unknown) => {
    throw new NightshiftError(
      "MODEL_UNREACHABLE",
      `The model's server ${url} does not answer: ${causeOf(error)}. Check the address (--base-url) and the network.`,
      { cause: error },
    );
  });
  await response.body?.cancel();
  if (response.status === 401)
    throw new NightshiftError(
      "MODEL_REFUSED_KEY",
      `The model's server ${url} refuses the key in ANTHROPIC_API_KEY (401). Set a valid one.`,
    );
}

function causeOf(error: unknown): string {
  return error instanceof Error && error.cause !== undefined ? messageOf(error.cause) : messageOf(error);
}

function isLoopback(url: string | undefined): boolean {
  if (url === undefined || !URL.canParse(url)) return false;
  return ["localhost", "127.0.0.1", "[::1]"].includes(new URL(url).hostname);
}

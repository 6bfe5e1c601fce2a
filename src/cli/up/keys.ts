/** The models' keys as `nightshift up` hands them to the workflows: from its environment, kept in memory alone. */
import { keyNameOf, PROVIDERS } from "../../domain/provider.ts";
import { addressesOf } from "../../models/access.ts";
import { keyOf } from "../run/model-endpoint.ts";

/** Secrets of a repository: one for every provider that has a key, or that is a server on this machine. */
export function keysFor(
  variables: Readonly<Record<string, string>>,
  env: NodeJS.ProcessEnv,
): Record<string, string> {
  const address = variables.NIGHTSHIFT_BASE_URL ?? "";
  const keys = PROVIDERS.map((provider) => [
    keyNameOf(provider),
    // A bare address is that of the only provider in use, whichever that is.
    keyOf(provider, addressesOf(address, [provider])[provider], env),
  ]);
  return Object.fromEntries(keys.filter(([, key]) => key !== ""));
}

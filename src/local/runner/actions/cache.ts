/** `actions/cache`: there is no cache service here, so every lookup misses and nothing is stored. */
import type { BuiltInAction } from "./built-in.ts";

export const cache: BuiltInAction = {
  inputs: {
    path: "",
    key: "",
    "restore-keys": "",
    "upload-chunk-size": "",
    enableCrossOsArchive: "false",
    "fail-on-cache-miss": "false",
    "lookup-only": "false",
    "save-always": "false",
  },
  async perform({ inputs, write }) {
    if (inputs["fail-on-cache-miss"] === "true")
      throw new Error(
        `Failed to restore cache entry. Exiting as fail-on-cache-miss is set. Input key: ${inputs.key}`,
      );
    write(`Cache not found for input keys: ${inputs.key} (the local runner keeps no cache)`);
    return { "cache-hit": "false", "cache-primary-key": inputs.key ?? "" };
  },
};

/** What pages and scripts reach: the local GitHub as its records, and as the person's API. */
import type { GitHub } from "../../github/client.ts";
import type { Forge } from "../../local/forge/start.ts";
import type { Runner } from "../../local/runner/options.ts";
import type { Door } from "./door.ts";

export interface World {
  forge: Pick<Forge, "serverUrl" | "port" | "runs" | "run" | "jobs" | "log" | "onEvent">;
  runner: Pick<Runner, "problems">;
  /** The person's, by owner/name; the toolkit is not among them. */
  repositories(): string[];
  /** The API with the person's token: what is done with it is done as on GitHub. */
  github(repository: string): GitHub;
  login: string;
  door: Door;
  now: () => Date;
  log: (line: string) => void;
}

/** The sandbox of a job: its tier is decided and said before anything of the model or the repository runs. */
import { openSandbox } from "../agent/sandbox/open.ts";
import type { Sandbox, SandboxMode } from "../agent/sandbox/sandbox.ts";
import { openLog } from "../ops/log.ts";
import type { Job, RunFacts } from "./job.ts";

export interface SandboxWish {
  mode: SandboxMode;
  /** Hosts that commands with `egress` reach; none of them without this. */
  hosts?: readonly string[] | undefined;
  /** Globs that commands should not write. */
  protectedPaths?: readonly string[] | undefined;
}

export function sandboxFor(
  job: Job,
  facts: RunFacts,
  { mode, hosts, protectedPaths }: SandboxWish,
): Promise<Sandbox> {
  const log = openLog({ stream: { write: (text: string) => job.log(text.trimEnd()) }, format: "plain" });
  return openSandbox({
    mode,
    workspace: facts.workspace,
    ...(hosts === undefined ? {} : { egress: { hosts, bridge: job.egressCommand } }),
    ...(protectedPaths === undefined ? {} : { protectedPaths }),
    fileServerCommand: job.fileServerCommand,
    log,
    parentEnvironment: { ...job.env },
  });
}

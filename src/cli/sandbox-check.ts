/** Which sandbox this machine can give, found out by opening one. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openSandbox } from "../agent/sandbox/open.ts";
import { messageOf } from "../domain/errors.ts";
import { toolkitRoot } from "../ops/assets.ts";
import { openLog } from "../ops/log.ts";

export type SandboxCheck = { mode: "required"; reason: string } | { mode: "off"; reason: string };

/** `required` where the sandbox opens and passes its probe, else `off` with the reason. */
export async function checkSandbox(
  bundle: string = join(toolkitRoot(), "dist", "index.js"),
): Promise<SandboxCheck> {
  const workspace = await mkdtemp(join(tmpdir(), "nightshift-probe-"));
  try {
    const sandbox = await openSandbox({
      mode: "required",
      workspace,
      fileServerCommand: [process.execPath, bundle, "sandbox-files"],
      log: openLog({ stream: { write: () => true }, format: "plain" }),
    });
    const { reason } = sandbox;
    await sandbox.close();
    return { mode: "required", reason };
  } catch (error) {
    return { mode: "off", reason: messageOf(error) };
  } finally {
    await rm(workspace, { recursive: true, force: true });
  }
}

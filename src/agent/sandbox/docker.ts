/** Tier docker: a container for each command, where bubblewrap cannot make its namespaces and a docker daemon answers. */
import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdir, symlink } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { dockerArguments } from "./docker-arguments.ts";
import type { Egress } from "./egress/gate.ts";
import type { Launcher } from "./launcher.ts";
import { type IsolationOptions, openLayout, searchPath } from "./layout.ts";
import { findProgram } from "./programs.ts";
import { type Mount, WORKSPACE } from "./root.ts";

const run = promisify(execFile);
const DOCKER_MS = 30_000;
/** Where the way out of set-up commands is found inside. */
const EGRESS_DIRECTORY = "/run/nightshift";

/** Prepares containers, or says why it is impossible here. */
export async function openDocker(options: IsolationOptions): Promise<Launcher | { missing: string }> {
  const docker = await findProgram("docker", searchPath(options.parentEnvironment));
  if (!docker) return { missing: "docker is not installed" };
  const user = { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };
  if (process.platform !== "linux")
    return { missing: `docker as a sandbox needs Linux, this is ${process.platform}` };
  if (user.uid === 0)
    return {
      missing: "docker as a sandbox needs a user who is not root: in a container of root, commands are root",
    };
  const layout = await openLayout(options, user.uid);
  const env = clientEnvironment(options.parentEnvironment, layout.directory);
  const ask = (args: readonly string[]) => run(docker, [...args], { env, timeout: DOCKER_MS });
  const image = await importRoot(layout.directory, layout.mounts, ask).catch((error: unknown) =>
    errorText(error),
  );
  if (typeof image !== "string") {
    await layout.remove();
    return { missing: `docker does not answer: ${image.why}` };
  }
  const door = options.egress && (await openDoor(layout.directory, options.egress.gate));

  return {
    tier: "docker",
    reason: "docker; the probe found nothing wrong",
    root: WORKSPACE,
    environment: layout.environment,
    processLimit: options.limits.processes,
    memoryLimit: { bytes: options.limits.memoryBytes, of: "all" },
    async wrap({ argv, env: added = {}, cwd, egress, interactive = false }) {
      const name = `nightshift-${randomBytes(8).toString("hex")}`;
      const way = egress ? door : undefined;
      const bridge =
        way && options.egress ? [...options.egress.bridge, `${EGRESS_DIRECTORY}/egress`, "--"] : [];
      const arguments_ = dockerArguments({
        image,
        name,
        user,
        mounts: [...layout.mounts, ...(way ? [way.mount] : [])],
        limits: options.limits,
        environment: { ...added, ...layout.environment },
        cwd,
        interactive,
        argv: [...bridge, ...argv],
      });
      return {
        argv: [docker, ...arguments_],
        env,
        descriptors: [],
        /** Killing the client leaves the container: it is removed by name. Mostly it is gone already. */
        release: () =>
          ask(["rm", "--force", "--volumes", name]).then(
            () => undefined,
            () => undefined,
          ),
      };
    },
    async close() {
      door?.server.close();
      await layout.remove();
    },
  };
}

/** The client's own small environment: no credentials of a registry, and only a local daemon. */
function clientEnvironment(parent: NodeJS.ProcessEnv, directory: string): Record<string, string> {
  const host = parent.DOCKER_HOST;
  return {
    PATH: searchPath(parent),
    HOME: directory,
    DOCKER_CONFIG: directory,
    ...(host?.startsWith("unix://") ? { DOCKER_HOST: host } : {}),
  };
}

/** An image of nothing but links and mount points: no registry is asked for anything. */
async function importRoot(
  directory: string,
  mounts: readonly Mount[],
  ask: (args: readonly string[]) => Promise<{ stdout: string }>,
): Promise<string> {
  const root = join(directory, "root");
  await mkdir(root);
  for (const mount of mounts) if (mount.kind === "link") await symlink(mount.target, join(root, mount.at));
  const archive = join(directory, "root.tar");
  await run("tar", ["--create", "--file", archive, "--directory", root, "."], {
    env: { PATH: "/usr/bin:/bin" },
  });
  const { stdout } = await ask(["import", archive]);
  const id = /^(sha256:)?[0-9a-f]{12,64}$/m.exec(stdout.trim())?.[0];
  if (id === undefined) throw new Error(`docker import gave no image: ${stdout.slice(0, 200)}`);
  return id;
}

interface Door {
  server: Server;
  mount: Mount;
}

/** The way out for containers, which inherit no descriptor: a unix socket that only commands with `egress` see. */
async function openDoor(directory: string, gate: Egress): Promise<Door> {
  const place = join(directory, "way");
  await mkdir(place, { mode: 0o700 });
  const server = createServer((socket) => gate.serve(socket));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(join(place, "egress"), resolve);
  });
  return { server, mount: { kind: "read_only", from: place, to: EGRESS_DIRECTORY } };
}

function errorText(error: unknown): { why: string } {
  const text = error instanceof Error && "stderr" in error ? String(error.stderr) : String(error);
  return { why: (text.trim() || String(error)).split("\n").slice(-2).join(" ").slice(0, 300) };
}

/** The command line of `docker run` for one command, as pure data: the same root and the same rules as bubblewrap's. */
import type { Environment } from "./environment.ts";
import { type Mount, PRIVATE_HOME, WORKSPACE } from "./root.ts";
import type { SandboxLimits } from "./sandbox.ts";

export interface DockerRun {
  /** Id of the image; an empty root with the links of the machine's. */
  image: string;
  /** Unique, so that what is left of the container can be removed. */
  name: string;
  /** Owner of the workspace: never root. */
  user: { uid: number; gid: number };
  mounts: readonly Mount[];
  limits: SandboxLimits;
  environment: Environment;
  cwd?: string | undefined;
  /** Standard input stays open: the file server. */
  interactive: boolean;
  argv: readonly string[];
}

/** Everything after `docker`. */
export function dockerArguments(run: DockerRun): string[] {
  const { limits, user } = run;
  return [
    ...["run", "--rm", "--init", "--name", run.name, "--pull", "never", "--log-driver", "none"],
    ...(run.interactive ? ["--interactive"] : []),
    ...["--network", "none", "--hostname", "sandbox", "--read-only"],
    ...["--user", `${user.uid}:${user.gid}`, "--cap-drop", "ALL", "--security-opt", "no-new-privileges"],
    ...["--ipc", "private", "--cgroupns", "private"],
    ...["--pids-limit", String(limits.processes)],
    ...["--memory", String(limits.memoryBytes), "--memory-swap", String(limits.memoryBytes)],
    ...["--ulimit", "core=0", "--ulimit", `fsize=${limits.fileBytes}`],
    ...["--ulimit", `nofile=${limits.openFiles}`],
    ...run.mounts.flatMap((mount) => mountArguments(mount, user)),
    ...Object.entries(run.environment).flatMap(([name, value]) => ["--env", `${name}=${value}`]),
    ...["--workdir", run.cwd ?? WORKSPACE],
    run.image,
    ...run.argv,
  ];
}

/** Links are part of the image; the private home is made by docker in the scratch directory above it. */
function mountArguments(mount: Mount, user: DockerRun["user"]): string[] {
  switch (mount.kind) {
    case "read_only":
      return ["--mount", bind(mount.from, mount.to, true)];
    case "writable":
      return ["--mount", bind(mount.from, mount.to, false)];
    case "scratch":
      return mount.at === "/dev/shm"
        ? ["--shm-size", String(mount.bytes)]
        : ["--tmpfs", `${mount.at}:rw,exec,nosuid,nodev,mode=1777,size=${mount.bytes}`];
    case "directory":
      return mount.at === PRIVATE_HOME
        ? ["--tmpfs", `${mount.at}:rw,exec,nosuid,nodev,mode=700,uid=${user.uid},gid=${user.gid}`]
        : [];
    case "link":
      return [];
  }
}

/** A comma would begin another option of the mount; quoting is docker's CSV. */
function bind(from: string, to: string, readOnly: boolean): string {
  const field = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return [
    "type=bind",
    field(`source=${from}`),
    field(`target=${to}`),
    ...(readOnly ? ["readonly"] : []),
  ].join(",");
}

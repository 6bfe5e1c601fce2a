/** The command line of bubblewrap, as pure data. */
import { NOBODY } from "./layout.ts";
import type { Mount } from "./root.ts";
import { WORKSPACE } from "./root.ts";
import type { SandboxLimits } from "./sandbox.ts";

/** Options that not every version knows. */
export interface Features {
  /** `--disable-userns`: no namespaces inside. Our filter refuses them, too. */
  disableUserns: boolean;
  /** `--size`: bounded memory file systems. */
  size: boolean;
}

/** Everything before `--`. The filter is read from descriptor 3; the id of the first process inside is written to descriptor 4. */
export function bubblewrapArguments(
  mounts: readonly Mount[],
  features: Features,
  cwd: string | undefined,
): string[] {
  return [
    ...["--unshare-user", "--uid", String(NOBODY), "--gid", String(NOBODY)],
    ...["--unshare-pid", "--unshare-ipc", "--unshare-uts", "--unshare-cgroup-try", "--unshare-net"],
    ...(features.disableUserns ? ["--disable-userns"] : []),
    ...["--hostname", "sandbox", "--new-session", "--die-with-parent", "--cap-drop", "ALL"],
    ...["--proc", "/proc", "--dev", "/dev"],
    ...mounts.flatMap((mount) => mountArguments(mount, features)),
    ...["--remount-ro", "/", "--chdir", cwd ?? WORKSPACE],
    ...["--seccomp", "3", "--info-fd", "4"],
  ];
}

function mountArguments(mount: Mount, features: Features): string[] {
  switch (mount.kind) {
    case "read_only":
      return ["--ro-bind", mount.from, mount.to];
    case "writable":
      return ["--bind", mount.from, mount.to];
    case "link":
      return ["--symlink", mount.target, mount.at];
    case "directory":
      return ["--dir", mount.at];
    case "scratch":
      return [...(features.size ? ["--size", String(mount.bytes)] : []), "--tmpfs", mount.at];
  }
}

/**
 * Bounds that the kernel keeps for each process by itself. The number of processes counts per user, so it is set only where
 * our user is not root and no control group counts; memory per process where no group counts it.
 */
export function limiterArguments(
  limits: SandboxLimits,
  perProcess: { processes: boolean; memory: boolean },
): string[] {
  return [
    "/usr/bin/prlimit",
    "--core=0",
    `--fsize=${limits.fileBytes}`,
    `--nofile=${limits.openFiles}`,
    ...(perProcess.processes ? [`--nproc=${limits.processes}`] : []),
    ...(perProcess.memory ? [`--data=${limits.memoryBytes}`] : []),
  ];
}

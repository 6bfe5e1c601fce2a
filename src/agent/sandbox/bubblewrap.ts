/** Tier bubblewrap: how one command line is wrapped. Every command and the file server get the same wrapping. */
import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { closeSync, openSync, readSync, rmSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { bubblewrapArguments, limiterArguments } from "./bubblewrap-arguments.ts";
import { openControlGroup } from "./control-group.ts";
import { inheritableDescriptors } from "./descriptors.ts";
import type { Launcher, WrapRequest } from "./launcher.ts";
import { type IsolationOptions, NOBODY, openLayout, searchPath } from "./layout.ts";
import { findProgram, isExecutable } from "./programs.ts";
import { WORKSPACE } from "./root.ts";
import { assembleFilter } from "./seccomp.ts";

const BASH = "/bin/bash";
const NOTE_BYTES = 1_000;

export interface BubblewrapOptions extends IsolationOptions {
  /** Path of the program; for tests of broken ones. */
  bwrap?: string | undefined;
}

/** Prepares the wrapping, or says why it is impossible here. */
export async function openBubblewrap(options: BubblewrapOptions): Promise<Launcher | { missing: string }> {
  if (process.platform !== "linux") return { missing: `bubblewrap needs Linux, this is ${process.platform}` };
  const filter = assembleFilter(process.arch);
  if (!filter) return { missing: `there is no system call filter for ${process.arch}` };
  const bwrap = options.bwrap ?? (await findProgram("bwrap", searchPath(options.parentEnvironment)));
  if (!bwrap) return { missing: "bubblewrap (bwrap) is not installed" };
  const help = await helpOf(bwrap);
  if (help === undefined) return { missing: `${bwrap} --help failed` };
  const features = { disableUserns: help.includes("--disable-userns"), size: help.includes("--size") };

  const inherited = await inheritableDescriptors();
  if (inherited.length > 0 && !(await isExecutable(BASH)))
    return {
      missing: `bubblewrap: the open file ${inherited[0]} of this process would be handed on, and ${BASH} is not there to close it`,
    };

  const { limits, egress } = options;
  const layout = await openLayout(options, NOBODY);
  await writeFile(join(layout.directory, "filter"), filter);
  const group = await openControlGroup(limits.processes, limits.memoryBytes);
  const canLimit = await isExecutable("/usr/bin/prlimit");
  const isRoot = process.getuid?.() === 0;
  const perProcess = {
    processes: canLimit && !group.limits.processes && !isRoot,
    memory: canLimit && !group.limits.memory,
  };
  const limiter = canLimit ? limiterArguments(limits, perProcess) : [];
  const bounded = group.limits.processes || perProcess.processes;

  return {
    tier: "bubblewrap",
    reason: "bubblewrap; the probe found nothing wrong",
    root: WORKSPACE,
    environment: layout.environment,
    processLimit: bounded ? limits.processes : "unbounded",
    memoryLimit: group.limits.memory
      ? { bytes: limits.memoryBytes, of: "all" }
      : perProcess.memory
        ? { bytes: limits.memoryBytes, of: "process" }
        : "unbounded",
    async wrap({ argv, env = {}, cwd, egress: wanted }: WrapRequest) {
      const seccomp = openSync(join(layout.directory, "filter"), "r");
      const note = openNote(layout.directory);
      const bridge = wanted && egress ? [...egress.bridge, "5", "--"] : [];
      const inner = [...limiter, ...bridge, ...argv];
      const wrapped = [bwrap, ...bubblewrapArguments(layout.mounts, features, cwd), "--", ...inner];
      return {
        argv: prepared(
          inherited.filter((number) => number > (wanted ? 5 : 4)),
          group.joins,
          wrapped,
        ),
        env: { ...env, ...layout.environment },
        descriptors: [seccomp, note.descriptor],
        serve: wanted && egress ? egress.gate.serve : undefined,
        inside: note.inside,
        release: async () => {
          closeSync(seccomp);
          note.close();
        },
      };
    },
    counts: group.counts,
    async close() {
      await group.remove();
      await layout.remove();
    },
  };
}

/** A nameless file in which bubblewrap notes the first process inside before it lets it run. */
function openNote(directory: string) {
  const file = join(directory, `note-${randomUUID()}`);
  const descriptor = openSync(file, "wx+");
  rmSync(file);
  let isOpen = true;
  return {
    descriptor,
    inside(): number | undefined {
      if (!isOpen) return undefined;
      const bytes = Buffer.alloc(NOTE_BYTES);
      const text = bytes.toString("latin1", 0, readSync(descriptor, bytes, 0, NOTE_BYTES, 0));
      const id = /"child-pid": (\d+)\b[^\d]/.exec(text)?.[1];
      return id === undefined ? undefined : Number(id);
    },
    close() {
      isOpen = false;
      closeSync(descriptor);
    },
  };
}

/**
 * A shell that closes what was inherited, enters the control groups and becomes bubblewrap: no moment in which anything runs
 * uncounted. It is bash because other shells know only descriptors of one digit.
 */
function prepared(
  close: readonly number[],
  groups: readonly string[],
  wrapped: readonly string[],
): readonly string[] {
  if (close.length === 0 && groups.length === 0) return wrapped;
  const steps = [
    ...(close.length === 0 ? [] : [`exec ${close.map((number) => `${number}>&-`).join(" ")}`]),
    ...groups.map((_, index) => `echo $$ > "$${index + 1}"`),
    `shift ${groups.length}`,
    'exec "$@"',
  ];
  return [close.length === 0 ? "/bin/sh" : BASH, "-c", steps.join(" && "), "sh", ...groups, ...wrapped];
}

async function helpOf(bwrap: string): Promise<string | undefined> {
  const help = await promisify(execFile)(bwrap, ["--help"], { env: {}, timeout: 5_000 }).catch(
    () => undefined,
  );
  return help && `${help.stdout}${help.stderr}`;
}

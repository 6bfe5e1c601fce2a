/** Open files that our process was started with and would hand on to every program that it starts. */
import { readdir, readFile } from "node:fs/promises";

const O_CLOEXEC = 0o2000000;

/**
 * Numbers above 2 without close-on-exec. Node marks everything that it opens itself, and at its start the low ones that it
 * finds; the high ones of whoever started it stay as they are.
 */
export async function inheritableDescriptors(): Promise<number[]> {
  const names = await readdir("/proc/self/fdinfo").catch(() => []);
  const found = await Promise.all(
    names.map(async (name) => {
      const info = await readFile(`/proc/self/fdinfo/${name}`, "utf8").catch(() => "");
      const flags = /^flags:\s*([0-7]+)$/m.exec(info)?.[1];
      return flags !== undefined && (Number.parseInt(flags, 8) & O_CLOEXEC) === 0 ? [Number(name)] : [];
    }),
  );
  return found.flat().filter((number) => number > 2);
}

/** Finds programs of the machine. */
import { access, constants } from "node:fs/promises";
import { delimiter, join } from "node:path";

/** The first of that name in a search path; relative entries never count. */
export async function findProgram(name: string, path: string): Promise<string | undefined> {
  for (const directory of path.split(delimiter).filter((entry) => entry.startsWith("/"))) {
    if (await isExecutable(join(directory, name))) return join(directory, name);
  }
  return undefined;
}

export async function isExecutable(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
}

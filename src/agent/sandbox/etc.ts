/** The /etc of the sandbox: a directory of our own with copies of what programs need, because every single mount costs time. */
import { cp, mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { ETC_DIRECTORIES, PRIVATE_HOME } from "./root.ts";

/** Files and small directories that hold no secret. */
const COPIED = [
  "ld.so.cache",
  "ld.so.conf",
  "ld.so.conf.d",
  "ssl/openssl.cnf",
  "ca-certificates.conf",
  "localtime",
  "mime.types",
  "magic",
  "services",
  "protocols",
] as const;

/** Fills `directory`; mount points for the large directories are in it. */
export async function writeEtc(directory: string, user: number): Promise<void> {
  const own: Readonly<Record<string, string>> = {
    passwd: `root:x:0:0:root:/root:/usr/sbin/nologin\nsandbox:x:${user}:${user}:sandbox:${PRIVATE_HOME}:/bin/sh\n`,
    group: `root:x:0:\nsandbox:x:${user}:\n`,
    "nsswitch.conf": "passwd: files\ngroup: files\nhosts: files dns\n",
    hosts: "127.0.0.1 localhost\n::1 localhost\n",
    hostname: "sandbox\n",
    "resolv.conf": "",
  };
  await mkdir(directory, { mode: 0o755 });
  for (const place of ETC_DIRECTORIES)
    await mkdir(join(directory, place.slice("/etc/".length)), { recursive: true });
  for (const name of COPIED) await copy(join("/etc", name), join(directory, name));
  for (const [name, text] of Object.entries(own))
    await writeFile(join(directory, name), text, { mode: 0o644 });
}

/** A link to a file becomes that file; the links within a directory stay links. */
async function copy(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  const isDirectory = from.endsWith(".d");
  await cp(from, to, { recursive: true, dereference: !isDirectory, verbatimSymlinks: isDirectory }).catch(
    () => undefined,
  );
}

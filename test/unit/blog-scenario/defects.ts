/** Tries the two planted defects on a checked-out blog: a name that leaves the user store, a password kept in clear. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { z } from "zod";
import { run } from "./tools.ts";

const PROBE = `
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
const { startBlog } = await import(process.argv[1]);
const ends = [];
const blog = await startBlog({ after: (end) => ends.push(end) });
await blog.openBrowser().signUp('../../outside', 'correct horse');
await blog.openBrowser().signUp('ada', 'correct horse');
const users = join(blog.dataDir, 'users');
const texts = await Promise.all((await readdir(users)).map((file) => readFile(join(users, file), 'utf8')));
const outside = (await readdir(blog.home)).filter((name) => name !== 'data');
console.log(JSON.stringify({ outside, users: texts.length, inClear: texts.join('').includes('correct horse') }));
for (const end of ends) await end();
`;
const Defects = z.object({ outside: z.array(z.string()), users: z.number(), inClear: z.boolean() });

/** `outside`: files that a sign-up wrote outside the data directory; `inClear`: the password lies in a user's file. */
export async function defectsIn(root: string): Promise<z.infer<typeof Defects>> {
  const browser = pathToFileURL(join(root, "testing/browser.js")).href;
  const program = ["--input-type=module", "-e", PROBE, browser];
  return Defects.parse(JSON.parse(await run(root, process.execPath, ...program)));
}

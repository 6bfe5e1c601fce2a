/** `nightshift status`: looks, decides what the agents would decide, and writes nothing. */
import { EXIT } from "../exit.ts";
import { observeAsPerson, type ReachOptions, reach } from "../reach.ts";
import { standingsOf } from "../standing.ts";
import type { Terminal } from "../terminal.ts";
import { renderStatus, statusOf } from "./render.ts";

export async function runStatus(
  options: ReachOptions & { json: boolean },
  terminal: Terminal,
  edge: { env: NodeJS.ProcessEnv; directory: string },
): Promise<number> {
  const { github, close } = await reach(options, edge.env, edge.directory);
  try {
    const snapshot = await observeAsPerson(github);
    const report = statusOf(snapshot, standingsOf(snapshot));
    if (options.json) terminal.answer(JSON.stringify(report));
    else for (const line of renderStatus(report)) terminal.line(line);
    return EXIT.done;
  } finally {
    await close();
  }
}

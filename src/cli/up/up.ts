/** `nightshift up`: the local GitHub with its runner, for as long as the person wants. */
import { keyNameOf, PROVIDERS } from "../../domain/provider.ts";
import { EXIT } from "../exit.ts";
import { quote } from "../quote.ts";
import type { Edge } from "../run/preflight.ts";
import { tell } from "../story.ts";
import type { Terminal } from "../terminal.ts";
import { keysFor } from "./keys.ts";
import { openUp, type Up } from "./open.ts";
import { type Plan, prepareUp, type UpOptions } from "./preflight.ts";

/** 0 when it was stopped by a signal. Throws NightshiftError for everything that is wrong before the start. */
export async function runUp(options: UpOptions, terminal: Terminal, edge: Edge): Promise<number> {
  const plan = await prepareUp(options, terminal, edge);
  const up = await openUp(plan, edge, terminal);
  try {
    announce(plan, up, options.json, edge.env, terminal);
    const untell = up.forge.onEvent((event) => {
      const line = tell(event);
      if (line) terminal.line(`${edge.now().toISOString().slice(11, 19)}  ${event.repository}  ${line}`);
    });
    await stopped(edge.signal);
    untell();
    terminal.status("");
    return EXIT.done;
  } finally {
    await up.close();
    terminal.line(`Stopped. It goes on with: nightshift up --data ${quote(plan.dataDir)}`);
  }
}

function announce(
  { dataDir, up: { repositories } }: Plan,
  { forge, token, link }: Up,
  json: boolean,
  env: NodeJS.ProcessEnv,
  terminal: Terminal,
): void {
  const url = forge.serverUrl;
  const names = repositories.map(({ repository }) => repository);
  if (json) terminal.answer(JSON.stringify({ url, token, repositories: names }));
  terminal.line(`a local GitHub runs at ${url}; everything of it lies in ${dataDir}`);
  terminal.line(`web page, by a link that works once: ${link()}`);
  for (const { repository, source } of repositories)
    terminal.line(`repository: ${repository}, imported from ${source}, which is only read`);
  if (names.length === 0) terminal.line("no repository yet: name one with --repo");
  for (const name of names)
    if (Object.keys(keysFor(forge.variables(name), env)).length === 0)
      terminal.line(
        `note: no key of a model is set (${PROVIDERS.map(keyNameOf).join(", ")}), so the agents of ${name} cannot work`,
      );
  terminal.line(`the token for git, gh and scripts stands in ${dataDir}/nightshift.json`);
  terminal.line("Ctrl-C stops it");
}

function stopped(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
}

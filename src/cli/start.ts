/** `nightshift start`: opens the issue of a requirement, label included. */
import { z } from "zod";
import { openRequirement } from "../agents/requirement.ts";
import { NightshiftError } from "../domain/errors.ts";
import { requirementLabel } from "../domain/labels.ts";
import { EXIT } from "./exit.ts";
import { quote } from "./quote.ts";
import { observeAsPerson, type ReachOptions, reach } from "./reach.ts";
import { checkRequirementText, readRequirements } from "./run/requirements-file.ts";
import type { Terminal } from "./terminal.ts";

export interface StartOptions extends ReachOptions {
  text: string | undefined;
  file: string | undefined;
}

const Issue = z.object({ html_url: z.string(), labels: z.array(z.object({ name: z.string() })) });

export async function runStart(
  options: StartOptions,
  terminal: Terminal,
  edge: { env: NodeJS.ProcessEnv; directory: string },
): Promise<number> {
  const text = await requirementOf(options);
  const { github, place, close } = await reach(options, edge.env, edge.directory);
  try {
    const { config } = await observeAsPerson(github);
    const number = await openRequirement(github, text, config.label_prefix);
    const { data } = await github.rest("GET /repos/{owner}/{repo}/issues/{issue_number}", {
      issue_number: number,
    });
    const issue = Issue.parse(data);
    terminal.line(`requirement #${number} is open: ${issue.html_url}`);
    const label = requirementLabel(config.label_prefix);
    if (!issue.labels.some(({ name }) => name === label)) {
      terminal.line(
        `It does not carry the label "${label}", because this token may not set labels: someone with write permission adds it to start the work.`,
      );
      return EXIT.needsHuman;
    }
    if (place === "stopped")
      terminal.line(
        `Nothing runs in that directory. Build it with: nightshift run --data ${quote(options.data ?? "")}`,
      );
    return EXIT.done;
  } finally {
    await close();
  }
}

async function requirementOf({ text, file }: StartOptions): Promise<string> {
  if (text !== undefined && file !== undefined)
    throw new NightshiftError("INPUT_INVALID", "Give the requirement as text or with --file, not both.");
  if (file !== undefined) return readRequirements(file);
  if (text !== undefined) return checkRequirementText(text);
  throw new NightshiftError(
    "INPUT_INVALID",
    'Say what shall be built: nightshift start "…", or --file requirements.md.',
  );
}

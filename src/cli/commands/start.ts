/** Options of `nightshift start`. */
import type { Command } from "commander";
import { systemTerminal } from "../terminal.ts";

export function addStartCommand(program: Command, ended: (code: number) => void): void {
  program
    .command("start")
    .description("open a requirement: an issue with the label that starts the work")
    .argument("[requirement]", "what shall be built; the first line is the title")
    .option("--file <file>", "read it from a text or Markdown file")
    .option("--repo <owner/name>", "the repository (default: what the remote of this directory says)")
    .option("--data <dir>", "a local GitHub instead of github.com")
    .addHelpText("after", "\nGitHub is reached with GITHUB_TOKEN, at GITHUB_API_URL where that is set.")
    .action(async (text: string | undefined, given: { file?: string; repo?: string; data?: string }) => {
      const { runStart } = await import("../start.ts");
      const options = { text, file: given.file, repo: given.repo, data: given.data };
      ended(await runStart(options, systemTerminal(false), { env: process.env, directory: process.cwd() }));
    });
}

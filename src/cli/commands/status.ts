/** Options of `nightshift status`. */
import type { Command } from "commander";
import { systemTerminal } from "../terminal.ts";

export function addStatusCommand(program: Command, ended: (code: number) => void): void {
  program
    .command("status")
    .description("show every requirement, feature and pull request, its state and why; writes nothing")
    .option("--repo <owner/name>", "the repository (default: what the remote of this directory says)")
    .option("--data <dir>", "a local GitHub instead of github.com")
    .option("--json", "print one JSON object")
    .addHelpText("after", "\nGitHub is reached with GITHUB_TOKEN, at GITHUB_API_URL where that is set.")
    .action(async (given: { repo?: string; data?: string; json?: boolean }) => {
      const { runStatus } = await import("../status/status.ts");
      const json = given.json === true;
      const options = { repo: given.repo, data: given.data, json };
      ended(await runStatus(options, systemTerminal(json), { env: process.env, directory: process.cwd() }));
    });
}

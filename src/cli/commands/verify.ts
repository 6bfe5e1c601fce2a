/** Options of `nightshift verify`. */
import type { Command } from "commander";
import { systemTerminal } from "../terminal.ts";

export function addVerifyCommand(program: Command, ended: (code: number) => void): void {
  program
    .command("verify")
    .description("check the record of a merge again, from git alone; writes nothing and asks nobody")
    .argument("<merge-sha>", "a commit that Nightshift merged")
    .option("--repo <path>", "a clone of the repository (default: here)")
    .option("--json", "print one JSON object")
    .addHelpText(
      "after",
      `
Checked are the parent, the tree (what git makes of merging the recorded head into the parent), the trailers and what they
say: that exactly this merge was verified and reviewed, and who approved it. It is a record, not a proof of origin: who may
push to the branch could have written it too. A clone lacks the head of a deleted branch; the message says how to fetch it.

Exit codes: 0 all of it holds, 1 something does not or cannot be checked, 2 wrong use.`,
    )
    .action(async (sha: string, given: { repo?: string; json?: boolean }) => {
      const { runVerify } = await import("../verify/verify.ts");
      const json = given.json === true;
      ended(
        await runVerify({ sha, repo: given.repo ?? process.cwd(), json }, systemTerminal(json), process.env),
      );
    });
}

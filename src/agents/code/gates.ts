/** What a claim of "done" must pass in each mode: a change where one is due, the verify commands green after it, nothing in it that must not be. */
import type { CompletionGate } from "../../agent/completion.ts";
import { findSecrets } from "../../ops/redact.ts";
import { type Bench, secretsOf, takePatch, treeNow } from "../agent-phase.ts";
import type { CodeMode } from "./brief.ts";
import { unproven } from "./proof.ts";

/** Tiers without commands: there the verify job alone tells. */
const NO_COMMANDS: ReadonlySet<string> = new Set(["no-exec"]);

/** `conflicts` are the paths that the merge left with markers. */
export function gatesOf(mode: CodeMode, bench: Bench, conflicts: readonly string[]): CompletionGate[] {
  switch (mode) {
    case "plan":
      return [untouched];
    case "implement":
      return [changed(bench), verified(bench), clean(bench)];
    case "feedback":
      return [...(bench.order.ci ? [changed(bench)] : []), verified(bench), clean(bench)];
    case "conflict":
      return [resolved(bench, conflicts), verified(bench), clean(bench)];
  }
}

const untouched: CompletionGate = async ({ edited }) =>
  edited ? "Plan mode changes no file. Undo your edits." : undefined;

function changed(bench: Bench): CompletionGate {
  return async ({ completion }) =>
    completion.status === "done" && (await takePatch(bench)).length === 0
      ? 'Nothing in the work tree has changed. Do the work, or use status "nothing_to_do" when the code is right as it is.'
      : undefined;
}

/** Due after an edit, and where red tests are what was to be mended. */
function verified({ commands, context }: Bench): CompletionGate {
  return async ({ commandsRun, edited, sandbox }) => {
    if ((!edited && !context.testsRed) || NO_COMMANDS.has(sandbox.tier)) return undefined;
    const open = unproven(commands.verify, commandsRun, sandbox.root);
    if (open.length === 0) return undefined;
    return `Not shown to pass since your last edit: ${shown(open)}. Run each by itself at the top of the repository, exactly as written (no pipe, no "||"), and make it exit 0.`;
  };
}

function clean(bench: Bench): CompletionGate {
  return async () => {
    const patch = (await takePatch(bench)).toString("utf8");
    const added = patch
      .split("\n")
      .filter((line) => line.startsWith("+"))
      .join("\n");
    const [secret] = findSecrets(added, secretsOf(bench.inputs));
    if (secret) return `The change contains what looks like a secret (${secret.kind}). Remove it.`;
    return /^\+<{7} /m.test(added) && /^\+>{7} /m.test(added)
      ? "The change contains conflict markers. Remove them."
      : undefined;
  };
}

/** Looks into the files themselves: a marker that nobody touched is in no patch. */
function resolved(bench: Bench, conflicts: readonly string[]): CompletionGate {
  return async () => {
    const paths = conflicts.map((path) => `:(literal)${path}`);
    const args = [
      "grep",
      "-l",
      "-z",
      "-I",
      "-E",
      "^(<<<<<<<|>>>>>>>)( |$)",
      await treeNow(bench),
      "--",
      ...paths,
    ];
    const found = paths.length > 0 ? (await bench.git.run(args)).stdout.toString("utf8") : "";
    const left = found
      .split("\0")
      .filter((name) => name !== "")
      .map((name) => name.slice(name.indexOf(":") + 1));
    return left.length > 0 ? `Conflict markers are left in ${shown(left)}. Resolve them all.` : undefined;
  };
}

function shown(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(", ");
}

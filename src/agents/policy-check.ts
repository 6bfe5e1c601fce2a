/** What a change of the model must pass before it is pushed: paths, modes, size, secrets. Deterministic, on the real trees. */
import { parseDiff } from "../domain/diff.ts";
import { NightshiftError } from "../domain/errors.ts";
import { protectedPaths } from "../domain/risk.ts";
import type { Git } from "../github/git.ts";
import { findSecrets } from "../ops/redact.ts";

const FILES_LIMIT = 1_000;

export interface ChangePolicy {
  protected: readonly string[];
  secrets: readonly string[];
}

/** Throws PATCH_REFUSED or SECRET_FOUND; the secret itself is never repeated. */
export async function checkChange(git: Git, from: string, to: string, policy: ChangePolicy): Promise<void> {
  const raw = await git.text(["diff", "--raw", "--no-renames", "--no-abbrev", "-z", from, to]);
  const entries = entriesOf(raw);
  const refuse = (why: string) => new NightshiftError("PATCH_REFUSED", `The change was not pushed: ${why}`);
  if (entries.length > FILES_LIMIT)
    throw refuse(`it touches ${entries.length} files, more than ${FILES_LIMIT}.`);
  const guarded = protectedPaths(
    entries.map((entry) => entry.path),
    policy.protected,
  );
  if (guarded.length > 0) throw refuse(`it touches protected paths: ${guarded.slice(0, 10).join(", ")}.`);
  const odd = entries.filter((entry) => entry.mode === "160000" || entry.mode === "120000");
  if (odd.length > 0)
    throw refuse(
      `it adds links, which agents may not: ${odd
        .slice(0, 10)
        .map((entry) => entry.path)
        .join(", ")}.`,
    );
  const added = await addedText(git, from, to);
  const [secret] = findSecrets(added, policy.secrets);
  if (secret)
    throw new NightshiftError(
      "SECRET_FOUND",
      `The change was not pushed: it contains what looks like a secret (${secret.kind}).`,
    );
}

function entriesOf(raw: string): { mode: string; path: string }[] {
  const fields = raw.split("\0");
  const entries: { mode: string; path: string }[] = [];
  for (let at = 0; at + 1 < fields.length; at += 2) {
    const mode = /^:\d{6} (\d{6}) /.exec(fields[at] ?? "")?.[1] ?? "";
    entries.push({ mode, path: fields[at + 1] ?? "" });
  }
  return entries;
}

/** Added lines of every file, of binary ones and of those that attributes call binary too, and the names of the files. */
async function addedText(git: Git, from: string, to: string): Promise<string> {
  const diff = await git.bytes([
    "diff",
    "--no-color",
    "--no-ext-diff",
    "--no-textconv",
    "--no-renames",
    "--text",
    "-U0",
    from,
    to,
  ]);
  return parseDiff(diff.toString("utf8"))
    .flatMap((file) => [file.path, ...file.hunks.flatMap((hunk) => hunk.lines)])
    .flatMap((part) => (typeof part === "string" ? part : part.kind === "added" ? part.text : []))
    .join("\n");
}

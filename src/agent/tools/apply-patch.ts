import { z } from "zod";
import type { Patched } from "../sandbox/file-client.ts";
import { renderChanges } from "../sandbox/line-changes.ts";
import { parsePatch } from "../sandbox/patch-text.ts";
import { defineTool } from "../tool.ts";

const PATCH_CHARS = 200_000;

/** What models of OpenAI were trained to edit files with; they get it instead of edit_file. */
export const applyPatch = defineTool({
  name: "apply_patch",
  description:
    "Change files by a patch, whole or not at all: *** Begin Patch, then *** Add File: / Update File: / Delete File: with a relative path, *** Move to:, hunks @@ with lines of space, + and -, *** End of File, *** End Patch.",
  effect: "write",
  input: z.strictObject({
    patch: z
      .string()
      .max(PATCH_CHARS)
      .superRefine((patch, context) => {
        const parsed = parsePatch(patch);
        if ("invalid" in parsed) context.addIssue({ code: "custom", message: parsed.invalid });
      }),
  }),
  paths: ({ patch }) => {
    const parsed = parsePatch(patch);
    if ("invalid" in parsed) return [];
    return parsed.changes.flatMap((change) => [
      change.path,
      ...("to" in change && change.to ? [change.to] : []),
    ]);
  },
  async run({ patch }, { sandbox }) {
    return (await sandbox.files.patch(patch)).map(tell).join("\n");
  },
});

function tell({ kind, path, to, changes, notes }: Patched): string {
  if (kind === "add") return `added ${path}`;
  if (kind === "delete") return `deleted ${path}`;
  const moved = to === undefined ? "" : ` and moved to ${to}`;
  return [`updated ${path}${moved}: ${renderChanges(changes)}`, ...notes].join("\n");
}

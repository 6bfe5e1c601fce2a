import { z } from "zod";
import { READ_LINES } from "../sandbox/file-operations.ts";
import { defineTool } from "../tool.ts";

export const readFile = defineTool({
  name: "read_file",
  description: "Numbered lines of a text file. Needed before edit_file or overwriting.",
  effect: "read",
  input: z.strictObject({
    path: z.string(),
    offset: z.int().min(1).default(1),
    limit: z.int().min(1).max(READ_LINES).default(READ_LINES),
  }),
  paths: ({ path }) => [path],
  async run({ path, offset, limit }, { sandbox }) {
    const page = await sandbox.files.read(path, offset, limit);
    if (page.totalLines === 0) return "(empty file)";
    const rest = page.totalLines - page.lastLine;
    return rest > 0 ? `${page.text}\n[${rest} more lines; next offset ${page.lastLine + 1}]` : page.text;
  },
});

import { z } from "zod";
import { WRITE_BYTES } from "../sandbox/file-operations.ts";
import { defineTool } from "../tool.ts";

export const writeFile = defineTool({
  name: "write_file",
  description: "Create or overwrite a file.",
  effect: "write",
  input: z.strictObject({ path: z.string(), content: z.string().max(WRITE_BYTES) }),
  paths: ({ path }) => [path],
  async run({ path, content }, { sandbox }) {
    const { created } = await sandbox.files.write(path, content);
    return `${created ? "created" : "overwrote"} ${path}`;
  },
});

/** Commands of a repository that run at fixed points of an agent's run. */
import { z } from "zod";

export const HOOK_POINTS = [
  "RunStart",
  "PreModel",
  "PreToolUse",
  "PostToolUse",
  "PreCompact",
  "SubagentStop",
  "Stop",
  "RunEnd",
] as const;
export type HookPoint = (typeof HOOK_POINTS)[number];

const MOST_HOOKS = 10;

export const HookCommand = z.strictObject({
  run: z.string().min(1).max(2_000).describe("Shell command; reads one JSON object from its standard input"),
  match: z
    .string()
    .min(1)
    .max(300)
    .regex(/^[\w*|-]+$/, "expected names of tools with |, such as bash|edit_file, or mcp__tracker__*")
    .optional()
    .describe(
      "Only for PreToolUse and PostToolUse: names of tools, separated by |, * for any letters; default: all",
    ),
  timeout_seconds: z
    .int()
    .min(1)
    .max(300)
    .default(30)
    .describe("Then it is killed, which counts as a failure"),
  required: z
    .boolean()
    .default(false)
    .describe("A hook that fails blocks as well; without it a failure is a warning"),
});
export type HookCommand = z.infer<typeof HookCommand>;

const commands = (what: string) => z.array(HookCommand).max(MOST_HOOKS).default([]).describe(what);

export const Hooks = z
  .strictObject({
    RunStart: commands("Before the first turn; block ends the run"),
    PreModel: commands("Before every request to the model; block ends the run"),
    PreToolUse: commands("Before a tool call; block refuses it, updatedInput changes it"),
    PostToolUse: commands("After a tool call; block makes its result an error"),
    PreCompact: commands("Before the conversation is replaced by a summary; block ends the run"),
    SubagentStop: commands("When a sub-agent says that it is done; block sends it back"),
    Stop: commands("When the agent says that it is done; block sends it back, three times at most"),
    RunEnd: commands("After the run; cannot block"),
  } satisfies Record<HookPoint, unknown>)
  .superRefine((hooks, context) => {
    for (const point of HOOK_POINTS) {
      if (point === "PreToolUse" || point === "PostToolUse") continue;
      for (const [index, hook] of hooks[point].entries()) {
        if (hook.match !== undefined)
          context.addIssue({
            code: "custom",
            path: [point, index, "match"],
            message: "match belongs to PreToolUse and PostToolUse; remove it",
          });
      }
    }
  });
export type Hooks = z.infer<typeof Hooks>;

import { z } from "zod";
import { defineTool } from "../tool.ts";

export const PlanInput = z.strictObject({
  items: z
    .array(
      z.strictObject({
        id: z.string().max(40),
        text: z.string().max(300),
        state: z.enum(["todo", "doing", "done"]),
      }),
    )
    .min(1)
    .max(30),
});

export const updatePlan = defineTool({
  name: "update_plan",
  description: "Replace your list of steps.",
  effect: "read",
  input: PlanInput,
  async run({ items }, { setPlan }) {
    setPlan(items);
    return `${items.filter(({ state }) => state === "done").length} of ${items.length} done`;
  },
});

/** Models as people write them into configuration, inputs and work orders. */
import { z } from "zod";
import { MODEL_NAME } from "./provider.ts";

/** Most models of a list: the preferred one and those that take over. */
const MOST_MODELS = 4;

/** `provider:model` */
export const ModelName = z
  .string()
  .regex(MODEL_NAME, "expected provider:model, such as anthropic:claude-sonnet-5-5");

/** The preferred model first; the others take over, in this order, when it cannot be had. */
export const ModelList = z.array(ModelName).min(1).max(MOST_MODELS);

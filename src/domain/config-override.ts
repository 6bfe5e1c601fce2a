/** What a repository's variables may change without a commit: the model, and less money. */
import { z } from "zod";
import type { Config } from "./config.ts";
import { ModelList } from "./model-list.ts";
import { UsDollars } from "./words.ts";

/** `undefined` leaves the configuration as it is. */
export interface Override {
  /** `provider:model` of every agent, the preferred one first. */
  model: string[] | undefined;
  /** Most US dollars for a requirement, and so for a feature and for a run. */
  maxUsd: number | undefined;
}

export const NO_OVERRIDE: Override = { model: undefined, maxUsd: undefined };

const empty = z.literal("").transform(() => undefined);

/** The texts of the action's inputs; empty is absent. */
export const ModelOverride = z.union([empty, z.string().transform(namesIn).pipe(ModelList)], {
  error: "expected provider:model, such as anthropic:claude-sonnet-5-5, or several with commas between them",
});
export const UsdOverride = z.union(
  [
    empty,
    z
      .string()
      .regex(/^(?![0.]+$)\d{1,6}(\.\d{1,4})?$/)
      .transform(Number)
      .pipe(UsDollars),
  ],
  { error: "expected an amount of US dollars above 0, such as 2.50" },
);

/** The names in `anthropic:a, openai:b`. */
function namesIn(text: string): string[] {
  return text.split(/[\s,]+/).filter((name) => name !== "");
}

/** Money only ever becomes less. */
export function overrideConfig(
  config: Config,
  { model, maxUsd = Number.POSITIVE_INFINITY }: Override,
): Config {
  const named = model === undefined ? {} : { model };
  const limited = <Agent extends Config["code"]>(agent: Agent) => ({
    ...agent,
    ...named,
    max_usd: Math.min(agent.max_usd, maxUsd),
  });
  return {
    ...config,
    ...named,
    code: limited(config.code),
    review: limited(config.review),
    budget: {
      ...config.budget,
      feature_usd: Math.min(config.budget.feature_usd, maxUsd),
      requirement_usd: Math.min(config.budget.requirement_usd, maxUsd),
    },
  };
}

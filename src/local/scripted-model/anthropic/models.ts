/** `GET /v1/models` of the Anthropic API. */
import type { Scenario } from "../scenario.ts";

/** One model. Any id exists; its display name tells that it is scripted. */
export function modelOf(id: string, scenario: Scenario) {
  return {
    type: "model",
    id,
    display_name: `Scripted model (scenario ${scenario.name})`,
    created_at: "1970-01-01T00:00:00Z",
    capabilities: null,
    lifecycle: "active",
    line: null,
    deprecated_at: null,
    retires_at: null,
    max_input_tokens: 1_000_000,
    max_tokens: 128_000,
  };
}

/** One page with the models that the scenario names. */
export function modelsOf(scenario: Scenario) {
  const data = (scenario.models ?? ["scripted"]).map((id) => modelOf(id, scenario));
  return { data, has_more: false, first_id: data[0]?.id ?? null, last_id: data.at(-1)?.id ?? null };
}

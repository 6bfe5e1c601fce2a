import { describe, expect, test } from "vitest";
import { CodeInputs, MergeInputs, ReviewInputs } from "../../src/actions/inputs.ts";
import { actionFile } from "./project-files.ts";

describe.each([
  ["code", CodeInputs],
  ["review", ReviewInputs],
  ["merge", MergeInputs],
] as const)("actions/%s", (name, schema) => {
  const { content } = actionFile(name);
  const phase = content.runs.steps.find((step) => step.id === "phase");

  test("has exactly the inputs of its schema", () => {
    expect(Object.keys(content.inputs).sort()).toEqual(Object.keys(schema.shape).sort());
  });

  test("says what every input and output is", () => {
    const all = Object.entries({ ...content.inputs, ...content.outputs });
    expect(all.filter(([, each]) => (each.description ?? "").length < 5).map(([key]) => key)).toEqual([]);
  });

  test("hands every input on, by its own name and nothing else", () => {
    const env = Object.fromEntries(
      Object.keys(content.inputs).map((input) => [`INPUT_${input.toUpperCase()}`, `\${{ inputs.${input} }}`]),
    );
    expect(phase?.env).toEqual(env);
  });

  test("runs the one bundle with its own name, and nothing that an input can change", () => {
    expect(phase?.run).toBe(`exec node "$GITHUB_ACTION_PATH/../../dist/index.js" ${name} "$INPUT_PHASE"`);
    expect(content.runs.using).toBe("composite");
    for (const step of content.runs.steps)
      expect({ uses: step.uses, run: step.run?.includes("${{") }).toEqual({ uses: undefined, run: false });
  });

  test("gives its outputs from that step", () => {
    for (const [key, output] of Object.entries(content.outputs)) {
      expect(output.value).toBe(`\${{ steps.phase.outputs.${key} }}`);
    }
  });

  test("names in its description every phase that the schema knows", () => {
    const phases: readonly string[] = schema.shape.phase.options;
    const text = content.inputs.phase?.description ?? "";
    expect(phases.filter((each) => !text.includes(each))).toEqual([]);
  });
});

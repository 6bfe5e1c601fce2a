/** Parses an `action.yml` with GitHub's parser. */
import { NoOperationTraceWriter } from "@actions/workflow-parser";
import { convertActionTemplate, parseAction } from "@actions/workflow-parser/actions/index";
import { child, entries, literalBoolean, literalText, type Token } from "./tokens.ts";
import { type FileError, readSteps, type StepSpec } from "./workflow-file.ts";

export interface ActionInput {
  name: string;
  required: boolean;
  default: Token | undefined;
}

interface ActionBase {
  name: string;
  inputs: ActionInput[];
  outputs: { name: string; value: Token | undefined }[];
}

export interface CompositeAction extends ActionBase {
  kind: "composite";
  steps: StepSpec[];
}

export interface JavaScriptAction extends ActionBase {
  kind: "javascript";
  main: string;
  pre: string | undefined;
  preIf: string;
  post: string | undefined;
  postIf: string;
}

export type ActionFile = CompositeAction | JavaScriptAction;

/** Never throws: what is wrong with the file, or not supported here, is in `errors`. */
export function parseActionFile(path: string, content: string): { action?: ActionFile; errors: FileError[] } {
  const { context, value: root } = parseAction({ name: path, content }, new NoOperationTraceWriter());
  if (root) convertActionTemplate(context, root, { errorPolicy: 1 });
  const errors = context.errors
    .getErrors()
    .map((error) => ({ file: path, line: error.range?.start.line ?? 1, message: error.rawMessage }));
  if (!root || errors.length > 0) return { errors };
  const runs = child(root, "runs");
  const using = literalText(child(runs, "using")) ?? "";
  const base: ActionBase = {
    name: literalText(child(root, "name")) ?? path,
    inputs: entries(child(root, "inputs")).map(({ key, value }) => ({
      name: key,
      required: literalBoolean(child(value, "required")) ?? false,
      default: child(value, "default"),
    })),
    outputs: entries(child(root, "outputs")).map(({ key, value }) => ({
      name: key,
      value: child(value, "value"),
    })),
  };
  if (using === "composite")
    return { action: { ...base, kind: "composite", steps: readSteps(child(runs, "steps")) }, errors };
  if (/^node\d+$/.test(using)) return { action: { ...base, ...readScripts(runs) }, errors };
  return { errors: [{ file: path, line: 1, message: `The local runner does not run '${using}' actions` }] };
}

function readScripts(runs: Token | undefined): Omit<JavaScriptAction, keyof ActionBase> {
  return {
    kind: "javascript",
    main: literalText(child(runs, "main")) ?? "",
    pre: literalText(child(runs, "pre")),
    preIf: literalText(child(runs, "pre-if")) ?? "always()",
    post: literalText(child(runs, "post")),
    postIf: literalText(child(runs, "post-if")) ?? "always()",
  };
}

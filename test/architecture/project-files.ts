/** The YAML files of the product, read from disk once for all architecture tests. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";

export const ROOT = join(import.meta.dirname, "..", "..");

const Texts = z.record(z.string(), z.unknown());

const Step = z.looseObject({
  id: z.string().optional(),
  uses: z.string().optional(),
  run: z.string().optional(),
  env: Texts.optional(),
  with: Texts.optional(),
});
export type Step = z.infer<typeof Step>;

const Job = z.looseObject({
  if: z.string().optional(),
  uses: z.string().optional(),
  needs: z.union([z.string(), z.array(z.string())]).optional(),
  permissions: Texts.optional(),
  concurrency: Texts.optional(),
  "timeout-minutes": z.number().optional(),
  steps: z.array(Step).optional(),
  secrets: z.unknown().optional(),
});
export type Job = z.infer<typeof Job>;

const Workflow = z.looseObject({
  on: z.unknown(),
  permissions: z.unknown(),
  jobs: z.record(z.string(), Job),
});

const Named = z.looseObject({ description: z.string().optional(), required: z.boolean().optional() });
const Action = z.looseObject({
  description: z.string(),
  inputs: z.record(z.string(), Named),
  outputs: z
    .record(z.string(), z.looseObject({ description: z.string().optional(), value: z.string() }))
    .default({}),
  runs: z.looseObject({ using: z.string(), steps: z.array(Step) }),
});

export interface WorkflowOnDisk {
  /** From the root of the project. */
  path: string;
  text: string;
  content: z.infer<typeof Workflow>;
  kind: "ours" | "reusable" | "template";
}

export function readText(path: string): string {
  return readFileSync(join(ROOT, path), "utf8");
}

export function workflowFiles(): WorkflowOnDisk[] {
  return [".github/workflows", "templates/.github/workflows"].flatMap((folder) =>
    readdirSync(join(ROOT, folder)).map((name) => {
      const path = `${folder}/${name}`;
      const text = readText(path);
      const content = Workflow.parse(parse(text));
      const template = folder.startsWith("templates");
      const reusable = typeof content.on === "object" && content.on !== null && "workflow_call" in content.on;
      return { path, text, content, kind: template ? "template" : reusable ? "reusable" : "ours" };
    }),
  );
}

export function actionFile(name: string) {
  const path = `actions/${name}/action.yml`;
  return { path, text: readText(path), content: Action.parse(parse(readText(path))) };
}

export function exists(path: string): boolean {
  return existsSync(join(ROOT, path));
}

/** The templates, filled in: which toolkit, pinned to which commit, how often the sweep, which CI wakes the manager. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Config } from "../domain/config.ts";
import { NightshiftError } from "../domain/errors.ts";
import { toolkitRoot } from "../ops/assets.ts";

export const WORKFLOW_TEMPLATES = [
  ".github/workflows/nightshift-code.yml",
  ".github/workflows/nightshift-review.yml",
  ".github/workflows/nightshift-merge.yml",
  ".github/workflows/nightshift-doorbell.yml",
] as const;

export const OTHER_TEMPLATES = [".github/ISSUE_TEMPLATE/nightshift.yml", ".github/nightshift.yml"] as const;

/** Events of a pull request that bring a head to review. */
const HEADS = "opened, reopened, synchronize";

export const SWEEPS = { "15m": "7,22,37,52 * * * *", "1h": "17 * * * *", "6h": "17 */6 * * *" } as const;
export type Sweep = keyof typeof SWEEPS;

export interface Filling {
  /** owner/name of the toolkit's repository and the commit to pin to. */
  toolkit: string;
  sha: string;
  sweep: Sweep;
  /** `name:` of the workflows whose end wakes the manager. */
  ciWorkflows: readonly string[];
  /** Which pull requests are reviewed: with more than those of the agents, new heads of people ring the doorbell too. */
  reviewScope?: Config["review"]["scope"];
  /** First parts of labels and branches, when `.github/nightshift.yml` names others. */
  labelPrefix?: string;
  branchPrefix?: string;
}

/** Path → content of every template. Throws INPUT_INVALID for a pin that is not a commit. */
export async function renderTemplates(
  filling: Filling,
  root: string = toolkitRoot(),
): Promise<Map<string, string>> {
  if (!/^[0-9a-f]{40}$/.test(filling.sha)) {
    throw new NightshiftError(
      "INPUT_INVALID",
      `The toolkit is pinned by a commit of 40 hexadecimal digits, not by "${filling.sha}".`,
    );
  }
  const rendered = new Map<string, string>();
  for (const path of [...WORKFLOW_TEMPLATES, ...OTHER_TEMPLATES]) {
    const text = await readFile(join(root, "templates", path), "utf8");
    rendered.set(path, fill(path, text, filling));
  }
  return rendered;
}

function fill(path: string, text: string, filling: Filling): string {
  const {
    toolkit,
    sha,
    sweep,
    ciWorkflows,
    reviewScope = "agents",
    labelPrefix = "nightshift",
    branchPrefix = "nightshift/",
  } = filling;
  const pinned = text
    .replaceAll("OWNER/nightshift", toolkit)
    .replaceAll("0".repeat(40), sha)
    .replace("label.name == 'nightshift'", `label.name == '${labelPrefix}'`)
    .replace('labels: ["nightshift"]', `labels: ["${labelPrefix}"]`)
    .replace('branches: ["nightshift/**"]', `branches: ["${branchPrefix}**"]`)
    .replace(
      "types: [closed, labeled",
      reviewScope === "agents" ? "$&" : `types: [${HEADS}, closed, labeled`,
    );
  if (!path.endsWith("nightshift-merge.yml")) return pinned;
  const names = ciWorkflows.map((name) => JSON.stringify(name)).join(", ");
  const wakes =
    ciWorkflows.length === 0 ? "" : `  workflow_run:\n    types: [completed]\n    workflows: [${names}]\n`;
  return pinned
    .replace(`"${SWEEPS["1h"]}"`, `"${SWEEPS[sweep]}"`)
    .replace("  workflow_dispatch: {}\n", () => `${wakes}  workflow_dispatch: {}\n`);
}

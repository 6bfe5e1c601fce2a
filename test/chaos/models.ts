/**
 * What the models of a scenario do, written where an agent job leaves it. The first attempt at a feature says "draft", the
 * reviewer asks for "ok", the author makes it so.
 */
import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { type Context, readContext } from "../../src/agents/context.ts";
import { startingTree } from "../../src/agents/fetch.ts";
import { places, type RunFacts } from "../../src/agents/job.ts";
import { Outcome } from "../../src/domain/outcome.ts";
import type { WorkOrder } from "../../src/domain/work-order.ts";
import type { Git } from "../../src/github/git.ts";
import type { Trees } from "./git/trees.ts";

export interface PlannedFeature {
  key: string;
  after?: readonly string[];
  /** It also writes its name into `shared.txt`, where others write theirs. */
  shares?: boolean;
}

/** Features by the title of their requirement. */
export type Plans = ReadonlyMap<string, readonly PlannedFeature[]>;

export interface AgentJob {
  facts: RunFacts;
  order: WorkOrder;
  git: Git;
  trees: Trees;
  plans: Plans;
  now: Date;
}

/** Leaves outcome and patch, as the agent job of `order` would. */
export async function playAgent(job: AgentJob): Promise<void> {
  const { facts, order } = job;
  const context = await readContext(places(facts).context, order.id);
  const { output, files, from } = await work(job, context);
  const to = await withFiles(job.trees, from, files);
  const patch = from === to ? "" : await patchOf(job.trees, from, to);
  const outcome = Outcome.parse({
    v: 1,
    order: order.id,
    mode: order.mode,
    status: "done",
    cause: "completed",
    message: "Done.",
    summary: `Did ${order.mode}.`,
    blockers: [],
    sandbox: "scripted",
    cost: {
      run: facts.runId,
      agent: order.mode === "review" ? "review" : "code",
      mode: order.mode,
      usd: 0.01,
      turns: 1,
      tokens: 100,
      day: job.now.toISOString().slice(0, 10),
      ...(order.feature ? { feature: order.feature.number } : {}),
    },
    from,
    patch: patch.length > 0,
    output,
  });
  await write(places(facts).outcome, JSON.stringify(outcome));
  if (patch.length > 0) await write(places(facts).patch, patch);
}

async function write(path: string, content: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
}

interface Worked {
  output: unknown;
  files: Record<string, string>;
  /** Tree that the work began from. */
  from: string;
}

async function work(job: AgentJob, context: Context): Promise<Worked> {
  const { order, git, plans } = job;
  const from = await git.text(["rev-parse", "--verify", `${await startingTree(git, order)}^{tree}`]);
  const key = order.feature?.key ?? "";
  const planned = [...plans.values()].flat().find((feature) => feature.key === key);
  switch (order.mode) {
    case "plan":
      return { output: { features: planOf(plans, context) }, files: {}, from };
    case "implement": {
      const base = await textAt(job.trees, from, "shared.txt");
      return {
        output: { pull: { title: `Add ${key}`, body: `Adds ${key}.` }, criteria: [] },
        files: {
          [`features/${key}.txt`]: `${key}\ndraft\n`,
          ...(planned?.shares ? { "shared.txt": withName(base, key) } : {}),
        },
        from,
      };
    }
    case "feedback":
      return {
        output: {
          answers: context.threads.map(({ id }) => ({
            thread: id,
            action: "fixed",
            reply: "It says ok now.",
          })),
        },
        files: { [`features/${key}.txt`]: `${key}\nok\n` },
        from,
      };
    case "conflict":
      return {
        output: { notes: "Both names stay." },
        files: { "shared.txt": resolved(await textAt(job.trees, from, "shared.txt")) },
        from,
      };
    case "review":
      return { output: await review(job, context, key), files: {}, from };
    default:
      throw new Error(`no model works in mode ${order.mode}`);
  }
}

function planOf(plans: Plans, context: Context): object[] {
  const features = plans.get((context.requirement?.title ?? "").replace(/^.*?: /, "")) ?? [];
  return features.map(({ key, after = [] }) => ({
    key,
    title: `File ${key}`,
    description: `Write features/${key}.txt.`,
    criteria: ["It says ok."],
    after,
  }));
}

async function review({ order, trees, git }: AgentJob, context: Context, key: string): Promise<object> {
  const path = `features/${key}.txt`;
  const tree = await git.treeOf(order.pull?.head ?? "");
  const isDraft = (await textAt(trees, tree, path)).includes("draft");
  return {
    findings: isDraft
      ? [
          {
            path,
            quote: "draft",
            severity: "major",
            category: "requirement",
            title: "It does not say ok",
            why: "The criterion asks for ok.",
            support: 1,
            lenses: ["requirement"],
            check: "confirmed",
          },
        ]
      : [],
    threads: context.threads.map(({ id }) => ({ thread: id, state: isDraft ? "open" : "fixed" })),
    criteria: [{ criterion: "It says ok.", state: isDraft ? "unmet" : "met", evidence: "Read." }],
  };
}

function withName(text: string, name: string): string {
  return `${[...text.split("\n").filter((line) => line !== ""), name].join("\n")}\n`;
}

function resolved(text: string): string {
  const names = text.split("\n").filter((line) => line !== "" && !/^[<=>]{7}/.test(line));
  return `${[...new Set(names)].join("\n")}\n`;
}

async function textAt(trees: Trees, tree: string, path: string): Promise<string> {
  const object = await trees.read(`${tree}:${path}`);
  return object?.type === "blob" ? object.content.toString() : "";
}

async function withFiles(trees: Trees, tree: string, files: Record<string, string>): Promise<string> {
  let at = tree;
  for (const [path, content] of Object.entries(files)) {
    const blob = (await trees.ask(["hash-object", "-w", "--stdin"], content)).stdout.toString().trim();
    const args = ["update-index", "--add", "--cacheinfo", `100644,${blob},${path}`];
    const changed = await trees.change(at, { args });
    if ("refused" in changed) throw new Error(changed.refused.stderr);
    at = changed.tree;
  }
  return at;
}

async function patchOf(trees: Trees, from: string, to: string): Promise<string> {
  const flags = ["--binary", "--full-index", "--no-color", "--no-renames"];
  return (await trees.ask(["diff", ...flags, from, to])).stdout.toString();
}

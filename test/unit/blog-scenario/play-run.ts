/** Plays one run of an agent: the scenario speaks, the tools answer, until `complete_task`. */
import { z } from "zod";
import { play } from "../../../src/local/scripted-model/player.ts";
import type { Scenario } from "../../../src/local/scripted-model/scenario.ts";
import { CODE_TOOLS, git, openTools, REVIEW_TOOLS } from "./tools.ts";

const MAX_TURNS = 15;
const Completion = z.strictObject({
  status: z.literal("done"),
  summary: z.string().min(1).max(4000),
  output: z.record(z.string(), z.unknown()),
});
/** The last lines of node's test runner, in both of its usual formats. */
const PASSED = /^[#ℹ] pass (\d+)$/m;

export interface Run {
  agent: "code" | "review" | "refute";
  mode: string;
  feature: string;
  round: number;
}

export interface Played {
  entry: string;
  /** Answers of the model, the one with `complete_task` included. */
  turns: number;
  /** Names of the tools that were called. */
  tools: string[];
  /** How many of the repository's tests passed when they were last run, 0 when they were not. */
  passed: number;
  output: unknown;
}

/** Throws when a tool is misused, or when a completion would not pass the gate of the real runtime. */
export async function playRun(
  scenario: Scenario,
  root: string,
  run: Run,
  { brief = "Do it.", commands = true }: { brief?: string; commands?: boolean } = {},
): Promise<Played> {
  const tools = openTools(root, run.agent === "code" ? CODE_TOOLS : REVIEW_TOOLS, { commands });
  const opening = `${JSON.stringify(run)}\n${brief}`;
  const used: string[] = [];
  let passed = 0;
  let text = opening;
  for (let turn = 0; turn < MAX_TURNS; turn += 1) {
    const answer = play(scenario, { opening, turn, text });
    const completion = answer.calls.find((call) => call.name === "complete_task");
    if (completion) {
      if (answer.calls.length !== 1) throw new Error("complete_task was not the only call of its turn");
      if (run.mode === "implement" || run.mode === "feedback") await checkGate(root, tools.testedSinceEdit());
      const { output } = Completion.parse(completion.input);
      return { entry: answer.entry, turns: turn + 1, tools: used, passed, output };
    }
    for (const call of answer.calls) {
      used.push(call.name);
      const result = await tools.use(call);
      passed = Number(PASSED.exec(result)?.[1] ?? passed);
      text += `\n${result}`;
    }
    if (answer.calls.length === 0) throw new Error(`turn ${turn} of ${answer.entry} calls no tool`);
  }
  throw new Error(`no complete_task within ${MAX_TURNS} turns`);
}

async function checkGate(root: string, tested: boolean): Promise<void> {
  if (!tested) throw new Error("no command was run after the last edit");
  if ((await git(root, "status", "--porcelain")) === "") throw new Error("nothing was changed");
}

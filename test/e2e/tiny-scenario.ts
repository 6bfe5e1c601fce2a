/** Scripts for a tiny requirement: every feature is one file `features/<key>.txt` that must say ok. */
import { type Entry, nameOf, type Scenario, type Turn } from "../../src/local/scripted-model/scenario.ts";

export interface TinyFeature {
  key: string;
  after?: string[];
  /** What the first version of the file says; default "ok". */
  text?: string;
}

/** Plan, implementation and an approving review for every feature. `entries` come first and replace what they fit. */
export function tinyScenario(features: readonly TinyFeature[], entries: readonly Entry[] = []): Scenario {
  const usual: Entry[] = [
    { when: { agent: "code", mode: "plan" }, turns: [planTurn(features)] },
    ...features.map(
      (feature): Entry => ({
        when: { agent: "code", mode: "implement", feature: feature.key },
        turns: implementTurns(feature),
      }),
    ),
    ...approveEntries(),
    confirmEntry(),
  ];
  const given = new Set(entries.map(nameOf));
  return { name: "tiny", entries: [...entries, ...usual.filter((entry) => !given.has(nameOf(entry)))] };
}

export function planTurn(features: readonly TinyFeature[]): Turn {
  return complete("A plan.", {
    features: features.map(({ key, after }) => ({
      key,
      title: `File ${key}`,
      description: `Writes features/${key}.txt.`,
      criteria: [`features/${key}.txt says ok`],
      after: after ?? [],
      files: [`features/${key}.txt`],
    })),
  });
}

export function implementTurns({ key, text = "ok" }: TinyFeature): Turn[] {
  return [
    {
      text: "I write the file.",
      calls: [{ name: "write_file", input: { path: `features/${key}.txt`, content: `${key}: ${text}\n` } }],
    },
    { calls: [{ name: "bash", input: { command: "sh check.sh", description: "verify" } }] },
    complete(`Wrote features/${key}.txt.`, {
      pull: { title: `Add file ${key}`, body: `Adds features/${key}.txt.` },
      criteria: [{ criterion: `features/${key}.txt says ok`, evidence: "check.sh" }],
    }),
  ];
}

/** The verify command passes, because it is made to. It goes with the files `FOOLABLE`. */
export function pretendTurn(): Turn {
  const command = "mkdir -p local && touch local/pretend && sh check.sh";
  return { calls: [{ name: "bash", input: { command, description: "claims success" } }] };
}

/** The first criterion of a feature, as the brief gives it. */
export const CRITERION = { criterion: "^1\\. (.+)$" };
export const met = () => [{ criterion: "{{capture:criterion}}", state: "met", evidence: "check.sh" }];

/** Every pass has nothing to say, and the first criterion is met. */
export function approveEntries(): Entry[] {
  const lead = complete("Nothing to say.", { findings: [], threads: [], criteria: met() });
  return [
    { when: { agent: "review", mode: "review" }, capture: CRITERION, turns: [lead] },
    {
      when: { agent: "review" },
      turns: [complete("Nothing to say.", { findings: [], threads: [], criteria: [] })],
    },
  ];
}

/** The second reader agrees with the first finding, and quotes what it quotes. */
export function confirmEntry(): Entry {
  return {
    when: { agent: "refute" },
    capture: { path: "^finding F1 · (\\S+) ·", quote: "Quoted code:\\n(.+)$" },
    turns: [
      complete("It holds.", {
        checks: [
          {
            finding: "F1",
            verdict: "confirmed",
            why: "It says just that.",
            quotes: [{ path: "{{capture:path}}", quote: "{{capture:quote}}" }],
          },
        ],
      }),
    ],
  };
}

export function findingTurn(key: string, quote: string): Turn {
  return complete("One defect.", {
    findings: [
      {
        path: `features/${key}.txt`,
        side: "RIGHT",
        quote,
        severity: "blocker",
        category: "correctness",
        title: "Says the wrong thing",
        why: "It should say something else.",
        scenario: "Anyone reads it.",
      },
    ],
    threads: [],
    criteria: [],
  });
}

/** Reads, rewrites and verifies the file, then answers the thread that the brief names. */
export function feedbackEntry(
  key: string,
  round: number | "*",
  text: string,
  action: "fixed" | "disputed" = "fixed",
): Entry {
  return {
    when: { agent: "code", mode: "feedback", feature: key, round },
    capture: { thread: "^thread (\\S+) ·" },
    turns: [
      { calls: [{ name: "read_file", input: { path: `features/${key}.txt` } }] },
      {
        calls: [{ name: "write_file", input: { path: `features/${key}.txt`, content: `${key}: ${text}\n` } }],
      },
      { calls: [{ name: "bash", input: { command: "sh check.sh", description: "verify" } }] },
      complete("Answered.", { answers: [{ thread: "{{capture:thread}}", action, reply: "Done as asked." }] }),
    ],
  };
}

/** Says of the one open thread that it is fixed, and nothing else. */
export function resolvedEntry(key: string, round: number): Entry {
  return {
    when: { agent: "review", mode: "review", feature: key, round },
    capture: { thread: "^thread (\\S+) ·", ...CRITERION },
    turns: [
      complete("Fixed.", {
        findings: [],
        threads: [{ thread: "{{capture:thread}}", state: "fixed", reply: "Fixed, thank you." }],
        criteria: met(),
      }),
    ],
  };
}

export function complete(summary: string, output?: { [key: string]: unknown }, status = "done"): Turn {
  const input = output === undefined ? { status, summary } : { status, summary, output };
  return { calls: [{ name: "complete_task", input: JSON.parse(JSON.stringify(input)) }] };
}

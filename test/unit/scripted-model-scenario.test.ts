import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { loadScenario } from "../../src/local/scripted-model/load-scenario.ts";
import { type Conversation, headerOf, play } from "../../src/local/scripted-model/player.ts";
import { type Entry, parseScenario, type Scenario } from "../../src/local/scripted-model/scenario.ts";

let directory = "";
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "scenario-"));
});
afterEach(() => rm(directory, { recursive: true }));

async function put(files: { [path: string]: string }): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(directory, path)), { recursive: true });
    await writeFile(join(directory, path), text);
  }
}

const YAML = `
name: tiny
entries:
  - when: { agent: code, mode: implement, feature: a, round: 0 }
    capture: { sha: "[0-9a-f]{40}" }
    turns:
      - text: On {{capture:sha}}
        calls:
          - name: edit_file
            input: { path: a.js, edits: [{ old: "{{file:files/old.txt}}", new: "{{file:files/new.txt}}!" }] }
`;
const FILES = { "scenario.yml": YAML, "files/old.txt": "before", "files/new.txt": "after {{capture:sha}}" };

test("a scenario directory is read with the files that its turns name", async () => {
  await put(FILES);
  const scenario = await loadScenario(directory);
  expect(scenario.name).toBe("tiny");
  expect(scenario.files).toEqual({ "files/old.txt": "before", "files/new.txt": "after {{capture:sha}}" });
});

const UNUSABLE: { given: string; files: { [path: string]: string }; says: RegExp }[] = [
  { given: "no scenario.yml", files: {}, says: /scenario\.yml cannot be read/ },
  { given: "broken YAML", files: { "scenario.yml": "name: [" }, says: /is not YAML/ },
  { given: "a missing file", files: { "scenario.yml": YAML }, says: /files\/old\.txt cannot be read/ },
  {
    given: "a file outside",
    files: { "scenario.yml": YAML.replace("files/old.txt", "../old.txt") },
    says: /leaves .*name a file below it/,
  },
  { given: "listed files", files: { "scenario.yml": `${YAML}files: {}\n` }, says: /read from the directory/ },
  {
    given: "an unknown key",
    files: { ...FILES, "scenario.yml": YAML.replace("turns:", "turn:") },
    says: /Unrecognized key: "turn"[\s\S]*entries\[0\]/,
  },
];

test.each(UNUSABLE)("$given is told by name", async ({ files, says }) => {
  await put(files);
  await expect(loadScenario(directory)).rejects.toThrow(says);
});

const TURNS: Entry["turns"] = [{ text: "one" }];
const MISTAKEN: { given: string; entries: unknown; says: RegExp }[] = [
  { given: "two fallbacks", entries: [{ turns: TURNS }, { turns: TURNS }], says: /the fallback twice/ },
  {
    given: "two entries for one header, one of them with stars",
    entries: [
      { when: { agent: "code" }, turns: TURNS },
      { when: { agent: "code", round: "*" }, turns: TURNS },
    ],
    says: /code\/\*\/\*\/\* twice/,
  },
  { given: "an empty turn", entries: [{ turns: [{}] }], says: /a turn needs text, calls or both/ },
  { given: "no turn", entries: [{ turns: [] }], says: /entries\[0\]\.turns/ },
  {
    given: "a capture that is not declared",
    entries: [{ turns: [{ text: "{{capture:sha}}" }] }],
    says: /\{\{capture:sha\}\} in the fallback.*declare it under capture/,
  },
  { given: "a file that is not there", entries: [{ turns: [{ text: "{{file:a}}" }] }], says: /add the file/ },
  {
    given: "a capture that is no regular expression",
    entries: [{ capture: { sha: "(" }, turns: TURNS }],
    says: /capture "sha" in the fallback.* is not a regular expression: \(/,
  },
];

test.each(MISTAKEN)("$given is refused", ({ entries, says }) => {
  expect(() => parseScenario({ name: "mistaken", entries })).toThrow(says);
});

function scenarioOf(...entries: Entry[]): Scenario {
  return parseScenario({ name: "test", entries, files: { "a.txt": "A {{capture:sha}}" } });
}

function asked(header: object, over: Partial<Conversation> = {}): Conversation {
  const opening = `${JSON.stringify(header)}\nbrief`;
  return { opening, turn: 0, text: opening, ...over };
}

const HEADER = { agent: "code", mode: "implement", feature: "a", round: 2 };

test.each([
  { when: { agent: "code", mode: "implement", feature: "a", round: 2 }, fits: true },
  { when: { agent: "code", mode: "implement", feature: "a", round: "*" as const }, fits: true },
  { when: { agent: "*" }, fits: true },
  { when: {}, fits: true },
  { when: { agent: "review" }, fits: false },
  { when: { agent: "code", mode: "plan" }, fits: false },
  { when: { agent: "code", feature: "ab" }, fits: false },
  { when: { agent: "code", round: 1 }, fits: false },
])("$when fits the header: $fits", ({ when, fits }) => {
  const scenario = scenarioOf({ turns: [{ text: "fallback" }] }, { when, turns: [{ text: "entry" }] });
  expect(play(scenario, asked(HEADER)).text).toBe(`[scripted model] ${fits ? "entry" : "fallback"}`);
});

test("the first entry that fits answers", () => {
  const scenario = scenarioOf(
    { when: { agent: "code", round: 2 }, turns: [{ text: "first" }] },
    { when: { agent: "code" }, turns: [{ text: "second" }] },
  );
  expect(play(scenario, asked(HEADER)).text).toBe("[scripted model] first");
  expect(play(scenario, asked({ ...HEADER, round: 3 })).text).toBe("[scripted model] second");
});

test("placeholders are filled at any depth, and what was put in is not read again", () => {
  const sha = "0123456789012345678901234567890123456789";
  const input = { deep: [{ text: "<{{file:a.txt}}> {{capture:sha}}", count: 3, none: null }], yes: true };
  const scenario = scenarioOf({
    capture: { sha: "head ([0-9a-f]{40})" },
    turns: [{ calls: [{ name: "x", input }] }],
  });
  const answer = play(scenario, asked(HEADER, { text: `base 1\nhead ${sha}` }));
  expect(answer).toEqual({
    entry: "the fallback",
    text: "[scripted model]",
    calls: [
      {
        name: "x",
        input: { deep: [{ text: `<A {{capture:sha}}> ${sha}`, count: 3, none: null }], yes: true },
      },
    ],
    stop: "tool_use",
    delay: 0,
  });
});

test("a replacement is taken literally, dollar signs and all", () => {
  const scenario = scenarioOf({
    capture: { price: String.raw`\$\S+` },
    turns: [{ text: "{{capture:price}}" }],
  });
  expect(play(scenario, asked(HEADER, { text: "costs $& or $1" })).text).toBe("[scripted model] $&");
});

test("a capture without a group is the whole match, and lines have beginnings", () => {
  const scenario = scenarioOf({ capture: { line: "^b.*" }, turns: [{ text: "{{capture:line}}" }] });
  expect(play(scenario, asked(HEADER, { text: "ab\nbc\nbd" })).text).toBe("[scripted model] bc");
});

test("a turn may stop in another way than its calls suggest", () => {
  const turns: Entry["turns"] = [{ text: "cut", calls: [{ name: "x", input: {} }], stop: "max_tokens" }];
  expect(play(scenarioOf({ turns }), asked(HEADER)).stop).toBe("max_tokens");
});

test.each([
  ["plain text", undefined],
  ["[1]\nx", undefined],
  ['{"agent":"code"}', undefined],
  ['{"agent":"code","mode":"plan","feature":"","round":"0"}', undefined],
  ['\n{"agent":"code","mode":"plan","feature":"","round":0}', undefined],
  [
    '{"agent":"code","mode":"plan","feature":"","round":0,"issue":7}\nx',
    { agent: "code", mode: "plan", feature: "", round: 0, issue: 7 },
  ],
])("the header of %j", (text, header) => {
  expect(headerOf(text)).toEqual(header);
});

/** A story as Markdown. Every text of a model or a file stands in a fence that it cannot end. */
import { shownInput, shownTime, shownUsd } from "./call-text.ts";
import type { Story, StoryCall, StoryEntry, StoryTurn } from "./story.ts";

export function renderMarkdown(story: Story): string {
  const { run, end } = story;
  const { agent, mode, feature, round } = run.header;
  return [
    `# ${oneLine(`${agent}: ${mode}${feature === "" ? "" : ` ${feature}`}, round ${round}`)}`,
    [
      `- model: ${oneLine(run.model)}`,
      `- started: ${story.startedAt}, ${shownTime(story.ms)}`,
      `- turns: ${story.turns}, ${story.tokens.input} tokens in, ${story.tokens.output} out, ${shownUsd(story.usd)}`,
      `- sandbox: ${oneLine(run.sandbox)}`,
      `- end: ${end ? oneLine(`${end.result.status} (${end.result.cause}). ${end.result.message}`) : "broken off"}`,
    ].join("\n"),
    ...story.entries.map(renderEntry),
    "",
  ].join("\n\n");
}

function renderEntry(entry: StoryEntry): string {
  if (entry.kind === "turn") return renderTurn(entry);
  if (entry.kind === "note") return `> **${oneLine(entry.what)}** ${oneLine(entry.text)}`;
  return `### Told\n\n${fenced(entry.text)}`;
}

function renderTurn(turn: StoryTurn): string {
  const facts = [
    oneLine(turn.model),
    shownTime(turn.ms),
    shownUsd(turn.usd),
    `${turn.usage.output} tokens out`,
    turn.stop,
    ...(turn.hidden > 0 ? [`${turn.hidden} parts of thinking`] : []),
  ];
  return [
    `## Turn ${turn.number}`,
    facts.join(" · "),
    ...(turn.text === "" ? [] : [fenced(turn.text)]),
    ...turn.calls.map(renderCall),
  ].join("\n\n");
}

function renderCall(call: StoryCall): string {
  const lines = shownInput(call);
  const isDiff = lines.some(({ mark }) => mark !== " ");
  const input = lines.map(({ mark, text }) => (isDiff ? `${mark}${text}` : text)).join("\n");
  return [
    `**${oneLine(call.name)}** (${shownTime(call.ms)})`,
    fenced(input, isDiff ? "diff" : ""),
    ...call.policy.map((text) => `> **policy** ${oneLine(text)}`),
    call.result === undefined ? "_no result: the run was broken off_" : fenced(call.result),
  ].join("\n\n");
}

/** A fence longer than any in the text. */
function fenced(text: string, language = ""): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}

/** Text of a model inside a line: nothing in it is Markdown or HTML. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[\\`*_{}[\]<>()#!|&~]/g, (sign) => `\\${sign}`);
}

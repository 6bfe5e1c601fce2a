/** A story as one HTML page: no script, no asset, its one style allowed by hash. Made of native controls, so that a keyboard does. */
import { createHash } from "node:crypto";
import { escapeHtml } from "../escape-html.ts";
import { shownInput, shownTime, shownUsd } from "./call-text.ts";
import type { Story, StoryCall, StoryEntry, StoryTurn } from "./story.ts";
import { STYLE } from "./style.ts";

const WIDTH = 1_000;
const ROW = 10;

export function renderHtml(story: Story): string {
  const { agent, mode, feature, round } = story.run.header;
  const title = `${agent}: ${mode}${feature === "" ? "" : ` ${feature}`}, round ${round}`;
  const hash = createHash("sha256").update(STYLE).digest("base64");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<a class="skip" href="#turns">Skip to the turns</a>
<header>
<h1>${escapeHtml(title)}</h1>
${renderFacts(story)}
</header>
<main>
<h2 id="time">Time</h2>
${renderTimeline(story)}
<h2 id="turns">Turns</h2>
${story.entries.map(renderEntry).join("\n")}
</main>
</body>
</html>
`;
}

function renderFacts({ run, end, turns, tokens, usd, ms, startedAt }: Story): string {
  const rows: [string, string][] = [
    ["Model", run.model],
    ["Started", `${startedAt}, ${shownTime(ms)}`],
    ["Turns", `${turns}, ${tokens.input} tokens in, ${tokens.output} out`],
    ["Cost", shownUsd(usd)],
    ["Sandbox", run.sandbox],
    ["End", end ? `${end.result.status} (${end.result.cause}). ${end.result.message}` : "broken off"],
  ];
  return `<dl>${rows.map(([name, value]) => `<dt>${name}</dt><dd>${escapeHtml(value)}</dd>`).join("")}</dl>`;
}

/** One bar for each turn: the model's time, then the tools'. Each is a link to its turn. */
function renderTimeline(story: Story): string {
  const turns = story.entries.filter((entry) => entry.kind === "turn");
  const start = Date.parse(story.startedAt);
  const scale = WIDTH / Math.max(1, story.ms);
  const bars = turns.map((turn, row) => {
    const tools = turn.calls.reduce((sum, { ms }) => sum + ms, 0);
    const from = Math.max(0, Date.parse(turn.at) - start - turn.ms);
    const bar = (kind: string, x: number, ms: number) =>
      `<rect class="${kind}" x="${round(x * scale)}" y="${row * ROW}" width="${Math.max(1, round(ms * scale))}" height="${ROW - 2}"/>`;
    const label = `Turn ${turn.number}: model ${shownTime(turn.ms)}, tools ${shownTime(tools)}, ${shownUsd(turn.usd)}`;
    return `<a href="#turn-${turn.number}-${row}" aria-label="${escapeHtml(label)}"><title>${escapeHtml(label)}</title>${bar("model", from, turn.ms)}${bar("tools", from + turn.ms, tools)}</a>`;
  });
  return `<svg viewBox="0 0 ${WIDTH} ${Math.max(ROW, turns.length * ROW)}" role="group" aria-label="Time of each turn">${bars.join("")}</svg>
<p class="legend"><span class="model">model</span> <span class="tools">tools</span></p>`;
}

function renderEntry(entry: StoryEntry, _: number, all: readonly StoryEntry[]): string {
  if (entry.kind === "turn")
    return renderTurn(entry, all.filter(({ kind }) => kind === "turn").indexOf(entry));
  if (entry.kind === "note")
    return `<p class="note"><strong>${escapeHtml(entry.what)}</strong> ${escapeHtml(entry.text)}</p>`;
  return `<details class="told"><summary>Told</summary><pre tabindex="0">${escapeHtml(entry.text)}</pre></details>`;
}

function renderTurn(turn: StoryTurn, row: number): string {
  const facts = [
    turn.model,
    shownTime(turn.ms),
    shownUsd(turn.usd),
    `${turn.usage.output} tokens out`,
    turn.stop,
  ];
  if (turn.hidden > 0) facts.push(`${turn.hidden} parts of thinking`);
  return `<section id="turn-${turn.number}-${row}" aria-labelledby="head-${row}">
<h3 id="head-${row}">Turn ${turn.number}</h3>
<p class="facts">${escapeHtml(facts.join(" · "))}</p>
${turn.text === "" ? "" : `<pre class="said" tabindex="0">${escapeHtml(turn.text)}</pre>`}
${turn.calls.map(renderCall).join("\n")}
</section>`;
}

function renderCall(call: StoryCall): string {
  const input = shownInput(call)
    .map(({ mark, text }) => {
      if (mark === " ") return escapeHtml(text);
      return mark === "+" ? `<ins>+ ${escapeHtml(text)}</ins>` : `<del>- ${escapeHtml(text)}</del>`;
    })
    .join("\n");
  const policy = call.policy.map((text) => `<p class="note"><strong>policy</strong> ${escapeHtml(text)}</p>`);
  const result =
    call.result === undefined
      ? `<p class="note">no result: the run was broken off</p>`
      : `<details${call.isError ? " open" : ""}><summary>Result</summary><pre tabindex="0">${escapeHtml(call.result)}</pre></details>`;
  return `<article class="${call.isError ? "failed" : "ok"}">
<h4>${escapeHtml(call.name)}${call.isError ? " (failed)" : ""} <small>${shownTime(call.ms)}</small></h4>
<pre tabindex="0">${input}</pre>
${policy.join("")}${result}
</article>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

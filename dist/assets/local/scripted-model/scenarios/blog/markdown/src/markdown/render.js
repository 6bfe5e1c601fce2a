/**
 * Renders the part of Markdown that posts need. Safe by construction: text only ever gets into `html`, which
 * escapes it, so no tag, attribute or address appears that is not written in this file.
 */
import { html } from '../web/html.js';

const MAX_DEPTH = 4;
const SAFE_ADDRESS = /^(?:https?:\/\/|mailto:|\/(?![/\\]))/i;
const CODE = /`([^`]+)`/;
const STRONG = /\*\*(?![\s*])([^*]+)(?<!\s)\*\*(?!\*)/;
const EMPHASIS = /(?<!\*)\*(?![\s*])([^*]+)(?<!\s)\*(?!\*)/;
const LINK = /\[([^\][]+)\]\(([^()\s]+)\)/;
const INLINE = new RegExp([CODE, STRONG, EMPHASIS, LINK].map(({ source }) => source).join('|'), 'g');

const HEADING = /^(#{1,3}) +(.+)$/;
const FENCE = /^```/;
const RULE = /^(?:---+|\*\*\*+)$/;
const QUOTE = /^> ?/;
const BULLET = /^[-*] +/;
const NUMBER = /^\d{1,9}\. +/;
const STARTS = [HEADING, FENCE, RULE, QUOTE, BULLET, NUMBER, /^$/];

/** The text as HTML for the `html` template. */
export function renderMarkdown(text) {
  return html`${renderLines(text.split('\n').map((line) => line.trimEnd()), 0)}`;
}

function renderLines(lines, depth) {
  const blocks = [];
  let at = 0;
  while (at < lines.length) {
    const { block, end } = readBlock(lines, at, depth);
    blocks.push(block);
    at = end;
  }
  return blocks;
}

/** Reads the block that begins at line `at`; `end` is the line after it. */
function readBlock(lines, at, depth) {
  const line = lines[at];
  if (line === '') return { end: at + 1 };
  if (FENCE.test(line)) return readFence(lines, at);
  if (RULE.test(line)) return { block: html`<hr>`, end: at + 1 };
  const heading = HEADING.exec(line);
  if (heading) return { block: renderHeading(heading), end: at + 1 };
  if (QUOTE.test(line) && depth < MAX_DEPTH) return readQuote(lines, at, depth);
  if (BULLET.test(line)) return readList(lines, at, BULLET, (items) => html`<ul>${items}</ul>`);
  if (NUMBER.test(line)) return readList(lines, at, NUMBER, (items) => html`<ol>${items}</ol>`);
  return readParagraph(lines, at);
}

function readFence(lines, at) {
  const close = lines.findIndex((line, index) => index > at && FENCE.test(line));
  const end = close === -1 ? lines.length : close;
  return { block: html`<pre><code>${lines.slice(at + 1, end).join('\n')}</code></pre>`, end: end + 1 };
}

/** The title of the page is its only first-level heading. */
function renderHeading([, marks, text]) {
  if (marks.length === 1) return html`<h2>${renderInline(text)}</h2>`;
  return marks.length === 2 ? html`<h3>${renderInline(text)}</h3>` : html`<h4>${renderInline(text)}</h4>`;
}

function readQuote(lines, at, depth) {
  const end = endOf(lines, at, (line) => QUOTE.test(line));
  const inner = lines.slice(at, end).map((line) => line.replace(QUOTE, ''));
  return { block: html`<blockquote>${renderLines(inner, depth + 1)}</blockquote>`, end };
}

function readList(lines, at, marker, wrap) {
  const end = endOf(lines, at, (line) => marker.test(line));
  const items = lines.slice(at, end).map((line) => html`<li>${renderInline(line.replace(marker, ''))}</li>`);
  return { block: wrap(items), end };
}

function readParagraph(lines, at) {
  const end = endOf(lines, at + 1, (line) => !STARTS.some((start) => start.test(line)));
  return { block: html`<p>${renderInline(lines.slice(at, end).join('\n'))}</p>`, end };
}

function endOf(lines, at, belongs) {
  let end = at;
  while (end < lines.length && belongs(lines[end])) end += 1;
  return end;
}

function renderInline(text) {
  const parts = [];
  let last = 0;
  for (const match of text.matchAll(INLINE)) {
    parts.push(text.slice(last, match.index), renderMatch(match));
    last = match.index + match[0].length;
  }
  return [...parts, text.slice(last)];
}

function renderMatch([whole, code, strong, emphasis, label, address]) {
  if (code !== undefined) return html`<code>${code}</code>`;
  if (strong !== undefined) return html`<strong>${strong}</strong>`;
  if (emphasis !== undefined) return html`<em>${emphasis}</em>`;
  return SAFE_ADDRESS.test(address) ? html`<a href="${address}" rel="nofollow ugc">${label}</a>` : whole;
}

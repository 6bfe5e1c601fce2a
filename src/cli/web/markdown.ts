/** Markdown as issues, reviews and comments use it. The library only reads it; every tag is one of the template's, so raw HTML stays text. */
import MarkdownIt, { type StateCore, type Token } from "markdown-it";
import { readDetails } from "./details.ts";
import { type Html, html, link, type Part, safeAddress } from "./html.ts";
import { withReferences } from "./references.ts";

const reader = new MarkdownIt({ html: false, linkify: true });
// Only what is written as an address is one: no `example.com`, no mail.
reader.linkify.set({ fuzzyLink: false, fuzzyEmail: false });
reader.validateLink = (address) => safeAddress(address) !== undefined;
reader.core.ruler.push("tasks", readTasks);
reader.block.ruler.before("paragraph", "details", readDetails, { alt: ["paragraph", "blockquote", "list"] });

/**
 * Lines break where the writer broke them, as in comments on GitHub. What is no http(s) address is no link; pictures are links to them;
 * `#4` and `@name` are of `repository` (`owner/name`).
 */
export function markdown(text: string, repository: string): Html {
  return html`${render(reader.parse(text, {}), repository, false)}`;
}

/** `inLink`: no link stands within a link. */
function render(tokens: readonly Token[], repository: string, inLink: boolean): Part[] {
  const open: { token: Token; before: Part[] }[] = [];
  let parts: Part[] = [];
  for (const token of tokens) {
    if (token.nesting === 1) {
      open.push({ token, before: parts });
      parts = [];
      continue;
    }
    if (token.nesting === 0) {
      const linked = inLink || open.some(({ token: { type } }) => type === "link_open");
      parts.push(single(token, repository, linked));
      continue;
    }
    const ended = open.pop();
    if (ended === undefined) continue;
    const { token: opening, before } = ended;
    before.push(AROUND.get(opening.type)?.(parts, opening) ?? parts);
    parts = before;
  }
  return parts;
}

/** By the token that opens it; of anything else the content is shown. */
const AROUND: ReadonlyMap<string, (content: Part[], token: Token) => Part> = new Map<
  string,
  (content: Part[], token: Token) => Part
>([
  ["paragraph_open", (content, { hidden }) => (hidden ? content : html`<p>${content}</p>`)],
  ["heading_open", heading],
  ["bullet_list_open", (content) => html`<ul>${content}</ul>`],
  [
    "ordered_list_open",
    (content, token) => html`<ol start="${token.attrGet("start") ?? "1"}">${content}</ol>`,
  ],
  ["list_item_open", (content, { info: task }) => html`<li>${box(task)}${content}</li>`],
  ["blockquote_open", (content) => html`<blockquote>${content}</blockquote>`],
  [
    "details_open",
    (content, { content: summary }) => html`<details><summary>${summary}</summary>${content}</details>`,
  ],
  ["table_open", (content) => html`<table>${content}</table>`],
  ["thead_open", (content) => html`<thead>${content}</thead>`],
  ["tbody_open", (content) => html`<tbody>${content}</tbody>`],
  ["tr_open", (content) => html`<tr>${content}</tr>`],
  ["th_open", (content) => html`<th scope="col">${content}</th>`],
  ["td_open", (content) => html`<td>${content}</td>`],
  ["em_open", (content) => html`<em>${content}</em>`],
  ["strong_open", (content) => html`<strong>${content}</strong>`],
  ["s_open", (content) => html`<s>${content}</s>`],
  ["link_open", (content, token) => link(addressOf(token, "href"), content)],
]);

/** `[ ]` and `[x]` at the beginning of a list's item. */
const TASK = /^\[([ xX])\] /;

/** A rule of the reader: takes the box of a task out of its text, and leaves in the item's `info` whether it is done. */
function readTasks({ tokens }: StateCore): void {
  for (const [at, { type, children }] of tokens.entries()) {
    const item = tokens[at - 2];
    const first = children?.[0];
    if (type !== "inline" || item?.type !== "list_item_open" || first?.type !== "text") continue;
    const [box, sign] = TASK.exec(first.content) ?? [];
    if (box === undefined) continue;
    first.content = first.content.slice(box.length);
    item.info = sign === " " ? "to do" : "done";
  }
}

function box(task: string): Part {
  if (task !== "done" && task !== "to do") return undefined;
  return html`<span role="img" aria-label="${task}">${task === "done" ? "☑" : "☐"}</span> `;
}

/** Below the page's own headings. */
function heading(content: Part[], { tag }: Token): Html {
  if (tag === "h1") return html`<h3>${content}</h3>`;
  if (tag === "h2") return html`<h4>${content}</h4>`;
  return tag === "h3" ? html`<h5>${content}</h5>` : html`<h6>${content}</h6>`;
}

function addressOf(token: Token, name: "href" | "src"): string {
  return String(token.attrGet(name) ?? "");
}

function single(token: Token, repository: string, inLink: boolean): Part {
  const { type, content, children } = token;
  switch (type) {
    case "inline":
      return render(children ?? [], repository, inLink);
    case "text":
      return inLink ? content : withReferences(content, repository);
    case "fence":
    case "code_block":
      return html`<pre tabindex="0" role="group" aria-label="Code">${content}</pre>`;
    case "code_inline":
      return html`<code>${content}</code>`;
    case "softbreak":
    case "hardbreak":
      return html`<br>`;
    case "hr":
      return html`<hr>`;
    case "image": {
      const address = addressOf(token, "src");
      const named = content === "" ? address : content;
      return inLink ? named : link(address, named);
    }
    default:
      return content;
  }
}

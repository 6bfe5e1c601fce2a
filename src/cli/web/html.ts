/** Markup that only this template makes: whatever is put into it is text, unless it is markup itself. */
import { escapeHtml } from "../escape-html.ts";

export class Html {
  readonly #text: string;

  private constructor(text: string) {
    this.#text = text;
  }

  /** The template tag. Values stand between tags or in quoted attributes, never in a tag's name or unquoted. */
  static of(strings: TemplateStringsArray, ...values: readonly Part[]): Html {
    return new Html(strings.map((string, at) => string + render(values[at])).join(""));
  }

  toString(): string {
    return this.#text;
  }
}

/** Nothing is shown for undefined and false. */
export type Part = Html | string | number | undefined | false | readonly Part[];

export const html = Html.of;

function render(part: Part): string {
  if (part === undefined || part === false) return "";
  if (part instanceof Html) return part.toString();
  if (typeof part === "string") return escapeHtml(part);
  return typeof part === "number" ? String(part) : part.map(render).join("");
}

/** An address to link to; undefined for schemes that run something. */
export function safeAddress(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  return ["http:", "https:"].includes(new URL(text).protocol) ? text : undefined;
}

/** Text where the address is none to link to. */
export function link(address: string, content: Part): Html {
  const target = safeAddress(address);
  return target === undefined ? html`${content}` : html`<a href="${target}" rel="noreferrer">${content}</a>`;
}

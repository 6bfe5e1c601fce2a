/** Fences text of people and files, so that a model can tell it from its task, and no such text can end its fence. */
import { randomUUID } from "node:crypto";

export type Fence = (what: string, text: string) => string;

/** Zero-width, bidirectional and tag characters hide text from people that a model still reads (security sheet, attack 8). */
const HIDDEN = /[\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF\u{E0000}-\u{E007F}]/gu;

/** One nonce for a whole brief. HTML comments and hidden characters are removed and counted. */
export function createFence(nonce: string = randomUUID().slice(0, 8)): Fence {
  return (what, text) => {
    let removed = 0;
    const count = (match: string) => {
      removed += match.length;
      return "";
    };
    const visible = text
      .replace(/<!--[\s\S]*?(?:-->|$)/g, count)
      .replace(HIDDEN, count)
      .trim();
    const note = removed > 0 ? `\n[hidden text removed: ${removed} characters]` : "";
    return `<data ${nonce} ${JSON.stringify(what)}>\n${visible.replaceAll(nonce, "")}${note}\n</data ${nonce}>`;
  };
}

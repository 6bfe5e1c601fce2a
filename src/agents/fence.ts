/** Fences text of people and files, so that a model can tell it from its task, and no such text can end its fence. */
import { randomUUID } from "node:crypto";

/** The nonce of a brief that is only compared, and never shown to a model. */
export const SAME = "00000000";

export type Fence = (what: string, text: string) => string;

/**
 * Characters that hide text from people and that a model still reads (security sheet, attack 8): zero-width, bidirectional
 * and tag characters, and the variation selectors that no emoji needs.
 */
const HIDDEN =
  /[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF\u{E0000}-\u{E007F}]|[\uFE00-\uFE0D]|[\u{E0100}-\u{E01EF}]/gu;
const COMMENT = /<!--[\s\S]*?(?:-->|$)/g;

/** One nonce for a whole brief. HTML comments and hidden characters are removed and counted. */
export function createFence(nonce: string = randomUUID().slice(0, 8)): Fence {
  return (what, text) => {
    const visible = untilStable(text, (part) => part.replace(HIDDEN, "").replace(COMMENT, ""));
    const removed = text.length - visible.length;
    const note = removed > 0 ? `\n[hidden text removed: ${removed} characters]` : "";
    const safe = untilStable(visible.trim(), (part) => part.replaceAll(nonce, ""));
    return `<data ${nonce} ${JSON.stringify(what)}>\n${safe}${note}\n</data ${nonce}>`;
  };
}

/** Repeats `change` until nothing is left to change: what is removed may join what stood around it. */
function untilStable(text: string, change: (text: string) => string): string {
  let before = text;
  let after = change(before);
  while (after !== before) {
    before = after;
    after = change(before);
  }
  return after;
}

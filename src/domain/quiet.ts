/** Text that a model wrote, before it becomes a text of ours on GitHub. */

/** It mentions nobody, closes no issue, and carries no hidden state that would be taken for ours. */
export function quiet(text: string): string {
  return text
    .replace(/@(?=[A-Za-z0-9])/g, "@\u200B")
    .replace(/\b(close[sd]?|fix(?:e[sd])?|resolve[sd]?)(:?\s+)#(?=\d)/gi, "$1$2no. ")
    .replaceAll("<!--", "<!\u200B--");
}

/** Text as it may stand in a page. */

/** For text and for quoted attributes. Characters that turn text around are shown as what they are. */
export function escapeHtml(text: string): string {
  return text
    .replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
    .replace(
      /[\u202A-\u202E\u2066-\u2069\u200B-\u200F]/g,
      (sign) => `[U+${sign.charCodeAt(0).toString(16).toUpperCase()}]`,
    )
    .replace(/[^\P{Cc}\t\n]/gu, "\u{FFFD}");
}

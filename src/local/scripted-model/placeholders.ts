/** `{{file:path}}` and `{{capture:name}}` inside the strings of a turn. What is put in is never read again. */

export interface Placeholder {
  kind: "file" | "capture";
  name: string;
}

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const PLACEHOLDER = /\{\{(file|capture):([^{}]+)\}\}/g;

/** Every placeholder below `value`, in order, with repetitions. */
export function placeholdersIn(value: unknown): Placeholder[] {
  if (typeof value === "string") {
    return [...value.matchAll(PLACEHOLDER)].map(([, kind, name]) => ({
      kind: kind === "file" ? "file" : "capture",
      name: name ?? "",
    }));
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(placeholdersIn);
}

/** `text` with every placeholder replaced by what `resolve` gives for it. */
export function fillText(text: string, resolve: (placeholder: Placeholder) => string): string {
  return text.replace(PLACEHOLDER, (_, kind: string, name: string) =>
    resolve({ kind: kind === "file" ? "file" : "capture", name }),
  );
}

/** A copy of `value` in which every string is filled; keys stay as they are. */
export function fillJson(value: Json, resolve: (placeholder: Placeholder) => string): Json {
  if (typeof value === "string") return fillText(value, resolve);
  if (Array.isArray(value)) return value.map((item) => fillJson(item, resolve));
  if (typeof value !== "object" || value === null) return value;
  return fillObject(value, resolve);
}

/** `fillJson` for an object, which stays an object. */
export function fillObject(
  value: { [key: string]: Json },
  resolve: (placeholder: Placeholder) => string,
): { [key: string]: Json } {
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fillJson(item, resolve)]));
}

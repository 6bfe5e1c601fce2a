import { expect, test } from "vitest";
import { deferredUntil, renderDeferral } from "../../src/domain/deferral.ts";
import { at, BOT, commentOf, snapshotOf, WRITER } from "./domain-support.ts";

const NOW = new Date(at(50));
const LATER = new Date(at(50)).getTime() + 3 * 24 * 3_600_000;

function waitOf(body: string, change = {}) {
  return deferredUntil(snapshotOf(), [commentOf(body, { author: BOT, ...change })], "");
}

test("what is written is read again, and says when in words", () => {
  const body = renderDeferral(at(55), NOW, "The model's provider answered 429: slow down");
  expect(body).toContain("Waits until 2026-03-01 10:55 UTC");
  expect(body).toContain("slow down");
  expect(Date.parse(waitOf(body) ?? "")).toBe(Date.parse(at(55)));
});

test("nobody makes us wait for more than a day", () => {
  const body = renderDeferral(new Date(LATER).toISOString(), NOW, "much later");
  expect(Date.parse(waitOf(body) ?? "")).toBe(NOW.getTime() + 24 * 3_600_000);
});

test("it counts only while it lasts, from our own hand, and until a person says retry", () => {
  const body = renderDeferral(at(55), NOW, "busy");
  expect(waitOf(renderDeferral(at(50), NOW, "busy"))).toBeUndefined();
  expect(waitOf(body, { author: WRITER })).toBeUndefined();
  expect(waitOf(body, { edited: true })).toBeUndefined();
  const snapshot = snapshotOf();
  const comments = [commentOf(body, { author: BOT, createdAt: at(40) })];
  expect(deferredUntil(snapshot, comments, at(39))).toBeDefined();
  expect(deferredUntil(snapshot, comments, at(41))).toBeUndefined();
});

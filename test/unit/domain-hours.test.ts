import { describe, expect, test } from "vitest";
import { Hours, isOutsideHours, isWithin } from "../../src/domain/hours.ts";

const NIGHT = "22:00-07:00 Europe/Berlin";

describe("a part of the day", () => {
  test.each<[string, string, string, boolean]>([
    ["in winter Berlin is one hour ahead: its first minute", NIGHT, "2026-01-15T21:00:00Z", true],
    ["the minute before", NIGHT, "2026-01-15T20:59:59Z", false],
    ["after midnight", NIGHT, "2026-01-15T23:30:00Z", true],
    ["its last minute", NIGHT, "2026-01-16T05:59:59Z", true],
    ["the end itself", NIGHT, "2026-01-16T06:00:00Z", false],
    ["in summer two hours: its first minute", NIGHT, "2026-07-15T20:00:00Z", true],
    ["the minute before in summer", NIGHT, "2026-07-15T19:59:00Z", false],
    ["the night when the clock goes forward, before", NIGHT, "2026-03-29T00:30:00Z", true],
    ["and its earlier end", NIGHT, "2026-03-29T05:00:00Z", false],
    ["the hour that exists twice, first time", "02:00-03:00 Europe/Berlin", "2026-10-25T00:30:00Z", true],
    ["the hour that exists twice, second time", "02:00-03:00 Europe/Berlin", "2026-10-25T01:30:00Z", true],
    ["the hour that does not exist", "02:00-03:00 Europe/Berlin", "2026-03-29T01:00:00Z", false],
    ["within one day", "09:00-17:00 America/New_York", "2026-01-15T14:00:00Z", true],
    ["midnight is 00:00", "00:00-01:00 UTC", "2026-01-15T00:00:00Z", true],
    ["half an hour off", "22:00-23:00 Asia/Kolkata", "2026-01-15T16:30:00Z", true],
  ])("%s", (_, hours, time, within) => {
    expect(isWithin(hours, time)).toBe(within);
    expect(isOutsideHours({ config: { hours }, at: time })).toBe(!within);
  });

  test.each([
    "22:00-07:00",
    "22-07 UTC",
    "24:00-07:00 UTC",
    "22:00-22:00 UTC",
    "22:00-07:00 Mars/Olympus",
    "22:00-07:00 UTC ",
  ])("%s is refused", (text) => {
    expect(Hours.safeParse(text).error?.issues[0]?.message).toMatch(/is no part of a day; expected/);
    expect(isWithin(text, "2026-01-15T23:00:00Z")).toBe(false);
  });

  test("without hours every time is right", () => {
    expect(isOutsideHours({ config: {}, at: "2026-01-15T12:00:00Z" })).toBe(false);
  });
});

/** A part of the day in a time zone: `22:00-07:00 Europe/Berlin`. Wall-clock time, so that it moves with summer time. Pure. */
import { z } from "zod";

const FORM = /^([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d) ([A-Za-z][\w+/-]{1,60})$/;

export const Hours = z.string().refine((text) => readHours(text) !== undefined, {
  error: (issue) =>
    `"${String(issue.input)}" is no part of a day; expected two different times and a time zone, such as 22:00-07:00 Europe/Berlin`,
});

interface PartOfDay {
  /** Minutes since midnight. */
  from: number;
  until: number;
  zone: string;
}

function readHours(text: string): PartOfDay | undefined {
  const [, fromHour, fromMinute, untilHour, untilMinute, zone = ""] = FORM.exec(text) ?? [];
  const from = Number(fromHour) * 60 + Number(fromMinute);
  const until = Number(untilHour) * 60 + Number(untilMinute);
  return Number.isNaN(from + until) || from === until || !isZone(zone) ? undefined : { from, until, zone };
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en-GB", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** Whether `time` (ISO 8601) lies in these hours: from the first minute on, up to and without the last. */
export function isWithin(hours: string, time: string): boolean {
  const part = readHours(hours);
  if (part === undefined) return false;
  const { from, until, zone } = part;
  const now = minuteOfDay(new Date(time), zone);
  return from < until ? now >= from && now < until : now >= from || now < until;
}

/** The repository has working hours, and this is none of them. */
export function isOutsideHours({
  config,
  at,
}: {
  config: { hours?: string | undefined };
  at: string;
}): boolean {
  return config.hours !== undefined && !isWithin(config.hours, at);
}

function minuteOfDay(time: Date, timeZone: string): number {
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  const parts = new Map(format.formatToParts(time).map(({ type, value }) => [type, Number(value)]));
  return (parts.get("hour") ?? 0) * 60 + (parts.get("minute") ?? 0);
}

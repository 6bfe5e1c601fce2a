/** POSIX cron with names, ranges, lists and steps, in UTC or an IANA time zone. */

interface Cron {
  minutes: Set<number>;
  hours: Set<number>;
  days: Set<number>;
  months: Set<number>;
  weekdays: Set<number>;
  /** POSIX: when both day fields are restricted, either one suffices. */
  eitherDay: boolean;
}

const MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
const WEEKDAYS = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** The first time after `after` at which the entry fires; undefined when it never does (31 February) or is malformed. */
export function nextFire(expression: string, after: Date, timezone = "UTC"): Date | undefined {
  const cron = parseCron(expression);
  if (!cron) return undefined;
  const wall = Math.floor((after.getTime() + offset(after, timezone)) / MINUTE) * MINUTE;
  const start = wall - (wall % DAY);
  // A leap day on a given weekday comes back within 28 years; every other entry within 4.
  for (let day = start; day < start + 28 * 366 * DAY; day += DAY) {
    if (!matchesDay(cron, new Date(day))) continue;
    for (const hour of cron.hours) {
      for (const minute of cron.minutes) {
        const time = fromWall(day + (hour * 60 + minute) * MINUTE, timezone);
        if (time > after) return time;
      }
    }
  }
  return undefined;
}

function matchesDay(cron: Cron, day: Date): boolean {
  if (!cron.months.has(day.getUTCMonth() + 1)) return false;
  const byDate = cron.days.has(day.getUTCDate());
  const byWeekday = cron.weekdays.has(day.getUTCDay());
  return cron.eitherDay ? byDate || byWeekday : byDate && byWeekday;
}

function parseCron(expression: string): Cron | undefined {
  const fields = expression.trim().split(/\s+/);
  const [minute, hour, date, month, weekday] = fields;
  if (fields.length !== 5 || !minute || !hour || !date || !month || !weekday) return undefined;
  const minutes = parseField(minute, 0, 59, []);
  const hours = parseField(hour, 0, 23, []);
  const days = parseField(date, 1, 31, []);
  const months = parseField(month, 1, 12, MONTHS);
  const weekdays = parseField(weekday, 0, 7, WEEKDAYS);
  if (!minutes || !hours || !days || !months || !weekdays) return undefined;
  if (weekdays.has(7)) weekdays.add(0);
  return {
    minutes,
    hours,
    days,
    months,
    weekdays,
    eitherDay: !date.startsWith("*") && !weekday.startsWith("*"),
  };
}

function parseField(field: string, low: number, high: number, names: string[]): Set<number> | undefined {
  const values: number[] = [];
  for (const part of field.split(",")) {
    const [range = "", step = "1"] = part.split("/");
    const [from = "", to = part.includes("/") ? String(high) : from] =
      range === "*" ? [String(low), String(high)] : range.split("-");
    const first = readValue(from, low, names);
    const last = readValue(to, low, names);
    const stride = Number(step);
    if (
      !inRange(first, low, high) ||
      !inRange(last, low, high) ||
      !Number.isInteger(stride) ||
      stride < 1 ||
      first > last
    )
      return undefined;
    for (let value = first; value <= last; value += stride) values.push(value);
  }
  return new Set(values.sort((a, b) => a - b));
}

function readValue(text: string, low: number, names: string[]): number {
  const index = names.indexOf(text.toUpperCase());
  if (index >= 0) return index + low;
  return /^\d+$/.test(text) ? Number(text) : Number.NaN;
}

function inRange(value: number, low: number, high: number): boolean {
  return value >= low && value <= high;
}

/** Milliseconds that a time zone is ahead of UTC at an instant. */
function offset(instant: Date, timezone: string): number {
  if (timezone === "UTC") return 0;
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone: timezone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  }).formatToParts(instant);
  const field = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  const wall = Date.UTC(
    field("year"),
    field("month") - 1,
    field("day"),
    field("hour"),
    field("minute"),
    field("second"),
  );
  return wall - Math.floor(instant.getTime() / 1000) * 1000;
}

/** A wall-clock time as an instant; one that a daylight-saving change skips advances to the hour after it. */
function fromWall(wall: number, timezone: string): Date {
  if (timezone === "UTC") return new Date(wall);
  const guess = new Date(wall - offset(new Date(wall), timezone));
  const before = new Date(wall - offset(new Date(guess.getTime() - DAY / 8), timezone));
  if (before.getTime() + offset(before, timezone) === wall) return before;
  const exact = new Date(wall - offset(guess, timezone));
  return exact.getTime() + offset(exact, timezone) === wall ? exact : before;
}

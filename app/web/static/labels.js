// When an event happened, in words that claim no more than its interval, granularity and bound do.

import { DAY, HOUR, MONTHS, clock, dayName, days, isMonthStart, millis, months, parts, short, weekday, yearName } from "./civil.js";

/**
 * A label in three parts: what qualifies the date, the date, and what is said beside it.
 * @typedef {{lead: string, main: string, tail: string}} Label
 * @typedef {{start: string, end: string}} Interval
 */

const BOUNDS = {
  since: "since", until: "until", before: "before", after: "after",
  not_before: "not before", not_after: "no later than",
};
const SEASONS = { 3: "spring", 6: "summer", 9: "autumn", 12: "winter" };
const DAY_PARTS = { 0: "the early hours of", 6: "the morning of", 12: "the afternoon of", 18: "the evening or night of" };
const THIRDS = ["early", "mid", "late"];

/** The label of an event on a timeline. @returns {Label} */
export function when(event) {
  const cell = cellOf(event.interval, event.granularity);
  const tail = [cell.tail, zoneName(event.zone)].filter(Boolean).join(", ");
  const lead = leadOf(event, cell);
  return { lead: [lead, cell.lead].filter(Boolean).join(" "), main: cell.main, tail };
}

function leadOf(event, cell) {
  if (event.bound) return BOUNDS[event.bound];
  if (event.basis === "publication") return "reported on";
  const coarse = cell.vague || cell.lead.startsWith("the week");
  if (event.extent === "throughout") return coarse || event.granularity !== "day" ? "throughout" : "";
  return coarse ? "some time in" : "";
}

/** The label of a mention's time out of an extraction, or null where nothing is known. @returns {Label | null} */
export const whenTold = (time) => (time.interval && time.granularity ? when(time) : null);

/** The label of an interval whose granularity is not at hand (a conflict names only the cell). */
export function span(/** @type {Interval} */ interval) {
  if (interval.start.includes("T")) return say(cellOf(interval, "hour"));
  return isMonthStart(millis(interval.start)) && isMonthStart(millis(interval.end))
    ? months(millis(interval.start), millis(interval.end))
    : days(millis(interval.start), millis(interval.end));
}

/** A label as one line. */
export function say(/** @type {Label} */ { lead, main, tail }) {
  return [lead, main, tail && `(${tail})`].filter(Boolean).join(" ");
}

/** A label as one short line: `not before Jan 2022`. */
export const brief = (/** @type {Label} */ { lead, main }) => short([lead, main].filter(Boolean).join(" "));

const cell = (main, { lead = "", tail = "", vague = false } = {}) => ({ main, lead, tail, vague });

/** What the interval is called by itself. `vague`: not one cell of the calendar, so "some time in" goes before it. */
function cellOf(interval, granularity) {
  const start = millis(interval.start);
  const end = millis(interval.end);
  const first = parts(start);
  const length = end - start;
  switch (granularity) {
    case "century": return centuries(start, end);
    case "decade": return decades(start, end);
    case "year": return yearsOrPart(start, end);
    case "half": return inYear(start, end, 6, (index) => `${["first", "second"][index]} half of`);
    case "quarter": return inYear(start, end, 3, (index) => `${["first", "second", "third", "fourth"][index]} quarter of`);
    case "season": return season(start, end);
    case "month": return monthsOrPart(start, end);
    case "week":
      return length === 7 * DAY && first.weekday === 1 ? cell(days(start, end), { lead: "the week of" }) : rangeOf(start, end);
    case "weekend":
      return length === 2 * DAY ? cell(days(start, end), { lead: "the weekend of" }) : rangeOf(start, end);
    case "part_of_day":
      return length === 6 * HOUR && first.hour in DAY_PARTS && first.minute === 0
        ? cell(dayName(start), { lead: `${DAY_PARTS[first.hour]} ${weekday(start)}` })
        : hours(start, end);
    case "hour":
    case "minute": return hours(start, end);
    default: return length === DAY ? cell(dayName(start), { lead: weekday(start) }) : rangeOf(start, end);
  }
}

function rangeOf(start, end) {
  const whole = isMonthStart(start) && isMonthStart(end);
  return cell(whole ? months(start, end) : days(start, end), { vague: true });
}

function hours(start, end) {
  if (end - start <= 60_000) return cell(`${dayName(start)}, ${clock(start)}`, { lead: weekday(start) });
  if (end - start <= DAY) return cell(`${dayName(start)}, ${clock(start)}–${clock(end)}`, { lead: weekday(start) });
  return cell(`${dayName(start)}, ${clock(start)} – ${dayName(end)}, ${clock(end)}`);
}

/** Year and offset from it in months, where both ends are firsts of months. */
function wholeMonths(start, end) {
  if (!isMonthStart(start) || !isMonthStart(end)) return null;
  const [first, last] = [parts(start), parts(end)];
  return { year: first.year, month: first.month, count: (last.year - first.year) * 12 + last.month - first.month };
}

function centuries(start, end) {
  const whole = wholeMonths(start, end);
  if (whole?.count !== 1200 || whole.year % 100 || whole.year < 0) return rangeOf(start, end);
  return cell(`${ordinal(whole.year / 100 + 1)} century`, { lead: "the", tail: months(start, end) });
}

function decades(start, end) {
  const whole = wholeMonths(start, end);
  if (!whole || whole.month !== 1 || whole.year < 0) return rangeOf(start, end);
  const offset = whole.year % 10;
  const name = `${whole.year - offset}s`;
  if (whole.count === 120 && offset === 0) return cell(name, { lead: "the" });
  const third = { "0,36": 0, "3,48": 1, "7,36": 2 }[`${offset},${whole.count}`];
  return third === undefined ? rangeOf(start, end) : cell(`${THIRDS[third]} ${name}`, { lead: "the", tail: months(start, end) });
}

function yearsOrPart(start, end) {
  const whole = wholeMonths(start, end);
  if (!whole) return rangeOf(start, end);
  if (whole.month === 1 && whole.count === 12) return cell(yearName(whole.year));
  if (whole.count === 4 && whole.month % 4 === 1) {
    const name = `${THIRDS[(whole.month - 1) / 4]} ${yearName(whole.year)}`;
    return cell(name, { tail: months(start, end).replace(/ \S+$/, "") });
  }
  return rangeOf(start, end);
}

function inYear(start, end, size, name) {
  const whole = wholeMonths(start, end);
  if (whole?.count !== size || (whole.month - 1) % size) return rangeOf(start, end);
  return cell(`${name((whole.month - 1) / size)} ${yearName(whole.year)}`, { lead: "the" });
}

function season(start, end) {
  const whole = wholeMonths(start, end);
  if (whole?.count !== 3 || !(whole.month in SEASONS)) return rangeOf(start, end);
  const years = whole.month === 12 ? `${yearName(whole.year)}–${String(whole.year + 1).slice(-2)}` : yearName(whole.year);
  return cell(`${SEASONS[whole.month]} ${years}`, { tail: `${MONTHS[whole.month - 1]}–${MONTHS[parts(end - 1).month - 1]}` });
}

function monthsOrPart(start, end) {
  if (wholeMonths(start, end)) return cell(months(start, end), { vague: wholeMonths(start, end)?.count !== 1 });
  const [first, last] = [parts(start), parts(end - 1)];
  const third = { "1,10": 0, "11,20": 1 }[`${first.day},${last.day}`] ?? (first.day === 21 && isMonthStart(end) ? 2 : undefined);
  if (third === undefined || first.month !== last.month || first.year !== last.year) return rangeOf(start, end);
  return cell(`${THIRDS[third]} ${MONTHS[first.month - 1]} ${yearName(first.year)}`, { tail: `${first.day}–${last.day}` });
}

function ordinal(number) {
  const teen = number % 100 > 10 && number % 100 < 14;
  return `${number}${(!teen && ["", "st", "nd", "rd"][number % 10]) || "th"}`;
}

/** `America/New_York` is New York time; an offset or a zone as a phrase told it stays as it is. */
function zoneName(/** @type {string | null} */ zone) {
  if (!zone) return "";
  if (/^[+-]/.test(zone)) return `UTC${zone.replace("-", "−")}`;
  return zone.includes("/") ? `${zone.split("/").pop()?.replaceAll("_", " ")} time` : zone;
}

const ROOM = 34; // letters of a name on the axis
const PARTICLE = /^ (?:down|up(?! to\b)|out|off|back|away|apart)\b/;
const END = "[.,;:!?)”]|$| (?:after|against|and|as|at|before|but|by|for|from|in|of|on|or|over|since|that|to|until|who|with)\\b";
// "the outer harbour": an article and up to three words, with nothing after them that may belong to them.
const OBJECT = new RegExp(`^ (?:the|an?|his|her|its|their)(?:(?!${END}) [\\p{L}’'-]+){1,3}(?=${END})`, "u");

/** The trigger in its sentence, with the particle that goes with it, and the object where one is plain to see. */
export function verb({ sentence, trigger, expression }) {
  const end = expression?.field === sentence.field && expression.start >= trigger.end ? expression.start : sentence.end;
  const after = Array.from(sentence.text).slice(trigger.end - sentence.start, end - sentence.start).join("").trimEnd();
  const particle = PARTICLE.exec(after)?.[0] ?? "";
  return { text: trigger.text + particle, end: trigger.end + particle.length, object: OBJECT.exec(after.slice(particle.length))?.[0] ?? "" };
}

/** What an event is called where room is short: who, and the words of its sentence that name it. */
export function name({ actors, mentions: [mention], trigger }) {
  const actor = actors.find(({ role }) => role === "agent") ?? actors[0];
  const { text = trigger, object = "" } = mention ? verb(mention) : {};
  const who = actor ? `${actor.name} · ` : "";
  // "said the minister" has its agent, no object, behind it.
  const own = who.toLowerCase().includes(object.toLowerCase().split(" ").pop());
  const bare = who + text;
  if (!own && (bare + object).length <= ROOM) return bare + object;
  return bare.length > ROOM ? `${bare.slice(0, ROOM - 1)}…` : bare;
}

// Civil time as milliseconds of a proleptic Gregorian calendar without zones, and its ranges in words.

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

export const MONTHS = [
  "January", "February", "March", "April", "May", "June",
  "July", "August", "September", "October", "November", "December",
];
const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const SHAPE = /^(-?\d{4,})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d))?/;

/** @param {string} text `YYYY-MM-DD`, `YYYY-MM-DDTHH:MM` or an instant, of which the date and minute are taken */
export function millis(text) {
  const [, year, month, day, hour = "0", minute = "0"] = SHAPE.exec(text) ?? [];
  return moment(+year, +month, +day) + +hour * HOUR + +minute * 60_000;
}

/** Midnight of a date; months and days outside their range run over into the next. */
export function moment(/** @type {number} */ year, month = 1, day = 1) {
  return new Date(0).setUTCFullYear(year, month - 1, day);
}

/** @param {number} time */
export function parts(time) {
  const date = new Date(time);
  return {
    year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate(),
    hour: date.getUTCHours(), minute: date.getUTCMinutes(), weekday: date.getUTCDay(),
  };
}

/** Year 0 is 1 BC. */
export const yearName = (/** @type {number} */ year) => (year > 0 ? String(year) : `${1 - year} BC`);

export const clock = (/** @type {number} */ time) => new Date(time).toISOString().slice(-13, -8);

export const weekday = (/** @type {number} */ time) => WEEKDAYS[parts(time).weekday];

/** `21 December 2021`. */
export function dayName(/** @type {number} */ time) {
  const { year, month, day } = parts(time);
  return `${day} ${MONTHS[month - 1]} ${yearName(year)}`;
}

/** The days from `start` up to `end`, exclusive: `20–26 December 2021`. */
export function days(/** @type {number} */ start, /** @type {number} */ end) {
  const first = parts(start);
  const last = parts(end - 1);
  const tail = dayName(end - 1);
  if (end - start <= DAY) return dayName(start);
  if (first.year !== last.year) return `${dayName(start)} – ${tail}`;
  return first.month === last.month
    ? `${first.day}–${tail}`
    : `${first.day} ${MONTHS[first.month - 1]} – ${tail}`;
}

/** Whole months from `start` up to `end`: `January–March 2022`, or the year where they fill it. */
export function months(/** @type {number} */ start, /** @type {number} */ end) {
  const first = parts(start);
  const last = parts(end - 1);
  const [from, to] = [MONTHS[first.month - 1], MONTHS[last.month - 1]];
  const [fromYear, toYear] = [yearName(first.year), yearName(last.year)];
  if (first.month === 1 && last.month === 12) return fromYear === toYear ? fromYear : `${fromYear}–${toYear}`;
  if (first.year !== last.year) return `${from} ${fromYear} – ${to} ${toYear}`;
  return from === to ? `${from} ${fromYear}` : `${from}–${to} ${fromYear}`;
}

/** The whole years that hold a stretch of time, or the whole months where it is shorter than three years. */
export function covering(/** @type {number} */ start, /** @type {number} */ end) {
  const [first, last] = [parts(start), parts(end - 1)];
  return last.year - first.year > 2
    ? months(moment(first.year), moment(last.year + 1))
    : months(moment(first.year, first.month), moment(last.year, last.month + 1));
}

export const isMonthStart = (/** @type {number} */ time) => parts(time).day === 1 && time % DAY === 0;

/** Month names to their first three letters, weekdays likewise: for places where room is short. */
export function short(/** @type {string} */ label) {
  return [...MONTHS, ...WEEKDAYS].reduce((text, name) => text.replaceAll(name, name.slice(0, 3)), label);
}

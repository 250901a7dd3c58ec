// The scale of the axis: which stretch of time to show first, and where its lines and names stand.

import { DAY, HOUR, MONTHS, clock, moment, parts, yearName } from "./civil.js";
import { drawn } from "./marks.js";

const YEAR = 365.2425 * DAY;
const MIN_SPAN = 6 * HOUR;
const MAX_SPAN = 12_000 * YEAR;
const FIRST_MOMENT = moment(-9999);
const LAST_MOMENT = moment(10_000);

/** Steps between lines, fine to coarse: unit and how many of it. */
const STEPS = [
  ["hour", 1], ["hour", 3], ["hour", 6], ["day", 1], ["day", 2], ["week", 1], ["month", 1], ["month", 3], ["month", 6],
  ["year", 1], ["year", 2], ["year", 5], ["year", 10], ["year", 20], ["year", 50], ["year", 100], ["year", 200],
  ["year", 500], ["year", 1000], ["year", 2000],
];
const LENGTHS = { hour: HOUR, day: DAY, week: 7 * DAY, month: YEAR / 12, year: YEAR };
const MIN_GAP = 62;

/** @typedef {{start: number, end: number}} View */

/** A view kept to what can be shown: within the years of civil time, no finer than some hours. @returns {View} */
export function kept({ start, end }) {
  const span = Math.min(Math.max(end - start, MIN_SPAN), MAX_SPAN);
  const middle = (start + end) / 2;
  const from = Math.min(Math.max(middle - span / 2, FIRST_MOMENT), LAST_MOMENT - span);
  return { start: from, end: from + span };
}

/** All the shapes with room at both sides. @returns {View} */
export function whole(shapes) {
  const ends = shapes.map((shape) => drawn(shape));
  return padded(Math.min(...ends.map(({ start }) => start)), Math.max(...ends.map(({ end }) => end)));
}

/**
 * Where most events are: the shortest stretch that holds four in five, unless all of them fit in three times that. So one
 * "since 1945" does not press a week of news into a dot. @returns {View}
 */
export function crowd(shapes) {
  const all = whole(shapes);
  const sorted = shapes.map((shape) => drawn(shape)).sort((a, b) => a.start - b.start);
  const count = Math.ceil(sorted.length * 0.8);
  let best = all;
  for (let first = 0; first + count <= sorted.length; first += 1) {
    const start = sorted[first].start;
    const end = Math.max(...sorted.slice(first, first + count).map((shape) => shape.end));
    if (end - start < best.end - best.start) best = padded(start, end);
  }
  return all.end - all.start <= 3 * (best.end - best.start) ? all : best;
}

function padded(start, end) {
  const room = Math.max((end - start) * 0.06, DAY);
  return kept({ start: start - room, end: end + room });
}

/** Lines of the view for a drawing this wide: `{time, label, major}`, and the names that stand above them. */
export function lines(view, width) {
  const gap = ((view.end - view.start) * MIN_GAP) / width;
  const [unit, count] = STEPS.find(([name, number]) => LENGTHS[name] * number >= gap) ?? STEPS[STEPS.length - 1];
  const minor = [...steps(view, unit, count)].map((time) => ({ time, label: lineName(time, unit) }));
  const over = unit === "hour" ? "day" : unit === "day" || unit === "week" ? "month" : unit === "month" ? "year" : null;
  const major = over ? [...steps(view, over, 1)].map((time) => ({ time, label: majorName(time, over) })) : [];
  return { minor, major };
}

/** Firsts of `count` units from the one that holds the view's start on. */
function* steps(view, unit, count) {
  const { year, month } = parts(view.start);
  const at = {
    hour: (index) => Math.floor(view.start / (count * HOUR)) * count * HOUR + index * count * HOUR,
    day: (index) => Math.floor(view.start / (count * DAY)) * count * DAY + index * count * DAY,
    week: (index) => Math.floor((view.start + 3 * DAY) / (7 * DAY)) * 7 * DAY - 3 * DAY + index * 7 * DAY,
    month: (index) => moment(year, Math.floor((month - 1) / count) * count + 1 + index * count),
    year: (index) => moment(Math.floor(year / count) * count + index * count),
  }[unit];
  for (let index = 0, time = at(0); time < view.end; index += 1, time = at(index)) yield time;
}

function lineName(time, unit) {
  const { year, month, day } = parts(time);
  if (unit === "hour") return clock(time);
  if (unit === "month") return MONTHS[month - 1].slice(0, 3);
  return unit === "year" ? yearName(year) : String(day);
}

function majorName(time, unit) {
  const { year, month, day } = parts(time);
  if (unit === "year") return yearName(year);
  return unit === "month" ? `${MONTHS[month - 1]} ${yearName(year)}` : `${day} ${MONTHS[month - 1]}`;
}

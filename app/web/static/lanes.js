// Where the marks of the axis go: on lanes with their names, on more and narrower lanes where they are many, and columns
// that tell how many lie where when even those are full.

import { svg } from "./dom.js";

// Broad lanes with names at most, and narrow ones without.
const WIDE = [9, 14];
const NARROW = [7, 11];
const HEAD = 46; // px of the scale above the lanes
const COLUMN = 6;
const LETTER = 6.3; // px, a little over the mean advance of the label's 11.5 px sans serif
export const DOT = 12;
export const FADE = 46;
export const GAP = 6;
export const DENSITY = 40; // px of height for the columns

/**
 * `cell` is where the interval lies, x0 and x1 the same cut near the edges, from and to what is drawn of it with its ends
 * @typedef {{cell: number[], x0: number, x1: number, from: number, to: number, left: boolean, right: boolean, seen: boolean}} Box
 * @param {Box[]} boxes in the order of the events
 * @param {(index: number) => string} name
 * @returns {{marks: object[], more: number, bottom: number}} `more`: how many found no room
 */
export function packed(boxes, name, width) {
  const order = [...boxes.keys()].filter((index) => boxes[index].seen).sort((a, b) => boxes[a].from - boxes[b].from);
  const [few, many] = width < 600 ? NARROW : WIDE;
  const ordered = order.map((index) => ({ index, box: boxes[index], name: name(index) }));
  const roomy = placed(ordered, width, { most: few, lane: 24, thick: 12, named: true });
  return roomy.more ? placed(ordered, width, { most: many, lane: 15, thick: 10, named: false }) : roomy;
}

/** Each on the first lane with room; its name to the right of it, else to the left, else left out. */
function placed(ordered, width, { most, lane: height, thick, named }) {
  const free = new Array(most).fill(-Infinity);
  const lane = (from) => free.findIndex((until) => until < from);
  const marks = [];
  for (const { index, box, name } of ordered) {
    const length = name.length * LETTER + GAP;
    const right = named && box.to + length <= width ? lane(box.from - GAP) : -1;
    const left = named && right < 0 && box.from - length >= 0 ? lane(box.from - length - GAP) : -1;
    const side = right >= 0 ? "right" : left >= 0 ? "left" : null;
    const on = side ? Math.max(right, left) : lane(box.from - (named ? GAP : 1));
    if (on < 0) continue;
    free[on] = right >= 0 ? box.to + length : box.to;
    marks.push({ index, box, name, side, height, thick, top: HEAD + on * height });
  }
  if (!named) nameWhereFree(marks, width);
  const lanes = Math.max(3, ...marks.map(({ top }) => (top - HEAD) / height + 1));
  return { marks, more: ordered.length - marks.length, bottom: HEAD + lanes * height + GAP };
}

/** Names those that have room beside them before the next on their lane. */
function nameWhereFree(marks, width) {
  const edge = new Map();
  for (const mark of marks.toReversed()) {
    const next = edge.get(mark.top) ?? width;
    if (mark.box.to + 2 * GAP + mark.name.length * LETTER <= next) mark.side = "right";
    edge.set(mark.top, mark.box.from);
  }
}

/** One column for each few pixels, as high as the events in it weigh; an event's weight is spread over its cell. */
export function density(/** @type {Box[]} */ boxes, width, bottom) {
  const columns = new Float64Array(Math.ceil(width / COLUMN));
  for (const { cell: [start, end] } of boxes.filter(({ seen }) => seen)) {
    const [from, to] = [start / COLUMN, Math.max(end, start + 1) / COLUMN];
    for (let column = Math.max(0, Math.floor(from)); column < Math.min(columns.length, to); column += 1) {
      columns[column] += (Math.min(to, column + 1) - Math.max(from, column)) / (to - from);
    }
  }
  const top = Math.max(...columns);
  const bars = [...columns].map((weight, index) => `M${index * COLUMN} ${bottom}v${-(weight / top) * (DENSITY - 4)}h${COLUMN - 1}V${bottom}z`);
  return svg("path", { class: "density", d: bars.join("") });
}

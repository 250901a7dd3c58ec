// How an event's time is drawn, on the axis and beside the list: the cell it names, fading where it is open, filled where
// it was told as having happened, hollow where not, struck through where it was told as not happening.

import { svg } from "./dom.js";
import { millis } from "./civil.js";

/** What each factuality is called and means; the order is that of the legend and the filter. */
export const FACTUALITIES = {
  asserted: ["Reported", "told as having happened or going on"],
  planned: ["Planned", "told as to come, without hedge"],
  possible: ["Possible", "hedged, feared, hoped or demanded"],
  conditional: ["Conditional", "only if something else happens"],
  negated: ["Negated", "told as not happening, denied or called off"],
};

export const BASES = {
  expression: ["Own date", "a phrase of its own sentence dates it"],
  narrative: ["Carried over", "dated by the text before it"],
  publication: ["No date told", "placed by when the article was published"],
};

/** Roles of actors that stand beside an event, not in it. */
export const BESIDE = { source: "says so", mentioned: "named" };

/**
 * @typedef {{start: number, end: number, left: boolean, right: boolean}} Shape
 * the cell to draw, in milliseconds, and the sides on which it is open
 */

/** @returns {Shape} */
export function shape(event) {
  const start = millis(event.interval.start);
  const end = millis(event.interval.end);
  switch (event.bound) {
    // What went on since then was going on, at the least, when it was last told.
    case "since": return { start, end: event.extent === "throughout" ? Math.max(end, millis(event.last_published)) : end, left: false, right: true };
    case "not_before": return { start, end, left: false, right: true };
    case "after": return { start: end, end, left: false, right: true };
    case "until":
    case "not_after": return { start, end, left: true, right: false };
    case "before": return { start, end: start, left: true, right: false };
    default: return { start, end, left: false, right: false };
  }
}

/** Where a range query finds the event, as far as it can be drawn: `tail` milliseconds stand for an open end. */
export function drawn(/** @type {Shape} */ { start, end, left, right }, tail = 0) {
  return { start: left ? start - tail : start, end: right ? end + tail : end };
}

/**
 * A bar from x0 to x1 around the line y; `fade` pixels are added where it is open.
 * @param {{x0: number, x1: number, y: number, height: number, fade: number, left: boolean, right: boolean}} box
 */
export function bar(event, { x0, x1, y, height, fade, left, right }) {
  const middle = (x0 + x1) / 2;
  const wide = x1 - x0 >= height;
  // "Some time in" a wide cell is drawn lighter than what fills it.
  const somewhere = event.extent === "within" && x1 - x0 > height;
  const group = svg("g", { class: `bar ${event.factuality} ${somewhere ? "somewhere" : "whole"}` });
  const [a, b] = wide || left || right ? [x0, x1] : [middle - height / 2, middle + height / 2];
  const top = y - height / 2;
  if (b - a >= 1) group.append(...piece(a, b, top, height, { left, right }));
  if (left) group.append(svg("g", { mask: "url(#fade-left)" }, ...piece(a - fade, a + SEAM, top, height, { left: true, right: true })));
  if (right) group.append(svg("g", { mask: "url(#fade-right)" }, ...piece(b - SEAM, b + fade, top, height, { left: true, right: true })));
  if (event.factuality === "negated") {
    group.append(svg("path", { class: "strike", d: `M${a - (left ? fade : 4)} ${y}H${b + (right ? fade : 4)}` }));
  }
  return group;
}

/** Fill and edge of one piece; an open side has neither corner nor edge. */
function piece(x0, x1, top, height, { left, right }) {
  const radius = Math.min(height / 2, (x1 - x0) / 2);
  const [inL, inR] = [left ? 0 : radius, right ? 0 : radius];
  const turn = (sweep) => `a${radius} ${height / 2} 0 0 1 0 ${sweep}`;
  const across = `M${x0 + inL} ${top}H${x1 - inR}`;
  const down = right ? `V${top + height}` : turn(height);
  const back = `H${x0 + inL}`;
  const up = left ? "Z" : `${turn(-height)}Z`;
  const edge = across + (right ? `M${x1} ${top + height}` : down) + back + (left ? "" : turn(-height));
  return [
    svg("path", { class: "fill", d: across + down + back + up }),
    svg("path", { class: "edge", d: edge }),
  ];
}

/** The masks that fading ends refer to; once in every drawing that has bars. */
export function fades() {
  const fade = (id, from, to) => [
    svg("linearGradient", { id: `${id}-ramp` },
      svg("stop", { offset: 0, "stop-color": "#fff", "stop-opacity": from }),
      svg("stop", { offset: 1, "stop-color": "#fff", "stop-opacity": to })),
    svg("mask", { id, maskContentUnits: "objectBoundingBox", x: 0, y: -1, width: 1, height: 3 },
      svg("rect", { y: -1, width: 1, height: 3, fill: `url(#${id}-ramp)` })),
  ];
  return svg("defs", {}, ...fade("fade-left", 0, 1), ...fade("fade-right", 1, 0));
}

const SEAM = 0.6; // px that pieces overlap, so that no gap shows between them
const GLYPH = { width: 34, height: 16 };

/** The event's mark at one size: a dot for a day or less, a pill for anything coarser. */
export function glyph(event) {
  const { left, right } = shape(event);
  const fine = ["day", "part_of_day", "hour", "minute"].includes(event.granularity);
  const half = event.bound === "before" || event.bound === "after" ? 0 : fine ? 5 : left || right ? 6 : 11;
  const box = { x0: 17 - half, x1: 17 + half, y: 8, height: 10, fade: 11, left, right };
  const picture = svg("svg", { class: "glyph", viewBox: `0 0 ${GLYPH.width} ${GLYPH.height}`, ...GLYPH, "aria-hidden": "true" });
  picture.append(bar(event, box));
  return picture;
}

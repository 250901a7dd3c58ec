// The drawn time axis: bars on lanes over a scale that can be moved and zoomed by pointer, touch and keyboard. The list
// below it is what assistive technology reads; the axis says aloud only the event its cursor is on.

import { svg } from "./dom.js";
import { gestures } from "./gestures.js";
import { DENSITY, DOT, FADE, GAP, density, packed } from "./lanes.js";
import { bar, drawn, fades, shape } from "./marks.js";
import { crowd, kept, lines, whole } from "./scale.js";

const KEYS = { "+": 0.6, "=": 0.6, "-": 1 / 0.6, _: 1 / 0.6 };

export class Axis {
  /**
   * @param {HTMLElement} plot the focusable element to draw in
   * @param {{name: (event: object) => string, pointed: (index: number | null) => void,
   *   chosen: (index: number) => void, moved: (hidden: {before: number, after: number}) => void}} tell
   */
  constructor(plot, tell) {
    this.plot = plot;
    this.tell = tell;
    this.events = [];
    this.shapes = [];
    this.walk = []; // places of the events in the order of time, whatever that of the list
    this.view = { start: 0, end: 1 };
    this.cursor = null;
    this.frame = null;
    this.picture = svg("svg", { "aria-hidden": "true" });
    plot.append(this.picture);
    new ResizeObserver(() => this.draw()).observe(plot);
    this.listen();
  }

  /** Shows these events; `stay` keeps the stretch of time in view (a further page came in). */
  show(events, { stay = false } = {}) {
    this.events = events;
    this.shapes = events.map(shape);
    this.walk = [...events.keys()].sort((a, b) => this.shapes[a].start - this.shapes[b].start);
    this.cursor = stay ? this.cursor : null;
    if (!stay && events.length) this.view = crowd(this.shapes);
    this.draw();
  }

  fit() {
    if (this.events.length) this.look(whole(this.shapes));
  }

  /** Looks at a stretch of time; however many moves a frame brings, it is drawn once. */
  look(view) {
    this.view = kept(view);
    this.frame ??= requestAnimationFrame(() => { this.frame = null; this.draw(); });
  }

  /** Zooms by a factor around a share of the width (0 left, 1 right). */
  zoom(factor, at = 0.5) {
    const span = this.view.end - this.view.start;
    const still = this.view.start + span * at;
    this.look({ start: still - span * factor * at, end: still + span * factor * (1 - at) });
  }

  pan(share) {
    const by = (this.view.end - this.view.start) * share;
    this.look({ start: this.view.start + by, end: this.view.end + by });
  }

  /** Puts the cursor on an event and brings it into view. */
  point(index) {
    this.cursor = index;
    if (index !== null) {
      const { start, end } = this.shapes[index];
      const middle = (start + end) / 2;
      const half = (this.view.end - this.view.start) / 2;
      if (end < this.view.start || start > this.view.end) this.view = kept({ start: middle - half, end: middle + half });
    }
    this.draw();
  }

  /** Lights an event without moving (the pointer is over it in the list). */
  light(index) {
    this.picture.querySelector(".lit")?.classList.remove("lit");
    if (index !== null) this.picture.querySelector(`[data-index="${index}"]`)?.classList.add("lit");
  }

  x(time) {
    return ((time - this.view.start) / (this.view.end - this.view.start)) * this.width;
  }

  draw() {
    this.width = this.plot.clientWidth;
    if (!this.width || !this.events.length) return;
    const boxes = this.shapes.map((each) => this.box(each));
    const { marks, more, bottom } = packed(boxes, (index) => this.tell.name(this.events[index]), this.width);
    const height = bottom + (more ? DENSITY : 0);
    this.picture.setAttribute("viewBox", `0 0 ${this.width} ${height}`);
    this.picture.setAttribute("width", String(this.width));
    this.picture.setAttribute("height", String(height));
    this.picture.replaceChildren(fades(), ...this.grid(height), ...(more ? [density(boxes, this.width, height)] : []), ...marks.map((each) => this.mark(each)));
    if (more) this.picture.append(svg("text", { class: "more", x: this.width - 8, y: bottom + 13 }, `${more} more where it is crowded: zoom in`));
    const hidden = this.shapes.map((each) => drawn(each, 1));
    this.tell.moved({
      before: hidden.filter(({ end }) => end <= this.view.start).length,
      after: hidden.filter(({ start }) => start >= this.view.end).length,
    });
  }

  /** Where a shape stands: its cell, cut at the edges of the drawing, and how far its ends reach out. */
  box({ start, end, left, right }) {
    const clip = (x) => Math.min(Math.max(x, -2 * FADE), this.width + 2 * FADE);
    const cell = [this.x(start), this.x(end)];
    const [x0, x1] = cell.map(clip);
    const half = Math.max(0, (DOT - (x1 - x0)) / 2);
    const seen = cell[1] >= 0 && cell[0] <= this.width;
    return { cell, x0, x1, left, right, seen, from: x0 - (left ? FADE : half), to: x1 + (right ? FADE : half) };
  }

  mark({ index, box, top, height, thick, name, side }) {
    const y = top + height / 2;
    const mark = svg("g", { class: `mark${index === this.cursor ? " cursor" : ""}`, "data-index": index },
      svg("rect", { class: "hit", x: box.from - 3, y: top, width: box.to - box.from + 6, height, rx: 6 }),
      bar(this.events[index], { ...box, y, height: thick, fade: FADE }));
    const x = side === "left" ? box.from - GAP : box.to + GAP;
    if (side) mark.append(svg("text", { class: `name ${side}`, x, y: y + 4 }, name));
    return mark;
  }

  grid(height) {
    const { minor, major } = lines(this.view, this.width);
    const tops = major.map(({ time, label }, index) => {
      const x = Math.max(this.x(time), 0);
      const next = major[index + 1] ? this.x(major[index + 1].time) : this.width;
      return next - x < label.length * 6.6 + 8 ? null : svg("text", { class: "major", x: x + 6, y: 15 }, label);
    });
    return [
      ...minor.map(({ time }) => svg("path", { class: "line", d: `M${this.x(time)} 22V${height}` })),
      ...major.map(({ time }) => svg("path", { class: "line strong", d: `M${this.x(time)} 0V${height}` })),
      ...minor.filter(({ time }) => this.x(time) >= 0 && this.x(time) < this.width - 30)
        .map(({ time, label }) => svg("text", { class: major.length ? "minor" : "major", x: this.x(time) + 6, y: 36 }, label)),
      ...tops.filter((text) => text !== null),
      svg("path", { class: "base", d: `M0 42H${this.width}` }),
    ];
  }

  listen() {
    const index = (event) => {
      const mark = event.target.closest?.(".mark");
      return mark ? Number(mark.dataset.index) : null;
    };
    const hand = gestures(this.plot, { zoom: (factor, at) => this.zoom(factor, at), pan: (share) => this.pan(share) });
    this.plot.addEventListener("keydown", (event) => this.key(event));
    this.plot.addEventListener("click", (event) => {
      if (!hand.dragged && index(event) !== null) this.tell.chosen(index(event));
    });
    this.plot.addEventListener("pointerover", (event) => this.tell.pointed(index(event) ?? this.cursor));
    this.plot.addEventListener("pointerleave", () => this.tell.pointed(this.cursor));
  }

  /** Arrows go from event to event, Home and End to the first and last, + and − zoom, 0 shows all, Enter opens. */
  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || !this.events.length) return;
    const last = this.events.length - 1;
    const at = this.walk.indexOf(this.cursor); // -1 without a cursor
    const goals = { ArrowRight: Math.min(at + 1, last), ArrowLeft: Math.max(at - 1, 0), Home: 0, End: last };
    if (event.key in goals) {
      this.point(this.walk[goals[event.key]]);
      this.tell.pointed(this.cursor);
    } else if (event.key in KEYS) this.zoom(KEYS[event.key], this.share());
    else if (event.key === "0") this.fit();
    else if (event.key === "Enter" && this.cursor !== null) this.tell.chosen(this.cursor);
    else if (event.key === "Escape" && this.cursor !== null) { this.point(null); this.tell.pointed(null); }
    else return;
    event.preventDefault();
  }

  /** Where the cursor's event stands in the view, else its middle. */
  share() {
    const at = this.cursor === null ? null : this.shapes[this.cursor].start;
    return at === null ? 0.5 : Math.min(Math.max(this.x(at) / this.width, 0), 1);
  }
}

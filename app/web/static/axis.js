// The drawn time axis: bars on lanes over a scale that can be moved and zoomed by pointer, touch and keyboard. The list
// below it is what assistive technology reads; the axis says aloud only the event its cursor is on.

import { svg } from "./dom.js";
import { bar, drawn, fades, shape } from "./marks.js";
import { crowd, kept, lines, whole } from "./scale.js";

const SIZES = {
  wide: { named: { most: 9, lane: 24, bar: 12, named: true }, bare: { most: 14, lane: 15, bar: 10, named: false } },
  narrow: { named: { most: 7, lane: 24, bar: 12, named: true }, bare: { most: 11, lane: 15, bar: 10, named: false } },
};
const DOT = 12;
const FADE = 46;
const GAP = 6;
const HEAD = 46;
const DENSITY = 40; // px of height for the columns that tell where events are too many to draw
const COLUMN = 6;
const LETTER = 6.3; // px, a little over the mean advance of the label's 11.5 px sans serif
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
    this.view = { start: 0, end: 1 };
    this.cursor = null;
    this.picture = svg("svg", { "aria-hidden": "true" });
    plot.append(this.picture);
    new ResizeObserver(() => this.draw()).observe(plot);
    this.listen();
  }

  /** Shows these events; `stay` keeps the stretch of time in view (a further page came in). */
  show(events, { stay = false } = {}) {
    this.events = events;
    this.shapes = events.map(shape);
    this.cursor = stay ? this.cursor : null;
    if (!stay && events.length) this.view = crowd(this.shapes);
    this.draw();
  }

  fit() {
    if (this.events.length) this.look(whole(this.shapes));
  }

  look(view) {
    this.view = kept(view);
    this.draw();
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
    const { marks, more, bottom } = this.packed();
    const height = bottom + (more ? DENSITY : 0);
    this.picture.setAttribute("viewBox", `0 0 ${this.width} ${height}`);
    this.picture.setAttribute("width", String(this.width));
    this.picture.setAttribute("height", String(height));
    this.picture.replaceChildren(fades(), ...this.grid(height), ...(more ? [this.density(height)] : []), ...marks.map((each) => this.mark(each)));
    if (more) this.picture.append(svg("text", { class: "more", x: this.width - 8, y: bottom + 13 }, `${more} more where it is crowded: zoom in`));
    const hidden = this.shapes.map((each) => drawn(each, 1));
    this.tell.moved({
      before: hidden.filter(({ end }) => end <= this.view.start).length,
      after: hidden.filter(({ start }) => start >= this.view.end).length,
    });
  }

  /** Events in view on lanes with their names; where they are too many for that, on narrower lanes without. */
  packed() {
    const boxes = this.shapes.map((each) => this.box(each));
    const order = [...boxes.keys()].filter((index) => boxes[index].seen).sort((a, b) => boxes[a].left0 - boxes[b].left0);
    const sizes = this.width < 600 ? SIZES.narrow : SIZES.wide;
    const roomy = this.placed(order, boxes, sizes.named);
    return roomy.more ? this.placed(order, boxes, sizes.bare) : roomy;
  }

  /** Each event on the first lane with room; its name to the right of it, else to the left, else left out. */
  placed(order, boxes, { most, lane: height, bar: thick, named }) {
    const free = new Array(most).fill(-Infinity);
    const lane = (from) => free.findIndex((until) => until < from);
    const marks = [];
    let more = 0;
    for (const index of order) {
      const box = boxes[index];
      const name = named ? this.tell.name(this.events[index]) : "";
      const length = name.length * LETTER + GAP;
      const right = named && box.right0 + length <= this.width ? lane(box.left0 - GAP) : -1;
      const left = named && right < 0 && box.left0 - length >= 0 ? lane(box.left0 - length - GAP) : -1;
      const side = right >= 0 ? "right" : left >= 0 ? "left" : null;
      const on = Math.max(right, left, side ? -1 : lane(box.left0 - (named ? GAP : 1)));
      if (on < 0) { more += 1; continue; }
      free[on] = side === "right" ? box.right0 + length : box.right0;
      marks.push({ index, event: this.events[index], box, top: HEAD + on * height, height, thick, name, side });
    }
    if (!named) this.name(marks);
    const lanes = Math.max(3, ...marks.map(({ top }) => (top - HEAD) / height + 1));
    return { marks, more, bottom: HEAD + lanes * height + GAP };
  }

  /** Names those marks that have room beside them before the next on their lane. */
  name(marks) {
    const edge = new Map();
    for (const mark of marks.toReversed()) {
      const name = this.tell.name(this.events[mark.index]);
      const next = edge.get(mark.top) ?? this.width;
      if (mark.box.right0 + GAP + name.length * LETTER + GAP <= next) Object.assign(mark, { name, side: "right" });
      edge.set(mark.top, mark.box.left0);
    }
  }

  /** Where a shape stands: its cell, cut at the edges of the drawing, and how far its ends reach out. */
  box({ start, end, left, right }) {
    const clip = (x) => Math.min(Math.max(x, -2 * FADE), this.width + 2 * FADE);
    const [from, to] = [this.x(start), this.x(end)];
    const [x0, x1] = [clip(from), clip(to)];
    const half = Math.max(0, (DOT - (x1 - x0)) / 2);
    return { x0, x1, left, right, seen: to >= 0 && from <= this.width, left0: x0 - (left ? FADE : half), right0: x1 + (right ? FADE : half) };
  }

  mark({ index, event, box, top, height, thick, name, side }) {
    const y = top + height / 2;
    const mark = svg("g", { class: `mark${index === this.cursor ? " cursor" : ""}`, "data-index": index },
      svg("rect", { class: "hit", x: box.left0 - 3, y: top, width: box.right0 - box.left0 + 6, height, rx: 6 }),
      bar(event, { ...box, y, height: thick, fade: FADE }));
    const x = side === "left" ? box.left0 - GAP : box.right0 + GAP;
    if (side) mark.append(svg("text", { class: `name ${side}`, x, y: y + 4 }, name));
    return mark;
  }

  /** How many events lie where: one column a few pixels wide for each stretch, an event's mass spread over its cell. */
  density(bottom) {
    const columns = new Float64Array(Math.ceil(this.width / COLUMN));
    for (const shape of this.shapes) {
      const [from, to] = [this.x(shape.start) / COLUMN, Math.max(this.x(shape.end), this.x(shape.start) + 1) / COLUMN];
      for (let column = Math.max(0, Math.floor(from)); column < Math.min(columns.length, to); column += 1) {
        columns[column] += (Math.min(to, column + 1) - Math.max(from, column)) / (to - from);
      }
    }
    const top = Math.max(...columns);
    const outline = [...columns].map((mass, index) => `M${index * COLUMN} ${bottom}v${-(mass / top) * (DENSITY - 4)}h${COLUMN - 1}V${bottom}z`);
    return svg("path", { class: "density", d: outline.join("") });
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
    this.plot.addEventListener("keydown", (event) => this.key(event));
    this.plot.addEventListener("click", (event) => {
      if (!this.dragged && index(event) !== null) this.tell.chosen(index(event));
    });
    this.plot.addEventListener("pointerover", (event) => this.tell.pointed(index(event)));
    this.plot.addEventListener("pointerleave", () => this.tell.pointed(this.cursor));
    this.plot.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
    this.drag();
  }

  /** Arrows go from event to event, Home and End to the first and last, + and − zoom, 0 shows all, Enter opens. */
  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || !this.events.length) return;
    const last = this.events.length - 1;
    const goals = {
      ArrowRight: Math.min((this.cursor ?? -1) + 1, last), ArrowLeft: Math.max((this.cursor ?? 1) - 1, 0), Home: 0, End: last,
    };
    if (event.key in goals) {
      this.point(goals[event.key]);
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

  /** Zooms with Ctrl only, moves on sideways scrolls: the page's own scrolling is never held. */
  wheel(event) {
    if (event.ctrlKey) this.zoom(event.deltaY > 0 ? 1.2 : 1 / 1.2, this.at(event));
    else if (Math.abs(event.deltaX) > Math.abs(event.deltaY)) this.pan(event.deltaX / this.width);
    else return;
    event.preventDefault();
  }

  at(event) {
    return (event.clientX - this.plot.getBoundingClientRect().left) / this.width;
  }

  /** One pointer moves the axis, two pinch it. */
  drag() {
    const pointers = new Map();
    this.plot.addEventListener("pointerdown", (event) => {
      pointers.set(event.pointerId, event.clientX);
      this.dragged = false;
    });
    this.plot.addEventListener("pointermove", (event) => {
      if (!pointers.has(event.pointerId)) return;
      const before = [...pointers.values()];
      const by = event.clientX - pointers.get(event.pointerId);
      if (!this.dragged && Math.abs(by) < 4) return;
      if (!this.dragged) this.plot.setPointerCapture(event.pointerId);
      this.dragged = true;
      pointers.set(event.pointerId, event.clientX);
      const now = [...pointers.values()];
      if (now.length === 1) this.pan(-by / this.width);
      else this.zoom(Math.abs(before[0] - before[1]) / Math.max(Math.abs(now[0] - now[1]), 8), this.at(event));
    });
    for (const end of ["pointerup", "pointercancel"]) {
      this.plot.addEventListener(end, (event) => pointers.delete(event.pointerId));
    }
  }
}

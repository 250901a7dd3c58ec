// <dateline-timeline>: a timeline of a Dateline service as a custom element, for any page.
//
// Attributes: src (address of /v1/timeline, with or without a query; by default that of the service this file came from),
// actor, from, to, limit (added to the query; limit is the size of a page, 100 or, compact, 20), theme (auto, light, dark),
// compact (for small frames), filter (chips fire events).
// Events: dateline-loaded {count, page}, dateline-error {title, detail}, dateline-actor {actor} from a chip.

import { el, svg } from "./dom.js";
import { Axis } from "./axis.js";
import { card } from "./card.js";
import { answer } from "./answer.js";
import { covering, dayName, millis, parts, yearName } from "./civil.js";
import { name, say, when } from "./labels.js";
import { FACTUALITIES, fades } from "./marks.js";
import { counted, empty, failed, loading } from "./states.js";
import { together } from "./together.js";

const STYLES = new URL("./timeline.css", import.meta.url);
const SERVICE = new URL("../v1/timeline", import.meta.url);
const HINT = "Time axis. Arrow keys go from event to event, plus and minus zoom, 0 shows all, Enter opens the event in the list.";

class DatelineTimeline extends HTMLElement {
  static observedAttributes = ["src", "actor", "from", "to", "limit"];

  #events = [];
  #places = new Map();
  #cursor = null;
  #asked = null;
  #parts = null;
  /** @type {Axis} */ #axis;

  connectedCallback() {
    if (!this.#parts) this.#build();
    this.#soon();
  }

  attributeChangedCallback() {
    if (this.#parts) this.#soon();
  }

  /** The events shown so far. */
  get events() {
    return [...this.#events];
  }

  /** The address of the query, without a cursor. */
  get query() {
    const address = new URL(this.getAttribute("src") || SERVICE, document.baseURI);
    const size = this.hasAttribute("compact") ? 20 : 100;
    for (const key of ["actor", "from", "to"]) {
      if (this.getAttribute(key)) address.searchParams.append(key, this.getAttribute(key));
    }
    if (!address.searchParams.has("limit")) address.searchParams.set("limit", this.getAttribute("limit") || String(size));
    return address;
  }

  /** Asks again from the first page. */
  async load() {
    this.#asked?.abort();
    this.#asked = new AbortController();
    this.#state("loading");
    await this.#page(null);
  }

  /** Several attributes set in one go are one question. */
  #soon() {
    this.#asked?.abort();
    const asked = new AbortController();
    this.#asked = asked;
    queueMicrotask(() => this.#asked === asked && this.isConnected && this.load());
  }

  #build() {
    const plot = el("div", { class: "plot", role: "application", tabindex: "0", "aria-label": HINT });
    const control = (label, sign, act) => el("button", { type: "button", class: "control", "aria-label": label, title: label, onclick: act }, sign);
    const aside = (label, act) => el("button", { type: "button", class: "aside", hidden: true, title: label, onclick: act });
    const shown = {
      readout: el("p", { class: "readout", "aria-live": "polite" }),
      before: aside("Show the earlier ones too", () => this.#axis.fit()),
      after: aside("Show the later ones too", () => this.#axis.fit()),
      axis: el("section", { class: "axis", "aria-label": "Time axis" }),
      count: el("p", { class: "count", role: "status" }),
      list: el("ol", { class: "events", "aria-label": "Events" }),
      more: el("button", { type: "button", class: "button more-button", hidden: true, onclick: () => this.#more() }, "Show more events"),
      state: el("div", { class: "state" }),
    };
    shown.axis.append(
      el("div", { class: "bar-top" }, shown.readout, el("div", { class: "controls" }, shown.before, shown.after,
        control("Zoom out", "−", () => this.#axis.zoom(1 / 0.6)), control("Zoom in", "+", () => this.#axis.zoom(0.6)),
        control("Show all events", "⟷", () => this.#axis.fit()))),
      plot);
    const defs = svg("svg", { class: "defs", width: 0, height: 0, "aria-hidden": "true" }, fades());
    const root = this.attachShadow({ mode: "open" });
    root.append(el("link", { rel: "stylesheet", href: STYLES.href }), defs,
      el("div", { class: "timeline", part: "timeline" }, shown.axis, shown.count, shown.state, shown.list, shown.more));
    this.#parts = shown;
    this.#axis = new Axis(plot, {
      name,
      pointed: (index) => this.#point(index),
      chosen: (index) => this.reveal(this.#events[index].id),
      moved: ({ before, after }) => {
        this.#aside(shown.before, before, (count) => `◂ ${count} earlier`);
        this.#aside(shown.after, after, (count) => `${count} later ▸`);
      },
    });
    this.#follow(shown.list);
  }

  #aside(button, count, words) {
    button.hidden = !count;
    button.textContent = words(count);
  }

  /** Lights the mark of the entry under the pointer or focus. */
  #follow(list) {
    const light = (event) => {
      const entry = event.target.closest?.("[id^=event-]");
      const index = this.#places.get(entry?.id.slice("event-".length)) ?? null;
      this.#axis.light(index);
      this.#say(index);
    };
    for (const kind of ["pointerover", "focusin"]) list.addEventListener(kind, light);
    list.addEventListener("pointerleave", () => { this.#axis.light(null); this.#say(this.#cursor); });
  }

  #point(index) {
    this.#cursor = index;
    this.#say(index);
  }

  #say(index) {
    const event = index === null ? null : this.#events[index];
    const { readout } = this.#parts;
    if (!event) return readout.replaceChildren(this.#range());
    return readout.replaceChildren(el("strong", {}, say(when(event))), ` · ${FACTUALITIES[event.factuality][0]} · ${name(event)}`);
  }

  /** The stretch of time that the events shown lie in: years, or months where it is short. */
  #range() {
    if (!this.#events.length) return "";
    const start = Math.min(...this.#events.map(({ interval }) => millis(interval.start)));
    const end = Math.max(...this.#events.map(({ interval }) => millis(interval.end)));
    return covering(start, end);
  }

  /** Scrolls to an event of the list and puts the focus there. */
  reveal(id) {
    const entry = this.shadowRoot?.getElementById(`event-${id}`);
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    entry?.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
    (entry?.querySelector("article") ?? entry)?.focus({ preventScroll: true });
  }

  async #more() {
    const { more, list } = this.#parts;
    const shown = list.childElementCount;
    more.disabled = true;
    await this.#page(more.dataset.cursor);
    more.disabled = false;
    list.children[shown]?.querySelector("article")?.focus();
  }

  async #page(cursor) {
    const { signal } = this.#asked;
    const address = this.query;
    if (cursor) address.searchParams.set("cursor", cursor);
    try {
      const page = await answer(address, { signal });
      if (!signal.aborted) this.#show(page, Boolean(cursor));
    } catch (problem) {
      if (!signal.aborted) this.#fail(problem);
    }
  }

  #show(page, further) {
    const fresh = further ? page.items.filter(({ id }) => !this.#places.has(id)) : page.items;
    const before = further ? this.#events : [];
    this.#events = [...before, ...fresh];
    this.#places = new Map(this.#events.map(({ id }, index) => [id, index]));
    const { list, more } = this.#parts;
    if (!further) list.replaceChildren();
    this.#list(list);
    more.hidden = !page.next_cursor;
    more.dataset.cursor = page.next_cursor ?? "";
    this.#state(this.#events.length ? "shown" : "empty", page);
    this.#axis.show(this.#events, { stay: further });
    this.#point(further ? this.#cursor : null);
    this.#tell("loaded", { count: this.#events.length, page });
  }

  /** Adds the entries that the list lacks, and writes anew those that a further page has more events for. */
  #list(list) {
    together(this.#events).forEach((events, index) => {
      const shown = list.children[index];
      if (shown?.dataset.events === String(events.length)) return;
      list.insertBefore(this.#entry(events), shown ?? null);
      shown?.remove();
    });
  }

  #entry(events) {
    const heading = this.#heading(events[0]);
    const previous = this.#events[(this.#places.get(events[0].id) ?? 0) - 1];
    return card(events, {
      known: (id) => this.#events[this.#places.get(id) ?? -1],
      onActor: this.hasAttribute("filter") ? (actor) => this.#tell("actor", { actor }) : null,
      heading: previous && this.#heading(previous) === heading ? null : heading,
    });
  }

  /** The year an entry stands under; by publication, the day. */
  #heading(event) {
    const sort = this.query.searchParams.get("sort") ?? "start";
    return sort.endsWith("published") ? `Published ${dayName(millis(event.last_published))}` : yearName(parts(millis(event.interval.start)).year);
  }

  #fail({ title = "Something went wrong", detail = "" }) {
    this.#state("error", { title, detail });
    this.#tell("error", { title, detail });
  }

  /** One of loading, shown, empty, error; the first and the last keep what is in view. */
  #state(kind, about = {}) {
    const { axis, list, count, state, more } = this.#parts;
    this.dataset.state = kind;
    list.setAttribute("aria-busy", String(kind === "loading"));
    axis.hidden = list.hidden = kind === "empty" || kind === "error" || (kind === "loading" && !this.#events.length);
    if (kind === "empty" || kind === "error") more.hidden = true;
    count.textContent = { loading: "Loading events", shown: kind === "shown" && counted(this.#events.length, about) }[kind] || "";
    state.replaceChildren(...{
      loading: () => (list.hidden ? loading() : []),
      shown: () => [],
      empty: () => empty(about.unresolved_actors),
      error: () => failed(about, () => this.load()),
    }[kind]());
  }

  #tell(kind, detail) {
    this.dispatchEvent(new CustomEvent(`dateline-${kind}`, { detail, bubbles: true, composed: true }));
  }
}

customElements.define("dateline-timeline", DatelineTimeline);

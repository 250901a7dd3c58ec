// Reading an article that was pasted in: posts it, and shows its text with each date phrase marked and resolved.

import { el, pieces } from "./dom.js";
import { answer } from "./answer.js";
import { badge, date, quote } from "./card.js";
import { clock, dayName, millis, weekday } from "./civil.js";
import { brief, whenTold } from "./labels.js";

const EXTRACT = new URL("../v1/extract", import.meta.url);
const ARTICLES = new URL("../v1/articles", import.meta.url);

/** Opens or closes the form. @param {HTMLElement} section @param {HTMLElement} opener @param {() => void} onStored */
export function reader(section, opener, onStored) {
  section.hidden = !section.hidden;
  opener.setAttribute("aria-expanded", String(!section.hidden));
  const form = section.querySelector("form");
  const result = section.querySelector("[data-result]");
  form.elements.timezone.value ||= Intl.DateTimeFormat().resolvedOptions().timeZone ?? "";
  if (!section.hidden) form.elements.text.focus();
  form.onsubmit = async (event) => {
    event.preventDefault();
    const keep = event.submitter?.value === "store";
    section.setAttribute("aria-busy", "true");
    try {
      const article = posted(form);
      const read = await answer(keep ? ARTICLES : EXTRACT, {
        method: "POST", body: JSON.stringify(article), headers: { "Content-Type": "application/json" },
      });
      result.replaceChildren(...shown(article, read, keep));
      if (keep) onStored();
    } catch ({ title, detail }) {
      result.replaceChildren(el("div", { class: "message", role: "alert" }, el("h2", {}, title ?? "That didn't work"), el("p", {}, detail ?? "")));
    }
    section.removeAttribute("aria-busy");
  };
}

/** The article as the form tells it; a time of day goes with the zone, a bare day needs none. */
function posted(form) {
  const value = (name) => form.elements[name].value.trim() || null;
  const [day, time] = [value("day"), value("time")];
  return {
    title: value("title"), text: form.elements.text.value, published_at: time ? `${day}T${time}:00` : day, timezone: value("timezone"),
    source: value("source"), url: value("url"),
  };
}

function shown(article, read, kept) {
  if (!read.mentions) return [el("p", { class: "note", role: "status" }, "Stored. It is still being read: its events will be on the timeline shortly.")];
  const mentions = read.mentions.filter(({ time }) => time.interval);
  const [dates, events] = [count(read.time_expressions.length, "date phrase"), count(mentions.length, "dated event")];
  return [
    el("p", { class: "note", role: "status" }, `${kept ? "Stored" : "Read, not stored"}: ${dates}, ${events}. Counted from ${anchorName(read.anchor)}.`),
    ...read.warnings.map(({ detail }) => el("p", { class: "note warning" }, detail)),
    article.title ? el("h2", { class: "marked title" }, ...marked(article.title, "title", read)) : null,
    el("div", { class: "marked" }, ...marked(article.text, "text", read)),
    mentions.length ? el("ol", { class: "found", "aria-label": "Events found" }, ...mentions.map(found)) : null,
  ].filter(Boolean);
}

const anchorName = (anchor) => `${weekday(millis(anchor))} ${dayName(millis(anchor))}` + (anchor.includes("T") ? `, ${clock(millis(anchor))}` : "");
const count = (number, word) => `${number} ${word}${number === 1 ? "" : "s"}`;

/** The text with each time expression marked, and over it when that is. */
function marked(text, field, { time_expressions: expressions }) {
  const here = expressions.filter((each) => each.field === field);
  const spans = here.map(({ start, end }, index) => ({ name: String(index), start, end }));
  return pieces(text, spans).map(({ text: piece, names }) => {
    if (!names.length) return paragraphs(piece);
    const expression = here[Number(names[0])];
    const label = over(expression);
    return [el("span", { class: "dated", title: expression.explanation }, el("mark", {}, piece),
      label === piece ? null : el("span", { class: "over" }, label))];
  }).flat();
}

/** The text with its blank lines as gaps. */
const paragraphs = (text) => text.split(/\n\s*\n/).flatMap((each, index) => (index ? [el("span", { class: "gap" }), each] : [each]));

/** What stands over a date phrase: the date it names, briefly, or what else it is. */
function over(expression) {
  const label = whenTold({ ...expression, bound: null, extent: "throughout", basis: "expression" });
  if (label) return brief({ ...label, lead: label.lead.replace(/^throughout ?/, "").replace(/^the week/, "week") });
  return { SET: "repeating", DURATION: "a length of time" }[expression.type] ?? "no fixed date";
}

function found(mention) {
  const label = whenTold(mention.time);
  return el("li", {}, el("div", {}, label ? date(label) : null, badge(mention)),
    el("div", {}, el("blockquote", {}, ...quote({ ...mention, expression: mention.time.expression })),
      el("p", { class: "why" }, el("span", { class: "key" }, "Why "), mention.time.explanation)));
}

// An event, or several that one sentence dates alike, as an entry of the list: when, drawn and in words; what the article
// says, the phrase that dates it marked; why it has that date, how certain it is, who says so, who takes part, and what
// speaks against it.

import { el, pieces, webAddress } from "./dom.js";
import { dayName, millis } from "./civil.js";
import { say, span, verb, when } from "./labels.js";
import { BASES, BESIDE, FACTUALITIES, glyph } from "./marks.js";
import { everyone } from "./together.js";

/** A label as words: the qualifier and the aside quieter than the date. */
export function date(/** @type {import("./labels.js").Label} */ { lead, main, tail }) {
  return el("p", { class: "when" },
    lead ? el("span", { class: "lead" }, `${lead} `) : null,
    el("span", { class: "main" }, main),
    tail ? el("span", { class: "tail" }, ` (${tail})`) : null);
}

/** How certain: mark and word. */
export function badge(event) {
  const [name, meaning] = FACTUALITIES[event.factuality];
  return el("span", { class: `badge ${event.factuality}`, title: meaning }, name);
}

/**
 * The sentence with the phrase that dates the event marked, and the words that name it underlined. Where the sentence names
 * several, each but the first is found in the page by its words.
 */
export function quote(mention, /** @type {object[]} */ more = []) {
  const { sentence, expression } = mention;
  const told = [mention, ...more.map(({ mentions }) => mentions[0])];
  const spans = told.map((each, name) => ({ name, start: each.trigger.start, end: verb(each).end }));
  if (expression?.field === sentence.field) spans.push({ ...expression, name: "phrase" });
  return pieces(sentence.text, spans, sentence.start).map(({ text, names, start }) => {
    const index = names.find((each) => each !== "phrase");
    const first = index > 0 && spans[index].start === sentence.start + start;
    const words = index === undefined ? text : el("span", { class: "trigger", id: first && `event-${more[index - 1].id}`, tabindex: first && "-1" }, text);
    return names.includes("phrase") ? el("mark", {}, words) : words;
  });
}

/** Why the mention has its date, in words; where a person gave it, on whose word. */
function why({ expression, sentence, explanation }, override) {
  const inside = expression?.field === sentence.field && expression.start >= sentence.start && expression.end <= sentence.end;
  const said = override ? `Given by a person on ${dayName(millis(override.made_at))} (${override.by}): ${override.note}`
    : (expression && !inside ? `“${expression.text}”, said elsewhere in the article. ` : "") + sentenceCase(explanation);
  return el("p", { class: "why" }, el("span", { class: "key" }, "Why "), said);
}

const sentenceCase = (/** @type {string} */ text) => text.charAt(0).toUpperCase() + text.slice(1);

/** Who says so, where and when. */
function source(mention) {
  const address = webAddress(mention.url);
  const title = mention.title || (address ? new URL(address).host : "untitled article");
  const name = address ? el("a", { href: address, rel: "noopener noreferrer", target: "_blank" }, title) : el("cite", {}, title);
  return el("p", { class: "source" },
    mention.attribution ? `According to ${mention.attribution} · ` : null,
    ...(mention.source ? [el("span", { class: "outlet" }, mention.source), ", "] : []),
    `${dayName(millis(mention.published_at))} · `, name);
}

function chip(actor, onActor) {
  const role = BESIDE[actor.role];
  const title = `${actor.kind}, ${actor.role}`;
  const inside = [actor.name, role ? el("span", { class: "role" }, ` ${role}`) : null];
  const shown = onActor
    ? el("button", { type: "button", class: "chip", title: `${title}: show its events only`, onclick: () => onActor(actor) }, ...inside)
    : el("span", { class: "chip", title }, ...inside);
  return el("li", { class: role ? "beside" : "" }, shown);
}

/** The times that contradict this one, each beside what is known of the event that has it. */
function conflicts(event, known) {
  if (!event.conflicts.length) return null;
  const side = (head, words, body) => el("div", { class: "side" }, el("p", { class: "head" }, head), el("p", { class: "main" }, words), body);
  const others = event.conflicts.map((conflict) => {
    const other = known(conflict.event_id);
    const head = origin(other, "the other telling");
    return other ? side(head, say(when(other)), told(other)) : side(head, span(conflict.interval));
  });
  return el("div", { class: "conflicts" },
    el("p", { class: "head" }, `“${event.trigger}” told with different dates`),
    el("div", { class: "sides" },
      side(origin(event, "this telling"), say(when(event)), told(event)),
      ...others),
    // Without "…, but at 2021-11 and 2022": the columns say when, in words.
    el("p", { class: "reason" }, event.conflicts.map(({ reason }) => sentenceCase(reason.replace(/, but at \S+ and \S+$/, ""))).join(". ")));
}

const told = (event) => el("p", { class: "said" }, ...quote(event.mentions[0]));

const origin = (event, otherwise) => event?.mentions[0].source ?? event?.mentions[0].title ?? otherwise;

/** How sure the dates are: of several events the least and the most. A person's word is not measured. */
function sure(events) {
  if (events[0].override) return "dated by a person";
  const shares = events.map(({ confidence }) => Math.round(confidence * 100));
  return `${[...new Set([Math.min(...shares), Math.max(...shares)])].join("–")} % date confidence`;
}

function others(event) {
  const rest = event.mentions.slice(1);
  if (!rest.length) return null;
  const articles = event.article_count === 1 ? "" : ` in ${event.article_count} articles`;
  return el("details", { class: "others" },
    el("summary", {}, `Told ${event.mention_count} times${articles}`),
    ...rest.map((mention) => el("div", { class: "other" }, el("blockquote", {}, ...quote(mention)), why(mention), source(mention))));
}

/**
 * @param {object[]} events as /v1/timeline gives them; several are of one sentence, dated alike
 * @param {{known: (id: string) => object | undefined, onActor: ((actor: object) => void) | null, heading: string | null}} context
 */
export function card(events, { known, onActor, heading }) {
  const [event, ...more] = events;
  const actors = everyone(events);
  const [first] = event.override ? event.mentions.map((mention) => ({ ...mention, expression: null })) : event.mentions;
  const id = `when-${event.id}`;
  const label = date(when(event));
  label.id = id;
  return el("li", { class: `event ${event.factuality}`, id: `event-${event.id}`, "data-events": events.length },
    heading ? el("h2", { class: "heading" }, heading) : null,
    el("article", { tabindex: "-1", "aria-labelledby": id },
      label,
      el("div", { class: "rail" }, glyph(event)),
      el("div", { class: "what" },
        el("p", { class: "badges" }, badge(event),
          more.length ? el("span", { class: "basis several" }, `${events.length} events`) : null,
          event.basis === "expression" ? null : el("span", { class: "basis", title: BASES[event.basis][1] }, BASES[event.basis][0]),
          el("span", { class: "confidence", title: "Measured share of right dates among such events" }, sure(events))),
        el("blockquote", {}, ...quote(first, more)),
        why(first, event.override),
        source(first),
        actors.length ? el("ul", { class: "chips", "aria-label": "Actors" }, ...actors.map((actor) => chip(actor, onActor))) : null,
        ...events.flatMap((each) => [conflicts(each, known), others(each)]))));
}

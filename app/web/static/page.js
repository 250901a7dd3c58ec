// The page at /: filters beside a timeline, kept in the address; the same query as files and as code to embed.

import { el, svg } from "./dom.js";
import "./dateline-timeline.js";
import { combobox } from "./combobox.js";
import { DATES, asked, chosen, filled, heading, isDate, ordered, tagged } from "./filters.js";
import { bar } from "./marks.js";
import { reader } from "./reader.js";

const FILES = new URL("../v1/timeline", import.meta.url);
const EMBED = new URL("../embed/timeline", import.meta.url);
const HOST_SCRIPT = new URL("dateline-embed.js", import.meta.url);

const $ = (/** @type {string} */ id) => document.getElementById(id);
const form = /** @type {HTMLFormElement} */ ($("filters"));
const timeline = $("timeline");
let actors = [];
let tags = [];

/** Shows a query everywhere: controls, chips, heading, links, timeline. */
function show(query) {
  actors = query.getAll("actor");
  tags = tagged(query);
  filled(form, query);
  $("chosen-actors").replaceChildren(...actors.map((name) => removable(name, () => go({ actors: actors.filter((each) => each !== name) }))));
  $("tags").replaceChildren(...tags.map((tag) => removable(`${tag[0].replaceAll("_", " ")}: ${tag[1]}`, () => go({ tags: tags.filter((each) => each !== tag) }))));
  $("together").hidden = actors.length < 2;
  $("heading").textContent = heading(query);
  document.title = `${heading(query)} · Dateline`;
  for (const link of document.querySelectorAll("a[data-format]")) link.href = address(`${FILES}.${link.dataset.format}`, ordered(query));
  const kinds = new Set([...query.keys()].filter((key) => key !== "sort")).size;
  $("filters-fold").firstElementChild.textContent = kinds ? `Filters (${kinds})` : "Filters";
  $("reset").hidden = !String(query);
  timeline.setAttribute("src", address(FILES, ordered(query)));
  embedCode();
}

const address = (base, query) => (String(query) ? `${base}?${query}` : String(base));

function removable(label, remove) {
  return el("li", {}, el("button", { type: "button", class: "chip", "aria-label": `Remove ${label}`, onclick: remove }, label, el("span", { class: "cross", "aria-hidden": "true" }, " ×")));
}

/** Takes what the controls say, with other actors or tags where given, as a new entry of the browser's history. */
function go({ actors: who = actors, tags: with_ = tags } = {}) {
  const wrong = DATES.filter((key) => form.elements[key].value.trim() && !isDate(form.elements[key].value.trim()));
  for (const key of DATES) form.elements[key].setAttribute("aria-invalid", String(wrong.includes(key)));
  $("date-problem").hidden = !wrong.some((key) => key === "from" || key === "to");
  $("published-problem").hidden = !wrong.some((key) => key.startsWith("published"));
  if (wrong.length) return;
  const query = chosen(form, who, with_);
  const theme = new URLSearchParams(location.search).get("theme");
  const kept = new URLSearchParams(query);
  if (theme) kept.set("theme", theme);
  history.pushState(null, "", String(kept) ? `?${kept}` : location.pathname);
  show(query);
}

/** The code that shows this selection in another page. */
function embedCode() {
  const query = ordered(asked(location.search));
  const theme = $("embed-theme").value;
  query.set("theme", theme);
  const scheme = theme === "auto" ? "light dark" : theme;
  const title = heading(asked(location.search)).replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
  $("embed-code").value = [
    `<iframe src="${address(EMBED, query).replaceAll("&", "&amp;")}" title="Timeline: ${title}" loading="lazy"`,
    `  width="100%" height="480" style="border: 0; color-scheme: ${scheme}"></iframe>`,
    `<script type="module" src="${HOST_SCRIPT}"></script>`,
  ].join("\n");
}

async function copy(text, button) {
  const words = button.textContent;
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = "Copied";
  } catch {
    $("embed-code").select();
    button.textContent = "Press Ctrl+C";
  }
  setTimeout(() => { button.textContent = words; }, 1800);
}

/** The mark of each factuality beside its checkbox: the filter is the legend. */
for (const place of document.querySelectorAll("[data-mark]")) {
  const picture = svg("svg", { class: "glyph", viewBox: "0 0 30 14", width: 30, height: 14, "aria-hidden": "true" });
  picture.append(bar({ factuality: place.dataset.mark, extent: "throughout" }, { x0: 5, x1: 25, y: 7, height: 10, fade: 0, left: false, right: false }));
  place.append(picture);
}

combobox($("actor"), $("actor-options"), (name) => { if (!actors.includes(name)) go({ actors: [...actors, name] }); });
form.addEventListener("submit", (event) => { event.preventDefault(); go(); });
form.addEventListener("change", (event) => { if (event.target !== $("actor")) go(); });
$("sort").addEventListener("change", () => go());
$("reset").addEventListener("click", () => { filled(form, new URLSearchParams()); go({ actors: [], tags: [] }); });
timeline.addEventListener("dateline-actor", ({ detail }) => {
  if (!actors.includes(detail.actor.name)) go({ actors: [...actors, detail.actor.name] });
});
$("embed-open").addEventListener("click", () => { embedCode(); $("embed-dialog").showModal(); });
$("embed-close").addEventListener("click", () => $("embed-dialog").close());
$("embed-theme").addEventListener("change", embedCode);
$("embed-copy").addEventListener("click", ({ currentTarget }) => copy($("embed-code").value, currentTarget));
addEventListener("popstate", () => show(asked(location.search)));
$("reader-open").addEventListener("click", () => reader($("reader"), $("reader-open"), () => timeline.load()));
// On a phone the filters stand folded away above the timeline.
$("filters-fold").open = matchMedia("(min-width: 901px)").matches;
show(asked(location.search));

// The selection a page shows, kept in its address: the same words as /v1/timeline, so one string serves both.

/** Parameters the page's own controls set, and those it hands on and shows as tags that can be taken off. */
export const DATES = ["from", "to", "published_from", "published_to"];
const CONTROLLED = ["actor", "actor_mode", ...DATES, "factuality", "basis", "sort", "q", "conflicts"];
const HANDED_ON = ["role", "date_mode", "granularity", "min_confidence", "as_of", "source", "status", "limit"];
const DATE = /^-?\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01])(T([01]\d|2[0-3]):[0-5]\d)?)?)?$/;
/** The order of the page at / where its address names none; that of the interface is `start`. */
const ORDER = "-start";
const DEFAULT_BASES = "expression,narrative";

/** Whether a text is a date as queries take it: `2021`, `2021-12`, `2021-12-21` or a minute of that day. */
export const isDate = (/** @type {string} */ text) => DATE.test(text);

/** The query out of a page's address; what the timeline does not know is left out. */
export function asked(/** @type {string} */ search) {
  const known = new Set([...CONTROLLED, ...HANDED_ON]);
  return new URLSearchParams([...new URLSearchParams(search)].filter(([key, value]) => known.has(key) && value.trim()));
}

/** The query with its order in words, as files, embeds and the interface need it. */
export function ordered(/** @type {URLSearchParams} */ query, order = ORDER) {
  return new URLSearchParams(query.has("sort") ? query : [...query, ["sort", order]]);
}

/** What a query asks for that no control of the page shows. */
export const tagged = (/** @type {URLSearchParams} */ query) => [...query].filter(([key]) => HANDED_ON.includes(key));

/** The query that a form's controls and the actors and tags beside it make up; defaults are left out. */
export function chosen(/** @type {HTMLFormElement} */ form, actors, tags) {
  const data = new FormData(form);
  const query = new URLSearchParams(actors.map((actor) => ["actor", actor]));
  if (actors.length > 1 && data.get("actor_mode")) query.set("actor_mode", "all");
  for (const key of [...DATES, "q"]) {
    const value = String(data.get(key) ?? "").trim();
    if (value) query.set(key, value);
  }
  const certain = data.getAll("factuality");
  if (certain.length < form.querySelectorAll("[name=factuality]").length) for (const each of certain) query.append("factuality", String(each));
  const bases = data.getAll("basis");
  if (bases.length && bases.join() !== DEFAULT_BASES) for (const each of bases) query.append("basis", String(each));
  if (data.get("conflicts")) query.set("conflicts", "true");
  if (data.get("sort") && data.get("sort") !== ORDER) query.set("sort", String(data.get("sort")));
  for (const [key, value] of tags) query.append(key, value);
  return query;
}

/** Sets a form's controls to a query. */
export function filled(/** @type {HTMLFormElement} */ form, /** @type {URLSearchParams} */ query) {
  for (const key of [...DATES, "q"]) form.elements[key].value = query.get(key) ?? "";
  form.elements.sort.value = query.get("sort") ?? ORDER;
  form.elements.actor_mode.checked = query.get("actor_mode") === "all";
  form.elements.conflicts.checked = query.get("conflicts") === "true";
  const certain = new Set(query.getAll("factuality"));
  for (const box of form.querySelectorAll("[name=factuality]")) box.checked = !certain.size || certain.has(box.value);
  const told = query.getAll("basis").join();
  const bases = new Set((told || DEFAULT_BASES).split(","));
  for (const box of form.querySelectorAll("[name=basis]")) box.checked = bases.has("any") || bases.has(box.value);
}

/** What the selection is, as a heading. */
export function heading(/** @type {URLSearchParams} */ query) {
  const actors = query.getAll("actor");
  const who = actors.length ? new Intl.ListFormat("en", { type: query.get("actor_mode") === "all" ? "conjunction" : "disjunction" }).format(actors) : "All events";
  const [from, to] = [query.get("from"), query.get("to")];
  const range = from && to ? (from === to ? `, ${from}` : `, ${from} to ${to}`) : from ? `, from ${from}` : to ? `, up to ${to}` : "";
  return who + range;
}

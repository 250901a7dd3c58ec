// What stands in the place of a list: while it loads, where it is empty, where it failed; and what is said of its length.

import { el } from "./dom.js";

/** Lines where entries will be. */
export const loading = () => [1, 2, 3].map(() => el("div", { class: "ghost", "aria-hidden": "true" }, el("i"), el("i"), el("i")));

const message = (title, text, ...more) => el("div", { class: "message" }, el("h2", {}, title), el("p", {}, text), ...more);

/** No events; `unknown` are names that no article knows. */
export function empty(/** @type {string[]} */ unknown) {
  const names = unknown.map((each) => `“${each}”`).join(", ");
  const why = names ? `No article names ${names} yet.` : "No stored article tells of an event in this selection.";
  return [message("No events", `${why} A wider range or fewer filters may show more.`)];
}

export function failed({ title, detail }, again) {
  const shown = message(title, detail, el("button", { type: "button", class: "button", onclick: again }, "Try again"));
  shown.setAttribute("role", "alert");
  return [shown];
}

/** How many are shown, and whom the names asked for stand for where they don't say so themselves. */
export function counted(number, { next_cursor: more, actors, unresolved_actors: unknown }) {
  const events = number === 1 ? "1 event" : `${number} events`;
  const meant = [...new Set(actors.map(({ query }) => query))].flatMap((query) => {
    const names = actors.filter((each) => each.query === query).map(({ name }) => name);
    return names.length > 1 || names[0] !== query ? [`“${query}” is ${names.join(", ")}`] : [];
  });
  return [more ? `The first ${events}` : events, ...meant, ...unknown.map((query) => `no article names “${query}”`)].join(" · ");
}

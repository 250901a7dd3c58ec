// A text field that suggests actors as one types (ARIA combobox with a listbox popup); any other name may be entered too.

import { el } from "./dom.js";
import { answer } from "./answer.js";

const ACTORS = new URL("../v1/actors", import.meta.url);
const PAUSE = 160; // ms of rest before asking, shorter than between two slow keystrokes
const MOST = 8;

/** @param {HTMLInputElement} input @param {HTMLUListElement} list @param {(name: string) => void} onPick */
export function combobox(input, list, onPick) {
  let timer = 0;
  let asked = new AbortController();
  let active = -1;

  const close = () => {
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const pick = (name) => {
    input.value = "";
    close();
    if (name.trim()) onPick(name.trim());
  };
  const show = (actors) => {
    list.replaceChildren(...actors.map((actor, index) =>
      el("li", { role: "option", id: `actor-option-${index}`, "aria-selected": "false", onpointerdown: (event) => { event.preventDefault(); pick(actor.name); } },
        el("span", {}, actor.name), el("span", { class: "kind" }, `${actor.kind} · ${actor.event_count}`))));
    list.hidden = !actors.length;
    active = -1;
    input.setAttribute("aria-expanded", String(actors.length > 0));
  };
  const suggest = async () => {
    asked.abort();
    asked = new AbortController();
    const text = input.value.trim();
    if (!text) return close();
    const address = new URL(ACTORS);
    address.search = String(new URLSearchParams({ q: text, limit: String(MOST) }));
    // A failed suggestion is no loss: the name can still be typed in full.
    const found = await answer(address, { signal: asked.signal }).catch(() => null);
    if (found && input.value.trim() === text && document.activeElement === input) show(found.items);
  };
  const move = (by) => {
    const options = [...list.children];
    if (list.hidden || !options.length) return;
    active = (active + by + options.length) % options.length;
    options.forEach((option, index) => option.setAttribute("aria-selected", String(index === active)));
    input.setAttribute("aria-activedescendant", options[active].id);
    options[active].scrollIntoView({ block: "nearest" });
  };

  input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(suggest, PAUSE); });
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") move(1);
    else if (event.key === "ArrowUp") move(-1);
    else if (event.key === "Escape") close();
    else if (event.key === "Enter") pick(active < 0 ? input.value : list.children[active].firstChild.textContent);
    else return;
    event.preventDefault();
  });
}

// Events that one sentence dates alike: a list shows them together, on one card.

import { when } from "./labels.js";
import { BESIDE } from "./marks.js";

/** What two events share that stand on one card: all that is said of their times, and all of their first telling but the trigger. */
const shared = (event) => JSON.stringify([when(event), event.basis, event.factuality, event.override, { ...event.mentions[0], id: "", trigger: "" }]);

/** The events by card, in the order of the first of each. @returns {object[][]} */
export const together = (/** @type {object[]} */ events) => [...Map.groupBy(events, shared).values()];

/** All who take part in one of the events; who only says so in one and acts in another, acts. */
export function everyone(/** @type {object[]} */ events) {
  const found = new Map();
  for (const actor of events.flatMap(({ actors }) => actors)) {
    if (!found.has(actor.id) || !BESIDE[actor.role]) found.set(actor.id, actor);
  }
  return [...found.values()];
}

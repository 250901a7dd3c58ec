// Elements from data. Text goes in as text nodes only: nothing here, or anywhere in this folder, parses HTML.

const SVG = "http://www.w3.org/2000/svg";

/**
 * @param {string} tag
 * @param {Record<string, unknown>} [attributes] `onclick` and the like are listeners; false, null and undefined are left out
 * @param {...(Node | string | null | undefined)} children strings become text nodes
 */
export function el(tag, attributes = {}, ...children) {
  return dressed(document.createElement(tag), attributes, children);
}

/** @param {string} tag @param {Record<string, unknown>} [attributes] @param {...(Node | string | null)} children */
export function svg(tag, attributes = {}, ...children) {
  return dressed(document.createElementNS(SVG, tag), attributes, children);
}

function dressed(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value == null) continue;
    if (typeof value === "function") node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.filter((child) => child != null));
  return node;
}

/** The address if it is one a reader can safely follow (http or https), else null. */
export function webAddress(/** @type {string | null} */ text) {
  try {
    const url = new URL(text ?? "");
    return ["http:", "https:"].includes(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

/**
 * Cuts a text at spans given in code points and hands each piece on with the names of the spans that cover it.
 *
 * @param {string} text
 * @param {{name: string, start: number, end: number}[]} those outside the text are ignored
 * @param {number} offset where the text starts in what the spans count from
 * @returns {{text: string, names: string[], start: number}[]}
 */
export function pieces(text, spans, offset = 0) {
  const points = Array.from(text);
  const inside = spans.map(({ name, start, end }) => ({ name, start: start - offset, end: end - offset }))
    .filter(({ start, end }) => start >= 0 && start < end && end <= points.length);
  const cuts = new Set([0, points.length]);
  for (const { start, end } of inside) cuts.add(start).add(end);
  const edges = [...cuts].sort((a, b) => a - b);
  return edges.slice(0, -1).map((start, index) => ({
    start,
    text: points.slice(start, edges[index + 1]).join(""),
    names: inside.filter((span) => span.start <= start && start < span.end).map((span) => span.name),
  }));
}

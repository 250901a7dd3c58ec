// Moving and zooming by pointer, touch and wheel. The page's own scrolling is never held: the wheel zooms with Ctrl only,
// and a finger moves the axis sideways only.

const SLIP = 4; // px that a click may move

/**
 * @param {HTMLElement} plot
 * @param {{zoom: (factor: number, at: number) => void, pan: (share: number) => void}} act shares of the plot's width
 * @returns {{dragged: boolean}} whether the last press moved the axis, and so was no click
 */
export function gestures(plot, { zoom, pan }) {
  const hand = { dragged: false };
  const pointers = new Map();
  const at = (event) => (event.clientX - plot.getBoundingClientRect().left) / plot.clientWidth;

  plot.addEventListener("wheel", (event) => {
    if (event.ctrlKey) zoom(event.deltaY > 0 ? 1.2 : 1 / 1.2, at(event));
    else if (Math.abs(event.deltaX) > Math.abs(event.deltaY)) pan(event.deltaX / plot.clientWidth);
    else return;
    event.preventDefault();
  }, { passive: false });
  plot.addEventListener("pointerdown", (event) => {
    pointers.set(event.pointerId, event.clientX);
    hand.dragged = false;
  });
  plot.addEventListener("pointermove", (event) => {
    if (!pointers.has(event.pointerId)) return;
    const before = [...pointers.values()];
    const by = event.clientX - pointers.get(event.pointerId);
    if (!hand.dragged && Math.abs(by) < SLIP) return;
    if (!hand.dragged) plot.setPointerCapture(event.pointerId);
    hand.dragged = true;
    pointers.set(event.pointerId, event.clientX);
    const [first, second] = [...pointers.values()];
    if (second === undefined) pan(-by / plot.clientWidth);
    else zoom(Math.abs(before[0] - before[1]) / Math.max(Math.abs(first - second), 8), at(event));
  });
  for (const end of ["pointerup", "pointercancel"]) plot.addEventListener(end, (event) => pointers.delete(event.pointerId));
  return hand;
}

// For pages that show /embed/timeline in an iframe: gives each such frame the height of what it holds.
//
// Put it anywhere in the page: <script type="module" src="https://your-dateline/static/dateline-embed.js"></script>
// A frame is changed only by a message from its own window, from this script's origin, and only in its height, kept
// between the attributes data-min-height and data-max-height of the frame (pixels, 120 and no limit by default).

const ORIGIN = new URL(import.meta.url).origin;

addEventListener("message", ({ data, origin, source }) => {
  if (origin !== ORIGIN || data?.type !== "dateline-height" || !Number.isFinite(data.height)) return;
  for (const frame of document.querySelectorAll("iframe")) {
    if (frame.contentWindow !== source) continue;
    const least = Number(frame.dataset.minHeight ?? 120);
    const most = Number(frame.dataset.maxHeight ?? Infinity);
    frame.style.height = `${Math.min(Math.max(data.height, least), most)}px`;
  }
});

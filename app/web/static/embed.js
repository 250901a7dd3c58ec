// The page at /embed/timeline: the timeline its own address asks for, and word to the page around it of how high it is.

import { asked, heading, ordered } from "./filters.js";
import "./dateline-timeline.js";

const query = asked(location.search);
const timeline = document.querySelector("dateline-timeline");
const address = (path, asking = query) => {
  const url = new URL(path, import.meta.url);
  url.search = String(asking);
  return url.href;
};

document.title = `${heading(query)} · Dateline`;
document.getElementById("heading").textContent = heading(query);
document.getElementById("full").href = address("../", ordered(query, "start"));
document.getElementById("csv").href = address("../v1/timeline.csv");
document.getElementById("ics").href = address("../v1/timeline.ics");
timeline.setAttribute("src", address("../v1/timeline"));

// dateline-embed.js in the page around reads this. The height is no secret, so any page may.
const report = () => {
  const height = Math.ceil(document.body.getBoundingClientRect().height);
  if (parent !== window) parent.postMessage({ type: "dateline-height", height }, "*");
};
new ResizeObserver(report).observe(document.body);

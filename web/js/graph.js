/* A graph that answers: arrow keys walk from point to point, a pointer finds the nearest, and what it says stands below.
   Every point carries its words in its <title>, so that nothing here needs to know what is drawn. */
const SVG = "http://www.w3.org/2000/svg";

for (const chart of document.querySelectorAll("[data-graph]")) {
  const frame = chart.querySelector(".scroll");
  const plot = frame.querySelector("svg.plot");
  const points = [...plot.querySelectorAll(".dot[data-point]")];
  const readout = chart.querySelector(".readout");
  if (points.length && readout) begin({ frame, plot, points, readout });
}

function begin({ frame, plot, points, readout }) {
  const ring = plot.appendChild(document.createElementNS(SVG, "circle"));
  ring.setAttribute("class", "here");
  ring.setAttribute("r", "9");
  ring.setAttribute("visibility", "hidden");
  let at = -1;

  function choose(next, follow) {
    at = Math.max(0, Math.min(points.length - 1, next));
    const [x, y] = place(points[at]);
    ring.setAttribute("cx", x);
    ring.setAttribute("cy", y);
    ring.setAttribute("visibility", "visible");
    readout.textContent = points[at].querySelector("title").textContent;
    if (follow) keepInView(frame, points[at]);
  }

  const steps = { ArrowRight: 1, ArrowLeft: -1, Home: -Infinity, End: Infinity };
  frame.addEventListener("keydown", (event) => {
    if (!(event.key in steps) || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const first = at < 0 && event.key !== "End";
    choose(first ? 0 : at + steps[event.key], true);
  });
  plot.addEventListener("pointermove", (event) => choose(nearest(points, plot, event), false));
  plot.addEventListener("click", (event) => choose(nearest(points, plot, event), false));
}

function place(point) {
  return [Number(point.getAttribute("cx")), Number(point.getAttribute("cy"))];
}

function nearest(points, plot, event) {
  const here = new DOMPoint(event.clientX, event.clientY).matrixTransform(plot.getScreenCTM().inverse());
  const away = points.map((point) => {
    const [x, y] = place(point);
    return Math.hypot(x - here.x, (y - here.y) / 4); // mostly by session: the column under the pointer
  });
  return away.indexOf(Math.min(...away));
}

function keepInView(frame, point) {
  const [box, seen] = [point.getBoundingClientRect(), frame.getBoundingClientRect()];
  if (box.left < seen.left + 24) frame.scrollLeft -= seen.left + 48 - box.left;
  if (box.right > seen.right - 24) frame.scrollLeft += box.right - seen.right + 48;
}

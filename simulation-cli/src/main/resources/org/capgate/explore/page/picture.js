// The panels as they are on the screen, as one picture on white paper.

const SVG = "http://www.w3.org/2000/svg";
const HEAD = 34;
const EDGE = 12;
const SCALE = 2;
const FONT = "'DejaVu Sans', 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";
const PAPER = {
  ".grid": {stroke: "#e4e4e4"},
  ".axis": {stroke: "#4d4d4d", fill: "none"},
  ".line": {fill: "none", "stroke-linejoin": "round"},
  ".band": {stroke: "none", "fill-opacity": 0.15},
  ".dose": {fill: "#1a1a1a"},
  "text": {fill: "#1a1a1a", "font-size": 12},
};

function make(name, attributes, parent) {
  const made = parent.appendChild(document.createElementNS(SVG, name));
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  return made;
}

function words(parent, text, x, y, attributes) {
  make("text", {x: x, y: y, fill: "#1a1a1a", "font-size": 12, ...attributes}, parent).textContent = text;
}

/** A copy that needs no style sheet. */
function onPaper(svg) {
  const copy = svg.cloneNode(true);
  for (const name of ["role", "tabindex", "class", "aria-label", "aria-hidden"]) {
    copy.removeAttribute(name);
  }
  copy.querySelectorAll(".cursor").forEach(line => line.remove());
  for (const [selector, attributes] of Object.entries(PAPER)) {
    for (const part of copy.querySelectorAll(selector)) {
      Object.entries(attributes).forEach(([key, value]) => part.setAttribute(key, value));
    }
  }
  for (const line of copy.querySelectorAll(".line, .band")) {
    line.setAttribute(line.matches(".band") ? "fill" : "stroke", line.style.getPropertyValue("--ink"));
    line.removeAttribute("style");
  }
  return copy;
}

/** @param charts on the screen, @param title above them, @param origin a line about where it comes from */
export function picture(charts, title, origin) {
  const all = charts.map(chart => chart.box.getBoundingClientRect());
  const left = Math.min(...all.map(box => box.left)) - EDGE;
  const top = Math.min(...all.map(box => box.top)) - HEAD;
  const width = Math.max(...all.map(box => box.right)) - left + EDGE;
  const height = Math.max(...all.map(box => box.bottom)) - top + EDGE;
  const root = document.createElementNS(SVG, "svg");
  for (const [key, value] of Object.entries({width, height, viewBox: [0, 0, width, height].join(" "), "font-family": FONT})) {
    root.setAttribute(key, value);
  }
  make("title", {}, root).textContent = title;
  make("desc", {}, root).textContent = origin;
  make("rect", {width, height, fill: "#fff"}, root);
  words(root, title, EDGE, 22, {"font-size": 15, "font-weight": 600});
  for (const chart of charts) {
    const heading = chart.title.getBoundingClientRect();
    words(root, chart.title.firstChild.textContent, heading.left - left, heading.bottom - top - 4, {"font-size": 14, "font-weight": 600});
    for (const item of chart.legend.children) {
      for (const part of [item.querySelector("svg"), item.querySelector("span")]) {
        const box = part.getBoundingClientRect();
        if (part.tagName === "SPAN") {
          words(root, part.textContent, box.left - left, box.bottom - top - 4, {});
        } else {
          place(onPaper(part), box, left, top, root);
        }
      }
    }
    place(onPaper(chart.svg), chart.svg.getBoundingClientRect(), left, top, root);
  }
  return {text: new XMLSerializer().serializeToString(root), width, height};
}

function place(svg, box, left, top, root) {
  for (const [key, value] of Object.entries({x: box.left - left, y: box.top - top, width: box.width, height: box.height})) {
    svg.setAttribute(key, value);
  }
  root.appendChild(svg);
}

/** The picture as a PNG at twice its size. */
export async function png({text, width, height}) {
  const address = URL.createObjectURL(new Blob([text], {type: "image/svg+xml"}));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = Object.assign(document.createElement("canvas"), {width: SCALE * width, height: SCALE * height});
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise(done => canvas.toBlob(done, "image/png"));
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** Hands a file to the browser. */
export function save(blob, name) {
  const link = Object.assign(document.createElement("a"), {href: URL.createObjectURL(blob), download: name});
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

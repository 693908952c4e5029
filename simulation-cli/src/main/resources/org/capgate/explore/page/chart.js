// One panel: axes, curves, dose marks, and a line at the time that is being read.
import {digits, range, timeTicks, timeText, valueAt, valueTicks} from "./scale.js";

const SVG = "http://www.w3.org/2000/svg";
const REFERENCE = ["#8c8c8c", "#767676"];
const DASHES = ["none", "none", "7 3", "9 3 2 3", "none", "4 2", "2 3"];
const LEFT = 44;
const RIGHT = 14;
const TOP = 14;
const BOTTOM = 38;

function element(name, attributes, parent) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key === "ink") { // a property, so that the style sheet can lighten it in the dark
      made.style.setProperty("--ink", value);
    } else {
      made.setAttribute(key, value);
    }
  }
  if (parent) {
    parent.appendChild(made);
  }
  return made;
}

function text(parent, words, attributes) {
  element("text", attributes, parent).textContent = words;
}

/** Looks of lines by name, the same in all panels and in saved figures. */
export class Looks {
  constructor(colours) {
    this.colours = colours;
    this.known = new Map();
  }

  learn(panels) {
    this.known.clear();
    let references = 0;
    let lines = 0;
    for (const line of panels.flatMap(panel => panel.lines)) {
      if (!this.known.has(line.name)) {
        const index = line.reference ? references++ : lines++;
        const isInhibitory = line.name.includes("inhibitory");
        const isUntreated = line.name === "untreated";
        this.known.set(line.name, {
          class: line.reference ? "line reference" : "line",
          ink: line.reference ? REFERENCE[isInhibitory ? 1 : 0] : this.colours[index % this.colours.length],
          "stroke-width": line.reference && !isUntreated ? 4 : 2,
          "stroke-dasharray": isUntreated ? "2 4" : line.reference ? (isInhibitory ? "7 3" : "none") : DASHES[index % DASHES.length],
        });
      }
    }
  }

  of(line) {
    return this.known.get(line.name);
  }
}

export class Chart {
  /** @param onRead called with hours, or null, when a time is pointed at */
  constructor(parent, looks, onRead) {
    this.looks = looks;
    this.onRead = onRead;
    this.box = document.createElement("div");
    this.box.className = "panel";
    const head = this.box.appendChild(document.createElement("div"));
    head.className = "head";
    this.title = head.appendChild(document.createElement("h2"));
    this.legend = head.appendChild(document.createElement("ul"));
    this.legend.className = "legend";
    this.svg = element("svg", {class: "chart", role: "img", tabindex: 0}, this.box);
    parent.appendChild(this.box);
    this.svg.addEventListener("pointermove", event => this.point(event.clientX));
    this.svg.addEventListener("pointerdown", event => this.point(event.clientX));
    this.svg.addEventListener("pointerleave", event => event.pointerType === "touch" || this.onRead(null)); // a finger leaves the value to be read
    this.svg.addEventListener("blur", () => this.onRead(null));
    this.svg.addEventListener("keydown", event => this.key(event));
  }

  /** @param areas where its lines lie over parameter sets or subjects: {name, bands: [{low, high}]}, the widest first */
  draw(panel, view, areas = []) {
    this.areas = areas;
    this.panel = panel;
    this.view = view;
    const width = Math.max(320, Math.round(this.box.clientWidth - 20));
    const height = Math.round(Math.min(260, Math.max(170, 0.5 * width)));
    this.area = {left: LEFT, right: width - RIGHT, top: TOP, bottom: height - BOTTOM};
    this.width = width;
    this.title.textContent = panel.quantity + " (" + panel.unit + ") ";
    this.at = this.title.appendChild(document.createElement("span"));
    this.at.className = "at";
    this.svg.replaceChildren();
    this.svg.setAttribute("viewBox", "0 0 " + width + " " + height);
    this.svg.setAttribute("aria-label", panel.quantity + " over time: " + panel.lines.map(line => line.name).join(", "));
    this.range = range(panel.lines.concat(areas.flatMap(area => area.bands.flatMap(band => [band.low, band.high]))));
    this.axes();
    this.bands();
    this.curves();
    this.doses();
    this.cursor = element("line", {class: "cursor", y1: this.area.top, y2: this.area.bottom, visibility: "hidden"}, this.svg);
    this.entries();
  }

  x(hours) {
    return this.area.left + hours / this.panel.endHours * (this.area.right - this.area.left);
  }

  y(value) {
    const [low, high] = this.range;
    return this.area.bottom - (value - low) / (high - low) * (this.area.bottom - this.area.top);
  }

  axes() {
    const {left, right, top, bottom} = this.area;
    const grid = element("g", {}, this.svg);
    for (const tick of valueTicks(this.range[0], this.range[1], 5)) {
      const y = this.y(tick.value).toFixed(1);
      element("line", {class: "grid", x1: left, x2: right, y1: y, y2: y}, grid);
      text(grid, tick.text, {x: left - 7, y: Number(y) + 4, "text-anchor": "end"});
    }
    const time = timeTicks(this.panel.endHours, Math.floor((right - left) / 42));
    for (const tick of time.ticks) {
      const x = this.x(tick.value / time.perHour).toFixed(1);
      element("line", {class: "grid", x1: x, x2: x, y1: top, y2: bottom}, grid);
      element("line", {class: "axis", x1: x, x2: x, y1: bottom, y2: bottom + 4}, grid);
      text(grid, tick.text, {x: x, y: bottom + 17, "text-anchor": "middle"});
    }
    element("path", {class: "axis", d: "M" + left + " " + top + "V" + bottom + "H" + right}, grid);
    text(grid, "Time (" + time.unit + ")", {x: (left + right) / 2, y: bottom + 34, "text-anchor": "middle"});
  }

  bands() {
    for (const area of this.areas) {
      const look = this.looks.of(area);
      for (const {low, high} of look ? area.bands : []) {
        const edge = line => line.hours.map((hours, i) => this.x(hours).toFixed(1) + " " + this.y(line.values[i]).toFixed(1));
        const path = "M" + edge(high).concat(edge(low).reverse()).join("L") + "Z";
        element("path", {class: look.class.replace("line", "band"), d: path, "data-band": area.name, ink: look.ink}, this.svg);
      }
    }
  }

  curves() {
    for (const line of this.panel.lines) {
      let path = "";
      for (let i = 0; i < line.hours.length; i++) {
        path += (i === 0 ? "M" : "L") + this.x(line.hours[i]).toFixed(1) + " " + this.y(line.values[i]).toFixed(1);
      }
      element("path", {d: path, "data-line": line.name, ...this.looks.of(line)}, this.svg);
    }
  }

  doses() {
    for (const hours of this.view.doseHours.filter(one => one <= this.panel.endHours)) {
      const x = this.x(hours);
      element("path", {class: "dose", d: "M" + (x - 4) + " 2h8l-4 8z"}, this.svg)
        .appendChild(element("title", {})).textContent = "dose at " + timeText(hours);
    }
  }

  entries() {
    this.legend.replaceChildren();
    this.values = this.panel.lines.map(line => {
      const item = this.legend.appendChild(document.createElement("li"));
      const sign = element("svg", {viewBox: "0 0 20 10", "aria-hidden": "true"}, item);
      element("line", {x1: 0, x2: 20, y1: 5, y2: 5, ...this.looks.of(line)}, sign);
      const name = item.appendChild(document.createElement("span"));
      name.textContent = line.name;
      name.title = line.name;
      return item.appendChild(document.createElement("b"));
    });
  }

  /** Shows the values at a time, or none. */
  read(hours) {
    if (!this.panel) {
      return;
    }
    const isShown = hours !== null && hours <= this.panel.endHours;
    this.cursor.setAttribute("visibility", isShown ? "visible" : "hidden");
    if (isShown) {
      this.cursor.setAttribute("x1", this.x(hours));
      this.cursor.setAttribute("x2", this.x(hours));
    }
    this.panel.lines.forEach((line, i) => {
      const value = isShown ? valueAt(line, hours) : NaN;
      this.values[i].textContent = Number.isFinite(value) ? digits(value) : "";
    });
    this.at.textContent = isShown ? "at " + timeText(hours) : "";
    this.hours = isShown ? hours : null;
  }

  point(clientX) {
    const box = this.svg.getBoundingClientRect();
    const x = (clientX - box.left) * this.width / box.width;
    const {left, right} = this.area;
    const part = Math.min(1, Math.max(0, (x - left) / (right - left)));
    this.onRead(part * this.panel.endHours);
  }

  key(event) {
    const step = {ArrowRight: 1, ArrowLeft: -1, PageUp: 10, PageDown: -10}[event.key];
    const end = this.panel.endHours;
    if (event.key === "Home" || event.key === "End") {
      this.onRead(event.key === "Home" ? 0 : end);
    } else if (step) {
      this.onRead(Math.min(end, Math.max(0, (this.hours || 0) + step * end / 168)));
    } else if (event.key === "Escape") {
      this.onRead(null);
    } else {
      return;
    }
    event.preventDefault();
  }
}

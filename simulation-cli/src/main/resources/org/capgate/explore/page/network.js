// A tab: a network in which a share of one class of neurons lost its switch.
import {Chart, Looks} from "./chart.js";
import {Feed} from "./feed.js";
import {digits, valueAt} from "./scale.js";

const byId = id => document.getElementById(id);

export class NetworkTab {
  /** @param current the query of the controls */
  constructor(colours, current) {
    this.current = current;
    this.looks = new Looks(colours);
    this.chart = new Chart(byId("network-chart"), this.looks, hours => this.chart.read(hours));
    this.feed = new Feed("network", answer => this.show(answer), problem => this.say(problem, true));
    byId("lost").addEventListener("input", () => this.update());
    byId("lost-in").addEventListener("change", () => this.update());
  }

  /** Asks for what the controls say, where the tab is open. */
  update() {
    byId("lost-value").textContent = byId("lost").value + " %";
    if (!byId("network").hidden) {
      this.say("Simulating …", true);
      const own = "lost=" + byId("lost").value + "&lost-in=" + byId("lost-in").value;
      this.feed.ask([this.current(), own].filter(part => part).join("&"));
    }
  }

  say(words, isStale) {
    byId("network-state").textContent = words;
    byId("network-chart").classList.toggle("stale", isStale);
  }

  show(answer) {
    this.answer = answer;
    const [intact, own] = answer.panel.lines;
    const at = Math.min(24, answer.panel.endHours);
    const rise = line => digits(valueAt(line, at) - valueAt(line, 0));
    this.say("Mood rises by " + rise(own) + " within " + at + " h; where every neuron has 4E-BP2, by " + rise(intact) + ".", false);
    this.draw();
  }

  draw() {
    if (this.answer && !byId("network").hidden) {
      this.looks.learn([this.answer.panel]);
      this.chart.draw(this.answer.panel, this.answer);
      this.chart.read(null);
    }
  }
}

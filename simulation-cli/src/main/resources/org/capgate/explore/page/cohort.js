// A tab: subjects that differ from each other, some more at a time.
import {Chart, Looks} from "./chart.js";
import {Later} from "./later.js";

const byId = id => document.getElementById(id);
const SLIDERS = ["bodies", "brains"];

export class CohortTab {
  /** @param current the query of the controls */
  constructor(choices, current) {
    this.current = current;
    this.looks = new Looks(choices.colours);
    this.chart = new Chart(byId("cohort-chart"), this.looks, hours => this.chart.read(hours));
    this.later = new Later("cohort", "subjects", choices.subjects, answer => this.show(answer), problem => this.fail(problem));
    byId("cohort-progress").max = choices.subjects;
    SLIDERS.forEach(id => byId(id).addEventListener("input", () => this.update()));
  }

  /** Asks for what the controls say, where the tab is open. */
  update() {
    SLIDERS.forEach(id => byId(id + "-value").textContent = byId(id).value + " %");
    this.later.drop();
    if (!byId("cohort").hidden) {
      this.say("Simulating …", true, 0);
      const own = SLIDERS.map(id => id + "=" + byId(id).value).join("&");
      this.later.ask([this.current(), own].filter(part => part).join("&"));
    }
  }

  fail(problem) {
    this.say(problem ? "Not simulated: " + problem + "." : "The explorer does not answer; is ./capgate explore still running?", true, 0);
  }

  say(words, isStale, done) {
    byId("cohort-state").textContent = words;
    byId("cohort-progress").value = done;
    byId("cohort-chart").classList.toggle("stale", isStale);
  }

  show(answer) {
    this.answer = answer;
    const failed = answer.failed > 0 ? " " + answer.failed + " more have no solution." : "";
    this.say(answer.sentence + failed, false, Math.min(answer.subjects, answer.of));
    this.draw();
  }

  draw() {
    if (this.answer && !byId("cohort").hidden) {
      this.looks.learn([this.answer.panel]);
      this.chart.draw(this.answer.panel, this.answer, this.answer.areas);
      this.chart.read(null);
    }
  }
}

// The page: controls on the left, curves on the right, the view in the address.
import {Chart, Looks} from "./chart.js";
import {Controls} from "./controls.js";
import {Feed} from "./feed.js";
import {endings, summary} from "./summary.js";

const byId = id => document.getElementById(id);
const charts = [];
let shown = null;
let readHours = null;

function say(message) {
  byId("message").textContent = message;
  byId("message").hidden = message === "";
}

function read(hours) {
  readHours = hours;
  charts.forEach(chart => chart.read(hours));
}

function draw(looks) {
  const panels = shown.panels;
  looks.learn(panels);
  while (charts.length > panels.length) {
    charts.pop().box.remove();
  }
  while (charts.length < panels.length) {
    charts.push(new Chart(byId("charts"), looks, read));
  }
  charts.forEach((chart, i) => chart.draw(panels[i], shown));
  read(readHours);
}

/** Offers only the files there are: no table where a solution ends early, no picture where there is none. */
function offer(hasPicture, hasTable) {
  byId("save-png").hidden = !hasPicture;
  byId("save-svg").hidden = !hasPicture;
  byId("save-csv").hidden = !hasTable;
}

async function start() {
  const response = await fetch("choices");
  const choices = await response.json();
  const looks = new Looks(choices.colours);
  const feed = new Feed((answer, timing) => {
    shown = answer;
    byId("charts").classList.remove("stale");
    draw(looks);
    byId("charts").dataset.query = answer.query;
    byId("charts").dataset.timing = timing;
    byId("summary").textContent = summary(answer);
    say(endings(answer));
    offer(true, !answer.ending && !answer.wildTypeEnding);
  }, message => {
    byId("charts").classList.add("stale");
    offer(false, false);
    say(message);
  });
  const controls = new Controls(choices, () => update());

  function update() {
    const query = controls.query();
    history.replaceState(null, "", query ? "?" + query : location.pathname);
    for (const ending of ["png", "svg", "csv", "yaml"]) {
      byId("save-" + ending).href = "save." + ending + (query ? "?" + query : "");
    }
    feed.ask(query);
  }

  controls.show(location.search);
  update();
  window.addEventListener("resize", () => shown && draw(looks));
}

start().catch(() => say("The explorer does not answer; is ./capgate explore still running?"));

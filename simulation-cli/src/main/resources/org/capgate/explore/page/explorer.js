// The page: controls on the left, curves on the right, all of it in the address.
import {Chart, Looks} from "./chart.js";
import {Beside} from "./beside.js";
import {Controls} from "./controls.js";
import {Feed} from "./feed.js";
import {picture, png, save} from "./picture.js";
import {CohortTab} from "./cohort.js";
import {Later} from "./later.js";
import {NetworkTab} from "./network.js";
import {Tabs} from "./tabs.js";
import {endings, summary} from "./summary.js";

const byId = id => document.getElementById(id);
const SAVED = ["png", "svg", "csv", "yaml"];
const charts = [];
let shown = null;
let readHours = null;
let linkMistake = "";
let areas = [];

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
  charts.forEach((chart, i) => chart.draw(panels[i], shown, areas.filter(area => area.panel === i)));
  read(readHours);
}

/** Saves what is shown, and offers only the files there are: no table where a solution ends early. */
function offer() {
  for (const ending of SAVED) {
    const link = byId("save-" + ending);
    link.hidden = !shown || (ending === "csv" && (shown.ending || shown.wildTypeEnding));
    if (link.tagName === "A") {
      link.href = "save." + ending + (shown && shown.query ? "?" + shown.query : "");
    }
  }
}

let whyTimer = 0;
let bands = null;

/** Says why mood changed, once nothing has been changed for a moment. */
function why(query) {
  clearTimeout(whyTimer);
  byId("why").textContent = "";
  whyTimer = setTimeout(async () => {
    const response = await fetch("why" + (query ? "?" + query : "")).catch(() => null);
    const text = response && response.ok ? (await response.text()).trim() : "";
    if (shown && shown.query === query && !byId("charts").classList.contains("stale")) {
      byId("why").textContent = text;
    }
  }, 400);
}

/** Says what the parameter sets say that are known so far. */
function known(answer) {
  areas = answer.areas;
  byId("bands").textContent = answer.verdict + " Shaded: half and 90 % of " + Math.min(answer.sets, answer.of) + " sets; lines: the shipped set.";
}

function forgetBands() {
  areas = [];
  byId("bands").textContent = "";
}

/** Marks the curves as those of an earlier choice, and says why. */
function stale(reason) {
  byId("charts").classList.add("stale");
  bands?.drop();
  clearTimeout(whyTimer);
  byId("why").textContent = "";
  const still = shown ? "The curves are still those of: " + shown.genotype + ", " + shown.treatment + "." : "";
  byId("summary").textContent = still || "There are no curves to show.";
  say(reason);
}

async function start() {
  byId("summary").textContent = "Loading …";
  offer();
  const response = await fetch("choices", {signal: AbortSignal.timeout(20000)});
  if (!response.ok) {
    throw new Error(await response.text());
  }
  const choices = await response.json();
  const looks = new Looks(choices.colours);
  const feed = new Feed("curves", (answer, timing) => {
    shown = answer;
    forgetBands();
    bands.ask(answer.query);
    byId("charts").classList.remove("stale");
    draw(looks);
    byId("charts").dataset.query = answer.query;
    byId("charts").dataset.timing = timing;
    byId("summary").textContent = summary(answer);
    controls.accept();
    say([linkMistake, endings(answer)].filter(said => said).join(" "));
    offer();
    why(answer.query);
  }, message => stale(controls.refuse(message) || message));
  const controls = new Controls(choices, changed);
  const beside = new Beside(choices, () => controls.query(), changed, bring);

  const drawn = () => picture(charts, shown.genotype + ": " + shown.treatment,
    "CapGate " + choices.version + ", explorer" + (shown.query ? "?" + shown.query : "") + choices.options);
  byId("save-svg").addEventListener("click", () => save(new Blob([drawn().text], {type: "image/svg+xml"}), "capgate-explored.svg"));
  byId("save-png").addEventListener("click", async () => save(await png(drawn()), "capgate-explored.png"));

  bands = new Later("bands", "sets", choices.sets, (answer, query) => {
    if (shown && shown.query === query) {
      known(answer);
      draw(looks);
    }
  }, problem => {
    byId("bands").textContent = problem ? "No bands: " + problem + "." : "";
  });

  const tabs = {"tab-field": "field", "tab-network": "network", "tab-cohort": "cohort"};
  const cohort = new CohortTab(choices, () => controls.query());
  const network = new NetworkTab(choices.colours, () => controls.query());

  function query() {
    return [controls.query(), beside.query()].filter(part => part).join("&");
  }

  function changed(mistake) {
    linkMistake = "";
    if (mistake) {
      feed.forget();
      stale(mistake);
      return;
    }
    history.replaceState(null, "", query() ? "?" + query() : location.pathname);
    beside.mark(query());
    bands.drop();
    feed.ask(query());
    network.update();
    cohort.update();
  }

  /** Shows what a query asks for, without taking it into the address where it says the same. */
  function bring(newQuery) {
    controls.show(newQuery);
    beside.show(newQuery);
    changed();
  }

  new Tabs(tabs, panel => {
    network.update();
    cohort.update();
    if (panel === "field" && shown) {
      draw(looks);
    }
  });

  const linked = location.search.slice(1);
  const mistake = linked ? await feed.complaint(linked) : "";
  if (mistake) {
    controls.show("");
    beside.show("");
    beside.mark("");
    linkMistake = "The link has a mistake: " + mistake + ". Shown is the usual experiment instead.";
    feed.ask("");
  } else {
    bring(linked);
  }
  window.addEventListener("resize", () => {
    network.draw();
    cohort.draw();
    if (shown && !byId("field").hidden) {
      draw(looks);
    }
  });
}

start().catch(() => stale("The explorer does not answer; is ./capgate explore still running?"));

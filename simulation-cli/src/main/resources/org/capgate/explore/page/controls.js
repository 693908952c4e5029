// The form: offers what the server knows, and turns into the query of an address and back.

const INFUSIONS = [[0, "at once"], [0.25, "15 min"], [0.7, "40 min"], [1, "1 h"], [2, "2 h"], [6, "6 h"], [24, "24 h"]];
const INTERVALS = [[6, "6 h"], [12, "12 h"], [24, "day"], [48, "2 days"], [72, "3 days"], [84, "3.5 days"], [168, "week"]];
const DAYS = [[0.25, "6 hours"], [1, "1 day"], [3, "3 days"], [7, "7 days"], [14, "14 days"], [28, "28 days"], [42, "42 days"]];
const SLIDER_END = {"mg/kg": 50, mg: 200, nmol: 500};

const byId = id => document.getElementById(id);

function offer(select, pairs) {
  select.replaceChildren(...pairs.map(([value, label]) => new Option(label, value)));
}

/** Chooses a value, adding it to what is offered when a link brought one that is not. */
function choose(select, value, label) {
  const known = [...select.options].find(option => option.value === value || Number(option.value) === Number(value));
  if (!known) {
    select.add(new Option(label || value, value));
  }
  select.value = known ? known.value : value;
}

export class Controls {
  constructor(choices, onChange) {
    this.choices = choices;
    this.onChange = onChange;
    offer(byId("species"), Object.keys(choices.species).map(word => [word, word]));
    offer(byId("stress"), choices.stress.map(word => [word, word]));
    offer(byId("unit"), choices.units.map(word => [word, word]));
    offer(byId("infusion-hours"), INFUSIONS);
    offer(byId("every-hours"), INTERVALS);
    offer(byId("days"), DAYS);
    this.addProteins();
    byId("controls").addEventListener("input", event => this.input(event));
    byId("controls").addEventListener("submit", event => event.preventDefault());
    for (const name of Object.keys(choices.usual)) {
      this.mistakeOf(byId(name));
    }
    byId("wild-type").addEventListener("click", () => this.reset());
  }

  addProteins() {
    let cells = "";
    for (const protein of this.choices.proteins) {
      if (protein.cells !== cells) {
        cells = protein.cells;
        const heading = byId("genotype").appendChild(document.createElement("p"));
        heading.className = "cells " + cells;
        heading.textContent = cells + " neurons";
      }
      const row = byId("genotype").appendChild(document.createElement("div"));
      row.className = "slider";
      const label = row.appendChild(document.createElement("label"));
      label.htmlFor = protein.name;
      label.textContent = protein.protein;
      const slider = row.appendChild(document.createElement("input"));
      Object.assign(slider, {type: "range", id: protein.name, name: protein.name, step: "any",
        min: this.choices.bounds.percent[0], max: this.choices.bounds.percent[1]});
      slider.step = 1;
      slider.setAttribute("aria-label", protein.protein + " in " + protein.cells + " neurons, percent of the wild type");
      const value = row.appendChild(document.createElement("output"));
      value.htmlFor = protein.name;
      value.id = protein.name + "-value";
    }
  }

  /** Compounds of the species, routes of the compound; what is chosen stays if it can. */
  fill(compound, route) {
    const compounds = this.choices.species[byId("species").value];
    offer(byId("compound"), Object.keys(compounds).map(name => [name, name]));
    byId("compound").value = compound in compounds ? compound : "ketamine" in compounds ? "ketamine" : Object.keys(compounds)[0];
    const routes = compounds[byId("compound").value];
    offer(byId("route"), routes.map(word => [word, word]));
    byId("route").value = routes.includes(route) ? route : routes[0];
  }

  /** Shows what a query says. */
  show(query) {
    const given = new URLSearchParams(query);
    const value = name => given.get(name) || this.choices.usual[name];
    byId("species").value = value("species");
    byId("stress").value = value("stress");
    this.fill(value("compound"), value("route"));
    for (const name of ["unit", "infusion-hours", "every-hours", "days"]) {
      choose(byId(name), value(name));
    }
    for (const name of ["dose", "doses", ...this.choices.proteins.map(protein => protein.name)]) {
      byId(name).value = value(name);
    }
    this.readOut();
  }

  /** The query of what is shown, without what is usual. */
  query() {
    const parts = [];
    for (const [name, usual] of Object.entries(this.choices.usual)) {
      const value = byId(name).value;
      if (value !== "" && value !== usual) {
        parts.push(name + "=" + encodeURIComponent(value));
      }
    }
    return parts.join("&");
  }

  input(event) {
    const changed = event.target.id;
    if (changed === "dose-slider") {
      byId("dose").value = byId("dose-slider").value;
    }
    if (changed === "species") {
      this.usualTreatment();
    }
    if (changed === "species" || changed === "compound") {
      this.fill(byId("compound").value, byId("route").value);
    }
    this.readOut();
    this.accept();
    const mistake = this.doseMistake();
    this.onChange(mistake && this.mark("dose", mistake));
  }

  /** What is wrong with the dose, the only value that is typed; empty when nothing is. */
  doseMistake() {
    const {validity, value} = byId("dose");
    const [low, high] = this.choices.bounds.dose;
    const bounds = "must be a number from " + low + " to " + high;
    if (validity.badInput || value === "") {
      return bounds;
    }
    return validity.valid ? "" : bounds + ", but is " + value.replace("-", "\u2212");
  }

  /** A line beside a control that is empty until its value is refused. */
  mistakeOf(control) {
    const line = document.createElement("p");
    line.className = "mistake";
    line.id = control.id + "-mistake";
    line.hidden = true;
    (control.closest(".slider") || control.closest("label") || control).after(line);
    control.setAttribute("aria-describedby", line.id);
  }

  /** Says beside a field what is wrong with it; returns the whole sentence. */
  mark(name, mistake) {
    const line = byId(name + "-mistake");
    const sentence = name.replaceAll("-", " ") + " " + mistake;
    line.textContent = sentence;
    line.hidden = false;
    byId(name).setAttribute("aria-invalid", "true");
    return "Not drawn: " + sentence + ".";
  }

  /** Finds the field a refusal of the server begins with, as in "dose: must be ..". */
  refuse(message) {
    const [, name, mistake] = /^([a-z0-9-]+): (.*)$/.exec(message) || [];
    return name in this.choices.usual ? this.mark(name, mistake) : "";
  }

  /** Nothing is wrong any more. */
  accept() {
    for (const name of Object.keys(this.choices.usual)) {
      byId(name + "-mistake").hidden = true;
      byId(name).removeAttribute("aria-invalid");
    }
  }

  /** Milligrams that suit the species: a mouse gets ten times what a human gets. */
  usualTreatment() {
    const isHuman = byId("species").value === "human";
    byId("dose").value = isHuman ? 0.5 : 10;
    byId("unit").value = "mg/kg";
    byId("route").value = isHuman ? "iv" : "ip";
    choose(byId("infusion-hours"), isHuman ? "0.7" : "0");
    this.fill(byId("compound").value, isHuman ? "iv" : "ip");
  }

  reset() {
    for (const protein of this.choices.proteins) {
      byId(protein.name).value = 100;
    }
    this.readOut();
    this.onChange(this.doseMistake() && this.mark("dose", this.doseMistake()));
  }

  readOut() {
    for (const protein of this.choices.proteins) {
      byId(protein.name + "-value").textContent = byId(protein.name).value + " %";
    }
    byId("doses-value").textContent = byId("doses").value;
    byId("every-hours").disabled = byId("doses").value === "1";
    const slider = byId("dose-slider");
    slider.max = SLIDER_END[byId("unit").value];
    slider.step = byId("species").value === "human" && byId("unit").value === "mg/kg" ? 0.1 : 0.5;
    if (byId("dose").validity.valid) {
      slider.value = byId("dose").value;
    }
  }
}

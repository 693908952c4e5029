// What the choice is compared with: pinned curves and the untreated line; and the presets, which set all of it.

const byId = id => document.getElementById(id);

export class Beside {
  /** @param current the query of the controls, @param onChange after a change, @param onPreset called with its query */
  constructor(choices, current, onChange, onPreset) {
    this.mostPins = choices.mostPins;
    this.onChange = onChange;
    this.pins = [];
    this.presets = choices.presets.map(preset => {
      const button = byId("presets").appendChild(document.createElement("button"));
      button.type = "button";
      button.textContent = preset.label;
      button.addEventListener("click", () => onPreset(preset.query));
      return {button, query: preset.query};
    });
    byId("untreated").addEventListener("click", () => {
      this.untreated(byId("untreated").getAttribute("aria-pressed") !== "true");
      onChange();
    });
    byId("pin").addEventListener("click", () => {
      this.pins.push(current());
      this.list();
      onChange();
    });
  }

  untreated(isShown) {
    byId("untreated").setAttribute("aria-pressed", String(isShown));
  }

  list() {
    byId("pins").replaceChildren(...this.pins.map((pin, i) => {
      const item = document.createElement("li");
      const button = item.appendChild(document.createElement("button"));
      button.type = "button";
      button.textContent = "Remove pin " + (i + 1);
      button.addEventListener("click", () => {
        this.pins.splice(i, 1);
        this.list();
        byId("pin").focus();
        this.onChange();
      });
      return item;
    }));
    byId("pin").disabled = this.pins.length >= this.mostPins;
  }

  show(query) {
    const given = new URLSearchParams(query);
    this.untreated(given.get("untreated") === "shown");
    this.pins = [];
    for (let i = 1; i <= this.mostPins; i++) {
      if (given.has("pin-" + i)) {
        this.pins.push(given.get("pin-" + i));
      }
    }
    this.list();
  }

  query() {
    const parts = byId("untreated").getAttribute("aria-pressed") === "true" ? ["untreated=shown"] : [];
    this.pins.forEach((pin, i) => parts.push("pin-" + (i + 1) + "=" + encodeURIComponent(pin)));
    return parts.join("&");
  }

  /** Marks the preset that is shown, if any is. */
  mark(query) {
    for (const preset of this.presets) {
      preset.button.setAttribute("aria-pressed", String(preset.query === query));
    }
  }
}

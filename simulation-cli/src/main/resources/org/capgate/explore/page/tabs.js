// The tabs above the curves: one is open, and the arrow keys go round.

const byId = id => document.getElementById(id);

export class Tabs {
  /** @param panels the id of the panel of each tab, by id, @param onOpen called with the id of the panel */
  constructor(panels, onOpen) {
    this.panels = panels;
    this.onOpen = onOpen;
    const tabs = Object.keys(panels);
    tabs.forEach((tab, i) => {
      byId(tab).addEventListener("click", () => this.open(tab));
      byId(tab).addEventListener("keydown", event => {
        const step = {ArrowRight: 1, ArrowLeft: tabs.length - 1}[event.key];
        if (step) {
          const next = tabs[(i + step) % tabs.length];
          byId(next).focus();
          this.open(next);
          event.preventDefault();
        }
      });
    });
  }

  open(chosen) {
    for (const [tab, panel] of Object.entries(this.panels)) {
      byId(tab).setAttribute("aria-selected", String(tab === chosen));
      byId(tab).tabIndex = tab === chosen ? 0 : -1;
      byId(panel).hidden = tab !== chosen;
    }
    this.onOpen(this.panels[chosen]);
  }
}

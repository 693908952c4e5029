// Asks the server for curves: one request at a time, and of what was asked meanwhile only the newest.

export class Feed {
  /** @param onCurves called with the newest answer, @param onFailure with a line of text */
  constructor(onCurves, onFailure) {
    this.onCurves = onCurves;
    this.onFailure = onFailure;
    this.isBusy = false;
    this.next = null;
  }

  ask(query) {
    this.next = query;
    if (!this.isBusy) {
      this.run();
    }
  }

  async run() {
    this.isBusy = true;
    while (this.next !== null) {
      const query = this.next;
      this.next = null;
      try {
        const response = await fetch("curves" + (query ? "?" + query : ""));
        if (response.ok) {
          this.onCurves(await response.json(), response.headers.get("Server-Timing") || "");
        } else if (response.status === 503 && this.next === null) {
          await new Promise(done => setTimeout(done, 500));
          this.next = this.next === null ? query : this.next;
        } else {
          this.onFailure((await response.text()).trim());
        }
      } catch (problem) {
        this.onFailure("The explorer does not answer; is ./capgate explore still running?");
      }
    }
    this.isBusy = false;
  }
}

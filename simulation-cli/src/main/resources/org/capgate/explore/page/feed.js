// Asks the server for curves: one request at a time, and of what was asked meanwhile only the newest.

const PATIENCE_MILLISECONDS = 35000;
const PAUSE_MILLISECONDS = 500;
const MOST_PAUSES = 40;
const SILENT = "The explorer does not answer; is ./capgate explore still running?";

function get(path, query) {
  return fetch(path + (query ? "?" + query : ""), {signal: AbortSignal.timeout(PATIENCE_MILLISECONDS)});
}

export class Feed {
  /** @param path of the server that answers, @param onCurves called with the newest answer, @param onFailure with a line of text */
  constructor(path, onCurves, onFailure) {
    this.path = path;
    this.onCurves = onCurves;
    this.onFailure = onFailure;
    this.isBusy = false;
    this.next = null;
    this.wanted = 0;
  }

  ask(query) {
    this.next = query;
    this.wanted++;
    if (!this.isBusy) {
      this.run();
    }
  }

  /** Draws nothing that was asked for before. */
  forget() {
    this.next = null;
    this.wanted++;
  }

  /** What is wrong with a query; empty when nothing is. */
  async complaint(query) {
    const response = await get(this.path, query);
    return response.status === 400 ? (await response.text()).trim() : "";
  }

  async run() {
    this.isBusy = true;
    let pauses = 0;
    while (this.next !== null) {
      const query = this.next;
      const asked = this.wanted;
      this.next = null;
      try {
        const response = await get(this.path, query);
        const isNewest = asked === this.wanted;
        if (response.ok) {
          const answer = await response.json();
          if (isNewest || this.next !== null) { // while a slider moves, each answer is drawn
            this.onCurves(answer, response.headers.get("Server-Timing") || "");
          }
        } else if (response.status === 503 && pauses < MOST_PAUSES) {
          pauses++;
          await new Promise(done => setTimeout(done, PAUSE_MILLISECONDS));
          this.next = this.next === null && isNewest ? query : this.next;
        } else if (isNewest) {
          this.onFailure((await response.text()).trim());
        }
      } catch (problem) {
        if (asked === this.wanted) {
          this.onFailure(SILENT);
        }
      }
    }
    this.isBusy = false;
  }
}

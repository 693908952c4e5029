// What takes longer than a curve: asked for in growing parts once nothing has changed for a moment, and dropped when something does.

const REST_MILLISECONDS = 300;
const FIRST_PART = 10;

export class Later {
  /** @param path of the server that answers, @param unit the name of what is counted, @param most of it, @param onPart called with each answer */
  constructor(path, unit, most, onPart, onFailure) {
    Object.assign(this, {path, unit, most, onPart, onFailure, timer: 0});
    this.running = new AbortController();
  }

  /** Asks for a query from the first part on; nothing of what was asked before is shown any more. */
  ask(query) {
    this.drop();
    if (this.most > 0) {
      this.running = new AbortController();
      const {signal} = this.running;
      this.timer = setTimeout(() => this.run(query, signal), REST_MILLISECONDS);
    }
  }

  drop() {
    clearTimeout(this.timer);
    this.running.abort();
  }

  async run(query, signal) {
    let part = Math.min(FIRST_PART, this.most);
    try {
      for (;;) {
        const response = await fetch(this.path + "?" + (query ? query + "&" : "") + this.unit + "=" + part, {signal});
        if (response.status === 503) {
          await new Promise(done => setTimeout(done, REST_MILLISECONDS));
        } else if (!response.ok) {
          const message = (await response.text()).trim();
          return signal.aborted || this.onFailure(message);
        } else {
          const answer = await response.json();
          if (signal.aborted) {
            return null;
          }
          this.onPart(answer, query);
          if (part >= this.most) {
            return null;
          }
          part = Math.min(2 * part, this.most);
        }
        if (signal.aborted) {
          return null;
        }
      }
    } catch (problem) {
      return signal.aborted || this.onFailure("");
    }
  }
}

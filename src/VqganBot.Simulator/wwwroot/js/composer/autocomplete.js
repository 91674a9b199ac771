const Pause = 220;

/** Asks the bot for suggestions when the typing pauses; answers that come too late for what stands there now are dropped. */
export class Autocomplete {
  #timer = 0;
  #turn = 0;

  constructor(connection) { this.connection = connection; }

  /** Calls back with {choices} or {error}; `quick` asks without a pause, as when the option is entered. */
  ask(request, answer, quick = false) {
    const turn = this.cancel();
    this.#timer = setTimeout(async () => {
      const result = await this.connection.ask({ op: 'suggest', ...request() });
      if (turn === this.#turn) answer(result);
    }, quick ? 0 : Pause);
  }

  cancel() {
    clearTimeout(this.#timer);
    return ++this.#turn;
  }
}

import { h, replace } from '../ui/dom.js';
import { icon } from '../ui/icons.js';

const Faults = [
  ['drop', 'Cut the gateway'], ['freeze', 'Half-open socket'],
  ['reconnect', 'Ask to reconnect'], ['invalidate', 'Invalid session'],
  ['duplicate', 'Double next event'], ['slow', 'Slow answers'],
  ['errors', 'Three 502s'], ['limits', 'Storm of 429s'],
  ['expire', 'Expire tokens'],
];

const Kept = 200;

const Moves = [[60, '+1 minute'], [900, '+15 minutes'], [3600, '+1 hour'], [86400, '+1 day']];

/** What goes wrong on purpose, the clock, and what passes between bot and simulator. */
export class DeveloperTools {
  constructor(connection, drawers) {
    this.connection = connection;
    this.last = 0;
    setInterval(() => this.#look(), 1000);
    this.pane = document.getElementById('developer');
    this.counts = h('dl');
    this.log = h('ol.log', { tabIndex: 0, 'aria-label': 'Requests of the bot, the newest first' });
    this.said = h('p.said', { role: 'status' });
    const close = h('button.tool', { type: 'button', 'aria-label': 'Close the developer tools', onclick: () => drawers.toggleDeveloper(document.querySelector('.top [title="Developer tools"]')) }, icon('close'));
    replace(this.pane,
      h('header', null, h('h2', null, 'Developer tools'), close),
      h('p', null, 'Let something go wrong and see what the bot makes of it.'),
      h('h3', null, 'Faults'), h('div.knobs', null, Faults.map(([kind, label]) => this.#knob(label, { op: 'fault', kind }))),
      h('h3', null, 'Clock of the simulator'), h('div.knobs', null, Moves.map(([seconds, label]) => this.#knob(label, { op: 'clock', seconds }))),
      this.said,
      h('h3', null, 'Traffic'), this.counts, h('h3', null, 'Requests'), this.log);
  }

  async #look() {
    if (this.pane.hidden) return;
    const { counts, requests, error } = await this.connection.ask({ op: 'traffic', since: this.last });
    if (error) return;
    replace(this.counts, Object.entries(counts).map(([name, count]) => [h('dt', null, name), h('dd', null, count)]));
    this.last = requests.at(-1)?.number ?? this.last;
    this.log.prepend(...requests.map(request => this.#request(request)).reverse());
    while (this.log.childElementCount > Kept) this.log.lastChild.remove();
  }

  #request({ method, path, status, ms }) {
    return h('li', null, h(`b${status >= 400 ? '.bad' : ''}`, null, status), h('span', null, `${method} ${path}`), h('span.took', null, `${Math.round(ms)} ms`));
  }

  #knob(label, message) {
    return h('button.press.secondary', {
      type: 'button',
      onclick: async () => {
        const { error, done } = await this.connection.ask(message);
        this.said.textContent = error ?? done;
      },
    }, label);
  }
}

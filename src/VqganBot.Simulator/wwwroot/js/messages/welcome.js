import { h, replace } from '../ui/dom.js';
import { icon } from '../ui/icons.js';
import { isDirect } from '../channel/sidebar.js';

const Tries = [
  ['imagine', { prompt: 'chicken surf' }],
  ['imagine', { prompt: 'a lighthouse in a storm', style: 'ink drawing' }],
  ['status', {}],
];

/** The beginning of a channel, and what one could type first. */
export class Welcome {
  constructor(store, composer) {
    this.store = store;
    this.composer = composer;
    this.pane = document.querySelector('.welcome');
    for (const type of ['world', 'channel', 'commands']) store.addEventListener(type, () => this.draw());
  }

  draw() {
    const { here, bot, commands } = this.store;
    const tries = Tries.filter(([name]) => commands.some(command => command.name === name));
    replace(this.pane,
      h('div.sign', null, icon(isDirect(here) ? 'at' : 'hash', 38)),
      h('h3', null, isDirect(here) ? bot.user.global_name : `Welcome to #${here.name}`),
      h('p', null, isDirect(here)
        ? 'Direct messages: what you paint here, nobody else sees.'
        : 'A Discord of your own, on this machine. Whatever the bot does in a real server it does here: type a slash and see what it knows.'),
      tries.length > 0 && h('div.tries', { role: 'group', 'aria-label': 'Try one' }, tries.map(([name, values]) =>
        h('button', { type: 'button', onclick: () => this.composer().useCommand(name, values) },
          h('b', null, `/${name}`), ...Object.entries(values).map(([option, value]) => ` ${option}: ${value}`)))));
  }
}

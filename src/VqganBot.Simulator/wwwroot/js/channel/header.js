import { h, replace } from '../ui/dom.js';
import { icon } from '../ui/icons.js';
import { isDirect } from './sidebar.js';
import { isDark, toggleTheme } from '../ui/colours.js';

const Topics = {
  paintings: 'Type /imagine and watch a picture form',
  gallery: 'What came out well',
  'after-dark': 'Age-restricted: words are less guarded here',
};

/** The line over the messages. */
export class Header {
  constructor(store, drawers) {
    this.store = store;
    this.drawers = drawers;
    this.top = document.querySelector('.top');
    this.title = h('h2');
    this.topic = h('p.topic');
    this.theme = this.#tool('sun', '', () => { toggleTheme(); this.#drawTheme(); });
    this.people = this.#tool('people', 'Members', () => this.people.setAttribute('aria-pressed', String(drawers.toggleMembers(this.people))));
    this.people.setAttribute('aria-pressed', String(!matchMedia('(max-width: 1080px)').matches));
    this.tools = this.#tool('tools', 'Developer tools', () => this.#developer());
    this.tools.classList.add('only-wide');
    const menu = this.#tool('menu', 'Channels and who you are', () => drawers.openChannels(menu));
    menu.classList.add('only-narrow');
    replace(this.top, menu, this.title, this.topic, this.tools, this.theme, this.people);
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.#drawTheme());
    this.#drawTheme();
    for (const type of ['world', 'channel']) store.addEventListener(type, () => this.draw());
  }

  draw() {
    const { here, bot } = this.store;
    const name = isDirect(here) ? bot.user.global_name : here.name;
    replace(this.title, icon(isDirect(here) ? 'at' : 'hash', 20), h('span', null, name), here.nsfw && h('span.adult', { title: 'Age-restricted' }, '18+'));
    this.topic.textContent = isDirect(here) ? 'Only you and the bot read this' : Topics[here.name] ?? '';
    document.title = `${isDirect(here) ? '@' : '#'}${name} · VqganBot playground`;
  }

  #developer() {
    this.tools.setAttribute('aria-expanded', String(this.drawers.toggleDeveloper(this.tools)));
  }

  #tool(shape, label, onclick) {
    return h('button.tool', { type: 'button', title: label, 'aria-label': label, onclick }, icon(shape));
  }

  #drawTheme() {
    const label = isDark() ? 'Light colours' : 'Dark colours';
    this.theme.title = label;
    this.theme.setAttribute('aria-label', label);
    replace(this.theme, icon(isDark() ? 'sun' : 'moon'));
  }
}

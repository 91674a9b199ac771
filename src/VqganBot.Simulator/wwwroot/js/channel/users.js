import { h, replace } from '../ui/dom.js';
import { icon } from '../ui/icons.js';
import { avatar } from '../ui/avatar.js';
import { openMenu } from '../ui/menu.js';
import { roleTitle } from './members.js';

export const Languages = [['en-US', 'English'], ['fr', 'Français'], ['de', 'Deutsch'], ['es-ES', 'Español'], ['ja', '日本語']];

/** Who one is, and the way to be somebody else or to speak another language. */
export class Users {
  constructor(store, { become, speak, drawers }) {
    this.store = store;
    this.become = become;
    this.speak = speak;
    this.drawers = drawers;
    this.pane = document.querySelector('.you');
    store.addEventListener('world', () => this.draw());
  }

  draw() {
    const { store } = this;
    const { me } = store;
    const who = h('button.who', { type: 'button', 'aria-haspopup': 'menu', 'aria-expanded': 'false', 'aria-label': `You are ${store.nameOf(me.user)}, ${roleTitle(store, me)}. Be somebody else` },
      h('span', { vars: { '--avatar': '34px', '--ground': 'var(--rail)' } }, avatar(me.user, 'online')),
      h('span.names', null, h('b', null, store.nameOf(me.user)), h('small', null, roleTitle(store, me))),
      icon('switch', 18));
    who.addEventListener('click', () => this.open(who));
    const gear = h('button.tool', { type: 'button', title: 'Language and tools', 'aria-label': 'Language and tools', 'aria-haspopup': 'menu' }, icon('gear'));
    gear.addEventListener('click', () => this.#settings(gear));
    replace(this.pane, who, gear);
  }

  open(at) {
    const { store } = this;
    const people = store.members.filter(member => !member.user.bot);
    at.setAttribute('aria-expanded', 'true');
    openMenu([{ heading: 'Be somebody else' }, ...people.map(member => ({
      label: store.nameOf(member.user),
      detail: roleTitle(store, member),
      avatar: avatar(member.user),
      checked: member.user.id === store.you,
      action: () => this.become(member.user.id),
    }))], at, { label: 'Be somebody else', onclose: () => at.setAttribute('aria-expanded', 'false') });
  }

  #settings(at) {
    openMenu([
      { heading: 'Language of commands' },
      ...Languages.map(([code, name]) => ({ label: name, lang: code, checked: code === this.store.locale, action: () => this.speak(code) })),
      '-',
      { label: 'Developer tools', icon: 'tools', action: () => this.drawers.toggleDeveloper(at) },
    ], at, { label: 'Language and tools' });
  }
}

import { h, replace } from '../ui/dom.js';
import { icon } from '../ui/icons.js';
import { avatar, guildFace } from '../ui/avatar.js';

export const isDirect = channel => channel?.type === 1;

/** The rail with the server and the direct messages, and beside it the channels. */
export class Sidebar {
  constructor(store, drawers) {
    this.store = store;
    this.drawers = drawers;
    this.rail = document.querySelector('.rail');
    this.list = document.querySelector('.channels');
    for (const type of ['world', 'channel', 'unread', 'bot']) store.addEventListener(type, () => this.draw());
  }

  draw() {
    const { store } = this;
    document.querySelector('.guild-name h1').textContent = store.guild.name;
    const rooms = store.channels.filter(channel => !isDirect(channel));
    const direct = store.channels.filter(isDirect);
    const focused = document.activeElement?.dataset?.channel;
    replace(this.rail,
      direct.map(channel => this.#sign(channel, `Direct messages with ${store.bot.user.global_name}`, avatar(store.bot.user).firstChild)),
      h('hr', { 'aria-hidden': 'true' }),
      this.#sign(rooms[0], store.guild.name, guildFace(), !isDirect(store.here)));
    replace(this.list,
      h('h2', { id: 'rooms' }, 'Channels'), h('ul', { 'aria-labelledby': 'rooms' }, rooms.map(channel => h('li', null, this.#entry(channel)))),
      h('h2', { id: 'direct' }, 'Direct messages'), h('ul', { 'aria-labelledby': 'direct' }, direct.map(channel => h('li', null, this.#entry(channel)))));
    if (focused) this.list.querySelector(`[data-channel="${CSS.escape(focused)}"]`)?.focus();
  }

  #sign(channel, label, face, current = channel.id === this.store.channel) {
    const unread = isDirect(channel) ? this.store.unread(channel.id) : 0;
    return h('button', { type: 'button', title: label, 'aria-label': label, 'aria-current': current ? 'true' : null, onclick: () => this.#go(channel) },
      face, unread > 0 && h('span.badge', { 'aria-label': `${unread} unread` }, unread));
  }

  #entry(channel) {
    const { store } = this;
    const unread = store.unread(channel.id);
    const current = channel.id === store.channel;
    return h(`button${unread ? '.unread' : ''}`, { type: 'button', 'data-channel': channel.id, 'aria-current': current ? 'page' : null, onclick: () => this.#go(channel) },
      isDirect(channel) ? h('span.avatar', { vars: { '--avatar': '22px' } }, avatar(store.bot.user).firstChild) : icon('hash', 19),
      h('span.name', null, isDirect(channel) ? store.bot.user.global_name : channel.name),
      channel.nsfw && h('span.adult', { title: 'Age-restricted' }, '18+'),
      unread > 0 && h('span.badge', { 'aria-label': `${unread} unread` }, unread));
  }

  #go(channel) {
    this.store.open(channel.id);
    this.drawers.close();
  }
}

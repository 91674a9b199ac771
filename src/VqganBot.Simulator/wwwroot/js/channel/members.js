import { h, replace } from '../ui/dom.js';
import { avatar } from '../ui/avatar.js';

/** Who is there, by their highest role; the bot with what it says of itself. */
export class Members {
  constructor(store) {
    this.store = store;
    this.pane = document.getElementById('members');
    for (const type of ['world', 'bot']) store.addEventListener(type, () => this.draw());
  }

  draw() {
    const { store } = this;
    const groups = new Map();
    const rank = member => member.user.bot ? -2 : member.owner ? 1000 : store.rolesOf(member)[0]?.position ?? -1;
    for (const member of [...store.members].sort((a, b) => rank(b) - rank(a))) {
      const title = member.user.bot ? 'Apps' : roleTitle(store, member);
      groups.set(title, [...(groups.get(title) ?? []), member]);
    }
    replace(this.pane, [...groups].map(([title, members]) => [h('h2', null, `${title} — ${members.length}`), h('ul', null, members.map(member => this.#line(member)))]));
  }

  #line(member) {
    const { store } = this;
    const bot = member.user.bot ? store.bot : null;
    const status = bot ? bot.status : 'online';
    const colour = store.rolesOf(member).find(role => role.color)?.color;
    return h(`li.member${status === 'offline' ? '.away' : ''}`, null,
      h('span', { vars: { '--avatar': '34px', '--ground': 'var(--side)' } }, avatar(member.user, status)),
      h('div.names', null,
        h('div.name', null, h('span', { vars: nameColour(colour) }, store.nameOf(member.user)), bot && h('span.tag', null, 'BOT')),
        bot && h('small', { title: bot.text ?? '' }, status === 'offline' ? 'Offline' : bot.text || 'Online'),
        !bot && member.user.id === store.you && h('small', null, 'This is you')),
      h('span.hidden-text', null, `(${status})`));
  }
}

export function roleTitle(store, member) {
  return member.owner ? 'Admin' : store.rolesOf(member)[0]?.name ?? 'Members';
}

/** A role's colour is drawn nearer to the text's, so that it is readable on both grounds. */
export const nameColour = colour => colour
  ? { color: `color-mix(in oklab, #${colour.toString(16).padStart(6, '0')} 55%, var(--text))` }
  : {};

import { h, replace } from '../ui/dom.js';
import { avatar } from '../ui/avatar.js';
import { icon } from '../ui/icons.js';
import { dots } from '../messages/components.js';

/** What was sent and not answered yet, below the messages; what failed stays there until it is dismissed. */
export class Pending {
  constructor(store) {
    this.store = store;
    this.list = document.querySelector('.pending');
    for (const type of ['world', 'channel']) store.addEventListener(type, () => replace(this.list));
  }

  /** Gives {end(error)}; with an error the line stays, and edit (if there is one) brings the command back. */
  begin(name, edit) {
    const { store } = this;
    const user = store.bot.user;
    const body = h('div.content', null, h('span.thinking', null, dots(), 'Sending the command…'));
    const line = h('li.message.first.answer', null, avatar(user),
      h('div.used', null, avatar(store.me.user), h('b', null, store.nameOf(store.me.user)), ' used ', h('span.did', null, `/${name}`)),
      h('header', null, h('span.author', null, store.nameOf(user)), h('span.tag', null, 'BOT')),
      body);
    // What is answered at once never shows this line.
    const timer = setTimeout(() => { this.list.append(line); line.scrollIntoView({ block: 'nearest' }); }, 150);
    return {
      end: error => {
        clearTimeout(timer);
        if (!error) return line.remove();
        line.setAttribute('role', 'alert');
        replace(body, h('p.note.bad', null, icon('warn', 16), error));
        body.after(h('p.note', null, 'Only you can see this', edit && h('button', { type: 'button', onclick: () => { line.remove(); edit(); } }, 'Edit and try again'), h('button', { type: 'button', onclick: () => line.remove() }, 'Dismiss message')));
        this.list.append(line);
        line.scrollIntoView({ block: 'nearest' });
      },
    };
  }
}

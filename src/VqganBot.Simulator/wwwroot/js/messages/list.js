import { h, plural, replace } from '../ui/dom.js';
import { icon } from '../ui/icons.js';
import { announce } from '../ui/live.js';
import { longDay, sameDay } from '../ui/time.js';
import { byId } from '../store.js';
import { isDirect } from '../channel/sidebar.js';
import { MessageView, firstWords, isLoading } from './message.js';

const Together = 7 * 60 * 1000;

/** The messages of the channel one is in: kept at the newest as long as nobody scrolled away. */
export class MessageList {
  constructor(store, actions) {
    this.store = store;
    this.actions = actions;
    this.scroller = document.querySelector('.scroller');
    this.list = document.querySelector('.messages');
    this.newest = document.querySelector('.newest');
    this.views = new Map();
    this.missed = 0;
    this.atEnd = true;
    this.scroller.addEventListener('scroll', () => this.#onScroll(), { passive: true });
    this.scroller.addEventListener('keydown', event => this.#onKey(event));
    this.newest.addEventListener('click', () => this.toEnd());
    new ResizeObserver(() => this.#keep()).observe(this.list);
    new ResizeObserver(() => this.#keep()).observe(this.scroller);
    for (const type of ['world', 'channel']) store.addEventListener(type, () => this.draw());
    store.addEventListener('message', event => this.#onMessage(event.detail));
    store.addEventListener('gone', event => this.#onGone(event.detail));
  }

  draw() {
    const { here, bot } = this.store;
    this.views.clear();
    this.list.setAttribute('aria-label', `Messages in ${isDirect(here) ? bot.user.global_name : `#${here.name}`}`);
    replace(this.list);
    for (const message of this.store.messages()) this.#add(message);
    this.#arrange();
    this.toEnd();
  }

  toEnd() {
    this.missed = 0;
    this.newest.hidden = true;
    this.atEnd = true;
    this.scroller.scrollTop = this.scroller.scrollHeight;
  }

  jump(id) {
    const view = this.views.get(id);
    if (!view) return announce('That message is no longer here.');
    view.element.scrollIntoView({ block: 'center' });
    view.element.classList.remove('flash');
    void view.element.offsetWidth;
    view.element.classList.add('flash');
    view.element.focus({ preventScroll: true });
  }

  #onMessage({ message, old }) {
    if (message.channel_id !== this.store.channel) return;
    const view = this.views.get(message.id);
    if (view) view.update(message);
    else {
      this.#add(message);
      this.#arrange();
      if (this.#isYours(message)) this.toEnd();
      else if (!this.atEnd) this.#miss();
    }
    this.#say(message, old);
    this.#keep();
  }

  /** Written by you, or the answer to what you did: nobody scrolls down to see what came of it. */
  #isYours({ author, interaction_metadata: asked }) {
    return author.id === this.store.you || asked?.user?.id === this.store.you;
  }

  #add(message) {
    const view = new MessageView(this.store, this.actions, message);
    const next = [...this.views.values()].find(other => byId(other.message.id, message.id) > 0);
    if (next) next.element.before(view.element);
    else this.list.append(view.element);
    this.views.set(message.id, view);
  }

  #onGone({ channel, id }) {
    if (channel !== this.store.channel) return;
    this.views.get(id)?.element.remove();
    this.views.delete(id);
    this.#arrange();
  }

  /** Days, and who stands with a name: the first of each run of messages of one author. */
  #arrange() {
    for (const day of this.list.querySelectorAll('.day')) day.remove();
    let before = null;
    for (const view of [...this.views.values()].sort((a, b) => byId(a.message.id, b.message.id))) {
      const { message } = view;
      const at = Date.parse(message.timestamp);
      const newDay = !before || !sameDay(Date.parse(before.timestamp), at);
      if (newDay) view.element.before(h('li.day', { role: 'separator' }, longDay(at)));
      view.setFirst(newDay || before.author.id !== message.author.id || at - Date.parse(before.timestamp) > Together);
      before = message;
    }
  }

  #keep() {
    if (this.atEnd) this.scroller.scrollTop = this.scroller.scrollHeight;
  }

  #onScroll() {
    const { scrollTop, clientHeight, scrollHeight } = this.scroller;
    this.atEnd = scrollTop + clientHeight > scrollHeight - 40;
    if (this.atEnd) {
      this.missed = 0;
      this.newest.hidden = true;
    }
  }

  #miss() {
    this.missed++;
    replace(this.newest, plural(this.missed, 'new message'), ' ↓');
    this.newest.hidden = false;
  }

  /** Readers hear what is new and what ended, not every step of a painting. */
  #say(message, old) {
    const labels = JSON.stringify((message.components ?? []).flatMap(row => (row.components ?? []).map(button => button.label)));
    const before = old && JSON.stringify((old.components ?? []).flatMap(row => (row.components ?? []).map(button => button.label)));
    if (message.author.id === this.store.you || isLoading(message) || (old && !isLoading(old) && labels === before)) return;
    announce(`${this.store.nameOf(message.author)}: ${firstWords(message)}`);
  }

  #onKey(event) {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!step || event.target.closest('button, a, video, [role="menu"]')) return;
    const all = [...this.list.querySelectorAll('.message')];
    const here = all.indexOf(event.target.closest('.message'));
    const next = here < 0 ? all.at(-1) : all[here + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }
}

import { h, replace } from '../ui/dom.js';
import { avatar } from '../ui/avatar.js';
import { icon } from '../ui/icons.js';
import { fullTime, messageTime, shortTime } from '../ui/time.js';
import { nameColour } from '../channel/members.js';
import { Attachments } from './attachments.js';
import { Components, dots } from './components.js';
import { embed } from './embeds.js';
import { markdown } from './markdown.js';

const Ephemeral = 1 << 6;
const Loading = 1 << 7;

export const isPrivate = message => (message.flags & Ephemeral) !== 0;
export const isLoading = message => (message.flags & Loading) !== 0;

/** One message. An edit changes what differs and leaves the rest where it is: focus, frames, open spoilers. */
export class MessageView {
  constructor(store, actions, message) {
    this.store = store;
    this.actions = actions;
    this.used = h('div.used', { hidden: true });
    this.header = h('header');
    this.beside = h('time.beside', { 'aria-hidden': 'true' });
    this.content = h('div.content');
    this.attachments = new Attachments();
    this.cards = h('div.cards');
    this.components = new Components(store, (customId, values) => actions.press(this.message, customId, values));
    this.note = h('p.note', { hidden: true });
    this.element = h('li.message', { tabIndex: -1, id: `m${message.id}`, 'data-id': message.id });
    this.more = h('button.tool', { type: 'button', 'aria-label': 'More for this message', title: 'More', 'aria-haspopup': 'menu', onclick: () => actions.openMenu(this, this.more) }, icon('more', 18));
    this.element.addEventListener('contextmenu', event => this.#onContextMenu(event));
    replace(this.element, avatar(message.author), this.used, this.header, this.beside, this.content, this.cards, this.attachments.element, this.components.element, this.components.note, this.note, h('div.actions', null, this.more));
    this.update(message);
  }

  update(message) {
    const old = this.message;
    this.message = message;
    this.element.classList.toggle('private', isPrivate(message));
    if (!old) this.#drawHead();
    this.#drawContent(old);
    this.attachments.update(message.attachments ?? []);
    replace(this.cards, (message.embeds ?? []).map(card => embed(card, message.attachments ?? [], this.actions.mentions)));
    this.components.update(message.components ?? []);
    this.#drawNote();
  }

  /** Follow-up messages of the same author stand without name and face. */
  setFirst(first) {
    const alone = first || !this.used.hidden;
    this.element.classList.toggle('first', alone);
    this.header.hidden = !alone;
    this.element.querySelector(':scope > .avatar').hidden = !alone;
    this.beside.hidden = alone;
  }

  #drawHead() {
    const { message, store } = this;
    const { author, timestamp } = message;
    const member = store.member(author.id);
    const colour = store.rolesOf(member).find(role => role.color)?.color;
    replace(this.header,
      h('span.author', { vars: nameColour(colour) }, store.nameOf(author)),
      author.bot && h('span.tag', null, 'BOT'),
      h('time.when', { dateTime: timestamp, title: fullTime(Date.parse(timestamp)) }, messageTime(Date.parse(timestamp))));
    this.beside.textContent = shortTime(Date.parse(timestamp));
    this.#drawUsed();
  }

  #drawUsed() {
    const { message, store } = this;
    const by = message.interaction_metadata;
    const answered = message.message_reference?.message_id;
    if (by?.user && by.name) {
      replace(this.used, avatar(by.user), h('b', null, store.nameOf(by.user)), ' used ', h('span.did', null, `/${by.name}`));
    } else if (answered) {
      const original = store.message(answered);
      const jump = () => this.actions.jump(answered);
      replace(this.used, original ? [avatar(original.author), h('b', null, store.nameOf(original.author))] : icon('switch', 14),
        h('button', { type: 'button', onclick: jump }, original ? firstWords(original) : 'An earlier message'));
    } else if (by?.user) {
      replace(this.used, avatar(by.user), h('b', null, store.nameOf(by.user)), ' asked for this');
    }
    this.used.hidden = !this.used.hasChildNodes();
    this.element.classList.toggle('answer', !this.used.hidden);
  }

  #drawContent(old) {
    const { message, store } = this;
    const same = old && old.content === message.content && isLoading(old) === isLoading(message) && Boolean(old.edited_timestamp) === Boolean(message.edited_timestamp);
    if (same) return;
    this.element.setAttribute('aria-busy', String(isLoading(message)));
    if (isLoading(message)) {
      replace(this.content, h('span.thinking', null, dots(), `${store.nameOf(message.author)} is thinking…`));
      return;
    }
    replace(this.content, markdown(message.content ?? '', this.actions.mentions));
    if (!message.edited_timestamp) return;
    const last = this.content.lastElementChild;
    const small = last?.className === 'fine' && !last.nextSibling ? last : this.content;
    small.append(h('span.edited', { title: fullTime(Date.parse(message.edited_timestamp)) }, ' (edited)'));
  }

  #drawNote() {
    this.note.hidden = !isPrivate(this.message);
    if (this.note.hidden || this.note.hasChildNodes()) return;
    replace(this.note, icon('eye', 15), 'Only you can see this', h('span', { 'aria-hidden': 'true' }, '·'),
      h('button', { type: 'button', onclick: () => this.actions.dismiss(this.message) }, 'Dismiss message'));
  }

  #onContextMenu(event) {
    if (event.target.closest('a, video')) return;
    event.preventDefault();
    const byKey = event.clientX === 0 && event.clientY === 0;
    this.actions.openMenu(this, byKey ? this.more : { x: event.clientX, y: event.clientY });
  }
}

/** What is said of a message in one line. */
export function firstWords(message) {
  const words = (message.content ?? '').replace(/^-# .*$/gm, '').replace(/^>+ /gm, '').replace(/[*_`~|]/g, '').replace(/\s+/g, ' ').trim();
  if (words) return words.length > 80 ? `${words.slice(0, 80)}…` : words;
  return message.attachments?.length ? 'a picture' : 'a message';
}

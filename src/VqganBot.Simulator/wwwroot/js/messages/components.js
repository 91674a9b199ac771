import { h, replace } from '../ui/dom.js';
import { emoji } from '../ui/emoji.js';
import { icon } from '../ui/icons.js';
import { openMenu } from '../ui/menu.js';
import { webAddress } from './address.js';

const Type = { row: 1, button: 2, select: 3, user: 5, role: 6, mentionable: 7, channel: 8 };
const Styles = { 1: 'primary', 2: 'secondary', 3: 'success', 4: 'danger', 5: 'link' };

export const dots = () => h('span.dots', { 'aria-hidden': 'true' }, h('i'), h('i'), h('i'));

/**
 * Buttons and selects of a message. While the bot has not answered a press, the button beats and its neighbours rest;
 * an answer that does not come is said below, to whoever pressed.
 */
export class Components {
  constructor(store, press) {
    this.store = store;
    this.press = press;
    this.element = h('div.rows');
    this.note = h('p.note.bad', { role: 'alert', hidden: true });
    this.shown = '';
    this.waiting = null;
  }

  update(rows) {
    const text = JSON.stringify(rows);
    if (text === this.shown) return;
    this.shown = text;
    this.rows = rows;
    this.#draw();
  }

  #draw() {
    const kept = this.element.contains(document.activeElement) ? document.activeElement.dataset : null;
    replace(this.element, this.rows.filter(row => row.type === Type.row).map(row => h('div.row', null, row.components.map(component => this.#component(component)))));
    if (!kept) return;
    const all = [...this.element.querySelectorAll('[data-custom-id]')];
    (all.find(one => one.dataset.customId === kept.customId) ?? all.find(one => one.dataset.label === kept.label))?.focus({ preventScroll: true });
  }

  #component(component) {
    if (component.type === Type.button) return component.style === 5 ? this.#link(component) : this.#button(component);
    return this.#select(component);
  }

  #link(component) {
    return h('a.press.link', { href: webAddress(component.url) ?? '#', target: '_blank', rel: 'noreferrer noopener' }, face(component));
  }

  #button(component) {
    const busy = this.waiting === component.custom_id;
    return h(`button.press.${Styles[component.style] ?? 'secondary'}${busy ? '.busy' : ''}`, {
      type: 'button',
      disabled: component.disabled,
      'aria-disabled': this.waiting ? 'true' : null,
      'aria-busy': busy ? 'true' : null,
      'data-custom-id': component.custom_id,
      'data-label': component.label ?? component.emoji?.name,
      onclick: () => this.#send(component.custom_id),
    }, face(component), busy && dots());
  }

  #select(component) {
    const choices = this.#choices(component);
    const chosen = choices.filter(choice => choice.default);
    const button = h('button', { type: 'button', disabled: component.disabled, 'aria-haspopup': 'menu', 'data-custom-id': component.custom_id, 'data-label': component.placeholder },
      h(`span${chosen.length ? '' : '.empty'}`, null, chosen.map(choice => choice.label).join(', ') || component.placeholder || 'Make a choice'), icon('down', 18));
    const many = (component.max_values ?? 1) > 1;
    const picked = new Set(chosen.map(choice => choice.value));
    const entries = () => [
      ...choices.map(choice => ({
        label: choice.label, detail: choice.description, checked: picked.has(choice.value),
        action: () => {
          if (!many) return this.#send(component.custom_id, [choice.value]);
          if (!picked.delete(choice.value)) picked.add(choice.value);
          openMenu(entries(), button, { label: component.placeholder });
        },
      })),
      ...many ? ['-', { label: 'Done', icon: 'check', disabled: picked.size < (component.min_values ?? 1) || picked.size > component.max_values, action: () => this.#send(component.custom_id, [...picked]) }] : [],
    ];
    button.addEventListener('click', () => openMenu(entries(), button, { label: component.placeholder }));
    return h('div.select', null, button);
  }

  #choices(component) {
    const { store } = this;
    const people = () => store.members.map(member => ({ label: store.nameOf(member.user), value: member.user.id }));
    const roles = () => store.roles.map(role => ({ label: role.name, value: role.id }));
    switch (component.type) {
      case Type.user: return people();
      case Type.role: return roles();
      case Type.mentionable: return [...people(), ...roles()];
      case Type.channel: return store.channels.filter(channel => channel.name && channel.type === 0).map(channel => ({ label: `#${channel.name}`, value: channel.id }));
      default: return component.options ?? [];
    }
  }

  async #send(customId, values) {
    if (this.waiting) return;
    this.waiting = customId;
    this.note.hidden = true;
    this.#draw();
    const result = await this.press(customId, values);
    this.waiting = null;
    this.#draw();
    this.note.hidden = !result.error;
    this.note.textContent = result.error ? `This interaction failed. ${result.error}` : '';
  }
}

function face(component) {
  return [component.emoji?.name && emoji(component.emoji.name, { hidden: Boolean(component.label) }), component.label && h('span', null, component.label)];
}

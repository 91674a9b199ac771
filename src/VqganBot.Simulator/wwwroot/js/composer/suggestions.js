import { h, newId, replace } from '../ui/dom.js';

/** The list over the box. The input keeps the focus; the list is told to readers by aria-activedescendant. */
export class Suggestions {
  constructor(composer) {
    this.id = newId('suggestions');
    this.element = h('div.list', { id: this.id, role: 'listbox', hidden: true });
    composer.append(this.element);
    this.element.addEventListener('mousedown', event => event.preventDefault());
    this.items = [];
    this.active = -1;
  }

  get isOpen() { return !this.element.hidden; }

  get current() { return this.isOpen ? this.items[this.active] : undefined; }

  /** Items: {title, tags, detail, aside, face, locked, take}. With preselect the first is what Enter takes. */
  show(input, items, { heading, preselect = false, nothing } = {}) {
    if (this.input !== input) this.close();
    if (items.length === 0 && !nothing) return this.close();
    this.input = input;
    this.items = items;
    this.element.setAttribute('aria-label', heading ?? 'Suggestions');
    this.rows = items.map((item, at) => this.#row(item, at));
    replace(this.element, heading && h('h3', { role: 'presentation' }, heading), this.rows, items.length === 0 && h('p.nothing', null, nothing));
    this.element.hidden = false;
    input.setAttribute('aria-expanded', 'true');
    input.setAttribute('aria-controls', this.id);
    this.#select(preselect ? 0 : -1);
    this.element.scrollTop = 0;
  }

  close() {
    this.element.hidden = true;
    this.input?.setAttribute('aria-expanded', 'false');
    this.input?.removeAttribute('aria-activedescendant');
    this.items = [];
    this.active = -1;
  }

  /** Answers a key of the input; says whether it was for the list. */
  onKey(event) {
    if (!this.isOpen || event.isComposing) return false;
    const count = this.items.length;
    if (event.key === 'ArrowDown' && count) this.#select((this.active + 1) % count);
    else if (event.key === 'ArrowUp' && count) this.#select((this.active + count - (this.active < 0 ? 0 : 1)) % count);
    else if (event.key === 'Escape') this.close();
    else if ((event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey && this.current) this.current.take();
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  #row(item, at) {
    const row = h(`div.option${item.locked ? '.locked' : ''}`, { role: 'option', id: `${this.id}-${at}`, 'aria-selected': 'false' }, item.face,
      h('div.words', null, h('div.title', null, item.title, (item.tags ?? []).map(tag => h('i', null, tag))), item.detail && h('div.detail', null, item.detail)),
      item.aside && h('span.aside', null, item.aside));
    row.addEventListener('click', () => item.take());
    row.addEventListener('mousemove', () => { if (this.active !== at) this.#select(at, false); });
    return row;
  }

  #select(at, scroll = true) {
    this.rows[this.active]?.classList.remove('active');
    this.rows[this.active]?.setAttribute('aria-selected', 'false');
    this.active = this.items.length ? at : -1;
    const row = this.rows[this.active];
    if (!row) return this.input.removeAttribute('aria-activedescendant');
    row.classList.add('active');
    row.setAttribute('aria-selected', 'true');
    this.input.setAttribute('aria-activedescendant', row.id);
    if (scroll) row.scrollIntoView({ block: 'nearest' });
  }
}

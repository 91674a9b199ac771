import { h, newId, replace } from '../ui/dom.js';
import { icon } from '../ui/icons.js';
import { localDescription, localName } from './commands.js';
import { OptionType, isStrict, readOption } from './optionTypes.js';

/** An option on the command line: its name, and a box as large as what stands in it. */
export class OptionField {
  constructor(option, store, events) {
    this.option = option;
    this.store = store;
    this.events = events;
    this.chosen = null;
    this.name = localName(option, store.locale);
    this.description = localDescription(option, store.locale);
    const id = newId('option');
    this.input = option.type === OptionType.file ? this.#fileButton(id) : this.#textBox(id);
    this.box = h('span.grow', { 'data-text': '' }, this.input);
    this.element = h('span.pill', { 'data-option': option.name }, h('label', { htmlFor: id }, this.name), this.input.type === 'button' ? this.input : this.box,
      h('button.tool', { type: 'button', tabIndex: -1, title: `Remove ${this.name}`, 'aria-label': `Remove ${this.name}`, onclick: () => events.remove(this) }, icon('close', 13)));
    this.element.addEventListener('click', event => { if (event.target === this.element) this.focus(); });
  }

  get isFile() { return this.option.type === OptionType.file; }

  get text() { return this.isFile ? this.chosen?.title ?? '' : this.input.value; }

  set text(value) {
    if (this.isFile) return;
    this.input.value = value;
    this.box.dataset.text = value;
  }

  /** Takes an item of the list. */
  choose(item) {
    this.chosen = item;
    if (this.isFile) this.#drawFile();
    else this.text = item.title;
    this.setError(null);
  }

  read() { return readOption(this.option, this.text, this.chosen, this.store); }

  setError(error) {
    this.error = error;
    this.element.classList.toggle('bad', Boolean(error));
    this.input.setAttribute('aria-invalid', String(Boolean(error)));
  }

  focus(atStart = false) {
    this.input.focus();
    if (!this.isFile) this.input.setSelectionRange(...atStart ? [0, 0] : [this.text.length, this.text.length]);
  }

  get caretAtStart() { return this.isFile || (this.input.selectionStart === 0 && this.input.selectionEnd === 0); }

  get caretAtEnd() { return this.isFile || this.input.selectionStart === this.text.length; }

  #textBox(id) {
    const suggests = isStrict(this.option) || this.option.autocomplete;
    const common = {
      id, autocomplete: 'off', spellcheck: false, autocapitalize: 'off', enterKeyHint: 'send', 'aria-label': this.name, 'aria-describedby': 'option-hint', 'aria-required': String(Boolean(this.option.required)),
      oninput: () => { this.box.dataset.text = this.input.value; this.setError(null); this.events.input(this); },
      onkeydown: event => this.events.key(event, this),
      onfocus: () => this.events.focus(this),
      onblur: () => this.events.blur(this),
    };
    return suggests
      ? h('input', { ...common, type: 'text', size: 1, role: 'combobox', 'aria-expanded': 'false', 'aria-autocomplete': 'list', 'aria-haspopup': 'listbox' })
      : h('textarea', { ...common, rows: 1, cols: 1, inputMode: [4, 10].includes(this.option.type) ? 'decimal' : null });
  }

  #fileButton(id) {
    const button = h('button.pick', { type: 'button', id, 'aria-label': `${this.name}: choose a file`, 'aria-describedby': 'option-hint', onclick: () => this.events.pickFile(this), onkeydown: event => this.events.key(event, this), onfocus: () => this.events.focus(this), onblur: () => this.events.blur(this) });
    replace(button, icon('plus', 16), h('span', null, 'Choose a file'));
    return button;
  }

  #drawFile() {
    const { title, preview } = this.chosen;
    replace(this.input, preview ? h('img', { src: preview, alt: '' }) : icon('file', 16), h('span', null, title));
    this.input.setAttribute('aria-label', `${this.name}: ${title}. Choose another file`);
  }
}

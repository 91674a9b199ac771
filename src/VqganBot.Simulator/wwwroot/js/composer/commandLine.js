import { h, plural } from '../ui/dom.js';
import { localDescription, localName, optionCalled } from './commands.js';
import { Autocomplete } from './autocomplete.js';
import { OptionField } from './optionField.js';
import { allChoices, exactly, isStrict, matching } from './optionTypes.js';

/** A command being typed: its name, its options as fields, and a last box in which further options are named. */
export class CommandLine {
  constructor(entry, { store, connection, suggestions, hint, submit, leave, pickFile }) {
    Object.assign(this, { entry, store, suggestions, hint, submit, leave, pickFile });
    this.autocomplete = new Autocomplete(connection);
    this.fields = [];
    this.tail = h('input.tail', {
      type: 'text', role: 'combobox', 'aria-label': 'Add an option', 'aria-expanded': 'false', 'aria-autocomplete': 'list', autocomplete: 'off', autocapitalize: 'off', spellcheck: false, enterKeyHint: 'send',
      oninput: () => this.#onTail(), onfocus: () => this.#onTail(), onblur: () => this.suggestions.close(), onkeydown: event => this.#onTailKey(event),
    });
    this.element = h('div.field.line', { role: 'group', 'aria-label': `/${entry.title}` }, h('span.command', null, `/${entry.title}`), this.tail);
    this.element.addEventListener('mousedown', event => {
      if (event.target !== this.element) return;
      event.preventDefault();
      this.focus();
    });
    entry.options.filter(option => option.required).forEach(option => this.add(option));
    this.#drawTail();
  }

  get left() { return this.entry.options.filter(option => !this.fields.some(field => field.option === option)); }

  add(option, text) {
    const field = new OptionField(option, this.store, {
      input: () => this.#onInput(field), key: (event, from) => this.#onKey(event, from), focus: () => this.#onFocus(field), blur: () => this.#onBlur(), remove: () => this.remove(field), pickFile: () => this.pickFile(field),
    });
    if (text !== undefined) field.text = text;
    this.fields.push(field);
    this.tail.before(field.element);
    this.#drawTail();
    return field;
  }

  remove(field) {
    const at = this.fields.indexOf(field);
    this.fields.splice(at, 1);
    this.suggestions.close();
    field.element.remove();
    this.#drawTail();
    (this.fields[at - 1] ?? null)?.focus() ?? this.tail.focus();
  }

  /** Where one goes on typing: the first field without a value, or the end. */
  focus() {
    const empty = this.fields.find(field => field.text === '');
    if (empty) empty.focus();
    else if (this.left.length === 0 && this.fields.length) this.fields.at(-1).focus();
    else this.tail.focus();
  }

  /** {options} when all is well; else the first field that is not gets the word. */
  read() {
    const options = {};
    let wrong = null;
    for (const field of this.fields) {
      const { value, error } = field.text === '' && !field.option.required ? {} : field.read();
      field.setError(error ?? null);
      if (error) wrong ??= field;
      else if (value !== undefined) options[field.option.name] = value;
    }
    const missing = this.left.find(option => option.required);
    if (missing && !wrong) wrong = this.add(missing);
    if (!wrong) return { options };
    if (!wrong.error) wrong.setError('This option needs a value.');
    wrong.focus();
    this.suggestions.close();
    this.#drawHint(wrong);
    return null;
  }

  /** As one would type it again. */
  texts() { return Object.fromEntries(this.fields.filter(field => !field.isFile).map(field => [field.option.name, field.text])); }

  #onFocus(field) {
    this.current = field;
    this.#drawHint(field);
    this.#suggest(field, true);
  }

  #onBlur() {
    this.autocomplete.cancel();
    this.suggestions.close();
  }

  #onInput(field) {
    this.#drawHint(field);
    const named = /(?:^|\s)([-_'\p{L}\p{N}]+):$/u.exec(field.text);
    // Who types "prompt:" into the box that is already called so means the box.
    if (named && optionCalled([field.option], named[1], this.store.locale) && field.text === named[0]) field.text = '';
    const others = this.entry.options.filter(option => option !== field.option && !this.fields.some(other => other.option === option && other.text !== ''));
    const option = named && optionCalled(others, named[1], this.store.locale);
    if (option) {
      field.text = field.text.slice(0, named.index);
      return (this.fields.find(other => other.option === option) ?? this.add(option)).focus();
    }
    this.#suggest(field);
  }

  #suggest(field, entered = false) {
    this.autocomplete.cancel();
    if (field.isFile || (!isStrict(field.option) && !field.option.autocomplete)) return this.suggestions.close();
    if (isStrict(field.option)) {
      const choices = allChoices(field.option, this.store);
      // What is typed out in full is settled: Enter sends then, it need not choose.
      const settled = Boolean(exactly(choices, field.text));
      return this.#list(field, matching(choices, settled && entered ? '' : field.text), !settled, 'Nothing in the list matches.');
    }
    const request = () => ({ channel: this.store.channel, command: this.entry.path, focused: field.option.name, options: { ...this.#soFar(field), [field.option.name]: field.text } });
    this.autocomplete.ask(request, ({ choices, error }) => {
      if (document.activeElement !== field.input) return;
      if (error) return this.suggestions.show(field.input, [], { heading: field.name, nothing: `Suggestions could not be loaded. ${error}` });
      const items = choices.map(choice => ({ title: localName(choice, this.store.locale), value: choice.value }));
      const exact = items.find(item => item.title.toLowerCase() === field.text.trim().toLowerCase());
      if (exact) field.chosen = { ...exact, title: field.text };
      this.#list(field, items, field.text !== '' && !exact && field.chosen?.title !== field.text);
    }, entered);
  }

  #list(field, choices, preselect, nothing) {
    this.suggestions.show(field.input, choices.map(choice => ({
      ...choice,
      take: () => { field.choose(choice); this.suggestions.close(); this.#drawHint(field); this.#next(field); },
    })), { heading: field.name, preselect, nothing });
  }

  /** What stands in the other fields and is good. */
  #soFar(except) {
    const values = this.fields.filter(field => field !== except && field.text !== '').map(field => [field.option.name, field.read().value]);
    return Object.fromEntries(values.filter(([, value]) => value !== undefined && typeof value !== 'object'));
  }

  #next(field) {
    const next = this.fields[this.fields.indexOf(field) + 1];
    if (next) next.focus();
    else if (this.left.length) this.tail.focus();
  }

  #onKey(event, field) {
    if (this.suggestions.onKey(event)) return;
    const at = this.fields.indexOf(field);
    const to = target => { event.preventDefault(); target?.focus(); };
    if (event.isComposing) return;
    if (event.key === 'Enter' && !event.shiftKey && !(field.isFile && field.text === '')) { event.preventDefault(); this.submit(); }
    else if (event.key === 'Tab' && !event.shiftKey && (at + 1 < this.fields.length || this.left.length)) to(this.fields[at + 1] ?? this.tail);
    else if (event.key === 'Tab' && event.shiftKey && at > 0) to(this.fields[at - 1]);
    else if (event.key === 'ArrowLeft' && at > 0 && field.caretAtStart) to(this.fields[at - 1]);
    else if (event.key === 'ArrowRight' && field.caretAtEnd) to(this.fields[at + 1] ?? this.tail);
    else if (event.key === 'Backspace' && (field.text === '' || (field.isFile && field.text))) this.#eraseAt(event, field, at);
  }

  #eraseAt(event, field, at) {
    event.preventDefault();
    if (!field.option.required || field.isFile) this.remove(field);
    else if (at > 0) this.fields[at - 1].focus();
    else if (this.fields.every(other => other.text === '')) this.leave();
  }

  #onTail() {
    this.current = null;
    this.#drawHint(null);
    const named = /^([-_'\p{L}\p{N}]+):$/u.exec(this.tail.value);
    const exact = named && optionCalled(this.left, named[1], this.store.locale);
    if (exact) return this.#take(exact);
    const wanted = this.tail.value.trim().toLowerCase();
    const items = this.left.filter(option => [option.name, localName(option, this.store.locale)].some(name => name.toLowerCase().includes(wanted))).map(option => ({
      title: localName(option, this.store.locale),
      detail: localDescription(option, this.store.locale),
      take: () => this.#take(option),
    }));
    this.suggestions.show(this.tail, items, { heading: 'Options', preselect: wanted !== '', nothing: wanted ? 'No option of this command is called so.' : null });
  }

  #take(option) {
    this.tail.value = '';
    this.add(option).focus();
  }

  #onTailKey(event) {
    if (this.suggestions.onKey(event)) return;
    if (event.key === 'Enter' && !event.isComposing) {
      event.preventDefault();
      if (this.tail.value.trim() === '') this.submit();
    } else if ((event.key === 'Backspace' || event.key === 'ArrowLeft') && this.tail.value === '') {
      event.preventDefault();
      if (this.fields.length) this.fields.at(-1).focus();
      else if (event.key === 'Backspace') this.leave();
    } else if (event.key === 'Tab' && event.shiftKey && this.fields.length) {
      event.preventDefault();
      this.fields.at(-1).focus();
    }
  }

  #drawTail() {
    const left = this.left.length;
    this.tail.hidden = left === 0 && this.fields.length > 0;
    this.tail.placeholder = left === 0 ? '' : this.fields.length ? `+${left} more` : plural(left, 'option');
  }

  #drawHint(field) {
    if (!field) this.hint.show(this.entry.title, this.entry.description);
    else if (field.error) this.hint.fail(field.name, field.error);
    else this.hint.show(field.name, field.description, field.option);
  }
}

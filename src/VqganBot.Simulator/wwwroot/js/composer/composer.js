import { h, isNarrow, replace } from '../ui/dom.js';
import { icon } from '../ui/icons.js';
import { avatar } from '../ui/avatar.js';
import { isDirect } from '../channel/sidebar.js';
import { CommandLine } from './commandLine.js';
import { Hint } from './hint.js';
import { Pending } from './pending.js';
import { Suggestions } from './suggestions.js';
import { Tray } from './tray.js';
import { OptionType } from './optionTypes.js';
import { findCommands, parseLine, typedCommands } from './commands.js';
import { pickFiles, upload } from './uploads.js';

const LongestMessage = 2000;

/** The box at the foot: plain messages, and commands once a slash is typed. */
export class Composer {
  constructor(store, connection, { modals, openUsers }) {
    Object.assign(this, { store, connection, modals });
    this.form = document.querySelector('.composer');
    this.suggestions = new Suggestions(this.form);
    this.hint = new Hint(this.form);
    this.tray = new Tray(this.form);
    this.pending = new Pending(store);
    this.line = null;
    this.box = h('textarea', { id: 'message-box', rows: 1, 'aria-haspopup': 'listbox', 'aria-describedby': 'option-hint', enterKeyHint: 'send', oninput: () => this.#onInput(), onkeydown: event => this.#onKey(event), onblur: () => this.suggestions.close(), onfocus: () => this.#listCommands() });
    this.field = h('div.field', null, this.box);
    this.who = h('button.tool', { type: 'button', 'aria-haspopup': 'menu', onclick: () => openUsers(this.who) });
    this.attach = h('button.tool', { type: 'button', title: 'Attach a file', 'aria-label': 'Attach a file', onclick: () => this.#attach() }, icon('plus', 22));
    this.sendButton = h('button.tool.send', { type: 'submit', title: 'Send', 'aria-label': 'Send' }, icon('send', 22));
    this.form.append(h('div.bar', null, this.who, this.attach, this.field, this.sendButton));
    this.form.addEventListener('submit', event => { event.preventDefault(); this.#submit(); });
    this.form.addEventListener('paste', event => this.#onPaste(event));
    this.#acceptDrops(document.querySelector('.chat'));
    document.addEventListener('keydown', event => this.#onPageKey(event));
    for (const type of ['world', 'channel']) store.addEventListener(type, () => this.#draw());
    store.addEventListener('commands', () => this.#onCommands());
    // At once, not when the world comes in that language: by then somebody may be typing again.
    store.addEventListener('language', () => this.line && this.leave(''));
  }

  /** Puts a command on the line, with texts for its options. */
  useCommand(path, texts = {}) {
    const entry = this.#commands().find(one => one.path === path) ?? this.#commands().find(one => one.path.startsWith(path));
    if (!entry) return this.hint.fail(null, `The bot has no command /${path} here.`);
    this.#enter(entry, texts);
  }

  #draw() {
    const { store } = this;
    const name = store.nameOf(store.me.user);
    // A world that came anew because the connection was lost leaves alone what is being typed.
    const place = [store.you, store.channel].join();
    if (place !== this.place) this.leave('');
    this.place = place;
    replace(this.who, h('span', null, avatar(store.me.user)));
    this.who.setAttribute('aria-label', `You are ${name}. Be somebody else`);
    this.who.title = `You are ${name}`;
    const where = isDirect(store.here) ? `@${store.bot.user.global_name}` : `#${store.here.name}`;
    this.box.placeholder = isNarrow() ? `As ${name}: a message or /` : `Message ${where} as ${name}, or type /`;
    this.box.setAttribute('aria-label', `Message ${where} as ${name}`);
  }

  #commands() { return typedCommands(this.store.commands, this.store.locale); }

  #onCommands() {
    if (this.line && !this.#commands().some(entry => entry.path === this.line.entry.path)) this.leave('');
    if (document.activeElement === this.box) this.#listCommands();
  }

  #onInput() {
    const text = this.box.value;
    this.hint.clear();
    if (text.length > LongestMessage) this.hint.fail(null, `A message has at most ${LongestMessage} characters; this one has ${text.length}.`);
    const parsed = text.startsWith('/') ? parseLine(this.#commands(), text, this.store.locale) : null;
    if (parsed) this.#enter(parsed.entry, parsed.values);
    else this.#listCommands();
  }

  #listCommands() {
    const text = this.box.value;
    if (!text.startsWith('/') || text.includes('\n')) return this.suggestions.close();
    const { bot } = this.store;
    const items = findCommands(this.#commands(), text.slice(1)).map(entry => ({
      title: `/${entry.title}`,
      tags: entry.options.filter(option => option.required).map(option => option.name_localizations?.[this.store.locale] ?? option.name),
      detail: entry.description,
      aside: entry.locked ? 'not offered to you' : bot.user.global_name,
      face: entry.locked ? h('span.avatar', null, icon('lock', 20)) : avatar(bot.user),
      locked: entry.locked,
      take: () => this.#enter(entry, {}),
    }));
    this.suggestions.show(this.box, items, { heading: 'Commands', preselect: true, nothing: this.store.commands.length ? 'No command is called so.' : 'The bot has registered no commands yet.' });
  }

  #enter(entry, texts) {
    this.suggestions.close();
    const { store, connection, suggestions, hint } = this;
    this.line = new CommandLine(entry, { store, connection, suggestions, hint, submit: () => this.#submit(), leave: () => this.leave(`/${entry.title}`), pickFile: field => this.#pickFor(field) });
    for (const [name, text] of Object.entries(texts)) {
      const option = entry.options.find(other => other.name === name);
      const field = this.line.fields.find(other => other.option === option);
      if (field) field.text = text;
      else if (option) this.line.add(option, text);
    }
    this.field.replaceWith(this.line.element);
    this.line.focus();
  }

  /** Back to a plain box. */
  leave(text) {
    this.suggestions.close();
    this.hint.clear();
    const had = this.line?.element.contains(document.activeElement);
    this.line?.element.replaceWith(this.field);
    this.line = null;
    this.box.value = text;
    if (had || text) this.box.focus();
  }

  #submit() {
    if (this.line) return this.#sendCommand();
    const content = this.box.value.trim();
    if (content.length > LongestMessage || (!content && !this.tray.files.length)) return this.box.focus();
    const uploads = this.tray.take().map(file => file.value);
    this.leave('');
    this.box.focus();
    this.connection.ask({ op: 'say', channel: this.store.channel, content, uploads }).then(({ error }) => {
      if (error) this.hint.fail(null, `The message was not sent. ${error}`);
    });
  }

  async #sendCommand() {
    const { line } = this;
    const read = line.read();
    if (!read) return;
    const { path, title, locked } = line.entry;
    const texts = line.texts();
    this.leave('');
    this.box.focus();
    const pending = this.pending.begin(title, () => this.useCommand(path, texts));
    const result = await this.connection.ask({ op: 'command', channel: this.store.channel, command: path, options: read.options, force: locked });
    pending.end(result.error);
    if (result.modal) this.modals.open(result.modal);
  }

  #onKey(event) {
    if (this.suggestions.onKey(event) || event.isComposing) return;
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    this.#submit();
  }

  /** A slash anywhere else on the page begins a command. */
  #onPageKey(event) {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, textarea, dialog, [role="menu"]')) return;
    event.preventDefault();
    this.box.focus();
    if (this.line) return;
    this.box.value ||= '/';
    this.#onInput();
  }

  #attach() {
    const field = this.line && this.#fileField();
    if (field) this.#pickFor(field);
    else pickFiles('', true, files => this.#take(files));
  }

  #pickFor(field) { pickFiles('image/*', false, ([file]) => file && this.#fill(field, file)); }

  /** The first file option without a file; one that is not there yet is added. */
  #fileField() {
    const { line } = this;
    const option = line.left.find(other => other.type === OptionType.file);
    return line.fields.find(field => field.isFile && !field.chosen) ?? (option ? line.add(option) : line.fields.find(field => field.isFile));
  }

  async #fill(field, file) {
    const taken = await upload(file);
    if (taken.error) {
      field.setError(taken.error);
      this.hint.fail(field.name, taken.error);
    } else field.choose(taken);
    field.focus();
  }

  async #take(files) {
    const field = this.line && this.#fileField();
    if (field) return this.#fill(field, files[0]);
    for (const file of files.slice(0, 10 - this.tray.files.length)) {
      const taken = await upload(file);
      if (taken.error) this.hint.fail(null, taken.error);
      else this.tray.add(taken);
    }
    this.box.focus();
  }

  #onPaste(event) {
    const files = [...event.clipboardData.files];
    if (!files.length) return;
    event.preventDefault();
    this.#take(files);
  }

  #acceptDrops(target) {
    const over = shown => this.form.classList.toggle('over', shown);
    target.addEventListener('dragover', event => {
      if (!event.dataTransfer.types.includes('Files')) return;
      event.preventDefault();
      over(true);
    });
    target.addEventListener('dragleave', event => { if (!target.contains(event.relatedTarget)) over(false); });
    target.addEventListener('drop', event => {
      over(false);
      if (!event.dataTransfer.files.length) return;
      event.preventDefault();
      this.#take([...event.dataTransfer.files]);
    });
  }
}

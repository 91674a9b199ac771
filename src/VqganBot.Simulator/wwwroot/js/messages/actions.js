import { openMenu } from '../ui/menu.js';
import { localName } from '../composer/commands.js';
import { announce } from '../ui/live.js';
import { mentions } from './context.js';

const MessageCommand = 3;

/** What can be done with a message: its buttons, its menu, the commands the bot put into that menu. */
export class MessageActions {
  constructor(store, connection, { composer, modals, list }) {
    this.store = store;
    this.connection = connection;
    this.modals = modals;
    this.list = list;
    this.mentions = mentions(store, { useCommand: name => composer().useCommand(name) });
    this.pending = () => composer().pending;
  }

  async press(message, customId, values) {
    const result = await this.connection.ask({ op: 'press', message: message.id, custom_id: customId, values });
    if (result.modal) this.modals.open(result.modal);
    return result;
  }

  dismiss(message) {
    this.connection.send({ op: 'delete', message: message.id });
    document.getElementById('message-box')?.focus();
  }

  jump(id) { this.list().jump(id); }

  openMenu(view, at) {
    const { message } = view;
    const apps = this.store.commands.filter(command => command.type === MessageCommand && !command.locked).map(command => ({
      label: localName(command, this.store.locale), action: () => this.#run(command, message),
    }));
    view.element.classList.add('menu-open');
    openMenu([
      { label: 'Apps', icon: 'apps', disabled: apps.length === 0, entries: apps.length ? apps : undefined },
      '-',
      { label: 'Copy text', icon: 'copy', disabled: !message.content, action: () => copy(message.content, 'The text was copied.') },
      { label: 'Copy message ID', icon: 'copy', action: () => copy(message.id, 'The ID was copied.') },
      ...this.store.mayDelete(message) ? ['-', { label: 'Delete message', icon: 'trash', danger: true, action: () => this.connection.send({ op: 'delete', message: message.id }) }] : [],
    ], at, { label: 'Message', onclose: () => view.element.classList.remove('menu-open') });
  }

  async #run(command, message) {
    const pending = this.pending().begin(command.name);
    const result = await this.connection.ask({ op: 'menu', message: message.id, command: command.name });
    pending.end(result.error);
    if (result.modal) this.modals.open(result.modal);
  }
}

async function copy(text, said) {
  await navigator.clipboard.writeText(text);
  announce(said);
}

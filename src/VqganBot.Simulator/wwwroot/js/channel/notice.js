import { replace } from '../ui/dom.js';
import { icon } from '../ui/icons.js';

/** The line under the header when something is not there: the playground, or the bot. */
export class Notice {
  constructor(store, connection) {
    this.store = store;
    this.line = document.getElementById('notice');
    this.connected = false;
    connection.addEventListener('lost', () => { this.connected = false; this.draw(); });
    store.addEventListener('world', () => { this.connected = true; this.draw(); });
    store.addEventListener('bot', () => this.draw());
  }

  draw() {
    const { bot } = this.store;
    const text = !this.connected ? 'The playground is not answering. Connecting…'
      : bot.status === 'offline' ? 'The bot is offline: commands and buttons fail until it is back.'
        : '';
    this.line.hidden = !text;
    if (text) replace(this.line, icon('warn', 18), text);
  }
}

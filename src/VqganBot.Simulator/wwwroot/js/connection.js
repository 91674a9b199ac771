/**
 * The one socket to the simulator: actions go out with a number and are answered by {op: "result", id}; everything else is news.
 * Lost sockets are opened again, later each time; who and in which language is said anew.
 */
export class Connection extends EventTarget {
  #socket = null;
  #waiting = new Map();
  #next = 1;
  #failures = 0;
  #retry = 0;

  constructor(hello) {
    super();
    this.hello = hello;
    addEventListener('online', () => this.#open());
  }

  start() { this.#open(); }

  /** Sends and forgets. */
  send(message) {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(message));
  }

  /** Sends and waits for the result; a lost connection is a result too. */
  ask(message) {
    if (this.#socket?.readyState !== WebSocket.OPEN) return Promise.resolve({ error: 'The playground is not connected.' });
    const id = this.#next++;
    this.send({ ...message, id });
    return new Promise(resolve => this.#waiting.set(id, resolve));
  }

  #open() {
    if (this.#socket && this.#socket.readyState <= WebSocket.OPEN) return;
    clearTimeout(this.#retry);
    const address = new URL('playground/socket', document.baseURI);
    address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
    const socket = new WebSocket(address);
    this.#socket = socket;
    socket.onopen = () => { this.#failures = 0; this.send(this.hello()); };
    socket.onmessage = event => this.#receive(JSON.parse(event.data));
    socket.onclose = () => this.#lost();
  }

  #receive(message) {
    if (message.op !== 'result') return this.dispatchEvent(new CustomEvent('news', { detail: message }));
    this.#waiting.get(message.id)?.(message);
    this.#waiting.delete(message.id);
  }

  #lost() {
    for (const resolve of this.#waiting.values()) resolve({ error: 'The connection to the playground was lost.' });
    this.#waiting.clear();
    this.dispatchEvent(new Event('lost'));
    const pause = Math.min(8000, 400 * 2 ** this.#failures++);
    this.#retry = setTimeout(() => this.#open(), pause);
  }
}

// The server's end of a websocket (RFC 6455) as oddly as the RFC allows: fragments of any size, pings between them, unhurried.
'use strict';

const crypto = require('node:crypto');
const zlib = require('node:zlib');

const Opcode = { continuation: 0, text: 1, binary: 2, close: 8, ping: 9, pong: 10 };

class WebSocket {
  constructor(socket, key, isCompressed) {
    this.socket = socket;
    this.isCompressed = isCompressed;
    this.deflate = isCompressed ? zlib.createDeflate({ flush: zlib.constants.Z_SYNC_FLUSH }) : null;
    this.sending = Promise.resolve();
    this.style = 0;
    this.rest = Buffer.alloc(0);
    this.onMessage = () => {};
    this.onClose = () => {};
    const accept = crypto.createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64');
    socket.setNoDelay(true);
    socket.write(`HTTP/1.1 101 whatever\r\nupgrade: WebSocket\r\nconnection: upgrade\r\nsec-websocket-accept: ${accept}\r\nx-odd: 1\r\n\r\n`);
    socket.on('data', data => this.read(data));
    socket.on('error', () => {});
    socket.on('end', () => socket.end());
    socket.on('close', () => this.ended(null));
  }

  /** Sends one payload, each time cut up otherwise. */
  send(payload) {
    this.sending = this.sending.then(async () => {
      const text = Buffer.from(typeof payload === 'string' ? payload : JSON.stringify(payload));
      const bytes = this.isCompressed ? await this.compress(text) : text;
      const opcode = this.isCompressed ? Opcode.binary : Opcode.text;
      switch (this.style++ % 4) {
        case 0: return this.frames(opcode, [bytes]);
        case 1: return this.frames(opcode, cut(bytes, 3), true);
        case 2: return this.frames(opcode, [Buffer.alloc(0), ...cut(bytes, 1 + (bytes.length >> 1)), Buffer.alloc(0)]);
        // zlib-stream may spread a payload over messages; plain text may not.
        default: return this.isCompressed ? cut(bytes, 7).forEach(part => this.frames(opcode, [part])) : this.frames(opcode, cut(bytes, 5));
      }
    });
    return this.sending;
  }

  async close(code) {
    await this.sending;
    const body = Buffer.alloc(code ? 2 : 0);
    if (code) body.writeUInt16BE(code);
    this.frame(Opcode.close, body, true);
  }

  async destroy() {
    await this.sending;
    this.socket.destroy();
  }

  compress(text) {
    return new Promise(done => {
      const parts = [];
      const collect = part => parts.push(part);
      this.deflate.on('data', collect);
      this.deflate.write(text, () => this.deflate.flush(zlib.constants.Z_SYNC_FLUSH, () => setImmediate(() => {
        this.deflate.off('data', collect);
        done(Buffer.concat(parts));
      })));
    });
  }

  frames(opcode, parts, withPings = false) {
    parts.forEach((part, i) => {
      this.frame(i === 0 ? opcode : Opcode.continuation, part, i === parts.length - 1);
      if (withPings && i % 5 === 0) this.frame(Opcode.ping, Buffer.from('?'), true);
    });
  }

  frame(opcode, body, isLast) {
    if (this.socket.destroyed) return;
    const head = [(isLast ? 0x80 : 0) | opcode];
    if (body.length < 126) head.push(body.length);
    else if (body.length < 65536) head.push(126, body.length >> 8, body.length & 255);
    else head.push(127, 0, 0, 0, 0, body.length >>> 24, (body.length >> 16) & 255, (body.length >> 8) & 255, body.length & 255);
    this.socket.write(Buffer.concat([Buffer.from(head), body]));
  }

  read(data) {
    this.rest = Buffer.concat([this.rest, data]);
    while (this.rest.length >= 2) {
      let length = this.rest[1] & 127;
      let at = 2;
      if (length === 126) { if (this.rest.length < 4) return; length = this.rest.readUInt16BE(2); at = 4; }
      if (this.rest.length < at + 4 + length) return;
      const mask = this.rest.subarray(at, at + 4);
      const body = Buffer.from(this.rest.subarray(at + 4, at + 4 + length)).map((byte, i) => byte ^ mask[i % 4]);
      const opcode = this.rest[0] & 15;
      this.rest = this.rest.subarray(at + 4 + length);
      if (opcode === Opcode.close) this.ended(body.length >= 2 ? body.readUInt16BE(0) : null);
      else if (opcode === Opcode.text) this.onMessage(body);
    }
  }

  ended(code) {
    this.onClose(code);
    this.onClose = () => {};
  }
}

function cut(bytes, size) {
  const parts = [];
  for (let i = 0; i < bytes.length; i += size) parts.push(bytes.subarray(i, i + size));
  return parts;
}

module.exports = { WebSocket };

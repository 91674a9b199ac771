// A Discord written from its documentation alone, by nobody who wrote ours, in as strange a mood as the documentation allows.
// It plays one scene after another with whatever bot connects and checks what the bot does. Usage: node server.js
// Tells in lines of JSON: listening, scene, failed, done.
'use strict';

const http = require('node:http');
const { WebSocket } = require('./websocket.js');

const token = 'strange.token';
const applicationId = '901';
const query = '?v=10&encoding=json&compress=zlib-stream';
const later = ms => new Promise(done => setTimeout(done, ms));

const tell = (event, facts = {}) => process.stdout.write(`${JSON.stringify({ event, ...facts })}\n`);
const check = (isGood, message) => { if (!isGood) tell('failed', { message }); };

let port;
let sequence = 0;
let asked = 0;
const waiting = new Map();
const happened = new Set();

/** Waits for something the bot must do over REST. */
const when = name => happened.has(name) ? Promise.resolve() : new Promise(done => waiting.set(name, done));
const mark = name => { happened.add(name); waiting.get(name)?.(); };

// ---- the gateway ----

const scenes = [
  async function first(ws, path) {
    check(path === `/gateway${query}`, `The first connection asked for ${path}.`);
    await later(300);
    await ws.send({ op: 10, d: { heartbeat_interval: '45000', _trace: ['["strange",{"micros":1.5}]'], novelty: null }, s: null, t: null, extra: {} });
    check(JSON.stringify((await ws.next(2)).d.token) === JSON.stringify(token), 'The token of the Identify is not bare.');
    await ws.send({ op: 77, d: { never: 'heard of' } });
    await ws.send({ op: 0, t: 'CONTENT_INVENTORY_INBOX_STALE', s: null, d: null });
    await ready(ws, `ws://127.0.0.1:${port}/resume/`);
    await ws.send({
      op: 0, t: 'GUILD_CREATE', s: ++sequence,
      d: { id: 41771983423143937, name: 'Strange', channels: null, members: [], large: 'false', soundboard_sounds: [{ volume: 1e0 }] },
    });
    await interaction(ws, '1001', {
      type: 2, guild_id: '41771983423143937', channel_id: '42', app_permissions: '562949953421311', locale: 'tlh', guild_locale: null, user: null,
      data: { id: '7', name: 'paint', type: 1, options: [{ name: 'prompt', type: 3, value: 'chicken \ud83c\udfc4' }, { name: 'future', type: 99, value: { a: [1] } }], resolved: {} },
      member: { user: person('basho'), permissions: '2147483647', roles: [], nick: null, avatar: null, joined_at: null, flags: '0', deaf: false, unusual_dm_activity_until: null },
      message: null, entitlements: [], entitlement_sku_ids: [], authorizing_integration_owners: { 0: '41771983423143937' }, context: 0, attachment_size_limit: 10485760,
    }, 2);
    await when('painted 1001');
    await ws.send({ op: 7, d: null });
    check(![1000, 1001].includes(await ws.closed), 'Opcode 7 was answered by ending the session.');
  },
  async function reconnectInsteadOfHello(ws, path) {
    check(path === `/resume/${query}`, `The resume asked for ${path}.`);
    await ws.send({ op: 7, d: null });
    check(![1000, 1001].includes(await ws.closed), 'Opcode 7 before hello was answered by ending the session.');
  },
  async function replay(ws, path) {
    check(path === `/resume/${query}`, `The second resume asked for ${path}.`);
    await resumed(ws, () => interaction(ws, '1001', { type: 2, data: { id: '7', name: 'paint', type: 1 }, user: person('basho') }));
    await interaction(ws, 1002, {
      type: 3, channel: { id: '43', type: 1, last_message_id: null, flags: 0, recipients: null }, channel_id: '43', user: person('curie'),
      data: { custom_id: 'again', component_type: 2, id: 3, values: null }, message: { id: '77', channel_id: '43', content: '', author: person('bot'), attachments: [], embeds: [], mentions: [], type: 23, timestamp: '2026-03-01T12:00:00+00:00', edited_timestamp: null, components: null, interaction_metadata: null },
    });
    await when('painted 1002');
    await ws.destroy();
  },
  async function invalidSession(ws) {
    await ws.send({ op: 10, d: { heartbeat_interval: 45000 } });
    check((await ws.next(6)).d.session_id === 'strange-session', 'The wrong session was resumed after the line broke.');
    await ws.send({ op: 9, d: false });
    await ws.closed;
  },
  async function secondSession(ws, path) {
    check(path === `/gateway${query}`, `After an invalid session the bot connected to ${path}.`);
    await ws.send({ op: 10, d: { heartbeat_interval: 45000.0 } });
    await ws.next(2);
    sequence = 0;
    await ws.send({ op: 1, d: 251 });
    check((await ws.next(1)).d === null, 'A heartbeat before any event did not carry null.');
    await ws.send({ op: 11 });
    await ready(ws, `ws://127.0.0.1:${port}/resume`);
    await ws.close(null);
    await ws.closed;
  },
  async function deafServer(ws, path) {
    check(path === `/resume${query}`, `The third resume asked for ${path}.`);
    await ws.send({ op: 10, d: { heartbeat_interval: 1000 } });
    await ws.next(6);
    await ws.send({ op: 0, t: 'RESUMED', s: null, d: null });
    check((await ws.next(1)).d === 1, 'The heartbeat does not carry the last sequence.');
    check(![1000, 1001, null].includes(await ws.closed), 'A server that acknowledges nothing was left as if for ever, or without a word.');
  },
  async function end(ws) {
    await resumed(ws);
    await ws.close(4014);
    check(await ws.closed !== null, 'The closing frame was not answered.');
    tell('done');
  },
];

async function ready(ws, address) {
  await ws.send({
    op: 0, t: 'READY', s: ++sequence,
    d: {
      v: '10', user_settings: {}, user: { ...person('bot'), id: 900, bot: true, verified: null, mfa_enabled: true, email: null, flags: '0', clan: { tag: null } },
      session_type: 'normal', session_id: 'strange-session', resume_gateway_url: address, relationships: [], private_channels: [], presences: null,
      guilds: [{ unavailable: true, id: 41771983423143937 }], guild_join_requests: [], geo_ordered_rtc_regions: ['x'], game_relationships: [], auth: {},
      application: { id: applicationId, flags: '565248' }, shard: null, _trace: ['{}'],
    },
  });
}

async function resumed(ws, replay = async () => {}) {
  await ws.send({ op: 10, d: { heartbeat_interval: 45000 } });
  const resume = (await ws.next(6)).d;
  check(resume.token === token && resume.session_id === 'strange-session', 'The Resume names another session.');
  check(resume.seq === sequence, `The Resume says ${resume.seq} and the last event was ${sequence}.`);
  await replay();
  await ws.send({ op: 0, t: 'RESUMED', s: ++sequence, d: null });
}

async function interaction(ws, id, fields, times = 1) {
  mark(`asked ${id}`);
  for (let i = 0; i < times; i++) {
    await ws.send({ op: 0, t: 'INTERACTION_CREATE', s: ++sequence, d: { id, application_id: applicationId, token: `token-${id}`, version: 1, ...fields } });
  }
}

const person = name => ({ id: '90071992547409931', username: name, global_name: null, discriminator: '0', avatar: null, banner: null, public_flags: '0', avatar_decoration_data: null, collectibles: null });

function connect(request, socket) {
  const ws = new WebSocket(socket, request.headers['sec-websocket-key'], request.url.includes('compress=zlib-stream'));
  const received = [];
  const readers = [];
  ws.closed = new Promise(done => { ws.onClose = done; });
  ws.onMessage = body => {
    check(body.length <= 4096, `A payload of ${body.length} bytes was sent.`);
    const payload = JSON.parse(body);
    const reader = readers.findIndex(([op]) => op === payload.op);
    if (reader >= 0) readers.splice(reader, 1)[0][1](payload);
    else received.push(payload);
  };
  ws.next = op => {
    const index = received.findIndex(payload => payload.op === op);
    return index >= 0 ? Promise.resolve(received.splice(index, 1)[0]) : new Promise(done => readers.push([op, done]));
  };
  const scene = scenes.shift();
  if (!scene) return check(false, 'The bot connected although it was told never to come back.');
  tell('scene', { name: scene.name });
  scene(ws, request.url).catch(error => check(false, `${scene.name}: ${error.stack}`));
}

// ---- REST ----

async function answer(request, response) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = Buffer.concat(chunks);
  const call = `${request.method} ${request.url}`;
  check(/^DiscordBot \(https?:\/\/\S+, \S+\)/.test(request.headers['user-agent'] ?? ''), `${call} came as "${request.headers['user-agent']}".`);
  if (body.length > 0) check(/^(application\/json|multipart\/form-data; ?boundary=)/.test(request.headers['content-type'] ?? ''), `${call} has the content type "${request.headers['content-type']}".`);

  if (call === 'GET /api/v10/gateway/bot') return gateway(request, response);
  const callback = call.match(/^POST \/api\/v10\/interactions\/(\d+)\/token-\d+\/callback(\?.*)?$/);
  if (callback) return acknowledge(callback[1], callback[2] ?? '', body, response);
  const edit = call.match(/^PATCH \/api\/v10\/webhooks\/901\/token-(\d+)\/messages\/(?:@|%40)original$/);
  if (edit) return paint(edit[1], request, body, response);
  check(false, `Nobody expected ${call}.`);
  response.writeHead(404).end();
}

function gateway(request, response) {
  check(request.headers.authorization === `Bot ${token}`, `GET /gateway/bot came with the authorization "${request.headers.authorization}".`);
  if (asked++ === 0) {
    // Too many, says the edge in front of it, and not a word more.
    response.writeHead(429, { 'retry-after': '0.2' }).end();
    return;
  }
  const text = JSON.stringify({
    url: `ws://127.0.0.1:${port}/gateway`, shards: 1, novelty: [null],
    session_start_limit: { max_concurrency: 1, remaining: 999, reset_after: 14400000, total: 1000, extra: 'x' },
  });
  slowly(response, 200, { 'content-type': 'application/json; charset=utf-8' }, text, 16);
}

const acknowledged = new Set();

function acknowledge(id, search, body, response) {
  check(!acknowledged.has(id), `Interaction ${id} was answered twice.`);
  acknowledged.add(id);
  const type = JSON.parse(body).type;
  check(type === 5 || type === 6, `Interaction ${id} was answered with type ${type}.`);
  if (!search.includes('with_response=true')) return response.writeHead(204, { 'x-odd': '1' }).end();
  const message = { ...picture(), flags: 128 };
  slowly(response, 200, { 'content-type': 'application/json', 'x-ratelimit-limit': '5', 'x-ratelimit-remaining': '4', 'x-ratelimit-reset-after': '0.25', 'x-ratelimit-bucket': `b${id}` },
    JSON.stringify({ interaction: { id, type: 2, response_message_id: '555', response_message_loading: true, response_message_ephemeral: false, channel_id: '42', guild_id: null }, resource: { type, message, activity_instance: null } }), 50);
}

const attempts = new Map();

function paint(id, request, body, response) {
  check(request.headers['content-type'].startsWith('multipart/form-data'), 'The picture did not come as multipart.');
  const text = body.toString('latin1');
  check(/content-disposition: form-data; name="payload_json"\r\n/i.test(text), 'There is no part named payload_json.');
  check(/content-disposition: form-data; name="files\[0\]"; filename="picture.png"\r\n/i.test(text), 'There is no part named files[0] with its file name.');
  const attempt = (attempts.get(id) ?? 0) + 1;
  attempts.set(id, attempt);
  if (id === '1001' && attempt === 1) return response.writeHead(429, { 'retry-after': '0.3' }).end();
  if (id === '1001' && attempt === 2) return response.writeHead(502, { 'content-type': 'text/html' }).end('<html><h1>bad gateway</h1>');
  slowly(response, 200, { 'content-type': 'application/json' }, JSON.stringify(picture()), 20);
  response.on('finish', () => mark(`painted ${id}`));
}

const picture = () => ({
  id: 555, channel_id: '42', author: person('bot'), content: 'a', timestamp: '2026-03-01T12:00:00.123000+00:00', edited_timestamp: null, tts: false, mention_everyone: false,
  mentions: [], mention_roles: [], attachments: [{ id: '1', filename: 'picture.png', size: '123', url: 'https://cdn.example/p.png', proxy_url: 'https://cdn.example/p.png', width: null, height: null, content_type: null, placeholder: 'abc', placeholder_version: 1 }],
  embeds: [], pinned: false, type: 20, flags: 0, components: [{ type: 1, id: 1, components: [{ type: 2, id: 2, style: 1, label: null, emoji: null, custom_id: 'again' }] }, { type: 98 }], position: null, poll: null,
});

/** In lower-case headers, chunks, and no hurry. */
async function slowly(response, status, headers, text, size) {
  response.writeHead(status, headers);
  for (let i = 0; i < text.length; i += size) {
    response.write(text.slice(i, i + size));
    await later(2);
  }
  response.end();
}

const server = http.createServer((request, response) => answer(request, response).catch(error => check(false, error.stack)));
server.on('upgrade', connect);
server.listen(0, '127.0.0.1', () => {
  port = server.address().port;
  tell('listening', { api: `http://127.0.0.1:${port}/api/v10` });
});
process.stdin.resume();
process.stdin.on('end', () => process.exit(0));

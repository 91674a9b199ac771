import { h } from '../ui/dom.js';
import { EmojiPattern, emoji } from '../ui/emoji.js';
import { fullTime, stamp } from '../ui/time.js';

/**
 * Discord's markdown as elements. Text only ever becomes text nodes. The context says who is meant by a mention:
 * user(id), channel(id), role(id), command(name, id); each gives an element or null.
 */
export function markdown(text, context) {
  const content = document.createDocumentFragment();
  content.append(...blocks(text, context));
  return content;
}

function blocks(text, context) {
  const out = [];
  const fences = text.split(/```(?:([a-z0-9_+-]+)\n)?\n?([\s\S]+?)\n?```/i);
  for (let at = 0; at < fences.length; at += 3) {
    out.push(...lines(fences[at], context, at > 0));
    if (at + 2 < fences.length) out.push(h('pre', null, h('code', null, fences[at + 2])));
  }
  return out;
}

function lines(text, context, afterBlock) {
  const out = [];
  const rows = (afterBlock ? text.replace(/^\n/, '') : text).split('\n');
  let plain = [];
  const flush = () => { if (plain.length) out.push(...inline(plain.join('\n'), context)); plain = []; };
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at];
    const heading = /^(#{1,3}) +(.+)/.exec(row);
    const fine = /^-# +(.+)/.exec(row);
    const quoted = /^>>> ?/.test(row) ? rows.slice(at).join('\n').slice(row.startsWith('>>> ') ? 4 : 3) : null;
    const block = quoted !== null ? h('blockquote', null, ...lines(quoted, context))
      : heading ? h(`h${heading[1].length}`, null, ...inline(heading[2], context))
        : fine ? h('span.fine', null, ...inline(fine[1], context)) : null;
    if (block) {
      flush();
      out.push(block);
      if (quoted !== null) return out;
    } else if (/^> /.test(row)) {
      flush();
      const from = at;
      while (/^> /.test(rows[at + 1] ?? '')) at++;
      out.push(h('blockquote', null, ...lines(rows.slice(from, at + 1).map(line => line.slice(2)).join('\n'), context)));
    } else if (Item.test(row)) {
      flush();
      const from = at;
      while (Item.test(rows[at + 1] ?? '')) at++;
      out.push(list(rows.slice(from, at + 1), context));
    } else {
      plain.push(row);
      if (at + 1 === rows.length || startsBlock(rows[at + 1])) flush();
    }
  }
  return out;
}

const Item = /^( *)([-*]|\d+\.) +(.+)/;
const startsBlock = row => /^(#{1,3} +.|-# +.|> |>>>)/.test(row) || Item.test(row);

function list(rows, context) {
  const parsed = rows.map(row => Item.exec(row));
  const root = h(/\d/.test(parsed[0][2]) ? 'ol' : 'ul');
  let last = null;
  for (const [, indent, , text] of parsed) {
    const item = h('li', null, ...inline(text, context));
    if (indent.length >= 2 && last) (last.querySelector(':scope > ul') ?? last.appendChild(h('ul'))).append(item);
    else root.append(last = item);
  }
  return root;
}

const wrap = (tag, classes = '') => (match, context) => h(`${tag}${classes}`, null, ...inline(match[1], context));

// The first rule whose match starts earliest wins; within a match the rules hold again.
const Rules = [
  [/\\([^\p{L}\p{N}\s])/u, match => match[1]],
  [/(`+)([\s\S]*?[^`])\1(?!`)/, match => h('code', null, match[2])],
  [/<t:(-?\d{1,13})(?::([tTdDfFR]))?>/, match => time(Number(match[1]), match[2])],
  [/<@!?(\d{15,20})>/, (match, context) => context.user(match[1]) ?? match[0]],
  [/<@&(\d{15,20})>/, (match, context) => context.role(match[1]) ?? match[0]],
  [/<#(\d{15,20})>/, (match, context) => context.channel(match[1]) ?? match[0]],
  [/<\/([-_'\p{L}\p{N} ]{1,100}):(\d{1,20})>/u, (match, context) => context.command(match[1], match[2]) ?? match[0]],
  [EmojiPattern, match => emoji(match[0])],
  [/<a?(:\w{2,32}:)\d{15,20}>/, match => match[1]],
  [/\[([^\]\n]+)\]\(<?(https?:\/\/[^\s)>]+)>?\)/, (match, context) => link(match[2], inline(match[1], context))],
  [/<(https?:\/\/[^\s>]+)>/, match => link(match[1])],
  [/https?:\/\/[^\s<]+[^\s<.,:;"')\]!?*_~|]/, match => link(match[0])],
  [/\|\|([\s\S]+?)\|\|/, (match, context) => spoiler(inline(match[1], context))],
  [/\*\*\*([\s\S]+?)\*\*\*(?!\*)/, (match, context) => h('strong', null, h('em', null, ...inline(match[1], context)))],
  [/\*\*([\s\S]+?)\*\*(?!\*)/, wrap('strong')],
  [/__([\s\S]+?)__(?!_)/, wrap('u')],
  [/~~([\s\S]+?)~~/, wrap('s')],
  [/\*(?!\s)([^*]*[^*\s])\*(?!\*)/, wrap('em')],
  [/(?<![\p{L}\p{N}_])_([^_]+)_(?![\p{L}\p{N}_])/u, wrap('em')],
];

function inline(text, context) {
  const out = [];
  let rest = text;
  while (rest) {
    let best = null;
    for (const [pattern, make] of Rules) {
      const match = pattern.exec(rest);
      if (match && (!best || match.index < best.match.index)) best = { match, make };
      if (best?.match.index === 0) break;
    }
    if (!best) {
      out.push(rest);
      break;
    }
    if (best.match.index > 0) out.push(rest.slice(0, best.match.index));
    out.push(best.make(best.match, context));
    rest = rest.slice(best.match.index + best.match[0].length);
  }
  return out;
}

function time(seconds, style) {
  if (Math.abs(seconds) > 8.64e12) return String(seconds);
  return h('time.stamp', { dateTime: new Date(seconds * 1000).toISOString(), title: fullTime(seconds * 1000), 'data-ticks': style === 'R' ? seconds : null }, stamp(seconds, style));
}

function link(address, children = [address]) {
  return h('a', { href: address, target: '_blank', rel: 'noreferrer noopener nofollow' }, ...children);
}

function spoiler(children) {
  const hidden = h('span.spoiler', { role: 'button', tabIndex: 0, 'aria-label': 'Hidden text; press to show it' }, h('span', null, ...children));
  const show = () => {
    hidden.classList.add('shown');
    for (const name of ['role', 'tabindex', 'aria-label']) hidden.removeAttribute(name);
  };
  hidden.addEventListener('click', show);
  hidden.addEventListener('keydown', event => { if (event.key === 'Enter' || event.key === ' ') { event.preventDefault(); show(); } });
  return hidden;
}

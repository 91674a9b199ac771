import { h } from './dom.js';

const Svg = 'http://www.w3.org/2000/svg';
const Grounds = [['#5148c9', '#8f88ff'], ['#b4482d', '#ef9a5f'], ['#17756b', '#5cc5a8'], ['#9a2f6b', '#e383b4'], ['#3d6a1f', '#9cc65a'], ['#7a5312', '#d9aa4a'], ['#245b9e', '#74b1ec']];

function draw(name, attributes, ...children) {
  const element = document.createElementNS(Svg, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/** The bot wears its own sign, a wave of paint; everybody else two shapes and an initial, always the same for the same name. */
export function avatar(user, status) {
  const face = user.bot ? botFace() : personFace(user);
  return h('span.avatar', { 'aria-hidden': 'true' }, face, status && h(`span.dot.${status}`));
}

export function guildFace() {
  return draw('svg', { viewBox: '0 0 40 40', 'aria-hidden': 'true' },
    draw('rect', { width: 40, height: 40, fill: '#f2a65a' }),
    draw('circle', { cx: 29, cy: 11, r: 5.5, fill: '#fff3df' }),
    draw('path', { d: 'M-2 27c8-10 14 2 21-5s12-9 23-5v25H-2z', fill: '#2c6e8f' }),
    draw('path', { d: 'M-2 33c9-7 14 1 22-4s14-5 22-1v14H-2z', fill: '#1d4a66' }));
}

function botFace() {
  return draw('svg', { viewBox: '0 0 40 40', 'aria-hidden': 'true' },
    draw('rect', { width: 40, height: 40, fill: '#5148c9' }),
    draw('path', { d: 'M4 28c7-10 11-2 16-9s8-10 17-8c-4 3-4 6-7 11-5 7-16 11-26 6z', fill: '#ffb454' }),
    draw('path', { d: 'M6 17C10 10 18 7 24 8c-6 2-10 8-18 9z', fill: '#7fe0d0' }),
    draw('circle', { cx: 29.5, cy: 14.5, r: 2.6, fill: '#fff' }));
}

function personFace(user) {
  const seed = [...user.username].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0, 4);
  const [deep, light] = Grounds[seed % Grounds.length];
  const turn = (seed >> 4) % 360;
  const letter = draw('text', { x: 20, y: 27.2, 'text-anchor': 'middle', 'font-size': 20, 'font-weight': 700, 'font-family': 'system-ui, sans-serif', fill: '#fff' });
  letter.textContent = (user.global_name ?? user.username).slice(0, 1).toLocaleUpperCase();
  return draw('svg', { viewBox: '0 0 40 40' },
    draw('rect', { width: 40, height: 40, fill: deep }),
    draw('path', { d: 'M20 20 40-4v48z', fill: light, opacity: 0.45, transform: `rotate(${turn} 20 20)` }),
    letter);
}

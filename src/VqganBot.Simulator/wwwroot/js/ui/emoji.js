import { h } from './dom.js';

const Svg = 'http://www.w3.org/2000/svg';
const line = (d, width = 2.2) => ['path', { d, fill: 'none', stroke: 'currentColor', 'stroke-width': width, 'stroke-linecap': 'round', 'stroke-linejoin': 'round' }];
const area = (d, fill = 'currentColor') => ['path', { d, fill }];
const dot = (cx, cy, r, fill) => ['circle', { cx, cy, r, fill }];
const box = (x, y, width, height, rx, fill = 'currentColor') => ['rect', { x, y, width, height, rx, fill }];

const Hourglass = [area('M7 4.5h10c0 4-3.6 5.4-3.6 7.5S17 15.5 17 19.5H7c0-4 3.6-5.5 3.6-7.5S7 8.5 7 4.5z', '#cfe6f2'), area('M8.6 8.2h6.8c-.9 1.5-2.4 2.3-3.4 3.8-1-1.5-2.5-2.3-3.4-3.8zM8 19.5c.4-2.3 2.6-3.3 4-4.5 1.4 1.2 3.6 2.2 4 4.5z', '#e2a73c'), box(5, 2.5, 14, 2.4, 1, '#8d6a48'), box(5, 19.1, 14, 2.4, 1, '#8d6a48')];

// The signs bots like ours use, drawn: a machine without a font of emoji would show empty boxes. All others stay letters.
const Drawings = {
  '➕': [line('M12 4v16M4 12h16', 3)],
  '✖': [line('m5.5 5.5 13 13M18.5 5.5l-13 13', 3)],
  '✅': [box(2, 2, 20, 20, 5, '#4fb87c'), ['path', { d: 'm6.5 12.5 4 4L17.5 8', fill: 'none', stroke: '#fff', 'stroke-width': 2.8, 'stroke-linecap': 'round', 'stroke-linejoin': 'round' }]],
  'ℹ': [line('M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 11v5.5'), dot(12, 7.6, 1.4, 'currentColor')],
  '⏹': [box(4.5, 4.5, 15, 15, 2.5)],
  '⏸': [box(5, 4, 5, 16, 1.5), box(14, 4, 5, 16, 1.5)],
  '▶': [area('M7 3.5v17L20.5 12z')],
  '◀': [area('M17 3.5v17L3.5 12z')],
  '🔀': [line('M3 7h3.5l9 10H21M18 14l3 3-3 3M3 17h3.5l2.4-2.7M13.2 9.6 15.5 7H21M18 4l3 3-3 3')],
  '🔄': [line('M20 10.5A8 8 0 0 0 6 7L4 9M4 4v5h5M4 13.5A8 8 0 0 0 18 17l2-2M20 20v-5h-5')],
  '🔍': [line('M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM15.5 15.5 21 21')],
  '🔎': [line('M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM15.5 15.5 21 21M10.5 7.8v5.4M7.8 10.5h5.4')],
  '🗑': [line('M4.5 7h15M10 7V4.5h4V7M6.5 7l1 13h9l1-13M10.5 11v5M13.5 11v5')],
  '✏': [line('m4 20 1-5L16 4l4 4L9 19zM13.5 6.5l4 4')],
  '⚙': [line('M12 15.2a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4ZM12 2.8v3M12 18.2v3M2.8 12h3M18.2 12h3M5.5 5.5l2.1 2.1M16.4 16.4l2.1 2.1M5.5 18.5l2.1-2.1M16.4 7.6l2.1-2.1')],
  '🎞': [line('M4 4h16v16H4zM8 4v16M16 4v16M4 9h4M4 15h4M16 9h4M16 15h4M8 12h8', 1.9)],
  '🎲': [box(3, 3, 18, 18, 4.5, '#e0525c'), dot(8, 8, 1.7, '#fff'), dot(16, 8, 1.7, '#fff'), dot(12, 12, 1.7, '#fff'), dot(8, 16, 1.7, '#fff'), dot(16, 16, 1.7, '#fff')],
  '🎨': [area('M12 2.5c-5.6 0-10 4-10 9.3s4.3 9.7 9.4 9.7c2 0 2.6-1.2 2.2-2.6-.5-1.8.4-3 2.2-3h2.6c2.2 0 3.6-1.7 3.6-4.2 0-5.3-4.4-9.2-10-9.2Z', '#d9a066'), dot(7, 11, 1.8, '#d8434e'), dot(10.5, 6.8, 1.8, '#f4d35e'), dot(15.5, 7, 1.8, '#3f9b6e'), dot(18, 11, 1.7, '#4f6fd6')],
  '🖼': [box(2, 3.5, 20, 17, 2, '#b8793e'), box(4.6, 6, 14.8, 12, 0.8, '#bfe3f5'), area('M4.6 18v-3.5l4-4 4 4 2.6-2.4 4.2 4V18z', '#3f8f5f'), dot(15.6, 9.2, 1.6, '#f6c945')],
  '💤': [['path', { d: 'M4 12.5h7.5L4 20.5h7.5M13.5 3.5H20l-6.5 7H20', fill: 'none', stroke: '#5aa9e6', 'stroke-width': 2.6, 'stroke-linecap': 'round', 'stroke-linejoin': 'round' }]],
  '⏳': Hourglass,
  '⌛': Hourglass,
  '⚠': [area('M10.5 3.6 1.9 18.7A1.8 1.8 0 0 0 3.5 21.4h17a1.8 1.8 0 0 0 1.6-2.7L13.5 3.6a1.8 1.8 0 0 0-3 0z', '#f5c542'), box(10.9, 8.5, 2.2, 6.5, 1.1, '#3a2e10'), dot(12, 17.6, 1.3, '#3a2e10')],
};

/** Finds the next sign that has a drawing. */
export const EmojiPattern = new RegExp(`(${Object.keys(Drawings).join('|')})\\uFE0F?`, 'u');

/** A sign as a drawing where there is one, else as its letter. */
export function emoji(text, { hidden = false } = {}) {
  const shapes = Drawings[text.replace('\uFE0F', '')];
  const label = hidden ? { 'aria-hidden': 'true' } : { role: 'img', 'aria-label': text };
  return h('span.emoji', label, shapes ? drawing(shapes) : text);
}

function drawing(shapes) {
  const svg = document.createElementNS(Svg, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  for (const [name, attributes] of shapes) {
    const shape = document.createElementNS(Svg, name);
    for (const [key, value] of Object.entries(attributes)) shape.setAttribute(key, value);
    svg.append(shape);
  }
  return svg;
}

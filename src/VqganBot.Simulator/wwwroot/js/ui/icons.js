const Shapes = {
  hash: 'M9.5 4 7.5 20M16.5 4l-2 16M4.5 9h16M3.5 15h16',
  at: 'M16 12a4 4 0 1 1-8 0 4 4 0 0 1 8 0Zm0 0v1.5a2.5 2.5 0 0 0 5 0V12a9 9 0 1 0-3.5 7.1',
  send: 'M4.5 12h9M5 4.5 20 12 5 19.5 6.8 12z',
  plus: 'M12 5v14M5 12h14',
  close: 'm6 6 12 12M18 6 6 18',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  people: 'M15.5 19v-1a3.5 3.5 0 0 0-3.5-3.5H7A3.5 3.5 0 0 0 3.5 18v1M9.5 11a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4ZM20.5 19v-1a3.5 3.5 0 0 0-2.7-3.4M15.5 4.8a3.2 3.2 0 0 1 0 6',
  menu: 'M4 7h16M4 12h16M4 17h16',
  sun: 'M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM12 2.5V4M12 20v1.5M4.6 4.6l1 1M18.4 18.4l1 1M2.5 12H4M20 12h1.5M4.6 19.4l1-1M18.4 5.6l1-1',
  moon: 'M20 14.5A8.2 8.2 0 0 1 9.5 4a8.2 8.2 0 1 0 10.5 10.5Z',
  gear: 'M12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM12 2.8l1 2.6 2.3 1 2.6-1 1.7 1.7-1.1 2.5 1 2.3 2.6 1v2.2l-2.6 1-1 2.3 1.1 2.5-1.7 1.7-2.6-1.1-2.3 1-1 2.5h-2l-1-2.6-2.3-.9-2.6 1.1-1.7-1.7 1.1-2.5-1-2.3-2.6-1v-2.2l2.6-1 1-2.3-1.1-2.5 1.7-1.7 2.6 1 2.3-1 1-2.6z',
  tools: 'm8 7-5 5 5 5M16 7l5 5-5 5M13.5 5l-3 14',
  chevron: 'm9 6 6 6-6 6',
  up: 'm6 15 6-6 6 6',
  down: 'm6 9 6 6 6-6',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  copy: 'M9 9h10v11H9zM5 15V4h10',
  trash: 'M4.5 7h15M10 7V4.5h4V7M6.5 7l1 13h9l1-13',
  apps: 'M5 5h5v5H5zM14 5h5v5h-5zM5 14h5v5H5zM14 14h5v5h-5z',
  eye: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12ZM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z',
  warn: 'M12 8.5v5M12 17h.01M10.6 3.9 2.6 18a1.6 1.6 0 0 0 1.4 2.4h16a1.6 1.6 0 0 0 1.4-2.4l-8-14.1a1.6 1.6 0 0 0-2.8 0Z',
  file: 'M6 3.5h8l4.5 4.5v12.5H6zM13.5 3.5v5h5',
  lock: 'M6 11h12v9.5H6zM8.5 11V7.5a3.5 3.5 0 0 1 7 0V11',
  globe: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM3 12h18M12 3c3 3 3.5 6 3.5 9s-.5 6-3.5 9c-3-3-3.5-6-3.5-9S9 6 12 3Z',
  switch: 'M7 4 3.5 7.5 7 11M3.5 7.5H17M17 13l3.5 3.5L17 20M20.5 16.5H7',
  image: 'M4 5h16v14H4zM8.5 10.5a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3ZM5 17l5-5 3.5 3.5 2.5-2.5 4 4',
};

const Svg = 'http://www.w3.org/2000/svg';

/** A line drawing of 24 units; beside a name, so hidden from readers. */
export function icon(name, size = 20) {
  const svg = document.createElementNS(Svg, 'svg');
  const settings = { viewBox: '0 0 24 24', width: size, height: size, fill: 'none', stroke: 'currentColor', 'stroke-width': 1.9, 'stroke-linecap': 'round', 'stroke-linejoin': 'round', 'aria-hidden': 'true' };
  for (const [key, value] of Object.entries(settings)) svg.setAttribute(key, value);
  const path = document.createElementNS(Svg, 'path');
  path.setAttribute('d', Shapes[name]);
  if (name === 'more') svg.setAttribute('stroke-width', 3);
  svg.append(path);
  return svg;
}

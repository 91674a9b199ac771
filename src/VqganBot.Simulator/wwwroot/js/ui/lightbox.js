import { h } from './dom.js';
import { icon } from './icons.js';

/** A picture as large as the page allows, with its words. */
export function openLightbox({ address, alt, name }) {
  const close = h('button.tool', { type: 'button', 'aria-label': 'Close the picture', onclick: () => box.close() }, icon('close'));
  const box = h('dialog.lightbox', { 'aria-label': alt || name },
    h('img', { src: address, alt: alt ?? '' }),
    h('div.caption', null, alt && h('span', null, alt), h('a', { href: address, target: '_blank', rel: 'noreferrer' }, 'Open the file'), h('a', { href: address, download: name }, 'Save')),
    close);
  box.addEventListener('click', event => { if (event.target === box || event.target.className === 'caption') box.close(); });
  box.addEventListener('close', () => box.remove());
  document.body.append(box);
  box.showModal();
  close.focus();
}

import { h, replace } from '../ui/dom.js';
import { openLightbox } from '../ui/lightbox.js';
import { fileAddress } from './address.js';

// As Discord does: never larger than it is.
const MostWidth = 550;
const MostHeight = 480;

/** A picture in a message. The next one is loaded and decoded first and then laid over the old one, so that progress never flickers. */
export class Frame {
  constructor() {
    this.element = h('figure.frame');
    this.button = h('button.open', { type: 'button', onclick: () => this.#open() });
    this.wanted = null;
    this.shown = null;
  }

  show(attachment) {
    const same = this.attachment?.id === attachment.id;
    this.attachment = attachment;
    this.#size(attachment);
    this.#label();
    if (same) return;
    if (this.shown === null && attachment.filename.startsWith('SPOILER_')) this.element.classList.add('veiled');
    this.#load(attachment);
  }

  async #load(attachment) {
    const picture = h('img', { alt: attachment.description ?? '', decoding: 'async', draggable: false });
    const address = fileAddress(attachment.url);
    this.wanted = address;
    picture.src = address;
    try {
      await picture.decode();
    } catch {
      if (this.wanted === address && this.shown === null) this.#lost(attachment);
      return;
    }
    if (this.wanted !== address) return;
    this.shown = address;
    this.#lay(picture);
  }

  #lay(picture) {
    const below = [...this.element.querySelectorAll('img')];
    this.element.classList.remove('lost');
    this.element.querySelector('p')?.remove();
    if (below.length) below.at(-1).after(picture);
    else this.element.prepend(picture);
    this.element.append(this.button);
    this.element.dispatchEvent(new CustomEvent('picture', { bubbles: true }));
    // The covered ones leave when the new one has faded in.
    const leave = () => { for (const old of below) old.remove(); };
    if (below.length) picture.addEventListener('animationend', leave, { once: true });
  }

  #lost(attachment) {
    this.element.classList.add('lost');
    replace(this.element, h('p', null, `${attachment.filename} could not be shown: the file is gone or is no picture.`));
  }

  #size({ width, height }) {
    this.element.classList.toggle('unsized', !width || !height);
    if (!width || !height) return;
    const wide = Math.min(width, MostWidth, MostHeight * width / height);
    this.element.style.setProperty('--wide', `${Math.round(wide)}px`);
    this.element.style.setProperty('--ratio', `${width} / ${height}`);
  }

  #label() {
    const veiled = this.element.classList.contains('veiled');
    this.button.setAttribute('aria-label', veiled ? 'Spoiler: show the picture' : 'Enlarge the picture');
    replace(this.button, veiled ? h('span.veil', null, h('span', null, 'SPOILER')) : null);
  }

  #open() {
    if (this.element.classList.contains('veiled')) {
      this.element.classList.remove('veiled');
      this.#label();
      return;
    }
    openLightbox({ address: this.shown, alt: this.attachment.description, name: this.attachment.filename });
  }
}

import { h, replace } from '../ui/dom.js';
import { icon } from '../ui/icons.js';
import { Frame } from './frame.js';
import { fileAddress } from './address.js';

const isKind = (attachment, kind, extensions) =>
  attachment.content_type ? attachment.content_type.startsWith(`${kind}/`) : extensions.test(attachment.filename);

const isPicture = attachment => isKind(attachment, 'image', /\.(png|jpe?g|webp|gif)$/i);
const isFilm = attachment => isKind(attachment, 'video', /\.(mp4|webm|mov)$/i);

export function fileSize(bytes) {
  if (bytes < 1024) return `${bytes} bytes`;
  return bytes < 1024 * 1024 ? `${(bytes / 1024).toFixed(1)} KiB` : `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
}

/** The files of a message: pictures keep their frames from edit to edit, films play in place, the rest can be downloaded. */
export class Attachments {
  constructor() {
    this.element = h('div.files');
    this.grid = h('div.pictures');
    this.others = h('div.rows');
    this.frames = [];
    this.otherIds = '';
  }

  update(attachments) {
    const pictures = attachments.filter(isPicture);
    const others = attachments.filter(attachment => !isPicture(attachment));
    this.frames.splice(pictures.length).forEach(frame => frame.element.remove());
    pictures.forEach((picture, at) => {
      this.frames[at] ??= this.grid.appendChild((this.frames[at] = new Frame()).element) && this.frames[at];
      this.frames[at].show(picture);
    });
    this.grid.classList.toggle('several', pictures.length > 1);
    const ids = others.map(other => other.id).join();
    if (ids !== this.otherIds) replace(this.others, others.map(other => isFilm(other) ? film(other) : file(other)));
    this.otherIds = ids;
    replace(this.element, pictures.length ? this.grid : null, others.length ? this.others : null);
  }
}

function film(attachment) {
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  return h('video.film', { src: fileAddress(attachment.url), controls: true, loop: true, muted: true, playsInline: true, autoplay: !still, preload: 'metadata', 'aria-label': attachment.description ?? attachment.filename });
}

function file(attachment) {
  return h('div.file', null, icon('file', 30),
    h('div', null, h('a', { href: fileAddress(attachment.url), download: attachment.filename }, attachment.filename), h('small', null, fileSize(attachment.size))));
}

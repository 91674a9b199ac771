import { h } from '../ui/dom.js';
import { icon } from '../ui/icons.js';

/** The files that go with the next plain message. */
export class Tray {
  constructor(composer) {
    this.element = h('div.tray', { role: 'group', 'aria-label': 'Files to send' });
    composer.append(this.element);
    this.files = [];
  }

  add(file) {
    this.files.push(file);
    const parcel = h('div.parcel', null,
      file.preview ? h('img', { src: file.preview, alt: '' }) : h('span.blank', null, icon('file', 30)),
      h('span', { title: file.title }, file.title),
      h('button.tool', { type: 'button', 'aria-label': `Remove ${file.title}`, onclick: () => { parcel.remove(); this.files = this.files.filter(other => other !== file); } }, icon('trash', 15)));
    this.element.append(parcel);
  }

  /** Hands out the files and is empty. */
  take() {
    const { files } = this;
    this.files = [];
    this.element.replaceChildren();
    return files;
  }
}

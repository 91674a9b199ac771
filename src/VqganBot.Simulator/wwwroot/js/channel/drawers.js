import { isNarrow } from '../ui/dom.js';

/** On a narrow page the channels and the members are drawers over the messages; on a wide one members can be folded away. */
export class Drawers {
  constructor() {
    this.channels = document.getElementById('channels-drawer');
    this.members = document.getElementById('members');
    this.developer = document.getElementById('developer');
    this.shade = document.querySelector('.shade');
    this.opener = null;
    this.shade.addEventListener('click', () => this.close());
    document.addEventListener('keydown', event => {
      if (event.key === 'Escape' && !this.shade.hidden) this.close();
    });
    matchMedia('(max-width: 1080px)').addEventListener('change', () => this.close());
  }

  openChannels(opener) { this.#open(this.channels, opener); }

  /** Shows or hides the members; says whether they are shown now. */
  toggleMembers(opener) {
    if (matchMedia('(max-width: 1080px)').matches) {
      this.#open(this.members, opener);
      return true;
    }
    return !this.members.classList.toggle('closed');
  }

  toggleDeveloper(opener) {
    const shows = this.developer.hidden;
    this.close();
    this.developer.hidden = !shows;
    if (!shows) opener?.focus();
    else if (isNarrow()) this.#open(this.developer, opener);
    return shows;
  }

  close() {
    this.channels.classList.remove('open');
    this.members.classList.remove('open');
    if (!this.shade.hidden && isNarrow()) this.developer.hidden = true;
    this.shade.hidden = true;
    document.querySelector('.chat').inert = false;
    if (this.opener?.isConnected && document.activeElement === document.body) this.opener.focus({ preventScroll: true });
    this.opener = null;
  }

  #open(drawer, opener) {
    this.opener = opener;
    this.shade.hidden = false;
    drawer.classList.add('open');
    document.querySelector('.chat').inert = true;
    drawer.querySelector('button, [tabindex]')?.focus({ preventScroll: true });
  }
}

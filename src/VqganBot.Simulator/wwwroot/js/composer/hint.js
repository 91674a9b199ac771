import { h, replace } from '../ui/dom.js';
import { limitsOf } from './optionTypes.js';

/** The line over the box: what the option is for, or what is wrong with it. */
export class Hint {
  constructor(composer) {
    this.element = h('p.hint', { id: 'option-hint' });
    composer.append(this.element);
  }

  show(name, description, option) {
    this.element.classList.remove('bad');
    this.element.removeAttribute('role');
    const limits = option ? limitsOf(option) : '';
    replace(this.element, h('b', null, name), description && ` ${description}`, limits && ` · ${limits}`);
  }

  fail(name, error) {
    this.element.classList.add('bad');
    this.element.setAttribute('role', 'alert');
    replace(this.element, name && h('b', null, name), name && ': ', error);
  }

  clear() {
    this.element.classList.remove('bad');
    replace(this.element);
  }
}

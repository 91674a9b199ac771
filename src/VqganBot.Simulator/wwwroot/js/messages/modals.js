import { h, newId, replace } from '../ui/dom.js';
import { icon } from '../ui/icons.js';
import { dots } from './components.js';

const Type = { row: 1, text: 4, select: 3, label: 18 };
const Paragraph = 2;

/** The dialogues a bot opens. What was typed stays until it was taken. */
export class Modals {
  constructor(connection) { this.connection = connection; }

  open(modal) {
    const back = document.activeElement;
    const lines = modal.components.map(line).filter(Boolean);
    const wrong = h('p.wrong', { role: 'alert' });
    const send = h('button.press.primary', { type: 'submit' }, h('span', null, 'Submit'));
    const title = newId('modal');
    const form = h('form', { noValidate: true },
      h('header', null, h('h2', { id: title }, modal.title), h('button.tool', { type: 'button', 'aria-label': 'Close', onclick: () => dialog.close() }, icon('close'))),
      h('div.lines', null, lines.map(one => one.element)),
      h('footer', null, wrong, h('button.press.secondary', { type: 'button', onclick: () => dialog.close() }, 'Cancel'), send));
    const dialog = h('dialog.form', { 'aria-labelledby': title }, form);
    form.addEventListener('submit', async event => {
      event.preventDefault();
      const bad = lines.filter(one => !one.check());
      if (bad.length) return bad[0].focus();
      send.disabled = true;
      send.classList.add('busy');
      send.append(dots());
      const result = await this.connection.ask({ op: 'submit', modal: modal.id, inputs: Object.fromEntries(lines.map(one => [one.id, one.value()])) });
      if (!result.error) return dialog.close();
      send.disabled = false;
      send.classList.remove('busy');
      send.querySelector('.dots').remove();
      replace(wrong, `Something went wrong. ${result.error}`);
    });
    form.addEventListener('keydown', event => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.requestSubmit(); });
    dialog.addEventListener('close', () => { dialog.remove(); if (back?.isConnected) back.focus({ preventScroll: true }); });
    document.body.append(dialog);
    dialog.showModal();
    lines[0]?.focus();
  }
}

function line(component) {
  if (component.type === Type.row) return input(component.components[0], component.components[0].label);
  if (component.type === Type.label) return input(component.component, component.label, component.description);
  return null;
}

function input(component, label, description) {
  if (component.type === Type.text) return textLine(component, label, description);
  return component.type === Type.select ? selectLine(component, label, description) : null;
}

function textLine(component, label, description) {
  const id = newId('input');
  const most = component.max_length ?? 4000;
  const required = component.required ?? true;
  const common = { id, value: component.value ?? '', placeholder: component.placeholder ?? '', maxLength: most, 'aria-required': String(required), 'aria-describedby': `${id}-about ${id}-wrong` };
  const box = component.style === Paragraph ? h('textarea', common) : h('input', { ...common, type: 'text' });
  const count = h('span.count');
  const wrong = h('span.wrong', { id: `${id}-wrong` });
  const tally = () => { count.textContent = `${box.value.length} / ${most}`; };
  box.addEventListener('input', () => { tally(); say(''); });
  const say = text => { wrong.textContent = text; box.setAttribute('aria-invalid', String(Boolean(text))); };
  tally();
  return {
    id: component.custom_id,
    value: () => box.value,
    focus: () => { box.focus(); box.setSelectionRange(box.value.length, box.value.length); },
    check: () => {
      const text = required && !box.value.trim() ? 'This field is required.' : component.min_length && box.value.length < component.min_length ? `At least ${component.min_length} characters.` : '';
      say(text);
      return !text;
    },
    element: h('div', null, heading(id, label, required), description && h('p.about', { id: `${id}-about` }, description), box, h('div.under', null, wrong, count)),
  };
}

function selectLine(component, label, description) {
  const id = newId('input');
  const required = component.required ?? true;
  const box = h('select', { id }, !required && h('option', { value: '' }, component.placeholder ?? ''), component.options.map(option => h('option', { value: option.value, selected: option.default }, option.label)));
  return { id: component.custom_id, value: () => box.value, focus: () => box.focus(), check: () => true, element: h('div', null, heading(id, label, required), description && h('p.about', null, description), box) };
}

const heading = (id, label, required) => h('label', { htmlFor: id }, label, required && h('span.must', { 'aria-hidden': 'true' }, ' *'));

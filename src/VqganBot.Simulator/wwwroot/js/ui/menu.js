import { h } from './dom.js';
import { icon } from './icons.js';

let open = [];

/**
 * A menu at a point ({x, y}) or beside an element. Entries: {label, detail, icon, avatar, action, danger, disabled, checked, entries},
 * '-' for a line, {heading}. Arrow keys, Home, End, letters, Escape.
 */
export function openMenu(entries, at, { label, onclose } = {}) {
  closeMenus();
  const back = document.activeElement;
  const menu = build(entries, label, () => closeMenus());
  show(menu, at);
  open = [{ menu, back, onclose }];
  first(menu)?.focus({ preventScroll: true });
}

export function closeMenus(restore = true) {
  if (!open.length) return;
  const [{ back, onclose }] = open;
  const closing = open;
  open = [];
  const had = closing.some(({ menu }) => menu.contains(document.activeElement));
  for (const { menu } of closing) menu.remove();
  onclose?.();
  if (restore && had && back?.isConnected) back.focus({ preventScroll: true });
}

function build(entries, label, done) {
  const menu = h('div.menu', { role: 'menu', 'aria-label': label });
  for (const entry of entries) menu.append(line(entry, done));
  menu.addEventListener('keydown', event => onKey(event, menu));
  menu.addEventListener('contextmenu', event => event.preventDefault());
  return menu;
}

function line(entry, done) {
  if (entry === '-') return h('hr', { role: 'separator' });
  if (entry.heading) return h('h3', { role: 'presentation' }, entry.heading);
  const item = h(`button.item${entry.danger ? '.danger' : ''}`, {
    type: 'button',
    role: entry.checked === undefined ? 'menuitem' : 'menuitemradio',
    'aria-checked': entry.checked === undefined ? null : String(entry.checked),
    'aria-haspopup': entry.entries ? 'menu' : null,
    'aria-expanded': entry.entries ? 'false' : null,
    disabled: entry.disabled,
    tabIndex: -1,
  }, entry.avatar, h('span', { lang: entry.lang }, entry.label, entry.detail && h('small', null, entry.detail)),
  entry.checked ? icon('check', 18) : entry.entries ? icon('chevron', 16) : entry.icon && icon(entry.icon, 18));
  item.addEventListener('click', () => {
    if (entry.entries) return openSub(item, entry);
    done();
    entry.action?.();
  });
  item.addEventListener('mouseenter', () => {
    while (open.length > 1 && !open.at(-1).menu.contains(item)) closeLast(false);
    if (entry.entries) openSub(item, entry, false);
  });
  return item;
}

function openSub(item, entry, focus = true) {
  if (item.getAttribute('aria-expanded') === 'false') {
    const menu = build(entry.entries, entry.label, () => closeMenus());
    item.setAttribute('aria-expanded', 'true');
    show(menu, item, true);
    open.push({ menu, item });
  }
  if (focus) first(open.at(-1).menu)?.focus();
}

function closeLast(focus = true) {
  const { menu, item } = open.pop();
  menu.remove();
  item.setAttribute('aria-expanded', 'false');
  if (focus) item.focus();
}

function show(menu, at, beside = false) {
  (document.querySelector('dialog[open]') ?? document.body).append(menu);
  const box = at instanceof Element ? at.getBoundingClientRect() : { left: at.x, right: at.x, top: at.y, bottom: at.y };
  const { width, height } = menu.getBoundingClientRect();
  let left = beside ? box.right + 4 : box.left;
  let top = beside ? box.top - 7 : box.bottom + 4;
  if (left + width > innerWidth - 8) left = beside && box.left - width - 4 >= 8 ? box.left - width - 4 : innerWidth - width - 8;
  if (top + height > innerHeight - 8) top = beside ? innerHeight - height - 8 : box.top - height - 4;
  menu.style.left = `${Math.max(8, left)}px`;
  menu.style.top = `${Math.max(8, top)}px`;
}

const items = menu => [...menu.querySelectorAll('.item:not(:disabled)')];
const first = menu => items(menu).find(item => item.getAttribute('aria-checked') === 'true') ?? items(menu)[0];

function onKey(event, menu) {
  const all = items(menu);
  const here = all.indexOf(document.activeElement);
  const step = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: -1 }[event.key];
  if (step !== undefined) all.at(step % all.length)?.focus();
  else if (event.key === 'ArrowRight' && document.activeElement.getAttribute('aria-haspopup')) document.activeElement.click();
  else if ((event.key === 'ArrowLeft' || event.key === 'Escape') && open.length > 1) closeLast();
  else if (event.key === 'Escape' || event.key === 'Tab') closeMenus();
  else if (event.key.length === 1) all.find((item, at) => at > here && item.textContent.toLowerCase().startsWith(event.key.toLowerCase()))?.focus();
  if (event.key !== 'Enter' && event.key !== ' ') event.preventDefault();
  event.stopPropagation();
}

document.addEventListener('pointerdown', event => {
  if (open.length && !open.some(({ menu }) => menu.contains(event.target))) closeMenus(false);
});
addEventListener('blur', () => closeMenus());
addEventListener('resize', () => closeMenus());

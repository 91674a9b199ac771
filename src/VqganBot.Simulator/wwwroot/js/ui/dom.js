/**
 * Makes an element: h('button.tool', { type: 'button', onclick }, child, 'text').
 * Strings become text nodes, so that nothing a person or a bot wrote is ever read as markup.
 */
export function h(tag, props, ...children) {
  const [name, ...classes] = tag.split('.');
  const element = document.createElement(name);
  if (classes.length) element.className = classes.join(' ');
  for (const [key, value] of Object.entries(props ?? {})) set(element, key, value);
  element.append(...children.flat(Infinity).filter(child => child !== null && child !== undefined && child !== false));
  return element;
}

function set(element, key, value) {
  if (value === undefined || value === null || value === false) return;
  if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
  else if (key === 'vars') for (const [name, setting] of Object.entries(value)) element.style.setProperty(name, setting);
  else if (key in element && !key.includes('-') && key !== 'list' && key !== 'role') element[key] = value;
  else element.setAttribute(key, value === true ? '' : value);
}

export function replace(parent, ...children) {
  parent.replaceChildren(...children.flat(Infinity).filter(child => child !== null && child !== undefined && child !== false));
}

export const plural = (count, one, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

let counter = 0;

/** An id that no other element of the page has. */
export const newId = prefix => `${prefix}-${++counter}`;

/** The narrow page keeps channels and members in drawers. */
export const isNarrow = () => matchMedia('(max-width: 760px)').matches;

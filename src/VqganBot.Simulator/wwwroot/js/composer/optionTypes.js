import { h } from '../ui/dom.js';
import { icon } from '../ui/icons.js';
import { avatar } from '../ui/avatar.js';
import { localName } from './commands.js';

export const OptionType = { text: 3, integer: 4, boolean: 5, user: 6, channel: 7, role: 8, mentionable: 9, number: 10, file: 11 };

const isNumber = option => option.type === OptionType.integer || option.type === OptionType.number;

/** Whether the value must be one of a list. */
export const isStrict = option => option.choices?.length > 0 || [5, 6, 7, 8, 9].includes(option.type);

/** What there is to choose from: {title, value, detail, face}. */
export function allChoices(option, store) {
  if (option.choices?.length) return option.choices.map(choice => ({ title: localName(choice, store.locale), value: choice.value }));
  const people = () => store.members.map(member => ({ title: store.nameOf(member.user), detail: member.user.username, value: member.user.id, face: avatar(member.user) }));
  const roles = () => store.roles.map(role => ({ title: role.name, value: role.id, face: swatch(role) }));
  switch (option.type) {
    case OptionType.boolean: return [{ title: 'True', value: true }, { title: 'False', value: false }];
    case OptionType.user: return people();
    case OptionType.role: return roles();
    case OptionType.mentionable: return [...people(), ...roles()];
    case OptionType.channel: return store.channels.filter(channel => fits(option, channel)).map(channel => ({ title: channel.name, value: channel.id, face: icon('hash', 18) }));
    default: return [];
  }
}

const fits = (option, channel) => channel.type !== 1 && (!option.channel_types || option.channel_types.includes(channel.type));

const swatch = role => h('span.swatch', { vars: role.color ? { '--swatch': `#${role.color.toString(16).padStart(6, '0')}` } : {} });

export function matching(choices, text) {
  const wanted = text.trim().replace(/^[@#]/, '').toLowerCase();
  return choices.filter(choice => `${choice.title} ${choice.detail ?? ''}`.toLowerCase().includes(wanted)).slice(0, 25);
}

/** The choice that is typed out in full, by its name or by its value. */
export function exactly(choices, text) {
  const wanted = text.trim().replace(/^[@#]/, '').toLowerCase();
  return choices.find(choice => choice.title.toLowerCase() === wanted || String(choice.value).toLowerCase() === wanted);
}

/** {value} or {error} for what was typed. A chosen item counts as long as its text stands. */
export function readOption(option, text, chosen, store) {
  if (option.type === OptionType.file) return chosen ? { value: { upload: chosen.value } } : { error: 'Choose a file.' };
  const trimmed = text.trim();
  if (trimmed === '') return { error: 'This option needs a value.' };
  if (chosen && chosen.title === text) return { value: chosen.value };
  if (isStrict(option)) {
    const exact = exactly(allChoices(option, store), trimmed);
    return exact ? { value: exact.value } : { error: 'Choose one of the list.' };
  }
  if (isNumber(option)) return readNumber(option, trimmed);
  if (option.min_length && trimmed.length < option.min_length) return { error: `At least ${option.min_length} characters; it has ${trimmed.length}.` };
  const most = option.max_length ?? 6000;
  return trimmed.length > most ? { error: `At most ${most} characters; it has ${trimmed.length}.` } : { value: trimmed };
}

function readNumber(option, text) {
  const value = Number(text.replace(',', '.'));
  if (!Number.isFinite(value)) return { error: 'This must be a number.' };
  if (option.type === OptionType.integer && !Number.isSafeInteger(value)) return { error: 'This must be a whole number.' };
  if (option.min_value !== undefined && value < option.min_value) return { error: `At least ${option.min_value}.` };
  if (option.max_value !== undefined && value > option.max_value) return { error: `At most ${option.max_value}.` };
  return { value };
}

/** What may stand there, in a few words. */
export function limitsOf(option) {
  const { min_value: least, max_value: most } = option;
  if (isNumber(option) && (least !== undefined || most !== undefined)) {
    const range = least === undefined ? `at most ${most}` : most === undefined ? `at least ${least}` : `${least} to ${most}`;
    return option.type === OptionType.integer ? `a whole number, ${range}` : `a number, ${range}`;
  }
  if (option.type === OptionType.integer) return 'a whole number';
  if (option.type === OptionType.number) return 'a number';
  if (option.type === OptionType.file) return 'a file: choose, paste or drop it';
  return option.max_length ? `up to ${option.max_length} characters` : '';
}

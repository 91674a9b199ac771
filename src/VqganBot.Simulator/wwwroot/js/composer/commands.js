const SubCommand = 1;
const Group = 2;

/** A name or description in the person's language, or else as the bot named it. */
export const localName = (thing, locale) => thing.name_localizations?.[locale] ?? thing.name;

export const localDescription = (thing, locale) => thing.description_localizations?.[locale] ?? thing.description ?? '';

/** Every command that can be typed: subcommands stand for themselves, as "limits set". */
export function typedCommands(commands, locale) {
  return commands.filter(command => (command.type ?? 1) === 1).flatMap(command => branches(command, command, [], locale));
}

function branches(command, node, above, locale) {
  const names = [...above, node];
  const below = (node.options ?? []).filter(option => option.type === SubCommand || option.type === Group);
  if (below.length) return below.flatMap(option => branches(command, option, names, locale));
  return [{
    path: names.map(part => part.name).join(' '),
    title: names.map(part => localName(part, locale)).join(' '),
    description: localDescription(node, locale),
    options: node.options ?? [],
    locked: Boolean(command.locked),
  }];
}

/** Those whose name begins with what was typed, then those that have it somewhere; the locked ones always last. */
export function findCommands(all, typed) {
  const wanted = typed.trim().toLowerCase();
  const rank = entry => {
    const names = [entry.title.toLowerCase(), entry.path];
    const place = names.some(name => name.startsWith(wanted)) ? 0 : names.some(name => name.includes(wanted)) ? 1 : entry.description.toLowerCase().includes(wanted) ? 2 : 9;
    return place === 9 ? 9 : place + (entry.locked ? 4 : 0);
  };
  return all.map(entry => ({ entry, rank: rank(entry) })).filter(one => one.rank < 9).sort((a, b) => a.rank - b.rank).map(one => one.entry);
}

/** "/imagine prompt: chicken surf size: 256" as a command with texts; null where no command begins so. */
export function parseLine(all, line, locale) {
  const text = line.slice(1);
  const entry = all.filter(one => [one.title, one.path].some(name => text.toLowerCase().startsWith(`${name.toLowerCase()} `)))
    .sort((a, b) => b.path.length - a.path.length)[0];
  if (!entry) return null;
  const name = [entry.title, entry.path].find(one => text.toLowerCase().startsWith(`${one.toLowerCase()} `));
  return { entry, values: parseOptions(entry, text.slice(name.length), locale) };
}

function parseOptions(entry, text, locale) {
  const values = {};
  const marks = [...text.matchAll(/(?:^|\s)([-_'\p{L}\p{N}]+):\s?/gu)]
    .map(match => ({ match, option: optionCalled(entry.options, match[1], locale) })).filter(mark => mark.option);
  const before = text.slice(0, marks[0]?.match.index ?? text.length).trim();
  const first = entry.options.find(option => option.required);
  if (before && first) values[first.name] = before;
  marks.forEach(({ match, option }, at) => {
    values[option.name] = text.slice(match.index + match[0].length, marks[at + 1]?.match.index).trim();
  });
  return values;
}

export const optionCalled = (options, name, locale) => options.find(option => option.name === name || localName(option, locale) === name);

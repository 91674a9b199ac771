import { h } from '../ui/dom.js';

/** What mentions in markdown become: names with what they point at. */
export function mentions(store, { useCommand }) {
  return {
    user: id => {
      const member = store.member(id);
      return h('span.mention', null, `@${member ? store.nameOf(member.user) : 'unknown'}`);
    },
    role: id => h('span.mention', null, `@${store.role(id)?.name ?? 'unknown'}`),
    channel: id => {
      const channel = store.channels.find(other => other.id === id);
      if (!channel) return h('span.mention', null, '#unknown');
      return h('button.mention', { type: 'button', onclick: () => store.open(id) }, `#${channel.name}`);
    },
    command: name => h('button.mention', { type: 'button', onclick: () => useCommand(name) }, `/${name}`),
  };
}

/** Orders snowflakes, which are too long for numbers. */
export const byId = (a, b) => a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);

const ManageMessages = 1n << 13n;
const DirectMessages = 1;

/** The commands, and of those that are not offered to the person that they are locked. */
const withLocks = ({ commands, locked }) => commands.map(command => ({ ...command, locked: locked.includes(command.id) }));

/** What the page knows of the world, as the chosen person sees it. Every change is an event. */
export class Store extends EventTarget {
  you = null;
  guild = null;
  channels = [];
  roles = [];
  members = [];
  commands = [];
  bot = null;
  channel = null;
  locale = 'en';
  #messages = new Map();
  #unread = new Map();

  /** The whole world anew: at first, after another person was chosen, after the socket was lost. */
  load(world) {
    Object.assign(this, { you: world.you, guild: world.guild, channels: world.channels, roles: world.roles, members: world.members, commands: withLocks(world), bot: world.bot });
    this.#messages.clear();
    for (const message of world.messages) this.#channelMessages(message.channel_id).set(message.id, message);
    if (!this.channels.some(channel => channel.id === this.channel)) this.channel = this.channels[0]?.id ?? null;
    this.#emit('world');
  }

  open(channel) {
    this.channel = channel;
    this.#unread.delete(channel);
    this.#emit('channel');
  }

  put(message) {
    const messages = this.#channelMessages(message.channel_id);
    const old = messages.get(message.id);
    messages.set(message.id, message);
    if (!old && message.channel_id !== this.channel) {
      this.#unread.set(message.channel_id, this.unread(message.channel_id) + 1);
      this.#emit('unread');
    }
    this.#emit('message', { message, old });
  }

  remove(channel, id) {
    if (this.#channelMessages(channel).delete(id)) this.#emit('gone', { channel, id });
  }

  speak(locale) { this.locale = locale; this.#emit('language'); }

  setBot(bot) { this.bot = bot; this.#emit('bot'); }

  setCommands(news) { this.commands = withLocks(news); this.#emit('commands'); }

  /** Oldest first. */
  messages(channel = this.channel) { return [...this.#channelMessages(channel).values()].sort((a, b) => byId(a.id, b.id)); }

  message(id) {
    for (const messages of this.#messages.values()) if (messages.has(id)) return messages.get(id);
    return undefined;
  }

  unread(channel) { return this.#unread.get(channel) ?? 0; }

  get here() { return this.channels.find(channel => channel.id === this.channel); }

  get me() { return this.members.find(member => member.user.id === this.you); }

  member(id) { return this.members.find(member => member.user.id === id); }

  role(id) { return this.roles.find(role => role.id === id); }

  /** The name people see, the bot's too. */
  nameOf(user) { return this.member(user.id)?.user.global_name ?? user.global_name ?? user.username; }

  /** Roles with a name, the highest first. */
  rolesOf(member) { return (member?.roles ?? []).map(id => this.role(id)).filter(Boolean).sort((a, b) => (b.position ?? 0) - (a.position ?? 0)); }

  /** Who wrote a message may delete it, and who manages messages may delete any. */
  mayDelete(message) {
    const manages = (BigInt(this.me?.permissions ?? '0') & ManageMessages) !== 0n;
    return message.author?.id === this.you || (manages && this.here?.type !== DirectMessages);
  }

  #channelMessages(channel) {
    if (!this.#messages.has(channel)) this.#messages.set(channel, new Map());
    return this.#messages.get(channel);
  }

  #emit(type, detail) { this.dispatchEvent(new CustomEvent(type, { detail })); }
}

// A small bot on discord.js, which knows nothing of ours: whatever it is content with, Discord's own clients' library is content with.
// Usage: node bot.js <root of the API without version> <token>. Tells what happens to it in lines of JSON.
'use strict';

const {
  ActionRowBuilder, ActivityType, ApplicationCommandOptionType, ApplicationCommandType, AttachmentBuilder, ButtonBuilder, ButtonStyle, Client,
  Events, GatewayIntentBits, MessageFlags, ModalBuilder, RESTEvents, TextInputBuilder, TextInputStyle,
} = require('discord.js');

const [api, token] = process.argv.slice(2);

const commands = [
  {
    name: 'paint',
    nameLocalizations: { de: 'male' },
    description: 'Paints a picture',
    options: [
      { name: 'prompt', description: 'What to paint', type: ApplicationCommandOptionType.String, required: true, autocomplete: true },
      { name: 'private', description: 'Only for you', type: ApplicationCommandOptionType.Boolean },
      { name: 'image', description: 'What to begin with', type: ApplicationCommandOptionType.Attachment },
    ],
  },
  { name: 'remix', description: 'Asks for another prompt' },
  { name: 'busy', description: 'Answers twice and thrice' },
  { name: 'storm', description: 'Edits more often than is allowed' },
  { name: 'Picture info', type: ApplicationCommandType.Message },
];

// The smallest PNG there is: one pixel.
const pixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64');

const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api } });

function tell(event, facts = {}) {
  process.stdout.write(`${JSON.stringify({ event, ...facts })}\n`);
}

const buttons = () => new ActionRowBuilder().addComponents(
  new ButtonBuilder().setCustomId('again').setLabel('Again').setStyle(ButtonStyle.Primary),
  new ButtonBuilder().setCustomId('quiet').setLabel('Quiet').setStyle(ButtonStyle.Secondary),
);

const handlers = {
  async paint(interaction) {
    const isPrivate = interaction.options.getBoolean('private') ?? false;
    const image = interaction.options.getAttachment('image');
    await interaction.deferReply(isPrivate ? { flags: MessageFlags.Ephemeral } : {});
    const picture = new AttachmentBuilder(pixel, { name: 'picture.png', description: `Painting of ${interaction.options.getString('prompt')}` });
    const message = await interaction.editReply({
      content: `painted ${interaction.options.getString('prompt')}${image ? ` from ${image.name} of ${image.size}` : ''}`,
      files: [picture],
      components: [buttons()],
    });
    tell('painted', { id: message.id, files: [...message.attachments.values()].map(file => file.url), permissions: interaction.memberPermissions?.bitfield.toString() });
  },
  async remix(interaction) {
    const input = new TextInputBuilder().setCustomId('prompt').setLabel('Prompt').setStyle(TextInputStyle.Paragraph).setValue('chicken surf');
    await interaction.showModal(new ModalBuilder().setCustomId('remix').setTitle('Remix').addComponents(new ActionRowBuilder().addComponents(input)));
  },
  async busy(interaction) {
    const response = await interaction.reply({ content: 'first', withResponse: true });
    tell('replied', { id: response.resource.message.id });
    const second = await interaction.followUp({ content: 'second' });
    await interaction.followUp({ content: 'third', flags: MessageFlags.Ephemeral });
    await second.edit({ content: 'second, edited' });
    const original = await interaction.fetchReply();
    await interaction.deleteReply(second);
    tell('followed', { id: second.id, original: original.content });
  },
  async storm(interaction) {
    await interaction.reply('0');
    for (let i = 1; i <= 8; i++) await interaction.editReply(`${i}`);
    tell('calm');
  },
  async 'Picture info'(interaction) {
    const target = interaction.targetMessage;
    await interaction.reply({ content: `${target.attachments.size} file(s) by ${target.author.username}`, flags: MessageFlags.Ephemeral });
  },
  async again(interaction) {
    await interaction.update({ content: `${interaction.message.content} again`, components: [] });
  },
  async quiet(interaction) {
    await interaction.deferUpdate();
    await interaction.editReply({ content: 'quietly', attachments: [], files: [new AttachmentBuilder(pixel, { name: 'other.png' })] });
  },
  async 'modal remix'(interaction) {
    await interaction.reply(`remix of ${interaction.fields.getTextInputValue('prompt')}`);
  },
};

client.on(Events.InteractionCreate, async interaction => {
  try {
    if (interaction.isAutocomplete()) {
      const typed = interaction.options.getFocused();
      await interaction.respond([`${typed} surf`, `${typed} sleep`].map(value => ({ name: value, value })));
      return;
    }
    const name = interaction.isModalSubmit() ? `modal ${interaction.customId}` : interaction.customId ?? interaction.commandName;
    await handlers[name](interaction);
  } catch (error) {
    tell('failed', { message: String(error), code: error.code });
  }
});
client.on(Events.ShardResume, (_, replayed) => tell('resumed', { replayed }));
client.on(Events.ShardReconnecting, () => tell('reconnecting'));
client.on(Events.Error, error => tell('failed', { message: String(error) }));
// "limited" is waiting before a limit that the headers told; "refused" is a 429 that was met all the same.
client.rest.on(RESTEvents.RateLimited, limit => tell('limited', { route: limit.route, limit: limit.limit }));
client.rest.on(RESTEvents.Response, (request, response) => {
  if (response.status === 429) tell('refused', { scope: response.headers.get('x-ratelimit-scope') });
});
client.once(Events.ClientReady, async () => {
  try {
    const set = await client.application.commands.set(commands);
    const kept = await client.application.commands.fetch({ withLocalizations: true });
    client.user.setPresence({ status: 'idle', activities: [{ type: ActivityType.Custom, name: 'state', state: 'painting' }] });
    tell('ready', { user: client.user.username, guilds: client.guilds.cache.map(guild => guild.name), commands: set.map(command => command.name), kept: kept.size });
  } catch (error) {
    tell('failed', { message: String(error), code: error.code });
  }
});

// Ends with whoever started it.
process.stdin.resume();
process.stdin.on('end', async () => {
  await client.destroy();
  process.exit(0);
});
client.login(token).catch(error => {
  tell('failed', { message: String(error), code: error.code });
  process.exit(1);
});

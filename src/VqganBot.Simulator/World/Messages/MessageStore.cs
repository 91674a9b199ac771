using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using VqganBot.Discord.Wire;
using VqganBot.Simulator.Files;
using VqganBot.Simulator.Payloads;
using VqganBot.Simulator.RateLimits;
using VqganBot.Simulator.Rest;
using VqganBot.Simulator.Validation;
using VqganBot.Simulator.Validation.Messages;
using VqganBot.Simulator.World.Events;
using VqganBot.Simulator.World.Guilds;

namespace VqganBot.Simulator.World.Messages;

/// <summary>All messages of all channels. Used only under the world's lock.</summary>
internal sealed class MessageStore(SimulatedGuild guild, FileStore files, SnowflakeSource ids, TimeProvider clock, EventFeed events, RateLimitOptions limits)
{
    private static readonly TimeSpan Old = TimeSpan.FromHours(1);
    private static readonly TimeSpan NonceMemory = TimeSpan.FromMinutes(5);
    private const MessageFlags SettableFlags = MessageFlags.SuppressEmbeds | MessageFlags.SuppressNotifications | MessageFlags.IsComponentsV2;

    private readonly SortedDictionary<Snowflake, SimulatedMessage> _messages = [];
    private readonly AttachmentFactory _attachments = new(files, ids);
    private readonly RateLimiter _oldEdits = new(clock);

    public AttachmentFactory Attachments => _attachments;

    public SimulatedMessage? Find(Snowflake id) => _messages.GetValueOrDefault(id);

    /// <summary>A message of a channel that can be reached there, as an ephemeral one cannot.</summary>
    public SimulatedMessage Require(SimulatedChannel channel, Snowflake id) =>
        Find(id) is { VisibleTo: null } message && message.Channel.Id == channel.Id ? message : throw ApiErrors.UnknownMessage();

    /// <summary>The messages of a channel that a user sees, the oldest first.</summary>
    public IReadOnlyList<SimulatedMessage> In(SimulatedChannel channel, Snowflake viewer) =>
        [.. _messages.Values.Where(message => message.Channel.Id == channel.Id && (message.VisibleTo is null || message.VisibleTo == viewer))];

    public IReadOnlyList<SimulatedMessage> All(SimulatedChannel channel) => [.. _messages.Values.Where(message => message.Channel.Id == channel.Id)];

    public JsonObject Payload(SimulatedMessage message) =>
        MessagePayload.Of(message, guild, files, message.ReplyTo is { } reply ? Find(reply) : null);

    public MessageView View(SimulatedMessage message) =>
        new(message.Channel, JsonSerializer.SerializeToElement(Payload(message)), message.VisibleTo);

    /// <summary>Makes a message.</summary>
    /// <param name="frame">Where it stands, who wrote it, who sees it: all that the draft does not say.</param>
    public SimulatedMessage Create(SimulatedMessage frame, MessageDraft draft)
    {
        Fill(frame, draft);
        if (frame.IsEmpty && !frame.Flags.HasFlag(MessageFlags.Loading))
            throw ApiErrors.EmptyMessage();
        _messages[frame.Id] = frame;
        events.Publish(new WorldEvent.MessageCreated(View(frame)));
        Send("MESSAGE_CREATE", frame, Payload(frame));
        return frame;
    }

    /// <summary>The message that was made with this nonce lately, if there is one.</summary>
    public SimulatedMessage? FindNonce(SimulatedChannel channel, string nonce) => _messages.Values
        .FirstOrDefault(message => message.Channel.Id == channel.Id && message.Nonce == nonce && clock.GetUtcNow() - message.CreatedAt < NonceMemory);

    public void Edit(SimulatedMessage message, MessageDraft draft)
    {
        if (clock.GetUtcNow() - message.CreatedAt > Old && !_oldEdits.Take(message.Id.ToString(), limits.OldMessageEdits).IsAllowed)
            throw ApiErrors.TooManyOldEdits();
        if (WouldBeEmpty(message, draft))
            throw ApiErrors.EmptyMessage();
        CheckLayout(message, draft);
        Fill(message, draft);
        // The first edit of a deferred reply is its real beginning, and does not count as one.
        if (message.Flags.HasFlag(MessageFlags.Loading))
            message.Flags &= ~MessageFlags.Loading;
        else
            message.EditedAt = clock.GetUtcNow();
        events.Publish(new WorldEvent.MessageUpdated(View(message)));
        Send("MESSAGE_UPDATE", message, Payload(message));
    }

    public void Delete(SimulatedMessage message)
    {
        _messages.Remove(message.Id);
        foreach (SimulatedAttachment file in message.Attachments)
            files.Remove(file);
        events.Publish(new WorldEvent.MessageDeleted(message.Channel.Id, message.Id, message.VisibleTo));
        var json = new JsonObject { ["id"] = message.Id.ToString(), ["channel_id"] = message.Channel.Id.ToString() };
        Send("MESSAGE_DELETE", message, json);
    }

    private void Fill(SimulatedMessage message, MessageDraft draft)
    {
        if (AttachmentFactory.FindUnknown(message.Attachments, draft) is { } unknown)
        {
            var errors = new FormErrors();
            errors.Add(["attachments", unknown.ToString(CultureInfo.InvariantCulture), "id"], "ATTACHMENT_NOT_FOUND", "The attachment is neither a file of this request nor on the message.");
            errors.ThrowIfAny();
        }
        message.Content = (draft.Content ?? message.Content).Trim();
        message.Mentions = draft.Content is null ? message.Mentions : draft.Mentions;
        message.Embeds = draft.Embeds ?? message.Embeds;
        message.Components = draft.Components is { } components ? Numbered(components) : message.Components;
        message.Attachments = _attachments.Apply(message.Attachments, draft, message.Channel.Id);
        MessageFlags kept = message.Flags & ~(SettableFlags & ~MessageFlags.IsComponentsV2);
        message.Flags = draft.Flags is { } flags ? kept | (flags & SettableFlags) : message.Flags;
    }

    private static bool WouldBeEmpty(SimulatedMessage message, MessageDraft draft) =>
        string.IsNullOrWhiteSpace(draft.Content ?? message.Content)
        && (draft.Embeds ?? message.Embeds).Count == 0
        && (draft.Components ?? message.Components).Count == 0
        && draft.Files.Count == 0
        && (draft.Attachments?.Count ?? message.Attachments.Count) == 0;

    /// <summary>A message can turn to the newer components, if the same edit takes its old parts away.</summary>
    private static void CheckLayout(SimulatedMessage message, MessageDraft draft)
    {
        bool turns = draft.Flags?.HasFlag(MessageFlags.IsComponentsV2) == true && !message.Flags.HasFlag(MessageFlags.IsComponentsV2);
        if (!turns || (draft.Content ?? message.Content).Length == 0 && (draft.Embeds ?? message.Embeds).Count == 0)
            return;
        var errors = new FormErrors();
        errors.Add(["content"], "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2", "The 'content' field cannot be used when using MessageFlags.IS_COMPONENTS_V2");
        errors.ThrowIfAny();
    }

    /// <summary>Gives the components the numbers that Discord gives those without one.</summary>
    private static JsonArray Numbered(JsonArray components)
    {
        int next = 1;
        Number(components);
        return components;

        void Number(JsonArray level)
        {
            foreach (JsonObject component in level.OfType<JsonObject>())
            {
                component["id"] ??= next;
                next++;
                if (component["components"] is JsonArray children)
                    Number(children);
            }
        }
    }

    private void Send(string name, SimulatedMessage message, JsonObject json)
    {
        // Discord keeps ephemeral messages from everybody's gateway but that of the one who sees them.
        if (message.VisibleTo is not null)
            return;
        bool isDirect = message.Channel.IsDirect;
        if (!isDirect)
            json["guild_id"] = guild.Id.ToString();
        events.Send(new GatewayEvent(name, json, isDirect ? GatewayEvent.DirectMessages : GatewayEvent.GuildMessages));
    }
}

using System.Globalization;
using System.Text.Json.Nodes;
using VqganBot.Discord.Wire;
using VqganBot.Simulator.Validation;
using VqganBot.Simulator.Validation.Messages;
using VqganBot.Simulator.World;
using VqganBot.Simulator.World.Messages;

namespace VqganBot.Simulator.Rest.Routes;

/// <summary>Messages in channels, by the bot's own token: https://docs.discord.com/developers/resources/message</summary>
internal static class MessageRoutes
{
    private const string All = "/channels/{channel}/messages";
    private const string One = All + "/{message}";

    public static void Map(ApiRoutes routes, SimulatedWorld world)
    {
        routes.Get(All, request => List(world, request));
        routes.Get(One, request => ApiResult.Ok(world.Messages.Payload(Find(world, request, Permissions.ReadMessageHistory))));
        routes.Post(All, request => ApiResult.Ok(world.Messages.Payload(Create(world, request))), RouteKind.ChannelWrite);
        routes.Patch(One, request => ApiResult.Ok(world.Messages.Payload(Edit(world, request))), RouteKind.ChannelWrite);
        routes.Delete(One, request =>
        {
            SimulatedMessage message = Find(world, request);
            if (message.Author.Id != world.Bot.Id && !world.PermissionsOf(world.Bot, message.Channel).HasFlag(Permissions.ManageMessages))
                throw ApiErrors.MissingPermissions();
            world.Messages.Delete(message);
            return ApiResult.NoContent;
        });
    }

    private static ApiResult List(SimulatedWorld world, ApiRequest request)
    {
        SimulatedChannel channel = ChannelRoutes.Require(world, request);
        int limit = int.TryParse(request.Query("limit"), NumberStyles.None, CultureInfo.InvariantCulture, out int given) ? Math.Clamp(given, 1, 100) : 50;
        IEnumerable<SimulatedMessage> messages = world.Messages.In(channel, world.Bot.Id).Where(message => message.VisibleTo is null);
        if (Snowflake.TryParse(request.Query("before"), out Snowflake before))
            messages = messages.Where(message => message.Id.CompareTo(before) < 0);
        if (Snowflake.TryParse(request.Query("after"), out Snowflake after))
            messages = messages.Where(message => message.Id.CompareTo(after) > 0).Take(limit);
        return ApiResult.List(messages.Reverse().Take(limit).Select(world.Messages.Payload));
    }

    private static SimulatedMessage Create(SimulatedWorld world, ApiRequest request)
    {
        SimulatedChannel channel = ChannelRoutes.Require(world, request, Permissions.SendMessages);
        if (channel.Recipient is { } recipient && !world.Guild.TakesDirectMessages(recipient))
            throw ApiErrors.CannotMessageUser();
        if (request.Files.Count > 0)
            ChannelRoutes.Require(world, request, Permissions.AttachFiles);
        MessageDraft draft = MessageRules.Read(request.Body, request.Files, pingsEverybody: true);
        if (draft is { EnforcesNonce: true, Nonce: { } nonce } && world.Messages.FindNonce(channel, nonce) is { } same)
            return same;
        Snowflake? replyTo = CheckReply(world, channel, draft);
        var frame = new SimulatedMessage
        {
            Id = world.Ids.Next(),
            Channel = channel,
            Author = world.Bot,
            CreatedAt = world.Clock.GetUtcNow(),
            Nonce = draft.Nonce,
            ReplyTo = replyTo,
            Type = replyTo is null ? SimulatedMessage.Plain : SimulatedMessage.Reply,
        };
        return world.Messages.Create(frame, draft);
    }

    private static Snowflake? CheckReply(SimulatedWorld world, SimulatedChannel channel, MessageDraft draft)
    {
        if (draft.ReplyTo is not { } replied)
            return null;
        if (!world.PermissionsOf(world.Bot, channel).HasFlag(Permissions.ReadMessageHistory))
            throw new ApiException(400, 160002, "Cannot reply without permission to read message history");
        if (world.Messages.Find(replied) is { VisibleTo: null } message && message.Channel.Id == channel.Id)
            return replied;
        if (!draft.MustFindReplied)
            return null;
        var errors = new FormErrors();
        errors.Add(["message_reference"], "REPLIES_UNKNOWN_MESSAGE", "Unknown message");
        throw ApiErrors.InvalidForm(errors.Tree);
    }

    private static SimulatedMessage Edit(SimulatedWorld world, ApiRequest request)
    {
        SimulatedMessage message = Find(world, request);
        if (message.Author.Id != world.Bot.Id)
            throw ApiErrors.OthersMessage();
        world.Messages.Edit(message, MessageRules.Read(request.Body, request.Files, message.Flags.HasFlag(MessageFlags.IsComponentsV2), pingsEverybody: true));
        return message;
    }

    private static SimulatedMessage Find(SimulatedWorld world, ApiRequest request, Permissions needed = Permissions.None) =>
        world.Messages.Require(ChannelRoutes.Require(world, request, needed), request.Id("message"));
}

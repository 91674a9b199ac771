using System.Text.Json;
using System.Text.Json.Nodes;
using VqganBot.Discord.Wire;

namespace VqganBot.Simulator.Validation.Messages;

/// <summary>What Discord accepts as a message: https://docs.discord.com/developers/resources/message#create-message</summary>
internal static class MessageRules
{
    public const int MostFiles = 10;

    /// <param name="pingsEverybody">Whether all mentions count where the request does not say which do: in channels. In webhooks only users do.</param>
    public static MessageDraft Read(JsonElement body, IReadOnlyList<UploadedPart> files, bool isV2Already = false, bool pingsEverybody = false)
    {
        var errors = new FormErrors();
        MessageDraft draft = Read(new Form(body, errors), files, isV2Already, pingsEverybody);
        errors.ThrowIfAny();
        return draft;
    }

    public static MessageDraft Read(Form form, IReadOnlyList<UploadedPart> files, bool isV2Already = false, bool pingsEverybody = false)
    {
        var flags = (MessageFlags?)form.Integer("flags", 0, int.MaxValue);
        bool isV2 = isV2Already || flags?.HasFlag(MessageFlags.IsComponentsV2) == true;
        string? content = form.Text("content", 2000);
        EmbedRules.Check(form.List("embeds", 10));
        IReadOnlyList<AttachmentDraft>? attachments = Attachments(form, files);
        if (isV2)
        {
            ForbidLegacy(form, "content", !string.IsNullOrEmpty(content));
            ForbidLegacy(form, "embeds", form.Elements("embeds", 10).Count > 0);
            ForbidLegacy(form, "poll", form.Has("poll"));
        }
        MessageComponentRules.Check(form, isV2);
        Form? reference = form.Object("message_reference");
        return new MessageDraft
        {
            Content = content ?? (IsMentioned(form, "content") ? "" : null),
            Embeds = Array(form, "embeds"),
            Components = Array(form, "components"),
            Attachments = attachments,
            Files = files,
            Flags = flags,
            Mentions = MentionRules.Read(form.Object("allowed_mentions"), content ?? "", pingsEverybody),
            IsSpoken = form.Flag("tts") ?? false,
            Nonce = form.Text("nonce", 25),
            EnforcesNonce = form.Flag("enforce_nonce") ?? false,
            ReplyTo = reference?.Id("message_id", required: true),
            MustFindReplied = reference?.Flag("fail_if_not_exists") ?? true,
        };
    }

    private static void ForbidLegacy(Form form, string field, bool isUsed)
    {
        if (isUsed)
            form.Fail(field, "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2", $"The '{field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2");
    }

    private static IReadOnlyList<AttachmentDraft>? Attachments(Form form, IReadOnlyList<UploadedPart> files)
    {
        if (files.Count > MostFiles)
            throw Rest.ApiErrors.TooManyFiles();
        if (!IsMentioned(form, "attachments"))
            return null;
        List<AttachmentDraft> drafts = [];
        foreach (Form attachment in form.List("attachments", MostFiles))
        {
            string? id = attachment.Text("id", 32, required: true);
            string? filename = attachment.Text("filename", 1024);
            string? description = attachment.Text("description", 1024);
            attachment.Flag("is_spoiler");
            if (id is not null)
                drafts.Add(new AttachmentDraft(id, filename, description));
        }
        return drafts;
    }

    // A field that is there and null takes away what was there: as good as an empty one.
    private static bool IsMentioned(Form form, string name) => form.Json.ValueKind == JsonValueKind.Object && form.Json.TryGetProperty(name, out _);

    private static JsonArray? Array(Form form, string name) =>
        form.Has(name) && form.Json.GetProperty(name).ValueKind == JsonValueKind.Array ? JsonArray.Create(form.Json.GetProperty(name).Clone()) : IsMentioned(form, name) ? [] : null;
}

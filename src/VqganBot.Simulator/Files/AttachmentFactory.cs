using System.Text.RegularExpressions;
using VqganBot.Discord.Wire;
using VqganBot.Simulator.Validation.Messages;
using VqganBot.Simulator.World;

namespace VqganBot.Simulator.Files;

/// <summary>Makes attachments of uploads, and finds out which of a message stay at an edit.</summary>
internal sealed partial class AttachmentFactory(FileStore files, SnowflakeSource ids)
{
    /// <summary>The attachments a message has afterwards: those it keeps, then the new ones.</summary>
    public IReadOnlyList<SimulatedAttachment> Apply(IReadOnlyList<SimulatedAttachment> before, MessageDraft draft, Snowflake channel)
    {
        // Without a list nothing is taken away; with one, what it does not name is.
        List<SimulatedAttachment> after = draft.Attachments is null ? [.. before] : [];
        foreach (AttachmentDraft wanted in draft.Attachments ?? [])
        {
            if (before.FirstOrDefault(file => file.Id.ToString() == wanted.Id) is not { } kept) continue;
            after.Add(wanted.Description is null ? kept : kept with { Description = wanted.Description });
        }
        foreach (UploadedPart part in draft.Files)
        {
            AttachmentDraft? about = draft.Attachments?.FirstOrDefault(attachment => attachment.Id == part.Key);
            after.Add(Make(channel, about?.Filename ?? part.Filename, part.ContentType, part.Bytes, part.Bytes.Length, about?.Description, isEphemeral: false));
        }
        foreach (SimulatedAttachment gone in before.Where(file => after.All(other => other.Id != file.Id)))
            files.Remove(gone);
        return after;
    }

    /// <summary>The first id in the list that is neither a file of the request nor an attachment of the message.</summary>
    public static int? FindUnknown(IReadOnlyList<SimulatedAttachment> before, MessageDraft draft)
    {
        foreach ((int index, AttachmentDraft wanted) in (draft.Attachments ?? []).Index())
        {
            if (draft.Files.All(part => part.Key != wanted.Id) && before.All(file => file.Id.ToString() != wanted.Id))
                return index;
        }
        return null;
    }

    public SimulatedAttachment Make(Snowflake folder, string filename, string contentType, ReadOnlyMemory<byte> bytes, long size, string? description, bool isEphemeral)
    {
        string safe = Unsafe().Replace(filename, "_");
        var file = new SimulatedAttachment(ids.Next(), folder, safe.Length == 0 ? "file" : safe, contentType, bytes, size, description, isEphemeral);
        files.Add(file);
        return file;
    }

    // What Discord's addresses do not carry.
    [GeneratedRegex("[^A-Za-z0-9._-]")]
    private static partial Regex Unsafe();
}

using System.Text.Json.Nodes;
using VqganBot.Discord.Wire;
using VqganBot.Simulator.Files;
using VqganBot.Simulator.Validation.Messages;

namespace VqganBot.Simulator.World.Messages;

/// <summary>A message as it is kept. Touched only under the world's lock.</summary>
internal sealed class SimulatedMessage
{
    public const int Plain = 0;
    public const int Reply = 19;
    public const int ChatInputCommand = 20;
    public const int ContextMenuCommand = 23;

    public required Snowflake Id { get; init; }

    public required SimulatedChannel Channel { get; init; }

    public required SimulatedUser Author { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public int Type { get; init; }

    /// <value>Of an ephemeral message: who sees it.</value>
    public Snowflake? VisibleTo { get; init; }

    /// <value>Of a message that answers an interaction: <c>interaction_metadata</c>.</value>
    public JsonObject? Interaction { get; init; }

    public Snowflake? ReplyTo { get; init; }

    public string? Nonce { get; init; }

    public string Content { get; set; } = "";

    public JsonArray Embeds { get; set; } = [];

    public JsonArray Components { get; set; } = [];

    public IReadOnlyList<SimulatedAttachment> Attachments { get; set; } = [];

    public MessageFlags Flags { get; set; }

    public Mentions Mentions { get; set; } = Mentions.None;

    public DateTimeOffset? EditedAt { get; set; }

    public bool IsEmpty => Content.Length == 0 && Embeds.Count == 0 && Components.Count == 0 && Attachments.Count == 0;
}

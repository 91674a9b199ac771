using System.Text.Json;
using VqganBot.Discord.Wire;

namespace VqganBot.Simulator.World;

/// <summary>A message as it was when somebody looked.</summary>
/// <param name="Json">All of it, as Discord would send it.</param>
/// <param name="VisibleTo">Of an ephemeral message: the only one who sees it; null for everybody in the channel.</param>
public sealed record MessageView(SimulatedChannel Channel, JsonElement Json, Snowflake? VisibleTo)
{
    private Message? _message;

    /// <value>The same, typed.</value>
    public Message Message => _message ??= Json.Deserialize(DiscordJson.Default.Message)!;

    public Snowflake Id => Message.Id;

    public bool IsEphemeral => VisibleTo is not null;

    /// <value>Whether the bot is "thinking" and has sent nothing yet.</value>
    public bool IsLoading => Message.Flags.HasFlag(MessageFlags.Loading);

    /// <summary>A button or select anywhere in the message by its <c>custom_id</c>.</summary>
    public Component? Find(string customId) => All(Message.Components).FirstOrDefault(component => component.CustomId == customId);

    /// <summary>The first button whose label is this.</summary>
    public Component? FindButton(string label) =>
        All(Message.Components).FirstOrDefault(component => component.Type == ComponentType.Button && component.Label == label);

    private static IEnumerable<Component> All(IReadOnlyList<Component>? components) =>
        (components ?? []).SelectMany(component => All(component.Components).Prepend(component));
}

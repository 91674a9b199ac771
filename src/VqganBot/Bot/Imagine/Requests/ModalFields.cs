using VqganBot.Discord.Wire;

namespace VqganBot.Bot.Imagine.Requests;

/// <summary>What was typed into a form. A client of its own can send any shape, so a missing field is simply null.</summary>
internal static class ModalFields
{
    public static string? Text(Interaction interaction, string field) => (interaction.Data?.Components ?? [])
        .SelectMany(component => component.Components ?? (component.Inner is { } inner ? [inner] : []))
        .FirstOrDefault(component => component.Type == ComponentType.TextInput && component.CustomId == field)?.Value;
}

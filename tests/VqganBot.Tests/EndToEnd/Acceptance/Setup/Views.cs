using VqganBot.Simulator.World;

namespace VqganBot.Tests.EndToEnd.Acceptance.Setup;

/// <summary>What a message of the bot shows.</summary>
internal static class Views
{
    public static bool IsPicture(MessageView message) => message.FindButton("Re-roll") is not null && message.Message.Attachments?.Count > 0;

    public static bool IsPainting(MessageView message) => message.FindButton("Keep as it is") is not null;

    public static string Text(this MessageView message) => message.Message.Content ?? "";

    public static bool Says(this MessageView message, string part) => message.Text().Contains(part, StringComparison.OrdinalIgnoreCase);

    /// <summary>The <c>custom_id</c> of the button with that label.</summary>
    public static string Button(this MessageView message, string label) =>
        message.FindButton(label)?.CustomId ?? throw new InvalidOperationException($"There is no button {label} under: {message.Json}");
}

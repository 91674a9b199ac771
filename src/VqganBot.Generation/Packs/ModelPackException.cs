namespace VqganBot.Generation.Packs;

/// <summary>A model pack is incomplete, or its parts do not belong together.</summary>
public sealed class ModelPackException(string folder, string message, Exception? inner = null)
    : Exception($"The model pack in '{folder}' cannot be used: {message}", inner)
{
    /// <value>The pack's folder.</value>
    public string Folder { get; } = folder;
}

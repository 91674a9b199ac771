namespace VqganBot.Models;

/// <summary>A model was asked for that is not on this machine; the message says what to do about it.</summary>
public sealed class ModelNotInstalledException(string model, string message) : Exception(message)
{
    public string Model { get; } = model;
}

namespace VqganBot.Simulator.Validation.Messages;

/// <summary>What a request says about one attachment.</summary>
/// <param name="Id">The n of <c>files[n]</c>, or the id of an attachment to keep.</param>
internal sealed record AttachmentDraft(string Id, string? Filename, string? Description);

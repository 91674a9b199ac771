using VqganBot.Models.Catalog;

namespace VqganBot.Models;

/// <summary>A model on this machine. <paramref name="Path"/> is a pack's folder, or the weights of a CLIP.</summary>
internal sealed record InstalledModel(string Name, ModelKind Kind, string Description, string Path, bool IsBuiltIn, long Bytes);

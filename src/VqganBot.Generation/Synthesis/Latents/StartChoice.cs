using VqganBot.Generation.Drafts;
using VqganBot.Generation.Packs;

namespace VqganBot.Generation.Synthesis;

/// <summary>With what a painting begins whose pack may lack what it takes to draft.</summary>
internal static class StartChoice
{
    public static InitialLatentKind Of(PaintingRequest request, ModelPack pack) =>
        request.Settings.InitialLatent == InitialLatentKind.Draft && Lack(request, pack) is not null ? Instead(request) : request.Settings.InitialLatent;

    public static IEnumerable<string> Notes(PaintingRequest request, ModelPack pack) =>
        request.Settings.InitialLatent == InitialLatentKind.Draft && request.InitImage is null && request.VariedFrom is null && Lack(request, pack) is { } lack
            ? [$"The painting cannot begin with a draft, because {lack}; it begins as '{Instead(request)}' says."]
            : [];

    private static string? Lack(PaintingRequest request, ModelPack pack) =>
        pack.Prior is null && pack.Transformer is null ? $"the model '{pack.Manifest.Name}' has no prior"
        : string.IsNullOrWhiteSpace(request.Prompt) && request.ImagePrompts.Count == 0 ? "there are neither words nor pictures to draft towards"
        : DraftSource.WhyNot(pack, request.Settings.DraftSampling);

    private static InitialLatentKind Instead(PaintingRequest request) =>
        Presets.Names.Contains(request.Preset, StringComparer.OrdinalIgnoreCase) ? Presets.Get(request.Preset).InitialLatent : InitialLatentKind.RandomCodes;
}

using System.CommandLine;
using System.CommandLine.Parsing;
using VqganBot.Generation.Synthesis;

namespace VqganBot.CommandLine.Options;

/// <summary>The option that names where a painting begins, in words a person would write.</summary>
internal static class StartOption
{
    private static readonly Dictionary<string, InitialLatentKind> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["draft"] = InitialLatentKind.Draft,
        ["codes"] = InitialLatentKind.RandomCodes,
        ["pixels"] = InitialLatentKind.Pixels,
        ["gradient"] = InitialLatentKind.Gradient,
        ["pale"] = InitialLatentKind.PaleGradient,
        ["perlin"] = InitialLatentKind.Perlin,
    };

    public static Option<InitialLatentKind?> Create(string name, string description) => new(name)
    {
        HelpName = string.Join('|', Kinds.Keys),
        Description = description,
        Arity = ArgumentArity.ExactlyOne,
        CustomParser = result => Parse(result, name),
    };

    private static InitialLatentKind? Parse(ArgumentResult result, string name)
    {
        var text = result.Tokens.Count > 0 ? result.Tokens[0].Value : "";
        if (Kinds.TryGetValue(text, out var kind)) return kind;
        result.AddError($"{name} was given '{text}'; it takes {string.Join(", ", Kinds.Keys.SkipLast(1))} or {Kinds.Keys.Last()}.");
        return null;
    }
}

using System.CommandLine;

namespace VqganBot.CommandLine.Classify;

/// <summary>Options of all commands in which a CLIP works alone.</summary>
internal static class ClipOptions
{
    public static Option<string?> Model() => new("--model")
    {
        HelpName = "NAME",
        Description = "The model whose CLIP looks at the pictures (see 'models list'). By default toybox, the built-in one, which knows a small drawn world.",
    };

    public static Option<bool> Json() => new("--json") { Description = "Print one line of JSON per picture on the output." };

    public static Argument<string[]> Images() => new("IMAGE")
    {
        Arity = ArgumentArity.OneOrMore,
        Description = "Pictures: PNG, JPEG, WebP or GIF.",
    };
}

using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace VqganBot.CommandLine.Options;

/// <summary>Options whose mistakes are answered with what was found and what would be accepted.</summary>
internal static class NumberOption
{
    public static Option<int?> Whole(string name, string help, string description, int least = 1, int most = int.MaxValue) =>
        Create<int?>(name, help, description, text =>
            int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            && value >= least && value <= most
                ? value
                : null,
            most == int.MaxValue ? $"a whole number, {least} or more" : $"a whole number from {least} to {most}");

    public static Option<ulong?> Seed(string name, string help, string description) =>
        Create<ulong?>(name, help, description, text =>
            ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null,
            $"a whole number from 0 to {ulong.MaxValue}");

    public static Option<double?> Real(string name, string help, string description, double least) =>
        Create<double?>(name, help, description, text =>
            double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && double.IsFinite(value) && value >= least
                ? value
                : null,
            string.Create(CultureInfo.InvariantCulture, $"a number, {least} or more, such as 0.1"));

    public static Option<PictureSize?> Size(string name, string description) =>
        Create<PictureSize?>(name, "WxH", description,
            text => PictureSize.TryParse(text, out var size) ? size : null,
            "width x height in pixels, such as 128x128");

    public static Option<PixelShift?> Shift(string name, string description) =>
        Create<PixelShift?>(name, "X,Y", description,
            text => PixelShift.TryParse(text, out var shift) ? shift : null,
            "two numbers of pixels with a comma between them, to the right and downwards, such as 2,-1");

    internal static Option<T> Create<T>(
        string name, string help, string description, Func<string, T> parse, string accepted) => new(name)
        {
            HelpName = help,
            Description = description,
            Arity = ArgumentArity.ExactlyOne,
            CustomParser = result => Parse(result, name, parse, accepted),
        };

    private static T? Parse<T>(ArgumentResult result, string name, Func<string, T> parse, string accepted)
    {
        var text = result.Tokens.Count > 0 ? result.Tokens[0].Value : "";
        var value = parse(text);
        if (value is null) result.AddError($"{name} was given '{text}'; it takes {accepted}.");
        return value;
    }
}

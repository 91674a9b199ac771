using System.CommandLine;
using System.Text.Json;

namespace VqganBot.CommandLine.Options;

/// <summary>Options that take one of a few words: the names of an enum, written small and with dashes.</summary>
internal static class ChoiceOption
{
    public static Option<T?> Create<T>(string name, string help, string description)
        where T : struct, Enum => NumberOption.Create(name, help, description, Parse<T>, Words<T>());

    public static T? Parse<T>(string text)
        where T : struct, Enum =>
        Enum.GetValues<T>().Cast<T?>().FirstOrDefault(value => Dashed(value!.Value).Equals(text.Trim(), StringComparison.OrdinalIgnoreCase));

    public static string Words<T>()
        where T : struct, Enum => string.Join(" or ", Enum.GetValues<T>().Select(Dashed));

    /// <summary>The word by which a person would give the value.</summary>
    public static string Word<T>(T value)
        where T : struct, Enum => Dashed(value);

    private static string Dashed<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}

using System.Globalization;

namespace VqganBot.CommandLine.Imagine;

/// <summary>The names of the files one run writes.</summary>
/// <param name="Pictures">One for each picture of <c>--count</c>.</param>
/// <param name="Sheet">The contact sheet, when there are several pictures.</param>
internal sealed record OutputNames(IReadOnlyList<string> Pictures, string? Sheet)
{
    /// <summary>
    /// A name the person gave is used as it is. A name made from the prompt never meets a file that is there already:
    /// chicken-surf.png, chicken-surf-2.png, ...
    /// </summary>
    public static OutputNames Choose(string? given, string? prompt, int count, Func<string, bool> exists)
    {
        if (given is not null) return For(Path.ChangeExtension(given, null), Path.GetExtension(given), count);

        var slug = Slug.From(prompt);
        for (var attempt = 1; ; attempt++)
        {
            var stem = attempt == 1 ? slug : string.Create(CultureInfo.InvariantCulture, $"{slug}-{attempt}");
            var names = For(stem, ".png", count);
            if (!names.All.Any(exists)) return names;
        }
    }

    public IEnumerable<string> All => Sheet is null ? Pictures : Pictures.Append(Sheet);

    /// <summary>Where an interrupted painting is kept, beside its picture.</summary>
    public static string StateFor(string picture) => Path.ChangeExtension(picture, ".state");

    private static OutputNames For(string stem, string extension, int count)
    {
        if (count == 1) return new OutputNames([stem + extension], null);
        var digits = count.ToString(CultureInfo.InvariantCulture).Length;
        var pictures = Enumerable.Range(1, count)
            .Select(number => $"{stem}-{number.ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0')}{extension}")
            .ToArray();
        return new OutputNames(pictures, $"{stem}-sheet{extension}");
    }
}

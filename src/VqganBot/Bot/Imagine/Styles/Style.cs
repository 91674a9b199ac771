namespace VqganBot.Bot.Imagine.Styles;

/// <summary>A manner of painting.</summary>
internal sealed record Style
{
    /// <value>What it is called, and what is kept with the job.</value>
    public required string Name { get; init; }

    /// <value>What is put after the prompt.</value>
    public required string Words { get; init; }

    /// <value>By Discord's names of languages; where one is missing, <see cref="Name"/>.</value>
    public IReadOnlyDictionary<string, string>? Names { get; init; }

    /// <value>In all languages.</value>
    public IEnumerable<string> AllNames => (Names?.Values ?? []).Prepend(Name);

    /// <summary>What it is called in a language; South American Spanish reads European Spanish.</summary>
    public string NameIn(string? locale) => locale is null ? Name : Names?.GetValueOrDefault(locale == "es-419" ? "es-ES" : locale) ?? Name;
}

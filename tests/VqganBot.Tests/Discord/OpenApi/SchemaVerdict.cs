namespace VqganBot.Tests.Discord.OpenApi;

/// <summary>What is wrong with a value, and which of its properties some schema spoke of.</summary>
internal sealed class SchemaVerdict
{
    public List<string> Violations { get; } = [];

    public HashSet<string> Evaluated { get; } = [];

    public bool IsClean => Violations.Count == 0;

    public void Add(SchemaVerdict other)
    {
        Violations.AddRange(other.Violations);
        Evaluated.UnionWith(other.Evaluated);
    }
}

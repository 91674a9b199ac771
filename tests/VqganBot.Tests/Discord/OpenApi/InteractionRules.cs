using System.Text.Json;

namespace VqganBot.Tests.Discord.OpenApi;

/// <summary>What Discord asks of the answer to an interaction beyond what its description can say.</summary>
internal static class InteractionRules
{
    private const int ModalComponents = 5;
    private const int Ephemeral = 64;

    public static IEnumerable<string> Check(JsonElement response)
    {
        var data = response.Find("data");
        return (response.Find("type")?.GetInt32(), data) switch
        {
            (4, null) => ["data: an empty message"],
            (4, { } message) => MessageRules.Check(message, isNew: true, isForInteraction: true),
            (5, { } deferral) => deferral.EnumerateObject().Where(property => property.Name != "flags" || property.Value.GetInt32() is not (0 or Ephemeral)).Select(property => $"data.{property.Name}: a deferral takes nothing but the ephemeral flag"),
            (6, not null) => ["data: nothing goes with a deferred update"],
            (7, { } message) => MessageRules.Check(message, isNew: false, isForInteraction: true),
            (8, { } suggestions) => Suggestions(suggestions),
            (9, { } modal) => Modal(modal),
            _ => [],
        };
    }

    private static IEnumerable<string> Suggestions(JsonElement data)
    {
        var names = data.List("choices").Select(choice => choice.Text("name")).ToList();
        if (names.Distinct().Count() != names.Count) yield return "data.choices: one name twice";
        if (data.List("choices").Exists(choice => choice.Text("value")?.Length > 100)) yield return "data.choices: a value longer than 100";
    }

    private static IEnumerable<string> Modal(JsonElement modal)
    {
        var components = modal.List("components");
        if (components.Count > ModalComponents) yield return $"data.components: more than {ModalComponents}";
        foreach (var violation in ComponentRules.Check(components)) yield return violation;
        foreach (var input in components.Select(component => component.Find("component")).OfType<JsonElement>())
        {
            if (input.Text("value") is { } value && input.Find("max_length")?.GetInt32() < value.EnumerateRunes().Count()) yield return "data.components: a value longer than its own max_length";
            if (input.Find("label") is not null) yield return "data.components: a label inside a label";
        }
    }
}

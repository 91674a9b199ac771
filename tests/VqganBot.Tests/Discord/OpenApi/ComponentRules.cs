using System.Text.Json;

namespace VqganBot.Tests.Discord.OpenApi;

/// <summary>https://docs.discord.com/developers/components/reference, as far as the description does not say it.</summary>
internal static class ComponentRules
{
    private const int ActionRow = 1;
    private const int Button = 2;
    private const int Link = 5;
    private const int Premium = 6;

    public static IEnumerable<string> Check(IReadOnlyList<JsonElement> components)
    {
        var all = components.SelectMany(WithInner).ToList();
        var twice = all.Select(component => component.Text("custom_id")).Where(id => id is not null).GroupBy(id => id).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null) yield return $"components: custom_id {twice.Key} twice";
        foreach (var row in all.Where(component => TypeOf(component) == ActionRow))
        {
            var inner = row.List("components");
            if (inner.Count > 1 && inner.Exists(component => TypeOf(component) != Button)) yield return "components: a row holds buttons or one select, not both";
        }
        foreach (var button in all.Where(component => TypeOf(component) == Button))
        {
            var style = button.Find("style")?.GetInt32();
            if ((style == Link) != button.Text("url") is not null) yield return "components: links have an address, other buttons have none";
            if (style is not (Link or Premium) && button.Text("custom_id") is null) yield return "components: a button without custom_id";
            if (string.IsNullOrEmpty(button.Text("label")) && button.Find("emoji") is null && style != Premium) yield return "components: a button without label and emoji";
        }
        foreach (var select in all)
        {
            var values = select.List("options").Select(option => option.Text("value")).ToList();
            if (values.Distinct().Count() != values.Count) yield return "components: a select with one value twice";
        }
    }

    private static IEnumerable<JsonElement> WithInner(JsonElement component) =>
        [component, .. component.List("components").SelectMany(WithInner), .. component.Find("component") is { } one ? WithInner(one) : [], .. component.Find("accessory") is { } two ? WithInner(two) : []];

    private static int? TypeOf(JsonElement component) => component.Find("type")?.GetInt32();
}

using System.Text.Json;
using System.Text.RegularExpressions;

namespace VqganBot.Tests.Discord.OpenApi;

/// <summary>A path of Discord's description.</summary>
internal sealed class OpenApiRoute
{
    private readonly Regex _pattern;
    private readonly JsonElement _item;

    public OpenApiRoute(string template, JsonElement item)
    {
        Template = template;
        _item = item;
        var pattern = Regex.Replace(Regex.Escape(template), @"\\\{([a-z_]+)}", match => match.Groups[1].Value.EndsWith("_id", StringComparison.Ordinal) ? "[0-9]+" : "[^/]+");
        _pattern = new Regex($"^{pattern}$", RegexOptions.CultureInvariant);
    }

    public string Template { get; }

    public bool IsMatch(string path) => _pattern.IsMatch(path);

    public JsonElement? Operation(HttpMethod method) => _item.Find(method.Method.ToLowerInvariant());

    public bool Knows(JsonElement operation, string query) =>
        operation.List("parameters").Exists(parameter => parameter.Text("in") == "query" && parameter.Text("name") == query);
}

using System.Text;
using VqganBot.Discord.Wire;

namespace VqganBot.Discord.Rest.Sending;

/// <summary>A method and a path: as the template that may be logged, and as the path that is asked for.</summary>
/// <param name="Resource">What the limits of the route are counted for, beside its bucket: a channel, or a webhook with its token.</param>
internal sealed record Route(HttpMethod Method, string Template, string Path, string Resource, RouteKind Kind)
{
    public static Route ForBot(HttpMethod method, string template, params ReadOnlySpan<Snowflake> ids)
    {
        string[] values = new string[ids.Length];
        for (int i = 0; i < values.Length; i++)
            values[i] = ids[i].ToString();
        return new Route(method, template, Fill(template, values), values is [string first, ..] ? first : "", RouteKind.Bot);
    }

    public static Route ForWebhook(HttpMethod method, string rest, Snowflake application, string token, Snowflake? message = null)
    {
        string template = "/webhooks/{application_id}/{token}" + rest;
        string path = Fill(template, application.ToString(), token, message?.ToString() ?? "");
        return new Route(method, template, path, $"{application}/{token}", RouteKind.Webhook);
    }

    public static Route ForCallback(Snowflake interaction, string token)
    {
        const string Template = "/interactions/{interaction_id}/{token}/callback?with_response=true";
        return new Route(HttpMethod.Post, Template, Fill(Template, interaction.ToString(), token), "", RouteKind.Callback);
    }

    public override string ToString() => $"{Method} {Template}";

    private static string Fill(string template, params ReadOnlySpan<string> values)
    {
        var path = new StringBuilder();
        ReadOnlySpan<char> rest = template;
        foreach (string value in values)
        {
            int open = rest.IndexOf('{');
            if (open < 0) break;
            path.Append(rest[..open]).Append(Uri.EscapeDataString(value));
            rest = rest[(rest.IndexOf('}') + 1)..];
        }
        return path.Append(rest).ToString();
    }
}

namespace VqganBot.Simulator.Validation.Messages;

/// <summary>https://docs.discord.com/developers/resources/message#embed-object-embed-limits</summary>
internal static class EmbedRules
{
    private const int MostCharacters = 6000;

    public static void Check(IReadOnlyList<Form> embeds)
    {
        int characters = 0;
        foreach (Form embed in embeds)
        {
            characters += Length(embed.Text("title", 256)) + Length(embed.Text("description", 4096));
            CheckUrl(embed, "url");
            embed.Integer("color", 0, 0xFFFFFF);
            if (embed.Object("footer") is { } footer)
                characters += Length(footer.Text("text", 2048, required: true));
            if (embed.Object("author") is { } author)
                characters += Length(author.Text("name", 256, required: true));
            foreach (string picture in new[] { "image", "thumbnail" })
            {
                if (embed.Object(picture) is { } media)
                    CheckUrl(media, "url");
            }
            foreach (Form field in embed.List("fields", 25))
            {
                characters += Length(field.Text("name", 256, 1, required: true)) + Length(field.Text("value", 1024, 1, required: true));
                field.Flag("inline");
            }
        }
        // Discord counts all embeds of a message together and blames the first.
        if (characters > MostCharacters)
            embeds[0].Fail("MAX_EMBED_SIZE_EXCEEDED", $"Embed size exceeds maximum size of {MostCharacters}");
    }

    private static void CheckUrl(Form form, string name)
    {
        string? url = form.Text(name, 2048);
        if (url is not null && !(Uri.TryCreate(url, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https" or "attachment"))
            form.Fail(name, "URL_TYPE_INVALID_SCHEME", $"Scheme \"{address?.Scheme}\" is not supported. Scheme must be one of ('http', 'https').");
    }

    private static int Length(string? text) => text?.EnumerateRunes().Count() ?? 0;
}
